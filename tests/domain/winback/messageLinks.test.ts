import { describe, expect, it } from 'vitest';
import { CHANNELS, type Channel } from '../../../src/domain/notebook/plan';
import {
  mailLink,
  messageLink,
  phoneLink,
  smsLink,
  type Addressee,
} from '../../../src/domain/winback/messageLinks';
import { international } from '../../../src/domain/winback/phone';

const anna: Addressee = { phone: '+32470123456', email: 'anna@example.org', doNotContact: false };
const said = { subject: 'Sorry & more', body: 'Dear Anna,\n50 % off? Été 🌷' };
const to = (channel: Channel, who: Addressee = anna, what = said) => messageLink(channel, who, what);

/** Numbers as shops write them, the country they belong to, and how the world dials them. */
const NUMBERS = [
  ['0470 12 34 56', 'BE', '+32470123456'],
  ['+32 (0)470/12.34.56', '', '+32470123456'],
  ['06 12 34 56 78', 'FR', '+33612345678'],
  ['0033 6 12 34 56 78', '', '+33612345678'],
  ['06-12345678', 'NL', '+31612345678'],
  ['+31 6 1234 5678', 'BE', '+31612345678'],
  ['0721 234 567', 'RO', '+40721234567'],
  ['+40 721 234 567', '', '+40721234567'],
  ['8 (912) 345-67-89', 'RU', '+79123456789'],
  ['+7 912 345-67-89', '', '+79123456789'],
] as const;

describe('links for the numbers of five countries', () => {
  it.each(NUMBERS)('%s (%s) becomes %s in every app', async (written, country, dialled) => {
    const phone = await international(written, country);
    expect(phone).toBe(dialled);
    const who = { ...anna, phone };
    const bare = { subject: '', body: '' };
    expect(to('call', who, bare)?.href).toBe(`tel:${dialled}`);
    expect(to('sms', who, bare)?.href).toBe(`sms:${dialled}`);
    expect(to('whatsapp', who, bare)?.href).toBe(`https://wa.me/${dialled.slice(1)}`);
    expect(to('telegram', who, bare)?.href).toBe(`https://t.me/${dialled}`);
    expect(to('viber', who, bare)?.href).toBe(`viber://chat?number=%2B${dialled.slice(1)}`);
  });
});

describe('the text in a link', () => {
  const textIn = (href: string, name: string) => new URLSearchParams(href.slice(href.indexOf('?'))).get(name);

  it('arrives letter by letter, with the line ends that each app wants', () => {
    expect(textIn(to('whatsapp')!.href, 'text')).toBe(said.body);
    expect(textIn(to('telegram')!.href, 'text')).toBe(said.body);
    expect(textIn(to('sms')!.href, 'body')).toBe(said.body);
    const mail = to('email')!.href;
    expect(mail).toContain('Anna%2C%0D%0A50%20%25%20off%3F');
    expect(textIn(mail, 'subject')).toBe(said.subject);
    expect(mail).not.toContain('+');
  });

  it('does not travel where the app takes none, or where it would be too long', () => {
    expect(to('call')?.withText).toBe(false);
    expect(to('viber')?.withText).toBe(false);
    expect(to('sms')?.withText).toBe(true);
    const long = to('whatsapp', anna, { subject: '', body: 'ж'.repeat(400) });
    expect(long).toEqual({ href: 'https://wa.me/32470123456', withText: false });
  });
});

describe('no link', () => {
  it('leads to somebody who asked to be left alone', () => {
    const alone = { ...anna, written: '0470 12 34 56', doNotContact: true };
    expect(CHANNELS.map((channel) => to(channel, alone))).toEqual(CHANNELS.map(() => null));
  });

  it('is made from what is no number, no address, or by hand', () => {
    expect(to('whatsapp', { ...anna, phone: null, written: '0470 12 34 56' })).toBeNull();
    expect(to('whatsapp', { ...anna, phone: '0470' })).toBeNull();
    expect(to('email', { ...anna, email: 'a@b.org,c@d.org' })).toBeNull();
    for (const channel of ['letter', 'visit', 'gift', 'event', 'other'] as const)
      expect(to(channel)).toBeNull();
  });
});

describe('a number whose country is not known', () => {
  it('is enough to call and for a short message', () => {
    const near = { ...anna, phone: null, written: '0470 12 34 56' };
    expect(to('call', near)?.href).toBe('tel:0470123456');
    expect(to('sms', near, { subject: '', body: 'Hi' })?.href).toBe('sms:0470123456?&body=Hi');
    expect(to('call', { ...near, written: 'ask her husband' })).toBeNull();
  });
});

describe('links to call and write', () => {
  it('dial the digits and the plus', () => {
    expect(phoneLink('+49 (0)151 / 23-45')).toBe('tel:+491512345');
    expect(phoneLink('0151 / 23-45')).toBe('tel:01512345');
    expect(smsLink('(02) 345 67 89')).toBe('sms:023456789');
    expect(phoneLink('ask her husband')).toBeUndefined();
    expect(phoneLink('')).toBeUndefined();
  });

  it('dial the first of several numbers, and never a code', () => {
    expect(phoneLink('0470 12 34 56 / 02 345 67 89')).toBe('tel:0470123456');
    expect(phoneLink('0470123456, 023456789')).toBe('tel:0470123456');
    expect(phoneLink('**21*0900123456#')).toBeUndefined();
  });

  it('write only to what is an address, and cannot smuggle in more than that', () => {
    expect(mailLink(' anna@example.org ')).toBe('mailto:anna@example.org');
    expect(mailLink('a@b.org?cc=other')).toBeUndefined();
    expect(mailLink('none')).toBeUndefined();
  });
});
