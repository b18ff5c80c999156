import type { Encoding } from '../layout';

/**
 * One-byte encodings that a till may write, with the letters that prove them: `usual` stand in everyday words and names of
 * its languages, `possible` may occur. Another code page is one more row here.
 */
export interface CodePage {
  readonly encoding: Encoding;
  readonly usual: string;
  readonly possible: string;
  /** Its words are made of such letters alone, never mixed with a-z. */
  readonly ownScript: boolean;
}

export const CODE_PAGES: readonly CodePage[] = [
  {
    encoding: 'windows-1252',
    usual: 'éèàçêâîôûäöüßñóíáúïëãåøæÉÄÖÜÀÇÑÅØ',
    possible: 'õùœìòÈÊÎÔÂÁÍÓÚÃÕÆŒÙËÏýÝðþ',
    ownScript: false,
  },
  {
    encoding: 'windows-1250',
    usual: 'ăâîşţłąęśćżźńóčšžřěýáíéůťőűöüĂÎŞŢŁŚŻČŠŽŘ',
    possible: 'ďňĎŇŤŮĚĄĘĆŹŃÓÁÉÍÝÖÜŐŰÂđĐäëôľÄçßĽ',
    ownScript: false,
  },
  {
    encoding: 'windows-1251',
    usual: 'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
    possible: 'ёЁіїєґІЇЄҐўЎјЈљњћђџѕ№',
    ownScript: true,
  },
];

/** Signs that stand between words in any language. */
export const SIGNS = '\u00a0«»„“”’‘–—…•€£§°©®™¢¥';
