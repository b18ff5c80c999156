import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SURVEYS, type SurveyForm } from '../../../src/domain/notebook/survey';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { STARTING_REASONS } from '../../../src/domain/reasons/startingReasons';
import { LINKED_ITEMS, LINKED_REASONS, startingItems } from '../../../src/domain/surveys/builtIn';
import { carriedForm, formText, parseForm } from '../../../src/domain/surveys/formText';
import { reshuffledForm, surveyForm } from '../../../src/domain/surveys/surveyForm';
import { aForm, SECRET } from '../../support/aSurvey';
import { hostileTexts } from '../../support/hostileTexts';

const secrets = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const labels = fc.string({ unit: 'binary', maxLength: 60 }).filter((label) => label.trim() !== '');
const offers = (known: readonly string[]) =>
  fc
    .tuple(fc.subarray([...known]), fc.array(labels, { maxLength: 5 }))
    .chain(([ids, own]) =>
      fc.shuffledSubarray(
        [...ids.map((id) => ({ id, label: null })), ...own.map((label, k) => ({ id: `mine-${k}`, label }))],
        { minLength: ids.length + own.length },
      ),
    );
const forms: fc.Arbitrary<SurveyForm> = fc.record({
  survey: fc.constantFrom(...SURVEYS),
  reasons: offers(LINKED_REASONS),
  items: offers(LINKED_ITEMS),
});

/** What somebody sees of a form: ids only where the words follow from them. */
const seen = ({ survey, reasons, items }: SurveyForm) => ({
  survey,
  reasons: reasons.map(({ id, label }) => label ?? `built-in ${id}`),
  items: items.map(({ id, label }) => label ?? `built-in ${id}`),
});

describe('the text of a form', () => {
  it('brings the same questions in the same order, with the same secret', () => {
    fc.assert(
      fc.property(forms, secrets, (form, secret) => {
        const parsed = parseForm(formText(form, secret, 'en'));
        expect(parsed.ok && [seen(parsed.value.form), parsed.value.secret, parsed.value.language]).toEqual([
          seen(form),
          secret,
          'en',
        ]);
      }),
    );
  });

  it('is made of letters, digits and dots, and short enough for a small QR code while nothing in it is the owner’s own', () => {
    const text = formText(surveyForm('loyal', catalogue([]), startingItems, 'seed'), SECRET, 'en');
    expect(text).toMatch(/^[A-Za-z0-9.]+$/);
    expect(text.length).toBeLessThan(90);
  });

  it('holds no fact of the shop: neither names, ids of its own nor days', () => {
    const text = formText(aForm(), SECRET, 'en');
    const parsed = parseForm(text);
    expect(Object.keys(parsed.ok ? parsed.value : {})).toEqual(['form', 'secret', 'language']);
    expect(JSON.stringify(parsed)).not.toContain('own-1');
    expect(text).toBe(
      formText(
        aForm({ reasons: aForm().reasons.map((r) => ({ ...r, id: r.label ? 'x' : r.id })) }),
        SECRET,
        'en',
      ),
    );
  });

  it('is refused when it was cut at any place', () => {
    const text = formText(aForm(), SECRET, 'en');
    for (let length = 0; length < text.length; length++)
      expect(parseForm(text.slice(0, length)).ok, `cut to ${length}`).toBe(false);
  });

  it('is refused when any letter of it was changed', () => {
    const text = formText(aForm(), SECRET, 'en');
    for (let at = 0; at < text.length; at++)
      for (const other of 'ab29Z.')
        if (other !== text[at])
          expect(parseForm(text.slice(0, at) + other + text.slice(at + 1)).ok, `${at} ${other}`).toBe(false);
  });

  it('survives the line breaks that mail programs put in', () => {
    const text = formText(aForm(), SECRET, 'en');
    expect(parseForm(text.replace(/(.{20})/g, '$1\r\n ')).ok).toBe(true);
  });

  it('says so when a later version of the app wrote it', () => {
    expect(parseForm('2len.whatever')).toEqual({ ok: false, error: 'newer' });
  });

  it('never throws, whatever is in the link', () => {
    for (const text of [...hostileTexts, 'a'.repeat(1_000_000), '1yen.....', '1yen.a.b.c.d.e.f.g'])
      expect(parseForm(text).ok).toBe(false);
    fc.assert(fc.property(fc.string(), (text) => !parseForm(text).ok));
  });

  it('brings the owner’s own words back as they were written, whatever they are', () => {
    for (const label of hostileTexts.filter((text) => text.trim() !== '' && text.length <= 120)) {
      const parsed = parseForm(formText(aForm({ reasons: [{ id: 'x', label }], items: [] }), SECRET, 'en'));
      expect(parsed.ok && parsed.value.form.reasons[0]!.label).toBe(label);
    }
  });

  it('leaves out what a link has no words for', () => {
    const form = aForm({
      reasons: [
        { id: 'unheard-of', label: null },
        { id: 'price', label: null },
      ],
    });
    expect(carriedForm(form).reasons).toEqual([{ id: 'price', label: null }]);
  });
});

describe('the lists that links count on', () => {
  it('name every starting reason, and never change their order', () => {
    expect(new Set(LINKED_REASONS)).toEqual(new Set(STARTING_REASONS.map(({ id }) => id)));
    expect(LINKED_REASONS.slice(0, 21).join(' ')).toBe(
      'neglect rigid-rules expectations broken-promise small-annoyances nothing-new little-attention outgrown ' +
        'partial-use price dropped-product bad-service rudeness late-delivery changed-image doubt-quality ' +
        'cheaper-rival moved money-trouble manager-left closed',
    );
    expect(LINKED_ITEMS.slice(0, 7).join(' ')).toBe('goods choice advice speed price payment hours');
  });
});

describe('the order of the reasons', () => {
  const reasons = catalogue([]);
  const seeds = Array.from({ length: 300 }, (_, k) => `seed ${k}`);

  it('never puts price first, neither in the link nor on the phone of whoever opens it', () => {
    for (const seed of seeds) {
      const form = surveyForm('lost', reasons, [], seed);
      const own = { ...form, reasons: [...form.reasons, { id: 'own:0', label: 'Prices went up' }] };
      for (const first of [form.reasons[0]!.id, reshuffledForm(own, seed).reasons[0]!.id])
        expect(['price', 'cheaper-rival', 'own:0']).not.toContain(first);
    }
  });

  it('differs from person to person and loses no reason', () => {
    const form = surveyForm('staff', reasons, [], 'a');
    expect(new Set(seeds.map((seed) => reshuffledForm(form, seed).reasons[0]!.id)).size).toBeGreaterThan(10);
    expect(new Set(reshuffledForm(form, 'b').reasons)).toEqual(new Set(form.reasons));
  });

  it('puts the owner’s own reasons to staff, and to clients only those let out, in the words chosen for them', () => {
    const own = { ...reasons[0]!, id: 'own', label: 'Tom is grumpy' };
    const labels = (...given: Parameters<typeof surveyForm>) =>
      surveyForm(...given).reasons.flatMap(({ label }) => label ?? []);
    const all = [...reasons, own];
    expect(labels('staff', all, [], 's')).toEqual(['Tom is grumpy']);
    for (const survey of ['lost', 'loyal'] as const) {
      expect(labels(survey, all, [], 's')).toEqual([]);
      expect(labels(survey, all, [], 's', [{ id: 'own', label: ' Unfriendly ' }])).toEqual(['Unfriendly']);
      expect(labels(survey, all, [], 's', [{ id: 'own', label: ' ' }])).toEqual([]);
      expect(labels(survey, all, [], 's', [{ id: 'stranger', label: 'Cheaper' }])).toEqual([]);
    }
  });

  it('asks only those who buy to rate, and begins a brainstorm with an empty page', () => {
    expect(surveyForm('lost', reasons, startingItems, 's').items).toEqual([]);
    expect(surveyForm('loyal', reasons, startingItems, 's').items).toEqual(startingItems);
    expect(surveyForm('ideas', reasons, startingItems, 's').reasons).toEqual([]);
  });
});
