import { readSales } from '../domain/intake/readSales';
import { refuseUnmapped } from '../domain/intake/refuseUnmapped';
import type { Draft } from '../domain/intake/draft';
import type { Refusal } from '../domain/intake/refusal';
import type { ByteSource } from '../domain/intake/source';
import { openFile as openTables } from '../domain/intake/open/openFile';
import { rightTable } from '../domain/intake/open/rightTable';
import { gathered } from '../domain/intake/several/gathered';
import { dayOf, type Day } from '../domain/kernel/day';
import { err, type Result } from '../domain/kernel/result';
import { analyse } from '../domain/loss/analyse';
import { asOfDay } from '../domain/loss/asOf';
import { openFile } from './fileSource';
import { jsonReport } from './jsonReport';
import { mapped } from './mapped';
import { plainReport } from './plainReport';
import { parseRequest, USAGE, type Request } from './request';
import { say } from './words';

const MINOR_DIGITS = 2;

function localToday(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

async function draftOf(source: ByteSource, { map }: Request, today: Day): Promise<Result<Draft, Refusal>> {
  const tables = await openTables(source);
  if (!tables.ok) return tables;
  const { source: found, seen } = await rightTable(await gathered(tables.value, today), today, {});
  if (!seen.ok) return seen;
  const mapping = mapped(seen.value.mapping, seen.value.layout, map);
  if (!mapping.ok) return mapping;
  const refusal = refuseUnmapped(seen.value, mapping.value);
  return refusal
    ? err(refusal)
    : readSales(found, seen.value.layout, mapping.value, {
        today,
        minorDigits: MINOR_DIGITS,
      });
}

function refuse({ json }: Pick<Request, 'json'>, { code, details }: Refusal): number {
  const values = { ...details };
  const shown = Object.values(values)
    .map(String)
    .filter((text) => text !== '')
    .join(', ');
  const message = `${say(`refusal.${code}.title`, values)}${shown ? ` (${shown})` : ''}. ${say(`refusal.${code}.advice`, values)}`;
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  process.stderr.write(`${message}\n`);
  return 1;
}

/** Reads a sales file and prints the dry run and the loss; answers with the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const request = parseRequest(words);
  if (!request.ok) {
    process.stderr.write(`${request.error}\n${USAGE}\n`);
    return 1;
  }
  const { file, asOf, rules, json } = request.value;
  const today = localToday();
  const opened = await openFile(file).catch((cause: unknown) =>
    String(cause instanceof Error ? cause.message : cause),
  );
  if (typeof opened === 'string')
    return refuse(request.value, { code: 'unreadable', details: { cause: opened } });
  const draft = await draftOf(opened.source, request.value, today);
  await opened.close();
  if (!draft.ok) return refuse(request.value, draft.error);
  const { sales, clients, summary } = draft.value;
  const loss = analyse(sales, clients.keys.length, rules, asOf ?? asOfDay(summary.to, today));
  const text = json
    ? JSON.stringify(jsonReport(draft.value, loss))
    : plainReport(opened.source.name, draft.value, loss);
  process.stdout.write(`${text}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
