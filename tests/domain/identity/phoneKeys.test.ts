import { describe, expect, it } from 'vitest';
import { phoneKeys } from '../../../src/domain/identity/phoneKeys';

describe('telephone numbers as keys', () => {
  it.each([
    ['BE', '0470 11 22 33', '+32 470 11 22 33'],
    ['KZ', '8 707 123 45 67', '+7 (707) 123-45-67'],
    ['RO', '0722.123.456', '0040 722 123 456'],
    ['FR', '06 39 98 42 40', '+33639984240'],
    ['', '06 39 98 42 40', '+33 6 39 98 42 40'],
  ])('in %s %s is %s', async (country, one, two) => {
    const [a, b] = await phoneKeys([one, two], country);
    expect(a).toBe(b);
  });

  it('stay different where the numbers are, and blank where there is none', async () => {
    const keys = await phoneKeys(['0470 11 22 33', '0470 11 22 34', '', '112', 'none'], 'BE');
    expect(new Set(keys.slice(0, 2)).size).toBe(2);
    expect(keys.slice(2)).toEqual(['', '', '']);
    expect(await phoneKeys([], '')).toEqual([]);
  });

  it('of one number written the same way are equal, wherever it belongs', async () => {
    const [a, b] = await phoneKeys(['0470 11 22 33', '0470/112233'], '');
    expect(a).toBe(b);
  });
});
