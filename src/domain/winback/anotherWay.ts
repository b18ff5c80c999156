import type { Channel, StepDraft } from '../notebook/plan';
import { usualMinutes } from './playbooksBuiltIn';
import { because, type Because } from './proposeBecause';
import type { PlanFacts } from './proposeFacts';

/** The step that tries once more in another way. */
const ONCE_MORE = 'second-try';

/** Other ways by what they move, the strongest first; for who likes to be written to, writing first (method.md [5.4], [5.10]). */
const BY_VOICE: readonly Channel[] = ['call', 'letter', 'email', 'sms', 'visit'];
const IN_WRITING: readonly Channel[] = ['email', 'sms', 'letter', 'call', 'visit'];
const LIKES_WRITING: readonly Channel[] = ['sms', 'whatsapp', 'viber', 'telegram', 'email'];

/** Whether a way leads to the client: who has no number is not called, and a letter needs an address. */
function leads(channel: Channel, { phone, email, wishes }: PlanFacts): boolean {
  if (channel === 'email') return email.trim() !== '';
  if (channel === 'letter' || channel === 'visit') return wishes.address.trim() !== '';
  return phone.trim() !== '';
}

/** In a chain that nobody changed, writing once more gives way to a call where none was tried yet. */
const GIVES_WAY: readonly Channel[] = ['email', 'sms'];

/**
 * The steps with "once more" in a way that was not tried before: the step's own where it is fresh and leads to them, else the
 * strongest of the others. Where every way was tried, or none other leads there, it stays (method.md [5.1], [5.2]).
 */
export function inAnotherWay(
  steps: readonly StepDraft[],
  facts: PlanFacts,
  isChosenByOwner: boolean,
): { steps: readonly StepDraft[]; because: readonly Because[] } {
  const found: Because[] = [];
  const { preferred } = facts.wishes;
  const ways = preferred !== null && LIKES_WRITING.includes(preferred) ? IN_WRITING : BY_VOICE;
  const tried = new Set<Channel>();
  const wayOf = ({ template, channel }: StepDraft): Channel => {
    const isRepeated = tried.has(channel);
    const isVain = ways.includes(channel) && !leads(channel, facts);
    const mayChange = isRepeated || isVain || (!isChosenByOwner && GIVES_WAY.includes(channel));
    const fresh = ways.find((other) => !tried.has(other) && leads(other, facts));
    const way = template === ONCE_MORE && mayChange ? (fresh ?? channel) : channel;
    if (isRepeated && way !== channel) found.push(because('another-way', { channel: way, instead: channel }));
    return way;
  };
  const varied = steps.map((step) => {
    if (step.aftercare) return step;
    const channel = wayOf(step);
    tried.add(channel);
    return channel === step.channel ? step : { ...step, channel, minutes: usualMinutes(channel) };
  });
  return { steps: varied, because: found };
}
