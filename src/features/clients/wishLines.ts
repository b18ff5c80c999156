import { formatDay, formatMoney } from '../../i18n/formats';
import { t } from '../../i18n/t';
import { channelLabel } from '../../i18n/winbackLabels';
import type { CardRecord } from '../../storage/shopDb';
import { birthdayIn } from './wishes';

/** What the card says of a client's wishes, line by line; none where nothing is written. */
export function wishLines(
  card: CardRecord | null,
  currency: string,
  nameOf: (person: string) => string,
): readonly { readonly term: string; readonly text: string }[] {
  if (!card) return [];
  const { prefers, likes, birthday, debt } = card;
  const lines = [
    { term: t('client.wish.wishes'), text: card.wishes },
    { term: t('client.wish.annoys'), text: card.annoys },
    { term: t('client.wish.prefers'), text: prefers && channelLabel(prefers) },
    { term: t('client.wish.hours'), text: card.hours },
    { term: t('client.wish.likes'), text: likes && nameOf(likes) },
    { term: t('client.wish.tastes'), text: card.tastes },
    { term: t('client.wish.gifts'), text: card.gifts },
    { term: t('client.wish.birthday'), text: birthday && formatDay(birthdayIn(birthday), 'dayMonth') },
    { term: t('client.wish.occasions'), text: card.occasions },
    { term: t('client.wish.debt'), text: debt ? formatMoney(debt, currency) : '' },
  ];
  return lines.flatMap(({ term, text }) => (text ? [{ term, text }] : []));
}
