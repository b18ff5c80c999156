import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { STATUS } from '../../../src/domain/loss/status';
import type { Brainstorm } from '../../../src/domain/notebook/brainstorm';
import type { Entry } from '../../../src/domain/notebook/notebook';
import type { SurveyResponse } from '../../../src/domain/notebook/survey';
import { DIMENSIONS, VIEWS, type ReasonsReport } from '../../../src/domain/reasons/reasonsReport';
import BrainstormPage from '../../../src/features/brainstorm/BrainstormPage.svelte';
import { href } from '../../../src/reactive/address';
import { goTo } from '../../../src/reactive/place';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import type { AskRow } from '../../../src/workers/reasonsJobs';
import { aBrainstorm, aHeap, anIdea } from '../../support/aBrainstorm';
import { ANotebook } from '../../support/aNotebook';
import { aSession, renderIn, type Answers } from '../../support/aSession';

const open = (facts: Partial<Brainstorm> = {}, others: readonly Entry[] = [], answers: Answers = {}) => {
  const notebook = new ANotebook([aBrainstorm(facts), ...others]);
  const { session, asked } = aSession({ answers: { ...notebook.answers, ...answers } });
  renderIn(session, BrainstormPage, { params: { id: 'storm-1' } });
  return { notebook, asked, kept: () => notebook.get('brainstorm')[0]! };
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 2, name });

const three = [anIdea('a', 'Prices too high'), anIdea('b', 'the price'), anIdea('c', 'No parking')];

const aRow = (client: number, name: string, yearlyValue: number): AskRow => ({
  client,
  name,
  phone: '',
  email: '',
  status: STATUS.lost,
  yearlyValue,
  lostDate: parseIsoDay('2026-10-01'),
  weeks: 7,
  fresh: false,
  begun: false,
  oldAnswer: null,
  believed: null,
});

const aReport = (real: Record<string, number>, stated: Record<string, number>): ReasonsReport => {
  const lines = (sums: Record<string, number>) =>
    Object.entries(sums).map(([key, cents]) => ({ key, cents, clients: 1 }));
  const none = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, []]));
  const tables = Object.fromEntries(VIEWS.map((view) => [view, none]));
  return {
    lost: 500_000,
    lostClients: 12,
    tables: {
      ...tables,
      real: { ...none, reason: lines(real) },
      stated: { ...none, reason: lines(stated) },
      best: { ...none, reason: lines({ ...stated, ...real }) },
    },
  } as unknown as ReasonsReport;
};

beforeEach(() => {
  location.hash = '#/reasons/brainstorms/storm-1';
});
afterEach(() => {
  vi.useRealTimers();
  for (const { code } of troubles.present) forget(code);
});

describe('a brainstorm', () => {
  it('says so where it is not here', async () => {
    const { session } = aSession({ answers: new ANotebook().answers });
    renderIn(session, BrainstormPage, { params: { id: 'gone' } });
    expect(await screen.findByRole('heading', { name: 'This brainstorm is not here' })).toBeVisible();
  });

  it('goes through its stages and back, the focus at the new heading', async () => {
    const { kept } = open({ ideas: three });
    await press('Go on to grouping');
    expect(await heading('What says the same?')).toHaveFocus();
    expect(screen.getByRole('list', { name: 'Stages of the brainstorm' })).toHaveTextContent('Group');
    await press('Back to collecting');
    expect(await heading('Why do clients leave us?')).toHaveFocus();
    await waitFor(() => expect(kept().stage).toBe('collect'));
  });
});

describe('the browser’s Back', () => {
  const back = async () => {
    const before = location.hash;
    history.back();
    await waitFor(() => expect(location.hash).not.toBe(before));
  };

  it('leads one stage back, and Forward to it again', async () => {
    const { kept } = open({ ideas: three });
    await press('Go on to grouping');
    expect(location.hash).toBe('#/reasons/brainstorms/storm-1?stage=group');
    await back();
    expect(await heading('Why do clients leave us?')).toBeVisible();
    await waitFor(() => expect(kept().stage).toBe('collect'));
    history.forward();
    expect(await heading('What says the same?')).toBeVisible();
  });

  it('asks before it takes votes back', async () => {
    const heaps = [aHeap('p', { name: 'Price', votes: 3 })];
    const { kept } = open({ stage: 'group', ideas: [anIdea('a', 'dear', 'p')], heaps });
    await press('Go on to the vote');
    await press('Begin with the first person');
    await press('One more dot for “Price”');
    await press('Give my dots');
    await waitFor(() => expect(kept().voters).toBe(1));
    await waitFor(() => expect(location.hash).toMatch(/stage=vote$/));
    goTo(href('brainstorm', { id: 'storm-1' }, { stage: 'group' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('One person has voted.');
    await press('Cancel');
    expect(await screen.findByText('One person has voted.')).toBeVisible();
    expect(kept()).toMatchObject({ stage: 'vote', voters: 1 });
    expect(location.hash).toMatch(/stage=vote$/);
  });

  it('asks before the dots of whoever is voting are lost', async () => {
    open({
      stage: 'vote',
      ideas: [anIdea('a', 'dear', 'p')],
      heaps: [aHeap('p', { name: 'Price' })],
    });
    await press('Begin with the first person');
    await press('One more dot for “Price”');
    await back();
    expect(await screen.findByRole('dialog')).toHaveTextContent('Leave without giving your dots?');
    await press('Go on voting');
    expect(await screen.findByText('2 dots left')).toBeVisible();
    await back();
    await press('Take my dots back');
    await press('Begin with the first person');
    expect(await screen.findByText('3 dots left')).toBeVisible();
  });

  it('never ends at a turn that the stage does not have', async () => {
    location.hash = '#/reasons/brainstorms/storm-1?stage=vote&turn=1';
    open({ stage: 'group', ideas: three });
    expect(await heading('What says the same?')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Go on to the vote' })).toBeEnabled();
  });

  it('follows the stage where the address is of an earlier one', async () => {
    location.hash = '#/reasons/brainstorms/storm-1?stage=collect';
    const { kept } = open({ stage: 'group', ideas: three });
    expect(await heading('What says the same?')).toBeVisible();
    await waitFor(() => expect(location.hash).toMatch(/stage=group$/));
    expect(kept().stage).toBe('group');
  });
});

describe('collecting', () => {
  it('puts an idea down with Enter and starts the next', async () => {
    const { kept } = open();
    const field = await screen.findByRole('textbox', { name: 'One idea' });
    expect(screen.getByRole('button', { name: 'Go on to grouping' })).toBeDisabled();
    await userEvent.type(field, 'Too dear{Enter}Long queue{Enter}');
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
    expect(screen.getByText('2 ideas')).toBeVisible();
    await waitFor(() => expect(kept().ideas.map(({ text }) => text)).toEqual(['Too dear', 'Long queue']));
  });

  it('takes an idea back, and puts it back again', async () => {
    const { kept } = open({ ideas: three });
    await press('Take back “No parking”');
    await waitFor(() => expect(kept().ideas).toHaveLength(2));
  });

  it('keeps what is half typed when the page is hidden', async () => {
    const { kept } = open();
    await userEvent.type(await screen.findByRole('textbox', { name: 'One idea' }), 'Rude at the till');
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(() => expect(kept().ideas.map(({ text }) => text)).toEqual(['Rude at the till']));
  });

  it('hides what the others wrote while one phone goes around', async () => {
    const { kept } = open({ ideas: three });
    await press('Pass it around');
    expect(screen.queryByText('No parking')).toBeNull();
    expect(screen.queryByText('3 ideas')).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: 'One idea' }), 'Cold shop{Enter}');
    expect(screen.getByText('You have put down one idea.')).toBeVisible();
    expect(screen.queryByText('Cold shop')).toBeNull();
    await press('Hand it on');
    expect(screen.queryByRole('textbox')).toBeNull();
    await press('I have it');
    expect(screen.getByText('You have put down nothing yet.')).toBeVisible();
    await press('Show all ideas');
    expect(await screen.findByText('Cold shop')).toBeVisible();
    await waitFor(() => expect(kept().ideas).toHaveLength(4));
  });

  it('shows an idea as the text it is, whatever it holds', async () => {
    open({ ideas: [anIdea('a', '<img src=x onerror=alert(1)>')] });
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeVisible();
  });

  it('tells when it could not be saved, and saves on another try', async () => {
    const { notebook, kept } = open();
    notebook.refuse = new Failure('disk-full');
    await userEvent.type(await screen.findByRole('textbox', { name: 'One idea' }), 'Late{Enter}');
    expect(await screen.findByText('Not saved yet. What was said is still here.')).toBeVisible();
    expect(screen.getByText('Late')).toBeVisible();
    notebook.refuse = null;
    await press('Try again');
    await waitFor(() => expect(kept().ideas).toHaveLength(1));
  });

  it('takes in what people sent from their own phones, once, and keeps no form', async () => {
    const form: SurveyResponse = {
      kind: 'response',
      id: 'form-1',
      rev: 1,
      madeAt: 0,
      changedAt: 0,
      survey: 'ideas',
      client: null,
      round: 'storm-1',
      answers: { ratings: {}, reasons: [], why: 'Too dear\nlong queue', wish: '' },
      day: parseIsoDay('2026-11-20'),
      way: 'code',
    };
    const { notebook, kept } = open({}, [form]);
    expect(await screen.findByText('long queue')).toBeVisible();
    await waitFor(() => expect(kept().ideas).toHaveLength(2));
    expect(notebook.get('response')).toEqual([]);
    expect(notebook.saves).toBe(1);
  });

  it('makes a link for other phones that is known before anybody sees it', async () => {
    const { notebook } = open();
    await press('Make a link');
    const link = await screen.findByRole('textbox', { name: 'Link' });
    expect((link as HTMLInputElement).value).toContain('#/answer?f=');
    expect(notebook.get('invitation')[0]).toMatchObject({
      round: 'storm-1',
      client: null,
      form: { survey: 'ideas', reasons: [], items: [] },
    });
    expect(await screen.findByRole('img', { name: /Code with the link/ })).toBeVisible();
  });

  it('counts five minutes down by the clock', async () => {
    open();
    await screen.findByRole('timer');
    vi.useFakeTimers({ now: 1_000_000 });
    const at = () => screen.getByRole('timer').textContent;
    expect(at()).toBe('5:00');
    screen.getByRole('button', { name: 'Start' }).click();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(at()).toBe('4:00');
    screen.getByRole('button', { name: 'Stop' }).click();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(at()).toBe('4:00');
    screen.getByRole('button', { name: 'Start' }).click();
    await vi.advanceTimersByTimeAsync(240_000);
    expect(at()).toBe('0:00');
    expect(screen.getByText('Time is up')).toBeVisible();
  });
});

describe('grouping', () => {
  it('lays the chosen ideas on a new heap, and others on it later', async () => {
    const { kept } = open({ stage: 'group', ideas: three });
    await press('Prices too high');
    await press('the price');
    expect(screen.getByText('2 ideas chosen')).toBeVisible();
    await press('New heap');
    await press('No parking');
    await userEvent.click(
      within(screen.getByRole('region', { name: 'Where do they go?' })).getByRole('button', {
        name: 'Prices too high',
      }),
    );
    await waitFor(() => expect(new Set(kept().ideas.map(({ heap }) => heap)).size).toBe(1));
    expect(kept().heaps).toHaveLength(1);
    expect(screen.getByText('Every idea lies on a heap.')).toBeVisible();
  });

  it('can be done with the keys alone', async () => {
    const { kept } = open({ stage: 'group', ideas: three });
    (await screen.findByRole('button', { name: 'No parking' })).focus();
    await userEvent.keyboard(' ');
    screen.getByRole('button', { name: 'New heap' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(kept().heaps.map(({ name }) => name)).toEqual(['No parking']));
  });

  it('renames a heap as it is typed, and takes it apart without losing an idea', async () => {
    const { kept } = open({
      stage: 'group',
      ideas: [anIdea('a', 'dear', 'h'), anIdea('b', 'late')],
      heaps: [aHeap('h', { name: 'Price' })],
    });
    const name = await screen.findByRole('textbox', { name: 'Name of the heap' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Too dear');
    await waitFor(() => expect(kept().heaps[0]?.name).toBe('Too dear'));
    await press('Take apart: “Too dear”');
    await waitFor(() => expect(kept().heaps).toEqual([]));
    expect(kept().ideas.map(({ heap }) => heap)).toEqual([null, null]);
  });

  it('hints at ideas that share words, and joins them only when told to', async () => {
    const { kept } = open({ stage: 'group', ideas: three });
    expect(await screen.findByText('“Prices too high” and “the price”')).toBeVisible();
    expect(kept().heaps).toEqual([]);
    await press('Lay together: “Prices too high” and “the price”');
    await waitFor(() => expect(kept().heaps).toHaveLength(1));
    expect(kept().ideas.filter(({ heap }) => heap !== null)).toHaveLength(2);
  });
});

describe('voting', () => {
  const heaps = [aHeap('p', { name: 'Price' }), aHeap('q', { name: 'Queue' })];
  const ideas = [anIdea('a', 'dear', 'p'), anIdea('b', 'slow', 'q')];

  it('goes around, counts everybody, and shows no count and no figure before it is closed', async () => {
    const { kept, asked } = open({ stage: 'vote', ideas, heaps });
    expect(await screen.findByRole('button', { name: 'Close the vote' })).toBeDisabled();
    for (const dots of [3, 1]) {
      await press(/Begin with the first person|The next person votes/);
      expect(screen.getByRole('button', { name: 'Give my dots' })).toBeDisabled();
      for (let k = 0; k < dots; k++) await press('One more dot for “Price”');
      await press('Give my dots');
      expect(screen.queryByText('Price')).toBeNull();
    }
    expect(screen.getByText('2 people have voted.')).toBeVisible();
    await waitFor(() => expect(kept()).toMatchObject({ voters: 2, heaps: [{ votes: 4 }, { votes: 0 }] }));
    expect(screen.queryByText(/4/)).toBeNull();
    expect(
      asked.map(({ name }) => name).filter((name) => name !== 'entries' && name !== 'saveEntries'),
    ).toEqual([]);
  });

  it('gives nobody more dots than the others', async () => {
    open({ stage: 'vote', ideas, heaps, dots: 2 });
    await press('Begin with the first person');
    await press('One more dot for “Price”');
    await press('One more dot for “Queue”');
    expect(screen.getByText('No dots left')).toBeVisible();
    expect(screen.getByRole('button', { name: 'One more dot for “Price”' })).toBeDisabled();
    await press('One dot fewer for “Price”');
    expect(screen.getByText('1 dot left')).toBeVisible();
  });

  it('lifts the dots only after a question when people go back to the heaps', async () => {
    const { kept } = open({ stage: 'vote', ideas, heaps: [aHeap('p', { votes: 3 }), heaps[1]!], voters: 1 });
    await press('Back to the heaps');
    expect(screen.getByRole('dialog')).toHaveTextContent('One person has voted.');
    expect(kept().voters).toBe(1);
    await press('Take the dots back');
    await waitFor(() => expect(kept()).toMatchObject({ stage: 'group', voters: 0 }));
  });
});

describe('attaching', () => {
  const heaps = [
    aHeap('p', { name: 'Too dear', votes: 4 }),
    aHeap('q', { name: 'Queue', votes: 1, reason: 'late-delivery' }),
  ];
  const ideas = [anIdea('a', 'dear', 'p'), anIdea('b', 'slow', 'q')];
  const whoToAsk = [aRow(7, 'Anna Berg', 40_000), aRow(8, 'Ben Cole', 90_000)];
  const attaching = { stage: 'attach', ideas, heaps, voters: 2 } as const;

  it('shows the votes, and gives a heap its reason of the catalogue', async () => {
    const { kept } = open(attaching, [], { whoToAsk });
    const pick = await screen.findByRole('combobox', { name: 'Reason for “Too dear”' });
    expect(screen.getByText('4 dots')).toBeVisible();
    await userEvent.selectOptions(pick, 'price');
    await waitFor(() => expect(kept().heaps.find(({ id }) => id === 'p')?.reason).toBe('price'));
  });

  it('adds a heap to the catalogue as a reason of its own', async () => {
    const { notebook, kept } = open(attaching, [], { whoToAsk });
    await press('Add as a new reason');
    expect(screen.getByRole('textbox', { name: /The reason/ })).toHaveValue('Too dear');
    await press('Add the reason');
    await waitFor(() => expect(notebook.get('reason')).toHaveLength(1));
    const [reason] = notebook.get('reason');
    expect(reason).toMatchObject({ label: 'Too dear', group: 'ours', type: 'service', human: false });
    await waitFor(() => expect(kept().heaps.find(({ id }) => id === 'p')?.reason).toBe(reason!.id));
  });

  it('goes through the lost clients, the dearest first, and attaches with a tap', async () => {
    const { notebook } = open(attaching, [], { whoToAsk });
    const ben = await screen.findByRole('group', { name: 'Why Ben Cole left' });
    const anna = screen.getByRole('group', { name: 'Why Anna Berg left' });
    expect(ben.compareDocumentPosition(anna)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await userEvent.click(within(ben).getByRole('button', { name: 'Queue' }));
    await waitFor(() => expect(notebook.get('statement')).toHaveLength(1));
    expect(notebook.get('statement')[0]).toMatchObject({
      client: 8,
      source: 'brainstorm',
      from: 'storm-1',
      sure: 'guess',
      reasons: [{ reason: 'late-delivery', weight: 1 }],
    });
    expect(await screen.findByText('One client has a reason from this brainstorm.')).toBeVisible();
    await userEvent.click(within(ben).getByRole('button', { name: 'Queue', pressed: true }));
    await waitFor(() => expect(notebook.get('statement')).toEqual([]));
  });

  it('makes one statement of quick taps', async () => {
    const both = [{ ...heaps[0]!, reason: 'price' }, heaps[1]!];
    const { notebook } = open({ ...attaching, heaps: both }, [], { whoToAsk });
    const ben = await screen.findByRole('group', { name: 'Why Ben Cole left' });
    within(ben).getByRole('button', { name: 'Queue' }).click();
    within(ben).getByRole('button', { name: 'Too dear' }).click();
    await waitFor(() => expect(notebook.get('statement')[0]?.reasons).toHaveLength(2));
    expect(notebook.get('statement')).toHaveLength(1);
  });

  it('leaves out clients of whom somebody else named a reason', async () => {
    const known = {
      kind: 'statement' as const,
      id: 's',
      rev: 1,
      madeAt: 0,
      changedAt: 0,
      client: 8,
      role: 'stated' as const,
      source: 'staff' as const,
      author: null,
      reasons: [{ reason: 'price', weight: 1 }],
      sure: 'likely' as const,
      severity: null,
      human: null,
      competitor: '',
      words: '',
      day: parseIsoDay('2026-11-01'),
      from: null,
    };
    open(attaching, [known], { whoToAsk });
    expect(await screen.findByRole('group', { name: 'Why Anna Berg left' })).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Why Ben Cole left' })).toBeNull();
  });

  it('warns before the vote is opened again', async () => {
    const { kept } = open(attaching, [], { whoToAsk });
    await press('Open the vote again');
    expect(screen.getByRole('dialog')).toHaveTextContent(/no longer for what they believed/);
    await press('Open it');
    await waitFor(() => expect(kept()).toMatchObject({ stage: 'vote', voters: 2 }));
  });
});

describe('comparing', () => {
  const done = {
    stage: 'done',
    voters: 2,
    heaps: [
      aHeap('p', { name: 'Too dear', votes: 4, reason: 'price' }),
      aHeap('q', { name: 'Queue', votes: 1, reason: 'late-delivery' }),
    ],
  } as const;

  it('puts votes beside money and says where people were furthest off', async () => {
    open(done, [], {
      reasonsReport: aReport({ rudeness: 30_000, price: 10_000 }, { price: 20_000, 'not-asked': 99_000 }),
    });
    expect(await screen.findByText(/of our votes, but/)).toHaveTextContent(
      /0\s?% of our votes, but 75\s?% of the lost money by what it really was\. That is 75 percentage points apart\./,
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/Too expensive80\s?%100\s?%25\s?%/);
  });

  it('says so where nothing is known yet', async () => {
    open(done, [], { reasonsReport: aReport({ 'not-asked': 99_000 }, { 'not-asked': 99_000 }) });
    expect(await screen.findByText(/Nothing to compare with yet/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Whom to ask next' })).toHaveAttribute('href', '#/reasons/ask');
  });
});
