/** Every page of the app and its address, which stands behind the `#`. */
export const PAGES = {
  today: '/',
  loss: '/loss',
  clients: '/clients',
  same: '/clients/same',
  corrections: '/clients/corrections',
  client: '/clients/:id',
  ask: '/clients/:id/ask',
  quickReason: '/clients/:id/reason',
  clientSurvey: '/clients/:id/survey',
  reasons: '/reasons',
  reasonClients: '/reasons/clients',
  whoToAsk: '/reasons/ask',
  catalogue: '/reasons/catalogue',
  causes: '/reasons/causes',
  surveys: '/reasons/surveys',
  codes: '/reasons/codes',
  staffRounds: '/reasons/staff',
  staffRound: '/reasons/staff/:id',
  brainstorms: '/reasons/brainstorms',
  brainstorm: '/reasons/brainstorms/:id',
  complaints: '/reasons/complaints',
  complaint: '/reasons/complaints/:id',
  history: '/reasons/history',
  people: '/reasons/people',
  answer: '/answer',
  newPlan: '/clients/:id/plan',
  wayBack: '/way-back',
  plan: '/way-back/plans/:id',
  week: '/way-back/week',
  many: '/way-back/many',
  playbooks: '/way-back/playbooks',
  playbook: '/way-back/playbooks/:id',
  letter: '/way-back/letters/:id',
  letterhead: '/way-back/letterhead',
  earned: '/way-back/earned',
  import: '/import',
  byHand: '/import/by-hand',
  settings: '/settings',
  data: '/data',
} as const;

export type PageName = keyof typeof PAGES;

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type PathParams<Name extends PageName> = Readonly<Record<NamesIn<(typeof PAGES)[Name]>, string>>;

export type Query = Readonly<Record<string, string | undefined>>;

type Arguments<Name extends PageName> =
  NamesIn<(typeof PAGES)[Name]> extends never
    ? [params?: PathParams<Name>, query?: Query]
    : [params: PathParams<Name>, query?: Query];

/** The text behind the `?`, without the names that have no value. */
export function queryText(query: Query = {}): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** The link to a page: `href('client', { id: '7' })`. */
export function href<Name extends PageName>(page: Name, ...[params, query]: Arguments<Name>): string {
  const given = (params ?? {}) as Readonly<Record<string, string>>;
  const path = PAGES[page].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ''));
  return `#${path}${queryText(query)}`;
}
