import { NONE, type SaleColumns } from '../../sales/columns';

/** Sales while they are read: columns that grow. Columns that the file lacks cost nothing until the end. */
export class SaleBuffer {
  length = 0;
  day: Int32Array;
  client: Uint32Array;
  cents: Float64Array;
  identity: Uint32Array;
  receipt: Uint32Array | undefined;
  product: Uint32Array | undefined;
  employee: Uint32Array | undefined;
  quantity: Int32Array | undefined;
  cost: Float64Array | undefined;
  #capacity: number;

  constructor(
    expected: number,
    has: Readonly<Record<'receipt' | 'product' | 'employee' | 'quantity' | 'cost', boolean>>,
  ) {
    const room = (this.#capacity = Math.max(64, Math.ceil(expected)));
    this.day = new Int32Array(room);
    this.client = new Uint32Array(room);
    this.cents = new Float64Array(room);
    this.identity = new Uint32Array(room * 2);
    if (has.receipt) this.receipt = new Uint32Array(room);
    if (has.product) this.product = new Uint32Array(room);
    if (has.employee) this.employee = new Uint32Array(room);
    if (has.quantity) this.quantity = new Int32Array(room);
    if (has.cost) this.cost = new Float64Array(room);
  }

  /** Makes room for one more row. */
  reserve(): void {
    if (this.length < this.#capacity) return;
    const room = (this.#capacity = Math.ceil(this.#capacity * 1.6));
    const grown = <T extends Int32Array | Uint32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.day = grown(this.day, new Int32Array(room));
    this.client = grown(this.client, new Uint32Array(room));
    this.cents = grown(this.cents, new Float64Array(room));
    this.identity = grown(this.identity, new Uint32Array(room * 2));
    if (this.receipt) this.receipt = grown(this.receipt, new Uint32Array(room));
    if (this.product) this.product = grown(this.product, new Uint32Array(room));
    if (this.employee) this.employee = grown(this.employee, new Uint32Array(room));
    if (this.quantity) this.quantity = grown(this.quantity, new Int32Array(room));
    if (this.cost) this.cost = grown(this.cost, new Float64Array(room));
  }

  columns(): SaleColumns {
    const { length } = this;
    const known = (column: Uint32Array | undefined) =>
      column?.slice(0, length) ?? new Uint32Array(length).fill(NONE);
    return {
      length,
      day: this.day.slice(0, length),
      client: this.client.slice(0, length),
      cents: this.cents.slice(0, length),
      receipt: known(this.receipt),
      product: known(this.product),
      employee: known(this.employee),
      quantity: this.quantity?.slice(0, length) ?? new Int32Array(length),
      cost: this.cost?.slice(0, length) ?? new Float64Array(length).fill(NaN),
    };
  }
}
