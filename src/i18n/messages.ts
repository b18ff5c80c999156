import type { IntlMessageFormat } from 'intl-messageformat';
import type answer from './en/answer.json';
import type ask from './en/ask.json';
import type brainstorm from './en/brainstorm.json';
import type byHand from './en/byHand.json';
import type clients from './en/clients.json';
import type complaints from './en/complaints.json';
import type data from './en/data.json';
import type errors from './en/errors.json';
import type figures from './en/figures.json';
import type history from './en/history.json';
import type importing from './en/import.json';
import type intake from './en/intake.json';
import type loss from './en/loss.json';
import type reasons from './en/reasons.json';
import type reasonWords from './en/reasonWords.json';
import type settings from './en/settings.json';
import shell from './en/shell.json';
import type surveys from './en/surveys.json';
import type today from './en/today.json';
import type wayback from './en/wayback.json';
import type winbackWords from './en/winbackWords.json';

/** English is complete, so its keys are the keys. Only the words of the shell travel with the first load. */
export type MessageKey =
  | keyof typeof answer
  | keyof typeof ask
  | keyof typeof brainstorm
  | keyof typeof byHand
  | keyof typeof clients
  | keyof typeof complaints
  | keyof typeof data
  | keyof typeof errors
  | keyof typeof figures
  | keyof typeof history
  | keyof typeof importing
  | keyof typeof intake
  | keyof typeof loss
  | keyof typeof reasons
  | keyof typeof reasonWords
  | keyof typeof settings
  | keyof typeof shell
  | keyof typeof surveys
  | keyof typeof today
  | keyof typeof wayback
  | keyof typeof winbackWords;

/** Plain words, or a message with placeholders in its parsed form: parsing is done while building (vite.config.ts). */
export type Message = string | ReturnType<IntlMessageFormat['getAst']>;

export type Messages = Readonly<Record<string, Message>>;

const lazy = import.meta.glob<Messages>(['./*/*.json', '!./en/shell.json'], { import: 'default' });

/** The messages of one area in one language; English where the language does not have the area. */
export async function loadMessages(language: string, area: string): Promise<Messages> {
  if (language === 'en' && area === 'shell') return shell;
  const load = lazy[`./${language}/${area}.json`];
  if (load) return load();
  return language === 'en' ? {} : loadMessages('en', area);
}

/** The areas that exist, in the order of their names. */
export const AREAS = [
  'shell',
  ...Object.keys(lazy)
    .filter((path) => path.startsWith('./en/'))
    .map((path) => path.slice(5, -5)),
].sort();

export const shellMessages: Messages = shell;
