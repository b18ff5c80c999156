import type { Encoding } from '../layout';

/** A language by its letters beyond a-z, from the most to the least frequent; capitals count as their small letters. */
export interface Letters {
  readonly letters: string;
  /** Its words are made of such letters alone, never mixed with a-z. */
  readonly ownScript: boolean;
}

const latin = (letters: string): Letters => ({ letters, ownScript: false });
const cyrillic = (letters: string): Letters => ({ letters, ownScript: true });

const FRENCH = latin('éèàêçôîùûâëïœüæÿ');
const GERMAN = latin('üäößéèà');
const DUTCH = latin('ëéïèöüêç');
const SPANISH = latin('óíáñéúü');
const PORTUGUESE = latin('ãçáéíóõêâúôà');
const ITALIAN = latin('àèòùéì');
const NORDIC = latin('äåöøæéüà');
const POLISH = latin('łąęóżśćńź');
const CZECH = latin('áíéěřýčžšůúňďťó');
const SLOVAK = latin('áíéúýčžšťľňôďäóĺŕ');
const HUNGARIAN = latin('áéöóőüíúű');
const ROMANIAN = latin('ăîâşţ');
const CROATIAN = latin('čšžćđ');
const TURKISH = latin('ışğüöçİâî');
const RUSSIAN = cyrillic('оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё');
const UKRAINIAN = cyrillic('оаинітсевркдлмупязьгбчхйцжїюєшщфґ');
const BELARUSIAN = cyrillic('анаеіыорсўтлкдзямпубгчйэцхжшюфьё');
const BULGARIAN = cyrillic('аоеинтрсвлкдпмзгъубчщяжцхйфшюь');
const SERBIAN = cyrillic('аоиеунтрјсвкдмлпзгбшчцћжљњђхџф');

const WESTERN = [FRENCH, GERMAN, DUTCH, SPANISH, PORTUGUESE, ITALIAN, NORDIC];
const CENTRAL = [POLISH, CZECH, SLOVAK, HUNGARIAN, ROMANIAN, CROATIAN, GERMAN];
const SLAVIC = [RUSSIAN, UKRAINIAN, BELARUSIAN, BULGARIAN, SERBIAN];

/** One-byte encodings that a till may write, with the languages they are for. Another code page is one more row here. */
export interface CodePage {
  readonly encoding: Encoding;
  readonly languages: readonly Letters[];
  /** Evidence it needs beyond that of the others, as it is met more rarely. */
  readonly rarity: number;
}

export const CODE_PAGES: readonly CodePage[] = [
  { encoding: 'windows-1252', languages: WESTERN, rarity: 0 },
  { encoding: 'windows-1250', languages: CENTRAL, rarity: 0.2 },
  { encoding: 'windows-1251', languages: SLAVIC, rarity: 0.2 },
  { encoding: 'windows-1254', languages: [TURKISH], rarity: 1 },
  { encoding: 'iso-8859-15', languages: WESTERN, rarity: 0.5 },
  { encoding: 'iso-8859-2', languages: CENTRAL, rarity: 1 },
  { encoding: 'iso-8859-5', languages: SLAVIC, rarity: 2 },
  { encoding: 'koi8-r', languages: [RUSSIAN, BULGARIAN], rarity: 1 },
  { encoding: 'ibm866', languages: [RUSSIAN, BULGARIAN], rarity: 1 },
  { encoding: 'cp850', languages: WESTERN, rarity: 1 },
  { encoding: 'cp852', languages: CENTRAL, rarity: 1.2 },
  { encoding: 'macintosh', languages: WESTERN, rarity: 1.5 },
  { encoding: 'x-mac-cyrillic', languages: SLAVIC, rarity: 2 },
];
