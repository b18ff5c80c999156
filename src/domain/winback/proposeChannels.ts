import type { Channel, StepDraft } from '../notebook/plan';
import { proposedChannel } from '../reasons/proposedChance';
import { usualMinutes } from './playbooksBuiltIn';
import { because, type Because } from './proposeBecause';
import type { PlanFacts, Reading } from './proposeFacts';

const WRITTEN: readonly Channel[] = ['sms', 'whatsapp', 'viber', 'telegram', 'email'];
/** Ways for which a liking decides: talking and writing. What is done by hand stays what it is. */
const LIKED: readonly Channel[] = ['call', ...WRITTEN];
const NEEDS_ADDRESS: readonly Channel[] = ['letter', 'visit', 'gift'];
const TRIFLE_OR_NUISANCE = 2;

type Reach = Pick<PlanFacts, 'phone' | 'email'>;

const within = (channel: Channel, { phone, email }: Reach): boolean =>
  channel === 'email' ? email.trim() !== '' : LIKED.includes(channel) ? phone.trim() !== '' : true;

/** Another way where the number or address for one is not known. */
function reachable(channel: Channel, reach: Reach): Channel {
  if (within(channel, reach)) return channel;
  const instead: Channel = channel === 'email' ? 'sms' : 'email';
  return within(instead, reach) ? instead : 'letter';
}

/** What the first try of a chain that begins with a call is, by how serious, how dear and how long ago (method.md [3.5], [4.9], [5.4]). */
function firstTry(facts: PlanFacts, reading: Reading): { channel: Channel; because: Because } {
  const { serious, value, weeks, months } = reading;
  const soon = proposedChannel(weeks) === 'call';
  if (serious) return { channel: 'visit', because: because('in-person') };
  if (value === 'best')
    return {
      channel: 'visit',
      because: soon ? because('best-in-person') : because('visit-late', { months }),
    };
  const small = facts.severity === null || facts.severity <= TRIFLE_OR_NUISANCE;
  if (value === 'lower' && small)
    return {
      channel: facts.email.trim() === '' ? 'sms' : 'email',
      because: because('small-by-message'),
    };
  return soon
    ? { channel: 'call', because: because('call-soon', { weeks: Math.floor(weeks) }) }
    : { channel: 'letter', because: because('letter-late', { months }) };
}

/**
 * The steps with the channels that suit this client. What the client likes decides first [5.10]; then the first try goes by time, value and
 * seriousness [5.4]; a way for which no number or address is known gives way to one that works.
 */
export function proposeChannels(
  steps: readonly StepDraft[],
  facts: PlanFacts,
  reading: Reading,
): { steps: readonly StepDraft[]; because: readonly Because[] } {
  const { preferred } = facts.wishes;
  const liked = preferred !== null && within(preferred, facts) ? preferred : null;
  const found: Because[] = [];
  const first = steps.findIndex(({ aftercare }) => !aftercare);

  const wanted = (step: StepDraft, place: number): Channel => {
    if (!LIKED.includes(step.channel)) return step.channel;
    if (liked !== null && (LIKED.includes(liked) || place === first)) {
      if (!found.some(({ code }) => code === 'preferred'))
        found.push(because('preferred', { channel: liked }));
      return liked;
    }
    if (place !== first || step.channel !== 'call') return step.channel;
    const choice = firstTry(facts, reading);
    found.push(choice.because);
    return choice.channel;
  };

  const chosen = steps.map((step, place) => {
    const want = wanted(step, place);
    const channel = reachable(want, facts);
    if (channel !== want && !found.some(({ code }) => code === 'unreachable'))
      found.push(because('unreachable', { channel: want, instead: channel }));
    return channel === step.channel ? step : { ...step, channel, minutes: usualMinutes(channel) };
  });
  return { steps: chosen, because: found };
}

/** That the address has to be asked for, where a step to bring them back needs it and the card has none. */
export function addressMissing(
  steps: readonly StepDraft[],
  { wishes }: Pick<PlanFacts, 'wishes'>,
): readonly Because[] {
  const isNeeded = steps.some(({ channel, aftercare }) => !aftercare && NEEDS_ADDRESS.includes(channel));
  return isNeeded && wishes.address.trim() === '' ? [because('address-missing')] : [];
}
