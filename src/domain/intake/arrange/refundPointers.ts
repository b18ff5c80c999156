import type { Mapping } from '../layout';
import type { CellWords } from './rules';
import { titleList, type Samples } from './samples';

/** Titles of a column that names the sale which a row pays back, in en nl de fr ro es it pt ru. */
const PAYS_BACK =
  titleList(`refund of,refund for,refunds order,refunded order,refunded order id,refunded receipt,refunded receipt number,refunded
  transaction,refunded transaction id,refunded sale,refund for order,refund for receipt,credit for invoice,credited invoice,credit note for,return of,
  returned receipt,returned order,retour van,terugbetaling van,retour bon,creditnota voor,gecrediteerde factuur,erstattung zu,gutschrift zu,storno zu,
  retoure zu,stornierter beleg,erstatteter beleg,remboursement de,avoir sur,avoir sur facture,ticket rembourse,commande remboursee,facture creditee,
  retur pentru,bon stornat,factura stornata,storno la,devolucion de,reembolso de,ticket devuelto,factura rectificada,pedido reembolsado,reso di,
  rimborso di,scontrino reso,ordine rimborsato,nota di credito su,reembolso do pedido,devolucao de,возврат по чеку,возврат к чеку,возврат по заказу,
  возврат чека,чек возврата к,к возврату чек`);
/** Titles that may as well name an order that was changed or goes on. */
const POINTS =
  titleList(`original receipt,original receipt number,original order,original order id,original order number,original sale,original sale id,
  original invoice,original transaction,original transaction id,related receipt,related order,oorspronkelijke bon,oorspronkelijke order,
  oorspronkelijke factuur,originalbeleg,ursprungsbeleg,ursprungsrechnung,originalrechnung,bezugsbeleg,ticket d origine,facture d origine,
  commande d origine,ticket origine,facture origine,bon original,factura originala,comanda originala,ticket original,factura original,
  pedido original,scontrino originale,fattura originale,ordine originale,recibo original,исходный чек,исходный заказ,чек продажи,чек основание,
  первоначальный чек`);

/**
 * Columns whose cells say which sale a row pays back. A title that says so is enough; one that only points to another row is believed where all
 * rows it points to are there, of the same client and worth at least as much.
 */
export function refundPointers(
  samples: Samples,
  { receipt, amount, client, name }: Mapping['columns'],
  taken: ReadonlySet<number>,
): readonly CellWords[] {
  if (receipt === undefined || amount === undefined) return [];
  const { rows } = samples;
  const worth = new Map<string, number>();
  const buyers = new Map<string, string>();
  const buyer = (cells: readonly string[]) => samples.text(cells, client ?? name).toLowerCase();
  for (const cells of rows) {
    const sale = samples.text(cells, receipt);
    if (sale === '') continue;
    worth.set(sale, (worth.get(sale) ?? 0) + Math.abs(samples.number(cells, amount)));
    buyers.set(sale, buyer(cells));
  }
  const columns = [...samples.titled(PAYS_BACK, taken), ...samples.titled(POINTS, taken)];
  return columns.flatMap((column) => {
    const filled = rows.filter((cells) => /[1-9]/.test(samples.text(cells, column)));
    const itself = filled.some((cells) => samples.text(cells, column) === samples.text(cells, receipt));
    if (filled.length === 0 || filled.length > rows.length * 0.5 || itself) return [];
    const known = filled.filter((cells) => worth.has(samples.text(cells, column)));
    const back = known.filter((cells) => {
      const sale = samples.text(cells, column);
      const same = buyer(cells) === '' || buyers.get(sale) === buyer(cells);
      return same && Math.abs(samples.number(cells, amount)) <= worth.get(sale)! + 0.005;
    });
    const proven = back.length === filled.length;
    const told = PAYS_BACK.has(samples.titles[column]!) && back.length === known.length;
    return proven || told ? [{ column, words: ['*'] }] : [];
  });
}
