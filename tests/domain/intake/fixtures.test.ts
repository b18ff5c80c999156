import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Draft } from '../../../src/domain/intake/draft';
import { openFile } from '../../../src/domain/intake/open/openFile';
import { rightTable } from '../../../src/domain/intake/open/rightTable';
import { readSales } from '../../../src/domain/intake/readSales';
import { refuseUnmapped } from '../../../src/domain/intake/refuseUnmapped';
import { survey } from '../../../src/domain/intake/surveyFile';
import type { Survey } from '../../../src/domain/intake/survey';
import { isoDay, parseIsoDay } from '../../../src/domain/kernel/day';
import { fileAt } from '../../support/fileOf';

const FOLDER = 'tests/fixtures/intake/';
const TODAY = parseIsoDay('2026-11-22');

interface Expected {
  readonly why: string;
  readonly refused?: string;
}

async function outcomeOf(path: string): Promise<object> {
  const opened = await openFile(fileAt(path));
  if (!opened.ok) return { refused: opened.error.code };
  const { chosen, seen } = await rightTable(opened.value, TODAY, {});
  const file = opened.value[chosen]!.source;
  if (!seen.ok) return { refused: seen.error.code };
  const unmapped = refuseUnmapped(seen.value, seen.value.mapping);
  if (unmapped) return { refused: unmapped.code };
  const { layout, mapping } = seen.value;
  const read = await readSales(file, layout, mapping, { today: TODAY, minorDigits: 2 });
  return read.ok ? described(seen.value, read.value) : { refused: read.error.code };
}

function described({ guessed, questions }: Survey, draft: Draft): object {
  const { layout, mapping, summary } = draft;
  return {
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal,
    columns: Object.fromEntries(
      Object.entries(mapping.columns).map(([field, column]) => [field, layout.titles[column] || column + 1]),
    ),
    guessed,
    questions: questions.map(({ kind }) => kind),
    rows: summary.rows,
    leftOut: Object.fromEntries(summary.issues.map(({ code, lines }) => [code, lines])),
    withoutClient: summary.withoutClient,
    clients: draft.clients.keys,
    names: draft.clients.names,
    receipts: summary.receipts,
    from: isoDay(summary.from),
    to: isoDay(summary.to),
    total: summary.total,
  };
}

const files = readdirSync(FOLDER).filter((name) => /\.(?!json$)\w+$/.test(name));

test.each(files)('%s is read, or refused, as the answer beside it says', async (name) => {
  const answer = JSON.parse(readFileSync(`${FOLDER}${name.replace(/\.\w+$/, '.json')}`, 'utf8')) as Expected;
  const { why, ...expected } = answer;
  expect(await outcomeOf(`${FOLDER}${name}`), why).toEqual(expected);
});

test('asking the same question of the survey and of the whole file gives the same questions', async () => {
  for (const name of files.filter((file) => /ambiguous|open|tells/.test(file))) {
    const file = fileAt(`${FOLDER}${name}`);
    const seen = await survey(file, TODAY);
    if (!seen.ok) throw new Error(seen.error.code);
    const read = await readSales(file, seen.value.layout, seen.value.mapping, {
      today: TODAY,
      minorDigits: 2,
    });
    expect(read.ok && read.value.questions, name).toEqual(seen.value.questions);
  }
});
