import { FIELDS } from '../../domain/intake/fields';
import type { OpenedTable } from '../../domain/intake/open/opened';
import { rightTable, type ChosenTable } from '../../domain/intake/open/rightTable';
import type { Survey } from '../../domain/intake/survey';
import type { Day } from '../../domain/kernel/day';
import { decodeAll, decodeLayout } from '../../storage/decodeRecords';
import type { LayoutRecord, ShopDb } from '../../storage/shopDb';
import type { RememberedFile } from '../layoutJobs';
import type { Input, Output, SurveyHints } from '../protocol';
import { shop } from './openShops';

/** How a table was looked at, and what was seen. */
export interface Looked {
  readonly survey: Survey;
  readonly table: OpenedTable;
  /** Whether the file held others beside it. */
  readonly oneOfSeveral: boolean;
  readonly hints: SurveyHints;
  /** The shape that the table showed before anybody said how to look at it. */
  readonly first: string;
}

export const layoutOf = async (db: ShopDb, fingerprint: string): Promise<LayoutRecord | undefined> =>
  decodeLayout(await db.layouts.get(fingerprint));

export interface LookedAgain extends ChosenTable {
  readonly hints: SurveyHints;
}

/** The table looked at as the last file of its shape had to be; undefined where that shows another shape now. */
export async function lookAgain(
  { again }: LayoutRecord,
  tables: readonly OpenedTable[],
  today: Day,
  table: number | undefined,
): Promise<LookedAgain | undefined> {
  if (!again) return undefined;
  const { of, ...layout } = again;
  const hints = { ...layout, ...(table !== undefined && { table }) };
  const look = await rightTable(tables, today, layout, table);
  return look.seen.ok && look.seen.value.fingerprint === of ? { ...look, hints } : undefined;
}

/** As many as one needs to know a file by. */
const MOST_TITLES = 50;
const LONGEST_TITLE = 100;

/** What to keep of a file that is saved, so that the next of its shape is read like it: also where the first look at it errs. */
export function toRemember(
  { survey, hints: { table: _, ...layout }, first }: Looked,
  mapping: LayoutRecord['mapping'],
  fileName: string,
): readonly Omit<LayoutRecord, 'at'>[] {
  const { fingerprint, preset } = survey;
  const titles = survey.layout.titles.slice(0, MOST_TITLES).map((title) => title.slice(0, LONGEST_TITLE));
  const about = { fileName, titles, ...(preset !== undefined && { preset }) };
  const again = { ...layout, of: fingerprint };
  const corrected = first !== fingerprint || Object.keys(layout).length > 0;
  if (!corrected) return [{ fingerprint, mapping, about }];
  return first === fingerprint
    ? [{ fingerprint, mapping, about, again }]
    : [
        { fingerprint, mapping, about },
        { fingerprint: first, mapping, about, again },
      ];
}

const remembered = ({ fingerprint, at, about, mapping }: LayoutRecord): RememberedFile => ({
  fingerprint,
  at,
  fileName: about?.fileName ?? '',
  titles: about?.titles.filter((title) => title !== '') ?? [],
  ...(about?.preset !== undefined && { preset: about.preset }),
  fields: FIELDS.filter((field) => mapping.columns[field] !== undefined),
});

export async function layouts({ shopId }: Input<'layouts'>): Promise<Output<'layouts'>> {
  const { db } = await shop(shopId);
  return decodeAll(await db.layouts.toArray(), decodeLayout)
    .records.filter(({ fingerprint, again }) => !again || again.of === fingerprint)
    .sort((a, b) => b.at - a.at)
    .map(remembered);
}

export async function forgetLayout({
  shopId,
  fingerprint,
}: Input<'forgetLayout'>): Promise<Output<'forgetLayout'>> {
  const { db } = await shop(shopId);
  await db.transaction('rw', db.layouts, async () => {
    const ways = await db.layouts.filter(({ again }) => again?.of === fingerprint).primaryKeys();
    await db.layouts.bulkDelete([fingerprint, ...ways]);
  });
  return layouts({ shopId });
}
