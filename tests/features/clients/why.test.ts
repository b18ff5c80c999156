import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import ClientPage from '../../../src/features/clients/ClientPage.svelte';
import type { Statement } from '../../../src/domain/notebook/interview';
import type { Entry } from '../../../src/domain/notebook/notebook';
import { formatDay } from '../../../src/i18n/formats';
import type { Input } from '../../../src/workers/protocol';
import { aClient, everyDays } from '../../support/aClient';
import { aComplaint } from '../../support/aComplaint';
import { aSession, renderIn } from '../../support/aSession';
import { aResponse, someAnswers } from '../../support/aSurvey';
import { someEntries } from '../../support/entries';
import { day } from '../../support/salesLog';

const log = everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const);
const lost = aClient(log, { asOf: '2026-05-23' });
const regular = aClient(log, { asOf: '2026-02-20' });

const says = (facts: Partial<Statement>): Statement => ({
  ...someEntries.statement,
  client: 7,
  day: day('2026-05-10'),
  ...facts,
});

const open = (entries: readonly Entry[], client = lost) => {
  location.hash = '#/clients/7';
  const { session } = aSession({
    answers: {
      client,
      entries: ({ kinds }: Input<'entries'>) => ({
        entries: entries.filter(({ kind }) => kinds.includes(kind)),
        setAside: 0,
      }),
    },
  });
  renderIn(session, ClientPage, { params: { id: '7' } });
};

const said = formatDay(day('2026-05-10'));

const known = (view: string) =>
  document.querySelector(`[data-figure="why-${view}"]`)?.textContent.replace(/\s+/g, ' ').trim();

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 4, 23, 12), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('why a lost client left', () => {
  it('is asked for where nobody knows', async () => {
    open([]);
    expect(await screen.findByRole('link', { name: 'Ask why they left' })).toHaveAttribute(
      'href',
      '#/clients/7/ask',
    );
    expect(screen.getByRole('link', { name: 'Quick note' })).toHaveAttribute('href', '#/clients/7/reason');
    expect(screen.getByText(/Nobody has found out yet/)).toBeVisible();
  });

  it('is told by whose word, with the day, how bad it was and the client’s own words', async () => {
    const real = says({
      id: 's2',
      role: 'real',
      source: 'owner',
      reasons: [{ reason: 'rudeness', weight: 1 }],
    });
    open([says({ severity: null }), { ...real, severity: 4 }]);
    await screen.findByText('What it really was');
    expect(known('real')).toBe(`Somebody was rude to them My own view · ${said}`);
    expect(known('stated')).toBe(`Too expensive The client said so · ${said}`);
    expect(known('staff')).toBeUndefined();
    expect(screen.getByText('Too dear')).toBeVisible();
    expect(screen.getByText('In the client’s eyes: A catastrophe (4 of 5)')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ask again' })).toBeVisible();
  });

  it('may have several reasons, each with its weight', async () => {
    const reasons = [
      { reason: 'moved', weight: 1 },
      { reason: 'price', weight: 3 },
    ];
    open([says({ reasons })]);
    await screen.findByText('What the client says');
    expect(known('stated')).toMatch(/^Too expensive \(75%\)\s?Moved away \(25%\)/);
  });

  it('says when nobody knew, and when the answer is old', async () => {
    vi.setSystemTime(Date.UTC(2027, 7, 1));
    open([says({ reasons: [] })]);
    await screen.findByText('Older than a year: ask again.');
    expect(known('stated')).toMatch(/^Nobody knows/);
  });

  it('leaves out what was said about an earlier absence', async () => {
    open([says({ day: day('2026-01-18') })]);
    expect(await screen.findByText(/Nobody has found out yet/)).toBeVisible();
  });

  it('goes on with a conversation that was begun', async () => {
    open([{ ...someEntries.interview, client: 7 }]);
    expect(await screen.findByRole('link', { name: 'Go on asking' })).toBeVisible();
  });

  it('is not asked of a client who wants no contact; a note can still be taken', async () => {
    open([], { ...lost, card: { client: 7, doNotContact: true } });
    expect(await screen.findByRole('link', { name: 'Quick note' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Ask why they left' })).toBeNull();
  });
});

describe('a client who is not lost', () => {
  it('is asked how satisfied they are', async () => {
    open([], regular);
    expect(await screen.findByRole('link', { name: 'Ask them' })).toHaveAttribute(
      'href',
      '#/clients/7/survey',
    );
    expect(screen.queryByRole('heading', { name: 'Why did they leave?' })).toBeNull();
  });

  const answered = aResponse({
    client: 7,
    day: day('2026-02-01'),
    answers: someAnswers({
      ratings: { goods: 5, advice: 3, 'own-2': 2 },
      reasons: [
        { reason: 'moved', weight: 1 },
        { reason: 'own-1', weight: 3 },
      ],
      why: 'The wait',
      wish: 'More tulips',
    }),
  });
  const about: readonly Entry[] = [
    { ...someEntries.items, items: [{ id: 'own-2', label: 'Our coffee' }] },
    { ...someEntries.reason, id: 'own-1', label: 'No parking' },
    aComplaint({ id: 'c1', client: 7, day: day('2026-02-01'), origin: 'open', item: 'own-2' }),
    aComplaint({ id: 'c2', client: 7, day: day('2026-01-01'), origin: 'hidden', item: 'advice' }),
  ];

  it('who answered has the last answer on the page: ratings, reasons, words, and the complaints that came of it', async () => {
    const older = aResponse({
      ...answered,
      id: 'r0',
      day: day('2026-01-01'),
      answers: someAnswers({ wish: 'Fewer lilies' }),
    });
    open([older, answered, ...about], regular);
    const card = within(await screen.findByRole('region', { name: 'Are they satisfied?' }));
    expect(await card.findByText(`Answered on ${formatDay(day('2026-02-01'))}.`)).toBeVisible();
    const lines = within(document.querySelector<HTMLElement>('[data-figure="ratings"]')!);
    expect(
      lines.getAllByRole('listitem').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    ).toEqual(['Our coffee: 2 of 5 Complaint', 'Our advice: 3 of 5', 'Our goods: 5 of 5']);
    expect(lines.getByRole('link', { name: 'To the complaint about: Our coffee' })).toHaveAttribute(
      'href',
      '#/reasons/complaints/c1',
    );
    expect(card.getByText('No parking')).toBeVisible();
    expect(card.getByText('The wait')).toBeVisible();
    expect(card.getByText('More tulips')).toBeVisible();
    expect(card.queryByText('Fewer lilies')).toBeNull();
    expect(card.getByRole('link', { name: 'Ask again' })).toHaveAttribute('href', '#/clients/7/survey');
  });

  it('is told to be asked again where the answer is older than a year', async () => {
    vi.setSystemTime(Date.UTC(2027, 7, 1));
    open([answered], regular);
    expect(await screen.findByText('Older than a year: ask again.')).toBeVisible();
  });

  it('keeps the answer on the page when no longer asked: lost, or to be left alone', async () => {
    open([answered, { ...someEntries.statement, client: 7 }], lost);
    expect(await screen.findByText('More tulips')).toBeVisible();
    const card = within(screen.getByRole('region', { name: 'Are they satisfied?' }));
    expect(card.queryByRole('link', { name: 'Ask again' })).toBeNull();
  });

  it('who never answered and may not be asked has no such card', async () => {
    open([], { ...regular, card: { client: 7, doNotContact: true } });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('heading', { name: 'Are they satisfied?' })).toBeNull();
  });
});
