import { judgementOf } from '../../domain/reasons/judgement';
import { proposedChannel } from '../../domain/reasons/proposedChance';
import { formatPercent } from '../../i18n/formats';
import { t } from '../../i18n/t';
import type { Talk } from './talk.svelte';
import { weighed } from './weighing';

interface Suggestion {
  readonly value: string;
  /** One sentence. */
  readonly why: string;
}

/** What is suggested as the answer to a choice, and why; undefined where nothing is. */
export function suggestion(question: string, talk: Talk): Suggestion | undefined {
  const { file, answers, reasons, weeks } = talk;
  if (!file) return undefined;
  if (question === 'channel' && !file.doNotContact) {
    const channel = proposedChannel(weeks);
    return { value: channel, why: t(`ask.channel.because.${channel}`, { weeks }) };
  }
  if (question === 'human') {
    const { human: _answered, ...before } = answers;
    const { human } = judgementOf(before, reasons);
    if (human === null) return undefined;
    const value = human ? 'yes' : 'no';
    return { value, why: t('ask.human.because', { human: value }) };
  }
  if (question === 'chance') {
    const { proposedChance, isFloor } = weighed(answers, reasons, file, weeks);
    const natural = formatPercent(100 * (file.natural ?? 0));
    return {
      value: String(proposedChance),
      why: t(isFloor ? 'ask.chance.because.floor' : 'ask.chance.because', { natural }),
    };
  }
  return undefined;
}
