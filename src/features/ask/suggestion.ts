import { judgementOf } from '../../domain/reasons/judgement';
import { proposedChannel } from '../../domain/reasons/proposedChance';
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
    const { proposedChance } = weighed(answers, reasons, file, weeks);
    return { value: String(proposedChance), why: t('ask.chance.because') };
  }
  return undefined;
}
