import type { Entry } from '../../../domain/notebook/notebook';
import type { Letterhead } from '../../../domain/notebook/plan';
import { newEntry, notesOf } from '../../../reactive/notes';

const LETTERHEAD = 'letterhead';

/** The country the device speaks of: the BE of "nl-BE"; empty where it says none. */
function likelyCountry(language: string): string {
  try {
    return new Intl.Locale(language).region ?? '';
  } catch {
    return '';
  }
}

/** How the shop signs, as the owner wrote it; undefined where nothing was written yet. */
export const letterheadIn = (entries: readonly Entry[]): Letterhead | undefined =>
  notesOf(entries, 'letterhead').find(({ id }) => id === LETTERHEAD);

/** A letterhead to begin with: nothing written, in the country the device speaks of. */
export const blankLetterhead = (language: string): Letterhead => ({
  ...newEntry(
    'letterhead',
    {
      signer: '',
      phone: '',
      email: '',
      address: '',
      country: likelyCountry(language),
      tone: 'friendly',
    },
    LETTERHEAD,
  ),
  rev: 0,
});
