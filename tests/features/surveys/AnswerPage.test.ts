import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readCode } from '../../../src/domain/surveys/answerCode';
import { formText } from '../../../src/domain/surveys/formText';
import AnswerPage from '../../../src/features/surveys/AnswerPage.svelte';
import { goTo } from '../../../src/reactive/place';
import { aSession, renderIn } from '../../support/aSession';
import { aForm, anInvitation, SECRET } from '../../support/aSurvey';
import { hostileTexts } from '../../support/hostileTexts';

const lost = aForm({ survey: 'lost', items: [] });

const open = (form = lost, text = formText(form, SECRET, 'en')) => {
  location.hash = `#/answer?f=${text}`;
  const { session, asked } = aSession();
  renderIn(session, AnswerPage, {});
  return { asked };
};

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const message = async () =>
  (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /whole message/ })).value;

beforeEach(() => {
  location.hash = '';
});

describe('the page that opens on a client’s phone', () => {
  it('says first that nothing is sent and nothing kept', () => {
    open();
    expect(screen.getByText(/Nothing is sent by itself/)).toBeVisible();
    expect(screen.getByText(/Nothing you write is kept/)).toBeVisible();
  });

  it('goes from question to question and ends with a code that the shop understands', async () => {
    const { asked } = open();
    await press('Begin');
    expect(await screen.findByRole('heading', { name: 'Why did you leave?' })).toHaveFocus();
    await userEvent.type(screen.getByRole('textbox'), 'Nobody said hello.');
    await press('Next');
    expect(await screen.findByRole('heading', { name: 'What of this fits?' })).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Somebody was rude' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'No parking' }));
    await press('Next');
    expect(await screen.findByRole('heading', { name: 'Which of these weighs most?' })).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'No parking' }));
    await press('Next');
    await userEvent.type(await screen.findByRole('textbox', { name: /come back/ }), 'Say hello');
    await press('Finish');
    expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(screen.getByText('No parking (weighs most)')).toBeVisible();
    const read = await readCode(await message(), [anInvitation({ form: lost })]);
    expect(read.ok && read.value.answers).toEqual({
      ratings: {},
      reasons: [
        { reason: 'rudeness', weight: 1 },
        { reason: 'own-1', weight: 3 },
      ],
      why: 'Nobody said hello.',
      wish: 'Say hello',
    });
    expect(asked).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  it('offers the answer as a square, a message, a mail and a copy', async () => {
    open(aForm({ survey: 'ideas', reasons: [], items: [] }));
    await press('Begin');
    await userEvent.type(await screen.findByRole('textbox'), 'No parking');
    await press('Finish');
    expect(await screen.findByRole('img', { name: /Square code with your answer/ })).toBeVisible();
    const text = encodeURIComponent(await message());
    expect(screen.getByRole('link', { name: 'Text message' })).toHaveAttribute('href', `sms:?&body=${text}`);
    expect(screen.getByRole('link', { name: 'E-mail' })).toHaveAttribute(
      'href',
      expect.stringContaining(text),
    );
    expect(screen.getByRole('link', { name: 'WhatsApp' })).toHaveAttribute(
      'href',
      `https://wa.me/?text=${text}`,
    );
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press('Copy');
    expect(copy).toHaveBeenCalledWith(await message());
  });

  it('rates with one tap, goes back, and keeps what was said', async () => {
    open(aForm({ reasons: [] }));
    await press('Begin');
    await press(/^2\s*Little$/);
    expect(await screen.findByRole('heading', { name: /The choice we offer/ })).toBeVisible();
    await press('Back');
    expect(await screen.findByRole('heading', { name: /Our goods/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /Little/ })).toHaveAttribute('aria-pressed', 'true');
  });

  it('goes back with the browser, too', async () => {
    open(aForm({ reasons: [] }));
    await press('Begin');
    await press(/Very/);
    await screen.findByRole('heading', { name: /The choice we offer/ });
    goTo(location.hash.replace('q=2', 'q=1'));
    expect(await screen.findByRole('heading', { name: /Our goods/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /Very/ })).toHaveAttribute('aria-pressed', 'true');
  });

  it('names at most five reasons', async () => {
    const reasons = ['price', 'moved', 'rudeness', 'closed', 'outgrown', 'neglect'].map((id) => ({
      id,
      label: null,
    }));
    open(aForm({ survey: 'lost', items: [], reasons }));
    await press('Begin');
    await press('Skip');
    const boxes = await screen.findAllByRole('checkbox');
    for (const box of boxes.slice(0, 5)) await userEvent.click(box);
    expect(boxes[5]).toBeDisabled();
    expect(screen.getByText(/These are 5/)).toBeVisible();
  });

  it('gives no code for a form in which nothing was said', async () => {
    open();
    await press('Begin');
    await press('Skip');
    await press('Skip');
    await press('Finish');
    expect(await screen.findByText(/have not answered anything/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    await press('Change something');
    expect(await screen.findByRole('heading', { name: 'Why did you leave?' })).toBeVisible();
  });

  it('tells staff to show the square, as a message has a sender', async () => {
    open(aForm({ survey: 'staff', items: [] }));
    await press('Begin');
    await press('Skip');
    await userEvent.type(await screen.findByRole('textbox'), 'The till is slow');
    await press('Finish');
    expect(await screen.findByText(/nobody knows whose it was/)).toBeVisible();
  });

  it('begins anew after a reload, wherever the address points, as nothing was kept', async () => {
    open(lost, `${formText(lost, SECRET, 'en')}&q=done`);
    expect(await screen.findByRole('button', { name: 'Begin' })).toBeVisible();
  });
});

describe('a link that cannot be opened', () => {
  it.each([
    ['cut', formText(lost, SECRET, 'en').slice(0, -3), 'This link is not whole'],
    ['empty', '', 'This link is not whole'],
    ['of a later version', `2${formText(lost, SECRET, 'en').slice(1)}`, 'This link needs a newer page'],
  ])('says so plainly when it is %s', (_, text, title) => {
    open(lost, text);
    expect(screen.getByRole('heading', { name: title })).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

it('shows hostile words of a link as words', async () => {
  const labels = hostileTexts.slice(0, 30).filter((label) => label.trim() !== '' && label.length <= 120);
  const reasons = labels.map((label, k) => ({ id: `x${k}`, label }));
  open(aForm({ survey: 'lost', items: [], reasons }));
  await press('Begin');
  await press('Skip');
  await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(labels.length));
  const shown = screen
    .getAllByRole('checkbox')
    .map((box) => box.parentElement!.querySelector('span')!.textContent);
  expect(new Set(shown)).toEqual(new Set(labels));
  expect(document.querySelector('main script, fieldset script, fieldset img, fieldset svg')).toBeNull();
});
