import type { Channel, Closing, Offer, OfferSort, Outcome, StepDraft } from '../domain/notebook/plan';
import type { Employee } from '../domain/notebook/person';
import type { Reason } from '../domain/notebook/reason';
import { BECAUSE, type Because } from '../domain/winback/proposeBecause';
import type { OfferNote } from '../domain/winback/offers';
import type { Chain } from '../domain/winback/playbooks';
import type { Stage } from '../domain/winback/planState';
import { formatMoney } from './formats';
import { reasonLabelById } from './reasonLabel';
import { t, tMaybe } from './t';

/** All of these need the area `winbackWords`. */
export const channelLabel = (channel: Channel): string => t(`channel.${channel}`);
export const outcomeLabel = (outcome: Outcome): string => t(`outcome.${outcome}`);
export const stageLabel = (stage: Stage): string => t(`stage.${stage}`);
export const closingLabel = (closing: Closing): string => t(`closing.${closing}`);
export const offerSortLabel = (sort: OfferSort): string => t(`offer.${sort}`);
export const offerNoteText = (note: OfferNote): string => t(`offer.note.${note}`);

/** An offer in a list: the owner's words, "15% off", or its sort. */
export function offerLabel({ sort, percent, text }: Offer): string {
  const counted = percent === null ? undefined : tMaybe(`offer.percent.${sort}`, { percent });
  return text.trim() || (counted ?? offerSortLabel(sort));
}

/** An offer as a message names it to the client, such as "a small gift with your next order". */
export const offerGiven = ({ sort, percent, text }: Offer): string =>
  text.trim() ||
  t(`offer.given.${sort}`, { percentKnown: percent === null ? 'no' : 'yes', percent: percent ?? 0 });

/** "Pays if it makes them come back with 9% more chance", from the uplift (0-1) that `offerBreakEven` gives. */
export const breakEvenText = (uplift: number): string =>
  t('offer.breakEven', {
    paying: uplift <= 0 ? 'free' : uplift < 1 ? 'yes' : 'no',
    percent: uplift < 1 ? Math.max(1, Math.ceil(uplift * 100)) : 100,
  });

/** What a step is, in the owner's words or the built-in ones. */
export const stepLabel = ({ template, what }: Pick<StepDraft, 'template' | 'what'>): string =>
  what.trim() || (template === null ? undefined : tMaybe(`step.${template}`)) || t('step.own');

/** The same for a chain of which only the id is at hand; the id itself for one that is gone. */
export const playbookLabelById = (chains: readonly Chain[], id: string): string => {
  const chain = chains.find((known) => known.id === id);
  return chain ? playbookLabel(chain) : (tMaybe(`playbook.builtIn.${id}`) ?? id);
};

export const playbookLabel = ({ id, name }: Pick<Chain, 'id' | 'name'>): string =>
  name ?? tMaybe(`playbook.builtIn.${id}`) ?? id;

/** When a chain is used, and what to expect of it [5.15]; empty where nobody wrote it. */
export const playbookWhen = ({ id, when }: Pick<Chain, 'id' | 'when'>): string =>
  when ?? tMaybe(`playbook.builtIn.${id}.when`) ?? '';
export const playbookExpect = ({ id, expect }: Pick<Chain, 'id' | 'expect'>): string =>
  expect ?? tMaybe(`playbook.builtIn.${id}.expect`) ?? '';

/** What the sentences of a proposal name: reasons, people, money. */
export interface Naming {
  readonly reasons: readonly Reason[];
  readonly employees: readonly Employee[];
  readonly currency: string;
}

/** Why something is proposed, and the rule of the method it follows ("5.4"). Needs `reasonWords`, too. */
export function becauseText(
  { code, params }: Because,
  { reasons, employees, currency }: Naming,
): { readonly text: string; readonly rule: string } {
  const { reason, person, channel, instead, cents } = params;
  const named = {
    ...params,
    ...(reason === undefined ? {} : { reason: reasonLabelById(reasons, String(reason)) }),
    ...(person === undefined
      ? {}
      : { person: employees.find(({ id }) => id === person)?.name ?? String(person) }),
    ...(channel === undefined ? {} : { channel: channelLabel(channel as Channel), missing: String(channel) }),
    ...(instead === undefined ? {} : { instead: channelLabel(instead as Channel) }),
    ...(cents === undefined ? {} : { money: formatMoney(Number(cents), currency) }),
  };
  return { text: t(`because.${code}`, named), rule: BECAUSE[code] };
}
