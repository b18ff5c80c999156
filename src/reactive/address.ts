/** Every page of the app and its address, which stands behind the `#`. */
export const PAGES = {
  today: '/',
  loss: '/loss',
  clients: '/clients',
  client: '/clients/:id',
  reasons: '/reasons',
  wayBack: '/way-back',
  import: '/import',
  settings: '/settings',
  data: '/data',
} as const;

export type PageName = keyof typeof PAGES;

type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : Record<never, never>;

type PathParams<Name extends PageName> = ParamsOf<(typeof PAGES)[Name]>;

export type Query = Readonly<Record<string, string | undefined>>;

type Arguments<Name extends PageName> = keyof PathParams<Name> extends never
  ? [params?: Record<never, never>, query?: Query]
  : [params: PathParams<Name>, query?: Query];

/** The text behind the `?`, without the names that have no value. */
export function queryText(query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** The link to a page: `href('client', { id: '7' })`. */
export function href<Name extends PageName>(page: Name, ...[params, query]: Arguments<Name>): string {
  const given = (params ?? {}) as Readonly<Record<string, string>>;
  const path = PAGES[page].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ''));
  return `#${path}${queryText(query)}`;
}
