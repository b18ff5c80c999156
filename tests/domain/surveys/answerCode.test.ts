import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SurveyAnswers } from '../../../src/domain/notebook/survey';
import { answerCode, answersOneOf, findCodes, readCode } from '../../../src/domain/surveys/answerCode';
import { LIMITS, noAnswers } from '../../../src/domain/surveys/answers';
import { formText, parseForm } from '../../../src/domain/surveys/formText';
import { written } from '../../../src/domain/surveys/written';
import { aForm, anInvitation, SECRET, someAnswers } from '../../support/aSurvey';
import { hostileTexts } from '../../support/hostileTexts';

const invitation = anInvitation();
const form = aForm();
const said = someAnswers({
  ratings: { goods: 5, choice: 2, 'own-2': 3 },
  reasons: [
    { reason: 'own-1', weight: 3 },
    { reason: 'moved', weight: 1 },
  ],
  why: 'Nobody said hello — “never”.',
  wish: 'Öffnet früher, bitte!\nDanke',
});

const codeFor = (answers: SurveyAnswers, once = 'once') => answerCode(form, SECRET, answers, once);

const errorOf = async (code: string, invitations = [invitation]) => {
  const read = await readCode(code, invitations);
  return read.ok ? 'taken in' : read.error;
};

const texts = fc.string({ unit: 'binary', maxLength: 200 });
const answers: fc.Arbitrary<SurveyAnswers> = fc.record({
  ratings: fc
    .subarray(form.items.map(({ id }) => id))
    .chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, fc.integer({ min: 1, max: 5 })])))),
  reasons: fc
    .shuffledSubarray(form.reasons.map(({ id }) => id))
    .chain((ids) =>
      fc.tuple(
        ...ids.map((reason) =>
          fc.record({ reason: fc.constant(reason), weight: fc.integer({ min: 1, max: 10 }) }),
        ),
      ),
    ),
  why: texts,
  wish: texts,
});

describe('the code of an answer', () => {
  it('brings back exactly what was answered', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        const read = await readCode(await codeFor(given), [invitation]);
        expect(read.ok && read.value.answers).toEqual({ ...given, ratings: { ...given.ratings } });
      }),
    );
  });

  it('comes from the form as it arrived in the link, and is understood by the form as it was sent', async () => {
    const received = parseForm(formText(form, SECRET, 'en'));
    if (!received.ok) throw new Error(received.error);
    const { reasons, items } = received.value.form;
    const code = await answerCode(
      received.value.form,
      received.value.secret,
      someAnswers({ ratings: { [items[3]!.id]: 4 }, reasons: [{ reason: reasons[2]!.id, weight: 1 }] }),
      'x',
    );
    const read = await readCode(code, [invitation]);
    expect(read.ok && read.value.answers).toMatchObject({
      ratings: { 'own-2': 4 },
      reasons: [{ reason: 'own-1', weight: 1 }],
    });
  });

  it('brings 200 hostile texts in every field back as the same text', async () => {
    for (const text of hostileTexts) {
      const read = await readCode(await codeFor(someAnswers({ why: text, wish: text })), [invitation]);
      expect(read.ok && [read.value.answers.why, read.value.answers.wish]).toEqual([text, text]);
    }
  });

  it('is refused when any letter of it was changed', async () => {
    const code = await codeFor(said);
    for (let at = 0; at < code.length; at++)
      for (const other of ['a', '7', '.', '']) {
        if (other === code[at]) continue;
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        expect(await errorOf(changed), `${at} ${other}`).not.toBe('taken in');
      }
  });

  it('is refused when it was cut at any length', async () => {
    const code = await codeFor(said);
    for (let length = 0; length < code.length; length++)
      expect(await errorOf(code.slice(0, length)), `cut to ${length}`).not.toBe('taken in');
    expect(await errorOf(code.slice(0, -1))).toBe('damaged');
  });

  it('is known as another shop’s, and as tampered with where only the number fits', async () => {
    const code = await codeFor(said);
    expect(await errorOf(code, [anInvitation({ secret: 'ff'.repeat(16) })])).toBe('foreign');
    expect(await errorOf(code, [])).toBe('foreign');
    expect(await errorOf(code, [anInvitation({ secret: `${SECRET.slice(0, 8)}${'ff'.repeat(12)}` })])).toBe(
      'tampered',
    );
    expect(answersOneOf(code, [invitation])).toBe(true);
    expect(answersOneOf(code, [])).toBe(false);
  });

  it('finds its invitation among several whose numbers are alike', async () => {
    const twin = anInvitation({ id: 'twin', secret: `${SECRET.slice(0, 8)}${'ff'.repeat(12)}` });
    const read = await readCode(await codeFor(said), [twin, invitation]);
    expect(read.ok && read.value.invitation.id).toBe('invitation-1');
  });

  it('counts once', async () => {
    const code = await codeFor(said);
    const read = await readCode(code, [invitation]);
    if (!read.ok) throw new Error(read.error);
    expect(await errorOf(code, [anInvitation({ taken: [read.value.digest] })])).toBe('twice');
  });

  it('differs for two people who answer alike', async () => {
    expect(await codeFor(said, 'one')).not.toBe(await codeFor(said, 'two'));
  });

  it('says so when a later version of the app wrote it', async () => {
    expect(await errorOf((await codeFor(said)).replace('bmr1', 'bmr2'))).toBe('newer');
  });

  it('is at most some thousand letters long', async () => {
    const longest = someAnswers({ why: 'щ'.repeat(LIMITS.text), wish: '水'.repeat(LIMITS.text) });
    expect((await codeFor(longest)).length).toBeLessThan(10_000);
    expect(await errorOf(await codeFor(longest))).toBe('taken in');
  });
});

describe('what somebody makes who knows the secret and means harm', () => {
  const sign = async (value: unknown) => {
    const text = `bmr1.${SECRET.slice(0, 8)}.${written(value)}`;
    const key = await crypto.subtle.importKey(
      'raw',
      Buffer.from(SECRET, 'hex'),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
    const { toBase32 } = await import('../../../src/domain/surveys/base32');
    return `${text}.${toBase32(new Uint8Array(signed, 0, 8))}`;
  };
  const sound = ['x', [0, 0, 0, 0], [], '', ''];

  it('is taken in where the form can say it', async () => {
    expect(await errorOf(await sign(sound))).toBe('taken in');
  });

  it.each([
    ['not a list', { a: 1 }],
    ['null', null],
    ['too few parts', ['x', [0, 0, 0, 0], []]],
    ['too many parts', [...sound, 1]],
    ['a rating of 6', ['x', [6, 0, 0, 0], [], '', '']],
    ['half a rating', ['x', [2.5, 0, 0, 0], [], '', '']],
    ['too many ratings', ['x', [1, 1, 1, 1, 1], [], '', '']],
    ['a reason beyond the list', ['x', [0, 0, 0, 0], [[4, 1]], '', '']],
    ['a negative place', ['x', [0, 0, 0, 0], [[-1, 1]], '', '']],
    [
      'a reason twice',
      [
        'x',
        [0, 0, 0, 0],
        [
          [1, 1],
          [1, 2],
        ],
        '',
        '',
      ],
    ],
    ['a weight of 0', ['x', [0, 0, 0, 0], [[1, 0]], '', '']],
    ['a weight of 1e9', ['x', [0, 0, 0, 0], [[1, 1e9]], '', '']],
    ['text that is too long', ['x', [0, 0, 0, 0], [], 'a'.repeat(1001), '']],
    ['text that is none', ['x', [0, 0, 0, 0], [], 7, '']],
    ['a list as text', ['x', [0, 0, 0, 0], [], ['a'], '']],
    ['no random part', [7, [0, 0, 0, 0], [], '', '']],
  ])('is refused as damaged where it is %s', async (_, value) => {
    expect(await errorOf(await sign(value))).toBe('damaged');
  });

  it('names at most three reasons where staff are asked', async () => {
    const staff = anInvitation({ form: aForm({ survey: 'staff', items: [] }) });
    const four = ['x', [], [0, 1, 2, 3].map((place) => [place, 1]), '', ''];
    expect(await errorOf(await sign(four), [staff])).toBe('damaged');
  });
});

describe('finding codes in what was pasted', () => {
  const inMessage = (code: string) => `Hello,\nhere is my answer:\n\n${code}\n\nKind regards, Anna 2.7`;

  it('takes a whole message, a link, another case, and what mail programs put in', async () => {
    const code = await codeFor(said);
    const broken = code.replace(/(.{30})/g, '$1\r\n');
    const all = [
      code,
      ` ${code} `,
      inMessage(code),
      inMessage(broken),
      inMessage(broken.replace(/\n/g, '\n> ')),
      inMessage(code.replace(/(.{70})/g, '$1=\r\n')),
      code.split('').join('\u200b'),
      code.toUpperCase(),
      `https://shop.example/app/#/reasons/codes?c=${code}`,
      `See https://shop.example/#/reasons/codes?c=${code}&x=1.`,
    ];
    for (const pasted of all) {
      const found = findCodes(pasted);
      expect(found, pasted).toEqual({ ok: true, value: [code] });
    }
  });

  it('takes several messages at once, each code once', async () => {
    const [one, two] = [await codeFor(noAnswers, '1'), await codeFor(noAnswers, '2')];
    expect(findCodes(inMessage(one) + inMessage(two) + inMessage(one))).toEqual({
      ok: true,
      value: [one, two],
    });
  });

  it('says what is no code and what is the beginning of one', async () => {
    expect(findCodes('Hello, thank you!')).toEqual({ ok: false, error: 'not-a-code' });
    expect(findCodes('')).toEqual({ ok: false, error: 'not-a-code' });
    expect(findCodes((await codeFor(said)).slice(0, 60))).toEqual({ ok: false, error: 'damaged' });
  });

  it('does nothing with 100 kB and more, and does it quickly', async () => {
    const started = performance.now();
    const code = await codeFor(said);
    const [head] = code.split('.').slice(0, 2);
    for (const pasted of [
      'a'.repeat(100_000),
      `bmr1.00112233.${'a'.repeat(100_000)}.${'a'.repeat(13)}`,
      `${head!}.00112233.${'a'.repeat(100_000)}`,
      'bmr1.00112233.'.repeat(8_000),
      'bmr1.00112233.a.aaaaaaaaaaaa'.repeat(4_000),
      'b'.repeat(2_000_000),
    ])
      expect(await errorOf(pasted), pasted.slice(0, 40)).not.toBe('taken in');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('never throws on hostile text', async () => {
    for (const text of hostileTexts)
      expect(await errorOf(text)).toMatch(/not-a-code|damaged|foreign|tampered/);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => (await errorOf(text)) !== 'taken in'),
    );
  });
});
