import { DELIMITERS, type Delimiter, type Layout } from '../layout';
import { cellKind } from './cellKind';
import { rowsOf } from './rowReader';

const MOST_ROWS = 200;
/** Lines of nothing but delimiters before the first word, as a sheet leaves them that was emptied and not deleted. */
const GHOST_LINES = /^(?:[ ,;|\t"]*(?:\r\n|\n|\r))+/;

export function commonest(counts: readonly number[]): { value: number; share: number } {
  const seen = new Map<number, number>();
  let value = 0;
  let most = 0;
  for (const count of counts) {
    const times = (seen.get(count) ?? 0) + 1;
    seen.set(count, times);
    if (times > most || (times === most && count > value)) [value, most] = [count, times];
  }
  return { value, share: counts.length ? most / counts.length : 0 };
}

/** The newline of a text by what stands in it; `\r` alone only where there is no other. */
export function newlineOf(text: string): Layout['newline'] {
  const feed = text.indexOf('\n');
  if (feed === -1) return text.includes('\r') ? '\r' : '\n';
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}

/** The delimiter that a spreadsheet's `sep=;` line names, wherever it stands among the first lines. */
export function namedDelimiter(head: string): { delimiter: Delimiter; line: number } | undefined {
  const lines = head.split(/\r\n|\n|\r/, 10);
  for (const [i, line] of lines.entries()) {
    const sign = /^"?sep=(.)"?[,;\s]*$/i.exec(line)?.[1] ?? (/^sep=\t/i.test(line) ? '\t' : undefined);
    const delimiter = DELIMITERS.find((known) => known === sign);
    if (delimiter !== undefined) return { delimiter, line: i + 1 };
  }
  return undefined;
}

function fitOf(samples: readonly string[], delimiter: Delimiter, newline: Layout['newline']): number {
  const counts: number[] = [];
  let filled = 0;
  let typed = 0;
  for (const sample of samples) {
    const text = sample.replace(GHOST_LINES, '').slice(0, 40_000);
    for (const { cells } of rowsOf(text, { delimiter, newline, width: 0 }).slice(0, MOST_ROWS)) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      counts.push(cells.length);
      if (cells.length < 2) continue;
      for (const cell of cells) {
        const kind = cellKind(cell);
        if (kind === 'blank') continue;
        filled++;
        if (kind !== 'text') typed++;
      }
    }
  }
  const wide = commonest(counts.filter((count) => count > 1));
  if (wide.value < 2) return 0;
  const share = (wide.share * counts.filter((count) => count > 1).length) / counts.length;
  const typedShare = counts.length > 1 && filled > 0 ? typed / filled : 0;
  if (delimiter === ' ' && typedShare < 0.3) return 0;
  return share * share * (1 - 1 / wide.value) * (0.4 + typedShare);
}

/**
 * The delimiter under which the rows have most consistently the same number of cells, and the cells look most like dates and numbers;
 * undefined where nothing makes a table of the text.
 */
export function delimiterOf(samples: readonly string[], newline: Layout['newline']): Delimiter | undefined {
  let best: Delimiter | undefined;
  let top = 0.02;
  for (const delimiter of DELIMITERS) {
    if (delimiter === ' ' && top > 0.15) continue;
    const fit = fitOf(samples, delimiter, newline);
    if (fit > top) [best, top] = [delimiter, fit];
  }
  return best;
}
