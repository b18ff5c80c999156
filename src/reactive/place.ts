import { createSubscriber } from 'svelte/reactivity';
import { queryText, type Query } from './address';

const follow = createSubscriber((changed) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
});

/** Path and query behind the `#`; the first page where there is none. */
function here(): { path: string; query: string } {
  follow();
  const [path = '', query = ''] = location.hash.slice(1).split('?', 2);
  return { path: path.startsWith('/') ? path : '/', query };
}

/** Where the person is, followed when read in a template or an effect. */
export const place = {
  get path(): string {
    return here().path;
  },
  get query(): Readonly<Record<string, string | undefined>> {
    return Object.fromEntries(new URLSearchParams(here().query));
  },
};

/** Opens a link made by `href`; Back returns to where the person was. */
export function goTo(link: string): void {
  location.hash = link;
}

/** Opens a link in place of the present page. */
export function goInstead(link: string): void {
  location.replace(link);
}

/** Changes what stands behind the `?`: as a step it adds a place that Back returns to, otherwise the present one is renamed. */
export function setQuery(query: Query, { step = false }: { step?: boolean } = {}): void {
  const link = `#${place.path}${queryText({ ...place.query, ...query })}`;
  if (step) goTo(link);
  else goInstead(link);
}
