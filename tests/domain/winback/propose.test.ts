import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/kernel/day';
import { STATUS } from '../../../src/domain/loss/status';
import { CHANNELS } from '../../../src/domain/notebook/plan';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { STARTING_REASONS } from '../../../src/domain/reasons/startingReasons';
import { playbooksOf } from '../../../src/domain/winback/playbooks';
import type { Because, BecauseCode } from '../../../src/domain/winback/proposeBecause';
import type { Proposal } from '../../../src/domain/winback/propose';
import { daysToBirthday } from '../../../src/domain/winback/proposeExtras';
import { valueClass } from '../../../src/domain/winback/proposeFacts';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { ownReason } from '../../support/conversations';
import { anEntry } from '../../support/notebook';
import { aStep } from '../../support/aPlan';
import { codesOf, proposed, TODAY } from '../../support/planFacts';

const chase = ({ steps }: Proposal) => steps.filter(({ aftercare }) => !aftercare);
const why = ({ because }: Proposal, code: BecauseCode): Because | undefined =>
  because.find((sentence) => sentence.code === code);
const BEST = { rank: 1, ranked: 200 };
const LOWER = { rank: 180, ranked: 200 };
const LONG_AGO = { lastVisit: addDays(TODAY, -426), lostDate: addDays(TODAY, -330) };

describe('whether there is a plan at all', () => {
  it('nobody who asked to be left alone is contacted [5.10]', () => {
    const plan = proposed({ doNotContact: true, status: STATUS.lostTwice, override: 'A friend' });
    expect(plan).toMatchObject({ playbook: null, steps: [], responsible: null });
    expect(codesOf(plan)).toEqual(['do-not-contact']);
  });

  it('who needs nothing any more is let go [4.13]', () => {
    const plan = proposed({ reason: 'closed' });
    expect(plan.playbook?.id).toBe('closed');
    expect(plan.steps).toEqual([]);
    expect(codesOf(plan)).toEqual(['ended']);
  });

  it('who was lost twice gets one honest letter and no second chase [2.5]', () => {
    const plan = proposed({ status: STATUS.lostTwice, playbook: 'price' });
    expect(plan.playbook?.id).toBe('regret');
    expect(plan.steps.map(({ template, channel }) => [template, channel])).toEqual([['regret', 'letter']]);
    expect(plan.steps.every(({ offer }) => offer === null)).toBe(true);
    expect(plan.responsible).toBeNull();
    expect(codesOf(plan)).toEqual(['lost-twice']);
  });

  it('the owner may pursue them all the same, with a reason [2.5]', () => {
    const plan = proposed({ status: STATUS.lostTwice, override: 'Our oldest client' });
    expect(plan.playbook?.id).toBe('late-delivery');
    expect(why(plan, 'override')?.params).toEqual({ why: 'Our oldest client' });
  });
});

describe('the chain', () => {
  it.each(STARTING_REASONS.filter(({ id }) => id !== 'closed').map(({ id }) => id))(
    'is that of the true reason: %s [5.1]',
    (reason) => {
      const plan = proposed({ reason });
      expect(plan.playbook?.id).toBe(reason);
      expect(why(plan, 'by-reason')?.params).toEqual({ reason });
    },
  );

  it('is that of the reason which the owner put in other words, however often, or merged into one of theirs [5.1]', () => {
    const reasons = catalogue([
      ownReason('late-delivery', { retired: true, mergedInto: 'slow' }),
      ownReason('slow', { replaces: 'late-delivery', retired: true, mergedInto: 'too-slow' }),
      ownReason('too-slow', { type: 'service', replaces: 'slow' }),
      ownReason('dear', { type: 'service' }),
      ownReason('price', { retired: true, mergedInto: 'dear' }),
      ownReason('closed', { retired: true }),
      ownReason('over', { replaces: 'closed' }),
    ]);
    for (const [reason, chain] of [
      ['too-slow', 'late-delivery'],
      ['dear', 'price'],
    ] as const) {
      const plan = proposed({ reason, reasons });
      expect(plan.playbook?.id).toBe(chain);
      expect(why(plan, 'by-reason')?.params).toEqual({ reason });
    }
    expect(codesOf(proposed({ reason: 'over', reasons }))).toEqual(['ended']);
  });

  it('begins with finding out where no reason is known [4.1]', () => {
    const plan = proposed({ reason: null });
    expect(plan.playbook?.id).toBe('find-out');
    expect(plan.steps[0]?.template).toBe('ask-why');
    expect(codesOf(plan)).toContain('ask-first');
  });

  it('is the owner’s own where one was made for the reason [5.1]', () => {
    const own = anEntry('playbook', {
      id: 'own',
      name: 'Mine',
      reasons: ['late-delivery'],
      when: '',
      expect: '',
      steps: [aStep()],
      retired: false,
    });
    const plan = proposed({ chains: playbooksOf([own]) });
    expect(plan.playbook?.id).toBe('own');
    expect(codesOf(plan)).toContain('own-playbook');
    expect(plan.steps[0]?.offer?.sort).toBe('gift');
    expect(codesOf(plan)).toContain('with-something');
  });

  it('is the one the owner chose', () => {
    expect(proposed({ playbook: 'keep-in-touch' }).playbook?.id).toBe('keep-in-touch');
  });

  it('mends the cause first where it was our doing, and only there [5.6]', () => {
    expect(codesOf(proposed())).toContain('mend-first');
    expect(codesOf(proposed({ reason: 'moved' }))).not.toContain('mend-first');
  });

  it('is more than one try, and says so [5.2]', () => {
    const plan = proposed();
    expect(chase(plan).length).toBeGreaterThan(1);
    expect(why(plan, 'several-tries')?.params).toEqual({ steps: chase(plan).length });
  });

  it('has somebody for every step [5.2]', () => {
    const plan = proposed();
    expect(plan.responsible).toBe('ben');
    expect(plan.steps.every(({ who }) => who === 'ben')).toBe(true);
  });

  it('heeds what the client asked for [5.10]', () => {
    expect(why(proposed({ wish: 'Call before you come' }), 'wish')?.params).toEqual({
      wish: 'Call before you come',
    });
    expect(codesOf(proposed({ wish: ' ' }))).not.toContain('wish');
  });

  it('ends with aftercare [5.11]', () => {
    const plan = proposed();
    expect(plan.steps.slice(chase(plan).length).map(({ template }) => template)).toEqual([
      'after-order',
      'after-opinion',
      'after-word',
      'after-testimonial',
    ]);
    expect(codesOf(plan)).toContain('aftercare');
  });
});

describe('who does it', () => {
  it('is never who lost the client [5.3]', () => {
    const plan = proposed();
    expect(plan.responsible).toBe('ben');
    expect(why(plan, 'not-who-lost')?.params).toEqual({ person: 'mia' });
    expect(why(plan, 'who-knows')?.params).toEqual({ person: 'ben' });
  });

  it('is the head where nobody else is left [5.3]', () => {
    const plan = proposed({ employees: [{ id: 'mia', name: 'Mia', soldAs: 'Mia', leftOn: null }] });
    expect(plan.responsible).toBeNull();
    expect(codesOf(plan)).toEqual(expect.arrayContaining(['head', 'not-who-lost']));
  });

  it('is whom the client likes, unless that one lost them [5.10]', () => {
    expect(proposed({ wishes: { likes: 'cleo' } }).responsible).toBe('cleo');
    expect(proposed({ wishes: { likes: 'mia' } }).responsible).toBe('ben');
  });

  it.each([{ human: true }, { severity: 4 }, { severity: 5 }] as const)(
    'is the head in person after %o [4.9]',
    (facts) => {
      const plan = proposed(facts);
      expect(plan.responsible).toBeNull();
      expect(codesOf(plan)).toContain('head-serious');
    },
  );
});

describe('the way', () => {
  const first = (facts: Parameters<typeof proposed>[0]) => proposed(facts).steps[0]?.channel;

  it('is a call soon after the loss [5.4]', () => {
    expect(first({})).toBe('call');
    expect(why(proposed(), 'call-soon')?.params).toEqual({ weeks: 3 });
  });

  it('is a letter by hand after a long time [5.4]', () => {
    expect(first(LONG_AGO)).toBe('letter');
    expect(why(proposed(LONG_AGO), 'letter-late')?.params).toEqual({ months: 14 });
  });

  it('is a visit to the best clients after a long time [5.4]', () => {
    const plan = proposed({ ...LONG_AGO, ...BEST });
    expect(plan.steps[0]?.channel).toBe('visit');
    expect(why(plan, 'visit-late')?.params).toEqual({ months: 14 });
  });

  it('is the more personal the dearer the client: a visit, a call, a message [3.5], [3.8]', () => {
    expect(first(BEST)).toBe('visit');
    expect(codesOf(proposed(BEST))).toContain('best-in-person');
    expect(first({ ...LOWER, severity: null })).toBe('email');
    expect(first({ ...LOWER, severity: 2, email: '' })).toBe('sms');
    expect(codesOf(proposed({ ...LOWER, severity: 1 }))).toContain('small-by-message');
    expect(first({ ...LOWER, severity: 3 })).toBe('call');
  });

  it('is in person where it is hard to forgive, whatever the client is worth [4.9]', () => {
    expect(first({ ...LOWER, human: true })).toBe('visit');
    expect(codesOf(proposed({ ...LOWER, human: true }))).toContain('in-person');
  });

  it('stays a visit or a letter where the remedy is one [4.13]', () => {
    expect(first({ ...LOWER, reason: 'rudeness' })).toBe('visit');
    expect(first({ ...LOWER, reason: 'changed-image' })).toBe('letter');
  });

  it.each(CHANNELS.filter((channel) => !['letter', 'visit', 'gift', 'event', 'other'].includes(channel)))(
    'is what the card says wherever one talks or writes, but for trying once more: %s [5.10]',
    (preferred) => {
      const plan = proposed({ ...BEST, wishes: { preferred } });
      const ways = chase(plan).filter(
        ({ template }) => template !== 'priority-coupon' && template !== 'second-try',
      );
      expect(ways.map(({ channel }) => channel)).toEqual(ways.map(() => preferred));
      expect(plan.because.filter(({ code }) => code === 'preferred')).toHaveLength(1);
    },
  );

  it('by hand is for the first try only, where the card says so [5.10]', () => {
    const plan = proposed({ wishes: { preferred: 'letter' } });
    expect(chase(plan).map(({ channel }) => channel)).toEqual(['letter', 'letter', 'call', 'email']);
  });

  it('gives way to one for which a number or an address is known', () => {
    expect(first({ phone: '' })).toBe('email');
    expect(first({ phone: '', email: '' })).toBe('letter');
    expect(why(proposed({ phone: '' }), 'unreachable')?.params).toEqual({
      channel: 'call',
      instead: 'email',
    });
    const noMail = proposed({ reason: 'doubt-quality', email: '' });
    expect(noMail.steps[0]?.channel).toBe('sms');
    expect(first({ phone: '', wishes: { preferred: 'whatsapp' } })).toBe('email');
  });

  it('asks for the address where it has to be known', () => {
    expect(codesOf(proposed({ wishes: { address: '' } }))).toContain('address-missing');
    expect(codesOf(proposed({ reason: 'outgrown', wishes: { address: '' } }))).not.toContain(
      'address-missing',
    );
  });

  it('takes as much time as such a way usually does', () => {
    expect(proposed({ ...BEST, rank: 1 }).steps[0]?.minutes).toBe(45);
    expect(proposed().steps[0]?.minutes).toBe(10);
  });
});

describe('when it begins', () => {
  it('is at once, as the less time has passed the easier it is [2.6]', () => {
    expect(proposed().steps[0]?.due).toEqual({ kind: 'after', days: 0 });
    expect(codesOf(proposed())).toContain('soon');
    expect(codesOf(proposed(LONG_AGO))).not.toContain('soon');
  });

  it('is after a short pause right after a quarrel [2.6]', () => {
    const quarrel = { reason: 'rudeness', human: true, lastVisit: addDays(TODAY, -5) };
    expect(proposed(quarrel).steps[0]?.due).toEqual({ kind: 'after', days: 7 });
    expect(why(proposed(quarrel), 'pause')?.params).toEqual({ days: 7 });
    expect(codesOf(proposed({ ...quarrel, lastVisit: addDays(TODAY, -14) }))).not.toContain('pause');
  });
});

describe('the offers', () => {
  const offers = (plan: Proposal) => chase(plan).flatMap(({ offer }) => (offer ? [offer] : []));

  it('go with every apology [5.5]', () => {
    for (const { id, group } of STARTING_REASONS) {
      const plan = proposed({ reason: id });
      if (group === 'ours') expect(offers(plan), id).not.toEqual([]);
      if (group === 'ours') expect(codesOf(plan), id).toContain('with-something');
    }
    expect(codesOf(proposed({ reason: 'moved' }))).not.toContain('with-something');
  });

  it('have no deadline [5.5]', () => {
    expect(codesOf(proposed())).toContain('no-deadline');
    expect(codesOf(proposed({ playbook: 'reminders', reason: null }))).toContain('no-deadline');
    expect(codesOf(proposed({ playbook: 'aftercare' }))).not.toContain('no-deadline');
  });

  it.each([
    [60, 10, false],
    [90, 10, true],
    [180, 15, true],
    [400, 20, true],
  ])('after %d days are a discount of %d %%, as the ladder gives [5.7]', (silence, percent, byLadder) => {
    const plan = proposed({ reason: 'broken-promise', human: false, lastVisit: addDays(TODAY, -silence) });
    expect(offers(plan)[0]).toMatchObject({ sort: 'discount', percent, cost: 50 * percent });
    expect(why(plan, 'ladder')?.params).toEqual(byLadder ? { percent, days: silence } : undefined);
  });

  it('are a gift, not a discount, where people hurt them [4.9]', () => {
    const plan = proposed({ reason: 'rudeness', human: true });
    expect(offers(plan)[0]).toMatchObject({ sort: 'gift', cost: 500 });
    expect(codesOf(plan)).toContain('gift-not-discount');
  });

  it('add value instead of arguing about the price [4.13]', () => {
    const plan = proposed({ reason: 'price' });
    expect(offers(plan)[0]?.sort).toBe('upgrade');
    expect(offers(plan).some(({ sort }) => sort === 'discount')).toBe(false);
    expect(codesOf(plan)).toContain('value-not-discount');
  });

  it('are a free check where somebody cheaper does it [4.13]', () => {
    expect(codesOf(proposed({ reason: 'cheaper-rival' }))).toContain('free-check');
  });

  it('let them off a part of the debt where money is short [4.13]', () => {
    const plan = proposed({ reason: 'money-trouble', debt: 100_000 });
    expect(offers(plan)[0]).toMatchObject({ sort: 'debt', percent: 10, cost: 10_000 });
    expect(codesOf(plan)).toContain('off-debt');
  });

  it('say what must be gained to pay for them [5.13], [3.8]', () => {
    const plan = proposed({ reason: 'rudeness', human: true });
    expect(why(plan, 'pays')?.params).toEqual({ percent: 2, cents: 500 });
    expect(codesOf(proposed({ reason: 'rudeness', yearlyValue: 50_000, margin: 0 }))).toContain('pays-not');
  });

  it('count the staff’s time where an hour has a price', () => {
    const { because } = proposed({ reason: 'nothing-new', hourCost: 6_000 });
    const pays = because.find(({ code }) => code === 'pays');
    expect(pays?.params.cents).toBe(5_000);
  });
});

describe('the ladder as a chain [5.7]', () => {
  const rungs = (silence: number) =>
    chase(proposed({ playbook: 'ladder', lastVisit: addDays(TODAY, -silence) })).map(({ offer, due }) => [
      offer?.percent,
      due.kind === 'on' ? due.day - TODAY : due.days,
    ]);

  it('waits for the rung that is next, and leaves out those that are past', () => {
    expect(rungs(30)).toEqual([
      [10, 60],
      [15, 150],
      [20, 330],
    ]);
    expect(rungs(100)).toEqual([
      [10, 0],
      [15, 80],
      [20, 260],
    ]);
    expect(rungs(200)).toEqual([
      [15, 0],
      [20, 160],
    ]);
    expect(rungs(900)).toEqual([[20, 0]]);
  });
});

describe('keeping in touch', () => {
  it('goes on after the last try with the upper half by value [5.9]', () => {
    const last = (facts: Parameters<typeof proposed>[0]) => chase(proposed(facts)).at(-1)?.template;
    expect(last({})).toBe('keep-story');
    expect(last(LOWER)).toBe('second-try');
    expect(last({ wishes: { tastes: 'Peonies' } })).toBe('taste-gift');
    expect(why(proposed({ wishes: { tastes: 'Peonies' } }), 'gift-by-taste')?.params).toEqual({
      tastes: 'Peonies',
    });
  });

  it('is not added to a chain that keeps in touch anyway', () => {
    expect(codesOf(proposed({ reason: 'moved' }))).not.toContain('keep-in-touch');
  });

  it('wishes a happy birthday on the day, and what follows keeps its day [5.10]', () => {
    const plan = proposed({ wishes: { birthday: { month: 11, date: 28 } } });
    expect(why(plan, 'birthday')?.params).toEqual({ days: 5 });
    expect(
      chase(plan).map(({ template, due }) => [template, due.kind === 'on' ? due.day : due.days]),
    ).toEqual([
      ['apology', 0],
      ['priority-coupon', 3],
      ['birthday', TODAY + 5],
      ['second-try', 12],
      ['keep-story', 60],
    ]);
    expect(codesOf(proposed({ wishes: { birthday: { month: 2, date: 1 } } }))).not.toContain('birthday');
  });

  it('finds the next birthday over the turn of the year, and in years without a 29 February', () => {
    expect(daysToBirthday({ month: 1, date: 2 }, parseIsoDay('2026-12-30'))).toBe(3);
    expect(daysToBirthday({ month: 2, date: 29 }, parseIsoDay('2027-02-27'))).toBe(1);
    expect(daysToBirthday({ month: 11, date: 23 }, TODAY)).toBe(0);
    expect(daysToBirthday({ month: 13, date: 1 }, TODAY)).toBeNaN();
  });
});

it('a client is of the first fifth by value, of the upper half or the rest; one alone is of the first', () => {
  expect([1, 40, 41, 100, 101].map((rank) => valueClass(rank, 200))).toEqual([
    'best',
    'best',
    'upper',
    'upper',
    'lower',
  ]);
  expect(valueClass(1, 1)).toBe('best');
});

it('whatever is known, nobody is contacted against their will, never by who lost them, and every step has an id of its own', () => {
  const facts = fc.record({
    doNotContact: fc.boolean(),
    status: fc.constantFrom(STATUS.lost, STATUS.lostTwice, STATUS.sleeping),
    reason: fc.constantFrom(null, ...STARTING_REASONS.map(({ id }) => id)),
    severity: fc.constantFrom(null, 1, 2, 3, 4, 5),
    human: fc.boolean(),
    rank: fc.integer({ min: 1, max: 200 }),
    phone: fc.constantFrom('', '0470 12 34 56'),
    email: fc.constantFrom('', 'a@b.org'),
    lostBy: fc.constantFrom(null, 'mia', 'ben', 'cleo'),
    yearlyValue: fc.integer({ min: 0, max: 1_000_000 }),
    lastVisit: fc.integer({ min: 1, max: 2_000 }).map((days) => addDays(TODAY, -days)),
    wishes: fc.record({
      preferred: fc.constantFrom(null, ...CHANNELS),
      likes: fc.constantFrom(null, 'mia', 'nobody'),
    }),
  });
  fc.assert(
    fc.property(facts, (drawn) => {
      const plan = proposed(drawn);
      if (drawn.doNotContact) expect(plan.steps).toEqual([]);
      if (drawn.lostBy !== null) expect(plan.responsible).not.toBe(drawn.lostBy);
      if (drawn.status === STATUS.lostTwice) expect(plan.steps.length).toBeLessThanOrEqual(1);
      expect(new Set(plan.steps.map(({ id }) => id)).size).toBe(plan.steps.length);
      expect(plan.steps.some(({ channel }) => channel === 'email' && drawn.email === '')).toBe(false);
      expect(
        plan.steps.some(
          ({ channel }) =>
            ['call', 'sms', 'whatsapp', 'viber', 'telegram'].includes(channel) && drawn.phone === '',
        ),
      ).toBe(false);
      expect(plan.because.length).toBeGreaterThan(0);
      for (const { offer } of plan.steps) expect(offer?.cost ?? 0).toBeGreaterThanOrEqual(0);
    }),
    { seed: 20260201, numRuns: 500 },
  );
});

describe('once more', () => {
  const again = (says: Parameters<typeof proposed>[0]) => {
    const tries = chase(proposed(says));
    const place = tries.findIndex(({ template }) => template === 'second-try');
    return { way: tries[place]?.channel, before: tries.slice(0, place).map(({ channel }) => channel) };
  };

  it('goes another way than before, wherever there is one [5.2]', () => {
    for (const { id } of STARTING_REASONS)
      for (const preferred of [null, ...CHANNELS])
        for (const rank of [1, 60, 180])
          for (const reach of [{}, { email: '' }, { phone: '' }]) {
            const { way, before } = again({ reason: id, rank, wishes: { preferred }, ...reach });
            if (way) expect(before, `${id} ${String(preferred)} ${rank}`).not.toContain(way);
          }
  });

  it('is a call where none was tried, and a written word for whoever likes those', () => {
    expect(again({ reason: 'neglect', ...BEST })).toEqual({ before: ['visit', 'letter'], way: 'call' });
    expect(again({ reason: 'neglect' })).toEqual({ before: ['call', 'letter'], way: 'email' });
    const plan = proposed({ reason: 'neglect', wishes: { preferred: 'email' } });
    expect(chase(plan)[2]?.channel).toBe('sms');
    expect(why(plan, 'another-way')?.params).toEqual({ channel: 'sms', instead: 'email' });
  });

  it('keeps a fresh way that the owner chose, and any where nothing else leads to the client', () => {
    const chains = playbooksOf([
      anEntry('playbook', {
        id: 'neglect',
        name: '',
        reasons: ['neglect'],
        when: '',
        expect: '',
        steps: [
          aStep({ template: 'hand-letter', channel: 'letter' }),
          aStep({ template: 'second-try', channel: 'email' }),
        ],
        retired: false,
      }),
    ]);
    expect(again({ reason: 'neglect', chains }).way).toBe('email');
    const alone = { phone: '', email: '', wishes: { address: '' } };
    expect(again({ reason: 'neglect', ...alone })).toEqual({ before: ['letter', 'letter'], way: 'letter' });
  });
});
