import { beforeEach, expect, test } from 'vitest';
import { holdBusy, isBusyAnywhere, whileBusy } from '../../src/reactive/busy';
import { provideLocks } from '../support/locks';

beforeEach(provideLocks);

test('the app is busy exactly as long as the work goes on', async () => {
  expect(await isBusyAnywhere()).toBe(false);
  const answer = await whileBusy(async () => {
    expect(await isBusyAnywhere()).toBe(true);
    return 42;
  });
  expect(answer).toBe(42);
  expect(await isBusyAnywhere()).toBe(false);
});

test('work that fails lets go and passes its error on', async () => {
  await expect(whileBusy(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(await isBusyAnywhere()).toBe(false);
});

test('an open draft holds until it is let go, whatever else ends in the meantime', async () => {
  const release = holdBusy();
  await whileBusy(() => Promise.resolve());
  expect(await isBusyAnywhere()).toBe(true);
  release();
  await Promise.resolve();
  await Promise.resolve();
  expect(await isBusyAnywhere()).toBe(false);
});

test('where there are no locks the work is done all the same', async () => {
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  expect(await whileBusy(() => Promise.resolve('done'))).toBe('done');
  expect(await isBusyAnywhere()).toBe(false);
});
