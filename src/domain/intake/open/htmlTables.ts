import { Parser } from 'htmlparser2';
import type { Caps } from './caps';
import { SheetText } from './sheetText';
import { TooMuch, type SheetTable } from './workbook';

const WIDEST_SPAN = 1000;

interface OpenTable {
  name: string;
  readonly text: SheetText;
  row: number;
  cells: string[] | undefined;
  /** Rows that a cell above still covers, by column. */
  readonly covered: number[];
}

const span = (value: string | undefined) => Math.min(WIDEST_SPAN, Math.max(1, Number(value) || 1));

const momentText = (text: string) =>
  text.replace(
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?Z?$/,
    (_, day: string, time: string, seconds = '00') =>
      time === '00:00' && seconds === '00'
        ? day
        : `${day} ${time}${seconds === '00' ? '' : `:${String(seconds)}`}`,
  );

/**
 * The tables of a web page, or the sheets of a workbook written as XML, which many tills save under the name .xls. Cells are text alone:
 * whatever else the page says is dropped.
 */
export function htmlTables(text: string, caps: Caps): SheetTable[] {
  const done: OpenTable[] = [];
  const open: OpenTable[] = [];
  const asXml =
    /^\s*<\?xml|<Workbook\b/i.test(text.slice(0, 2000)) && /<(?:\w+:)?Workbook\b/i.test(text.slice(0, 4000));
  let cell: string | undefined;
  let spans = 1;
  let rows = 1;
  let skipped = 0;
  let isMoment = false;

  const begin = (name: string) => {
    open.push({ name, text: new SheetText(caps), row: 0, cells: undefined, covered: [] });
  };
  const endCell = () => {
    const table = open.at(-1);
    if (cell === undefined || !table?.cells) return;
    const value = cell.replace(/\s+/g, ' ').trim();
    while ((table.covered[table.cells.length] ?? 0) > 0) {
      table.covered[table.cells.length]!--;
      table.cells.push('');
    }
    for (let i = 0; i < spans; i++) {
      if (rows > 1) table.covered[table.cells.length] = rows - 1;
      table.cells.push(i === 0 ? (isMoment ? momentText(value) : value) : '');
    }
    cell = undefined;
  };
  const endRow = () => {
    endCell();
    const table = open.at(-1);
    if (!table?.cells) return;
    const stop = table.text.take(table.row++, table.cells);
    table.cells = undefined;
    if (stop) throw new TooMuch(stop);
  };
  const end = () => {
    endRow();
    const table = open.pop();
    if (table) done.push(table);
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const local = tag.slice(tag.indexOf(':') + 1);
        if (local === 'script' || local === 'style') skipped++;
        else if (local === (asXml ? 'worksheet' : 'table')) begin(attributes['ss:name'] ?? '');
        else if (local === (asXml ? 'row' : 'tr')) {
          endRow();
          const table = open.at(-1);
          if (!table) return;
          table.row = Math.max(table.row, Number(attributes['ss:index'] ?? 0) - 1);
          table.cells = [];
        } else if (asXml ? local === 'cell' : local === 'td' || local === 'th') {
          endCell();
          const cells = open.at(-1)?.cells;
          const place = Math.min(16_384, Number(attributes['ss:index'] ?? 0)) - 1;
          while (cells && cells.length < place) cells.push('');
          cell = '';
          isMoment = false;
          spans = asXml
            ? 1 + Math.min(WIDEST_SPAN, Number(attributes['ss:mergeacross']) || 0)
            : span(attributes.colspan);
          rows = span(attributes.rowspan);
        } else if (asXml && local === 'data') isMoment = attributes['ss:type'] === 'DateTime';
        else if (local === 'br' || local === 'p' || local === 'div') cell &&= `${cell} `;
      },
      ontext(words) {
        if (cell !== undefined && skipped === 0) cell += words;
      },
      onclosetag(tag) {
        const local = tag.slice(tag.indexOf(':') + 1);
        if (local === 'script' || local === 'style') skipped--;
        else if (local === (asXml ? 'worksheet' : 'table')) end();
        else if (local === (asXml ? 'row' : 'tr')) endRow();
        else if (asXml ? local === 'cell' : local === 'td' || local === 'th') endCell();
      },
    },
    { xmlMode: asXml, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  while (open.length > 0) end();
  return done
    .filter((table) => table.text.rows > 0)
    .map(({ name, text: written }, i) => ({
      name: name || String(i + 1),
      hidden: false,
      rows: written.rows,
      bytes: written.bytes(),
    }));
}
