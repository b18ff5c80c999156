import type { Channel } from '../notebook/plan';
import { noWishes, type ClientWishes } from './proposeFacts';

/** What a client's card may say of them, as it is kept; absent where nothing is written. */
interface WrittenCard {
  readonly prefers?: Channel;
  readonly likes?: string;
  readonly tastes?: string;
  readonly birthday?: { readonly month: number; readonly date: number };
  readonly address?: string;
}

/** The wishes on a client's card that a plan must heed; none where there is no card (method.md [5.10]). */
export const cardWishes = (card: WrittenCard | null): ClientWishes => ({
  preferred: card?.prefers ?? noWishes.preferred,
  likes: card?.likes ?? noWishes.likes,
  tastes: card?.tastes ?? noWishes.tastes,
  birthday: card?.birthday ?? noWishes.birthday,
  address: card?.address ?? noWishes.address,
});
