import { err, ok, type Result } from '../kernel/result';
import type { Invitation, SurveyAnswers, SurveyForm } from '../notebook/survey';
import { answersInOrder, inOrderOf } from './answers';
import { toBase32 } from './base32';
import { readWritten, secretBytes, written } from './written';

const VERSION = 1;
/** Two texts of the longest kind make 10,000 letters; what is longer is no answer. */
const LONGEST_CODE = 20_000;
const LONGEST_PASTE = 1_000_000;
const MOST_CODES = 100;

/** Why a code is not taken in; each has words of its own. */
export type CodeRefusal = 'not-a-code' | 'damaged' | 'newer' | 'foreign' | 'tampered' | 'twice';

/** An answer that was checked and found to belong to an invitation. */
export interface MatchedAnswer {
  readonly invitation: Invitation;
  readonly answers: SurveyAnswers;
  /** Kept in the invitation, so that the code counts once. */
  readonly digest: string;
}

/** How a code and a printed sheet name the invitation they answer. */
export const invitationNumber = (secret: string): string => secret.slice(0, 8);

/** The first 64 bits of HMAC-SHA-256 over the code so far: whoever does not have the link cannot make or change an answer. */
async function signature(secret: string, text: string): Promise<string> {
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secretBytes(secret), hash, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return toBase32(new Uint8Array(signed, 0, 8));
}

/**
 * A filled form as a code for any messenger: version, number of the invitation, answers in the form's order, signature.
 * `once` is random: two people who answer alike give two codes.
 */
export async function answerCode(
  form: SurveyForm,
  secret: string,
  answers: SurveyAnswers,
  once: string,
): Promise<string> {
  const said = written([once, ...inOrderOf(form, answers)]);
  const text = `bmr${VERSION}.${invitationNumber(secret)}.${said}`;
  return `${text}.${await signature(secret, text)}`;
}

/** Line breaks, quotation marks of forwarded mails, soft hyphens and the like, which mail programs put into long words. */

const INSERTED = /[\s>|=\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+/g;
const CODE = /bmr\d{1,4}\.[0-9a-f]{8}\.[a-z2-7]+\.[a-z2-7]{13}/g;
const BEGINNING = /bmr\d{1,4}\.[0-9a-f.]/;

/** The codes within whatever was pasted: a whole message, a forwarded one, a link, several of them. */
export function findCodes(pasted: string): Result<readonly string[], 'not-a-code' | 'damaged'> {
  if (pasted.length > LONGEST_PASTE) return err('not-a-code');
  const text = pasted.replace(INSERTED, '').toLowerCase();
  const codes = [...new Set(text.match(CODE))].filter((code) => code.length <= LONGEST_CODE);
  if (codes.length > 0) return ok(codes.slice(0, MOST_CODES));
  return err(BEGINNING.test(text) ? 'damaged' : 'not-a-code');
}

/** Whether the code answers one of these invitations, whatever it says. */
export const answersOneOf = (code: string, invitations: readonly Invitation[]): boolean =>
  invitations.some(({ secret }) => invitationNumber(secret) === code.split('.')[1]);

/** What a code of `findCodes` says and which invitation it answers. It comes from outside: everything is looked at, nothing believed. */
export async function readCode(
  code: string,
  invitations: readonly Invitation[],
): Promise<Result<MatchedAnswer, CodeRefusal>> {
  const found = findCodes(code);
  if (!found.ok) return found;
  const [head = '', number = '', said = '', signed = ''] = found.value[0]!.split('.');
  if (head !== `bmr${VERSION}`) return err('newer');
  const candidates = invitations.filter(({ secret }) => invitationNumber(secret) === number);
  if (candidates.length === 0) return err('foreign');
  for (const invitation of candidates) {
    if ((await signature(invitation.secret, `${head}.${number}.${said}`)) !== signed) continue;
    if (invitation.taken.includes(signed)) return err('twice');
    const answers = answersSaid(invitation.form, readWritten(said));
    return answers ? ok({ invitation, answers, digest: signed }) : err('damaged');
  }
  return err('tampered');
}

function answersSaid(form: SurveyForm, value: unknown): SurveyAnswers | undefined {
  if (!Array.isArray(value)) return undefined;
  const [once, ...list] = value as readonly unknown[];
  return typeof once === 'string' && once.length <= 40 ? answersInOrder(form, list) : undefined;
}
