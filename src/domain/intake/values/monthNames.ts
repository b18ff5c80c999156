import { dayOf } from '../../kernel/day';

/** Languages whose month names are read. The names themselves come from the platform. */
const LANGUAGES = ['en', 'en-GB', 'fr', 'nl', 'de', 'de-AT', 'ru', 'ro', 'es', 'it', 'pt'];

/** Spellings that the platform does not give. */
const SECOND_NAMES: readonly (readonly [name: string, month: number])[] = [
  ['feber', 2],
  ['setiembre', 9],
  ['set', 9],
  ['mrz', 3],
];

const MS_A_DAY = 86_400_000;

const plain = (word: string) =>
  word
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')
    .toLowerCase();

type Style = 'long' | 'short';
interface Names {
  readonly months: ReadonlyMap<string, number>;
  readonly fillers: ReadonlySet<string>;
}

const ORDINALS = 'st nd rd th er eme ter de del of the г года at um om le den uhr';

function build(): Names {
  const months = new Map<string, number>();
  const fillers = new Set(ORDINALS.split(' '));
  const note = (language: string, style: Style) => {
    const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
    const dated = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
    const weekdays = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const moment = dayOf(2026, month, 5) * MS_A_DAY;
      const inDate = dated.formatToParts(moment).find((part) => part.type === 'month')?.value ?? '';
      for (const name of [alone.format(moment), inDate])
        if (!months.has(plain(name))) months.set(plain(name), month);
    }
    for (let day = 0; day < 7; day++)
      for (const word of plain(weekdays.format(day * MS_A_DAY)).split(/\P{L}+/u)) fillers.add(word);
  };
  for (const language of LANGUAGES) for (const style of ['long', 'short'] as const) note(language, style);
  for (const [name, month] of SECOND_NAMES) if (!months.has(name)) months.set(name, month);
  return { months, fillers };
}

let names: Names | undefined;
const asked = new Map<string, number>();
const MOST_ASKED = 2000;

/** Month (1-12) of a word such as "Sept", "février" or "мая"; 0 for a word that may stand in a date (a weekday, "de"); NaN else. */
export function monthOfWord(word: string): number {
  const known = asked.get(word);
  if (known !== undefined) return known;
  if (asked.size >= MOST_ASKED) asked.clear();
  const month = lookUp(word);
  asked.set(word, month);
  return month;
}

function lookUp(word: string): number {
  names ??= build();
  const folded = plain(word);
  const exact = names.months.get(folded);
  if (exact !== undefined) return exact;
  if (names.fillers.has(folded)) return 0;
  if (folded.length < 3) return NaN;
  let found = NaN;
  for (const [name, month] of names.months) {
    if (!name.startsWith(folded) || month === found) continue;
    if (!Number.isNaN(found)) return NaN;
    found = month;
  }
  return found;
}
