import type { Draft } from '../../src/domain/intake/draft';
import { openFiles } from '../../src/domain/intake/open/openFile';
import { rightTable } from '../../src/domain/intake/open/rightTable';
import { readSales } from '../../src/domain/intake/readSales';
import { gathered } from '../../src/domain/intake/several/gathered';
import type { ByteSource } from '../../src/domain/intake/source';
import type { SurveyHints } from '../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../src/domain/kernel/day';

const today = parseIsoDay('2026-11-23');

/** What a first look at several files finds, as the worker does it. */
export async function lookAt(sources: readonly ByteSource[], hints: SurveyHints = {}, wanted?: number) {
  const opened = await openFiles(sources);
  if (!opened.ok) throw new Error(opened.error.code);
  const tables = await gathered(opened.value.tables, today);
  const { chosen, source, seen } = await rightTable(tables, today, hints, wanted);
  if (!seen.ok) throw new Error(seen.error.code);
  return { tables, chosen, source, survey: seen.value, unread: opened.value.unread };
}

/** What they are read as where nobody answers a question. */
export async function draftOf(sources: readonly ByteSource[]): Promise<Draft> {
  const { source, survey } = await lookAt(sources);
  const read = await readSales(source, survey.layout, survey.mapping, { today, minorDigits: 2 });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
