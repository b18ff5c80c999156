import { emptyFigures, type ClientFigures } from '../domain/loss/clientFigures';
import type { Headline } from '../domain/loss/headline';
import { packColumns, packedRows, unpackColumns, type NumberColumn } from './columnCodec';
import { MOST_CLIENTS } from './clientList';
import { decodeHeadline } from './decodeHeadline';
import type { AnswerRecord, ShopDb } from './shopDb';

/** The figures of a shop as they are kept between two starts. */
export interface Results {
  readonly headline: Headline;
  readonly clients: ClientFigures;
  /** Entries of `clients` that are lost, by falling yearly value. */
  readonly ranked: Uint32Array<ArrayBuffer>;
}

const COLUMN_COUNT = 17;

const inOrder = (clients: ClientFigures): readonly NumberColumn[] => [
  clients.client,
  clients.status,
  clients.visits,
  clients.firstVisit,
  clients.lastVisit,
  clients.silence,
  clients.interval,
  clients.sleepAfter,
  clients.lostAfter,
  clients.lostDate,
  clients.timesLost,
  clients.recoveredDate,
  clients.revenue,
  clients.yearlyValue,
  clients.purchasesAYear,
  clients.ticket,
  clients.lostSoFar,
];

/**
 * Part of a transaction that also writes what the figures were computed from. Answers made from earlier ones go: they no longer hold, and
 * may name clients who were forgotten.
 */
export const writeResults = (db: ShopDb, { headline, clients, ranked }: Results): Promise<unknown> =>
  Promise.all([
    db.results.bulkDelete(ANSWERS),
    db.results.bulkPut([
      {
        id: 'clients',
        basis: headline.basis,
        columns: packColumns(inOrder(clients), 0, clients.length),
        ranked,
      },
      { id: 'headline', headline },
    ]),
  ]);

const ANSWERS: AnswerRecord['id'][] = ['work', 'whoToAsk'];

/** The kept figures; `undefined` where there are none, or none that can be read: then they are computed anew. */
export async function readResults(db: ShopDb): Promise<Results | undefined> {
  const [kept, first] = await db.results.bulkGet(['clients', 'headline']);
  const headline = first?.id === 'headline' ? decodeHeadline(first.headline) : undefined;
  if (!headline || kept?.id !== 'clients' || kept.basis !== headline.basis) return undefined;
  const { columns, ranked } = kept;
  if (!(columns instanceof ArrayBuffer) || !(ranked instanceof Uint32Array)) return undefined;
  const length = packedRows(columns, COLUMN_COUNT);
  if (!(length <= MOST_CLIENTS) || !ranked.every((entry) => entry < length)) return undefined;
  const clients = emptyFigures(length);
  unpackColumns(columns, inOrder(clients), 0);
  return { headline, clients, ranked };
}
