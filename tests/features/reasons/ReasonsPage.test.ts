import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import ReasonsPage from '../../../src/features/reasons/ReasonsPage.svelte';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { Entry } from '../../../src/domain/notebook/notebook';
import { NO_KEY, NOT_ASKED } from '../../../src/domain/reasons/reasonsReport';
import { formatMoney } from '../../../src/i18n/formats';
import { STATUS } from '../../../src/domain/loss/status';
import { Failure } from '../../../src/storage/failure';
import type { AskRow } from '../../../src/workers/reasonsJobs';
import { aReasonsReport, anUnaskedReport } from '../../support/aReasonsReport';
import { aResponse } from '../../support/aSurvey';
import { aSession, openShopLook, renderIn, type Answers } from '../../support/aSession';
import { aWindow } from '../../support/aWindow';
import { someEntries } from '../../support/entries';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] });
  aWindow();
  location.hash = '#/reasons';
});
afterEach(() => vi.useRealTimers());

const anAskRow = (facts: Partial<AskRow> = {}): AskRow => ({
  client: 7,
  name: 'Anna Berg',
  phone: '',
  email: '',
  status: STATUS.lost,
  yearlyValue: 86_000,
  lostDate: parseIsoDay('2026-10-26'),
  weeks: 4,
  fresh: true,
  begun: false,
  oldAnswer: null,
  believed: null,
  ...facts,
});

const open = (answers: Answers = {}, entries: readonly Entry[] = []) => {
  const { session } = aSession({
    answers: {
      reasonsReport: aReasonsReport(),
      whoToAsk: [anAskRow(), anAskRow({ client: 8, name: 'Bruno Costa', begun: true })],
      entries: { entries, setAside: 0 },
      ...answers,
    },
  });
  renderIn(session, ReasonsPage);
  return session;
};

const figure = (name: string) =>
  document.querySelector(`[data-figure="${name}"]`)?.textContent.replace(/\s+/g, ' ').trim();

const card = async (name: string) => within(await screen.findByRole('region', { name }));

describe('what is known of the loss', () => {
  it('comes first: one sentence, one number, the dearest reason', async () => {
    open();
    const first = await screen.findByRole('region', { name: 'what is known of the loss' });
    expect(first).toHaveTextContent(
      '392 lost clients would bring €91,200 a year. You know the reason for €17,300 a year',
    );
    expect(figure('dearest')).toBe('The dearest reason: Somebody was rude to them, €9,100 a year.');
  });

  it('shows by whose word the money is known, with what nobody knows and what nobody was asked', async () => {
    open();
    await screen.findByText('How the lost money is known');
    expect(figure('coverage-client')).toBe('€12,000 · 13%');
    expect(figure('coverage-unknown')).toBe('€4,000 · 4%');
    expect(figure('coverage-not-asked')).toBe('€69,900 · 77%');
    expect(figure('coverage-brainstorm')).toBeUndefined();
  });

  it('is told with caution where few answers carry it', async () => {
    open();
    expect(await screen.findByText(/14 answers carry all of this/)).toBeVisible();
  });

  it('explains itself with the numbers of this shop', async () => {
    open();
    await userEvent.click(await screen.findByText('what is known of the loss', { selector: '.sr-only' }));
    expect(screen.getByText(/14 of 392 clients: €17,300.00 \/ €91,200.00 = 19%/)).toBeVisible();
  });

  it('says how much rests on old answers', async () => {
    const report = aReasonsReport();
    open({ reasonsReport: { ...report, coverage: { ...report.coverage, old: 250_000 } } });
    expect(await screen.findByText(/€2,500 of it rests on answers older than a year/)).toBeVisible();
  });
});

describe('before anybody was asked', () => {
  it('the page says what is at stake and shows three ways to begin', async () => {
    open({ reasonsReport: anUnaskedReport() });
    expect(
      await screen.findByText('392 clients are lost, and nobody has found out why. At stake:'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /Ask a client/ })).toHaveAttribute('href', '#/reasons/ask');
    expect(screen.getByRole('link', { name: /Hold a brainstorm/ })).toBeVisible();
    expect(screen.queryByText(/carry all of this/)).toBeNull();
  });

  it('money is sorted by what the sales alone tell', async () => {
    open({ reasonsReport: anUnaskedReport() });
    const money = await card('Reasons in money');
    const sorted = money.getByRole<HTMLSelectElement>('combobox', { name: 'Sorted by' });
    expect([...sorted.options].map(({ text }) => text)).toEqual(['Employee', 'Product', 'Month lost']);
    expect(money.queryByRole('radio')).toBeNull();
  });
});

describe('whom to ask next', () => {
  it('are three at most, each with a link into the conversation', async () => {
    open({ whoToAsk: [1, 2, 3, 4].map((client) => anAskRow({ client, name: `Client ${client}` })) });
    const next = await card('Ask next');
    expect(await next.findAllByRole('listitem')).toHaveLength(3);
    expect(next.getByRole('link', { name: 'Ask Client 1 why they left' })).toHaveAttribute(
      'href',
      '#/clients/1/ask',
    );
    expect(next.getAllByText(/lost 4 weeks ago: the best time to ask/)).toHaveLength(3);
    expect(next.getByRole('link', { name: 'Show all 4 clients to ask' })).toBeVisible();
  });

  it('shows a conversation that was begun as one to go on with', async () => {
    open();
    expect(await screen.findByRole('link', { name: 'Go on with Bruno Costa' })).toBeVisible();
  });

  it('says so when nobody is left', async () => {
    open({ whoToAsk: [] });
    expect(await screen.findByText(/Nobody is left to ask/)).toBeVisible();
  });
});

describe('reasons in money', () => {
  it('are lines with money, clients and share, each leading to its clients', async () => {
    open();
    const money = await card('Reasons in money');
    const lines = within(money.getByRole('list', { name: 'Lost money, dearest first' }));
    const first = lines.getAllByRole('link')[0];
    expect(first).toHaveTextContent('Somebody was rude to them €9,100');
    expect(first).toHaveTextContent('8 clients · 10% of the loss');
    expect(first).toHaveAttribute('href', '#/reasons/clients?view=best&dimension=reason&key=rudeness');
  });

  it('always show what nobody was asked and what nobody knows', async () => {
    open();
    const apart = within(await screen.findByRole('list', { name: 'Without a reason' }));
    expect(apart.getByRole('link', { name: /Not asked yet/ })).toHaveTextContent('€69,900');
    expect(apart.getByRole('link', { name: /Nobody knows/ })).toHaveTextContent('€4,000');
  });

  it('keep the chosen view and order in the address', async () => {
    open();
    const money = await card('Reasons in money');
    await userEvent.click(money.getByRole('radio', { name: 'Clients say' }));
    await userEvent.selectOptions(money.getByRole('combobox', { name: 'Sorted by' }), 'Competitor');
    expect(location.hash).toBe('#/reasons?view=stated&dimension=competitor');
    expect(await money.findByRole('link', { name: /Blume & Co/ })).toHaveAttribute(
      'href',
      '#/reasons/clients?view=stated&dimension=competitor&key=Blume+%26+Co',
    );
    expect(money.getByText('No competitor named')).toBeVisible();
  });

  it('say that nobody was named rather than call that the dearest', async () => {
    const report = aReasonsReport();
    const best = {
      ...report.tables.best,
      competitor: [
        { key: NO_KEY, cents: 1_730_000, clients: 14 },
        { key: NOT_ASKED, cents: 7_390_000, clients: 379 },
      ],
      employee: [{ key: NO_KEY, cents: 9_120_000, clients: 392 }],
    };
    location.hash = '#/reasons?dimension=competitor';
    open({ reasonsReport: { ...report, tables: { ...report.tables, best } } });
    const money = await card('Reasons in money');
    expect(money.getByText(/^Nobody has named a competitor/)).toBeVisible();
    expect(money.queryByText(/The dearest/)).toBeNull();
    await userEvent.selectOptions(money.getByRole('combobox', { name: 'Sorted by' }), 'Employee');
    expect(await money.findByText('Your sales do not say who served these clients.')).toBeVisible();
  });

  it('say how few of them make up most of it, or which is the dearest', async () => {
    open();
    const money = await card('Reasons in money');
    expect(money.getByText('88%')).toBeVisible();
    expect(money.getByText(/^2 of 3 reasons make up/)).toBeVisible();
    await userEvent.selectOptions(money.getByRole('combobox', { name: 'Sorted by' }), 'Competitor');
    expect(await money.findByText('Blume & Co', { selector: 'strong' })).toBeVisible();
  });

  it('mark months that are not complete yet', async () => {
    location.hash = '#/reasons?dimension=month';
    open({ reasonsReport: aReasonsReport({ ripeUntil: parseIsoDay('2026-02-10') }) });
    const money = await card('Reasons in money');
    const [march, february] = money.getAllByRole('link');
    expect(march).toHaveTextContent('March 2026 €61,200 290 clients · 67.1% of the loss, not complete yet');
    expect(february).toHaveTextContent(/February 2026 €30,000 100 clients · 32.9% of the loss$/);
  });

  it('name employees as the sales do, and ask for nobody’s word about them', async () => {
    location.hash = '#/reasons?dimension=employee';
    open();
    const money = await card('Reasons in money');
    expect(money.getByRole('link', { name: /Mia/ })).toHaveTextContent('€50,000');
    expect(money.queryByRole('radio')).toBeNull();
    expect(money.queryByRole('list', { name: 'Without a reason' })).toBeNull();
  });

  it('have a table that says the same to the cent, with a way to remove each cause', async () => {
    open();
    const money = await card('Reasons in money');
    await userEvent.click(money.getByRole('button', { name: 'Show as a table' }));
    const rows = money.getAllByRole('row');
    expect(rows).toHaveLength(6);
    expect(rows[1]).toHaveTextContent('Somebody was rude to them€9,100.00810%52.6%');
    expect(money.getByRole('link', { name: 'Remove it: Somebody was rude to them' })).toHaveAttribute(
      'href',
      '#/reasons/causes?reason=rudeness',
    );
  });

  it('explain that the lines add up to the loss', async () => {
    open();
    const money = await card('Reasons in money');
    await userEvent.click(money.getByText('Reasons in money', { selector: '.sr-only' }));
    expect(
      money.getByText('Known €17,300.00 + not asked yet €69,900.00 + nobody knows €4,000.00 = €91,200.00.'),
    ).toBeVisible();
  });
});

describe('belief against answer', () => {
  it('is one sentence with what the two differ on', async () => {
    open();
    await screen.findByText('Belief against answer', { selector: 'h2' });
    expect(figure('gap')).toBe(
      'Staff say Price 41%, clients say Service 55%: they differ on €12,300 a year.',
    );
  });

  it('stands beside what clients say against what it really was', async () => {
    open({ reasonsReport: aReasonsReport({ gap: null }) });
    const gap = await card('Belief against answer');
    expect(figure('statedGap')).toBe(
      'Clients say Price 60%, it really was People 52%: the two differ on €6,400 a year.',
    );
    await userEvent.click(gap.getByText('Answer against truth', { selector: '.sr-only' }));
    expect(gap.getByText(/^Compared are the 5 clients/)).toBeVisible();
  });

  it('says nothing of it while no real reason was found', async () => {
    open({ reasonsReport: aReasonsReport({ statedGap: null }) });
    await card('Belief against answer');
    expect(figure('statedGap')).toBeUndefined();
  });

  it('says how to learn it where it is not known', async () => {
    open({ reasonsReport: aReasonsReport({ gap: null }) });
    const gap = await card('Belief against answer');
    expect(gap.getByRole('link', { name: 'Ask the staff' })).toHaveAttribute('href', '#/reasons/staff');
  });
});

describe('new losses against the quarter before', () => {
  it('are summed up, with the reason that rose most', async () => {
    open();
    await screen.findByText('New losses against the quarter before', { selector: 'h2' });
    expect(figure('quarter')).toMatch(/€13,000 a year was lost\. In the 91 days before: €10,900\./);
    const change = (reason: string) =>
      screen.getAllByRole('row').find((row) => row.textContent.includes(reason));
    expect(change('Somebody was rude')).toHaveTextContent('+€2,500');
    expect(change('Too expensive')).toHaveTextContent(formatMoney(-140_000, 'EUR', { rounded: true }));
    expect(figure('quarter')).toMatch(/Risen most: Somebody was rude to them, €2,500 more\./);
  });

  it('stand beside what changed in the business in these months, and nothing else', async () => {
    const event = { ...someEntries.event, day: parseIsoDay('2026-04-01') };
    const older = { ...event, id: 'event-2', day: parseIsoDay('2025-04-01'), text: 'New supplier' };
    open({}, [event, older]);
    expect(await screen.findByText(/Prices: Prices up 8 %/)).toBeVisible();
    expect(screen.queryByText(/New supplier/)).toBeNull();
  });
});

describe('the rooms behind the page', () => {
  it('each say what they are for and what stands in them', async () => {
    const due = parseIsoDay('2026-11-01');
    open({}, [{ ...someEntries.cause, due }, someEntries.round, someEntries.event]);
    const rooms = within(await screen.findByRole('navigation', { name: 'Dig deeper' }));
    expect(rooms.getAllByRole('link')).toHaveLength(8);
    const causes = rooms.getByRole('link', { name: /Causes to remove/ });
    expect(causes).toHaveAttribute('href', '#/reasons/causes');
    await waitFor(() => expect(causes).toHaveTextContent('1 open, 1 overdue'));
    expect(rooms.getByRole('link', { name: /List of reasons/ })).toHaveTextContent('21 reasons');
    expect(rooms.getByRole('link', { name: /^People/ })).toHaveAttribute('href', '#/reasons/people');
    expect(rooms.getByRole('link', { name: /History of the business/ })).toHaveTextContent('1 event');
  });
});

describe('the answers of clients in writing', () => {
  it('are counted with a name or without, those of the staff are not', async () => {
    open({}, [
      aResponse({ id: 'a', survey: 'loyal', client: null }),
      aResponse({ id: 'b', survey: 'lost', client: 7 }),
      aResponse({ id: 'c', survey: 'staff', client: 7 }),
      aResponse({ id: 'd', survey: 'ideas', client: null }),
    ]);
    const rooms = within(await screen.findByRole('navigation', { name: 'Dig deeper' }));
    const surveys = rooms.getByRole('link', { name: /Ask clients in writing/ });
    await waitFor(() => expect(surveys).toHaveTextContent('2 answers'));
  });
});

describe('a page without figures', () => {
  it('says what will be here before the first import', () => {
    renderIn(aSession({ look: { kind: 'none' } as never }).session, ReasonsPage);
    expect(screen.getByRole('heading', { name: 'Here you find out why they left' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open a file with sales' })).toHaveAttribute('href', '#/import');
  });

  it('asks for sales in a shop without any', () => {
    const { session } = aSession({ look: openShopLook({ headline: null }) });
    session.show(null);
    renderIn(session, ReasonsPage);
    expect(screen.getByRole('heading', { name: 'This shop has no sales yet' })).toBeVisible();
  });

  it('says that nobody is lost, and still leads on', async () => {
    open({ reasonsReport: aReasonsReport({ lost: 0, lostClients: 0 }) });
    expect(await screen.findByRole('heading', { name: 'Nobody is lost' })).toBeVisible();
    expect(screen.getByRole('navigation', { name: 'Dig deeper' })).toBeVisible();
  });

  it('tells what went wrong and tries again', async () => {
    let fails = true;
    open({
      reasonsReport: () => (fails ? Promise.reject(new Failure('data-damaged')) : aReasonsReport()),
    });
    const again = await screen.findByRole('button', { name: 'Try again' });
    fails = false;
    await userEvent.click(again);
    expect(await screen.findByText('How the lost money is known')).toBeVisible();
  });
});
