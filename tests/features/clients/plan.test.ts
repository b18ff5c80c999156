import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../../src/domain/notebook/plan';
import PlanCard from '../../../src/features/clients/PlanCard.svelte';
import { today } from '../../../src/reactive/today';
import { aClient, everyDays } from '../../support/aClient';
import { ANotebook } from '../../support/aNotebook';
import { aPlan, aStep } from '../../support/aPlan';
import { aPlanFile } from '../../support/aPlanFile';
import { aSession, renderIn } from '../../support/aSession';

const log = everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const);

const open = (detail = aClient(log, { asOf: '2026-05-23' }), plans: readonly Plan[] = []) => {
  const { session } = aSession({
    answers: { ...new ANotebook(plans).answers, planFile: () => aPlanFile({ plans }) },
  });
  renderIn(session, PlanCard, { detail });
};

// A Monday.
beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 4, 25, 12), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('the way back on a client’s page', () => {
  it('leads to a plan where there is none', async () => {
    open();
    expect(await screen.findByRole('link', { name: 'Plan the way back' })).toHaveAttribute(
      'href',
      '#/clients/7/plan',
    );
  });

  it('tells where the plan stands, and what is next', async () => {
    const steps = [aStep({ what: 'Call her', due: { kind: 'after', days: 0 } })];
    const plan = aPlan({ client: 7, startedOn: today(), lostDate: today(), steps });
    open(undefined, [plan]);
    expect(await screen.findByText('Preparing')).toBeVisible();
    expect(screen.getByText('Next: Call her, May 25, 2026')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the plan' })).toHaveAttribute(
      'href',
      `#/way-back/plans/${plan.id}`,
    );
  });

  it('remembers plans that are over', async () => {
    const closed = { on: today(), because: 'let-go', note: '' } as const;
    open(undefined, [aPlan({ client: 7, startedOn: today(), lostDate: today(), closed })]);
    expect(await screen.findByRole('link', { name: 'An earlier plan, begun on May 25, 2026' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Plan the way back' })).toBeVisible();
  });

  it('warns of a second plan that is open, as two clients who were put together may have had', async () => {
    const plans = [1, 2].map(() =>
      aPlan({ client: 7, startedOn: today(), lostDate: today(), steps: [aStep()] }),
    );
    open(undefined, plans);
    expect(await screen.findByText(/^A second plan is open for this client/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Look at the other plan' })).toHaveAttribute(
      'href',
      `#/way-back/plans/${plans[1]!.id}`,
    );
    expect(screen.queryByRole('link', { name: /An earlier plan/ })).toBeNull();
  });

  it('asks nobody to plan for a client who asked to be left alone', async () => {
    const detail = aClient(log, { asOf: '2026-05-23', card: { doNotContact: true } });
    const closed = { on: today(), because: 'let-go', note: '' } as const;
    open(detail, [aPlan({ client: 7, startedOn: today(), lostDate: today(), closed })]);
    await screen.findByRole('link', { name: /An earlier plan/ });
    expect(screen.queryByRole('link', { name: 'Plan the way back' })).toBeNull();
  });
});
