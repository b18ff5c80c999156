import { render, screen, waitFor } from '@testing-library/svelte';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import QrCode from '../../src/ui/QrCode.svelte';

const draw = (text: string) => render(QrCode, { text, label: 'Opens the questions', tooLong: 'Too long.' });

/** The modules that the path of the picture fills, read back from it. */
function filled(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let k = 0; k < Number(width); k++) rows[Number(y)]![Number(x) + k] = true;
  return rows;
}

it('draws every module, dark on light, with the quiet border that cameras need', async () => {
  const text = 'https://shop.example/#/answer?f=1len.abc';
  draw(text);
  const picture = await screen.findByRole('img', { name: 'Opens the questions' });
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  expect(picture).toHaveAttribute('viewBox', `0 0 ${size + 8} ${size + 8}`);
  const modules = filled(picture.querySelector('path')!.getAttribute('d')!, size + 8);
  expect(modules.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(data);
  const border = [...modules.slice(0, 4), ...modules.slice(-4)].flat();
  expect(border.some(Boolean)).toBe(false);
});

it('says so where a text is too long for any code', async () => {
  draw('a'.repeat(10_000));
  expect(await screen.findByText('Too long.')).toBeVisible();
  expect(screen.queryByRole('img')).toBeNull();
});

it('draws anew when the text changes', async () => {
  const { rerender } = draw('one');
  const before = (await screen.findByRole('img')).innerHTML;
  await rerender({ text: 'another' });
  await waitFor(() => expect(screen.getByRole('img').innerHTML).not.toBe(before));
});
