import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { AREAS } from '../../src/i18n/messages';
import { loadArea } from '../../src/i18n/language.svelte';

/** A machine with other work is slow, not wrong. */
configure({ asyncUtilTimeout: 8_000 });

const complaints: unknown[][] = [];
const complain = (...words: unknown[]) => void complaints.push(words);

beforeAll(() => loadArea(...AREAS));

/** Replaced by hand rather than spied on: a test that restores its own spies must not switch this off. */
beforeEach(() => {
  complaints.length = 0;
  Object.assign(console, { error: complain, warn: complain });
});

/** Whatever is complained about in passing is a defect that no assertion looked at. */
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(complaints).toEqual([]);
});
