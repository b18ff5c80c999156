import { plainWords } from './fold';
import type { JudgedColumn } from './judgeColumn';

function hashed(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b) ^ (two >>> 13);
  }
  return [one, two].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const kindOf = (column: JudgedColumn) =>
  column.dateShare >= 0.8 ? 'd' : column.numberShare >= 0.8 ? (column.decimalShare >= 0.3 ? 'm' : 'n') : 't';

/** The same for every export of the same shape, so that a mapping is remembered: titles, or kinds of columns without titles. */
export function fingerprintOf(columns: readonly JudgedColumn[], titled: boolean): string {
  const shape = titled
    ? columns.map((column) => plainWords(column.title)).join('\u001f')
    : `${columns.length}:${columns.map(kindOf).join('')}`;
  return hashed(shape);
}
