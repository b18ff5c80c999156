import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../src/domain/notebook/plan';
import { STARTING_REASONS } from '../../../src/domain/reasons/startingReasons';
import { FIELDS, fieldsIn, merged, type Field } from '../../../src/domain/winback/message';
import { messageKind, MESSAGE_KINDS } from '../../../src/domain/winback/messageKind';
import { smsLength } from '../../../src/domain/winback/messageLength';
import { isFirm } from '../../../src/domain/winback/messageFirm';
import { firstName } from '../../../src/domain/winback/messageName';
import { messageForm, messageOutline, wanting } from '../../../src/domain/winback/messageOutline';
import { BUILT_IN_PLAYBOOKS } from '../../../src/domain/winback/playbooksBuiltIn';

describe('a text for one client', () => {
  it('names what is known', () => {
    const { text, left, unknown } = merged('Dear {name},\n{ offer } is yours.', {
      name: 'Anna Berg',
      offer: 'A rose',
    });
    expect(text).toBe('Dear Anna Berg,\nA rose is yours.');
    expect([left, unknown]).toEqual([[], []]);
  });

  it('gives way to the owner’s words after the bar, then to plain ones', () => {
    expect(merged('Dear {name|neighbour},', {}, { name: 'client' }).text).toBe('Dear neighbour,');
    expect(merged('Dear {name},', { name: '  ' }, { name: 'client' }).text).toBe('Dear client,');
  });

  it('leaves out a line that would name nothing: nobody reads "Dear ,"', () => {
    const { text, left } = merged('Dear {name},\n\nWe miss you.\n\nCall {phone}.\n\nYours', {});
    expect(text).toBe('We miss you.\n\nYours');
    expect(left).toEqual(['name', 'phone']);
  });

  it('shows what is no field as it was written', () => {
    const { text, unknown } = merged('{nmae}, {} and { Name }', { name: 'Anna' });
    expect(text).toBe('{nmae}, {} and { Name }');
    expect(unknown).toEqual(['{nmae}', '{}', '{ Name }']);
  });

  it('never looks for fields in what people wrote, and keeps them on one line', () => {
    const { text } = merged('{name} – {offer}', { name: '{offer}', offer: 'a\n$& {name}' });
    expect(text).toBe('{offer} – a $& {name}');
  });

  it('has one full stop where a value brings its own', () => {
    expect(merged('Changed: {change}.', { change: 'New hours.' }).text).toBe('Changed: New hours.');
    expect(merged('Changed: {change}.', { change: 'New hours?' }).text).toBe('Changed: New hours?.');
  });

  it('never holds an empty greeting, whatever is known', () => {
    const values = fc.record(
      Object.fromEntries(FIELDS.map((field) => [field, fc.constantFrom('', ' ', 'Anna', '{name}')])),
    );
    fc.assert(
      fc.property(values, fc.constantFrom(...FIELDS), (fields, field) => {
        const { text, left } = merged(`Dear {${field}},\nYours`, fields);
        const value = (fields[field] as string).trim();
        expect(text).toBe(value === '' ? 'Yours' : `Dear ${value},\nYours`);
        expect(left).toEqual(value === '' ? [field] : []);
      }),
      { seed: 20260301, numRuns: 200 },
    );
  });

  it('tells which fields it names', () => {
    expect(fieldsIn('{name} {offer|x} {name} {odd}')).toEqual(['name', 'offer']);
  });
});

describe('the name to greet by', () => {
  it.each([
    ['Anna Petrova', 'Anna'],
    ['PETROVA, ANNA', 'Anna'],
    ['anna', 'Anna'],
    ['Mrs. Anna Berg', 'Anna'],
    ['Jean-Luc Martin', 'Jean-Luc'],
    ['Анна Петрова', 'Анна'],
    ['Mrs Berg', ''],
    ['Hotel Bristol', ''],
    ['Trattoria Bellini', ''],
    ['Serra Weddings', ''],
    ['Müller GmbH', ''],
    ['A. Berg', ''],
    ['Table 12', ''],
    ['', ''],
  ])('of %s is "%s"', (name, wanted) => {
    expect(firstName(name)).toBe(wanted);
  });
});

describe('a firm', () => {
  it.each([
    ['Müller GmbH', ''],
    ['Weber & Sohn', ''],
    ['Bloem B.V.', ''],
    ['S.C. Flori S.R.L.', ''],
    ['Flori S. R. L.', ''],
    ['Ioana Rusu PFA', ''],
    ['ООО Ромашка', ''],
    ['ООО «Ромашка»', ''],
    ['ИП Иванов', ''],
    ['Garnier SARL', ''],
    ['Dumas SA', ''],
    ['Rossi S.p.A.', ''],
    ['Hidalgo S.L.', ''],
    ['Keller AG', ''],
    ['Jansson VOF', ''],
    ['Acme Ltd.', ''],
    ['Hotel Bristol', ''],
    ['Ресторан Волга', ''],
    ['Bella Napoli', 'Restaurant'],
    ['Anna Petrova', 'B2B'],
    ['Bella Napoli', 'Geschäftskunden'],
    ['Ромашка', 'Юр. лица'],
    ['Flori', 'persoane juridice'],
    ['Fleurs', 'Entreprises'],
    ['Bloem', 'zakelijk'],
    ['Fiori', 'Aziende'],
    ['Flores', 'Empresas'],
    ['Serra GmbH', 'Private'],
  ])('is %s (%s): nobody is greeted by its first word', (name, segment) => {
    expect(isFirm(name, segment)).toBe(true);
    expect(firstName(name, segment)).toBe('');
  });

  it.each([
    ['Anna Petrova', '', 'Anna'],
    ['Anna Petrova', 'Private', 'Anna'],
    ['Anna Petrova', 'Wedding', 'Anna'],
    ['Ao Li', '', 'Ao'],
    ['Maria Co', '', 'Maria'],
    ['Se Ri Pak', '', 'Se'],
    ['Bar Levi', 'Privatkunden', 'Bar'],
    ['Анна Саева', 'Физ. лица', 'Анна'],
    ['Anna Berg', 'Organic', 'Anna'],
  ])('is not %s (%s): they are %s', (name, segment, first) => {
    expect(isFirm(name, segment)).toBe(false);
    expect(firstName(name, segment)).toBe(first);
  });
});

describe('the length of a short message', () => {
  it.each([
    ['', 0, 'GSM-7', 160],
    ['a'.repeat(160), 1, 'GSM-7', 0],
    ['a'.repeat(161), 2, 'GSM-7', 145],
    ['a'.repeat(306), 2, 'GSM-7', 0],
    ['é€'.repeat(2), 1, 'GSM-7', 154],
    ['ж'.repeat(70), 1, 'UCS-2', 0],
    ['ж'.repeat(71), 2, 'UCS-2', 63],
    ['🌷'.repeat(35), 1, 'UCS-2', 0],
    ['ё'.repeat(66) + '🌷' + 'ё'.repeat(10), 2, 'UCS-2', 55],
    ['a'.repeat(152) + '€' + 'a'.repeat(20), 2, 'GSM-7', 131],
  ] as const)('of %s is %d parts of %s with %d left', (text, parts, encoding, left) => {
    expect(smsLength(text)).toEqual({ parts, encoding, left });
  });

  it('never shrinks when something is added', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 5 }),
        (text, more) => {
          expect(smsLength(text + more).parts).toBeGreaterThanOrEqual(smsLength(text).parts);
        },
      ),
      { seed: 20260302, numRuns: 200 },
    );
  });
});

describe('the order of a message [5.6]', () => {
  const ours = { reason: 'rudeness', type: 'people' } as const;
  const all = new Set<Field>(FIELDS);
  const nothing = new Set<Field>();

  it('of an apology: why we write, the real reason with regret, the last purchase, what has changed, the offer, one request, who writes, a way to say no', () => {
    expect(messageOutline({ kind: 'apology', channel: 'letter', ...ours, known: all }).paragraphs).toEqual([
      ['message.greeting'],
      ['message.about.apology.body', 'message.sorry.rudeness', 'message.memory', 'message.wish'],
      ['message.change', 'message.offer.sorry'],
      ['message.request'],
      ['message.signature'],
      ['message.stop'],
    ]);
  });

  it('claims no change and promises no offer where there is none', () => {
    const { paragraphs } = messageOutline({ kind: 'apology', channel: 'email', ...ours, known: nothing });
    expect(paragraphs.flat().filter((key) => /change|offer/.test(key))).toEqual([]);
  });

  it('names the reason of the owner’s own in the owner’s words, and none where none is known', () => {
    const sorry = (reason: string | null, type: 'service' | null) =>
      messageOutline({ kind: 'apology', channel: 'letter', reason, type, known: all }).paragraphs[1]?.[1];
    expect(sorry('parking', 'service')).toBe('message.sorry.own');
    expect(sorry(null, null)).toBe('message.sorry.plain');
  });

  it('names an earlier reason’s regret where the owner reworded it', () => {
    const about = {
      kind: 'apology',
      channel: 'letter',
      reason: 'slow',
      type: 'delivery',
      known: all,
    } as const;
    expect(messageOutline({ ...about, rewordedFrom: 'late-delivery' }).paragraphs[1]?.[1]).toBe(
      'message.sorry.late-delivery',
    );
    expect(messageOutline({ ...about, rewordedFrom: null }).paragraphs[1]?.[1]).toBe('message.sorry.own');
  });

  it('is personal: the last purchase and what the client asked for or likes, each where it is known', () => {
    const why = (kind: (typeof MESSAGE_KINDS)[number], known: ReadonlySet<Field>) =>
      messageOutline({ kind, channel: 'email', reason: null, type: null, known }).paragraphs[1];
    expect(why('care', all)).toEqual(['message.about.care.body', 'message.memory', 'message.wish']);
    expect(why('keep', all)).toEqual(['message.about.keep.body', 'message.memory', 'message.taste']);
    expect(why('keep', nothing)).toEqual(['message.about.keep.body']);
    expect(why('birthday', all)).toEqual(['message.about.birthday.body']);
    expect(why('opinion', all)).toEqual(['message.about.opinion.body']);
    const talk = messageOutline({ kind: 'care', channel: 'call', reason: null, type: null, known: all });
    expect(talk.paragraphs.flat()).toContain('message.talk.wish');
  });

  it.each(MESSAGE_KINDS)('has a way to say "do not write to me" in everything written: %s', (kind) => {
    for (const channel of CHANNELS.filter((one) => messageForm(one) !== 'talk')) {
      const { paragraphs } = messageOutline({ kind, channel, ...ours, known: all });
      expect(paragraphs.flat().some((key) => key === 'message.stop' || key === 'message.short.stop')).toBe(
        true,
      );
    }
  });

  it('asks for nothing in a letter of regret or a birthday wish [2.5]', () => {
    for (const kind of ['regret', 'birthday'] as const)
      for (const channel of ['letter', 'sms'] as const) {
        const { paragraphs } = messageOutline({ kind, channel, ...ours, known: all });
        expect(
          paragraphs.flat().filter((key) => key.endsWith('request')),
          `${kind} ${channel}`,
        ).toEqual([]);
      }
  });

  it('of a talk begins without an excuse and listens before it apologises [4.6]', () => {
    const { paragraphs, subject } = messageOutline({ kind: 'apology', channel: 'call', ...ours, known: all });
    expect(paragraphs.flat()).toEqual([
      'message.talk.hello',
      'message.about.apology.talk',
      'message.talk.listen',
      'message.sorry.rudeness',
      'message.talk.wish',
      'message.change',
      'message.offer.sorry',
      'message.talk.thanks',
    ]);
    expect(subject).toBeNull();
  });
});

describe('what a message is about', () => {
  it('is told by each built-in step', () => {
    const templates = BUILT_IN_PLAYBOOKS.flatMap(({ steps }) => steps.map(({ template }) => template!));
    const ours = { group: 'ours', type: 'service', human: false } as const;
    const apologies = templates.filter((template) => messageKind(template, ours) === 'apology');
    expect(new Set(apologies)).toEqual(
      new Set([
        'apology',
        'head-apology',
        'hand-letter',
        'what-changed',
        'promise-kept',
        'certain-promise',
        'priority-coupon',
        'answer-why',
      ]),
    );
    expect(messageKind('regret', ours)).toBe('regret');
    expect(messageKind('second-try', null)).toBe('again');
  });

  it('is an apology only to whom something was done', () => {
    const theirs = { group: 'competitor', type: 'people', human: false } as const;
    expect(messageKind('hand-letter', theirs)).toBe('introduce');
    const own = { group: 'client', type: 'circumstances', human: false } as const;
    expect(messageKind('hand-letter', own)).toBe('keep');
  });

  it('follows the reason for a step of the owner’s own, and asks why where none is known', () => {
    expect(messageKind(null, null)).toBe('ask');
    expect(messageKind(null, null, true)).toBe('opinion');
    const human = STARTING_REASONS.find(({ id }) => id === 'rudeness')!;
    expect(messageKind(null, human)).toBe('apology');
    const price = STARTING_REASONS.find(({ id }) => id === 'price')!;
    expect(messageKind(null, price)).toBe('value');
  });

  it('is not worth sending as an apology without a change, an offer and a name [5.5]', () => {
    expect(wanting('apology', {})).toEqual(['change', 'offer', 'signer']);
    expect(wanting('apology', { change: 'Hours', offer: 'A rose', signer: 'Ann' })).toEqual([]);
    expect(wanting('birthday', {})).toEqual(['signer']);
  });
});
