import '@testing-library/jest-dom/vitest';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { AREAS } from '../../src/i18n/messages';
import { loadArea } from '../../src/i18n/language.svelte';

beforeAll(() => loadArea(...AREAS));

beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

/** Whatever is complained about in passing is a defect that no assertion looked at. */
afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
  expect(vi.mocked(console.warn).mock.calls).toEqual([]);
  vi.restoreAllMocks();
});
