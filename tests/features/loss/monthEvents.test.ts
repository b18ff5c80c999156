import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays, monthOf, parseIsoDay, type Month } from '../../../src/domain/kernel/day';
import type { BusinessEvent } from '../../../src/domain/notebook/event';
import { eventMarks } from '../../../src/features/loss/eventMarks';
import LossPage from '../../../src/features/loss/LossPage.svelte';
import { aHeadline, aSession, openShopLook, renderIn } from '../../support/aSession';
import { someEntries } from '../../support/entries';

const { drawChart } = vi.hoisted(() => ({ drawChart: vi.fn() }));
vi.mock('../../../src/ui/chart/draw', () => ({ drawChart }));

beforeEach(() => {
  drawChart.mockReset().mockReturnValue(() => undefined);
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

const asOf = parseIsoDay('2026-11-23');
const anEvent = (id: string, day: string, text: string): BusinessEvent => ({
  ...someEntries.event,
  id,
  day: parseIsoDay(day),
  text,
});

const base = aHeadline();
const months = {
  first: monthOf(addDays(asOf, -80)),
  length: 3,
  lostClients: Uint32Array.of(2, 5, 1),
  lostValue: Float64Array.of(20_000, 50_000, 10_000),
  recoveredClients: new Uint32Array(3),
  recoveredValue: new Float64Array(3),
  ripeUntil: asOf,
};
const headline = { ...base, report: { ...base.report, months } };

const open = (events: readonly BusinessEvent[]) => {
  const { session } = aSession({
    look: openShopLook({ headline }),
    answers: { entries: { entries: events, setAside: 0 } },
  });
  renderIn(session, LossPage);
};
const card = async () => {
  const title = await screen.findByRole('heading', { name: 'Lost and won back, month by month' });
  return within(title.closest('section')!);
};

describe('changes in the business, in the chart of the months', () => {
  it('stand in words under it, newest first, with a way to the whole history', async () => {
    open([
      anEvent('a', '2026-09-03', 'Prices up 8 %'),
      anEvent('b', '2026-11-02', 'New supplier'),
      anEvent('c', '2025-01-01', 'Long ago'),
    ]);
    const shown = await card();
    const heading = await shown.findByRole('heading', { name: 'Changes in the business' });
    const items = within(heading.parentElement!).getAllByRole('listitem');
    expect(items.map((item) => item.textContent.trim())).toEqual([
      'Nov 2, 2026: New supplier',
      'Sep 3, 2026: Prices up 8 %',
    ]);
    expect(shown.getByRole('link', { name: 'History of the business' })).toHaveAttribute(
      'href',
      '#/reasons/history',
    );
  });

  it('stand in the table twin beside their month', async () => {
    open([anEvent('b', '2026-10-31', 'New supplier')]);
    const shown = await card();
    await shown.findByText(/New supplier/);
    await userEvent.click(shown.getByRole('button', { name: 'Show as a table' }));
    const rows = within(shown.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => row.lastElementChild!.textContent.trim())).toEqual([
      'Changes in the business',
      '',
      'New supplier',
      '',
    ]);
  });

  it('say how many more there are', async () => {
    open(Array.from({ length: 7 }, (_, k) => anEvent(`e${k}`, `2026-10-0${k + 1}`, `Change ${k}`)));
    const shown = await card();
    expect(await shown.findByText('2 more changes stand in the history.')).toBeVisible();
    expect(shown.queryByText(/Change 1$/)).not.toBeInTheDocument();
    expect(shown.getByText(/Change 2$/)).toBeVisible();
  });

  it('are asked for where none was noted, and the chart is drawn but once', async () => {
    open([]);
    const shown = await card();
    expect(await shown.findByRole('link', { name: 'What changed in the business? Note it' })).toHaveAttribute(
      'href',
      '#/reasons/history',
    );
    expect(shown.queryByRole('heading', { name: 'Changes in the business' })).not.toBeInTheDocument();
    await waitFor(() => expect(drawChart).toHaveBeenCalled());
    expect(drawChart).toHaveBeenCalledTimes(1);
  });
});

describe('the marks of a chart', () => {
  it('are none without months, and the same none each time', () => {
    const events = [anEvent('a', '2026-09-03', 'Prices up 8 %')];
    expect(eventMarks(events, [])).toEqual([]);
    expect(eventMarks([], [100 as Month])).toBe(eventMarks(events, []));
  });
});
