import { describe, expect, test } from 'vitest';
import { encodingOf } from '../../../src/domain/intake/bytes/encoding';
import { textDecoder } from '../../../src/domain/intake/bytes/textDecoder';
import { ENCODINGS, type Encoding } from '../../../src/domain/intake/layout';
import { canWrite, encoded } from '../../support/encoded';
import { HELD_OUT, shopText, TUNED } from '../../support/shopTexts';

/** What a till with such bytes would show: right where the text is the text, whatever the name of the encoding. */
function isRight(text: string, encoding: Encoding): boolean {
  const bytes = encoded(text, encoding);
  const found = encodingOf([bytes]);
  return found !== undefined && textDecoder(found)(bytes) === text;
}

const UNICODE: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
const WESTERN: readonly Encoding[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'];
const CENTRAL: readonly Encoding[] = ['windows-1250', 'iso-8859-2', 'cp852'];
const CYRILLIC: readonly Encoding[] = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'];

const SUITE: Readonly<Record<string, readonly Encoding[]>> = {
  fr: WESTERN,
  nl: ['windows-1252', 'macintosh', 'cp850'],
  de: ['windows-1252', 'macintosh', 'cp850'],
  ru: [...CYRILLIC, 'utf-16le'],
  ro: ['windows-1250', 'iso-8859-2'],
  pl: CENTRAL,
};

describe('the synthetic suite: six languages in the code pages they are written in, 6 and 200 rows', () => {
  const cases = Object.entries(SUITE).flatMap(([language, encodings]) =>
    encodings.flatMap((encoding) => [6, 200].map((rows) => [language, encoding, rows] as const)),
  );

  test('has 42 cases', () => expect(cases).toHaveLength(42));

  test.each(cases)('%s in %s, %d rows', (language, encoding, rows) => {
    expect(isRight(shopText(TUNED[language]!, rows), encoding)).toBe(true);
  });
});

const pagesOf = (language: string): readonly Encoding[] => {
  if (['uk', 'bg', 'ru2'].includes(language)) return CYRILLIC;
  if (['cs', 'sk', 'hu', 'hr', 'ro2', 'pl2'].includes(language)) return CENTRAL;
  return language === 'tr' ? ['windows-1254'] : WESTERN;
};

describe('words it was not tuned on, in 18 vocabularies of 17 languages', () => {
  test.each([
    [1, 0],
    [2, 0],
    [6, 1],
    [200, 0],
  ])('in files of %d rows: %d of about 118 cases are read with wrong letters', (rows, most) => {
    const wrong: string[] = [];
    let cases = 0;
    for (const [language, words] of Object.entries(HELD_OUT)) {
      const text = shopText(words, rows);
      for (const encoding of [...UNICODE, ...pagesOf(language)]) {
        if (!canWrite(text, encoding)) continue;
        cases++;
        if (!isRight(text, encoding)) wrong.push(`${language} in ${encoding}`);
      }
    }
    expect(cases).toBeGreaterThan(110);
    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(most);
  });
});

test('every encoding writes and reads its own letters, in one go or in pieces', () => {
  for (const encoding of ENCODINGS) {
    const text = Array.from('äöüéçñ ąęłőřşğı Иван щъёї ─│ €£')
      .filter((sign) => canWrite(sign, encoding))
      .join('');
    const bytes = encoded(text, encoding);
    const decode = textDecoder(encoding);
    let pieces = '';
    for (const byte of bytes) pieces += decode(Uint8Array.of(byte));
    expect(pieces + decode(), encoding).toBe(text);
    expect(textDecoder(encoding)(bytes), encoding).toBe(text);
  }
});

test.each([
  ['ibm866', 'Отчёт\r\n────────────\r\nДата │ Клиент │ Сумма\r\n'],
  ['cp850', '════════\r\nDatum│Kunde│Betrag\r\n────────\r\nJürgen│Grün\r\n'],
] as const)('ruled lines tell %s', (encoding, text) => {
  expect(isRight(text, encoding)).toBe(true);
});

test.each([
  ['windows-1252', '12,00 €'],
  ['windows-1251', '12,00 €'],
  ['iso-8859-15', 'Café;12,00 €'],
  ['windows-1252', '£ 12.00'],
  ['windows-1252', 'Crème;£12.00'],
] as const)('a sign of money is read as one in %s: %s', (encoding, text) => {
  expect(isRight(`a;b\n${text}\n`, encoding)).toBe(true);
});
