import type { Dial } from '../../identity/dialled';
import type { Day } from '../../kernel/day';
import { NONE } from '../../sales/columns';
import type { IssueCode } from '../issues';
import type { DateOrder, DecimalMark, Fixes, Layout, Mapping } from '../layout';
import type { TakeRow } from '../rows/rowReader';
import { AmountReader, scaled } from '../values/amountReader';
import { isBlank } from '../values/blank';
import { DateEvidence } from '../values/dateEvidence';
import { DateReader, IMPOSSIBLE, UNREADABLE } from '../values/dateReader';
import { DecimalEvidence } from '../values/decimalEvidence';
import { isTotalRow } from '../values/totalsWords';
import { ClientBook } from './clientBook';
import { dayOtherwise } from './dayOtherwise';
import { Dictionary } from './dictionary';
import { IssueLog } from './issueLog';
import { lastNeeded, placesOf, type Places } from './places';
import { ReceiptBook } from './receiptBook';
import { RowIdentity } from './rowIdentity';
import { SaleBuffer } from './saleBuffer';
import { isOutside, undated } from './undated';

const MOST_THOUSANDTHS = 0x7fff_ffff;
/** No till sells a thing for a hundred billion; a barcode read as money would spoil a total beyond exact cents. */
const MOST_CENTS = 1e13;

export interface TableSettings {
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly today: Day;
  readonly minorDigits: number;
  /** Rows to make room for at first. */
  readonly expectedRows: number;
  /** Where telephone numbers stand for clients. */
  readonly dial?: Dial | undefined;
}

/** Rows of cells become sales, one by one; a row that cannot is left out with its cause, never guessed and never turned into 0. */
export class SalesTable {
  rows = 0;
  withoutClient = 0;
  /** Where the titles stood again, and how many sales were kept before. */
  readonly breaks: { readonly line: number; readonly sale: number }[] = [];
  /** A program that joins versions of a file marked rows that it could not join. */
  conflict = false;
  /** Rows that only the owner's decisions keep. */
  readonly mended = { dates: 0, gifts: 0, counted: 0 };
  total = 0;
  totalWithClient = 0;
  readonly sales: SaleBuffer;
  readonly clients: ClientBook;
  readonly products = new Dictionary();
  readonly employees = new Dictionary();
  readonly log = new IssueLog();
  readonly receipts: ReceiptBook;
  readonly dates: DateEvidence;
  readonly decimals = new DecimalEvidence();
  readonly #layout: Layout;
  readonly #width: number;
  readonly #firstLine: number;
  readonly #today: Day;
  readonly #dateOrder: DateOrder;
  readonly #fixes: Fixes;
  readonly #decimal: DecimalMark;
  readonly #minorDigits: number;
  readonly #countVisits: boolean;
  readonly #at: Places;
  readonly #needed: number;
  readonly #dateReader = new DateReader();
  readonly #amounts = new AmountReader();
  readonly #identity = new RowIdentity();
  #dateText = '';
  #day = UNREADABLE;
  #time = 0;
  #quantity = 0;

  constructor({ layout, mapping, today, minorDigits, expectedRows, dial }: TableSettings) {
    this.#layout = layout;
    this.#width = layout.width;
    this.#firstLine = layout.firstLine;
    this.#today = today;
    this.#dateOrder = mapping.dateOrder;
    this.#fixes = mapping.fixes ?? {};
    this.#decimal = mapping.decimal;
    this.#minorDigits = minorDigits;
    this.#countVisits = mapping.countVisits;
    const at = (this.#at = placesOf(mapping));
    this.#needed = lastNeeded(at, mapping.countVisits);
    this.dates = new DateEvidence(today);
    this.clients = new ClientBook(dial);
    this.receipts = new ReceiptBook(at.receipt >= 0 ? expectedRows / 2 : 1);
    this.sales = new SaleBuffer(expectedRows, {
      receipt: at.receipt >= 0,
      product: at.product >= 0,
      employee: at.employee >= 0,
      quantity: at.quantity >= 0,
      cost: at.cost >= 0,
    });
  }

  readonly take: TakeRow = (cells, line, cut) => {
    if (line < this.#firstLine) return;
    if (cells.length === 1 && cells[0] === '') return;
    this.rows++;
    const misshapen = cut || cells.length <= this.#needed || cells.length > this.#width;
    if (misshapen && this.#leaveMisshapen(cells, line, cut)) return;
    const text = cells[this.#at.date]!;
    if (text !== this.#dateText) this.#readDate(text);
    if (isOutside(this.#day, this.#today) && !this.#readsOtherwise(text)) {
      const code = undated(cells, text, this.#day, this.#layout);
      if (code) this.#leave(code, cells, line, text);
      else this.rows--;
      return;
    }
    const cents = this.#centsOf(cells, line);
    if (Math.abs(cents) > MOST_CENTS) this.#leave('amount-unreadable', cells, line, '');
    else if (!Number.isNaN(cents)) this.#keep(cells, cents);
  };

  /** A row that is left out before it is read; how its date is written still tells how all dates are. */
  leave(code: IssueCode, cells: readonly string[], line: number, sample: string): void {
    this.rows++;
    const text = cells[this.#at.date] ?? '';
    if (text !== this.#dateText) this.#readDate(text);
    this.#leave(code, cells, line, sample);
  }

  #leave(code: IssueCode, cells: readonly string[], line: number, sample: string): void {
    if (code === 'header-repeated') this.breaks.push({ line, sale: this.sales.length });
    this.log.leave(code, cells, line, sample === '' ? cells.join(this.#layout.delimiter) : sample);
  }

  /** False for a row that has blank cells too many, which does no harm. */
  #leaveMisshapen(cells: readonly string[], line: number, cut: boolean): boolean {
    this.conflict ||= cells[0]!.startsWith('<<<<<<<');
    const short = cut || cells.length <= this.#needed;
    if (!short && cells.slice(this.#width).every(isBlank)) return false;
    if (!cut && cells.every(isBlank)) this.rows--;
    else this.#leave(!short ? 'row-too-long' : isTotalRow(cells) ? 'total-row' : 'row-cut', cells, line, '');
    return true;
  }

  #readDate(text: string): void {
    this.#dateText = text;
    this.#day = this.#dateReader.read(text, this.#dateOrder);
    this.#time = this.#dateReader.time;
    if (this.#day !== UNREADABLE || this.#dateReader.paired) this.dates.see(this.#dateReader, text);
  }

  /** Whether a date that the order of the file cannot read is one in another order that the owner allows. */
  #readsOtherwise(text: string): boolean {
    if (this.#day < IMPOSSIBLE || !this.#fixes.dates) return false;
    const day = dayOtherwise(this.#dateReader, text, this.#fixes.dates, this.#today);
    if (day === UNREADABLE) return false;
    this.#day = day;
    this.#dateText = '';
    this.#time = this.#dateReader.time;
    this.mended.dates++;
    return true;
  }

  /** Minor units of the row's amount; NaN where the row was left out for it. */
  #centsOf(cells: readonly string[], line: number): number {
    const { amount, quantity, price } = this.#at;
    const read = this.#amounts;
    const byPrice = amount < 0 && !this.#countVisits;
    let pieces = 0;
    let pieceScale = 0;
    this.#quantity = 0;
    if (quantity >= 0) {
      const text = cells[quantity] ?? '';
      if (read.read(text, this.#decimal)) {
        pieces = read.mantissa;
        pieceScale = read.scale;
        const thousandths = scaled(pieces, pieceScale, 3);
        if (Math.abs(thousandths) <= MOST_THOUSANDTHS) this.#quantity = thousandths;
      } else if (byPrice) return this.#leaveUnpriced(cells, line, text);
    }
    if (this.#countVisits) return scaled(1, 0, this.#minorDigits);
    const text = cells[byPrice ? price : amount]!;
    const fine = read.read(text, this.#decimal);
    if (fine || read.mark !== 0) this.decimals.see(read, text);
    if (!fine) return this.#leaveUnpriced(cells, line, text);
    if (!byPrice) return read.minor(this.#minorDigits);
    const mantissa = pieces * read.mantissa;
    return Number.isSafeInteger(mantissa)
      ? scaled(mantissa, pieceScale + read.scale, this.#minorDigits)
      : Math.round(
          (pieces / 10 ** pieceScale) * (read.mantissa / 10 ** read.scale) * 10 ** this.#minorDigits,
        );
  }

  #leaveUnpriced(cells: readonly string[], line: number, text: string): number {
    if (this.#fixes.gifts && isBlank(text)) {
      this.mended.gifts++;
      return 0;
    }
    this.#leave(isBlank(text) ? 'amount-missing' : 'amount-unreadable', cells, line, text);
    return NaN;
  }

  #keep(cells: readonly string[], cents: number): void {
    const { sales, clients, receipts } = this;
    const at = this.#at;
    const same = this.#identity;
    let client = clients.of(
      at.client < 0 ? undefined : cells[at.client],
      at.name < 0 ? undefined : cells[at.name],
    );
    const isNamed = client !== NONE;
    if (!isNamed && (at.email >= 0 || at.phone >= 0))
      client = clients.byContact(cells[at.email], cells[at.phone]);
    sales.reserve();
    const row = sales.length++;
    sales.day[row] = same.day = this.#day;
    same.time = this.#time;
    sales.client[row] = client;
    sales.cents[row] = same.cents = cents;
    this.total += cents;
    same.clientOne = isNamed ? clients.ones[client]! : clients.nobodyOne;
    same.clientTwo = isNamed ? clients.twos[client]! : clients.nobodyTwo;
    if (client === NONE) this.withoutClient++;
    else {
      this.totalWithClient += cents;
      if (at.name >= 0) clients.names.note(client, cells[at.name]);
      if (at.phone >= 0) clients.phones.note(client, cells[at.phone]);
      if (at.email >= 0) clients.emails.note(client, cells[at.email]);
      if (at.segment >= 0) clients.segments.note(client, cells[at.segment]);
    }
    if (sales.receipt) {
      sales.receipt[row] = receipts.of(cells[at.receipt] ?? '');
      same.receiptOne = receipts.one;
      same.receiptTwo = receipts.two;
    }
    if (sales.product)
      same.product = this.products.hashOf((sales.product[row] = this.products.of(cells[at.product] ?? '')));
    if (sales.employee)
      same.employee = this.employees.hashOf(
        (sales.employee[row] = this.employees.of(cells[at.employee] ?? '')),
      );
    if (sales.quantity) sales.quantity[row] = same.quantity = this.#quantity;
    if (sales.cost) sales.cost[row] = this.#costOf(cells[at.cost] ?? '');
    same.writeTo(sales.identity, row);
  }

  #costOf(text: string): number {
    return this.#amounts.read(text, this.#decimal) ? this.#amounts.minor(this.#minorDigits) : NaN;
  }
}
