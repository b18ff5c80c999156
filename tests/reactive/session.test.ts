import { describe, expect, it, vi } from 'vitest';
import type { Headline } from '../../src/domain/loss/headline';
import { aHeadline, aSession, aShop, openShopLook, someSettings } from '../support/aSession';

const first = aShop({ id: 'shop-1' });
const second = aShop({ id: 'shop-2', name: 'Second' });

/** A session whose `confirm` is answered by hand, in any order. */
function anOpenSession() {
  const waiting: { shopId: string; answer: (headline: Headline) => void }[] = [];
  const { session } = aSession({
    look: openShopLook({ shop: first }),
    answers: {
      shops: [first, second],
      settings: someSettings(),
      switchShop: null,
      confirm: ({ shopId }: { shopId: string }) => new Promise((answer) => waiting.push({ shopId, answer })),
    },
  });
  const asked = (count: number) => vi.waitFor(() => expect(waiting.length).toBeGreaterThanOrEqual(count));
  return { session, waiting, asked };
}

describe('a change in another window', () => {
  it('does not bring back the shop that was left for another one in the meantime', async () => {
    const { session, waiting, asked } = anOpenSession();
    const told = session.changedElsewhere('shop-1');
    await asked(1);
    const opened = session.open('shop-2');
    await asked(2);
    waiting[1]!.answer(aHeadline({ sales: 2 }));
    await opened;
    waiting[0]!.answer(aHeadline({ sales: 1 }));
    await told;
    expect(session.shop?.id).toBe('shop-2');
    expect(session.headline?.sales).toBe(2);
  });

  it('never leaves figures that are older than those shown since', async () => {
    const { session, waiting, asked } = anOpenSession();
    const told = session.changedElsewhere('shop-1');
    await asked(1);
    session.show(aHeadline({ basis: '7@20780', sales: 7 }));
    waiting[0]!.answer(aHeadline({ basis: '6@20780', sales: 6 }));
    await asked(2);
    expect(session.headline?.sales).toBe(7);
    waiting[1]!.answer(aHeadline({ basis: '8@20780', sales: 8 }));
    await told;
    expect(session.headline?.sales).toBe(8);
  });

  it('is heard when it follows another at once', async () => {
    const { session, waiting, asked } = anOpenSession();
    const told = [session.changedElsewhere('shop-1'), session.changedElsewhere('shop-1')];
    await asked(2);
    waiting[1]!.answer(aHeadline({ sales: 9 }));
    waiting[0]!.answer(aHeadline({ sales: 8 }));
    await asked(3).then(() => waiting[2]!.answer(aHeadline({ sales: 9 })));
    await Promise.all(told);
    expect(session.headline?.sales).toBe(9);
  });
});
