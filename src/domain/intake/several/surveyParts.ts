import type { Day } from '../../kernel/day';
import { err, ok, type Result } from '../../kernel/result';
import { byteSamples, textSamples } from '../bytes/samples';
import type { Refusal } from '../refusal';
import { rowsOf } from '../rows/rowReader';
import type { ByteSource, FilePart } from '../source';
import type { Survey } from '../survey';
import { phonesAtHome } from '../phonesAtHome';
import { proposalOf, shapeOf, type Shape, type SurveyHints } from '../surveyFile';
import { joinedSource } from './joinedSource';

const MOST_LOOKED_AT = 24;
const MOST_ROWS = 8000;

/** The top of the first file and the shape found there. */
async function firstShape({ source, layout }: FilePart, hints: SurveyHints): Promise<Shape | undefined> {
  const cut = { encoding: layout.encoding, delimiter: layout.delimiter, ...hints };
  return shapeOf(textSamples(await byteSamples(source), cut.encoding), cut.encoding, cut);
}

/** All parts cut as the owner wants the first to be cut. */
function cutLike({ layout: first }: Shape, parts: readonly FilePart[], hints: SurveyHints): FilePart[] {
  return parts.map(({ source, layout }, i) => {
    if (i === 0) return { source, layout: first };
    const { titles, width, headerLine, firstLine } = first;
    const place = hints.headerLine === undefined ? {} : { headerLine, firstLine };
    const { encoding, delimiter } = { ...layout, ...hints };
    return { source, layout: { ...layout, titles, width, encoding, delimiter, ...place } };
  });
}

async function sampleRows({ source, layout }: FilePart, most: number): Promise<readonly string[][]> {
  const texts = textSamples(await byteSamples(source), layout.encoding);
  const rows = texts.flatMap((text, i) =>
    rowsOf(text, layout).filter(({ line }) => i > 0 || line >= layout.firstLine),
  );
  const filled = rows.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const step = Math.max(1, filled.length / most);
  return Array.from({ length: Math.min(filled.length, most) }, (_, i) => filled[Math.floor(i * step)]!);
}

/** Files from the whole length of the list, the first and the last among them. */
function spread(parts: readonly FilePart[]): FilePart[] {
  if (parts.length <= MOST_LOOKED_AT) return [...parts];
  const step = (parts.length - 1) / (MOST_LOOKED_AT - 1);
  return Array.from({ length: MOST_LOOKED_AT }, (_, i) => parts[Math.round(i * step)]!);
}

export interface SurveyedParts {
  readonly source: ByteSource;
  readonly seen: Result<Survey, Refusal>;
}

/** A first look at files of one shape as one table, on samples of files from the whole list; with `hints` they are all cut in another way. */
export async function surveyParts(
  { name, parts }: { readonly name: string; readonly parts: readonly FilePart[] },
  today: Day,
  hints: SurveyHints,
): Promise<SurveyedParts> {
  const shape = await firstShape(parts[0]!, hints);
  const cut = shape ? cutLike(shape, parts, hints) : parts;
  const source = joinedSource(name, cut);
  if (!shape) return { source, seen: err({ code: 'no-table' }) };
  const looked = spread(cut);
  const rows: (readonly string[])[] = [];
  for (const part of looked) rows.push(...(await sampleRows(part, Math.ceil(MOST_ROWS / looked.length))));
  return { source, seen: ok(await phonesAtHome(proposalOf({ ...shape, rows }, today), rows)) };
}
