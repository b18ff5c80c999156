import { BRAINSTORM_STAGES, type Brainstorm, type BrainstormStage } from '../notebook/brainstorm';
import { ideasOn, newHeap } from './heaps';

const at = (place: number): BrainstormStage | undefined => BRAINSTORM_STAGES[place];
const placeOf = ({ stage }: Brainstorm): number => BRAINSTORM_STAGES.indexOf(stage);

/** How many stages lie from one to another, below 0 where the other comes before; 0 where the other is none. */
export const stepsBetween = (stage: BrainstormStage, other: string | undefined): number => {
  const place = BRAINSTORM_STAGES.findIndex((one) => one === other);
  return place < 0 ? 0 : place - BRAINSTORM_STAGES.indexOf(stage);
};

/** Why a brainstorm cannot go on yet: nobody said anything, or nobody voted. Null where it can, or where it is at its end. */
export function hindrance(storm: Brainstorm): 'no-ideas' | 'no-votes' | null {
  if ((storm.stage === 'collect' || storm.stage === 'group') && storm.ideas.length === 0) return 'no-ideas';
  if (storm.stage === 'vote' && storm.voters === 0) return 'no-votes';
  return null;
}

/** The next stage (method.md [4.3]); the same one where something hinders it or it is the last. */
export function nextStage(storm: Brainstorm): Brainstorm {
  const stage = at(placeOf(storm) + 1);
  if (!stage || hindrance(storm)) return storm;
  return { ...(stage === 'vote' ? readyForVote(storm) : storm), stage };
}

/** What is voted on: an idea that lies alone becomes a heap of its own, a heap without ideas goes. */
function readyForVote(storm: Brainstorm): Brainstorm {
  const full = storm.heaps.filter((heap) => ideasOn(storm, heap.id).length > 0);
  return ideasOn(storm, null).reduce<Brainstorm>(
    (ready, { id, text }) => newHeap(ready, freeId(ready, id), text, [id]),
    { ...storm, heaps: full },
  );
}

/** An idea that had a heap of its own, and was taken from it, finds its id in use by those who stayed. */
const freeId = (storm: Brainstorm, id: string): string =>
  storm.heaps.some((heap) => heap.id === id) ? freeId(storm, `${id}+`) : id;

/** The stage before. Going back from the vote lifts all votes: they were given for other heaps. */
export function previousStage(storm: Brainstorm): Brainstorm {
  const stage = at(placeOf(storm) - 1);
  if (!stage) return storm;
  return { ...(storm.stage === 'vote' ? withoutVotes(storm) : storm), stage };
}

const withoutVotes = (storm: Brainstorm): Brainstorm => ({
  ...storm,
  voters: 0,
  heaps: storm.heaps.map((heap) => ({ ...heap, votes: 0 })),
});
