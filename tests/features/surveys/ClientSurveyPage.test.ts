import { cleanup, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../src/domain/notebook/notebook';
import type { ReasonEntry } from '../../../src/domain/notebook/reason';
import { parseForm } from '../../../src/domain/surveys/formText';
import ClientSurveyPage from '../../../src/features/surveys/ClientSurveyPage.svelte';
import { today } from '../../../src/reactive/today';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import type { ClientDetail } from '../../../src/workers/protocol';
import { aClient, everyDays } from '../../support/aClient';
import { aSession, renderIn } from '../../support/aSession';
import { aForm, anInvitation } from '../../support/aSurvey';
import { hostileTexts } from '../../support/hostileTexts';
import { kept } from './kept';

const log = everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const);
const facts = { phone: '+49 151 2345', email: 'anna@example.org' };
const lost = aClient(log, { asOf: '2026-05-23', facts });
const loyal = aClient(log, { asOf: '2026-02-20', facts });

const open = (client: ClientDetail | null, entries: readonly Entry[] = []) => {
  const notebook = kept(entries);
  const { session } = aSession({ answers: { client, ...notebook.answers } });
  renderIn(session, ClientSurveyPage, { params: { id: '7' } });
  return notebook;
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const chosen = async (name: string) => expect(await screen.findByRole('radio', { name })).toBeChecked();

beforeEach(() => {
  location.hash = '#/clients/7/survey';
});
afterEach(() => {
  for (const { code } of troubles.present) forget(code);
  vi.unstubAllGlobals();
});

describe('asking one client', () => {
  it('proposes the questions that fit: why they left to a lost client', async () => {
    open(lost);
    expect(await screen.findByRole('heading', { level: 1, name: 'Ask Anna Berg' })).toBeVisible();
    await chosen('Why did you leave?');
  });

  it('proposes satisfaction to a client who still buys, and lets the owner choose otherwise', async () => {
    open(loyal);
    await chosen('How satisfied are you?');
    await userEvent.click(screen.getByRole('radio', { name: 'Why did you leave?' }));
    await press(/On the phone now/);
    expect(screen.getByText(/No excuses first/)).toBeVisible();
  });

  it('refuses plainly where the client wants to be left alone', async () => {
    open({ ...lost, card: { client: 7, doNotContact: true } });
    expect(await screen.findByText('Please do not ask')).toBeVisible();
    expect(screen.queryByRole('button', { name: /On the phone|Send a link/ })).toBeNull();
    expect(screen.queryByRole('link', { name: /Call/ })).toBeNull();
  });

  it('says so when there is no such client', async () => {
    open(null);
    expect(await screen.findByRole('heading', { name: 'This client is not here' })).toBeVisible();
  });
});

describe('on the phone', () => {
  const answerAll = async (why: string) => {
    await press(/On the phone now/);
    expect(screen.getByRole('link', { name: /Call/ })).toHaveAttribute('href', 'tel:+491512345');
    await press('Begin');
    await userEvent.click(await screen.findByRole('textbox', { name: 'Why did you leave?' }));
    await userEvent.paste(why);
    await press('Next');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Somebody was rude' }));
    await press('Next');
    await press('Finish');
  };

  it('saves the answers and the reason in one go, after a look at all of it', async () => {
    const notebook = open(lost);
    await answerAll('Nobody said hello.');
    expect(await screen.findByText('Nobody said hello.')).toBeVisible();
    await press('Save the answers');
    await waitFor(() => expect(notebook.of('response')).toHaveLength(1));
    const [response] = notebook.of('response');
    expect(response).toMatchObject({ survey: 'lost', client: 7, way: 'phone', day: today() });
    expect(notebook.of('statement')).toMatchObject([
      {
        client: 7,
        source: 'client',
        role: 'stated',
        words: 'Nobody said hello.',
        reasons: [{ reason: 'rudeness', weight: 1 }],
        from: response!.id,
      },
    ]);
    expect(await screen.findByRole('heading', { name: /Thank them/ })).toBeVisible();
  });

  it('turns low ratings into complaints', async () => {
    const notebook = open(loyal, [
      {
        kind: 'items',
        id: 'items',
        rev: 1,
        madeAt: 1,
        changedAt: 1,
        items: [
          { id: 'goods', label: null },
          { id: 'own', label: 'Our coffee' },
          { id: 'hours', label: null },
        ],
      },
    ]);
    await press(/On the phone now/);
    await press('Begin');
    await press(/Little/);
    await screen.findByRole('heading', { name: 'Our coffee: how satisfied are you?' });
    await press(/It will do/);
    await press(/Very/);
    await press('Skip');
    await press('Finish');
    await press('Save the answers');
    await waitFor(() => expect(notebook.of('complaint')).toHaveLength(2));
    expect(notebook.of('complaint').map(({ item, origin, client }) => [item, origin, client])).toEqual([
      ['goods', 'open', 7],
      ['own', 'hidden', 7],
    ]);
    expect(await screen.findByText(/2 low ratings became complaints/)).toBeVisible();
  });

  it('goes on where it was left by Back, and begins anew once it was saved', async () => {
    const notebook = open(lost);
    await press(/On the phone now/);
    await press('Begin');
    await userEvent.click(await screen.findByRole('textbox', { name: 'Why did you leave?' }));
    await userEvent.paste('The shop is too far');
    cleanup();
    open(lost, notebook.of('response'));
    await press(/On the phone now/);
    expect(await screen.findByRole('textbox', { name: 'Why did you leave?' })).toHaveValue(
      'The shop is too far',
    );
    await press('Next');
    await press('Skip');
    await press('Finish');
    await press('Save the answers');
    await screen.findByRole('heading', { name: /Thank them/ });
    cleanup();
    open(lost);
    await press(/On the phone now/);
    expect(screen.getByText(/No excuses first/)).toBeVisible();
  });

  it('keeps everything typed when it cannot be saved', async () => {
    const notebook = open(lost);
    notebook.refuse(new Failure('disk-full'));
    await answerAll('Too dear');
    await press('Save the answers');
    await waitFor(() => expect(troubles.present.map(({ code }) => code)).toEqual(['disk-full']));
    expect(screen.getByText('Too dear')).toBeVisible();
    notebook.refuse(undefined);
    await press('Save the answers');
    await waitFor(() => expect(notebook.of('response')).toHaveLength(1));
  });

  it('shows and keeps hostile words as words', async () => {
    for (const text of hostileTexts.slice(0, 3)) {
      const notebook = open(lost);
      await answerAll(text);
      await press('Save the answers');
      await waitFor(() => expect(notebook.of('response')).toHaveLength(1));
      expect(notebook.of('response')[0]!.answers.why).toBe(text);
      cleanup();
    }
  });
});

describe('a link to one client', () => {
  const linkIn = (text: string) => /https?:\S+/.exec(text)![0];
  const box = () =>
    screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The whole message, as it will be sent' });

  it('is saved before it is shown, and shown with the whole message before it is sent', async () => {
    const notebook = open(lost);
    await press(/Send a link/);
    await press('Make the link');
    const text = (await box()).value;
    const [invitation] = notebook.of('invitation');
    expect(invitation).toMatchObject({ client: 7, round: null, taken: [], form: { survey: 'lost' } });
    const parsed = parseForm(new URL(linkIn(text)).hash.split('?f=')[1]!);
    expect(parsed.ok && parsed.value.secret).toBe(invitation!.secret);
    expect(decodeURIComponent(linkIn(text))).not.toMatch(/Anna|Berg|Corner|2345|example\.org/);
    const sms = screen.getByRole('link', { name: 'Text message' }).getAttribute('href')!;
    expect(sms).toBe(`sms:+491512345?&body=${encodeURIComponent(text)}`);
    expect(screen.getByRole('link', { name: 'E-mail' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^mailto:anna@example\.org\?subject=/),
    );
    expect(screen.getByRole('link', { name: 'WhatsApp' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:\/\/wa\.me\/491512345\?text=/),
    );
  });

  it('names the shop in words that can be changed, never in the link', async () => {
    open(lost);
    await press(/Send a link/);
    await press('Make the link');
    const text = (await box()).value;
    expect(text).toMatch(/^Hello from Corner Flowers,\n\nwe have not seen you/);
    expect(text.match(/Corner Flowers/g)).toHaveLength(1);
  });

  it('keeps the owner’s own reasons in the shop, unless ticked, and then goes out in words for clients', async () => {
    const own: ReasonEntry = {
      kind: 'reason',
      id: 'own',
      rev: 1,
      madeAt: 1,
      changedAt: 1,
      group: 'ours',
      type: 'people',
      human: true,
      label: 'Tom is grumpy',
      remedy: null,
      retired: false,
      mergedInto: null,
      replaces: null,
    };
    const notebook = open(lost, [own]);
    await press(/Send a link/);
    expect(await screen.findByText(/no fact of your shop is in it/)).toHaveTextContent(
      /^The link holds the questions and/,
    );
    await press('Make the link');
    await box();
    const [first] = notebook.of('invitation');
    expect(first!.form.reasons.filter(({ label }) => label !== null)).toEqual([]);
    cleanup();

    const again = open(lost, [own]);
    await press(/Send a link/);
    await userEvent.click(await screen.findByText(/Your own reasons stay in the shop/));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Tom is grumpy' }));
    const words = screen.getByRole('textbox', { name: /as the client reads it/ });
    await userEvent.clear(words);
    await userEvent.type(words, 'Somebody was unfriendly');
    expect(screen.getByText(/one line of them in your own words/)).toBeVisible();
    await press('Make the link');
    await box();
    expect(again.of('invitation')[0]!.form.reasons.filter(({ label }) => label !== null)).toEqual([
      { id: 'own', label: 'Somebody was unfriendly' },
    ]);
  });

  it('sends the words as the owner changed them, and never without the link', async () => {
    open(lost);
    await press(/Send a link/);
    await press('Make the link');
    await userEvent.clear(await box());
    await userEvent.type(await box(), 'Dear Anna');
    expect(await screen.findByText('The link is no longer in the message.')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Text message' })).toBeNull();
    await press('Put the link back');
    const text = (await box()).value;
    expect(text).toMatch(/^Dear Anna\n\nhttp/);
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press('Copy');
    expect(copy).toHaveBeenCalledWith(text);
  });

  it('is used again while it is young and not answered', async () => {
    const day = today();
    const sent = anInvitation({ client: 7, day, form: aForm({ survey: 'lost', items: [] }) });
    const notebook = open(lost, [sent]);
    expect(await screen.findByText(/is not answered yet/)).toBeVisible();
    await press(/Send a link/);
    expect(linkIn((await box()).value)).toContain('#/answer?f=1len.');
    expect(notebook.of('invitation')).toHaveLength(1);
  });

  it('comes as a square for a client who stands at the counter', async () => {
    open(lost);
    await press(/Show a square code/);
    await press('Make the link');
    expect(await screen.findByRole('img', { name: /Square code/ })).toBeVisible();
  });

  it('comes as a sheet to print, with the number by which it is typed in later', async () => {
    const notebook = open(loyal);
    await press(/Print a sheet/);
    await press('Make the link');
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await press('Print the sheet');
    expect(print).toHaveBeenCalled();
    const { secret } = notebook.of('invitation')[0]!;
    expect(screen.getByText(`Number ${secret.slice(0, 4)} ${secret.slice(4, 8)}`)).toBeVisible();
    expect(screen.getByText('Our opening hours')).toBeVisible();
  });
});
