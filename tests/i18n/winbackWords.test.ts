import { beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { CHANNELS, CLOSINGS, OFFER_SORTS, OUTCOMES } from '../../src/domain/notebook/plan';
import { catalogue } from '../../src/domain/reasons/catalogue';
import { STARTING_REASONS } from '../../src/domain/reasons/startingReasons';
import { FIELDS } from '../../src/domain/winback/message';
import { smsLength } from '../../src/domain/winback/messageLength';
import { WANTING } from '../../src/domain/winback/messageOutline';
import { OFFER_NOTES } from '../../src/domain/winback/offers';
import { STAGES } from '../../src/domain/winback/planState';
import { playbooksOf } from '../../src/domain/winback/playbooks';
import { because, BECAUSE, type BecauseCode } from '../../src/domain/winback/proposeBecause';
import { language } from '../../src/i18n/language.svelte';
import { loadArea } from '../../src/i18n/language.svelte';
import {
  fieldLabel,
  mergedMessage,
  messageFields,
  messageTemplate,
  wantingText,
  type MessageFacts,
} from '../../src/i18n/messageWords';
import {
  becauseText,
  breakEvenText,
  channelLabel,
  closingLabel,
  offerGiven,
  offerLabel,
  offerNoteText,
  offerSortLabel,
  outcomeLabel,
  playbookExpect,
  playbookLabel,
  playbookLabelById,
  playbookWhen,
  stageLabel,
  stepLabel,
} from '../../src/i18n/winbackLabels';
import { anEntry } from '../support/notebook';
import { proposed } from '../support/planFacts';

beforeAll(() => loadArea('winbackWords', 'reasonWords'));

const chains = playbooksOf([]);
const reasons = catalogue([]);
const none = { sort: 'gift', percent: null, cost: 0, text: '' } as const;
/** A key that has no words is shown as it is. */
const KEY = /^[a-z]+(\.[\w-]+)+$/i;

describe('words', () => {
  it('are there for every channel, outcome, stage, closing, offer and field', () => {
    const said = [
      ...CHANNELS.map(channelLabel),
      ...OUTCOMES.map(outcomeLabel),
      ...STAGES.map(stageLabel),
      ...CLOSINGS.map(closingLabel),
      ...OFFER_SORTS.map(offerSortLabel),
      ...OFFER_SORTS.map((sort) => offerGiven({ ...none, sort })),
      ...OFFER_NOTES.map(offerNoteText),
      ...FIELDS.map(fieldLabel),
      ...WANTING.map(wantingText),
    ];
    expect(said.filter((words) => KEY.test(words))).toEqual([]);
  });

  it('are there for every built-in playbook, its steps, when to use it and what to expect [5.15]', () => {
    for (const chain of chains) {
      expect(playbookLabel(chain), chain.id).not.toBe(chain.id);
      expect(playbookWhen(chain), chain.id).not.toBe('');
      expect(playbookExpect(chain), chain.id).not.toBe('');
      for (const step of chain.steps) expect(stepLabel(step), step.template!).not.toBe('A step of your own');
    }
    expect(playbookLabelById(chains, 'regret')).toBe('A letter of regret');
    expect(playbookLabelById(chains, 'gone')).toBe('gone');
  });

  it('of the owner win', () => {
    const own = playbooksOf([
      anEntry('playbook', {
        id: 'price',
        name: 'Our way',
        when: 'Mondays',
        expect: '',
        reasons: [],
        steps: [],
        retired: false,
      }),
    ]).find(({ id }) => id === 'price')!;
    expect([playbookLabel(own), playbookWhen(own)]).toEqual(['Our way', 'Mondays']);
    expect(playbookExpect(own)).toContain('Do not argue');
    expect(stepLabel({ template: 'apology', what: 'Say sorry' })).toBe('Say sorry');
    expect(stepLabel({ template: null, what: ' ' })).toBe('A step of your own');
    expect(offerLabel({ ...none, text: 'A cake' })).toBe('A cake');
  });

  it('count an offer where it is counted', () => {
    const discount = { ...none, sort: 'discount', percent: 15 } as const;
    expect(offerLabel(discount)).toBe('15% off');
    expect(offerLabel({ ...discount, percent: null })).toBe('Discount');
    expect(offerGiven(discount)).toBe('15% off your next purchase');
    expect(offerGiven({ ...none, sort: 'debt' })).toBe('a part of what is still open let off');
  });

  it.each([
    [0.0819, 'Pays if it makes them come back with 9% more chance.'],
    [0.0001, 'Pays if it makes them come back with 1% more chance.'],
    [0, 'Costs nothing.'],
    [Infinity, 'Costs more than the return of this client can bring.'],
  ])('tell what an uplift of %d means', (uplift, sentence) => {
    expect(breakEvenText(uplift)).toBe(sentence);
  });
});

describe('why something is proposed', () => {
  const naming = {
    reasons,
    employees: [{ id: 'mia', name: 'Mia', soldAs: 'Mia', leftOn: null }],
    currency: 'EUR',
  };
  const say = (code: BecauseCode, params: Record<string, string | number> = {}) =>
    becauseText(because(code, params), naming);

  it('has a sentence for each rule, whatever it names', () => {
    const params = {
      why: 'x',
      reason: 'price',
      days: 7,
      weeks: 2,
      months: 14,
      channel: 'call',
      instead: 'email',
      steps: 4,
      person: 'mia',
      percent: 10,
      tastes: 'x',
      wish: 'x',
      cents: 500,
    };
    for (const code of Object.keys(BECAUSE) as BecauseCode[]) {
      const { text, rule } = say(code, params);
      expect(text, code).not.toMatch(KEY);
      expect(rule, code).toMatch(/^[2-6]\.\d+$/);
    }
  });

  it('reads plainly', () => {
    expect(say('visit-late', { months: 14 })).toEqual({
      text: 'A visit, because 14 months have passed since their last purchase: a call works only soon after.',
      rule: '5.4',
    });
    expect(say('not-who-lost', { person: 'mia' })).toEqual({
      text: 'Not Mia: whoever lost a client does not win them back.',
      rule: '5.3',
    });
    expect(say('by-reason', { reason: 'price' }).text).toContain('Too expensive');
    expect(say('unreachable', { channel: 'email', instead: 'sms' }).text).toBe(
      '“SMS” instead of “E-mail”: the card has no e-mail address.',
    );
    expect(say('pays', { percent: 9, cents: 1_250 }).text).toBe(
      'It costs €12.50, and pays if they come back with 9% more chance.',
    );
    expect(say('birthday', { days: 1 }).text).toContain('tomorrow');
  });

  it('is said for all that is really proposed', () => {
    for (const { id } of STARTING_REASONS)
      for (const sentence of proposed({ reason: id, hourCost: 2_000, wish: 'x' }).because)
        expect(becauseText(sentence, naming).text).not.toMatch(/\{|undefined|NaN/);
  });
});

describe('a message', () => {
  const facts: MessageFacts = {
    name: 'Anna Berg',
    lastProduct: 'Tulips',
    lastVisit: parseIsoDay('2026-03-14'),
    reason: 'late-delivery',
    reasons,
    change: 'We deliver by appointment.',
    offer: { ...none, sort: 'free-delivery' },
    shop: 'Fleur & Fern',
    letterhead: { signer: 'Maria', phone: '02 345 67 89' },
  };
  const unknown: MessageFacts = {
    ...facts,
    name: '',
    lastProduct: '',
    lastVisit: NaN as MessageFacts['lastVisit'],
    change: '',
    offer: null,
    shop: '',
    letterhead: null,
  };
  /** One channel of each form; mail and letters ask differently. */
  const FORMS = ['call', 'sms', 'email', 'letter'] as const;
  type Tone = 'friendly' | 'formal';
  function message(
    of: MessageFacts,
    template: string | null,
    channel: (typeof CHANNELS)[number],
    tone: Tone,
  ) {
    const fields = messageFields(of);
    const made = messageTemplate({ template, aftercare: false }, channel, of, tone, fields);
    return { ...made, ...mergedMessage(made.body, fields) };
  }

  it('in a letter is the whole of [5.6], in the tone of the shop', () => {
    const { text, left, subject } = message(facts, 'apology', 'letter', 'friendly');
    expect(subject).toBe('We owe you an apology');
    expect(left).toEqual([]);
    expect(text).toBe(
      [
        'Hello Anna,',
        'I am writing because you no longer come, and I know that it is our doing. We kept you waiting far too long. That is our fault, and I am sorry. You were last with us in March 2026, and chose Tulips.',
        'Here is what we have changed since: We deliver by appointment. To make up for it, please take free delivery of your next order. There is no deadline.',
        'Would you call me on 02 345 67 89 and tell me what you think?',
        'Warm regards\nMaria, Fleur & Fern\n02 345 67 89',
        'If you would rather not hear from us, let us know in a word, and we will not write again.',
      ].join('\n\n'),
    );
    expect(message(facts, 'apology', 'letter', 'formal').text).toMatch(/^Dear Anna Berg,\n/);
  });

  it('by SMS is short, says who writes and how to make it stop', () => {
    const { text } = message(facts, 'apology', 'sms', 'friendly');
    expect(text).toMatch(/^Hello Anna! This is Maria from Fleur & Fern\. We owe you an apology/);
    expect(text).toMatch(/Reply STOP and we will not write again\.$/);
    expect(smsLength(text).parts).toBeLessThanOrEqual(3);
  });

  it('for talking is lines to say, one below the other', () => {
    const { text, subject } = message(facts, 'apology', 'call', 'formal');
    expect(subject).toBe('');
    expect(text.split('\n')).toHaveLength(7);
    expect(text).toContain(
      '“Good day, Anna Berg, this is Maria from Fleur & Fern. Do you have two minutes?”',
    );
  });

  it.each(['friendly', 'formal'] as const)(
    'of any kind, in any channel, in a %s tone, with everything or nothing known, has no hole, no key and no empty greeting',
    (tone) => {
      const templates = [
        null,
        ...new Set(chains.flatMap(({ steps }) => steps.map(({ template }) => template!))),
      ];
      const ids = [null, ...STARTING_REASONS.map(({ id }) => id)];
      for (const template of templates)
        for (const channel of FORMS)
          for (const reason of ids)
            for (const about of [facts, unknown]) {
              const made = message({ ...about, reason }, template, channel, tone);
              const where = `${String(template)} ${channel} ${String(reason)}`;
              expect(made.left, where).toEqual([]);
              expect(made.unknown, where).toEqual([]);
              expect(made.text, where).not.toMatch(/[{}]|undefined|NaN| ,|\.\.|  |message\./);
              expect(made.subject, where).not.toMatch(/message\./);
              expect(made.text.length, where).toBeGreaterThan(20);
            }
    },
  );

  it('that the owner wrote falls back to plain words', () => {
    const { text, left } = mergedMessage(
      'Dear {name},\nsince {lastMonth} {lastProduct}, {shop}: {offer}.\n{signer}',
      messageFields(unknown),
    );
    expect(text).toBe(
      'Dear client,\nsince your last visit your last purchase, our shop: something to make up for it.',
    );
    expect(left).toEqual(['signer']);
  });

  it('names a reason of the owner’s own in the owner’s words', () => {
    const own = {
      ...reasons[0]!,
      id: 'parking',
      label: 'No parking',
      group: 'ours',
      type: 'service',
    } as const;
    const about = { ...facts, reason: 'parking', reasons: [...reasons, own] };
    expect(message(about, 'apology', 'letter', 'formal').text).toContain('why you stayed away: No parking.');
  });

  it('speaks the language of the app', () => {
    expect(language.locale).toMatch(/^en/);
  });
});
