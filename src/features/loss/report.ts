import type { Headline } from '../../domain/loss/headline';

/** The shop's totals as they are kept: the report without its columns of clients. */
export type Totals = Headline['report'];

/** Which words fit: those for money, or those for visits where the file had no amounts. */
export const counted = (currency: string): 'visits' | 'money' => (currency === 'VISITS' ? 'visits' : 'money');
