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

/** Where each page lives. Its words are few on purpose: those of the first page belong to the first load. */
const rooms: Readonly<Record<PageName, Room>> = {
  today: { load: () => import('../features/today/TodayPage.svelte'), words: ['today', 'figures'] },
  loss: { load: () => import('../features/loss/LossPage.svelte'), words: ['loss', 'figures', 'clients'] },
  clients: { load: () => import('../features/clients/ClientsPage.svelte'), words: ['clients', 'errors'] },
  client: { load: () => import('../features/clients/ClientPage.svelte'), words: ['clients', 'errors'] },
  ask: { load: () => import('../features/ask/AskPage.svelte'), words: ['ask'] },
  quickReason: { load: () => import('../features/ask/QuickReasonPage.svelte'), words: ['ask'] },
  clientSurvey: { load: () => import('../features/surveys/ClientSurveyPage.svelte'), words: ['surveys'] },
  reasons: { load: () => import('../features/reasons/ReasonsPage.svelte'), words: ['reasons'] },
  reasonClients: { load: () => import('../features/reasons/ReasonClientsPage.svelte'), words: ['reasons'] },
  whoToAsk: { load: () => import('../features/ask/WhoToAskPage.svelte'), words: ['ask'] },
  catalogue: { load: () => import('../features/reasons/CataloguePage.svelte'), words: ['reasons'] },
  causes: { load: () => import('../features/reasons/CausesPage.svelte'), words: ['reasons'] },
  surveys: { load: () => import('../features/surveys/SurveysPage.svelte'), words: ['surveys'] },
  codes: { load: () => import('../features/surveys/CodesPage.svelte'), words: ['surveys'] },
  staffRounds: { load: () => import('../features/surveys/StaffRoundsPage.svelte'), words: ['surveys'] },
  staffRound: { load: () => import('../features/surveys/StaffRoundPage.svelte'), words: ['surveys'] },
  brainstorms: {
    load: () => import('../features/brainstorm/BrainstormsPage.svelte'),
    words: ['brainstorm'],
  },
  brainstorm: {
    load: () => import('../features/brainstorm/BrainstormPage.svelte'),
    words: ['brainstorm'],
  },
  complaints: {
    load: () => import('../features/complaints/ComplaintsPage.svelte'),
    words: ['complaints'],
  },
  complaint: {
    load: () => import('../features/complaints/ComplaintPage.svelte'),
    words: ['complaints'],
  },
  history: { load: () => import('../features/history/HistoryPage.svelte'), words: ['history'] },
  people: { load: () => import('../features/history/PeoplePage.svelte'), words: ['history'] },
  answer: { load: () => import('../features/surveys/AnswerPage.svelte'), words: ['answer'] },
  wayBack: { load: () => import('../features/wayback/WayBackPage.svelte'), words: ['wayback'] },
  import: {
    load: () => import('../features/import/ImportPage.svelte'),
    words: ['import', 'intake', 'errors', 'figures', 'loss'],
  },
  settings: { load: () => import('../features/settings/SettingsPage.svelte'), words: ['settings'] },
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
