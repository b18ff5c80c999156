import { expect, test } from 'vitest';
import { parsePercent } from '../../../src/domain/shop/writtenPercent';

const percent = (text: string) => {
  const read = parsePercent(text);
  return read.ok ? read.value : read.error;
};

test.each([
  ['45', 45],
  ['45 %', 45],
  ['45%', 45],
  ['45,5', 45.5],
  ['45.5', 45.5],
  ['0', 0],
  ['100', 100],
])('%s is read', (text, expected) => {
  expect(percent(text)).toBe(expected);
});

test('a blank means that nothing was entered', () => {
  expect(percent(' ')).toBeNull();
});

test.each(['half', '101', '-5', '4 5', '1,2,3'])('%s is no share', (text) => {
  expect(percent(text)).toBe('unreadable');
});
