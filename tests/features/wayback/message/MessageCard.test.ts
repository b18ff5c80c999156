import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Letterhead, Outcome, PlanStep } from '../../../../src/domain/notebook/plan';
import { toasts } from '../../../../src/ui/toasts.svelte';
import MessageCard from '../../../../src/features/wayback/message/MessageCard.svelte';
import type { CaseFile } from '../../../../src/workers/reasonsJobs';
import type { CardRecord } from '../../../../src/storage/shopDb';
import type { Input } from '../../../../src/workers/protocol';
import { ANotebook } from '../../../support/aNotebook';
import { aPlan, aStep } from '../../../support/aPlan';
import { aPlanFile } from '../../../support/aPlanFile';
import { aHeadline, aSession, renderIn } from '../../../support/aSession';
import { anEntry } from '../../../support/notebook';

interface Circumstances {
  readonly step?: Partial<PlanStep>;
  readonly of?: Partial<CaseFile>;
  readonly card?: CardRecord;
  readonly letterhead?: Partial<Letterhead>;
}

const open = ({ step: says, of, card, letterhead }: Circumstances = {}) => {
  const step = aStep({ id: 'write', template: 'apology', channel: 'sms', ...says });
  const plan = aPlan({ client: 7, reason: 'late-delivery', steps: [step] });
  const head = anEntry('letterhead', {
    signer: 'Vera',
    phone: '',
    country: 'BE',
    tone: 'friendly',
    ...letterhead,
    id: 'letterhead',
  });
  const notebook = new ANotebook([plan, head]);
  const { session, asked } = aSession({ answers: { ...notebook.answers, saveCard: aHeadline() } });
  const onsent = vi.fn<(outcome: Outcome) => void>();
  const file = aPlanFile({ of: { phone: '0470 12 34 56', ...of }, plans: [plan], ...(card ? { card } : {}) });
  renderIn(session, MessageCard, { file, plan, step, onsent });
  return {
    onsent,
    kept: (): PlanStep => notebook.get('plan')[0]!.steps[0]!,
    cards: () =>
      asked.filter(({ name }) => name === 'saveCard').map(({ input }) => (input as Input<'saveCard'>).card),
  };
};

/** Another way is looked at first, and taken by a button of its own. */
const take = async (way: string) => {
  await userEvent.selectOptions(await field('How'), way);
  await userEvent.click(screen.getByRole('button', { name: 'Use this channel for the step' }));
};

const field = (name: string) => screen.findByLabelText<HTMLTextAreaElement>(name, { exact: true });
/** The number with its country is read a moment after the page stands. */
const leadsTo = (name: string, address: string | RegExp) =>
  waitFor(() =>
    expect(screen.getByRole('link', { name })).toHaveAttribute(
      'href',
      typeof address === 'string' ? address : expect.stringMatching(address),
    ),
  );

describe('a message', () => {
  it('is written for this client: their name, the regret, who signs, and a way to say no', async () => {
    open();
    const text = (await field('Text')).value;
    expect(text).toMatch(/^Hello Anna! This is Vera from Corner Flowers\./);
    expect(text).toContain('apology');
    expect(text).toContain('Reply STOP');
    expect(screen.getByText(/^Boomerang sends nothing by itself/)).toBeVisible();
    expect(screen.getByText(/SMS.*left/)).toBeVisible();
  });

  it('says what has been changed once the owner has, and keeps that with the step', async () => {
    const { kept } = open();
    await userEvent.type(await field('What you have changed since'), 'we deliver by appointment');
    expect((await field('Text')).value).toContain('we deliver by appointment');
    await waitFor(() => expect(kept().message).toContain('we deliver by appointment'));
  });

  it('changes with the tone until the owner writes, and is theirs from then on', async () => {
    const { kept } = open();
    await userEvent.click(await screen.findByRole('radio', { name: 'Formal' }));
    expect((await field('Text')).value).toContain('Anna Berg');
    await userEvent.clear(await field('Text'));
    await userEvent.type(await field('Text'), 'My own words');
    expect(screen.queryByRole('radio', { name: 'Formal' })).not.toBeInTheDocument();
    expect(screen.getByText(/no way to say “do not write to me”/)).toBeVisible();
    await waitFor(() => expect(kept().message).toBe('My own words'));
    await userEvent.click(screen.getByRole('button', { name: 'Add that sentence' }));
    expect((await field('Text')).value).toBe('My own words Reply STOP and we will not write again.');
    await userEvent.click(screen.getByRole('button', { name: 'Back to the suggested text' }));
    expect((await field('Text')).value).toContain('Anna Berg');
    await waitFor(() => expect(kept().message).toBe(''));
  });

  it('puts the fields in before it goes out, and says which it does not know', async () => {
    open({ step: { message: 'Hello {firstName}, {discount}!' } });
    expect((await field('Text')).value).toBe('Hello Anna, {discount}!');
    expect(screen.getByText(/\{discount\}/, { selector: 'p' })).toBeVisible();
  });

  it('goes out only by the person’s own app; what came of it is asked, and what was sent is kept', async () => {
    const { onsent, kept } = open();
    const link = await screen.findByRole('link', { name: 'Open SMS' });
    link.addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(link);
    expect(onsent).not.toHaveBeenCalled();
    await waitFor(() => expect(kept().message).toMatch(/^Hello Anna!/));
    const asked = within(screen.getByRole('group', { name: 'What came of it?' }));
    await userEvent.click(asked.getByRole('button', { name: 'Sent, no answer yet' }));
    expect(onsent).toHaveBeenCalledExactlyOnceWith('done');
  });

  it('is personal: what was bought last, and what the client asked for or likes', async () => {
    const card = { client: 7, wishes: 'no lilies in the shop', tastes: 'white peonies' };
    open({ step: { template: 'care', channel: 'letter' }, card });
    expect((await field('Text')).value).toContain('I remember what you asked for: no lilies in the shop.');
    expect((await field('Text')).value).toMatch(/you chose|and chose/);
  });

  it('greets a firm as one, by its name or by the segment of the file', async () => {
    open({ step: { channel: 'letter' }, of: { name: 'Bella Napoli', segment: 'Restaurant' } });
    expect((await field('Text')).value).toMatch(/^Good day, Bella Napoli,\n/);
  });

  it('shows what the card says must be heeded', async () => {
    open({ card: { client: 7, hours: 'after six', annoys: 'long letters' } });
    expect(await screen.findByText('after six')).toBeVisible();
    expect(screen.getByText('long letters')).toBeVisible();
  });
});

describe('another way to say it', () => {
  it('is only looked at: the step stays, nothing is kept, and nothing can be sent by it', async () => {
    const { kept } = open({ step: { minutes: 3 } });
    const before = (await field('Text')).value;
    await userEvent.selectOptions(await field('How'), 'Letter by hand');
    const shown = await field('Text');
    expect(shown.value).toContain('Warm regards');
    expect(shown).toHaveAttribute('readonly');
    expect(
      screen.getByText(/^This is how it would be by “Letter by hand”\. The step stays with “SMS”/),
    ).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Ways to send it' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Formal' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Friendly' }));
    await userEvent.click(screen.getByRole('button', { name: 'Back to “SMS”' }));
    expect((await field('Text')).value).toBe(before);
    expect(await screen.findByRole('group', { name: 'Ways to send it' })).toBeVisible();
    expect(kept()).toMatchObject({ channel: 'sms', minutes: 3 });
  });

  it('becomes the step’s by a button of its own, with its minutes, and can be undone', async () => {
    const { kept } = open({ step: { minutes: 3 } });
    await take('Call');
    await waitFor(() => expect(kept()).toMatchObject({ channel: 'call', minutes: 10, message: '' }));
    expect(await field('What to say')).not.toHaveAttribute('readonly');
    const { action } = toasts.shown.at(-1)!;
    expect(action?.label).toBe('Undo');
    action!.run();
    await waitFor(() => expect(kept()).toMatchObject({ channel: 'sms', minutes: 3, message: '' }));
  });

  it('never puts words made for it into the step', async () => {
    const { kept } = open({ step: { message: 'Mine' } });
    await userEvent.selectOptions(await field('How'), 'E-mail');
    expect((await field('Text')).value).toBe('Mine');
    await take('E-mail');
    await waitFor(() => expect(kept()).toMatchObject({ channel: 'email', message: 'Mine' }));
  });
});

describe('the subject of a mail', () => {
  it('is kept with the step when the owner writes it, and drawn from the suggestion again on request', async () => {
    const { kept } = open({ step: { channel: 'email' } });
    expect((await field('Subject')).value).toBe('We owe you an apology');
    expect(kept().subject).toBeUndefined();
    await userEvent.clear(await field('Subject'));
    await userEvent.type(await field('Subject'), 'Your tulips, Anna');
    await waitFor(() => expect(kept().subject).toBe('Your tulips, Anna'));
    await userEvent.click(screen.getByRole('button', { name: 'Back to the suggested text' }));
    expect((await field('Subject')).value).toBe('We owe you an apology');
    await waitFor(() => expect(kept().subject).toBeUndefined());
  });

  it('stands as it was written when the message is opened again, with the client’s fields', async () => {
    open({ step: { channel: 'email', subject: 'A word to {firstName}' } });
    expect((await field('Subject')).value).toBe('A word to Anna');
    await leadsTo('Open E-mail', /subject=A%20word%20to%20Anna/);
  });
});

describe('the ways to send it', () => {
  it.each([
    ['0470 12 34 56', 'BE', '32470123456'],
    ['06 12 34 56 78', 'FR', '33612345678'],
    ['06-12345678', 'NL', '31612345678'],
    ['0721 234 567', 'RO', '40721234567'],
    ['8 (912) 345-67-89', 'RU', '79123456789'],
  ])('lead to %s in %s', async (phone, country, digits) => {
    open({ step: { message: 'Hi\nthere & back' }, of: { phone }, letterhead: { country } });
    await leadsTo('Open SMS', `sms:+${digits}?&body=Hi%0Athere%20%26%20back`);
    await take('WhatsApp');
    await leadsTo('Open WhatsApp', `https://wa.me/${digits}?text=Hi%0Athere%20%26%20back`);
    await take('Telegram');
    await leadsTo('Open Telegram', `https://t.me/+${digits}?text=Hi%0Athere%20%26%20back`);
    await take('Viber');
    await leadsTo('Open Viber', `viber://chat?number=%2B${digits}`);
    await take('Call');
    await leadsTo(`Call +${digits}`, `tel:+${digits}`);
    await take('E-mail');
    await leadsTo('Open E-mail', /^mailto:anna@example\.org\?subject=.*&body=Hi%0D%0Athere%20%26%20back$/);
  });

  it('include a letter on paper', async () => {
    open({ step: { channel: 'letter' } });
    await leadsTo('Print it or write it by hand', /^#\/way-back\/letters\/plan-\d+\?step=write$/);
  });

  it('say what is missing, and where to write it', async () => {
    open({ step: { channel: 'whatsapp' }, letterhead: { country: '' } });
    expect(await screen.findByText(/^Messengers need the number with its country/)).toBeVisible();
    await take('SMS');
    await leadsTo('Open SMS', /^sms:0470123456\?/);
  });

  it('are none for a client without number or address', async () => {
    open({ of: { phone: '', email: '' } });
    expect(await screen.findByText(/^No phone number is known\./)).toBeVisible();
    await take('E-mail');
    expect(await screen.findByText(/^No e-mail address is known\./)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy the text' })).toBeVisible();
  });
});

describe('a client who wants to be left alone', () => {
  it('is marked so from here, with the rest of the card kept', async () => {
    const { cards } = open({ card: { client: 7, tastes: 'peonies' } });
    await userEvent.click(await screen.findByRole('button', { name: 'They do not want to be written to' }));
    await userEvent.click(screen.getByRole('button', { name: 'Leave them alone' }));
    await waitFor(() => expect(cards()).toEqual([{ client: 7, tastes: 'peonies', doNotContact: true }]));
  });

  it('is written no message', () => {
    open({ of: { doNotContact: true } });
    expect(screen.getByText(/asked to be left alone/)).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
