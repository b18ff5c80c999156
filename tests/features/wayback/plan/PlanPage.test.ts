import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '../../../../src/domain/kernel/day';
import { STATUS } from '../../../../src/domain/loss/status';
import type { Plan } from '../../../../src/domain/notebook/plan';
import PlanPage from '../../../../src/features/wayback/plan/PlanPage.svelte';
import { formatDay } from '../../../../src/i18n/formats';
import { today } from '../../../../src/reactive/today';
import { anEmployee } from '../../../support/aCase';
import { ANotebook } from '../../../support/aNotebook';
import { aPlan, aStep, doneOn } from '../../../support/aPlan';
import { aPlanFile, aRecovery } from '../../../support/aPlanFile';
import { aSession, renderIn } from '../../../support/aSession';

const employees = [anEmployee('Mia'), anEmployee('Ben')];

const call = () => aStep({ id: 'call', what: 'Call her', due: { kind: 'after', days: 0 } });
const letter = () => aStep({ id: 'letter', what: 'Write to her', due: { kind: 'after', days: 7 } });
const care = () =>
  aStep({ id: 'care', what: 'Ask how it was', aftercare: true, due: { kind: 'after', days: 1 } });

const open = (
  says: Partial<Plan> = {},
  circumstances: Omit<NonNullable<Parameters<typeof aPlanFile>[0]>, 'plans'> = {},
) => {
  const steps = [call(), letter(), care()];
  const stored = aPlan({ client: 7, startedOn: today(), lostDate: addDays(today(), -50), steps, ...says });
  const notebook = new ANotebook([stored]);
  const kept = () => notebook.get('plan')[0]!;
  const { session } = aSession({
    answers: {
      ...notebook.answers,
      employees,
      clientOfPlan: ({ plan }) => (plan === stored.id ? 7 : null),
      planFile: () => aPlanFile({ ...circumstances, plans: notebook.get('plan') }),
    },
  });
  location.hash = `#/way-back/plans/${stored.id}`;
  renderIn(session, PlanPage, { params: { id: stored.id } });
  return { notebook, kept };
};

const chain = async () => within(await screen.findByRole('list', { name: 'The steps' }));
const stage = () => document.querySelector('[data-figure="stage"]')?.textContent;
const doneOf = (plan: Plan, id: string) => plan.steps.find((step) => step.id === id)?.done;

// A Monday.
beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('a step', () => {
  it('is done in one tap, with what came of it, and the plan moves on at once', async () => {
    const { kept } = open();
    const list = await chain();
    expect(stage()).toBe('Preparing');
    await userEvent.click(list.getByRole('button', { name: 'Promised to come' }));
    expect(stage()).toBe('Promised');
    await waitFor(() => expect(list.getByRole('heading', { name: 'Call her' })).toHaveFocus());
    await waitFor(() =>
      expect(doneOf(kept(), 'call')).toEqual({ on: today(), outcome: 'promised', why: '', note: '' }),
    );
    expect(list.getByText(/They count as back only when an import shows the purchase/)).toBeVisible();
    expect(screen.getByText('Nov 30, 2026', { selector: 'span' })).toBeVisible();
  });

  it('may be undone', async () => {
    const { kept } = open({ steps: [{ ...call(), done: doneOn(today(), 'reached').done }, letter()] });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo: Call her' }));
    await waitFor(() => expect(doneOf(kept(), 'call')).toBeNull());
    expect(stage()).toBe('Preparing');
  });

  it('that ended the chain with a promise offers to look whether they came, and undone takes that along', async () => {
    const { kept } = open({ steps: [{ ...call(), who: 'sold:Mia' }, care()] });
    const list = await chain();
    await userEvent.click(list.getByRole('button', { name: 'Promised to come' }));
    expect(list.getByLabelText('Check on')).toHaveValue('2026-11-30');
    await fireEvent.input(list.getByLabelText('Check on'), { target: { value: '2026-11-20' } });
    expect(list.getByRole('button', { name: 'Remind me to check whether they came' })).toBeDisabled();
    await fireEvent.input(list.getByLabelText('Check on'), { target: { value: '2026-12-02' } });
    await userEvent.click(list.getByRole('button', { name: 'Remind me to check whether they came' }));
    await waitFor(() =>
      expect(list.getByRole('heading', { name: /^Check whether they came/ })).toHaveFocus(),
    );
    expect(list.queryByLabelText('Check on')).toBeNull();
    await waitFor(() =>
      expect(kept().steps[1]).toMatchObject({
        template: 'check-promise',
        who: 'sold:Mia',
        due: { kind: 'on', day: addDays(today(), 9) },
        done: null,
      }),
    );
    expect(kept().steps[2]!.id).toBe('care');
    await userEvent.click(list.getByRole('button', { name: 'Undo: Call her' }));
    await waitFor(() => expect(kept().steps.map(({ id }) => id)).toEqual(['call', 'care']));
  });

  it('that ended in a promise asks nothing where another step follows', async () => {
    open();
    const list = await chain();
    await userEvent.click(list.getByRole('button', { name: 'Promised to come' }));
    expect(list.queryByLabelText('Check on')).toBeNull();
  });

  it('that was refused asks why, and offers to end the plan', async () => {
    const { kept } = open();
    await userEvent.click((await chain()).getByRole('button', { name: 'Refused' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Why did they refuse?' }), 'Found another');
    await waitFor(() => expect(doneOf(kept(), 'call')?.why).toBe('Found another'));
    await userEvent.click(screen.getByRole('button', { name: 'End the plan' }));
    await waitFor(() => expect(kept().closed).toMatchObject({ because: 'refused', on: today() }));
    expect(stage()).toBe('Closed');
  });

  it('keeps a note and another day', async () => {
    const { kept } = open({ steps: [{ ...call(), done: doneOn(today(), 'reached').done }] });
    await userEvent.click(await screen.findByRole('button', { name: /^Add a note/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Note/ }), 'Likes <b>peonies</b>');
    await fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2026-11-20' } });
    await waitFor(() =>
      expect(doneOf(kept(), 'call')).toMatchObject({
        note: 'Likes <b>peonies</b>',
        on: addDays(today(), -3),
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: /^Done/ }));
    expect(screen.getByText('Likes <b>peonies</b>')).toBeVisible();
  });

  it('is dropped and taken up again, and added', async () => {
    const { kept } = open();
    const list = await chain();
    await userEvent.click(list.getByRole('button', { name: 'Drop: Call her' }));
    await waitFor(() => expect(kept().steps[0]!.dropped).toBe(true));
    await userEvent.click(list.getByRole('button', { name: 'Take it up again: Call her' }));
    await waitFor(() => expect(kept().steps[0]!.dropped).toBe(false));
    await userEvent.click(screen.getByRole('button', { name: 'Add a step' }));
    await waitFor(() => expect(kept().steps).toHaveLength(4));
    expect(kept().steps.map(({ aftercare }) => aftercare)).toEqual([false, false, false, true]);
    expect(list.getByRole('textbox', { name: 'What is to be done' })).toHaveFocus();
  });

  it('moves to a date, to another person and another way', async () => {
    const { kept } = open();
    const list = await chain();
    await userEvent.click(list.getByRole('button', { name: 'Change: Write to her' }));
    await userEvent.click(list.getByRole('radio', { name: 'On a date' }));
    await fireEvent.change(list.getByLabelText('Date'), { target: { value: '2026-12-24' } });
    await userEvent.selectOptions(list.getByRole('combobox', { name: 'Who' }), 'sold:Mia');
    expect(list.getByText(/Whoever lost a client does not win them back/)).toBeVisible();
    await userEvent.selectOptions(list.getByRole('combobox', { name: 'Who' }), 'sold:Ben');
    await userEvent.selectOptions(list.getByRole('combobox', { name: 'How' }), 'visit');
    await waitFor(() =>
      expect(kept().steps[1]).toMatchObject({
        due: { kind: 'on', day: addDays(today(), 31) },
        who: 'sold:Ben',
        channel: 'visit',
        minutes: 45,
      }),
    );
  });
});

describe('a plan', () => {
  it('is ended with a reason, and taken up again', async () => {
    const { kept } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'End this plan' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('radio', { name: 'We let them go' }));
    await userEvent.click(dialog.getByRole('button', { name: 'End the plan' }));
    await waitFor(() => expect(kept().closed).toMatchObject({ because: 'let-go', on: today() }));
    expect(screen.getByRole('link', { name: 'Make a new plan' })).toHaveAttribute('href', '#/clients/7/plan');
    await userEvent.click(screen.getByRole('button', { name: 'Take the plan up again' }));
    await waitFor(() => expect(kept().closed).toBeNull());
  });

  it('is kept as a chain of the owner’s own', async () => {
    const { notebook } = open({ reason: 'late-delivery' });
    await userEvent.click(await screen.findByRole('button', { name: /chain of my own/ }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'For florists');
    await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(notebook.get('playbook')).toHaveLength(1));
    expect(notebook.get('playbook')[0]).toMatchObject({ name: 'For florists', reasons: ['late-delivery'] });
    expect(notebook.get('playbook')[0]!.steps.map(({ what }) => what)).toEqual([
      'Call her',
      'Write to her',
      'Ask how it was',
    ]);
  });

  it('takes the steps of another chain, aftercare once', async () => {
    const { kept } = open();
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Chain' }), 'keep-in-touch');
    await userEvent.click(screen.getByRole('button', { name: 'Add its steps' }));
    await waitFor(() => expect(kept().steps).toHaveLength(3 + 3 + 4));
    expect(kept().steps.findLastIndex(({ aftercare }) => !aftercare)).toBe(4);
  });

  it('gives its open steps to somebody else', async () => {
    const { kept } = open();
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Who is responsible' }),
      'sold:Ben',
    );
    await waitFor(() => expect(kept().responsible).toBe('sold:Ben'));
    expect(kept().steps.map(({ who }) => who)).toEqual(['sold:Ben', 'sold:Ben', 'sold:Ben']);
  });

  it('shows a return with its sum, the step before it and the earlier volume; aftercare begins by itself', async () => {
    const done = { ...call(), done: doneOn(addDays(today(), -10), 'reached').done };
    open(
      { steps: [done, letter(), care()] },
      { of: { status: STATUS.recovered }, recovery: aRecovery({ step: 'call' }) },
    );
    expect(await screen.findByRole('heading', { name: 'They are back' })).toBeVisible();
    expect(screen.getByText(/for €40\.00\..*That was 7 days after this step: Call her/s)).toBeVisible();
    expect(document.querySelector('[data-figure="volume"]')).toHaveTextContent('50%');
    expect(stage()).toBe('Aftercare');
    const after = within(screen.getByRole('list', { name: 'When they are back' }));
    expect(after.getByText(`${formatDay(addDays(today(), -2))}, 2 days late`)).toBeVisible();
    expect(after.getByRole('button', { name: 'Reached, we talked' })).toBeVisible();
    const chase = await chain();
    expect(chase.queryByRole('button', { name: 'Done already: Write to her' })).toBeNull();
  });

  it('calls a purchase before the first step natural return', async () => {
    open({}, { recovery: aRecovery({ ours: false, daysSinceStep: NaN }) });
    expect(await screen.findByText(/That was before your first step/)).toBeVisible();
  });

  it('offers no contact to a client who asked to be left alone', async () => {
    open({}, { of: { doNotContact: true } });
    expect(await screen.findByText('No plan: they asked to be left alone.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Reached, we talked' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^What to say/ })).toBeNull();
  });

  it('says so where it is not here', async () => {
    const { session } = aSession({ answers: { ...new ANotebook().answers, clientOfPlan: () => null } });
    renderIn(session, PlanPage, { params: { id: 'gone' } });
    expect(await screen.findByRole('heading', { name: 'This plan is not here' })).toBeVisible();
  });
});
