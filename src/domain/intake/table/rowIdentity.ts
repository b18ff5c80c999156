import { mixed } from './textHash';

const turned = (word: number) => (word << 13) | (word >>> 19);

/**
 * What makes a row the same row in another file, mixed into two words; its place and the numbers of our dictionaries stay out of it.
 * Stored with every import: never change how it is mixed.
 */
export class RowIdentity {
  day = 0;
  time = 0;
  cents = 0;
  clientOne = 0;
  clientTwo = 0;
  receiptOne = 0;
  receiptTwo = 0;
  product = 0;
  employee = 0;
  quantity = 0;

  writeTo(identity: Uint32Array, row: number): void {
    const low = (this.cents % 0x1_0000_0000) | 0;
    const high = Math.trunc(this.cents / 0x1_0000_0000);
    let one = mixed(this.day ^ Math.imul(this.time, 0x9e3779b1));
    let two = mixed(this.time ^ Math.imul(this.day, 0x85ebca6b));
    one = Math.imul(turned(one) ^ this.clientOne, 0xcc9e2d51);
    two = Math.imul(turned(two) ^ this.clientTwo, 0x1b873593);
    one = Math.imul(turned(one) ^ low, 0x27d4eb2f);
    two = Math.imul(turned(two) ^ Math.imul(low, 0x2c1b3c6d) ^ high, 0x165667b1);
    one = Math.imul(turned(one) ^ this.receiptOne, 0xcc9e2d51);
    two = Math.imul(turned(two) ^ this.receiptTwo, 0x1b873593);
    one = Math.imul(turned(one) ^ this.product, 0x27d4eb2f);
    two = Math.imul(turned(two) ^ Math.imul(this.product, 0x9e3779b1), 0x165667b1);
    one = Math.imul(turned(one) ^ this.quantity, 0xcc9e2d51);
    two = Math.imul(turned(two) ^ Math.imul(this.quantity, 0x85ebca6b), 0x1b873593);
    one = Math.imul(turned(one) ^ this.employee, 0x27d4eb2f);
    two = Math.imul(turned(two) ^ Math.imul(this.employee, 0x2c1b3c6d), 0x165667b1);
    identity[row * 2] = mixed(one);
    identity[row * 2 + 1] = mixed(two ^ Math.imul(one, 0x2c1b3c6d));
  }
}
