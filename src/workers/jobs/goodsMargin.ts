import { marginOf, soldMargin } from '../../domain/loss/margin';
import type { ShopSettings } from '../../domain/shop/settings';
import type { Results } from '../../storage/results';
import type { OpenShop } from './openShops';
import { whileWarm } from './whileWarm';

/** What the sales say of their cost, kept while the figures hold. */
export const goodsMargin = whileWarm(async (open, { headline }) =>
  soldMargin((await open.log()).sales, headline.report.asOf),
);

/** The margin (0-1) that money of the shop is weighed with, and whether it is known (rules.md 3.6). */
export const shopMargin = async (open: OpenShop, results: Results, { marginPercent }: ShopSettings) =>
  marginOf(await goodsMargin(open, results), marginPercent);
