import { expect, test } from 'vitest';
import { readMutated } from '../../fuzz/mutatedFiles';

test('damaged files do not break the reader, keep it waiting, or change a total with nothing to see', async () => {
  const { files, crashes, silent, slowest } = await readMutated(2026, 500);
  expect(files).toBe(500);
  expect(crashes).toEqual([]);
  expect(silent).toEqual([]);
  expect(slowest).toBeLessThan(20_000);
}, 60_000);
