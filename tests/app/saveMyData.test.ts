import { beforeEach, describe, expect, test, vi } from 'vitest';
import { saveMyData } from '../../src/app/saveMyData';
import { Failure } from '../../src/storage/failure';
import type { Envelope } from '../../src/storage/envelope';
import { shopToFile } from '../../src/storage/shopToFile';
import { handOver } from '../../src/ui/handOver';
import { aSession, aShop, openShopLook } from '../support/aSession';

vi.mock('../../src/ui/handOver', () => ({ handOver: vi.fn() }));
vi.mock('../../src/storage/shopToFile', () => ({ shopToFile: vi.fn() }));

const envelope = { sales: 42 } as Envelope;
const fromWorker = { blob: new Blob(['worker']), envelope };
const fromPage = { blob: new Blob(['page']), envelope };

const handedOver = async () => vi.mocked(handOver).mock.calls.at(-1)![0].text();

beforeEach(() => {
  vi.mocked(handOver).mockReset().mockResolvedValue('downloaded');
  vi.mocked(shopToFile).mockReset().mockResolvedValue(fromPage);
});

describe('saving from the last screen', () => {
  test('the worker makes the file, and that it was saved is remembered', async () => {
    const { session } = aSession({
      answers: { shopFile: fromWorker, fileSaved: aShop({ savedAt: 1, savedSales: 42 }) },
    });
    expect(await saveMyData(session)).toMatch(/^boomerang-corner-flowers-.*\.boomerang$/);
    expect(await handedOver()).toBe('worker');
    expect(session.shop?.savedSales).toBe(42);
    expect(shopToFile).not.toHaveBeenCalled();
  });

  test('a broken worker does not stop it, nor that nothing can be remembered then', async () => {
    const broken = () => Promise.reject(new Failure('unexpected'));
    const { session } = aSession({ answers: { shopFile: broken, fileSaved: broken } });
    await saveMyData(session);
    expect(await handedOver()).toBe('page');
  });

  test('data of a newer version are read on the page without asking the worker', async () => {
    const { session, asked } = aSession({ look: { kind: 'newer', shops: [aShop()] } });
    await saveMyData(session);
    expect(await handedOver()).toBe('page');
    expect(asked).toEqual([]);
  });

  test('a closed share sheet is no success', async () => {
    vi.mocked(handOver).mockResolvedValue('cancelled');
    const { session, asked } = aSession({ answers: { shopFile: fromWorker } });
    await expect(saveMyData(session)).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked.map(({ name }) => name)).toEqual(['shopFile']);
  });

  test('without a shop there is nothing to save', async () => {
    await expect(saveMyData(aSession({ look: { kind: 'empty' } }).session)).rejects.toMatchObject({
      code: 'nothing-to-save',
    });
  });

  test('a shop that is gone is reported, not created anew', async () => {
    const gone = () => Promise.reject(new Failure('shop-missing'));
    const { session } = aSession({ look: openShopLook(), answers: { shopFile: gone } });
    await expect(saveMyData(session)).rejects.toMatchObject({ code: 'shop-missing' });
    expect(shopToFile).not.toHaveBeenCalled();
  });
});
