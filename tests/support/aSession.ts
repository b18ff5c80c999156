import type { Component } from 'svelte';
import { render } from '@testing-library/svelte';
import { monthOf, parseIsoDay } from '../../src/domain/kernel/day';
import type { Headline } from '../../src/domain/loss/headline';
import type { LossReport } from '../../src/domain/loss/lossReport';
import { defaultSettings, type ShopSettings } from '../../src/domain/shop/settings';
import { provideServices } from '../../src/reactive/services';
import { Session } from '../../src/reactive/session.svelte';
import type { FirstLook } from '../../src/storage/firstLook';
import type { ShopRecord } from '../../src/storage/metaDb';
import type { ImportRecord } from '../../src/storage/shopDb';
import type { Ask, AskOptions } from '../../src/workers/client';
import type { Input, JobName, Output } from '../../src/workers/protocol';

/** What the pretended worker answers: a value, or a function of the question. */
export type Answers = {
  readonly [J in JobName]?:
    Output<J> | ((input: Input<J>, options: AskOptions<J>) => Output<J> | Promise<Output<J>>);
};

export interface Asked {
  readonly name: JobName;
  readonly input: unknown;
}

export const aShop = (facts: Partial<ShopRecord> = {}): ShopRecord => ({
  id: 'shop-1',
  kind: 'own',
  name: 'Corner Flowers',
  createdAt: Date.UTC(2026, 0, 5),
  ...facts,
});

export const someSettings = (facts: Partial<ShopSettings> = {}): ShopSettings => ({
  ...defaultSettings,
  name: 'Corner Flowers',
  ...facts,
});

export const anImport = (facts: Partial<ImportRecord> = {}): ImportRecord => ({
  id: 1,
  fileName: 'sales-2026.csv',
  contentHash: 'a1',
  at: Date.UTC(2026, 9, 1, 12),
  rows: 12_000,
  added: 11_800,
  overlap: 150,
  leftOut: 50,
  clientsAdded: 1_402,
  from: parseIsoDay('2024-01-02'),
  to: parseIsoDay('2026-11-20'),
  total: 98_765_400,
  ...facts,
});

/** A headline of 1,402 clients of whom 214 left in the last 12 months, worth 48,200.00 a year; `year` changes those figures. */
export function aHeadline(facts: Partial<Headline> = {}, year: Partial<LossReport['year']> = {}): Headline {
  const asOf = parseIsoDay('2026-11-23');
  return {
    basis: '1@20780',
    dataEnds: parseIsoDay('2026-11-20'),
    sales: 11_800,
    imports: 1,
    top: [],
    report: {
      asOf,
      logStart: parseIsoDay('2024-01-02'),
      typicalGap: 28,
      typicalGapFound: true,
      counts: {
        potential: 3,
        new: 120,
        regular: 700,
        sleeping: 150,
        lost: 380,
        recovered: 40,
        lostTwice: 12,
      },
      clientsWithPurchase: 1_402,
      lostStockPercent: 28,
      lostStockPercentRepeat: 22,
      annualLost: 9_120_000,
      annualAll: 41_000_000,
      lostSoFar: 5_200_000,
      oneTimeLost: 190,
      oneTimeLostValue: 1_100_000,
      turnover: 98_765_400,
      turnoverWithClient: 81_000_000,
      rowsUsed: 11_800,
      rowsWithoutClient: 2_400,
      year: {
        from: parseIsoDay('2025-11-24'),
        to: asOf,
        base: 1_402,
        carriedOver: 1_100,
        firstPurchases: 270,
        recovered: 32,
        lost: 214,
        percent: (100 * 214) / 1_402,
        lostValue: 4_820_000,
        oneTimeLost: 80,
        oneTimeLostValue: 500_000,
        ...year,
      },
      months: {
        first: monthOf(asOf),
        length: 1,
        lostClients: Uint32Array.of(12),
        lostValue: Float64Array.of(240_000),
        recoveredClients: Uint32Array.of(3),
        recoveredValue: Float64Array.of(60_000),
        ripeUntil: parseIsoDay('2026-09-01'),
      },
      medianLostAfter: 84,
    },
    ...facts,
  };
}

/** A session on a pretended worker; a question without an answer fails by name. `asked` fills up with what was asked. */
export function aSession({ look, answers = {} }: { look?: FirstLook; answers?: Answers } = {}): {
  session: Session;
  asked: Asked[];
} {
  const asked: Asked[] = [];
  const ask: Ask = async (name, input, options = {}) => {
    asked.push({ name, input });
    const answer = answers[name] as unknown;
    if (answer === undefined) throw new Error(`nobody answers "${name}"`);
    const given: unknown =
      typeof answer === 'function' ? (answer as (...all: unknown[]) => unknown)(input, options) : answer;
    return (await given) as never;
  };
  return { session: new Session(ask, look ?? openShopLook()), asked };
}

/** The first look at a device with one open shop. */
export const openShopLook = (
  facts: {
    shop?: ShopRecord;
    others?: readonly ShopRecord[];
    settings?: ShopSettings;
    headline?: Headline | null;
  } = {},
): FirstLook => {
  const shop = facts.shop ?? aShop();
  const headline = facts.headline === null ? undefined : (facts.headline ?? aHeadline());
  return {
    kind: 'shop',
    shop,
    shops: [shop, ...(facts.others ?? [])],
    settings: facts.settings ?? someSettings({ name: shop.name }),
    headline,
  };
};

/** Puts a component on the page with the services that the app gives to its pages. */
export function renderIn<Props extends Record<string, unknown>>(
  session: Session,
  component: Component<Props>,
  props: Props = {} as Props,
  saveMyData: () => Promise<string> = () => Promise.resolve('saved.boomerang'),
) {
  const inServices = ((anchor: never, given: Props) => {
    provideServices({ session, saveMyData });
    return component(anchor, given);
  }) as unknown as Component<Record<string, unknown>>;
  return render(inServices, { props, context: new Map() });
}
