import 'fake-indexeddb/auto';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/domain/intake/layout';
import { withFix } from '../../src/domain/intake/fixes/fixes';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output, SurveyHints } from '../../src/workers/protocol';
import { encoded } from '../support/encoded';

const today = parseIsoDay('2026-11-23');

const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

async function look(file: Blob, shopId: string | null, hints: SurveyHints = {}) {
  const seen = await run('survey', { shopId, given: { name: 'till.csv', file }, today, hints });
  if (!seen.ok) throw new Error(seen.error.code);
  return seen.value;
}

type Looked = Awaited<ReturnType<typeof look>>;

/** Reads and saves what was looked at last, as remembered or as proposed. */
async function save(
  { survey, remembered }: Looked,
  shopId: string | null,
  change: (mapping: Mapping) => Mapping = (same) => same,
) {
  const mapping = change(remembered ?? survey.mapping);
  const read = await run('dryRun', { shopId, layout: survey.layout, mapping, today, minorDigits: 2 });
  if (!read.ok) throw new Error(read.error.code);
  const { fingerprint } = survey;
  const saved = await run('commit', { shopId, settings: { name: 'Fleur' }, fingerprint, today });
  return { ...saved, read: read.value };
}

const csv = (...lines: readonly string[]) => new Blob([lines.join('\n')]);
const HEAD = 'Date;Client;Amount;Status';

let shopId: string;

beforeAll(async () => {
  const first = csv(HEAD, '03/04/2026;Ann;12,50;paid', '05/04/2026;Bob;8,00;pending', '06/04/2026;Cy;;paid');
  const saved = await save(await look(first, null), null, (mapping) =>
    withFix(withFix({ ...mapping, dateOrder: 'dmy' }, { kind: 'gifts' }), {
      kind: 'counted',
      column: 3,
      word: 'pending',
    }),
  );
  ({ shopId } = saved);
});

describe('an import', () => {
  it('notes the settings with which its file was read', async () => {
    const [record] = await run('imports', { shopId });
    expect(record?.settings).toEqual({
      encoding: 'utf-8',
      delimiter: ';',
      columns: [
        { field: 'date', title: 'Date', column: 0 },
        { field: 'name', title: 'Client', column: 1 },
        { field: 'amount', title: 'Amount', column: 2 },
      ],
      dateOrder: 'dmy',
      decimal: ',',
      countVisits: false,
      rules: ['never'],
      fixes: [
        { fix: { kind: 'gifts' }, title: '' },
        { fix: { kind: 'counted', column: 3, word: 'pending' }, title: 'Status' },
      ],
    });
  });

  it('offers what would keep the rows it leaves out', async () => {
    const { survey } = await look(csv(HEAD, '25/10/2026;Ann;1,00;paid', '26/10/2026;Bob;;paid'), null);
    const { layout, mapping } = survey;
    const read = await run('dryRun', { shopId: null, layout, mapping, today, minorDigits: 2 });
    expect(read.ok && read.value.fixes).toEqual([
      { code: 'amount-missing', fix: { kind: 'gifts' }, rows: 1, sample: '' },
    ]);
  });
});

describe('the next file of the same shape', () => {
  const next = csv(HEAD, '03/05/2026;Ann;10,00;paid', '04/05/2026;Dan;;pending');

  it('is read with the columns, the order of dates and the decisions of the last one', async () => {
    const { remembered } = await look(next, shopId);
    expect(remembered).toMatchObject({
      columns: { date: 0, name: 1, amount: 2 },
      dateOrder: 'dmy',
      decimal: ',',
      fixes: { gifts: true, counted: [{ column: 3, words: ['pending'] }] },
    });
  });

  it('whose rows speak for another order of dates says so, though the last one is remembered', async () => {
    const lines = ['03/01/2026', '03/02/2026', '03/05/2026', '03/09/2026', '12/05/2025', '12/09/2025'];
    const file = csv(HEAD, ...lines.map((day) => `${day};Ann;1,00;paid`), '11/12/2026;Bob;1,00;paid');
    const { survey, remembered } = await look(file, shopId);
    const read = await run('dryRun', {
      shopId,
      layout: survey.layout,
      mapping: { ...remembered!, dateOrder: 'dmy' },
      today,
      minorDigits: 2,
    });
    expect(read.ok && read.value.questions).toMatchObject([{ kind: 'date-order', speaksFor: 'mdy' }]);
  });

  it('is listed until it is forgotten, and then asked about like the first', async () => {
    const [kind, ...others] = await run('layouts', { shopId });
    expect(others).toEqual([]);
    expect(kind).toMatchObject({
      fileName: 'till.csv',
      titles: ['Date', 'Client', 'Amount', 'Status'],
      fields: ['date', 'name', 'amount'],
    });
    expect(await run('forgetLayout', { shopId, fingerprint: kind!.fingerprint })).toEqual([]);
    expect((await look(next, shopId)).remembered).toBeNull();
  });
});

describe('how a file has to be looked at', () => {
  const text = (day: string) =>
    [
      'Дата;Клиент;Сумма',
      ...['Жанна', 'Юрий', 'Щука'].map((name, i) => `${day}.0${i + 1}.2026;${name};1${i},50`),
    ].join('\n');
  const file = (day: string) => new Blob([new Uint8Array(encoded(text(day), 'koi8-r'))]);

  it('is remembered where the first look errs, and holds for the next file', async () => {
    const plain = await look(file('03'), shopId, {});
    const wrong = { encoding: 'windows-1251' } as const;
    const seen = await look(file('03'), shopId, wrong);
    expect(seen.survey.fingerprint).not.toBe(plain.survey.fingerprint);
    const columns = { date: 0, name: 1, amount: 2 };
    await save(seen, shopId, (mapping) => ({ ...mapping, columns }));
    const next = await look(file('07'), shopId);
    expect(next.hints).toEqual(wrong);
    expect(next.survey.layout.encoding).toBe('windows-1251');
    expect(next.remembered?.columns).toEqual(columns);
    const kinds = await run('layouts', { shopId });
    expect(kinds).toHaveLength(1);
    await run('forgetLayout', { shopId, fingerprint: kinds[0]!.fingerprint });
    const afresh = await look(file('07'), shopId);
    expect(afresh.hints).toBeUndefined();
    expect(afresh.survey.layout.encoding).toBe('koi8-r');
  });
});

describe('the rows an import left out', () => {
  it('can still be had after it was saved, until another file is looked at', async () => {
    const words = {
      reasons: { 'amount-unreadable': 'Not a number' },
      heads: ['Line', 'Why', 'File'],
    } as const;
    const lines = ['Date;Client;Total', '2026-03-01;Ann;1,00', '2026-03-02;Bob;free', '2026-03-03;Cy;2,00'];
    await save(await look(csv(...lines), shopId), shopId);
    await run('discard', null);
    const left = await (await run('leftOutFile', words)).text();
    expect(left).toContain('"3","Not a number","2026-03-02","Bob","free"');
    await look(csv(...lines, '2026-03-04;Dan;3,00'), shopId);
    expect(await (await run('leftOutFile', words)).text()).not.toContain('Bob');
  });
});

describe('the file of left-out rows', () => {
  it('has each of them with its reason and the row of the sheet where it stands, of whatever group', async () => {
    const rows = [
      ['Sales of March'],
      [],
      ['Date', 'Client', 'Total', 'Status'],
      ['2026-03-01', 'Ann', 10, 'paid'],
      ['soon', 'Bob', 10, 'paid'],
      [],
      ['2026-03-02', 'Cy', '', 'paid'],
      ['2026-03-03', 'Dan', 12, 'cancelled'],
      ['2026-03-04', 'Eve', 14, 'paid'],
      ['2126-03-04', 'Flo', 14, 'paid'],
      ['Total', '', 60, ''],
    ];
    const book = await writeXlsx({ sheets: [{ name: 'March', rows }] });
    const file = new File([new Uint8Array(book)], 'march.xlsx');
    const { survey, isSheet } = await look(file, null);
    expect(isSheet).toBe(true);
    const { layout, mapping } = survey;
    const read = await run('dryRun', { shopId: null, layout, mapping, today, minorDigits: 2 });
    if (!read.ok) throw new Error(read.error.code);
    const words = { reasons: {}, heads: ['Row', 'Why', 'File'] } as const;
    const text = await (await run('leftOutFile', words)).text();
    const [titles, ...left] = Papa.parse<string[]>(text.replace(/^\ufeff/, '')).data;
    expect(titles).toEqual(['Row', 'Why', 'Date', 'Client', 'Total', 'Status']);
    expect(left.map(([row, why]) => `${row} ${why}`)).toEqual([
      '5 date-unreadable',
      '7 amount-missing',
      '8 not-a-sale',
      '10 date-future',
      '11 total-row',
    ]);
    expect(read.value.summary.leftOut).toBe(left.length);
  });
});

describe('the very same file with a decision more', () => {
  it('adds the lines that were left out the first time, and none of the others', async () => {
    const lines = ['2026-03-01;Ann;1,00;paid', '2026-03-02;Bob;20,00;pending', '2026-03-03;Cy;5,00;paid'];
    const file = csv(HEAD, ...lines);
    const first = await save(await look(file, null), null);
    expect(first.record).toMatchObject({ added: 2, leftOut: 1 });
    const again = await save(await look(file, first.shopId), first.shopId, (mapping) =>
      withFix(mapping, { kind: 'counted', column: 3, word: 'pending' }),
    );
    expect(again.read).toMatchObject({ overlap: 2, sameFile: null, summary: { mended: { counted: 1 } } });
    expect(again.record).toMatchObject({ added: 1, total: 2_000 });
  });
});

describe('undoing an import', () => {
  it('leads to what its effect foretold, wherever it stands in the history', async () => {
    const month = (m: string) =>
      csv(
        'Date;Client;Total',
        `2026-${m}-01;Ann;1,00`,
        `2026-${m}-02;New of ${m};20,00`,
        `2026-${m}-09;Bob;5,00`,
      );
    let own: string | null = null;
    for (const m of ['01', '02', '03', '04']) own = (await save(await look(month(m), own), own)).shopId;
    const ids = async () => (await run('imports', { shopId: own! })).map(({ id }) => id);
    const all = await ids();
    for (const importId of [all[2]!, all[3]!, all[0]!]) {
      const effect = await run('undoEffect', { shopId: own!, importId, today });
      const after = await run('undo', { shopId: own!, importId, today });
      expect(after?.sales).toBe(effect?.sales);
      expect(after?.report).toEqual(effect?.report);
      expect(after?.top).toEqual(effect?.top);
    }
    expect(await ids()).toEqual([all[1]]);
    const list = await run('clientList', {
      shopId: own!,
      statuses: [],
      query: '',
      sort: 'name',
      rising: true,
      today,
    });
    expect(list.names.split('\u0000')).toEqual(['Ann', 'Bob', 'New of 03']);
  });
});

describe('a file whose lines an earlier import had brought', () => {
  const january = ['2026-01-01;Ann;1,00', '2026-01-02;Bob;20,00'];
  const february = ['2026-02-01;Ann;3,00', '2026-02-09;Cy;5,00'];
  const head = 'Date;Client;Total';
  const later = csv(head, ...january, ...february);
  let own: string;

  beforeAll(async () => {
    own = (await save(await look(csv(head, ...january), null), null)).shopId;
    await save(await look(later, own), own);
    const [, first] = await run('imports', { shopId: own });
    expect((await run('undo', { shopId: own, importId: first!.id, today }))?.sales).toBe(2);
  });

  const read = async (change: (mapping: Mapping) => Mapping = (same) => same) => {
    const { survey, remembered } = await look(later, own);
    const mapping = change(remembered!);
    const answer = await run('dryRun', {
      shopId: own,
      layout: survey.layout,
      mapping,
      today,
      minorDigits: 2,
    });
    if (!answer.ok) throw new Error(answer.error.code);
    const { fingerprint } = survey;
    return { report: answer.value, fingerprint };
  };

  it('is still known when its columns are read otherwise, for all of it would be counted twice', async () => {
    const { report, fingerprint } = await read((mapping) => ({
      ...mapping,
      columns: { ...mapping.columns, name: 0 },
    }));
    expect(report).toMatchObject({ overlap: 0, sameFile: { fileName: 'till.csv' } });
    await expect(run('commit', { shopId: own, settings: {}, fingerprint, today })).rejects.toMatchObject({
      code: 'same-file',
    });
  });

  it('brings them back after that import was undone, and nothing twice', async () => {
    const { report, fingerprint } = await read();
    expect(report).toMatchObject({ overlap: 2, sameFile: null });
    const { headline } = await run('commit', { shopId: own, settings: {}, fingerprint, today });
    expect(headline.sales).toBe(4);
    expect(headline.report.turnover).toBe(2_900);
    expect((await read()).report).toMatchObject({ overlap: 4, sameFile: { fileName: 'till.csv' } });
  });
});
