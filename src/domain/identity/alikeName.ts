const MARKS = /\p{M}+/gu;

/** Letters that do not come apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** What stands beside the name of a firm to say what kind of firm it is, in the languages of the files, folded. */
const LEGAL_FORMS = new Set(
  (
    'ltd limited llc llp inc corp co plc gmbh ug ag kg ohg gbr ek ev kgaa sarl sas sasu sa eurl sci snc srl srls spa sapa ' +
    'sl slu sc scs bv nv bvba vof cv lda unip pfa ii ' +
    'ооо зао оао пао ао ип тоо чп нко'
  ).split(' '),
);

/** Most names are plain, and a shop has many. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

const wordsOf = (low: string): string[] =>
  low
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter]!)
    .replace(/[.'’`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The words of a name without what people write differently: case, accents, full stops, and the legal form of a firm. */
export function nameWords(name: string): string[] {
  const low = name.toLowerCase();
  const words = PLAIN.test(low) ? low.split(' ') : wordsOf(low);
  if (!words.some((word) => LEGAL_FORMS.has(word))) return words;
  const without = words.filter((word) => !LEGAL_FORMS.has(word));
  return without.length > 0 ? without : words;
}
