import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchDefects } from '../../src/app/defects';
import { errors } from '../../src/app/errors';
import LastResort from '../../src/app/LastResort.svelte';
import Troubles from '../../src/app/Troubles.svelte';
import { provideServices, type Services } from '../../src/reactive/services';
import { forget, report, troubles } from '../../src/reactive/trouble.svelte';
import { Failure, FAILURES } from '../../src/storage/failure';

const withServices = (facts: Partial<Services>) => {
  const context = new Map<unknown, unknown>();
  const given = { saveMyData: () => Promise.resolve('shop.boomerang'), ...facts } as Services;
  return { context, given };
};

const show = (facts: Partial<Services> = {}) => {
  const { given } = withServices(facts);
  return render(
    ((...all: Parameters<typeof Troubles>) => {
      provideServices(given);
      return Troubles(...all);
    }) as typeof Troubles,
    {},
  );
};

afterEach(() => troubles.present.forEach(({ code }) => forget(code)));

describe('an expected failure', () => {
  test('has a place in the table, whichever it is', () => {
    expect(Object.keys(errors).sort()).toEqual([...FAILURES].sort());
  });

  test('is told with what happened and what to do, once', async () => {
    show();
    report('disk-full');
    report('disk-full');
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no room left on this device');
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was half saved');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  test('can be dismissed', async () => {
    show();
    report('no-storage');
    await userEvent.click(await screen.findByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is tried again where whoever told it can', async () => {
    const retry = vi.fn();
    show();
    report('unexpected', retry);
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
    expect(troubles.present).toEqual([]);
  });

  test('of saving the data is told as well', async () => {
    show({ saveMyData: () => Promise.reject(new Failure('nothing-to-save')) });
    report('disk-full');
    await userEvent.click(await screen.findByRole('button', { name: 'Save my data' }));
    expect(await screen.findByText('There is nothing to save yet')).toBeInTheDocument();
  });
});

describe('the last resort', () => {
  test('always offers to save the data and to load again', async () => {
    const save = vi.fn(() => Promise.resolve('shop.boomerang'));
    const reload = vi.fn();
    render(LastResort, { error: new Error('boom'), save, reload });
    await userEvent.click(screen.getByRole('button', { name: 'Save my data' }));
    expect(await screen.findByText(/Keep the file in a safe place/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Load again' }));
    expect([save.mock.calls.length, reload.mock.calls.length]).toEqual([1, 1]);
  });

  test('says in words why saving failed', async () => {
    render(LastResort, { error: 'odd', save: () => Promise.reject(new Failure('nothing-to-save')) });
    await userEvent.click(screen.getByRole('button', { name: 'Save my data' }));
    expect(
      await screen.findByText('It could not be saved: There is nothing to save yet'),
    ).toBeInTheDocument();
  });

  test('holds the technical story for whoever can read it', () => {
    render(LastResort, { error: new TypeError('x is not a function'), save: () => Promise.resolve('') });
    expect(screen.getByText(/TypeError: x is not a function/)).toBeInTheDocument();
  });
});

describe('defects', () => {
  const tell = vi.fn();

  test('that nobody caught are told, until the watch ends', () => {
    const stop = watchDefects(tell);
    window.dispatchEvent(new ErrorEvent('error', { message: 'boom', error: new Error('boom') }));
    window.dispatchEvent(
      new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }),
    );
    window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'late' }));
    stop();
    window.dispatchEvent(new ErrorEvent('error', { message: 'after', error: new Error('after') }));
    expect(tell.mock.calls).toEqual([[new Error('boom')], ['late']]);
  });
});
