import type { GivenAnswer, Severity } from '../notebook/answer';
import type { Claim, Interview } from '../notebook/interview';
import type { Reason } from '../notebook/reason';
import type { Answers } from './conditions';
import { conversation } from './conversation';
import { answersOnPath, readable } from './engine';

/** What the conversation says about the leaving itself, whoever named the reason. */
type Particulars = Pick<Claim, 'severity' | 'human' | 'competitor'>;

const BARE = { severity: null, human: null, competitor: '', words: '', reasons: [], sure: 'guess' } as const;

/** The answers that count: those the present set can read, to questions that the conversation still leads to. */
const counting = ({ questions, answers }: Interview, reasons: readonly Reason[]): Answers =>
  questions === conversation.id ? answersOnPath(conversation, readable(conversation, answers), reasons) : {};

const textIn = (given: GivenAnswer | undefined): string =>
  given?.answer.kind === 'text' ? given.answer.text : '';

const choiceIn = (given: GivenAnswer | undefined): string | null =>
  given?.answer.kind === 'choice' ? given.answer.value : null;

function particularsIn(answers: Answers): Particulars {
  const severity = choiceIn(answers.severity);
  const human = choiceIn(answers.human);
  return {
    severity: severity === null ? null : (Number(severity) as Severity),
    human: human === null ? null : human === 'yes',
    competitor: textIn(answers.competitor),
  };
}

/** A claim for each view of the staff; one without reasons where they were asked and nobody knew. */
function staffClaims(client: number, given: GivenAnswer): Claim[] {
  const { answer, day } = given;
  const said = { ...BARE, client, role: 'stated', source: 'staff', day } as const;
  if (answer.kind !== 'views') return [{ ...said, author: given.author }];
  return answer.views.map(({ person, reasons, words }) => ({
    ...said,
    author: person,
    reasons,
    words,
    sure: 'likely',
  }));
}

/** A claim out of the answer to "which reasons?"; without reasons where the answer was "I do not know". */
function reasonsClaim(client: number, role: Claim['role'], given: GivenAnswer, rest: Partial<Claim>): Claim {
  const { answer, day, source, author } = given;
  const said = { ...BARE, client, role, source, author, day, ...rest };
  return answer.kind === 'reasons' ? { ...said, reasons: answer.reasons, sure: answer.sure } : said;
}

/**
 * What an interview says about why a client left, each person's word apart. A claim without reasons means "asked, but nobody knows", or
 * that the client refused to say. Severity and competitor go with what the client said and with what it really was, the human factor
 * with the latter where it was found.
 */
export function interviewClaims(interview: Interview, reasons: readonly Reason[]): readonly Claim[] {
  const { client } = interview;
  const answers = counting(interview, reasons);
  const { views, stated, real, reached } = answers;
  const particulars = particularsIn(answers);
  const said = { severity: particulars.severity, competitor: particulars.competitor };
  return [
    ...(views ? staffClaims(client, views) : []),
    ...(reached && choiceIn(reached) === 'refused'
      ? [reasonsClaim(client, 'stated', { ...reached, source: 'client' }, {})]
      : []),
    ...(stated
      ? [
          reasonsClaim(client, 'stated', stated, {
            ...(real ? said : particulars),
            words: textIn(answers.words),
          }),
        ]
      : []),
    ...(real ? [reasonsClaim(client, 'real', real, particulars)] : []),
  ];
}
