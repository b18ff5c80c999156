import { addDays, parseIsoDay } from '../../src/domain/kernel/day';
import { STATUS } from '../../src/domain/loss/status';
import { catalogue } from '../../src/domain/reasons/catalogue';
import { playbooksOf } from '../../src/domain/winback/playbooks';
import type { BecauseCode } from '../../src/domain/winback/proposeBecause';
import { propose, type Proposal } from '../../src/domain/winback/propose';
import { noWishes, type ClientWishes, type PlanFacts } from '../../src/domain/winback/proposeFacts';

export const TODAY = parseIsoDay('2026-11-23');

/** A client of the upper half by value, lost for three weeks after queueing, of whom everything is known; Mia lost them. */
export const planFacts = (
  says: Partial<Omit<PlanFacts, 'wishes'>> & { readonly wishes?: Partial<ClientWishes> } = {},
): PlanFacts => ({
  today: TODAY,
  doNotContact: false,
  status: STATUS.lost,
  visits: 24,
  lastVisit: addDays(TODAY, -60),
  lostDate: addDays(TODAY, -21),
  interval: 36.5,
  yearlyValue: 50_000,
  margin: 0.4,
  years: 2,
  hourCost: null,
  rank: 60,
  ranked: 200,
  phone: '0470 12 34 56',
  email: 'anna@example.org',
  lostBy: 'mia',
  servedBy: [{ person: 'mia' }, { person: 'ben' }],
  reason: 'late-delivery',
  severity: 3,
  human: false,
  wish: '',
  debt: 0,
  employees: [
    { id: 'cleo', name: 'Cleo', soldAs: 'Cleo', leftOn: null },
    { id: 'mia', name: 'Mia', soldAs: 'Mia', leftOn: null },
    { id: 'ben', name: 'Ben', soldAs: 'Ben', leftOn: null },
  ],
  reasons: catalogue([]),
  chains: playbooksOf([]),
  playbook: null,
  override: null,
  ...says,
  wishes: { ...noWishes, address: '1 Rose Lane', ...says.wishes },
});

/** What is proposed, with ids s1, s2 and so on. */
export function proposed(says: Parameters<typeof planFacts>[0] = {}): Proposal {
  let made = 0;
  return propose(planFacts(says), () => `s${++made}`);
}

export const codesOf = ({ because }: Proposal): readonly BecauseCode[] => because.map(({ code }) => code);
