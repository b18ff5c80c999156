import { eventEffects as effectsOf } from '../../domain/history/eventEffects';
import { followers, mostServedBy } from '../../domain/history/followers';
import { absences, type Absences } from '../../domain/loss/absences';
import { rowsByClient } from '../../domain/loss/byClient';
import { revenueAtRiskByEmployee, type EmployeeRisk } from '../../domain/loss/employeeRisk';
import type { Shares } from '../../domain/loss/revenueShares';
import { walkShop } from '../../domain/loss/walk';
import { entriesOf } from '../../domain/notebook/notebook';
import type { Employee } from '../../domain/notebook/person';
import { employees as everybody } from '../../domain/people/employees';
import { byRevenue } from '../../domain/reasons/money/division';
import { lostClients } from '../../domain/reasons/money/lostClients';
import { foldedText } from '../../domain/sales/foldedText';
import { rulesOf } from '../../domain/shop/settings';
import { readEntries } from '../../storage/notebook';
import type { Results } from '../../storage/results';
import { readIntervals, readSettings } from '../../storage/settings';
import type { Input, Output } from '../protocol';
import { shop } from './openShops';
import { figuresOrFail } from './shopFigures';
import { whileWarm } from './whileWarm';

/** Who of the staff served whom, by folded name in the sales. */
interface Served {
  readonly slotOf: ReadonlyMap<string, number>;
  readonly risk: EmployeeRisk;
  readonly clients: Uint32Array;
  readonly mostly: Uint32Array;
}

const served = whileWarm(async (open, { clients: figures, headline }): Promise<Served> => {
  const { sales, employees: names } = await open.log();
  const { keys, shares } = byRevenue(
    figures,
    sales,
    sales.employee,
    names.map(foldedText),
    headline.report.asOf,
  );
  return {
    slotOf: new Map(keys.map((name, slot) => [name, slot])),
    risk: revenueAtRiskByEmployee(shares, keys.length - 1, figures),
    clients: clientsOf(shares, keys.length - 1),
    mostly: mostServedBy(shares),
  };
});

function clientsOf({ key }: Shares, slots: number): Uint32Array {
  const clients = new Uint32Array(slots + 1);
  for (const slot of key) clients[slot]!++;
  return clients;
}

/** Everybody of the staff, with what hangs on them. */
export async function employees({ shopId, today }: Input<'employees'>): Promise<Output<'employees'>> {
  const open = await shop(shopId);
  const results = await figuresOrFail(open, today);
  const [who, log, { records }] = await Promise.all([
    served(open, results),
    open.log(),
    readEntries(open.db, ['person']),
  ]);
  return everybody(log.employees, entriesOf(records, 'person')).map((person) =>
    withWhatHangsOn(person, who, results),
  );
}

function withWhatHangsOn(person: Employee, { slotOf, risk, clients, mostly }: Served, results: Results) {
  const slot = person.soldAs === null ? undefined : slotOf.get(foldedText(person.soldAs));
  const at = (cents: Float64Array) => (slot === undefined ? 0 : Math.round(cents[slot]!));
  return {
    ...person,
    clients: slot === undefined ? 0 : clients[slot]!,
    atRisk: { all: at(risk.all), sleeping: at(risk.sleeping), lost: at(risk.lost) },
    followed: person.leftOn === null ? null : followers(results.clients, mostly, slot, person.leftOn),
  };
}

const pastLosses = whileWarm(async (open, { headline }): Promise<Absences> => {
  const { asOf } = headline.report;
  const [log, settings, intervals] = await Promise.all([
    open.log(),
    readSettings(open.db),
    readIntervals(open.db),
  ]);
  const rows = rowsByClient(log.sales, log.clients.keys.length, asOf);
  return absences(walkShop(rows, rulesOf(settings, intervals), asOf));
});

/** The losses around each event of the business, newest event first. */
export async function eventEffects({
  shopId,
  today,
}: Input<'eventEffects'>): Promise<Output<'eventEffects'>> {
  const open = await shop(shopId);
  const results = await figuresOrFail(open, today);
  const [past, { records }] = await Promise.all([pastLosses(open, results), readEntries(open.db, ['event'])]);
  const events = entriesOf(records, 'event').toSorted((a, b) => b.day - a.day || a.madeAt - b.madeAt);
  const { ripeUntil } = results.headline.report.months;
  return effectsOf(events, [lostClients(results.clients), past], ripeUntil);
}
