import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import ClientPage from '../../../src/features/clients/ClientPage.svelte';
import type { Statement } from '../../../src/domain/notebook/interview';
import type { Entry } from '../../../src/domain/notebook/notebook';
import { formatDay } from '../../../src/i18n/formats';
import type { Input } from '../../../src/workers/protocol';
import { aClient, everyDays } from '../../support/aClient';
import { aSession, renderIn } from '../../support/aSession';
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
});
