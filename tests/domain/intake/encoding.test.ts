import { describe, expect, test } from 'vitest';
import { encodingOf, utf8Evidence } from '../../../src/domain/intake/bytes/encoding';
import { textDecoder } from '../../../src/domain/intake/bytes/textDecoder';
import type { Encoding } from '../../../src/domain/intake/layout';

/** Writes a text in a code page of one byte a sign. */
function written(text: string, encoding: Encoding): Uint8Array {
  const page = textDecoder(encoding)(Uint8Array.from({ length: 256 }, (_, i) => i));
  return Uint8Array.from(text, (sign) => page.indexOf(sign));
}

const TEXTS: readonly (readonly [language: string, encoding: Encoding, text: string])[] = [
  ['French', 'windows-1252', 'Société Générale;Crêperie à côté;François Noël;Où ça;12,00 €'],
  ['German', 'windows-1252', 'Müller & Söhne;Straßenverkäufe;Überweisung;Königsblüte;5,00 €'],
  ['Dutch', 'windows-1252', 'Coördinatie;één bos rozen;Reünie;Daniëlle;€ 12,50'],
  ['Spanish', 'windows-1252', 'Peña Muñoz;Jardinería;Año nuevo;Corazón;Güell'],
  ['Portuguese', 'windows-1252', 'João Conceição;Coração;Irmãos;Açúcar;Avô'],
  ['Swedish', 'windows-1252', 'Åsa Björk;Blåbär;Räksmörgås;Älvsjö;45,00 kr'],
  ['Italian', 'windows-1252', 'Caffè Perù;Città;Più fiori;Niccolò;Virtù'],
  ['Polish', 'windows-1250', 'Łukasz Żółć;Kwiaciarnia Róża;Śląsk;Gdańsk;Małgorzata Dąbrowska'],
  ['Romanian', 'windows-1250', 'Ştefan Ţugui;Brânzăria veche;Măgazin sătesc;Înflorire;Pâine'],
  ['Czech', 'windows-1250', 'Jiří Dvořák;Květiny u řeky;Černý čaj;Růžová;Žižkov;Šťastný'],
  ['Hungarian', 'windows-1250', 'Szőlő Erzsébet;Tűzijáték;Győr;Virágüzlet;Kovács Jenő'],
  ['Russian', 'windows-1251', 'Иванова Анна;Цветы;Розы белые;Ёлка;Объём'],
  ['Ukrainian', 'windows-1251', 'Київ;Їжак;Квіти;Ґанок;Наталія Щербак'],
];

test.each(TEXTS)('%s names tell %s by their letters', (_, encoding, text) => {
  expect(encodingOf([written(`Datum;Kunde\n${text}\n`, encoding)])).toBe(encoding);
});

describe('UTF-8', () => {
  const text = new TextEncoder().encode('Цветы;Zoë;é;€;💐');

  test('is seen through, even where the sample begins and ends inside a letter', () => {
    for (let from = 0; from < 4; from++)
      for (let to = text.length; to > text.length - 4; to--)
        expect(utf8Evidence(text.subarray(from, to)).broken, `${from} to ${to}`).toBe(0);
  });

  test('with a single broken byte among many letters stays UTF-8', () => {
    const long = new TextEncoder().encode('Цветы и ромашки для Зои'.repeat(20));
    long[101] = 0xff;
    expect(encodingOf([long])).toBe('utf-8');
  });

  test('plain ASCII counts as UTF-8', () => {
    expect(encodingOf([new TextEncoder().encode('a,b,c')])).toBe('utf-8');
    expect(encodingOf([])).toBe('utf-8');
  });
});

test('the euro sign of windows-1252 is a euro sign, whole or in pieces', () => {
  const decode = textDecoder('windows-1252');
  expect(decode(Uint8Array.of(0x80, 0x93)) + decode(Uint8Array.of(0xe9)) + decode()).toBe('€“é');
});
