import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STATUS } from '../../../../src/domain/loss/status';
import NewPlanPage from '../../../../src/features/wayback/plan/NewPlanPage.svelte';
import { today } from '../../../../src/reactive/today';
import { anEmployee } from '../../../support/aCase';
import { ANotebook } from '../../../support/aNotebook';
import { aPlan, aStep } from '../../../support/aPlan';
import { aPlanFile } from '../../../support/aPlanFile';
import { aSession, renderIn } from '../../../support/aSession';

const employees = [anEmployee('Mia'), anEmployee('Ben'), anEmployee('Cleo')];

const open = (circumstances: Parameters<typeof aPlanFile>[0] = {}) => {
  location.hash = '#/clients/7/plan';
  const notebook = new ANotebook();
  const { session } = aSession({
    answers: { ...notebook.answers, employees, planFile: () => aPlanFile(circumstances) },
  });
  renderIn(session, NewPlanPage, { params: { id: '7' } });
  return { notebook };
};

const steps = async () => within(await screen.findByRole('list', { name: 'The steps' }));
const why = () =>
  [...document.querySelectorAll<HTMLElement>('[data-because]')].map(({ dataset }) => dataset.because);

// A Monday.
beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('a plan is proposed', () => {
  it('by the reason, with every choice explained, and accepted in one tap', async () => {
    const { notebook } = open();
    expect(await screen.findByRole('heading', { name: 'Plan the way back of Anna Berg' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'By appointment' })).toBeVisible();
    expect(why()).toEqual(expect.arrayContaining(['by-reason', 'not-who-lost', 'several-tries']));
    expect(screen.getByText('Not Mia: whoever lost a client does not win them back.')).toBeVisible();
    await userEvent.click(screen.getAllByRole('button', { name: /^Begin with these/ })[0]!);
    await waitFor(() => expect(notebook.get('plan')).toHaveLength(1));
    const [plan] = notebook.get('plan');
    expect(plan).toMatchObject({
      client: 7,
      reason: 'late-delivery',
      playbook: 'late-delivery',
      responsible: 'sold:Ben',
      startedOn: today(),
      override: null,
      closed: null,
    });
    expect(plan!.steps.filter(({ aftercare }) => aftercare)).toHaveLength(4);
    expect(location.hash).toBe(`#/way-back/plans/${plan!.id}`);
  });

  it('and changed first: a step dropped, another moved and reworded', async () => {
    const { notebook } = open();
    const list = await steps();
    const titles = () => list.getAllByRole('heading').map((heading) => heading.textContent);
    const [first, second] = titles();
    await userEvent.click(list.getByRole('button', { name: `Move down: ${first!}` }));
    expect(titles().slice(0, 2)).toEqual([second, first]);
    expect(document.activeElement).toHaveAccessibleName(`Move down: ${first!}`);
    await userEvent.click(list.getByRole('button', { name: `Drop: ${second!}` }));
    await userEvent.click(list.getByRole('button', { name: `Change: ${first!}` }));
    const field = list.getByRole('textbox', { name: 'What is to be done' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Bring tulips');
    await userEvent.click(screen.getAllByRole('button', { name: /^Begin with/ })[0]!);
    await waitFor(() => expect(notebook.saves).toBe(1));
    const kept = notebook.get('plan')[0]!.steps;
    expect(kept[0]).toMatchObject({ what: 'Bring tulips', template: 'apology' });
    expect(kept.map(({ template }) => template)).not.toContain('priority-coupon');
  });

  it('with another chain where the owner finds a better one', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Another chain of steps' }));
    await userEvent.type(screen.getByRole('searchbox'), 'ladder');
    await userEvent.click(screen.getByRole('radio', { name: /Ladder of discounts/ }));
    expect(await screen.findByRole('heading', { name: 'Ladder of discounts' })).toBeVisible();
    expect((await steps()).getByRole('heading', { name: 'Write with 10% off' })).toBeVisible();
  });

  it('says when an offer pays, and what research knows of it', async () => {
    open();
    const list = await steps();
    await userEvent.click(list.getAllByRole('button', { name: /^Change:/ })[0]!);
    await userEvent.selectOptions(list.getByRole('combobox', { name: 'What comes with it' }), 'discount');
    expect(list.getByText(/A discount wins clients back for the price/)).toBeVisible();
    const cost = list.getByRole('textbox', { name: 'What it costs you' });
    await userEvent.clear(cost);
    await userEvent.type(cost, '57,60');
    // 57.60 / (480.00 a year x 40 % x 3 years) = 10 %.
    expect(list.getByText('Pays if it makes them come back with 10% more chance.')).toBeVisible();
  });
});

describe('before a plan', () => {
  it('the client is asked where nobody knows the reason', async () => {
    open({ knowledge: { reason: null, source: null, severity: null } });
    expect(await screen.findByRole('link', { name: 'Ask them why' })).toHaveAttribute(
      'href',
      '#/clients/7/ask',
    );
    expect(screen.getByRole('link', { name: 'I know the reason' })).toHaveAttribute(
      'href',
      '#/clients/7/reason',
    );
    expect(why()).toContain('ask-first');
  });

  it('a client who asked to be left alone is not to be contacted at all', async () => {
    open({ of: { doNotContact: true } });
    expect(await screen.findByText('No plan: they asked to be left alone.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Begin with/ })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Ask them why' })).toBeNull();
  });

  it('whoever refused is told so, and kept in touch with instead of chased in the same way', async () => {
    const steps = [
      aStep({ id: 's1', done: { on: today(), outcome: 'refused', why: 'Happy elsewhere', note: '' } }),
    ];
    const closed = { on: today(), because: 'refused', note: '' } as const;
    open({ plans: [aPlan({ client: 7, playbook: 'late-delivery', steps, closed })] });
    expect(await screen.findByText(/^They refused on/)).toBeVisible();
    expect(screen.getByText(/Happy elsewhere/)).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'By appointment' })).toBeNull();
  });

  it('a client lost twice gets a letter of regret, unless the owner says why not', async () => {
    const { notebook } = open({ of: { status: STATUS.lostTwice, timesLost: 2 } });
    expect(await screen.findByRole('heading', { name: 'A letter of regret' })).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Begin with this step' })[0]).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Another chain of steps' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Win them back all the same' }));
    await userEvent.click(screen.getByRole('button', { name: 'Pursue them' }));
    expect(screen.getByText('Say why, in a few words.')).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: /second chase/ }), 'A big account');
    await userEvent.click(screen.getByRole('button', { name: 'Pursue them' }));
    expect(await screen.findByRole('heading', { name: 'By appointment' })).toBeVisible();
    await userEvent.click(screen.getAllByRole('button', { name: /^Begin with these/ })[0]!);
    await waitFor(() => expect(notebook.get('plan')[0]).toMatchObject({ override: 'A big account' }));
  });

  it('a plan that is open already is opened instead of a second one', async () => {
    const plan = aPlan({ client: 7, startedOn: today(), lostDate: today(), steps: [aStep()] });
    open({ plans: [plan] });
    expect(await screen.findByRole('link', { name: 'Open the plan' })).toHaveAttribute(
      'href',
      `#/way-back/plans/${plan.id}`,
    );
    expect(screen.queryByRole('button', { name: /^Begin with/ })).toBeNull();
  });

  it('no plan is made for a client who still buys', async () => {
    open({ of: { status: STATUS.regular } });
    expect(await screen.findByText('No plan is needed')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Begin with/ })).toBeNull();
  });

  it('a client who is not there is said to be gone', async () => {
    const { session } = aSession({
      answers: { ...new ANotebook().answers, employees, planFile: () => null },
    });
    renderIn(session, NewPlanPage, { params: { id: '99' } });
    expect(await screen.findByRole('heading', { name: 'This client is not here' })).toBeVisible();
  });
});
