import type { Mapping } from './layout';
import type { Refusal } from './refusal';
import { plainWords } from './roles/fold';
import { titleScore } from './roles/titleScore';
import { standsSideBySide } from './sideBySide';
import type { Survey } from './survey';

const SUMMARY = /\b(?:orders|visits|spent|balance)\b|визит|заказов|оплачено|first|last|перв|последн/;

/** People with their addresses, one a row, and no single sales: an address book or totals by client. */
function looksLikeClientList(survey: Survey): boolean {
  const titles = survey.layout.titles.map(plainWords);
  const contacts = titles.some(
    (title) => titleScore(title, 'phone') >= 40 || titleScore(title, 'email') >= 40,
  );
  const people = titles.some(
    (title) => titleScore(title, 'client') >= 40 || titleScore(title, 'name') >= 40 || /\bname\b/.test(title),
  );
  const summary = titles.some((title) => SUMMARY.test(title));
  return people && (contacts || summary);
}

/**
 * Why a mapping that lacks a date, a client or money cannot be read; undefined where it lacks nothing. Money may be amounts,
 * quantity with price, or visits counted.
 */
export function refuseUnmapped(survey: Survey, mapping: Mapping): Refusal | undefined {
  if (standsSideBySide(survey)) return { code: 'side-by-side' };
  const { date, client, name, amount, quantity, price } = mapping.columns;
  const money =
    mapping.countVisits || amount !== undefined || (quantity !== undefined && price !== undefined);
  const person = client !== undefined || name !== undefined;
  if (date !== undefined && person && money) return undefined;
  if (date === undefined && looksLikeClientList(survey)) return { code: 'client-list' };
  if (date === undefined) return { code: 'no-date' };
  return { code: person ? 'no-amount' : 'no-client' };
}
