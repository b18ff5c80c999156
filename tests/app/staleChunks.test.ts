import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reloadOnStaleChunk } from '../../src/app/staleChunks';
import { holdBusy } from '../../src/reactive/busy';
import { provideLocks } from '../support/locks';

const reload = vi.fn();
const tell = vi.fn();
let stop: () => void;

const chunkIsGone = () => {
  const event = Object.assign(new Event('vite:preloadError', { cancelable: true }), {
    payload: new Error('gone'),
  });
  window.dispatchEvent(event);
  return event;
};

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  sessionStorage.clear();
  reload.mockReset();
  tell.mockReset();
  vi.spyOn(location, 'reload').mockImplementation(reload);
  provideLocks();
  stop = reloadOnStaleChunk(tell);
});

afterEach(() => stop());

test('a part that is gone from the host is fetched by loading the page again', async () => {
  expect(chunkIsGone().defaultPrevented).toBe(true);
  await settled();
  expect(reload).toHaveBeenCalledTimes(1);
});

test('if that did not help the error is left to be shown', async () => {
  chunkIsGone();
  await settled();
  expect(chunkIsGone().defaultPrevented).toBe(false);
  await settled();
  expect(reload).toHaveBeenCalledTimes(1);
});

test('offline nothing is loaded again: it could only lose what is on the screen', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  expect(chunkIsGone().defaultPrevented).toBe(false);
  await settled();
  expect(reload).not.toHaveBeenCalled();
});

test('while work goes on the error is shown instead', async () => {
  const release = holdBusy();
  chunkIsGone();
  await settled();
  expect(reload).not.toHaveBeenCalled();
  expect(tell).toHaveBeenCalledWith(new Error('gone'));
  release();
});
