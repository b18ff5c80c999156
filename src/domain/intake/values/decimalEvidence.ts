import type { DecimalMark } from '../layout';
import { MARKS, type AmountReader } from './amountReader';

/** What whole columns of amounts say about the decimal mark. */
export interface DecimalVerdict {
  readonly decimal: DecimalMark;
  /** Both readings fit every value and nothing else tells. */
  readonly asked: boolean;
  /** Values decided: the other mark cannot be right. */
  readonly proven: boolean;
}

/** Evidence for the decimal mark, gathered value by value: "1,50" proves a comma, "15.000" alone proves nothing. */
export class DecimalEvidence {
  #dot = 0;
  #comma = 0;
  #openDot = 0;
  #openComma = 0;
  #short = 0;
  #long = 0;
  /** A value that fits both readings, to show in the question. */
  sample = '';

  /** Takes in the value that the reader has just tried, read or not. */
  see(read: AmountReader, text: string): void {
    switch (read.mark) {
      case MARKS.dot:
        this.#dot++;
        break;
      case MARKS.comma:
        this.#comma++;
        break;
      case MARKS.openDot:
      case MARKS.openComma:
        if (read.mark === MARKS.openDot) this.#openDot++;
        else this.#openComma++;
        if (this.sample === '') this.sample = text;
        break;
      case MARKS.none:
        if (Math.abs(read.mantissa) < 1000) this.#short++;
        else this.#long++;
    }
  }

  verdict(): DecimalVerdict {
    if (this.#dot !== this.#comma)
      return { decimal: this.#dot > this.#comma ? '.' : ',', asked: false, proven: true };
    if (this.#dot > 0) return { decimal: '.', asked: false, proven: false };
    if (this.#openDot + this.#openComma === 0) return { decimal: '.', asked: false, proven: false };
    const dotted = this.#openDot >= this.#openComma;
    const asThousands: DecimalMark = dotted ? ',' : '.';
    if (this.#openDot > 0 && this.#openComma > 0) return { decimal: asThousands, asked: true, proven: false };
    const thousandsShow = this.#short >= 3 && this.#long === 0;
    return { decimal: asThousands, asked: !thousandsShow, proven: false };
  }
}
