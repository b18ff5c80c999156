import type { Day } from '../../kernel/day';
import { NONE } from '../../sales/columns';
import type { Field } from '../fields';
import type { IssueCode } from '../issues';
import type { DateOrder, Layout, Mapping } from '../layout';
import type { TakeRow } from '../rows/rowReader';
import { AmountReader, scaled } from '../values/amountReader';
import { isBlank } from '../values/blank';
import { DateEvidence } from '../values/dateEvidence';
import { DateReader, IMPOSSIBLE, UNREADABLE } from '../values/dateReader';
import { DecimalEvidence } from '../values/decimalEvidence';
import { isTotalRow } from '../values/totalsWords';
import { ClientBook } from './clientBook';
import { Dictionary } from './dictionary';
import { IssueLog } from './issueLog';
import { ReceiptBook } from './receiptBook';
import { SaleBuffer } from './saleBuffer';
import { mixed } from './textHash';

const MOST_THOUSANDTHS = 0x7fff_ffff;

export interface TableSettings {
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly today: Day;
  readonly minorDigits: number;
  /** Rows to make room for at first. */
  readonly expectedRows: number;
}

/** Rows of cells become sales, one by one; a row that cannot is left out with its cause, never guessed and never turned into 0. */
export class SalesTable {
  rows = 0;
  withoutClient = 0;
  total = 0;
  totalWithClient = 0;
  readonly sales: SaleBuffer;
  readonly clients = new ClientBook();
  readonly products = new Dictionary();
  readonly employees = new Dictionary();
  readonly log = new IssueLog();
  readonly receipts: ReceiptBook;
  readonly dates: DateEvidence;
  readonly decimals = new DecimalEvidence();
  readonly #settings: TableSettings;
  readonly #at: Readonly<Record<Field, number>>;
  readonly #needed: number;
  readonly #dateReader = new DateReader();
  readonly #amounts = new AmountReader();
  readonly #firstLine: number;
  readonly #width: number;
  readonly #delimiter: string;
  readonly #today: Day;
  readonly #dateOrder: DateOrder;
  #dateText = '';
  #day = UNREADABLE;
  #time = 0;
  #quantity = 0;

  constructor(settings: TableSettings) {
    this.#settings = settings;
    this.#firstLine = settings.layout.firstLine;
    this.#width = settings.layout.width;
    this.#delimiter = settings.layout.delimiter;
    this.#today = settings.today;
    this.#dateOrder = settings.mapping.dateOrder;
    const { columns, countVisits } = settings.mapping;
    const at = (field: Field) => columns[field] ?? -1;
    this.#at = {
      date: at('date'),
      client: at('client'),
      name: at('name'),
      amount: countVisits ? -1 : at('amount'),
      quantity: at('quantity'),
      price: at('price'),
      receipt: at('receipt'),
      product: at('product'),
      employee: at('employee'),
      phone: at('phone'),
      email: at('email'),
      segment: at('segment'),
      cost: at('cost'),
    };
    const places = this.#at;
    const money = countVisits ? [] : places.amount >= 0 ? [places.amount] : [places.quantity, places.price];
    this.#needed = Math.max(places.date, places.client >= 0 ? places.client : places.name, ...money);
    this.dates = new DateEvidence(settings.today);
    this.receipts = new ReceiptBook(places.receipt >= 0 ? settings.expectedRows / 2 : 1);
    this.sales = new SaleBuffer(settings.expectedRows, {
      receipt: places.receipt >= 0,
      product: places.product >= 0,
      employee: places.employee >= 0,
      quantity: places.quantity >= 0,
      cost: places.cost >= 0,
    });
  }

  readonly take: TakeRow = (cells, line, cut) => {
    if (line < this.#firstLine) return;
    if (cells.length === 1 && cells[0] === '') return;
    this.rows++;
    if (cut)
      return this.#leave(
        isTotalRow(cells) ? 'total-row' : 'row-cut',
        cells,
        line,
        cells.join(this.#delimiter),
      );
    if (cells.length <= this.#needed) return this.#short(cells, line);
    if (cells.length > this.#width && !cells.slice(this.#width).every(isBlank))
      return this.#leave('row-too-long', cells, line, cells.join(this.#delimiter));
    const text = cells[this.#at.date]!;
    if (text !== this.#dateText) this.#readDate(text);
    if (this.#day > this.#today || this.#day < 0) return this.#badDate(cells, line, text);
    const cents = this.#centsOf(cells, line);
    if (cents === undefined) return;
    this.#keep(cells, cents);
  };

  #readDate(text: string): void {
    this.#dateText = text;
    this.#day = this.#dateReader.read(text, this.#dateOrder);
    this.#time = this.#dateReader.time;
    if (this.#day !== UNREADABLE || this.#dateReader.paired) this.dates.see(this.#dateReader, text);
  }

  #leave(code: IssueCode, cells: readonly string[], line: number, sample: string): void {
    this.log.leave(code, cells, line, sample);
  }

  #short(cells: readonly string[], line: number): void {
    if (cells.every(isBlank)) this.rows--;
    else this.#leave(isTotalRow(cells) ? 'total-row' : 'row-cut', cells, line, cells.join(this.#delimiter));
  }

  #badDate(cells: readonly string[], line: number, text: string): void {
    const day = this.#day;
    if (day < 0) return this.#leave('date-too-old', cells, line, text);
    if (day !== UNREADABLE && day !== IMPOSSIBLE) return this.#leave('date-future', cells, line, text);
    if (isBlank(text) && cells.every(isBlank)) {
      this.rows--;
      return;
    }
    if (this.#isHeader(cells)) return this.#leave('header-repeated', cells, line, text);
    if (isTotalRow(cells))
      return this.#leave('total-row', cells, line, cells.find((cell) => cell !== '') ?? '');
    if (isBlank(text)) return this.#leave('date-missing', cells, line, cells.join(this.#delimiter));
    this.#leave(day === IMPOSSIBLE ? 'date-impossible' : 'date-unreadable', cells, line, text);
  }

  #isHeader(cells: readonly string[]): boolean {
    const { titles, headerLine } = this.#settings.layout;
    if (headerLine === 0) return false;
    return titles.every((title, i) => {
      const cell = (cells[i] ?? '').trim().replace(/\s+/gu, ' ');
      return cell === title || (/ \(\d+\)$/.test(title) && title.startsWith(cell));
    });
  }

  /** Minor units of the row's amount; undefined where the row was left out for it. */
  #centsOf(cells: readonly string[], line: number): number | undefined {
    const { mapping, minorDigits } = this.#settings;
    const { amount, quantity, price } = this.#at;
    const read = this.#amounts;
    const product = amount < 0 && !mapping.countVisits;
    this.#quantity = 0;
    let pieces = 0;
    let pieceScale = 0;
    if (quantity >= 0) {
      const text = cells[quantity] ?? '';
      if (read.read(text, mapping.decimal)) {
        pieces = read.mantissa;
        pieceScale = read.scale;
        const thousandths = scaled(pieces, pieceScale, 3);
        if (Math.abs(thousandths) <= MOST_THOUSANDTHS) this.#quantity = thousandths;
      } else if (product) return this.#badAmount(cells, line, text);
    }
    if (mapping.countVisits) return scaled(1, 0, minorDigits);
    const text = cells[product ? price : amount]!;
    const fine = read.read(text, mapping.decimal);
    if (fine || read.mark !== 0) this.decimals.see(read, text);
    if (!fine) return this.#badAmount(cells, line, text);
    if (!product) return read.minor(minorDigits);
    const mantissa = pieces * read.mantissa;
    return Number.isSafeInteger(mantissa)
      ? scaled(mantissa, pieceScale + read.scale, minorDigits)
      : Math.round((pieces / 10 ** pieceScale) * (read.mantissa / 10 ** read.scale) * 10 ** minorDigits);
  }

  #badAmount(cells: readonly string[], line: number, text: string): undefined {
    this.#leave(isBlank(text) ? 'amount-missing' : 'amount-unreadable', cells, line, text);
  }

  #keep(cells: readonly string[], cents: number): void {
    const { sales, clients, receipts } = this;
    const at = this.#at;
    const client = clients.of(
      at.client < 0 ? undefined : cells[at.client],
      at.name < 0 ? undefined : cells[at.name],
    );
    sales.reserve();
    const row = sales.length++;
    sales.day[row] = this.#day;
    sales.client[row] = client;
    sales.cents[row] = cents;
    this.total += cents;
    if (client === NONE) this.withoutClient++;
    else {
      this.totalWithClient += cents;
      if (at.name >= 0) clients.names.note(client, cells[at.name]);
      if (at.phone >= 0) clients.phones.note(client, cells[at.phone]);
      if (at.email >= 0) clients.emails.note(client, cells[at.email]);
      if (at.segment >= 0) clients.segments.note(client, cells[at.segment]);
    }
    let product = 0;
    let employee = 0;
    if (sales.receipt) sales.receipt[row] = receipts.of(cells[at.receipt] ?? '');
    if (sales.product)
      product = this.products.hashOf((sales.product[row] = this.products.of(cells[at.product] ?? '')));
    if (sales.employee)
      employee = this.employees.hashOf((sales.employee[row] = this.employees.of(cells[at.employee] ?? '')));
    if (sales.quantity) sales.quantity[row] = this.#quantity;
    if (sales.cost) sales.cost[row] = this.#costOf(cells[at.cost] ?? '');
    this.#identify(row, client, cents, product, employee);
  }

  #costOf(text: string): number {
    const { mapping, minorDigits } = this.#settings;
    return this.#amounts.read(text, mapping.decimal) ? this.#amounts.minor(minorDigits) : NaN;
  }

  /** Mixes what makes a row the same row in another file into two words; positions and dictionary numbers stay out of it. */
  #identify(row: number, client: number, cents: number, product: number, employee: number): void {
    const { identity } = this.sales;
    const { ones, twos } = this.clients;
    const low = (cents % 0x1_0000_0000) | 0;
    let one = mixed(this.#day ^ Math.imul(this.#time, 0x9e3779b1));
    let two = mixed(this.#time ^ Math.imul(this.#day, 0x85ebca6b));
    if (client !== NONE) {
      one = Math.imul(one ^ ones[client]!, 0xcc9e2d51);
      two = Math.imul(two ^ twos[client]!, 0x1b873593);
    }
    one = Math.imul(((one << 13) | (one >>> 19)) ^ low, 0x27d4eb2f);
    two = Math.imul(((two << 11) | (two >>> 21)) ^ low ^ Math.trunc(cents / 0x1_0000_0000), 0x165667b1);
    one = Math.imul(((one << 13) | (one >>> 19)) ^ this.receipts.one, 0xcc9e2d51);
    two = Math.imul(((two << 11) | (two >>> 21)) ^ this.receipts.two, 0x1b873593);
    one = Math.imul(((one << 13) | (one >>> 19)) ^ product, 0x27d4eb2f);
    two = Math.imul(((two << 11) | (two >>> 21)) ^ Math.imul(product, 0x9e3779b1), 0x165667b1);
    one = Math.imul(((one << 13) | (one >>> 19)) ^ this.#quantity ^ employee, 0xcc9e2d51);
    two = Math.imul(
      ((two << 11) | (two >>> 21)) ^ Math.imul(this.#quantity, 0x85ebca6b) ^ ~employee,
      0x1b873593,
    );
    identity[row * 2] = mixed(one);
    identity[row * 2 + 1] = mixed(two ^ Math.imul(one, 0x2c1b3c6d));
  }
}
