import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/domain/intake/draft';
import { openFile } from '../../../src/domain/intake/open/openFile';
import { rightTable } from '../../../src/domain/intake/open/rightTable';
import { readSales } from '../../../src/domain/intake/readSales';
import { refuseUnmapped } from '../../../src/domain/intake/refuseUnmapped';
import { isoDay, parseIsoDay } from '../../../src/domain/kernel/day';
import { fileAt } from '../../support/fileOf';

const FORMATS = '../shared/data/formats/';
const LOGS = '../shared/data/logs/';
const SUITES = '../shared/data/suites/';
const TODAY = parseIsoDay('2026-11-22');

async function outcomeOf(path: string): Promise<string | Draft> {
  const opened = await openFile(fileAt(path));
  if (!opened.ok) return opened.error.code;
  const { chosen, seen } = await rightTable(opened.value, TODAY, {});
  if (!seen.ok) return seen.error.code;
  const file = opened.value[chosen]!.source;
  const refusal = refuseUnmapped(seen.value, seen.value.mapping);
  if (refusal) return refusal.code;
  const read = await readSales(file, seen.value.layout, seen.value.mapping, { today: TODAY, minorDigits: 2 });
  return read.ok ? read.value : read.error.code;
}

/** "date <- Datum, amount <- Brutto: 3 kept": what a file became. */
function told(outcome: string | Draft): string {
  if (typeof outcome === 'string') return outcome;
  const { layout, mapping, summary, questions } = outcome;
  const column = (field: 'date' | 'client' | 'name' | 'amount') => {
    const at = mapping.columns[field];
    return at === undefined ? '-' : layout.titles[at] || String(at + 1);
  };
  const asked = questions.map(({ kind }) => ` ${kind}?`).join('');
  return `${column('date')} | ${column('client')} | ${column('name')} | ${column('amount')} | ${summary.kept}/${summary.rows}${asked}`;
}

/** date | client | name | amount | kept/rows, or the refusal. */
const EXPECTED: Readonly<Record<string, string>> = {
  'amazon_date_range_report.csv': 'no-client',
  'clover_payments_header.csv': 'titles-only',
  'datev_extf_buchungsstapel.csv': 'no-sales',
  'datev_extf_header_20col.csv': 'titles-only',
  'ebay_all_orders_money_dates.csv': 'Sale Date | Buyer Username | Buyer Name | Sold For | 1/1',
  'ebay_orders_report_full.csv': 'Sale Date | Buyer Username | Buyer Name | Sold For | 1/1',
  'ebay_transaction_report.csv':
    'Transaction creation date | Buyer username | Buyer name | Item subtotal | 1/2',
  'ebay_uk_preamble_sep.csv': 'client-list',
  'etsy_sold_order_items.csv': 'Sale Date | Buyer | Ship Name | Item Total | 3/3',
  'etsy_sold_orders.csv': 'Sale Date | Buyer | Full Name | Order Total | 2/2',
  'etsy_statement.csv': 'no-client',
  'fec_france_odoo.txt': 'no-sales',
  'fec_france_ventes.txt': 'EcritureDate | CompAuxNum | CompAuxLib | Debit | 1/3',
  'fr_bakery_pivot_sheet.csv': 'no-date',
  'fr_factures_headers.txt': 'no-date',
  'fresha_commission_activity.csv': 'Date | - | Client | Sale price | 2/2',
  'kofi_sales.csv': 'no-client',
  'loyverse_receipts.csv': 'no-client',
  'loyverse_receipts_by_item.csv': 'no-client',
  'magento_sales_order_grid_header.csv': 'titles-only',
  'nl_afas_debiteuren_header.csv': 'titles-only',
  'nl_eboekhouden_open_items_header.csv': 'titles-only',
  'paypal_activity_de_41col.csv': 'no-sales',
  'paypal_activity_de_payments_in.csv': 'Datum | Absender E-Mail-Adresse | Name | Brutto | 1/3',
  'paypal_activity_en_us.csv': 'Date | From Email Address | Name | Gross | 1/3',
  'paypal_activity_header_en_41col.csv': 'titles-only',
  'quickbooks_sales_by_customer_detail.csv': 'Date | - | 1 | Amount | 4/7',
  'ro_clienti_utf8.csv': 'no-date',
  'ru_1c_csv_simplified.csv': 'Дата | - | Контрагент | Сумма | 1/1',
  'ru_1c_gross_profit_report_layout.md': 'no-table',
  'ru_orders_quoted_company.csv': 'Дата | - | Клиент | Сумма | 1/1',
  'ru_patients_base.csv': 'client-list',
  'ru_phone_as_client_id.csv': 'Дата | Телефон | - | Сумма | 2/2',
  'ru_sales_bom_alone_on_line1_header.csv': 'titles-only',
  'ru_sales_ledger_cp1251.csv': 'Дата | - | Контрагент | Итого | 2/2',
  'ru_sales_ledger_utf8.csv': 'Дата | - | Контрагент | Итого | 2/5',
  'sage50_audit_trail_header.csv': 'titles-only',
  'shopify_customers_export_2024.csv': 'client-list',
  'shopify_customers_export_old.csv': 'client-list',
  'shopify_customers_italian_quirks.csv': 'client-list',
  'shopify_orders_export_full.csv': 'Created at | Email | Billing Name | Total | 2/2',
  'shopify_orders_export_refunds.csv': 'Created at | Email | Billing Name | Subtotal | 3/3',
  'shopify_payouts_transactions.csv': 'no-client',
  'square_items.csv': 'Date | Customer ID | Customer Name | Net Sales | 5/5',
  'square_items_header_35col_2026.csv': 'titles-only',
  'square_items_salon.csv': 'no-client',
  'square_transactions.csv': 'Date | Customer ID | Customer Name | Net Sales | 3/3',
  'stripe_payments_2026.csv': 'Created date (UTC) | Customer Email | Customer Description | Amount | 3/5',
  'stripe_payments_header_full.csv': 'titles-only',
  'sumup_de.csv': 'no-client',
  'toast_item_selection_details.csv': 'no-client',
  'woocommerce_analytics_orders_header.csv': 'titles-only',
  'woocommerce_webtoffee_header.csv': 'titles-only',
};

/** Sums in minor units, refunds and what is no sale taken off. */
const TOTALS: Readonly<Record<string, number>> = {
  'ebay_transaction_report.csv': 2500,
  'etsy_sold_order_items.csv': 10_400,
  'etsy_sold_orders.csv': 10_630,
  'fec_france_ventes.txt': 1_440_000,
  'paypal_activity_de_payments_in.csv': 1250,
  'paypal_activity_en_us.csv': 125_000,
  'quickbooks_sales_by_customer_detail.csv': 300_000,
  'ru_sales_ledger_cp1251.csv': 48_400_000,
  'shopify_orders_export_full.csv': 3498,
  'shopify_orders_export_refunds.csv': 124_000,
  'square_items.csv': 6300,
  'square_transactions.csv': 2700,
  'stripe_payments_2026.csv': 175_000,
};

describe.skipIf(!existsSync(FORMATS))(
  'export formats of tills and shop systems (skipped without ../shared)',
  () => {
    test.each(existsSync(FORMATS) ? readdirSync(FORMATS) : [])('%s', async (name) => {
      const outcome = await outcomeOf(FORMATS + name);
      expect(told(outcome)).toBe(EXPECTED[name]);
      if (typeof outcome !== 'string' && TOTALS[name] !== undefined)
        expect(outcome.summary.total).toBe(TOTALS[name]);
    });
  },
);

describe.skipIf(!existsSync(SUITES))('suites of awkward files (skipped without ../shared)', () => {
  test.each(['csvkit', 'csv-spectrum/csvs', 'sheetjs-xlsx'])(
    '%s: each is read or refused with a code, none breaks the reader',
    async (suite) => {
      for (const entry of readdirSync(`${SUITES}${suite}`, { withFileTypes: true }).filter((file) =>
        file.isFile(),
      )) {
        const outcome = await outcomeOf(`${SUITES}${suite}/${entry.name}`);
        if (typeof outcome === 'string') expect(outcome, entry.name).toMatch(/^[a-z-]+$/);
        if (entry.name.endsWith('.xls')) expect(outcome, entry.name).toBe('xls');
      }
    },
  );
});

describe.skipIf(!existsSync(LOGS))('real logs (skipped without ../shared)', () => {
  const logOf = async (name: string) => {
    const outcome = await outcomeOf(LOGS + name);
    if (typeof outcome === 'string') throw new Error(outcome);
    const { summary } = outcome;
    return { ...summary, from: isoDay(summary.from), to: isoDay(summary.to) };
  };

  test('Online Retail: every row is kept, duplicates too, and the money is the money', async () => {
    const log = await logOf('online_retail.csv.gz');
    expect(log).toMatchObject({
      rows: 541_909,
      kept: 541_909,
      leftOut: 0,
      withoutClient: 135_080,
      clients: 4372,
      from: '2010-12-01',
      to: '2011-12-09',
    });
    expect(Math.abs(log.total / 100 - 9_747_747.93)).toBeLessThan(1);
  }, 30_000);

  test('CDNOW sample and master: clients by number, leading zeros and all', async () => {
    expect(await logOf('CDNOW_sample.txt')).toMatchObject({
      rows: 6919,
      leftOut: 0,
      clients: 2357,
      from: '1997-01-01',
      to: '1998-06-30',
    });
    expect(await logOf('CDNOW_master.txt.gz')).toMatchObject({
      rows: 69_659,
      leftOut: 0,
      clients: 23_570,
      from: '1997-01-01',
      to: '1998-06-30',
    });
  }, 30_000);

  test('dunnhumby: rows that are not in date order, baskets of several lines', async () => {
    expect(await logOf('dunnhumby_sample.csv.gz')).toMatchObject({
      rows: 75_000,
      leftOut: 0,
      clients: 2377,
      receipts: 47_243,
    });
  }, 30_000);

  test('superstore: customers by number, sales and not profit', async () => {
    const log = await logOf('superstore.csv.gz');
    expect(log).toMatchObject({ rows: 9994, leftOut: 0, clients: 793, from: '2014-01-03' });
    expect(Math.abs(log.total / 100 - 2_297_200.86)).toBeLessThan(1);
  });
});
