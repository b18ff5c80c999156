import { TOP_CLIENTS, type Headline } from '../domain/loss/headline';
import { STATUS_NAMES } from '../domain/loss/status';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const hold = (type: 'number' | 'string', names: string, value: unknown): boolean =>
  isObject(value) && names.split(' ').every((name) => typeof value[name] === type);

const YEAR =
  'from to base carriedOver firstPurchases recovered lost percent lostValue oneTimeLost oneTimeLostValue';
const REPORT =
  'asOf logStart typicalGap clientsWithPurchase lostStockPercent lostStockPercentRepeat annualLost annualAll ' +
  'lostSoFar oneTimeLost oneTimeLostValue turnover turnoverWithClient rowsUsed rowsWithoutClient medianLostAfter';
const CLIENT = 'client status visits yearlyValue interval silence lastVisit lostDate';
const MONTHS = ['lostClients', 'lostValue', 'recoveredClients', 'recoveredValue'];
/** Some thousand years: beyond, `Intl` has no names for days. */
const MOST_MONTHS = 60_000;

function areMonths(value: unknown): boolean {
  if (!isObject(value) || !hold('number', 'first length ripeUntil', value)) return false;
  const { first, length } = value;
  return (
    Number.isInteger(first) &&
    Math.abs(first as number) <= MOST_MONTHS &&
    MONTHS.every((name) => {
      const column = value[name];
      return (column instanceof Uint32Array || column instanceof Float64Array) && column.length === length;
    })
  );
}

const isReport = (value: unknown): boolean =>
  isObject(value) &&
  hold('number', REPORT, value) &&
  typeof value.typicalGapFound === 'boolean' &&
  hold('number', STATUS_NAMES.join(' '), value.counts) &&
  hold('number', YEAR, value.year) &&
  areMonths(value.months);

const isTop = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= TOP_CLIENTS &&
  value.every((client) => hold('number', CLIENT, client) && hold('string', 'name phone', client));

/** The headline as it was stored; `undefined` where it cannot be read: then it is computed again. */
export const decodeHeadline = (stored: unknown): Headline | undefined =>
  isObject(stored) &&
  hold('string', 'basis', stored) &&
  hold('number', 'dataEnds sales imports', stored) &&
  isReport(stored.report) &&
  isTop(stored.top)
    ? (stored as unknown as Headline)
    : undefined;
