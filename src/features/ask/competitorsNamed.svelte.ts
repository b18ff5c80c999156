import { entriesOf } from '../../domain/notebook/notebook';
import { asked } from '../../reactive/asked.svelte';
import { services } from '../../reactive/services';
import { mostNamed } from './mostNamed';

/** The competitors that were named before, the one named most first; called while a screen is made. */
export function competitorsNamed(): { readonly names: readonly string[] } {
  const { session } = services();
  const found = asked(
    () => (session.shop ? { shopId: session.shop.id } : null),
    async ({ shopId }, signal) =>
      (await session.ask('entries', { shopId, kinds: ['interview', 'statement'] }, { signal })).entries,
  );
  const names = $derived.by(() => {
    const entries = found.value ?? [];
    const told = entriesOf(entries, 'interview').flatMap(({ answers }) => {
      const answer = answers.competitor?.answer;
      return answer?.kind === 'text' ? [answer.text] : [];
    });
    const noted = entriesOf(entries, 'statement').map(({ competitor }) => competitor);
    return mostNamed([...told, ...noted]);
  });
  return {
    get names() {
      return names;
    },
  };
}
