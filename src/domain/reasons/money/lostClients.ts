import type { ClientFigures } from '../../loss/clientFigures';
import { isLostStatus } from '../../loss/status';

/** The clients who are lost now, by rising client, with what each took along: yearly value in cents, lost date and last visit. */
export interface LostClients {
  readonly length: number;
  readonly client: Uint32Array;
  readonly value: Float64Array;
  readonly lostDate: Int32Array;
  readonly lastVisit: Int32Array;
  /** Yearly loss of the shop, whole cents: what every table of lost money sums to. */
  readonly cents: number;
}

type Figures = Pick<ClientFigures, 'length' | 'client' | 'status' | 'yearlyValue' | 'lostDate' | 'lastVisit'>;

/** Those lost and lost twice out of all clients (rules.md 3.6). */
export function lostClients(figures: Figures): LostClients {
  const entries = new Uint32Array(figures.length);
  let length = 0;
  let sum = 0;
  for (let k = 0; k < figures.length; k++) {
    if (!isLostStatus(figures.status[k]!)) continue;
    entries[length++] = k;
    sum += figures.yearlyValue[k]!;
  }
  const lost = entries.subarray(0, length);
  return {
    length,
    client: lost.map((k) => figures.client[k]!),
    value: Float64Array.from(lost, (k) => figures.yearlyValue[k]!),
    lostDate: Int32Array.from(lost, (k) => figures.lostDate[k]!),
    lastVisit: Int32Array.from(lost, (k) => figures.lastVisit[k]!),
    cents: Math.round(sum),
  };
}
