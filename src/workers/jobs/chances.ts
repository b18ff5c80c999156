import { chanceColumns, shopParameters, type ChanceColumns } from '../../domain/chance/chances';
import { evidence, type Evidence } from '../../domain/chance/evidence';
import { naturalReturn, type AlikeCases } from '../../domain/chance/naturalReturn';
import type { Parameters } from '../../domain/chance/parameters';
import { proposedPatience } from '../../domain/chance/proposedPatience';
import { rowsByClient } from '../../domain/loss/byClient';
import { expectedLoss, expectedLossSince } from '../../domain/loss/expectedLoss';
import type { Patience } from '../../domain/loss/rules';
import { walkShop } from '../../domain/loss/walk';
import { rulesOf } from '../../domain/shop/settings';
import { readChances, writeChances, type KeptChances } from '../../storage/chances';
import type { Results } from '../../storage/results';
import { readIntervals, readSettings } from '../../storage/settings';
import type { Input, Output } from '../protocol';
import { shop, type OpenShop } from './openShops';
import { figuresOrFail } from './shopFigures';
import { whileWarm } from './whileWarm';

interface Learnt {
  readonly evidence: Evidence;
  readonly model: { readonly parameters: Parameters; readonly columns: ChanceColumns } | null;
}

/** What the shop keeps of it, learnt from its log where the figures have changed since. */
const kept = whileWarm(async (open, results): Promise<KeptChances> => {
  const stored = await readChances(open.db);
  return stored?.basis === results.headline.basis ? stored : fromLog(open, results);
});

/** What was learnt for figures that are warm. */
const learnt = whileWarm(async (open, results): Promise<Learnt> => {
  const { parameters, evidence: seen } = await kept(open, results);
  return {
    evidence: seen,
    model: parameters && {
      parameters,
      columns: chanceColumns(parameters, results.clients, results.headline.report.asOf),
    },
  };
});

/** What past silences led to, without the chances of all clients: for who must answer at once. */
export const evidenceOf = async (open: OpenShop, results: Results): Promise<Evidence> =>
  (await kept(open, results)).evidence;

/** Past silences like that of a client; null where there are too few, and for a client whose interval the owner set. */
export async function alikeTo(
  open: OpenShop,
  { clients: figures }: Results,
  seen: Evidence,
  entry: number,
): Promise<AlikeCases | null> {
  const intervals = await readIntervals(open.db);
  if (intervals.has(figures.client[entry]!)) return null;
  const silence = {
    visits: figures.visits[entry]!,
    silence: figures.silence[entry]!,
    interval: figures.interval[entry]!,
    lostAfter: figures.lostAfter[entry]!,
  };
  return naturalReturn(seen, silence) ?? null;
}

async function fromLog(open: OpenShop, results: Results): Promise<KeptChances> {
  const { headline } = results;
  const { asOf } = headline.report;
  const [log, settings, intervals, parameters] = await Promise.all([
    open.log(),
    readSettings(open.db),
    readIntervals(open.db),
    parametersOf(open, results),
  ]);
  const rows = rowsByClient(log.sales, log.clients.keys.length, asOf);
  const found: KeptChances = {
    basis: headline.basis,
    parameters,
    evidence: evidence(walkShop(rows, rulesOf(settings, intervals), asOf)),
  };
  // A full disk must not hide what is known: it is then learnt again at the next start.
  await writeChances(open.db, found).catch(() => undefined);
  return found;
}

/**
 * The model's parameters alone, null where the shop is too small for one: for who must answer at once. They rest on the figures
 * without the sales, so that even where nothing was learnt yet they take milliseconds.
 */
export const parametersOf = whileWarm(async (open, { headline, clients }): Promise<Parameters | null> => {
  const stored = await readChances(open.db);
  if (stored?.basis === headline.basis) return stored.parameters;
  const { asOf, typicalGap } = headline.report;
  return shopParameters(clients, asOf, typicalGap, stored?.parameters ?? undefined) ?? null;
});

/** What is to be expected of the shop's lost clients together, and which patience its own sales speak for. */
export async function chances({ shopId, today }: Input<'chances'>): Promise<Output<'chances'>> {
  const open = await shop(shopId);
  const results = await figuresOrFail(open, today);
  const [{ model, evidence: seen }, settings] = await Promise.all([
    learnt(open, results),
    readSettings(open.db),
  ]);
  const { report } = results.headline;
  return {
    model: model && {
      clients: report.clientsWithPurchase,
      expectedLoss: expectedLoss(results.clients, model.columns.within365),
      expectedYearLoss: expectedLossSince(results.clients, model.columns.within365, report.year.from),
    },
    evidence: seen,
    proposal: settings.preset === 'rhythm' ? raised(seen, settings.patience) : null,
  };
}

function raised(seen: Evidence, present: Patience): Patience | null {
  const proposed = proposedPatience(seen, present);
  return proposed.some((times, band) => times !== present[band]) ? proposed : null;
}

const DAYS_A_YEAR = 365;

/** The chance that one client buys within 180 days, and how silences like theirs ended before. */
export async function clientChance({
  shopId,
  client,
  today,
}: Input<'clientChance'>): Promise<Output<'clientChance'>> {
  const open = await shop(shopId);
  const results = await figuresOrFail(open, today);
  const { clients: figures, headline } = results;
  const entry = figures.client.indexOf(client);
  if (entry < 0 || figures.visits[entry] === 0) return null;
  const { model, evidence: seen } = await learnt(open, results);
  return {
    client,
    model: model && {
      within180: model.columns.within180[entry]!,
      clients: headline.report.clientsWithPurchase,
      visitsAYear: (DAYS_A_YEAR * model.parameters.r) / model.parameters.alpha,
      stopAfterFirst: model.parameters.a / (model.parameters.a + model.parameters.b),
    },
    alike: await alikeTo(open, results, seen, entry),
  };
}
