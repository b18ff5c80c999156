import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { Plan } from '../../../src/domain/notebook/plan';
import '../../../src/features/today/WorkOfDay.svelte';
import LaterWork from '../../../src/features/today/LaterWork.svelte';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import Toasts from '../../../src/ui/Toasts.svelte';
import { dismiss, toasts } from '../../../src/ui/toasts.svelte';
import type { Input } from '../../../src/workers/protocol';
import type { WorkList as Work } from '../../../src/workers/winbackJobs';
import { aPlan, aStep } from '../../support/aPlan';
import { aHeadline, aSession, aShop, openShopLook, renderIn, type Answers } from '../../support/aSession';
import { aPlanRow, aWorkList } from '../../support/planRows';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] });
  location.hash = '';
});
afterEach(() => {
  vi.useRealTimers();
  for (const { code } of troubles.present) forget(code);
  for (const { id } of toasts.shown) dismiss(id);
  Reflect.deleteProperty(navigator, 'setAppBadge');
  Reflect.deleteProperty(navigator, 'clearAppBadge');
});

const call = aStep({ id: 'step-a', what: 'Call and apologise' });
const letter = aStep({ id: 'step-b', what: 'Write by hand', channel: 'letter' });

/** A pretended shop with two plans that keeps what is saved. */
function aShopAtWork(work: Partial<Work> = {}, answers: Answers = {}) {
  const plans = new Map<number, Plan>([
    [7, aPlan({ id: 'plan-1', client: 7, steps: [call] })],
    [8, aPlan({ id: 'plan-2', client: 8, steps: [letter] })],
  ]);
  const rows = () =>
    [
      aPlanRow({ nextStep: call }),
      aPlanRow({
        plan: 'plan-2',
        client: 8,
        name: 'Bob Maes',
        phone: '',
        nextStep: letter,
        expectedGain: 9_000,
      }),
    ].filter(({ client }) => plans.get(client)!.steps[0]!.done === null);
  const made = aSession({
    look: openShopLook(),
    answers: {
      work: () => aWorkList({ due: rows(), overdueCount: 1, ...work }),
      imports: [],
      entries: ({ client }: Input<'entries'>) => ({ entries: [plans.get(client!)!], setAside: 0 }),
      saveEntries: ({ change }: Input<'saveEntries'>) => {
        for (const entry of change.put ?? []) if (entry.kind === 'plan') plans.set(entry.client, entry);
        return null;
      },
      ...answers,
    },
  });
  renderIn(made.session, LaterWork, { shop: aShop(), headline: aHeadline() });
  return { ...made, plans, doneOf: (client: number) => plans.get(client)!.steps[0]!.done };
}

const row = async (name: string) => {
  const list = await screen.findByRole('list', { name: 'Steps by what they may bring' });
  return within(list).getByRole('link', { name }).closest('li')!;
};

describe('the work of the day', () => {
  it('lists what is due by what it may bring, each leading to its plan', async () => {
    aShopAtWork();
    expect(await row('Ann Peeters')).toHaveTextContent(/today.*Call: Call and apologise.*worth €450/s);
    expect(screen.getByText('2 steps, 1 overdue')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Ann Peeters' })).toHaveAttribute(
      'href',
      '#/way-back/plans/plan-1',
    );
    expect(screen.getByRole('link', { name: 'Call Ann Peeters' })).toHaveAttribute(
      'href',
      'tel:+32470123456',
    );
  });

  it('leads to the letter of a letter, and says what is offered in it', async () => {
    const offer = { sort: 'discount', percent: 15, cost: 500, text: '' } as const;
    const due = [aPlanRow({ nextStep: { ...letter, offer } })];
    aShopAtWork({ due });
    expect(await row('Ann Peeters')).toHaveTextContent('With it: 15% off');
    expect(screen.getByRole('link', { name: 'Write it: Ann Peeters' })).toHaveAttribute(
      'href',
      '#/way-back/letters/plan-1?step=step-b',
    );
  });

  it.each([
    ['email', '#/way-back/plans/plan-1'],
    ['whatsapp', '#/way-back/plans/plan-1'],
  ] as const)('leads from %s to where it is written', async (channel, address) => {
    aShopAtWork({ due: [aPlanRow({ nextStep: aStep({ channel }) })] });
    await row('Ann Peeters');
    expect(screen.getByRole('link', { name: 'Write it: Ann Peeters' })).toHaveAttribute('href', address);
  });

  it('names plans that stand still also where nothing else is to be done', async () => {
    aShopAtWork({ due: [], idle: 1 });
    expect(await screen.findByRole('link', { name: /^1 plan has no next step/ })).toBeInTheDocument();
  });

  it('is not there where nothing is to be done', async () => {
    const { asked } = aShopAtWork({ due: [] });
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('work'));
    expect(await screen.findByRole('region', { name: 'Call these first' })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'To do today' })).not.toBeInTheDocument();
  });

  it('names who is to be asked why, complaints, aftercare and those who came back', async () => {
    const recovery = {
      day: parseIsoDay('2026-11-21'),
      sum: 4_250,
      ours: true,
      daysSinceStep: 3,
      step: null,
      since: 4_250,
      visits: 1,
      volume: 0.1,
      yearWell: null,
      lostAgainOn: null,
    };
    const back = aPlanRow({
      plan: 'plan-9',
      nextStep: null,
      state: { stage: 'bought', next: null, recovery },
    });
    aShopAtWork({ due: [], back: [back], toAsk: 12, complaints: 1, aftercare: 2 });
    const link = (name: RegExp) => screen.findByRole('link', { name });
    expect(await link(/^12 clients to ask/)).toHaveAttribute('href', '#/reasons/ask');
    expect(await link(/^1 complaint without a cause/)).toHaveAttribute('href', '#/reasons/complaints');
    expect(await link(/^2 clients who came back need/)).toBeInTheDocument();
    expect(await link(/Ann Peeters came back on .*2026 and bought for €42.50/)).toHaveAttribute(
      'href',
      '#/way-back/plans/plan-9',
    );
  });
});

describe('a step that was done', () => {
  it('is written down with one tap, leaves the list, and can be taken back', async () => {
    const { doneOf } = aShopAtWork();
    await row('Ann Peeters');
    await userEvent.click(screen.getByRole('button', { name: 'Reached, we talked: Ann Peeters' }));
    await waitFor(() =>
      expect(doneOf(7)).toEqual({ on: parseIsoDay('2026-11-23'), outcome: 'reached', why: '', note: '' }),
    );
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Ann Peeters' })).not.toBeInTheDocument());
    await waitFor(() => expect(toasts.shown[0]?.text).toBe('Ann Peeters: Reached, we talked'));
    toasts.shown[0]!.action!.run();
    await waitFor(() => expect(doneOf(7)).toBeNull());
    expect(await row('Ann Peeters')).toBeInTheDocument();
  });

  it('leaves the keyboard at the next row, and at the words that all is done after the last', async () => {
    aShopAtWork();
    await row('Ann Peeters');
    await userEvent.click(screen.getByRole('button', { name: 'Reached, we talked: Ann Peeters' }));
    await waitFor(() => expect(screen.getByRole('link', { name: 'Bob Maes' })).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: 'Done: Bob Maes' }));
    const said = await screen.findByText('All steps for today are done. Well done.');
    expect(said).toHaveFocus();
    await waitFor(() => expect(toasts.shown).toHaveLength(2));
    expect(said).toBeInTheDocument();
  });

  it('asks why when it was refused', async () => {
    const { doneOf } = aShopAtWork();
    await row('Bob Maes');
    await userEvent.click(screen.getByRole('button', { name: 'Another outcome for Bob Maes' }));
    const dialog = screen.getByRole('dialog', { name: 'What came of it? Bob Maes' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Refused' }));
    await userEvent.type(within(dialog).getByLabelText(/Why did they refuse/), 'Too far away');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(doneOf(8)).toMatchObject({ outcome: 'refused', why: 'Too far away' }));
  });

  it('is worked on again by keyboard where it was, once it was taken back', async () => {
    aShopAtWork();
    renderIn(aSession({ look: openShopLook() }).session, Toasts);
    await row('Ann Peeters');
    await userEvent.click(screen.getByRole('button', { name: 'Reached, we talked: Ann Peeters' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getByRole('link', { name: 'Ann Peeters' })).toHaveFocus());
  });

  it('comes back, and it is told, where it could not be saved', async () => {
    aShopAtWork({}, { saveEntries: () => Promise.reject(new Failure('disk-full')) });
    await row('Ann Peeters');
    await userEvent.click(screen.getByRole('button', { name: 'Not reached: Ann Peeters' }));
    await waitFor(() => expect(troubles.present).toMatchObject([{ code: 'disk-full' }]));
    expect(await row('Ann Peeters')).toBeInTheDocument();
  });

  const promise = async (name: string) => {
    await row(name);
    await userEvent.click(screen.getByRole('button', { name: `Another outcome for ${name}` }));
    const dialog = within(screen.getByRole('dialog', { name: `What came of it? ${name}` }));
    await userEvent.click(dialog.getByRole('button', { name: 'Promised to come' }));
    return dialog;
  };

  it('that ended in a promise is followed by a look whether they came, in one tap', async () => {
    const { plans } = aShopAtWork();
    const dialog = await promise('Ann Peeters');
    expect(dialog.getByLabelText('Check on')).toHaveValue('2026-11-30');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(plans.get(7)!.steps).toHaveLength(2));
    expect(plans.get(7)!.steps).toMatchObject([
      { id: 'step-a', done: { outcome: 'promised' } },
      { template: 'check-promise', due: { kind: 'on', day: parseIsoDay('2026-11-30') }, done: null },
    ]);
    toasts.shown[0]!.action!.run();
    await waitFor(() => expect(plans.get(7)!.steps).toEqual([call]));
  });

  it('that ended in a promise is looked after on the day the owner says, or not at all', async () => {
    const { plans } = aShopAtWork();
    const dialog = await promise('Ann Peeters');
    const day = dialog.getByLabelText('Check on');
    await fireEvent.input(day, { target: { value: '2026-11-20' } });
    expect(dialog.getByText('Choose today or a later day.')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await fireEvent.input(day, { target: { value: '2026-12-04' } });
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(plans.get(7)!.steps[1]?.due).toEqual({ kind: 'on', day: parseIsoDay('2026-12-04') }),
    );
    const other = await promise('Bob Maes');
    await userEvent.click(other.getByRole('checkbox', { name: 'Remind me to check whether they came' }));
    await userEvent.click(other.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(plans.get(8)!.steps[0]!.done).toMatchObject({ outcome: 'promised' }));
    expect(plans.get(8)!.steps).toHaveLength(1);
  });

  it('that ended in a promise goes on with its chain where that is not at its end', async () => {
    const { doneOf, plans } = aShopAtWork({ due: [aPlanRow({ nextStep: call, isLast: false })] });
    await promise('Ann Peeters');
    await waitFor(() => expect(doneOf(7)).toMatchObject({ outcome: 'promised' }));
    expect(plans.get(7)!.steps).toHaveLength(1);
  });

  const swipe = async (item: HTMLElement, by: number, pointerType: string) => {
    const front = item.querySelector<HTMLElement>('[role=presentation]')!;
    front.setPointerCapture = vi.fn();
    const pointer = { pointerId: 1, pointerType, isPrimary: true, clientY: 10 };
    await fireEvent.pointerDown(front, { ...pointer, clientX: 150 });
    await fireEvent.pointerMove(front, { ...pointer, clientX: 150 + by / 2 });
    await fireEvent.pointerMove(front, { ...pointer, clientX: 150 + by });
    await fireEvent.pointerUp(front, { ...pointer, clientX: 150 + by });
  };

  it.each([
    [120, 'reached'],
    [-120, 'not-reached'],
  ])('is also done by a swipe of %i pixels: %s', async (by, outcome) => {
    const { doneOf } = aShopAtWork();
    await swipe(await row('Ann Peeters'), by, 'touch');
    await waitFor(() => expect(doneOf(7)).toMatchObject({ outcome }));
  });

  it.each([
    [60, 'touch'],
    [200, 'mouse'],
  ])('is not done by %i pixels with a %s', async (by, pointerType) => {
    const { asked } = aShopAtWork();
    await swipe(await row('Ann Peeters'), by, pointerType);
    expect(asked.map(({ name }) => name)).not.toContain('saveEntries');
  });
});

describe('the badge on the icon', () => {
  const withBadge = () => {
    const badge = { set: vi.fn(() => Promise.resolve()), clear: vi.fn(() => Promise.resolve()) };
    Object.assign(navigator, { setAppBadge: badge.set, clearAppBadge: badge.clear });
    return badge;
  };

  it('counts what is due and overdue', async () => {
    const { set } = withBadge();
    aShopAtWork();
    await waitFor(() => expect(set).toHaveBeenCalledWith(2));
  });

  it('is taken away where nothing is due', async () => {
    const { set, clear } = withBadge();
    aShopAtWork({ due: [], dueCount: 0, toAsk: 3 });
    await waitFor(() => expect(clear).toHaveBeenCalled());
    expect(set).not.toHaveBeenCalled();
  });
});
