import { cleanup, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/notebook/notebook';
import type { SurveyAnswers } from '../../../src/domain/notebook/survey';
import { answerCode } from '../../../src/domain/surveys/answerCode';
import CodesPage from '../../../src/features/surveys/CodesPage.svelte';
import { aClient } from '../../support/aClient';
import { aSession, aShop, openShopLook, renderIn } from '../../support/aSession';
import { aForm, anInvitation, SECRET, someAnswers } from '../../support/aSurvey';
import { day } from '../../support/salesLog';
import { kept } from './kept';

const lost = aForm({ survey: 'lost', items: [] });
const invitation = anInvitation({ form: lost });
const said = someAnswers({ why: 'Nobody said hello.', reasons: [{ reason: 'rudeness', weight: 1 }] });
const anna = aClient([['2026-02-17', 40]], { asOf: '2026-05-23' });

const codeOf = (answers: SurveyAnswers = said, form = lost, secret = SECRET) =>
  answerCode(form, secret, answers, 'once');

const open = (entries: readonly Entry[] = [invitation], linked = '') => {
  location.hash = linked ? `#/reasons/codes?c=${linked}` : '#/reasons/codes';
  const notebook = kept(entries);
  const { session } = aSession({
    answers: { client: anna, clientNames: new Map([[7, anna.name]]), ...notebook.answers },
  });
  renderIn(session, CodesPage, {});
  return notebook;
};

const paste = async (text: string) => {
  await userEvent.click(await screen.findByRole('textbox', { name: 'Message' }));
  await userEvent.paste(text);
  await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
};
const take = async () => userEvent.click(await screen.findByRole('button', { name: 'Take it in' }));

beforeEach(() => {
  location.hash = '#/reasons/codes';
});

describe('taking in an answer', () => {
  it('shows all it says and from whom before anything is saved', async () => {
    const notebook = open();
    await paste(`Hello,\n${await codeOf()}\nBye, Anna`);
    expect(await screen.findByText('Nobody said hello.')).toBeVisible();
    expect(screen.getByText('Somebody was rude')).toBeVisible();
    expect(await screen.findByText(/^From Anna Berg, asked on/)).toBeVisible();
    expect(notebook.of('response')).toEqual([]);
  });

  it('saves the answer, the reason, and that this code was used, in one go', async () => {
    const notebook = open();
    await paste(await codeOf());
    await take();
    expect(await screen.findByText('Taken in')).toBeVisible();
    expect(notebook.of('response')).toMatchObject([
      { client: 7, survey: 'lost', way: 'code', answers: said },
    ]);
    expect(notebook.of('statement')).toMatchObject([
      { client: 7, source: 'client', words: 'Nobody said hello.' },
    ]);
    expect(notebook.of('invitation')[0]!.taken).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'See the client' })).toHaveAttribute('href', '#/clients/7');
  });

  it('refuses the same code kindly a second time', async () => {
    const notebook = open();
    await paste(await codeOf());
    await take();
    await screen.findByText('Taken in');
    cleanup();
    open(notebook.of('invitation'));
    await paste(await codeOf());
    expect(await screen.findByText('You have this answer already')).toBeVisible();
  });

  it('opens by link, and forgets the link once something else is read', async () => {
    open([invitation], await codeOf());
    expect(await screen.findByText('Nobody said hello.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Leave it' }));
    await waitFor(() => expect(screen.queryByText('Nobody said hello.')).toBeNull());
    expect(location.hash).toBe('#/reasons/codes');
  });

  it('takes several messages at once', async () => {
    const other = anInvitation({ id: 'two', client: null, secret: 'ab'.repeat(16) });
    open([invitation, other]);
    const rated = await codeOf(someAnswers({ ratings: { goods: 2 } }), other.form, other.secret);
    await paste(`${await codeOf()}\n\n${rated}`);
    expect(await screen.findByText('Our goods: 2 of 5')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Take it in' })).toHaveLength(2);
    expect(screen.getByText(/somebody at the counter/)).toBeVisible();
  });

  it('says when a client answers the same link once more', async () => {
    open([anInvitation({ form: lost, taken: ['another'] })]);
    await paste(await codeOf());
    expect(await screen.findByText(/answered this link before/)).toBeVisible();
  });
});

describe('an answer that cannot be taken in is refused in plain words', () => {
  it.each([
    ['no code', () => 'Thank you!', 'No answer in it'],
    ['cut', async () => (await codeOf()).slice(0, -5), 'The answer is not whole'],
    [
      'changed',
      async () => (await codeOf()).replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
      'This answer was changed',
    ],
    ['of another shop', () => codeOf(said, lost, 'cd'.repeat(16)), 'Not an answer to your questions'],
    ['of a later version', async () => (await codeOf()).replace('bmr1', 'bmr9'), 'Made by a newer Boomerang'],
    ['100 kB long', () => `bmr1.00112233.${'a'.repeat(100_000)}`, 'The answer is not whole'],
  ])('when it is %s', async (_, text, title) => {
    const notebook = open();
    await paste(await text());
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Take it in' })).toBeNull();
    expect(notebook.of('response')).toEqual([]);
  });

  it('names the other shop on this device to which it belongs', async () => {
    const other = aShop({ id: 'shop-2', name: 'Second Shop' });
    const { session } = aSession({
      look: openShopLook({ others: [other] }),
      answers: {
        entries: ({ shopId }) => ({ entries: shopId === 'shop-2' ? [invitation] : [], setAside: 0 }),
      },
    });
    renderIn(session, CodesPage, {});
    await paste(await codeOf());
    expect(await screen.findByText('An answer for Second Shop')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open Second Shop' })).toBeVisible();
  });

  it('says what to do on a device without a shop, and hands the answer on', async () => {
    const code = await codeOf();
    location.hash = `#/reasons/codes?c=${code}`;
    const { session } = aSession({ look: { kind: 'empty' } });
    renderIn(session, CodesPage, {});
    expect(screen.getByRole('heading', { name: 'No shop on this device' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'The answer' })).toHaveValue(code);
  });
});

describe('an answer of the staff', () => {
  const staff = aForm({ survey: 'staff', items: [] });
  const round = {
    kind: 'round',
    id: 'r',
    rev: 1,
    madeAt: 1,
    changedAt: 1,
    day: day('2026-11-01'),
    title: 'Spring',
    closedOn: null,
  } as const;
  const sent = anInvitation({ form: staff, client: null, round: 'r' });

  it('is counted without being shown, and keeps neither name nor moment', async () => {
    const notebook = open([sent, round]);
    await paste(await codeOf(someAnswers({ why: 'The boss shouts.' }), staff));
    expect(await screen.findByText(/What it says is not shown here/)).toBeVisible();
    expect(screen.queryByText('The boss shouts.')).toBeNull();
    await take();
    await waitFor(() => expect(notebook.of('response')).toHaveLength(1));
    const moment = Date.UTC(2026, 10, 1);
    for (const entry of [...notebook.of('response'), ...notebook.of('invitation')])
      expect(entry).toMatchObject({ madeAt: moment, changedAt: moment });
    expect(notebook.of('response')[0]).toMatchObject({ day: day('2026-11-01'), client: null, round: 'r' });
    expect(notebook.of('statement')).toEqual([]);
  });

  it('is not taken into a round that is closed', async () => {
    open([sent, { ...round, closedOn: day('2026-11-02') }]);
    await paste(await codeOf(someAnswers({ why: 'x' }), staff));
    expect(await screen.findByText(/This round is closed/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Take it in' })).toBeNull();
  });
});

describe('a filled sheet of paper', () => {
  it('is typed in by the number on it', async () => {
    const notebook = open();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Number on the sheet' }), '0011 2233');
    await userEvent.click(screen.getByRole('button', { name: 'Type it in' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Why did you leave?' }), 'Too dear');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Skip' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Finish' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save the answers' }));
    await waitFor(() => expect(notebook.of('response')).toMatchObject([{ way: 'paper', client: 7 }]));
    expect(notebook.of('invitation')[0]!.taken).toHaveLength(1);
    expect(await screen.findByText('Taken in')).toBeVisible();
  });

  it('goes on where it was left by Back', async () => {
    const begin = async () => {
      open();
      await userEvent.type(await screen.findByRole('textbox', { name: 'Number on the sheet' }), '0011 2233');
      await userEvent.click(screen.getByRole('button', { name: 'Type it in' }));
      return screen.findByRole('textbox', { name: 'Why did you leave?' });
    };
    await userEvent.type(await begin(), 'Too far');
    cleanup();
    expect(await begin()).toHaveValue('Too far');
    await userEvent.clear(screen.getByRole('textbox', { name: 'Why did you leave?' }));
  });

  it('is asked for again when the number is not known', async () => {
    open();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Number on the sheet' }), '1234');
    await userEvent.click(screen.getByRole('button', { name: 'Type it in' }));
    expect(await screen.findByText(/No sheet with this number/)).toBeVisible();
  });
});
