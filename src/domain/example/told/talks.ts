import type { Answer, GivenAnswer, Source } from '../../notebook/answer';
import type { Interview, Statement } from '../../notebook/interview';
import { conversation } from '../../reasons/conversation';
import { nextStep } from '../../reasons/engine';
import { proposedChannel } from '../../reasons/proposedChance';
import { STARTING_REASONS } from '../../reasons/startingReasons';
import { EMPLOYEES } from '../catalogue';
import { soldAsId } from '../../notebook/person';
import type { Case } from './cases';
import { because, JONAS, MARTA, told } from './tell';

const choice = (value: string): Answer => ({ kind: 'choice', value });
const text = (words: string): Answer => (words === '' ? { kind: 'skip' } : { kind: 'text', text: words });

/** Whoever lost the client does not ask (method.md [5.3]). */
const askerOf = ({ servedBy }: Case): string => (soldAsId(EMPLOYEES[servedBy]!) === JONAS ? MARTA : JONAS);

const views = ({ story }: Case): Answer => ({
  kind: 'views',
  views: [MARTA, JONAS].map((person, k) => ({
    person,
    reasons: because(...story.staff[k]!.reasons),
    words: story.staff[k]!.words,
  })),
});

/** What would be answered to each question of the conversation, if it is put. */
function answersOf(one: Case): Readonly<Record<string, Answer>> {
  const { story, asked, lostDate } = one;
  return {
    story: { kind: 'seen' },
    views: views(one),
    channel: choice(proposedChannel((asked - lostDate) / 7)),
    asker: text(askerOf(one)),
    script: { kind: 'seen' },
    reached: choice('reached'),
    words: text(story.words),
    stated: { kind: 'reasons', reasons: because(...story.stated), sure: 'sure' },
    whys: { kind: 'chain', texts: story.whys, root: true },
    wish: text(story.wish),
    real: { kind: 'reasons', reasons: because(...story.real), sure: story.sure },
    severity: choice(String(story.severity)),
    human: choice(story.human ? 'yes' : 'no'),
    competitor: text(story.competitor),
    todo: text(story.todo),
    chance: choice(String(story.chance)),
    cost: { kind: 'number', value: story.cost },
    minutes: { kind: 'number', value: story.minutes },
    others: choice(story.others),
    verdict: choice(story.verdict),
  };
}

/** A conversation led to its end, or broken off before a question; questions that are not known here are "I do not know". */
export function interviewOf(one: Case, until: string | null = null): Interview {
  const known = answersOf(one);
  const answers: Record<string, GivenAnswer> = {};
  const next = (after: string | null) => nextStep(conversation, answers, STARTING_REASONS, after);
  for (let id = next(null); id !== null && id !== until; id = next(id)) {
    const { source } = conversation.questions.find((question) => question.id === id)!;
    answers[id] = {
      answer: known[id] ?? { kind: 'skip' },
      day: one.asked,
      source,
      author: source === 'client' ? askerOf(one) : null,
    };
  }
  return told('interview', `talk-${one.client}`, one.asked, {
    client: one.client,
    questions: conversation.id,
    version: conversation.version,
    startedOn: one.asked,
    answers,
    doneOn: until === null ? one.asked : null,
  });
}

/** What somebody put into the quick form about a client. */
export function statementOf(one: Case, source: Exclude<Source, 'brainstorm'>): Statement {
  const { story } = one;
  const real = source === 'owner';
  const said = { client: story.stated, owner: story.real, staff: story.staff[0]!.reasons }[source];
  return told('statement', `${source}-${one.client}`, one.asked, {
    client: one.client,
    role: real ? 'real' : 'stated',
    source,
    author: source === 'staff' ? MARTA : null,
    reasons: because(...said),
    sure: source === 'client' ? 'sure' : source === 'owner' ? story.sure : 'guess',
    severity: real ? story.severity : null,
    human: null,
    competitor: source === 'staff' ? '' : story.competitor,
    words: { client: story.words, owner: story.whys.at(-1) ?? '', staff: story.staff[0]!.words }[source],
    day: one.asked,
    from: null,
  });
}
