import { encodingOf } from '../bytes/encoding';
import { textDecoder } from '../bytes/textDecoder';

/** One line of a card: its name, parameters and value, as written. */
interface Property {
  readonly name: string;
  readonly params: readonly string[];
  readonly value: string;
  /** Line of the file on which it begins. */
  readonly line: number;
}

/** Whether a file is an address book: it begins with a card. */
export const isVcards = (head: Uint8Array): boolean =>
  /^\s*BEGIN:VCARD\s/i.test(textDecoder(encodingOf([head]) ?? 'utf-8')(head).replace(/^\ufeff/, ''));

const TITLES = ['Name', 'Company', 'Phone', 'E-mail', 'Birthday', 'Group', 'Note', 'Address'];
/** Pictures are the longest of a card, and of no use here. */
const LONGEST_LINE = 20_000;

/** An address book (vCard 2.1, 3.0 or 4.0) as a table: a row a card, on the line of the card's own first line where nothing is in the way. */
export function vcardTable(bytes: Uint8Array): string {
  const text = textDecoder(encodingOf([bytes]) ?? 'windows-1252')(bytes).replace(/^\ufeff/, '');
  const out = [TITLES.map(quoted).join(',')];
  let lines = 1;
  for (const card of cardsOf(text)) {
    const cells = cellsOf(card).map(quoted).join(',');
    const line = card[0]!.line;
    while (lines + 1 < line) {
      out.push('');
      lines++;
    }
    out.push(cells);
    lines += 1 + (cells.match(/\n/g)?.length ?? 0);
  }
  return out.join('\n');
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function cardsOf(text: string): Property[][] {
  const cards: Property[][] = [];
  let card: Property[] | undefined;
  let depth = 0;
  for (const { text: written, line } of unfolded(text)) {
    const property = propertyOf(written, line);
    if (!property) continue;
    const { name, value } = property;
    const isCard = value.trim().toUpperCase() === 'VCARD';
    if (name === 'BEGIN' && isCard && depth++ === 0) card = [];
    else if (name === 'END' && isCard && --depth <= 0) {
      if (card && card.length > 0) cards.push(card);
      card = undefined;
      depth = 0;
    } else if (depth === 1) card?.push(property);
  }
  return cards;
}

/** Lines that belong together are put together: those that begin with a blank, and those of quoted-printable that end in "=". */
function unfolded(text: string): { text: string; line: number }[] {
  const lines: { text: string; line: number }[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, at) => {
    const last = lines.at(-1);
    if (last && last.text.length > LONGEST_LINE) last.text = last.text.slice(0, LONGEST_LINE);
    if (last && /^[ \t]/.test(raw)) last.text += raw.slice(1);
    else if (last && last.text.endsWith('=') && /^[^:]*QUOTED-PRINTABLE/i.test(last.text))
      last.text = last.text.slice(0, -1) + raw;
    else lines.push({ text: raw, line: at + 1 });
  });
  return lines;
}

/** Name and parameters end at the first colon outside quotes. */
function propertyOf(text: string, line: number): Property | undefined {
  const head = /^(?:"[^"]*"|[^":])*/.exec(text)![0];
  if (head.length === 0 || head.length === text.length) return undefined;
  const [name = '', ...params] = head.split(';').map((part) => part.trim().toUpperCase());
  return { name: name.replace(/^.*\./, ''), params, value: text.slice(head.length + 1), line };
}

const charsetOf = (params: readonly string[]): string =>
  params
    .find((param) => param.startsWith('CHARSET='))
    ?.slice(8)
    .replaceAll('"', '') || 'utf-8';

function readable({ params, value }: Property): string {
  if (!params.some((param) => param.endsWith('QUOTED-PRINTABLE'))) return value;
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at++) {
    const code = /^=([0-9A-F]{2})/i.exec(value.slice(at, at + 3))?.[1];
    if (code === undefined) bytes.push(...new TextEncoder().encode(value[at]));
    else {
      bytes.push(parseInt(code, 16));
      at += 2;
    }
  }
  return decoded(Uint8Array.from(bytes), charsetOf(params));
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return textDecoder(encodingOf([bytes]) ?? 'windows-1252')(bytes);
  }
}

/** A value cut at a sign that is not escaped, each part as it is meant. */
function parts(value: string, sign: ';' | ',' | ''): string[] {
  const found: string[] = [];
  let part = '';
  for (let at = 0; at < value.length; at++) {
    const letter = value[at]!;
    if (letter === '\\' && at + 1 < value.length) {
      const next = value[++at]!;
      part += next === 'n' || next === 'N' ? '\n' : next;
    } else if (letter === sign) {
      found.push(part);
      part = '';
    } else part += letter;
  }
  return [...found, part].map((text) => text.trim());
}

const plain = (value: string): string => parts(value, '')[0]!;
const filled = (texts: readonly string[]): string[] => texts.filter((text) => text !== '');

function cellsOf(card: readonly Property[]): string[] {
  const all = (name: string) =>
    card.filter((property) => property.name === name && readable(property).trim() !== '');
  const first = (name: string) => all(name)[0];
  const textOf = (name: string) => {
    const property = first(name);
    return property ? plain(readable(property)) : '';
  };
  const listOf = (name: string, sign: ';' | ',') => {
    const property = first(name);
    return property ? parts(readable(property), sign) : [];
  };
  const [family = '', given = '', middle = '', before = '', after = ''] = listOf('N', ';');
  const [, extended = '', street = '', city = '', region = '', zip = '', country = ''] = listOf('ADR', ';');
  return [
    textOf('FN') || filled([before, given, middle, family, after]).join(' '),
    filled(listOf('ORG', ';')).join(' '),
    preferred(all('TEL')).replace(/^tel:/i, '').replace(/;.*$/, ''),
    preferred(all('EMAIL')).replace(/^mailto:/i, ''),
    birthday(textOf('BDAY')),
    filled(listOf('CATEGORIES', ',')).join(', '),
    filled(all('NOTE').map((note) => plain(readable(note)))).join('\n'),
    filled([street, extended, [zip, city].join(' ').trim(), region, country]).join('\n'),
  ];
}

/** The number or address to be used first: said so, else a mobile phone, else the first that is no fax. */
function preferred(properties: readonly Property[]): string {
  const says = (word: RegExp) => properties.find(({ params }) => params.some((param) => word.test(param)));
  const property =
    says(/^(?:TYPE=)?"?(?:.*,)?PREF\b|^PREF=/) ??
    says(/\bCELL\b/) ??
    properties.find(({ params }) => !params.some((param) => /\b(?:FAX|PAGER)\b/.test(param))) ??
    properties[0];
  return property ? plain(readable(property)).trim() : '';
}

/** "19800512", "1980-05-12T00:00:00Z" and "--0512" as days; 1604 is how some telephones write that there is no year. */
function birthday(value: string): string {
  const [, year, month, date] = /^(\d{4}|--?)-?(\d{2})-?(\d{2})(?:T.*)?$/.exec(value.trim()) ?? [];
  if (month === undefined || date === undefined) return value;
  return /^\d{4}$/.test(year ?? '') && year !== '1604' ? `${year}-${month}-${date}` : `--${month}-${date}`;
}
