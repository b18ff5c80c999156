import type { Day } from '../kernel/day';
import { defaultRules, type Closure, type Patience, type Rules } from '../loss/rules';

/** Everything the owner may set about a shop. Money in cents; `null` means "not entered", never zero. */
export interface ShopSettings {
  readonly name: string;
  /** ISO 4217, or `VISITS` where the file has no amounts and visits are counted instead. */
  readonly currency: string;
  readonly preset: Rules['preset'];
  readonly fixedDays: number;
  readonly patience: Patience;
  readonly closures: readonly Closure[];
  /** Weekdays on which nobody works on plans, 0 for Sunday to 6 for Saturday, rising. */
  readonly freeWeekdays: readonly number[];
  /** Share of the turnover that stays after paying for the goods, 0-100; without it money is called turnover, never profit (rules.md 3.6). */
  readonly marginPercent: number | null;
  /** A month's rent and a month's salary, to make the loss felt (method.md [1.5]). */
  readonly rentAMonth: number | null;
  readonly salaryAMonth: number | null;
  /** What an hour of the staff's time costs, for the decision whom to win back (method.md [3.8], [4.11]). */
  readonly hourCost: number | null;
  /** An earlier as-of date picked by the owner (rules.md 3.2). */
  readonly asOf: Day | null;
}

export const defaultSettings: ShopSettings = {
  name: '',
  currency: 'EUR',
  preset: defaultRules.preset,
  fixedDays: defaultRules.fixedDays,
  patience: defaultRules.patience,
  closures: [],
  freeWeekdays: [0],
  marginPercent: null,
  rentAMonth: null,
  salaryAMonth: null,
  hourCost: null,
  asOf: null,
};

/** The rules of loss that a shop's settings, and the intervals set for single clients, amount to (rules.md 3.3, 3.4). */
export const rulesOf = (settings: ShopSettings, intervals: ReadonlyMap<number, number>): Rules => ({
  preset: settings.preset,
  fixedDays: settings.fixedDays,
  patience: settings.patience,
  closures: settings.closures,
  intervals,
});
