import type { LossReport } from './lossReport';

const FEWEST_CLIENTS = 5;
const FEWEST_DAYS = 60;

/**
 * What a log lacks before its figures mean much: clients with a purchase (5 or more) or days (60 or more). Both false
 * where it has enough.
 */
export const tooLittle = ({
  clientsWithPurchase,
  logStart,
  asOf,
}: Pick<LossReport, 'clientsWithPurchase' | 'logStart' | 'asOf'>): { clients: boolean; days: boolean } => ({
  clients: clientsWithPurchase < FEWEST_CLIENTS,
  days: asOf - logStart + 1 < FEWEST_DAYS,
});
