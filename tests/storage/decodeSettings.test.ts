import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/domain/shop/settings';
import { FREE_WEEKDAYS } from '../../src/domain/winback/schedule';
import { decodeSettings } from '../../src/storage/decodeSettings';

describe('weekdays without work', () => {
  test('are Sunday alone for a shop that was saved before they could be set', () => {
    const { freeWeekdays, ...before } = defaultSettings;
    expect(freeWeekdays).toEqual(FREE_WEEKDAYS);
    expect(decodeSettings(before)).toEqual(defaultSettings);
  });

  test('may be several, or none', () => {
    expect(decodeSettings({ ...defaultSettings, freeWeekdays: [0, 6] }).freeWeekdays).toEqual([0, 6]);
    expect(decodeSettings({ ...defaultSettings, freeWeekdays: [] }).freeWeekdays).toEqual([]);
  });

  test.each([['Sunday'], [[7]], [['0']], [[0.5]]])('that cannot be read (%j) are Sunday', (freeWeekdays) => {
    expect(decodeSettings({ ...defaultSettings, freeWeekdays }).freeWeekdays).toEqual([0]);
  });
});
