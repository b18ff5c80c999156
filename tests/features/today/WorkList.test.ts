import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { Plan } from '../../../src/domain/notebook/plan';
import '../../../src/features/today/WorkList.svelte';
import LaterWork from '../../../src/features/today/LaterWork.svelte';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import { dismiss, toasts } from '../../../src/ui/toasts.svelte';
import type { Input } from '../../../src/workers/protocol';
import type { WorkList as Work } from '../../../src/workers/winbackJobs';
import { aPlan, aStep } from '../../support/aPlan';
import { aSession, openShopLook, renderIn, type Answers } from '../../support/aSession';
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
      entries: ({ client }: Input<'entries'>) => ({ entries: [plans.get(client!)!], setAside: 0 }),
      saveEntries: ({ change }: Input<'saveEntries'>) => {
        for (const entry of change.put ?? []) if (entry.kind === 'plan') plans.set(entry.client, entry);
        return null;
      },
      ...answers,
    },
  });
  renderIn(made.session, LaterWork);
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

  it('is not there where nothing is to be done', async () => {
    const { asked } = aShopAtWork({ due: [] });
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('work'));
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
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

  it('comes back, and it is told, where it could not be saved', async () => {
    aShopAtWork({}, { saveEntries: () => Promise.reject(new Failure('disk-full')) });
    await row('Ann Peeters');
    await userEvent.click(screen.getByRole('button', { name: 'Not reached: Ann Peeters' }));
    await waitFor(() => expect(troubles.present).toMatchObject([{ code: 'disk-full' }]));
    expect(await row('Ann Peeters')).toBeInTheDocument();
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
