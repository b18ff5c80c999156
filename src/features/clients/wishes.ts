import { dayOf, type Day } from '../../domain/kernel/day';
import type { Channel } from '../../domain/notebook/plan';
import { minorDigits } from '../../domain/shop/minorDigits';
import { parseMoney, writtenMoney } from '../../domain/shop/writtenMoney';
import type { CardRecord } from '../../storage/shopDb';

/** What a card says of a client's wishes, in the owner's words. */
export const WISH_TEXTS = ['wishes', 'annoys', 'tastes', 'gifts', 'hours', 'occasions'] as const;
export type WishText = (typeof WISH_TEXTS)[number];

/** The wishes as they are being written; blank where nothing is. */
export type WishFields = Readonly<Record<WishText, string>> & {
  readonly prefers: Channel | '';
  readonly likes: string;
  /** "1"-"12" and "1"-"31". */
  readonly month: string;
  readonly date: string;
  readonly debt: string;
};

export const wishFields = (card: CardRecord | null, currency: string): WishFields => ({
  wishes: card?.wishes ?? '',
  annoys: card?.annoys ?? '',
  tastes: card?.tastes ?? '',
  gifts: card?.gifts ?? '',
  hours: card?.hours ?? '',
  occasions: card?.occasions ?? '',
  prefers: card?.prefers ?? '',
  likes: card?.likes ?? '',
  month: card?.birthday ? String(card.birthday.month) : '',
  date: card?.birthday ? String(card.birthday.date) : '',
  debt: writtenMoney(card?.debt ?? null, minorDigits(currency)),
});

/** Years in which every birthday exists. */
const LEAP_YEAR = 2024;

/** A birthday as a day of some year; NaN for one that no year has. */
export const birthdayIn = ({ month, date }: { readonly month: number; readonly date: number }): Day =>
  dayOf(LEAP_YEAR, month, date);

export type WishError = 'client.wish.birthday.wrong' | 'client.wish.debt.wrong';

/** What cannot be kept as it was written, by field. */
export function wishMistakes(
  { month, date, debt }: WishFields,
  currency: string,
): Partial<Record<'birthday' | 'debt', WishError>> {
  const blank = month === '' && date === '';
  const isDay = blank || !Number.isNaN(birthdayIn({ month: Number(month), date: Number(date) }));
  return {
    ...(isDay ? {} : { birthday: 'client.wish.birthday.wrong' }),
    ...(parseMoney(debt, minorDigits(currency)).ok ? {} : { debt: 'client.wish.debt.wrong' }),
  };
}

/** The wishes to keep; undefined where nothing stands. */
export function wishesToKeep(fields: WishFields, currency: string) {
  const debt = parseMoney(fields.debt, minorDigits(currency));
  const texts = Object.fromEntries(
    WISH_TEXTS.map((field) => [field, fields[field].trim() || undefined]),
  ) as Record<WishText, string | undefined>;
  return {
    ...texts,
    prefers: fields.prefers || undefined,
    likes: fields.likes || undefined,
    birthday: fields.month === '' ? undefined : { month: Number(fields.month), date: Number(fields.date) },
    debt: debt.ok && debt.value ? debt.value : undefined,
  };
}
