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
  /** Pages one tap away that must stand at once: fetched while this one is looked at. */
  readonly next?: readonly PageName[];
}

/** Where each page lives. Its words are few on purpose: those of the first page belong to the first load. */
const rooms: Readonly<Record<PageName, Room>> = {
  today: { load: () => import('../features/today/TodayPage.svelte'), words: ['today', 'figures'] },
  loss: { load: () => import('../features/loss/LossPage.svelte'), words: ['loss', 'figures', 'clients'] },
  clients: { load: () => import('../features/clients/ClientsPage.svelte'), words: ['clients', 'errors'] },
  same: { load: () => import('../features/clients/same/SamePage.svelte'), words: ['clients', 'errors'] },
  corrections: {
    load: () => import('../features/clients/correct/CorrectionsPage.svelte'),
    words: ['clients', 'errors'],
  },
  client: {
    load: () => import('../features/clients/ClientPage.svelte'),
    words: ['clients', 'reasonWords', 'winbackWords', 'answer', 'errors'],
    next: ['ask'],
  },
  ask: { load: () => import('../features/ask/AskPage.svelte'), words: ['ask', 'reasonWords'] },
  quickReason: {
    load: () => import('../features/ask/QuickReasonPage.svelte'),
    words: ['ask', 'reasonWords'],
  },
  clientSurvey: {
    load: () => import('../features/surveys/ClientSurveyPage.svelte'),
    words: ['surveys', 'answer', 'reasonWords', 'errors'],
  },
  reasons: {
    load: () => import('../features/reasons/ReasonsPage.svelte'),
    words: ['reasons', 'reasonWords', 'errors'],
  },
  reasonClients: {
    load: () => import('../features/reasons/ReasonClientsPage.svelte'),
    words: ['reasons', 'reasonWords', 'errors'],
  },
  whoToAsk: {
    load: () => import('../features/ask/WhoToAskPage.svelte'),
    words: ['ask', 'errors', 'reasonWords'],
    next: ['ask'],
  },
  catalogue: {
    load: () => import('../features/reasons/CataloguePage.svelte'),
    words: ['reasons', 'reasonWords'],
  },
  causes: { load: () => import('../features/reasons/CausesPage.svelte'), words: ['reasons', 'reasonWords'] },
  surveys: {
    load: () => import('../features/surveys/SurveysPage.svelte'),
    words: ['surveys', 'answer', 'reasonWords', 'errors'],
  },
  codes: {
    load: () => import('../features/surveys/CodesPage.svelte'),
    words: ['surveys', 'answer', 'reasonWords', 'errors'],
  },
  staffRounds: {
    load: () => import('../features/surveys/StaffRoundsPage.svelte'),
    words: ['surveys', 'errors'],
  },
  staffRound: {
    load: () => import('../features/surveys/StaffRoundPage.svelte'),
    words: ['surveys', 'answer', 'reasonWords', 'errors'],
  },
  brainstorms: {
    load: () => import('../features/brainstorm/BrainstormsPage.svelte'),
    words: ['brainstorm'],
  },
  brainstorm: {
    load: () => import('../features/brainstorm/BrainstormPage.svelte'),
    words: ['brainstorm', 'reasonWords'],
  },
  complaints: {
    load: () => import('../features/complaints/ComplaintsPage.svelte'),
    words: ['complaints', 'answer'],
  },
  complaint: {
    load: () => import('../features/complaints/ComplaintPage.svelte'),
    words: ['complaints', 'answer', 'reasonWords'],
  },
  history: {
    load: () => import('../features/history/HistoryPage.svelte'),
    words: ['history', 'reasonWords'],
  },
  people: { load: () => import('../features/history/PeoplePage.svelte'), words: ['history'] },
  answer: { load: () => import('../features/surveys/AnswerPage.svelte'), words: ['answer', 'reasonWords'] },
  wayBack: {
    load: () => import('../features/wayback/WayBackPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords', 'errors'],
  },
  newPlan: {
    load: () => import('../features/wayback/plan/NewPlanPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords'],
  },
  plan: {
    load: () => import('../features/wayback/plan/PlanPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords'],
  },
  week: {
    load: () => import('../features/wayback/week/WeekPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords', 'errors'],
  },
  many: {
    load: () => import('../features/wayback/many/ManyPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords', 'errors'],
  },
  playbooks: {
    load: () => import('../features/wayback/playbooks/PlaybooksPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords'],
  },
  playbook: {
    load: () => import('../features/wayback/playbooks/PlaybookPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords'],
  },
  letter: {
    load: () => import('../features/wayback/message/LetterPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords'],
  },
  letterhead: { load: () => import('../features/wayback/message/LetterheadPage.svelte'), words: ['wayback'] },
  earned: {
    load: () => import('../features/wayback/earned/EarnedPage.svelte'),
    words: ['wayback', 'winbackWords', 'reasonWords', 'errors'],
  },
  import: {
    load: () => import('../features/import/ImportPage.svelte'),
    words: ['import', 'intake', 'errors', 'figures'],
  },
  byHand: {
    load: () => import('../features/import/byHand/ByHandPage.svelte'),
    words: ['byHand', 'import', 'errors', 'figures'],
  },
  settings: { load: () => import('../features/settings/SettingsPage.svelte'), words: ['settings'] },
  data: { load: () => import('../features/data/DataPage.svelte'), words: ['data', 'errors'] },
};

const fetched = ({ load, words }: Room) => Promise.all([load(), loadArea(...words)]);

/** The page itself comes first, and no thumb is so quick. */
const PAUSE = 150;

/** What cannot be fetched now is asked for again, and complained about, when it is opened. */
const fetchSoon = (pages: readonly PageName[]) =>
  setTimeout(() => {
    for (const page of pages) fetched(rooms[page]).catch(() => undefined);
  }, PAUSE);

const lazily = (room: Room) =>
  wrap({
    asyncComponent: async () => {
      const [page] = await fetched(room);
      fetchSoon(room.next ?? []);
      return page as { default: Component };
    },
  });

/** Address pattern -> page, for the router. */
export const routes = Object.fromEntries([
  ...(Object.keys(PAGES) as PageName[]).map((page) => [PAGES[page], lazily(rooms[page])] as const),
  ['*', wrap({ component: MissingPage as Component })] as const,
]);
