import type { Component } from 'svelte';
import { wrap } from 'svelte-spa-router/wrap';
import { loadArea } from '../i18n/language.svelte';
import { PAGES, type PageName } from '../reactive/address';
import MissingPage from './MissingPage.svelte';

type PageComponent = Component<Record<string, never>> | Component<{ params: { id: string } }>;
type Load = () => Promise<{ default: PageComponent }>;

interface Room {
  readonly load: Load;
  /** The areas of words that the page needs before it can be shown. */
  readonly words: readonly string[];
}

const rooms: Readonly<Record<PageName, Room>> = {
  today: { load: () => import('../features/today/TodayPage.svelte'), words: ['today', 'loss', 'clients'] },
  loss: { load: () => import('../features/loss/LossPage.svelte'), words: ['loss', 'clients'] },
  clients: { load: () => import('../features/clients/ClientsPage.svelte'), words: ['clients'] },
  client: { load: () => import('../features/clients/ClientPage.svelte'), words: ['clients'] },
  reasons: { load: () => import('../features/reasons/ReasonsPage.svelte'), words: ['reasons'] },
  wayBack: { load: () => import('../features/wayback/WayBackPage.svelte'), words: ['wayback'] },
  import: {
    load: () => import('../features/import/ImportPage.svelte'),
    words: ['import', 'intake', 'errors'],
  },
  settings: { load: () => import('../features/settings/SettingsPage.svelte'), words: ['settings', 'loss'] },
  data: { load: () => import('../features/data/DataPage.svelte'), words: ['data', 'errors'] },
};

const lazily = ({ load, words }: Room) =>
  wrap({
    asyncComponent: async () => {
      const [page] = await Promise.all([load(), loadArea(...words)]);
      return page as { default: Component };
    },
  });

/** Address pattern -> page, for the router. */
export const routes = Object.fromEntries([
  ...(Object.keys(PAGES) as PageName[]).map((page) => [PAGES[page], lazily(rooms[page])] as const),
  ['*', wrap({ component: MissingPage as Component })] as const,
]);
