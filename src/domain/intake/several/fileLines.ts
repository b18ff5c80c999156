/** Where a file begins among several that are read as one table: `before` lines stand in the files ahead of it. */
export interface FileLines {
  readonly name: string;
  readonly before: number;
}

/** The file that a line counted over all files stands in, and its line there, counted from 1. */
export function placeInFile(files: readonly FileLines[], line: number): { name: string; line: number } {
  let low = 0;
  let high = files.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (files[middle]!.before < line) low = middle;
    else high = middle - 1;
  }
  const { name, before } = files[low] ?? { name: '', before: 0 };
  return { name, line: line - before };
}
