import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { EARNED_BY, type Earned, type EarnedReport } from '../../../../src/domain/winback/earnedReport';
import type { Stage } from '../../../../src/domain/winback/planState';
import WayBackPage from '../../../../src/features/wayback/WayBackPage.svelte';
import { Failure } from '../../../../src/storage/failure';
import type { PlanRow } from '../../../../src/workers/winbackJobs';
import { aSession, openShopLook, renderIn, type Answers } from '../../../support/aSession';
import { aPlanRow } from '../../../support/planRows';

beforeEach(() => {
  location.hash = '#/way-back';
});

const nothing: Earned = {
  contacted: 0,
  reached: 0,
  recovered: 0,
  firstPurchases: 0,
  since: 0,
  yearly: 0,
  cost: 0,
  minutes: 0,
  margin: 0,
  naturalMargin: 0,
  romi: NaN,
  romiGross: NaN,
  thin: true,
};

const earned = (says: Partial<EarnedReport> = {}): EarnedReport => ({
  total: nothing,
  by: Object.fromEntries(EARNED_BY.map((by) => [by, []])) as unknown as EarnedReport['by'],
  stages: {},
  refusals: [],
  leak: [],
  marginKnown: false,
  hourCostKnown: false,
  naturalKnown: false,
  ...says,
});

const row = (name: string, stage: Stage, says: Partial<PlanRow> = {}) =>
  aPlanRow({ plan: name, name, state: { ...aPlanRow().state, stage }, ...says });

const rows = [
  row('Ann', 'preparing', { reason: 'price', yearlyValue: 90_000 }),
  row('Bob', 'talking', { responsible: 'marta', yearlyValue: 50_000 }),
  row('Cleo', 'talking', { reason: 'price', yearlyValue: 20_000 }),
  row('Dirk', 'closed', { nextStep: null, yearlyValue: 10_000 }),
];

const openBoard = (answers: Answers = {}) => {
  const made = aSession({
    look: openShopLook(),
    answers: {
      plans: rows,
      employees: [{ id: 'marta', name: 'Marta', soldAs: 'Marta', leftOn: null } as never],
      entries: { entries: [], setAside: 0 },
      earned: earned(),
      ...answers,
    },
  });
  renderIn(made.session, WayBackPage);
  return made;
};

const stage = (name: string) => screen.findByRole('region', { name });
const shown = () =>
  screen.getAllByRole('link', { name: /^(Ann|Bob|Cleo|Dirk)$/ }).map((link) => link.textContent);

describe('the board', () => {
  it('shows plans by their stage, with count and value, each leading to its page', async () => {
    openBoard();
    expect(await stage('Talking')).toHaveTextContent(/2 clients, €700 a year.*Bob.*€500.*Cleo/s);
    expect(within(await stage('Preparing')).getByRole('link', { name: 'Ann' })).toHaveAttribute(
      'href',
      '#/way-back/plans/Ann',
    );
    expect(screen.queryByRole('region', { name: 'Promised' })).not.toBeInTheDocument();
  });

  it.each([
    ['Who does it', 'Marta', ['Bob'], 'who=marta'],
    ['Who does it', 'The head', ['Ann', 'Cleo', 'Dirk'], 'who=head'],
    ['Reason', 'Too expensive', ['Ann', 'Cleo'], 'reason=price'],
    ['Reason', 'Not known', ['Bob', 'Dirk'], 'reason=none'],
    ['Value of the client', 'The dearer half', ['Ann', 'Bob'], 'value=upper'],
  ])('narrows by "%s": %s', async (field, choice, left, query) => {
    openBoard();
    await stage('Talking');
    const select = screen.getByLabelText(field);
    const option =
      within(select).queryByRole('option', { name: choice }) ?? within(select).getAllByRole('option')[1]!;
    await userEvent.selectOptions(select, option);
    await waitFor(() => expect(location.hash).toBe(`#/way-back?${query}`));
    await waitFor(() => expect(shown()).toEqual(left));
  });

  it('shows a few of each stage and all of one on request', async () => {
    const many = Array.from({ length: 12 }, (_, n) => row(`Client ${n}`, 'contacted'));
    openBoard({ plans: many });
    const contacted = await stage('Contacted');
    expect(within(contacted).getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(within(contacted).getByRole('button', { name: 'Show all 12: Contacted' }));
    await waitFor(() => expect(location.hash).toBe('#/way-back?stage=contacted'));
    expect(await screen.findByText('Only this stage: Contacted')).toBeInTheDocument();
  });

  it('says at which step most refuse', async () => {
    const refusals = [
      { key: 'apology', reached: 12, refused: 5 },
      { key: '2', reached: 4, refused: 1 },
    ];
    openBoard({
      earned: earned({ total: { ...nothing, contacted: 3, reached: 2, recovered: 1 }, refusals }),
    });
    const card = await stage('Where chains break');
    expect(card).toHaveTextContent(/Contacted\s*3 \(75%\)/);
    expect(card).toHaveTextContent('Apologise, and say what has changed. 5 of 12 clients refused there.');
    expect(card).toHaveTextContent('Step 2 of a chain, in your own words');
  });

  it('says how to begin where there is no plan', async () => {
    openBoard({ plans: [] });
    expect(await screen.findByRole('link', { name: 'See the clients to win back' })).toHaveAttribute(
      'href',
      '#/clients?status=lost&sort=value',
    );
  });

  it('asks for sales first', async () => {
    openBoard({ plans: () => Promise.reject(new Failure('nothing-to-save')) });
    expect(await screen.findByRole('link', { name: 'Import sales' })).toHaveAttribute('href', '#/import');
  });
});
