import { describe, expect, test } from 'vitest';
import { birthdayOf, provenOrder } from '../../../../src/domain/intake/list/birthday';
import { proposeList } from '../../../../src/domain/intake/list/proposeList';
import { readList } from '../../../../src/domain/intake/list/readList';
import { openFile } from '../../../../src/domain/intake/open/openFile';
import { refuseUnmapped } from '../../../../src/domain/intake/refuseUnmapped';
import { survey } from '../../../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../../../src/domain/kernel/day';
import { fileOf } from '../../../support/fileOf';
import { lookAt } from '../../../support/severalFiles';

const today = parseIsoDay('2026-11-23');

async function seenOf(text: string | Uint8Array) {
  const opened = await openFile(fileOf(text, 'clients.csv'));
  if (!opened.ok) throw new Error(opened.error.code);
  const { source, hints } = opened.value[0]!;
  const seen = await survey(source, today, hints);
  if (!seen.ok) throw new Error(seen.error.code);
  return { source, survey: seen.value, proposal: proposeList(seen.value) };
}

async function readOf(text: string | Uint8Array) {
  const { source, survey: seen, proposal } = await seenOf(text);
  const read = await readList(source, seen.layout, proposal);
  if (!read.ok) throw new Error(read.error.code);
  const told = read.value.rows.map((row) => Object.values(row).filter((value) => value !== ''));
  return { ...read.value, told, issues: read.value.issues.all() };
}

/** The fields that were found, by their titles. */
async function found(text: string) {
  const { survey: seen, proposal } = await seenOf(text);
  return Object.fromEntries(
    Object.entries(proposal.columns).map(([field, column]) => [field, seen.layout.titles[column]]),
  );
}

describe('the columns of a list of clients', () => {
  test.each([
    [
      'Customer ID,First Name,Last Name,Email,Company,Address1,City,Zip,Phone,Tags,Note\n' +
        "'81001,Ada,Brook,ada@example.com,,Main St 1,York,01000,'+44 20 7946 0001,vip,peonies\n" +
        "'81002,Ben,Frost,ben@example.com,Frost Ltd,,,,,,\n",
      {
        number: 'Customer ID',
        first: 'First Name',
        last: 'Last Name',
        email: 'Email',
        company: 'Company',
        address: 'Address1',
        city: 'City',
        zip: 'Zip',
        phone: 'Phone',
        segment: 'Tags',
        note: 'Note',
      },
    ],
    [
      'Klantnummer;Naam;Telefoon;E-mailadres;Geboortedatum;Groep;Verkoper;Wensen\n' +
        '17;Jan Jansen;0470 11 22 33;jan@voorbeeld.be;13/02/1970;vast;Mia;geen lelies\n' +
        '18;Piet Pot;;piet@voorbeeld.be;;;;\n',
      {
        number: 'Klantnummer',
        name: 'Naam',
        phone: 'Telefoon',
        email: 'E-mailadres',
        birthday: 'Geboortedatum',
        segment: 'Groep',
        employee: 'Verkoper',
        wishes: 'Wensen',
      },
    ],
    [
      'ФИО;Моб. телефон;Почта;Дата рождения;Менеджер;Примечание\n' +
        'Орлова Вера;+7 701 000 11 22;vera@primer.kz;05.03.1990;Анна;любит пионы\n',
      {
        name: 'ФИО',
        phone: 'Моб. телефон',
        email: 'Почта',
        birthday: 'Дата рождения',
        employee: 'Менеджер',
        note: 'Примечание',
      },
    ],
    [
      'Prénom;Nom;Téléphone;Date de naissance\nZoé;Petit;01 22 33 44 55;31/12/1980\n',
      { first: 'Prénom', last: 'Nom', phone: 'Téléphone', birthday: 'Date de naissance' },
    ],
    [
      'Name,Mobile,Birthday\nAda Brook,020 7946 0001,12 May\n',
      { name: 'Name', phone: 'Mobile', birthday: 'Birthday' },
    ],
  ])('%s', async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test('a file of people without sales is known as a list', async () => {
    const { survey: seen } = await seenOf('Name;Phone\nAda Brook;020 7946 0001\nBen Frost;020 7946 0002\n');
    expect(refuseUnmapped(seen, seen.mapping)?.code).toBe('client-list');
  });
});

describe('reading a list of clients', () => {
  test('takes what it can and names the line and the reason of everything else', async () => {
    const { told, read, issues } = await readOf(
      [
        'Name;Phone;E-mail;Birthday',
        ' Ada  Brook ;020 7946 0001;ADA@Example.com;13.02.1970',
        '',
        'Guest;;;',
        'Ben Frost;n/a;not an address;31.02.',
        'Name;Phone;E-mail;Birthday',
        'Cleo;123;cleo@example.com;soon',
        '=HYPERLINK("x");020 7946 0009;;',
        'Total: 4;;;',
      ].join('\n'),
    );
    expect(told).toEqual([
      [2, 'Ada  Brook', 'ada@example.com', '020 7946 0001', '02-13'],
      [5, 'Ben Frost'],
      [7, 'Cleo', 'cleo@example.com'],
      [8, '=HYPERLINK("x")', '020 7946 0009'],
    ]);
    expect(read).toBe(6);
    expect(issues.map(({ code, lines }) => [code, ...lines])).toEqual([
      ['nobody', 4, 9],
      ['birthday-unreadable', 5, 7],
      ['email-wrong', 5],
      ['phone-short', 7],
    ]);
  });

  test('puts names, streets and towns together from several columns', async () => {
    const { rows } = await readOf(
      'First Name,Last Name,Company,Email,Street,Zip,City\nAda,Brook,,ada@example.com,Main St 1,01000,York\n,,Frost Ltd,frost@example.com,,,Leeds\n',
    );
    expect(rows.map(({ name, address }) => [name, address])).toEqual([
      ['Ada Brook', 'Main St 1\n01000 York'],
      ['Frost Ltd', 'Leeds'],
    ]);
  });

  test('a file with titles alone, or that names nobody, is refused', async () => {
    const { survey: seen, proposal } = await seenOf('Name;Phone\nAda;020 7946 0001\n');
    const read = (text: string) => readList(fileOf(text), seen.layout, proposal);
    expect(await read('Name;Phone\n')).toMatchObject({ error: { code: 'titles-only' } });
    expect(await read('Name;Phone\nGuest;\n')).toMatchObject({ error: { code: 'no-client' } });
  });

  test('stops when it is told to', async () => {
    const { source, survey: seen, proposal } = await seenOf('Name;Phone\nAda;020 7946 0001\n');
    const stop = AbortSignal.abort(new Error('stopped'));
    await expect(readList(source, seen.layout, proposal, stop)).rejects.toThrow('stopped');
  });
});

describe('a birthday', () => {
  test.each([
    ['1980-05-12', 'dmy', 5, 12],
    ['12.05.1980', 'dmy', 5, 12],
    ['05/12/1980', 'mdy', 5, 12],
    ['05/12/80', 'mdy', 5, 12],
    ['12.05.', 'dmy', 5, 12],
    ['5/12', 'mdy', 5, 12],
    ['--0512', 'dmy', 5, 12],
    ['--05-12', 'mdy', 5, 12],
    ['12 May', 'mdy', 5, 12],
    ['12 мая 1980', 'dmy', 5, 12],
    ['29.02.', 'dmy', 2, 29],
  ] as const)('%s read as %s', (cell, order, month, date) => {
    expect(birthdayOf(cell, order)).toEqual({ month, date });
  });

  test.each(['', 'soon', '31.02.', '13/13', '1980'])('%s is none', (cell) => {
    expect(birthdayOf(cell, 'dmy')).toBeUndefined();
  });

  test('the order of day and month is told by a day above 12, and asked for where nothing tells', async () => {
    expect(provenOrder(['01/02/1990', '13/02/1990'])).toBe('dmy');
    expect(provenOrder(['01/02/1990', '02/13/1990'])).toBe('mdy');
    expect(provenOrder(['01/02/1990'])).toBeUndefined();
    const list = (...birthdays: string[]) =>
      readOf(['Name,Birthday', ...birthdays.map((day, k) => `Ada ${'abc'[k]},${day}`)].join('\n'));
    expect(await list('01/02/1990', '03/03/1990')).toMatchObject({ doubtful: '01/02/1990' });
    for (const told of ['13/02/1990', '02.01.1990', '03/03/1990', '1990-01-02'])
      expect((await list('03/03/1990', told)).doubtful).toBeUndefined();
    const { rows, doubtful } = await list('01/02/1990', '02/13/1990');
    expect([doubtful, ...rows.map(({ birthday }) => birthday)]).toEqual([undefined, '01-02', '02-13']);
  });
});

describe('an address book', () => {
  const cards = (...lines: string[]) => lines.join('\r\n');

  test('of any version is read: folded lines, quoted-printable, escaped signs, the number to use first', async () => {
    const { told } = await readOf(
      cards(
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:Brook;Ada;;Dr.;',
        'FN:Ada Brook',
        'item1.TEL;TYPE=FAX:020 7946 0000',
        'TEL;TYPE=CELL,PREF:020 7946 0001',
        'EMAIL;TYPE=INTERNET:Ada@example.com',
        'BDAY:19700213',
        'NOTE:Likes peonies\\, hates lilies\\nand a lon',
        ' g line',
        'CATEGORIES:regular,vip',
        'PHOTO;ENCODING=b:AAAA',
        ' BBBB',
        'END:VCARD',
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9E=D1=80=D0=BB=D0=BE=D0=B2=D0=B0;=D0=92=',
        '=D0=B5=D1=80=D0=B0;;;',
        'TEL;CELL:+7 701 000 11 22',
        'BDAY:1604-05-12',
        'END:VCARD',
        'BEGIN:VCARD',
        'VERSION:4.0',
        'FN:',
        'ORG:Frost Ltd;Flowers',
        'TEL;VALUE=uri;PREF=1:tel:+44-20-7946-0002;ext=5',
        'ADR;TYPE=work:;;Main St 1;York;;01000;UK',
        'END:VCARD',
        '',
      ),
    );
    expect(told.map(([line, ...cells]) => [line, ...cells])).toEqual([
      [
        2,
        'Ada Brook',
        'ada@example.com',
        '020 7946 0001',
        'regular, vip',
        '02-13',
        'Likes peonies, hates lilies\nand a long line',
      ],
      [16, 'Вера Орлова', '+7 701 000 11 22', '05-12'],
      [23, 'Frost Ltd Flowers', '+44-20-7946-0002', 'Main St 1\n01000 York\nUK'],
    ]);
  });

  test('in an older encoding keeps its letters', async () => {
    const bytes = Uint8Array.from(
      cards('BEGIN:VCARD', 'FN:Zoé Müller', 'TEL:01 22 33 44 55', 'END:VCARD', ''),
      (sign) => sign.charCodeAt(0),
    );
    expect((await readOf(bytes)).rows[0]!.name).toBe('Zoé Müller');
  });

  test('that is cut off, empty or nested gives what is whole', async () => {
    const { rows } = await readOf(
      cards(
        'BEGIN:VCARD',
        'FN:Ada',
        'AGENT:BEGIN:VCARD',
        'TEL:020 7946 0001',
        'END:VCARD',
        'BEGIN:VCARD',
        'END:VCARD',
        'BEGIN:VCARD',
        'FN:Cut',
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(['Ada']);
  });
});

test('a list in several files is read as one, whether or not the last line of each is ended', async () => {
  const one = fileOf('Name;Phone;City\nAnn Peeters;0470 00 00 01;Gent', 'a.csv');
  const other = fileOf('Name;Phone;City\r\nBob Vos;0470 00 00 02;Aalst', 'b.csv');
  const { source, survey: seen } = await lookAt([one, other]);
  const read = await readList(source, seen.layout, proposeList(seen));
  expect(read.ok && read.value.rows.map(({ name }) => name)).toEqual(['Ann Peeters', 'Bob Vos']);
});
