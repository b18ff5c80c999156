import { screen } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import Standing from '../../../src/features/clients/Standing.svelte';
import { aClient, everyDays } from '../../support/aClient';
import { aSession, renderIn } from '../../support/aSession';

const before = everyDays(21, 8, '2025-09-01');
const open = (...since: readonly string[]) => {
  const log = [...before, ...since].map((date) => [date, 40] as const);
  renderIn(aSession().session, Standing, { detail: aClient(log, { asOf: '2026-05-23' }) });
};

beforeEach(() => {
  location.hash = '#/clients/7';
});

it('says to promise less and follow every order, from the return on', () => {
  open('2026-05-10');
  expect(screen.getByText('Came back')).toBeVisible();
  expect(
    screen.getByText(/^First visit since the return\. .*promise less than you deliver\.$/),
  ).toBeVisible();
});

it('counts the visits since the return', () => {
  open('2026-04-20', '2026-05-10');
  expect(screen.getByText(/^2 visits since the return/)).toBeVisible();
});

it('is silent from the third visit on', () => {
  open('2026-03-30', '2026-04-20', '2026-05-10');
  expect(screen.queryByText(/since the return/)).not.toBeInTheDocument();
});
