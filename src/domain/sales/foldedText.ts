const MARKS = /\p{M}+/gu;

/** A name as it is searched and sorted: small letters, without accents, single blanks. Never shown, never stored. */
export const foldedText = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/\s+/g, ' ').trim();
