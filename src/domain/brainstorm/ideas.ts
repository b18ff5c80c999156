import type { Brainstorm, Idea } from '../notebook/brainstorm';
import type { SurveyResponse } from '../notebook/survey';

export const LONGEST_IDEA = 300;
export const MOST_IDEAS = 500;

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, LONGEST_IDEA);

/** One more thing somebody said, word for word; nothing changes for blank words, an id already there, or a full list. */
export function addIdea(storm: Brainstorm, id: string, text: string): Brainstorm {
  const said = tidy(text);
  const isKnown = storm.ideas.some((idea) => idea.id === id);
  if (said === '' || isKnown || storm.ideas.length >= MOST_IDEAS) return storm;
  return { ...storm, ideas: [...storm.ideas, { id, text: said, heap: null }] };
}

/** Takes an idea back; the heap it lay on stays. */
export const removeIdea = (storm: Brainstorm, id: string): Brainstorm => ({
  ...storm,
  ideas: storm.ideas.filter((idea) => idea.id !== id),
});

/**
 * What a form filled on somebody's own phone holds, one idea a line, with ids made from the form's so that the same form
 * gives the same ideas. Chosen reasons come as ideas by the words `labelOf` gives.
 */
export function ideasIn(response: SurveyResponse, labelOf: (reason: string) => string): readonly Idea[] {
  const { why, wish, reasons } = response.answers;
  const texts = [...reasons.map(({ reason }) => labelOf(reason)), ...why.split('\n'), ...wish.split('\n')];
  return texts
    .map(tidy)
    .filter((text) => text !== '')
    .map((text, k) => ({ id: `${response.id}:${k}`, text, heap: null }));
}

/** The forms people filled for this brainstorm on their own phones. */
export const sentTo = (storm: Brainstorm, responses: readonly SurveyResponse[]): readonly SurveyResponse[] =>
  responses.filter(({ survey, round }) => survey === 'ideas' && round === storm.id);

/** Whether ideas may still be added: not once people have begun to vote on what there is. */
export const takesIdeas = ({ stage }: Brainstorm): boolean => stage === 'collect' || stage === 'group';

/** A brainstorm with the ideas of filled forms among the others, and the forms that are no longer needed for it. */
export interface TakenIn {
  readonly storm: Brainstorm;
  readonly taken: readonly SurveyResponse[];
}

/** Takes in the forms that find room with all their ideas; those that do not are left as they are. */
export function takenIn(
  storm: Brainstorm,
  responses: readonly SurveyResponse[],
  labelOf: (reason: string) => string,
): TakenIn {
  return responses.reduce<TakenIn>(
    (so, response) => {
      const ideas = ideasIn(response, labelOf);
      const grown = ideas.reduce((before, { id, text }) => addIdea(before, id, text), so.storm);
      const isWhole = ideas.every(({ id }) => grown.ideas.some((idea) => idea.id === id));
      return isWhole ? { storm: grown, taken: [...so.taken, response] } : so;
    },
    { storm, taken: [] },
  );
}
