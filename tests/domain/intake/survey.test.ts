import { describe, expect, test } from 'vitest';
import type { Survey } from '../../../src/domain/intake/survey';
import { survey, type SurveyHints } from '../../../src/domain/intake/surveyFile';
import { refuseUnmapped } from '../../../src/domain/intake/refuseUnmapped';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { fileOf } from '../../support/fileOf';

const TODAY = parseIsoDay('2026-11-22');

async function seen(content: Uint8Array | string, hints: SurveyHints = {}): Promise<Survey> {
  const found = await survey(fileOf(content), TODAY, hints);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

const titlesOf = ({ layout, mapping }: Survey) =>
  Object.fromEntries(
    Object.entries(mapping.columns).map(([field, column]) => [field, layout.titles[column]]),
  );

describe('columns get their meaning from titles in the languages of the shops', () => {
  test.each([
    [
      'en',
      'Invoice Date,Invoice No,Customer No,Customer Name,Net sales,Tax,Sales person',
      {
        date: 'Invoice Date',
        receipt: 'Invoice No',
        client: 'Customer No',
        name: 'Customer Name',
        amount: 'Net sales',
        employee: 'Sales person',
      },
    ],
    [
      'fr',
      'Date facture;N° Facture;Code client;Nom du client;Montant HT;TVA;Montant TTC;Vendeur',
      {
        date: 'Date facture',
        receipt: 'N° Facture',
        client: 'Code client',
        name: 'Nom du client',
        amount: 'Montant TTC',
        employee: 'Vendeur',
      },
    ],
    [
      'nl',
      'Factuurdatum;Factuurnummer;Klantnummer;Klantnaam;Omschrijving;Aantal;Totaal;Verkoper',
      {
        date: 'Factuurdatum',
        receipt: 'Factuurnummer',
        client: 'Klantnummer',
        name: 'Klantnaam',
        product: 'Omschrijving',
        quantity: 'Aantal',
        amount: 'Totaal',
        employee: 'Verkoper',
      },
    ],
    [
      'de',
      'Belegdatum;Belegnummer;Kundennummer;Kundenname;Artikelbezeichnung;Menge;Gesamtbetrag;Mitarbeiter',
      {
        date: 'Belegdatum',
        receipt: 'Belegnummer',
        client: 'Kundennummer',
        name: 'Kundenname',
        product: 'Artikelbezeichnung',
        quantity: 'Menge',
        amount: 'Gesamtbetrag',
        employee: 'Mitarbeiter',
      },
    ],
    [
      'ru',
      'Дата продажи;Номер чека;Код клиента;Покупатель;Номенклатура;Количество;Сумма;Продавец;Телефон',
      {
        date: 'Дата продажи',
        receipt: 'Номер чека',
        client: 'Код клиента',
        name: 'Покупатель',
        product: 'Номенклатура',
        quantity: 'Количество',
        amount: 'Сумма',
        employee: 'Продавец',
        phone: 'Телефон',
      },
    ],
    [
      'ro',
      'Data facturii;Numar factura;Cod client;Denumire client;Produs;Cantitate;Valoare;Vanzator',
      {
        date: 'Data facturii',
        receipt: 'Numar factura',
        client: 'Cod client',
        name: 'Denumire client',
        product: 'Produs',
        quantity: 'Cantitate',
        amount: 'Valoare',
        employee: 'Vanzator',
      },
    ],
    [
      'es',
      'Fecha;Numero factura;Codigo cliente;Nombre cliente;Producto;Cantidad;Importe;Vendedor',
      {
        date: 'Fecha',
        receipt: 'Numero factura',
        client: 'Codigo cliente',
        name: 'Nombre cliente',
        product: 'Producto',
        quantity: 'Cantidad',
        amount: 'Importe',
        employee: 'Vendedor',
      },
    ],
    [
      'it',
      'Data fattura;Numero fattura;Codice cliente;Nome cliente;Prodotto;Quantità;Totale;Venditore',
      {
        date: 'Data fattura',
        receipt: 'Numero fattura',
        client: 'Codice cliente',
        name: 'Nome cliente',
        product: 'Prodotto',
        quantity: 'Quantità',
        amount: 'Totale',
        employee: 'Venditore',
      },
    ],
  ])('%s', async (_, header, expected) => {
    const survey = await seen(`${header}\n`);
    expect(titlesOf(survey)).toEqual(expected);
    expect(survey.missing).toEqual([]);
    expect(survey.guessed).toEqual([]);
  });

  test.each(['customer_id', 'CustomerID', 'CUSTOMER ID', ' Customer  Id '])(
    '"%s" is the same title however it is written',
    async (title) => {
      expect((await seen(`date,${title},total\n`)).mapping.columns.client).toBe(1);
    },
  );
});

describe('values decide where titles do not', () => {
  const rows = (line: (i: number) => string, count = 60) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');

  test.each(['Kunde', 'Klant', 'Client', 'Cliente', 'Клиент'])(
    '%s holds numbers beside a column of names',
    async (title) => {
      const rows = ['K1001;Anna Berg', 'K1002;Berta Maas', 'K1001;Anna Berg', 'K1003;Carl Roth'];
      const lines = rows.map((row, day) => `${row};0${day + 1}.02.2026;1${day},50`);
      const found = titlesOf(await seen([`${title};Name;Datum;Betrag`, ...lines].join('\n')));
      expect(found).toMatchObject({ client: title, name: 'Name' });
      const alone = rows.map((row, day) => `${row.slice(6)};0${day + 1}.02.2026;1${day},50`);
      expect(titlesOf(await seen([`${title};Datum;Betrag`, ...alone].join('\n')))).toMatchObject({
        name: title,
      });
    },
  );

  test('a number that is different in every row is a receipt, not a client', async () => {
    const text = `Date,Customer,Client No,Total\n${rows((i) => `2026-01-0${(i % 9) + 1},Name ${'abcdefgh'[i % 8]},${1000 + i},5.00`)}\n`;
    expect(titlesOf(await seen(text))).toEqual({ date: 'Date', name: 'Customer', amount: 'Total' });
  });

  test('an address that is the same in every row is the shop, and then nobody is named', async () => {
    const text = `Date,Email,Total\n${rows((i) => `2026-01-0${(i % 9) + 1},shop@example.com,5.00`)}\n`;
    expect((await seen(text)).missing).toEqual(['client']);
  });

  test('a column named total but filled with words is proposed last, and one filled with sums first', async () => {
    const text = `Date,Client,Total,Amount\n${rows((i) => `2026-01-0${(i % 9) + 1},Name ${i % 5},paid,5.00`)}\n`;
    expect(titlesOf(await seen(text)).amount).toBe('Amount');
  });

  test('strange titles: the column of dates and the one with decimals are guessed and said to be', async () => {
    const survey = await seen(
      `Quand,Qui,Combien\n${rows((i) => `2026-01-0${(i % 9) + 1},Name ${i % 5},${i}.50`)}\n`,
    );
    expect([survey.mapping.columns.date, survey.mapping.columns.amount]).toEqual([0, 2]);
    expect(survey.guessed).toEqual(['date', 'amount']);
    expect(survey.missing).toEqual(['client']);
  });

  test('when day or month comes first is settled by a decimal comma', async () => {
    const survey = await seen('Date;Client;Total\n03/04/2026;Ana;1,50\n05/04/2026;Bo;2,00\n');
    expect(survey.mapping.dateOrder).toBe('dmy');
    expect(survey.questions).toEqual([]);
  });

  test('twelve days in a row are days, not the tenth of twelve months', async () => {
    const days = Array.from({ length: 8 }, (_, i) => `0${i + 1}/10/2025,Ana,1.00`).join('\n');
    const survey = await seen(`Date,Client,Total\n${days}\n`);
    expect(survey.mapping.dateOrder).toBe('dmy');
    expect(survey.questions).toEqual([]);
  });
});

describe('what the owner says goes first', () => {
  const text = 'a;b\nDate,x;Client;Total\n2026-01-01;Ana;1,50\n2026-01-02;Bo;2,50\n';

  test('the delimiter', async () => {
    expect((await seen(text, { delimiter: ',' })).layout.delimiter).toBe(',');
  });

  test('the line of the header, or that there is none', async () => {
    expect((await seen(text, { headerLine: 2 })).layout).toMatchObject({
      headerLine: 2,
      firstLine: 3,
      titles: ['Date,x', 'Client', 'Total'],
    });
    expect((await seen(text, { headerLine: 0 })).layout).toMatchObject({
      headerLine: 0,
      firstLine: 1,
      titles: ['', '', ''],
    });
  });

  test('the encoding', async () => {
    const bytes = Uint8Array.of(
      ...new TextEncoder().encode('Date,Client,Total\n2026-01-01,'),
      0xe9,
      ...new TextEncoder().encode(',1.00\n'),
    );
    expect((await seen(bytes)).preview[0]?.[1]).toBe('é');
    expect((await seen(bytes, { encoding: 'windows-1251' })).preview[0]?.[1]).toBe('й');
  });
});

describe('the table', () => {
  test('columns of the same title are told apart', async () => {
    expect((await seen('Date,Amount,Client,Amount,,Amount\n2026-01-01,1,Ana,2,,3\n')).layout.titles).toEqual([
      'Date',
      'Amount',
      'Client',
      'Amount (2)',
      '',
      'Amount (3)',
    ]);
  });

  test('shows its first rows and up to three different values of each column', async () => {
    const survey = await seen(
      'Date,Client,Total\n2026-01-01,Ana,1\n2026-01-01,-,2\n2026-01-02,Bo,3\n2026-01-03,Cem,4\n2026-01-04,Dia,5\n',
    );
    expect(survey.preview[1]).toEqual(['2026-01-01', '-', '2']);
    expect(survey.columns[1]).toEqual({
      index: 1,
      title: 'Client',
      samples: ['Ana', 'Bo', 'Cem'],
      filled: 4,
      distinct: 4,
      dateShare: 0,
      numberShare: 0,
    });
    expect(survey.columns[0]).toMatchObject({ dateShare: 1, distinct: 4 });
  });

  test('has the same fingerprint next month, and another one with another column', async () => {
    const one = (await seen('Date,Client,Total\n2026-01-01,Ana,1\n')).fingerprint;
    expect((await seen('Date,Client,Total\n2026-02-01,Bo,2\n2026-02-03,Bo,2\n')).fingerprint).toBe(one);
    expect((await seen('Date,Client,Total,Staff\n2026-01-01,Ana,1,Bo\n')).fingerprint).not.toBe(one);
    const bare = (await seen('19970101 1 2.50\n19970102 2 3.50\n')).fingerprint;
    expect((await seen('19980101 7 9.50\n19980102 7 3.25\n')).fingerprint).toBe(bare);
  });

  test('of a large file is judged by its end too', async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, i) => `0${(i % 9) + 1}/0${((i * 7) % 9) + 1}/2026,Client ${i % 50} of the shop,10.00`,
    );
    lines.push(...Array.from({ length: 100 }, () => '25/10/2026,Ana,10.00'));
    expect((await seen(`Date,Client,Total\n${lines.join('\n')}\n`)).mapping.dateOrder).toBe('dmy');
  });
});

test('a mapping that lacks nothing is not refused, and counting visits stands in for money', async () => {
  const survey = await seen('Date,Client,Product\n2026-01-01,Ana,Rose\n');
  expect(refuseUnmapped(survey, survey.mapping)).toEqual({ code: 'no-amount' });
  expect(refuseUnmapped(survey, { ...survey.mapping, countVisits: true })).toBeUndefined();
});

test('a file beyond what can be kept in memory is refused before it is read', async () => {
  const huge = {
    name: 'huge.csv',
    size: 3e9,
    read: (from: number, to: number) => Promise.resolve(new Uint8Array(to - from).fill(65)),
  };
  expect(await survey(huge, TODAY)).toEqual({ ok: false, error: { code: 'too-large' } });
});

test('a large file of one endless line is refused as no table, and is not called empty', async () => {
  const endless = await survey(fileOf('x;'.repeat(1_000_000)), TODAY);
  expect(endless).toMatchObject({ ok: false, error: { code: 'no-table' } });
  const blank = await survey(fileOf('\n'.repeat(2_000_000)), TODAY);
  expect(blank).toMatchObject({ ok: false, error: { code: 'empty-file' } });
});
