import { cleanup, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/kernel/day';
import type { Entry } from '../../../src/domain/notebook/notebook';
import type { StaffRound } from '../../../src/domain/notebook/survey';
import { STATUS } from '../../../src/domain/loss/status';
import StaffRoundPage from '../../../src/features/surveys/StaffRoundPage.svelte';
import StaffRoundsPage from '../../../src/features/surveys/StaffRoundsPage.svelte';
import { today } from '../../../src/reactive/today';
import type { EmployeeRow } from '../../../src/workers/reasonsJobs';
import { aClientList } from '../../support/aClient';
import { aSession, renderIn } from '../../support/aSession';
import { aResponse, someAnswers } from '../../support/aSurvey';
import { day } from '../../support/salesLog';
import { kept } from './kept';

const round: StaffRound = {
  kind: 'round',
  id: 'r',
  rev: 1,
  madeAt: Date.UTC(2026, 10, 1, 9),
  changedAt: Date.UTC(2026, 10, 1, 9),
  day: day('2026-11-01'),
  title: 'Saturday team',
  closedOn: null,
};
const anEmployee: EmployeeRow = {
  id: 'mia',
  name: 'Mia',
  soldAs: null,
  leftOn: null,
  clients: 0,
  atRisk: { all: 0, sleeping: 0, lost: 0 },
  followed: null,
};
const opinion = (id: string, reason: string, why = '') =>
  aResponse({
    id,
    survey: 'staff',
    round: 'r',
    day: round.day,
    way: 'device',
    answers: someAnswers({ reasons: [{ reason, weight: 1 }], why }),
  });
const clients = aClientList([
  { name: 'Laurent Events', status: STATUS.lost },
  { name: 'Tavern Dorsey', status: STATUS.lost },
]);

const open = (entries: readonly Entry[] = [round]) => {
  const notebook = kept(entries);
  const { session, asked } = aSession({ answers: { clientList: clients, ...notebook.answers } });
  renderIn(session, StaffRoundPage, { params: { id: 'r' } });
  return { ...notebook, asked };
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const check = async (name: string) => userEvent.click(await screen.findByRole('checkbox', { name }));

/** One person's turn from "I have it" to the end. */
const turn = async (reason: string, words = '') => {
  await press('I have it. Begin');
  await check(reason);
  await press('Next');
  if (words) await userEvent.type(await screen.findByRole('textbox'), words);
  await press(words ? 'Next' : 'Skip');
  await screen.findByRole('heading', { name: 'Why did Laurent Events leave?' });
  await check('Somebody was rude to them');
  await press('Next');
  await screen.findByRole('heading', { name: 'Why did Tavern Dorsey leave?' });
  await press('I do not know');
  await press('Yes, done');
};

beforeEach(() => {
  location.hash = '#/reasons/staff/r';
});

describe('passing the device around', () => {
  it('keeps each answer without name and moment, and shows nothing of it afterwards', async () => {
    const notebook = open();
    await press('Begin');
    expect(await screen.findByRole('heading', { name: 'Hand the device to the first person' })).toBeVisible();
    await turn('Too expensive', 'The till is slow');
    expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(document.body.textContent).not.toMatch(/Too expensive|till|Laurent|rude/);
    const responses = notebook.of('response');
    expect(responses).toHaveLength(3);
    for (const response of responses)
      expect(response).toMatchObject({
        survey: 'staff',
        round: 'r',
        day: round.day,
        madeAt: Date.UTC(2026, 10, 1),
        changedAt: Date.UTC(2026, 10, 1),
      });
    expect(new Set(responses.map(({ client }) => client))).toEqual(new Set([null, 0, 1]));
    expect(notebook.of('statement')).toEqual([]);
    await press('Hand it on');
    expect(await screen.findByRole('heading', { name: 'Hand the device to the next person' })).toBeVisible();
    await press('I have it. Begin');
    for (const box of await screen.findAllByRole('checkbox')) expect(box).not.toBeChecked();
  });

  it('names at most three reasons, price never first, in another order for the next person', async () => {
    open();
    await press('Begin');
    const orders = new Set<string>();
    for (let person = 0; person < 4; person++) {
      await press('I have it. Begin');
      const boxes = await screen.findAllByRole('checkbox');
      const words = boxes.map((box) => box.closest('label')!.textContent.trim());
      expect(words[0]).not.toMatch(/Too expensive|somebody cheaper/);
      orders.add(words.join());
      if (person === 0) {
        for (const box of boxes.slice(0, 3)) await userEvent.click(box);
        expect(boxes[3]).toBeDisabled();
      }
      await press('Back');
      if (person === 0) await press('Drop my answers');
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it('counts every question of the turn in one line of progress, those about clients too', async () => {
    open();
    await press('Begin');
    await press('I have it. Begin');
    expect(await screen.findByText('1 of 4')).toBeVisible();
    await check('Too expensive');
    await check('Somebody was rude to them');
    expect(screen.getByText('1 of 5')).toBeVisible();
    await press('Next');
    await press('Next');
    await press('Skip');
    await screen.findByRole('heading', { name: 'Why did Laurent Events leave?' });
    expect(screen.getByText('4 of 5')).toBeVisible();
  });

  it('leads one question back with the browser’s Back, and asks before an answer is lost', async () => {
    const notebook = open();
    await press('Begin');
    await press('I have it. Begin');
    await check('Too expensive');
    await press('Next');
    await screen.findByRole('textbox');
    history.back();
    expect(await screen.findByRole('checkbox', { name: 'Too expensive' })).toBeChecked();
    history.back();
    expect(await screen.findByRole('heading', { name: 'Leave without answering?' })).toBeVisible();
    expect(screen.getByRole('heading', { name: /Hand the device/, hidden: true })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'All rounds' })).toBeNull();
    await press('Go on answering');
    expect(await screen.findByRole('checkbox', { name: 'Too expensive' })).toBeChecked();
    history.back();
    await press('Drop my answers');
    await press('I have it. Begin');
    for (const box of await screen.findAllByRole('checkbox')) expect(box).not.toBeChecked();
    expect(notebook.of('response')).toEqual([]);
    expect(location.hash).not.toMatch(/price/);
  });

  it('never leads Back into what the one before has answered', async () => {
    open();
    await press('Begin');
    await turn('Too expensive');
    await screen.findByRole('heading', { name: 'Thank you' });
    const before = location.hash;
    history.back();
    await waitFor(() => expect(location.hash).not.toBe(before));
    expect(screen.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByText(/people? have? answered/)).toBeNull();
  });

  it('lets somebody say nothing, and counts nobody for it', async () => {
    const notebook = open();
    await press('Begin');
    await press('I have it. Begin');
    await press('Skip');
    await press('Skip');
    await press('I do not know');
    await press('I do not know');
    expect(await screen.findByText(/You have not said anything/)).toBeVisible();
    await press('Yes, done');
    expect(notebook.of('response')).toEqual([]);
  });
});

describe('results of a round', () => {
  const three = [opinion('a', 'price', 'zebra'), opinion('b', 'price', 'apple'), opinion('c', 'rudeness')];

  it('stay hidden while the round is open or fewer than three have answered', async () => {
    open([round, ...three.slice(0, 2)]);
    expect(await screen.findByText('2 people have answered.')).toBeVisible();
    expect(screen.getByText(/One more answer is needed/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Close the round/ })).toBeNull();
    expect(document.body.textContent).not.toMatch(/Too expensive|zebra/);
  });

  it('are shown once it is closed, in an order that tells nothing', async () => {
    const view = aResponse({
      id: 'v',
      survey: 'staff',
      round: 'r',
      client: 4,
      answers: someAnswers({ reasons: [{ reason: 'rudeness', weight: 1 }] }),
    });
    const notebook = open([round, ...three, view]);
    await press(/Close the round and see/);
    await press('Close it');
    expect(await screen.findByText('3 people answered.')).toBeVisible();
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent.replace(/\s+/g, ' ').trim());
    expect(lines[0]).toBe('Too expensive 67% named by 2');
    expect(lines.slice(2)).toEqual(['apple', 'zebra']);
    expect(notebook.of('round')[0]!.closedOn).toBe(today());
    expect(notebook.of('statement')).toMatchObject([
      { client: 4, source: 'staff', author: null, from: 'r', reasons: [{ reason: 'rudeness', weight: 1 }] },
    ]);
  });
});

describe('on their own phones', () => {
  it('is a square and a link without any name of a client', async () => {
    const notebook = open();
    await press('Make square and link');
    expect(await screen.findByRole('img', { name: /for the staff/ })).toBeVisible();
    const { form, round: belongsTo, client } = notebook.of('invitation')[0]!;
    expect([form.survey, form.items, belongsTo, client]).toEqual(['staff', [], 'r', null]);
    expect(JSON.stringify(form)).not.toMatch(/Laurent|Tavern/);
  });
});

it('is deleted with all that belongs to it', async () => {
  const notebook = open([round, opinion('a', 'price'), aResponse({ id: 'other', round: null })]);
  await press('Delete the round');
  await userEvent.click((await screen.findAllByRole('button', { name: 'Delete the round' })).at(-1)!);
  await waitFor(() => expect(notebook.of('round')).toEqual([]));
  expect(notebook.of('response').map(({ id }) => id)).toEqual(['other']);
});

it('begins with a name or without', async () => {
  const notebook = kept();
  renderIn(aSession({ answers: notebook.answers }).session, StaffRoundsPage, {});
  await press('Start a round');
  await waitFor(() => expect(notebook.of('round')).toHaveLength(1));
  const [started] = notebook.of('round');
  expect(started).toMatchObject({ day: today(), closedOn: null });
  expect(location.hash).toBe(`#/reasons/staff/${started!.id}`);
});

it('says where there are too few for a round, and what to do instead', async () => {
  const employee = (id: string, leftOn: Day | null = null) => ({ ...anEmployee, id, name: id, leftOn });
  const show = (...all: EmployeeRow[]) =>
    renderIn(aSession({ answers: { ...kept().answers, employees: all } }).session, StaffRoundsPage, {});
  show(employee('Mia'), employee('Tom'), employee('Ida', day('2026-01-01')));
  expect(await screen.findByText('2 people are listed among your people')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Begin a brainstorm' })).toHaveAttribute(
    'href',
    '#/reasons/brainstorms',
  );
  cleanup();
  show(employee('Mia'), employee('Tom'), employee('Ida'));
  await screen.findByRole('button', { name: 'Start a round' });
  expect(screen.queryByText(/listed among your people/)).toBeNull();
});

it('says so when there is no such round', async () => {
  open([]);
  expect(await screen.findByRole('heading', { name: 'This round is not here' })).toBeVisible();
});
