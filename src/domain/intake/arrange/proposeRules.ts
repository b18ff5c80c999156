import { MOVES, NOT_SALES, PAID_BACK, REFUNDS } from '../presets/notSales';
import { plainWords } from '../roles/fold';
import type { Mapping } from '../layout';
import { isBlank } from '../values/blank';
import { isOneOf } from './cellTest';
import { commonestWord } from './wordsByCount';
import type { CellWords, RowRules } from './rules';

type Rows = readonly (readonly string[])[];

const list = (text: string): ReadonlySet<string> => new Set(text.split(',').map(plainWords));

/** Titles of columns that say what became of a sale, what kind of entry a row is, and in which money, in en nl de fr ro es it pt ru. */
const STATUS =
  list(`status,order status,payment status,transaction status,financial status,sale status,invoice status,state,result,
  statut,etat,estado,stato,stare,situacao,статус,статус заказа,статус оплаты,состояние,bestelstatus,betaalstatus,bestellstatus,
  zahlungsstatus,statut commande,estado del pedido,stato ordine`);
const CANCELLED = list(
  `cancelled at,canceled at,cancelled on,voided at,annule le,storniert am,geannuleerd op`,
);
const VOID = list(`void,voided,is void,cancelled,canceled,is cancelled,storno,annule,annulee,отменен`);
const KIND =
  list(`type,transaction type,event type,receipt type,entry type,sale type,record type,soort,typ,transaktionstyp,art,
  type de transaction,tip,tip tranzactie,tipo,tipo de transaccion,tipo transazione,тип,тип операции,тип документа,вид операции`);
const CURRENCY =
  list(`currency,currency code,transaction currency,order currency,munt,valuta,wahrung,devise,moneda,divisa,moeda,
  валюта`);
const REFUNDED =
  list(`refunded amount,amount refunded,refund amount,total refunded,refunded,terugbetaald bedrag,erstatteter betrag,
  montant rembourse,suma rambursata,importe reembolsado,importo rimborsato,сумма возврата`);
const TIME = list(
  `time,sale time,order time,transaction time,tijd,tijdstip,uhrzeit,zeit,heure,ora,hora,время,время продажи`,
);
const YES: readonly string[] = [
  'true',
  'yes',
  '1',
  'x',
  'y',
  'ja',
  'oui',
  'da',
  'si',
  'sim',
  'да',
  'void',
  'voided',
];

const isTime = (cell: string) => /^\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?\s*$/i.test(cell);
const hasTime = (cell: string) => /\d[T\s,]+\d{1,2}[:.]\d{2}/.test(cell);
const isCurrency = (cell: string) => /^\s*[A-Za-z]{3}\s*$/.test(cell);

const allAre = (rows: Rows, column: number, is: (cell: string) => boolean) => {
  const filled = rows.map((cells) => cells[column] ?? '').filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every(is);
};

/**
 * Rules that the titles of a file of no known maker ask for: rows that a status column calls cancelled or failed are no sales, a kind
 * "refund" makes an amount negative, a column of refunds is taken off, of several currencies the commonest is read, and a time of day
 * that stands apart joins its date. Undefined where no title does.
 */
export function proposeRules(
  titles: readonly string[],
  rows: Rows,
  { columns }: Pick<Mapping, 'columns'>,
): RowRules | undefined {
  const taken = new Set(Object.values(columns));
  const plain = titles.map(plainWords);
  const titled = (known: ReadonlySet<string>) =>
    plain.flatMap((title, column) => (known.has(title) && !taken.has(column) ? [column] : []));
  const says = (column: number, words: readonly string[]) =>
    rows.some((cells) => isOneOf(cells[column] ?? '', words));
  const kinds = titled(KIND);
  const negative = rows.some((cells) => /^\s*\(?[-\u2212]/.test(cells[columns.amount ?? -1] ?? ''));
  const ownRefunds = negative || kinds.some((column) => says(column, REFUNDS));
  const status = ownRefunds ? NOT_SALES : [...NOT_SALES, ...PAID_BACK];
  const never: CellWords[] = [
    ...titled(STATUS).map((column) => ({ column, words: status })),
    ...titled(CANCELLED).map((column) => ({ column, words: ['*'] })),
    ...titled(VOID).map((column) => ({ column, words: YES })),
    ...kinds.map((column) => ({ column, words: MOVES })),
  ];
  const [minus] = titled(REFUNDED);
  const [currency] = titled(CURRENCY).filter((column) => allAre(rows, column, isCurrency));
  const dated = columns.date;
  const [time] = titled(TIME).filter((column) => allAre(rows, column, isTime));
  const apart = dated !== undefined && !rows.some((cells) => hasTime(cells[dated] ?? ''));
  const rules: RowRules = {
    ...(never.length > 0 ? { never } : {}),
    ...(kinds.length > 0 ? { refunds: kinds.map((column) => ({ column, words: REFUNDS })) } : {}),
    ...(minus === undefined || columns.amount === undefined ? {} : { minus: [minus] }),
    ...(currency === undefined
      ? {}
      : { currency: { column: currency, code: commonestWord(rows, currency) } }),
    ...(time !== undefined && apart ? { time } : {}),
  };
  return Object.keys(rules).length > 0 ? rules : undefined;
}
