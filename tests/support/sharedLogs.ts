import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { dayOf, parseIsoDay } from '../../src/domain/kernel/day';
import { NONE, type LossColumns } from '../../src/domain/sales/columns';

const logs = fileURLToPath(new URL('../../../shared/data/logs/', import.meta.url));

/** Whether the real logs lie beside the project; tests on them say so where they skip. */
export const sharedLogsExist = existsSync(logs);

interface Log {
  readonly sales: LossColumns;
  readonly clientCount: number;
}

class LogBuilder {
  readonly #rows: [day: number, client: number, cents: number][] = [];
  readonly #clients = new Map<string, number>();

  add(day: number, client: string, cents: number) {
    const known = this.#clients.get(client) ?? this.#clients.size;
    if (client !== '') this.#clients.set(client, known);
    this.#rows.push([day, client === '' ? NONE : known, cents]);
  }

  log(): Log {
    const rows = this.#rows;
    return {
      clientCount: this.#clients.size,
      sales: {
        length: rows.length,
        day: Int32Array.from(rows, ([day]) => day),
        client: Uint32Array.from(rows, ([, client]) => client),
        cents: Float64Array.from(rows, ([, , cents]) => cents),
      },
    };
  }
}

export function cdnowSample(): Log {
  const builder = new LogBuilder();
  for (const line of readFileSync(`${logs}CDNOW_sample.txt`, 'latin1').split('\n')) {
    const [, client, date, , dollars] = line.trim().split(/\s+/);
    if (!client || !date) continue;
    const on = dayOf(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8)));
    builder.add(on, client, Math.round(Number(dollars) * 100));
  }
  return builder.log();
}

export function onlineRetail(): Log {
  const builder = new LogBuilder();
  const text = gunzipSync(readFileSync(`${logs}online_retail.csv.gz`)).toString('utf8');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  for (const [, , , quantity, date, price, client] of data.slice(1)) {
    const cents = Math.round(Number(quantity) * Number(price) * 100 + 1e-7);
    builder.add(parseIsoDay(date!.slice(0, 10)), client === 'NA' ? '' : client!, cents);
  }
  return builder.log();
}
