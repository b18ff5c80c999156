import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { defaultSettings } from '../../../src/domain/shop/settings';
import { entriesOf, lossBasis, readEntries } from '../../../src/features/settings/entries';
import { feltLoss } from '../../../src/features/settings/feltLoss';
import { someSettings } from '../../support/aSession';

const span = { first: parseIsoDay('2024-01-02'), last: parseIsoDay('2026-11-20') };
const kept = someSettings({
  rentAMonth: 140_050,
  salaryAMonth: 260_000,
  hourCost: 2_450,
  marginPercent: 45.5,
  asOf: parseIsoDay('2026-06-30'),
});

describe('settings in their fields', () => {
  test('read back as they were kept', () => {
    const { settings, problems } = readEntries(entriesOf(kept), kept, span);
    expect(settings).toEqual(kept);
    expect(problems.size).toBe(0);
  });

  test('a blank field means "not entered"', () => {
    const { settings } = readEntries(
      { ...entriesOf(kept), rent: '', salary: ' ', hour: '', margin: '', asOf: '' },
      kept,
      span,
    );
    expect(settings).toMatchObject({
      rentAMonth: null,
      salaryAMonth: null,
      hourCost: null,
      marginPercent: null,
      asOf: null,
    });
  });

  test('what cannot be read is named, and counts as it was kept', () => {
    const typed = { ...entriesOf(kept), rent: 'a thousand', margin: '120', asOf: '2026-11-21' };
    const { settings, problems } = readEntries(typed, kept, span);
    expect([...problems].sort()).toEqual(['asOf', 'margin', 'rent']);
    expect(settings).toEqual(kept);
  });

  test('the last day of the data may be picked, the day after and the day before the first may not', () => {
    const wrong = (asOf: string) =>
      readEntries({ ...entriesOf(kept), asOf }, kept, span).problems.has('asOf');
    expect(wrong('2026-11-20')).toBe(false);
    expect(wrong('2024-01-02')).toBe(false);
    expect(wrong('2026-11-21')).toBe(true);
    expect(wrong('2024-01-01')).toBe(true);
  });

  test.each(['', '0', '731', '12.5', 'soon'])(
    '"%s" days are refused for the fixed preset only',
    (fixedDays) => {
      const typed = { ...entriesOf(kept), fixedDays };
      expect(readEntries({ ...typed, preset: 'fixed' }, kept, span).problems.has('fixedDays')).toBe(true);
      expect(readEntries(typed, kept, span).problems.size).toBe(0);
    },
  );

  test('each of the four patience numbers must lie between 0.5 and 20', () => {
    const patience = (texts: string[]) => readEntries({ ...entriesOf(kept), patience: texts }, kept, span);
    expect(patience(['1,5', '2', '3', '20']).settings.patience).toEqual([1.5, 2, 3, 20]);
    expect(patience(['2', '2', '', '4']).problems.has('patience')).toBe(true);
    expect(patience(['0.4', '2', '3', '4']).problems.has('patience')).toBe(true);
  });
});

describe('weekdays without work', () => {
  test('are kept in their order, however they were chosen', () => {
    const { settings, problems } = readEntries({ ...entriesOf(kept), freeWeekdays: [6, 0] }, kept, span);
    expect(settings.freeWeekdays).toEqual([0, 6]);
    expect(problems.size).toBe(0);
  });

  test('cannot be all seven', () => {
    const all = readEntries({ ...entriesOf(kept), freeWeekdays: [0, 1, 2, 3, 4, 5, 6] }, kept, span);
    expect([...all.problems]).toEqual(['freeWeekdays']);
    expect(all.settings).toEqual(kept);
  });
});

describe('what decides who is lost', () => {
  test('name, currency and money do not', () => {
    expect(lossBasis({ ...kept, name: 'Other', currency: 'USD', rentAMonth: 1, freeWeekdays: [] })).toBe(
      lossBasis(kept),
    );
  });

  test('days count only for the fixed preset, patience only for the rhythm', () => {
    expect(lossBasis({ ...defaultSettings, fixedDays: 45 })).toBe(lossBasis(defaultSettings));
    expect(lossBasis({ ...defaultSettings, patience: [1, 2, 3, 4] })).not.toBe(lossBasis(defaultSettings));
    const fixed = { ...defaultSettings, preset: 'fixed' as const };
    expect(lossBasis({ ...fixed, fixedDays: 45 })).not.toBe(lossBasis(fixed));
    expect(lossBasis({ ...fixed, patience: [1, 2, 3, 4] })).toBe(lossBasis(fixed));
  });
});

describe('the yearly loss, felt', () => {
  test('is told for what was newly entered', () => {
    const before = someSettings({ salaryAMonth: 200_000 });
    const after = { ...before, rentAMonth: 140_000, marginPercent: 40 };
    expect(feltLoss(4_900_000, after, before)).toEqual([
      { kind: 'rent', amount: 35 },
      { kind: 'margin', amount: 1_960_000 },
    ]);
  });

  test('a rent of zero says nothing', () => {
    expect(feltLoss(4_900_000, someSettings({ rentAMonth: 0 }), someSettings())).toEqual([]);
  });
});
