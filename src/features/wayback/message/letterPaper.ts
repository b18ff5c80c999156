/** Sheets that letters are written on. */
export const PAPERS = ['a4', 'a5'] as const;
export type Paper = (typeof PAPERS)[number];

/** Written by hand on faint lines, or printed. */
export const WAYS = ['hand', 'print'] as const;
export type Way = (typeof WAYS)[number];

/** Letters in a line of quiet handwriting, and lines between margins, below the addresses. */
const LETTERS_A_LINE: Readonly<Record<Paper, number>> = { a4: 52, a5: 34 };
const LINES_A_SHEET: Readonly<Record<Paper, number>> = { a4: 19, a5: 12 };

/** How many lines a text takes by hand, and whether it goes on one sheet. */
export function handLines(text: string, paper: Paper): { readonly lines: number; readonly fits: boolean } {
  const wide = LETTERS_A_LINE[paper];
  const lines = text
    .split('\n')
    .reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / wide)), 0);
  return { lines, fits: lines <= LINES_A_SHEET[paper] };
}

export const linesOnSheet = (paper: Paper): number => LINES_A_SHEET[paper];
