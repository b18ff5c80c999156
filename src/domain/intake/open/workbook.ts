import type { RefusalCode } from '../refusal';
import { Budget } from './budget';
import type { Caps } from './caps';
import { cellText } from './cellText';
import { hiddenInOds } from './odsHidden';
import { SheetText } from './sheetText';

/** A sheet written out as text. */
export interface SheetTable {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** A sheet or a workbook that asks for more than a device can give. */
export class TooMuch extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

type Cell = Parameters<typeof cellText>[0];

interface SheetRow {
  readonly index: number;
  readonly values: readonly Cell[];
}

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: AsyncIterable<SheetRow> | readonly SheetRow[];
}

async function written({ name, hidden, rows }: Sheet, caps: Caps, signal?: AbortSignal): Promise<SheetTable> {
  const text = new SheetText(caps);
  for await (const { index, values } of rows) {
    signal?.throwIfAborted();
    const stop = text.take(index, values.map(cellText));
    if (stop) throw new TooMuch(stop);
  }
  return { name, hidden, rows: text.rows, bytes: text.bytes() };
}

/** A page of a workbook that holds a chart alone has no rows to read. */
const isNoSheet = (cause: unknown) => cause instanceof Error && cause.message.includes('missing worksheet');

/**
 * The sheets of an .xlsx workbook as text, one after the other, row by row: a cell far out costs what it weighs. Throws what its reader
 * throws where the workbook is damaged, `TooMuch` where it is too large.
 */
export async function readXlsxSheets(
  bytes: Uint8Array,
  caps: Caps,
  signal?: AbortSignal,
): Promise<SheetTable[]> {
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx');
  const infos: { name: string; hidden: boolean }[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      infos.push({ name, hidden: Boolean(hidden) || Boolean(veryHidden) });
      return false;
    },
  });
  const tables: SheetTable[] = [];
  for (const { name, hidden } of infos) {
    signal?.throwIfAborted();
    try {
      tables.push(
        await written({ name, hidden, rows: streamXlsxRows(bytes, { sheet: name }) }, caps, signal),
      );
    } catch (cause) {
      if (!isNoSheet(cause)) throw cause;
    }
  }
  return tables;
}

const ODS_TIME = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/;

const odsCell = (value: Cell): Cell => {
  const time = typeof value === 'string' ? ODS_TIME.exec(value) : null;
  if (!time) return value;
  const [, hours, minutes, seconds] = time;
  return `${hours!}:${minutes!}${Number(seconds) ? `:${seconds!}` : ''}`;
};

/** The reader of .ods workbooks does not say which sheets are out of sight. */
async function outOfSight(bytes: Uint8Array, caps: Caps, signal?: AbortSignal): Promise<ReadonlySet<string>> {
  const { unzipFiles } = await import('./zipEntries');
  const found = unzipFiles(bytes, (name) => name === 'content.xml', new Budget(caps, bytes.length), signal);
  if (!found.ok) throw new TooMuch(found.error.code);
  return hiddenInOds(new TextDecoder().decode(found.value[0]?.bytes));
}

/** The sheets of an .ods workbook as text, in the same way. */
export async function readOdsSheets(
  bytes: Uint8Array,
  caps: Caps,
  signal?: AbortSignal,
): Promise<SheetTable[]> {
  const { readOds } = await import('hucre/ods');
  const { sheets } = await readOds(bytes);
  const unseen = sheets.length > 1 ? await outOfSight(bytes, caps, signal) : new Set<string>();
  const tables: SheetTable[] = [];
  for (const { name, rows } of sheets) {
    const numbered = rows.map((values, index) => ({ index, values: values.map(odsCell) }));
    tables.push(await written({ name, hidden: unseen.has(name), rows: numbered }, caps, signal));
  }
  return tables;
}
