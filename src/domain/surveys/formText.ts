import { err, ok, type Result } from '../kernel/result';
import type { OfferedReason, RatedItem, SurveyForm, SurveyKind } from '../notebook/survey';
import { LIMITS } from './answers';
import { toBase32, fromBase32 } from './base32';
import { LINKED_ITEMS, LINKED_REASONS } from './builtIn';
import { readWritten, secretBytes, secretText, written } from './written';

/** Raised only when links of before could not be read any more. */
const VERSION = 1;
const LONGEST = 20_000;
const MOST_LABELS = 100;

const LETTERS: Readonly<Record<SurveyKind, string>> = { lost: 'l', loyal: 'y', staff: 's', ideas: 'i' };

/** One letter for each place in the lists of built-in reasons and items; a digit 9 stands for the next of the owner's own words. */
const PLACES = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OWN = '9';

/** A form as it arrives on somebody's phone. */
export interface ReceivedForm {
  readonly form: SurveyForm;
  /** 128 bits as hexadecimal digits. */
  readonly secret: string;
  /** The language of the owner's own words. */
  readonly language: string;
}

type Offer = OfferedReason | RatedItem;

const placeOf = ({ id, label }: Offer, known: readonly string[]): number =>
  label === null ? known.indexOf(id) : -1;

/** Whether a link can carry it: built-in, or with words of its own. */
const isCarried =
  (known: readonly string[]) =>
  (offer: Offer): boolean =>
    offer.label !== null ? offer.label.trim() !== '' : placeOf(offer, known) >= 0;

/** The form with what a link can carry and nothing else: made once, so that both sides count the same places. */
export const carriedForm = (form: SurveyForm): SurveyForm => ({
  survey: form.survey,
  reasons: form.reasons.filter(isCarried(LINKED_REASONS)).slice(0, MOST_LABELS),
  items: form.items.filter(isCarried(LINKED_ITEMS)).slice(0, MOST_LABELS),
});

const signsOf = (offers: readonly Offer[], known: readonly string[]): string =>
  offers.map((offer) => PLACES[placeOf(offer, known)] ?? OWN).join('');

/** Whole characters, so that no half of one is sent. */
const shortened = (label: string): string => {
  let text = '';
  for (const character of label) {
    if (text.length + character.length > LIMITS.label) break;
    text += character;
  }
  return text;
};

/** CRC-32 (ISO-HDLC): tells a link that was cut or mistyped. It is no protection, and none is needed: a form is no secret. */
function checkSum(text: string): string {
  let rest = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  const sum = ~rest >>> 0;
  return toBase32(Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum));
}

/**
 * A form as text for a link: letters, digits and dots. It holds the questions, the owner's own words for reasons and items, and
 * a random number; nothing else of the shop (method.md [4.3]).
 */
export function formText(form: SurveyForm, secret: string, language: string): string {
  const own = [...form.reasons, ...form.items].flatMap(({ label }) =>
    label === null ? [] : [shortened(label)],
  );
  const text = [
    `${VERSION}${LETTERS[form.survey]}${language}`,
    toBase32(secretBytes(secret)),
    signsOf(form.reasons, LINKED_REASONS),
    signsOf(form.items, LINKED_ITEMS),
    own.length > 0 ? written(own) : '',
  ].join('.');
  return `${text}.${checkSum(text)}`;
}

/** The form in a link; `newer` where a later version of the app wrote it. The owner's own get ids by their place. */
export function parseForm(given: string): Result<ReceivedForm, 'damaged' | 'newer'> {
  const text = given.slice(0, LONGEST + 1).replace(/\s+/g, '');
  const [head = '', key = '', reasonSigns = '', itemSigns = '', ownText = '', sum, ...more] = text.split('.');
  const [, version, letter, language] = /^(\d{1,4})([a-z])([a-z]{2,3})$/.exec(head) ?? [];
  if (version === undefined || text.length > LONGEST) return err('damaged');
  if (Number(version) !== VERSION) return err('newer');
  const survey = (Object.keys(LETTERS) as SurveyKind[]).find((kind) => LETTERS[kind] === letter);
  const secret = fromBase32(key);
  const own = ownText === '' ? [] : labelsOf(readWritten(ownText));
  const whole = more.length === 0 && sum === checkSum(text.slice(0, text.lastIndexOf('.')));
  if (!whole || !survey || secret?.length !== 16 || !own) return err('damaged');
  const reasons = offersOf(reasonSigns, LINKED_REASONS, own);
  const items = offersOf(itemSigns, LINKED_ITEMS, own.slice(countOwn(reasonSigns)));
  if (!reasons || !items || countOwn(reasonSigns + itemSigns) !== own.length) return err('damaged');
  return ok({ form: { survey, reasons, items }, secret: secretText(secret), language: language! });
}

const countOwn = (signs: string): number => signs.split(OWN).length - 1;

function labelsOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > 2 * MOST_LABELS) return undefined;
  const list = value as readonly unknown[];
  const fits = (label: unknown): label is string =>
    typeof label === 'string' && label.trim() !== '' && label.length <= LIMITS.label;
  return list.every(fits) ? list : undefined;
}

function offersOf(
  signs: string,
  known: readonly string[],
  own: readonly string[],
): readonly Offer[] | undefined {
  const offers: Offer[] = [];
  let next = 0;
  for (const sign of signs) {
    const place = PLACES.indexOf(sign);
    const offer =
      sign === OWN ? { id: `own:${next}`, label: own[next++] } : { id: known[place], label: null };
    if (offer.id === undefined || offer.label === undefined) return undefined;
    if (offers.some(({ id }) => id === offer.id)) return undefined;
    offers.push({ id: offer.id, label: offer.label });
  }
  return offers;
}
