import type { Invitation, SurveyForm } from '../domain/notebook/survey';
import { formText } from '../domain/surveys/formText';
import { secretText } from '../domain/surveys/written';
import { language } from '../i18n/language.svelte';
import { href } from './address';
import { newEntry } from './notes';
import { today } from './today';

const pageLink = (link: string): string => new URL(link, `${location.origin}${location.pathname}`).href;

/** 128 bits by chance, as hexadecimal digits. */
export const newSecret = (): string => secretText(crypto.getRandomValues(new Uint8Array(16)));

/** A form about to be sent out or shown, not yet saved: save it before anybody sees its link, or no answer will be known. */
export const newInvitation = (
  form: SurveyForm,
  {
    client = null,
    round = null,
    secret = newSecret(),
  }: Partial<Pick<Invitation, 'client' | 'round' | 'secret'>>,
): Invitation => newEntry('invitation', { form, client, round, secret, day: today(), taken: [] });

/** The link that opens the form on any device, with no fact of the shop in it. */
export const answerLink = ({ form, secret }: Pick<Invitation, 'form' | 'secret'>): string =>
  pageLink(href('answer', {}, { f: formText(form, secret, language.current) }));

/** The link that brings an answer's code to the app. */
export const codeLink = (code: string): string => pageLink(href('codes', {}, { c: code }));
