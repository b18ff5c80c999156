import { describe, expect, it } from 'vitest';
import { cardOf, fieldsOf, mistakesIn } from '../../../src/features/clients/card';
import { aClient } from '../../support/aClient';

const known = aClient([['2026-01-05', 20]], {
  asOf: '2026-02-01',
  facts: { phone: '+49 151 2345', email: 'anna@example.org' },
});

describe('a client’s card', () => {
  it('keeps nothing that was not touched, so that later imports may still tell it', () => {
    expect(cardOf(known, fieldsOf(known))).toEqual({ client: 7 });
  });

  it('keeps what was changed, without blanks around it', () => {
    const card = cardOf(known, {
      ...fieldsOf(known),
      phone: ' 0151 999 ',
      note: ' likes peonies ',
      interval: '365',
    });
    expect(card).toEqual({ client: 7, phone: '0151 999', note: 'likes peonies', interval: 365 });
  });

  it('keeps an emptied phone as empty, but lets an emptied name fall back to the imported one', () => {
    const renamed = aClient([['2026-01-05', 20]], {
      asOf: '2026-02-01',
      card: { name: 'Anna B.' },
      facts: { phone: '123' },
    });
    expect(cardOf(renamed, { ...fieldsOf(renamed), name: '', phone: '' })).toEqual({ client: 7, phone: '' });
  });

  it('leaves earlier changes as they are', () => {
    const card = { name: 'Anna B.', phone: '123', address: 'Main Street 1', interval: 30 };
    const written = aClient([['2026-01-05', 20]], {
      asOf: '2026-02-01',
      card,
      facts: { name: 'Anna B.', phone: '123' },
    });
    expect(cardOf(written, fieldsOf(written))).toEqual({ client: 7, ...card });
  });

  it('keeps that somebody wants to be left alone, and nothing once they no longer do', () => {
    const card = cardOf(known, { ...fieldsOf(known), doNotContact: true });
    expect(card).toEqual({ client: 7, doNotContact: true });
    const alone = aClient([['2026-01-05', 20]], { asOf: '2026-02-01', card });
    expect(fieldsOf(alone).doNotContact).toBe(true);
    expect(cardOf(alone, { ...fieldsOf(alone), doNotContact: false })).toEqual({ client: 7 });
  });

  it('takes only whole days up to two years and addresses with an @', () => {
    const fields = fieldsOf(known);
    expect(mistakesIn(fields)).toEqual({});
    for (const interval of ['0', '731', '-3', '2.5', 'monthly']) {
      expect(mistakesIn({ ...fields, interval })).toEqual({ interval: 'client.form.interval.wrong' });
    }
    expect(mistakesIn({ ...fields, interval: ' 730 ' })).toEqual({});
    expect(mistakesIn({ ...fields, email: 'anna at home' })).toEqual({ email: 'client.form.email.wrong' });
  });
});
