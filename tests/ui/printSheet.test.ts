import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import PrintSheet from '../../src/ui/PrintSheet.svelte';
import { words } from '../support/words';

const sheet = () => screen.getByText('The sheet').parentElement!;

afterEach(() => vi.unstubAllGlobals());

it('stands alone on the page while printing, and comes back', async () => {
  vi.stubGlobal('print', () => {
    window.dispatchEvent(new Event('beforeprint'));
    window.dispatchEvent(new Event('beforeprint'));
    expect(sheet().parentElement).toBe(document.body);
    window.dispatchEvent(new Event('afterprint'));
  });
  render(PrintSheet, { action: 'Print it', children: words('The sheet') });
  const home = sheet().parentElement;
  await userEvent.click(screen.getByRole('button', { name: 'Print it' }));
  expect(sheet().parentElement).toBe(home);
  expect(home).not.toBe(document.body);
});

it('leaves nothing behind when the screen is left while printing', () => {
  const { unmount } = render(PrintSheet, { action: 'Print it', children: words('The sheet') });
  window.dispatchEvent(new Event('beforeprint'));
  unmount();
  expect(screen.queryByText('The sheet')).toBeNull();
});
