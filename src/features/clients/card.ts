import type { CardRecord } from '../../storage/shopDb';
import type { ClientDetail } from '../../workers/protocol';

/** A client's card as it is being written. */
export interface CardFields {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly note: string;
  /** Days; blank lets the visits tell. */
  readonly interval: string;
  /** They asked to be left alone. */
  readonly doNotContact: boolean;
}

export const fieldsOf = ({ name, phone, email, card }: ClientDetail): CardFields => ({
  name,
  phone,
  email,
  address: card?.address ?? '',
  note: card?.note ?? '',
  interval: card?.interval === undefined ? '' : String(card.interval),
  doNotContact: card?.doNotContact === true,
});

const LONGEST_INTERVAL = 730;

export type FieldError = 'client.form.email.wrong' | 'client.form.interval.wrong';

/** What cannot be kept as it was written, by field. */
export function mistakesIn({ email, interval }: CardFields): Partial<Record<keyof CardFields, FieldError>> {
  const days = interval.trim();
  const isInterval =
    days === '' || (/^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= LONGEST_INTERVAL);
  const isEmail = email.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  return {
    ...(isEmail ? {} : { email: 'client.form.email.wrong' }),
    ...(isInterval ? {} : { interval: 'client.form.interval.wrong' }),
  };
}

/**
 * The card to keep. What the owner did not touch stays as it was, so that later imports may still tell a new phone number;
 * a phone or e-mail that was emptied is kept as empty, a name that was emptied goes back to the imported one.
 */
export function cardOf(detail: ClientDetail, fields: CardFields): CardRecord {
  const before = fieldsOf(detail);
  const contact = (field: 'phone' | 'email') => {
    const text = fields[field].trim();
    return text === before[field] ? detail.card?.[field] : text;
  };
  const name = fields.name.trim() === before.name ? detail.card?.name : fields.name.trim();
  const days = Number(fields.interval.trim());
  return kept({
    ...detail.card,
    client: detail.client,
    name: name || undefined,
    phone: contact('phone'),
    email: contact('email'),
    address: fields.address.trim() || undefined,
    note: fields.note.trim() || undefined,
    interval: days > 0 ? days : undefined,
    doNotContact: fields.doNotContact || undefined,
  });
}

type Drafted = { readonly [Key in keyof CardRecord]: CardRecord[Key] | undefined };

/** A card without what nothing was written for. */
export const kept = (card: Drafted): CardRecord =>
  Object.fromEntries(
    Object.entries(card).filter(([, value]) => value !== undefined),
  ) as unknown as CardRecord;
