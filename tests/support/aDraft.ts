import { parseIsoDay } from '../../src/domain/kernel/day';
import type { DraftSummary } from '../../src/domain/intake/draft';
import type { Mapping } from '../../src/domain/intake/layout';
import type { ColumnSurvey, Survey } from '../../src/domain/intake/survey';
import type { DraftReport } from '../../src/workers/protocol';

const aColumn = (index: number, title: string, ...samples: string[]): ColumnSurvey => ({
  index,
  title,
  samples,
  filled: 3,
  distinct: samples.length,
  dateShare: 0,
  numberShare: 0,
});

export const aMapping = (facts: Partial<Mapping> = {}): Mapping => ({
  columns: { date: 0, client: 1, amount: 3, quantity: 2 },
  dateOrder: 'dmy',
  decimal: '.',
  countVisits: false,
  ...facts,
});

/** The first look at a file with the titles Date, Customer, Qty, Total, Unit price and Staff. */
export const aSurvey = (facts: Partial<Survey> = {}): Survey => ({
  layout: {
    encoding: 'utf-8',
    delimiter: ';',
    newline: '\n',
    headerLine: 1,
    firstLine: 2,
    width: 6,
    titles: ['Date', 'Customer', 'Qty', 'Total', 'Unit price', 'Staff'],
  },
  columns: [
    aColumn(0, 'Date', '03/04/2026', '05/04/2026'),
    aColumn(1, 'Customer', 'C1', 'C2'),
    aColumn(2, 'Qty', '1', '2'),
    aColumn(3, 'Total', '12.50', '8.00'),
    aColumn(4, 'Unit price', '12.50', '4.00'),
    aColumn(5, 'Staff', 'Eva'),
  ],
  preview: [
    ['03/04/2026', 'C1', '1', '12.50', '12.50', 'Eva'],
    ['05/04/2026', 'C2', '2', '8.00', '4.00', 'Eva'],
  ],
  mapping: aMapping(),
  guessed: [],
  questions: [],
  fingerprint: 'f1',
  missing: [],
  ...facts,
});

/** What the check of a file with 1,000 lines says: 990 kept, 4,821.50 in all, 40 clients. */
export const aDraftReport = (
  facts: Partial<DraftReport> = {},
  summary: Partial<DraftSummary> = {},
): DraftReport => ({
  summary: {
    rows: 1_000,
    kept: 990,
    leftOut: 10,
    withoutClient: 90,
    clients: 40,
    receipts: 800,
    from: parseIsoDay('2024-01-02'),
    to: parseIsoDay('2026-11-20'),
    total: 482_150,
    totalWithClient: 433_935,
    issues: [
      { code: 'date-unreadable', count: 8, lines: [3, 17, 40], sample: 'soon' },
      { code: 'total-row', count: 2, lines: [500, 1001], sample: 'Total' },
    ],
    ...summary,
  },
  layout: aSurvey().layout,
  mapping: aMapping(),
  questions: [],
  overlap: 0,
  sameFile: null,
  newClients: 40,
  ...facts,
});
