import { offered, catalogue } from '../../domain/reasons/catalogue';
import type { Day } from '../../domain/kernel/day';
import { entriesOf, type Entry, type EntryKind } from '../../domain/notebook/notebook';
import type { SurveyKind } from '../../domain/notebook/survey';
import { t } from '../../i18n/t';
import { href } from '../../reactive/address';

/** What the counts of the rooms, and the names of lines, are taken from. */
export const ROOM_KINDS: readonly EntryKind[] = [
  'reason',
  'person',
  'event',
  'cause',
  'round',
  'brainstorm',
  'complaint',
  'response',
];

export type RoomName =
  'causes' | 'catalogue' | 'surveys' | 'staffRounds' | 'brainstorms' | 'complaints' | 'history' | 'people';

export interface Room {
  readonly name: RoomName;
  readonly link: string;
  /** How much stands in it; undefined until that is known. */
  readonly count: string | undefined;
}

const ROOMS: readonly RoomName[] = [
  'causes',
  'catalogue',
  'surveys',
  'staffRounds',
  'brainstorms',
  'complaints',
  'history',
  'people',
];

/** Surveys that clients answer, with a name or without. */
const OF_CLIENTS: readonly SurveyKind[] = ['lost', 'loyal'];

/** The rooms behind the page of reasons, each with what stands in it. */
export const roomsOf = (entries: readonly Entry[] | undefined, today: Day): readonly Room[] =>
  ROOMS.map((name) => ({ name, link: href(name), count: entries && countOf(name, entries, today) }));

function countOf(name: RoomName, entries: readonly Entry[], today: Day): string {
  switch (name) {
    case 'causes': {
      const open = entriesOf(entries, 'cause').filter(({ doneOn }) => doneOn === null);
      const late = open.filter(({ due }) => due !== null && due < today).length;
      return t('reasons.room.causes.count', { open: open.length, late });
    }
    case 'catalogue':
      return t('reasons.room.catalogue.count', {
        n: offered(catalogue(entriesOf(entries, 'reason'))).length,
      });
    case 'surveys': {
      const answers = entriesOf(entries, 'response').filter(({ survey }) => OF_CLIENTS.includes(survey));
      return t('reasons.room.surveys.count', { n: answers.length });
    }
    case 'staffRounds':
      return t('reasons.room.staffRounds.count', { n: entriesOf(entries, 'round').length });
    case 'brainstorms':
      return t('reasons.room.brainstorms.count', { n: entriesOf(entries, 'brainstorm').length });
    case 'complaints': {
      const open = entriesOf(entries, 'complaint').filter(({ work }) => work.mended.doneOn === null);
      return t('reasons.room.complaints.count', { n: open.length });
    }
    case 'history':
      return t('reasons.room.history.count', { n: entriesOf(entries, 'event').length });
    case 'people': {
      const left = entriesOf(entries, 'person').filter(({ leftOn }) => leftOn !== null);
      return t('reasons.room.people.count', { n: left.length });
    }
  }
}
