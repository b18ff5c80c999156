import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '../../../src/domain/kernel/day';
import type { GivenAnswer } from '../../../src/domain/notebook/answer';
import type { Interview } from '../../../src/domain/notebook/interview';
import type { Entry } from '../../../src/domain/notebook/notebook';
import { conversation } from '../../../src/domain/reasons/conversation';
import AskPage from '../../../src/features/ask/AskPage.svelte';
import { formatDay } from '../../../src/i18n/formats';
import { forget } from '../../../src/reactive/trouble.svelte';
import { today } from '../../../src/reactive/today';
import { Failure } from '../../../src/storage/failure';
import { aCase, anAskRow, anEmployee } from '../../support/aCase';
import { ANotebook } from '../../support/aNotebook';
import { aSession, renderIn, type Answers } from '../../support/aSession';
import { day } from '../../support/salesLog';

const given = (answer: GivenAnswer['answer'], facts: Partial<GivenAnswer> = {}): GivenAnswer => ({
  answer,
  day: today(),
  source: 'owner',
  author: null,
  ...facts,
});

const seen = given({ kind: 'seen' });
const skipped = given({ kind: 'skip' });
const reached = {
  story: seen,
  views: skipped,
  channel: given({ kind: 'choice', value: 'call' }),
  asker: given({ kind: 'text', text: 'sold:Ben' }),
  script: seen,
  reached: given({ kind: 'choice', value: 'reached' }),
};

const anInterview = (answers: Interview['answers'], facts: Partial<Interview> = {}): Interview => ({
  kind: 'interview',
  id: 'interview-1',
  rev: 1,
  madeAt: 1,
  changedAt: 1,
  client: 7,
  questions: conversation.id,
  version: conversation.version,
  startedOn: today(),
  answers,
  doneOn: null,
  ...facts,
});

function open({
  written = [],
  step,
  answers = {},
}: { written?: readonly Entry[]; step?: string; answers?: Answers } = {}) {
  location.hash = `#/clients/7/ask${step ? `?step=${step}` : ''}`;
  const notebook = new ANotebook(written);
  const { session, asked } = aSession({
    answers: {
      ...notebook.answers,
      caseFile: aCase(),
      employees: [anEmployee('Ben'), anEmployee('Mia'), anEmployee('Zoe', { leftOn: day('2026-05-01') })],
      whoToAsk: [anAskRow(), anAskRow({ client: 8, name: 'Bruno Costa' })],
      ...answers,
    },
  });
  renderIn(session, AskPage, { params: { id: '7' } });
  const interview = () => notebook.get('interview')[0];
  return { notebook, session, asked, answers: () => interview()?.answers ?? {}, interview };
}

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const titleOf = {
  story: 'Who they were to you',
  views: 'What do your people say?',
  channel: 'How will you ask them?',
  reached: 'Did you talk?',
  words: 'What did they say?',
  stated: 'Which reasons did they give?',
  whys: 'Why? And why that?',
  check: 'Check your answers',
};

beforeEach(() => {
  location.hash = '';
});

describe('the first question', () => {
  it('stands before anything is known, and fills in when the figures arrive', async () => {
    let tell: (file: ReturnType<typeof aCase>) => void = () => undefined;
    open({ answers: { caseFile: () => new Promise((resolve) => (tell = resolve)) } });
    expect(screen.getByRole('heading', { level: 1, name: titleOf.story })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Continue' })).toBeVisible();
    tell(aCase());
    expect(await screen.findByText(/^24 visits from/)).toBeVisible();
    expect(screen.getByText('Lost this client')).toBeVisible();
  });

  it('shows what was on the last ticket, as far as the sales tell', async () => {
    const line = (product: string, quantity: number, cents: number) => ({ product, quantity, cents });
    const goods = ['Vase', 'Ribbon', 'Card', 'Moss', 'Wire', 'Soil'].map((name) => line(name, 1_000, 100));
    const lastTicket = {
      day: day('2026-08-20'),
      total: 2_600,
      lines: [line('Tulips', 12_000, 2_000), ...goods, line('', 0, 0)],
    };
    open({ answers: { caseFile: aCase({ lastTicket }) } });
    const title = await screen.findByRole('heading', { name: 'Their last purchase' });
    const ticket = title.closest('section')!;
    expect(ticket).toHaveTextContent('August 20, 2026, €26.00');
    expect(within(ticket).getAllByRole('listitem')).toHaveLength(6);
    expect(ticket).toHaveTextContent('Tulips 12 pieces, €20.00');
    expect(ticket).toHaveTextContent('and 1 more line');
  });

  it('is left by a press that is faster than storage, however late the browser says that the address changed', async () => {
    const late = vi.spyOn(window, 'dispatchEvent').mockImplementation(() => true);
    const asked: ((found: { entries: Entry[]; setAside: number }) => void)[] = [];
    open({
      answers: {
        entries: () => new Promise((resolve) => asked.push(resolve)),
        saveEntries: () => new Promise(() => undefined),
      },
    });
    await waitFor(() => expect(asked.length).toBeGreaterThan(1));
    screen.getByRole('button', { name: 'Continue' }).click();
    for (const find of asked) find({ entries: [], setAside: 0 });
    await new Promise((resolve) => setTimeout(resolve));
    late.mockRestore();
    window.dispatchEvent(new Event('hashchange'));
    expect(await heading(titleOf.views)).toBeVisible();
    expect(location.hash).toBe('#/clients/7/ask?step=views');
  });

  it('creates the conversation with the first answer, not before', async () => {
    const { notebook, answers } = open();
    await screen.findByText(/24 visits/);
    expect(notebook.saves).toBe(0);
    await press('Continue');
    expect(await heading(titleOf.views)).toHaveFocus();
    await waitFor(() => expect(answers().story?.answer).toEqual({ kind: 'seen' }));
    expect(location.hash).toBe('#/clients/7/ask?step=views');
  });
});

describe('the way through', () => {
  it('goes on by itself after a single choice, and says who answered and when', async () => {
    const { answers } = open({ written: [anInterview({ story: seen, views: skipped })] });
    await heading(titleOf.channel);
    await press(/Call them/);
    await heading('Who will ask?');
    await waitFor(() =>
      expect(answers().channel).toEqual({
        answer: { kind: 'choice', value: 'call' },
        day: today(),
        source: 'owner',
        author: null,
      }),
    );
  });

  it('suggests a way to ask, with the sentence why, by the weeks up to today', async () => {
    const file = aCase({ asOf: addDays(today(), -25), lostDate: addDays(today(), -30) });
    open({ written: [anInterview({ story: seen, views: skipped })], answers: { caseFile: file } });
    expect(await screen.findByText(/They left 4 weeks ago: a call still works best/)).toBeVisible();
    expect(within(screen.getByRole('button', { name: /Call them/ })).getByText('We suggest')).toBeVisible();
  });

  it('lets “I don’t know” be an answer', async () => {
    const { answers } = open({ written: [anInterview({ story: seen })] });
    await heading(titleOf.views);
    await press('I don’t know');
    await heading(titleOf.channel);
    await waitFor(() => expect(answers().views?.answer).toEqual({ kind: 'skip' }));
  });

  it('leads back to the question before, with its answer', async () => {
    open({ written: [anInterview(reached)], step: 'words' });
    await heading(titleOf.words);
    await press('Back');
    await heading(titleOf.reached);
    expect(screen.getByRole('button', { name: /Yes, we talked/ })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'Continue' })).toBeVisible();
  });

  it('leads from the first question back to the client', async () => {
    open();
    await press('Back');
    await waitFor(() => expect(location.hash).toBe('#/clients/7'));
  });

  it('never proposes the one who lost them to ask, and says so beside their name', async () => {
    open({ written: [anInterview({ story: seen, views: skipped, channel: reached.channel })] });
    await heading('Who will ask?');
    const cards = (await screen.findAllByRole('button', { name: /Ben|Mia|head of the shop|Zoe/ })).map(
      (card) => card.textContent,
    );
    expect(cards.map((text) => /Ben|Mia|head|Zoe/.exec(text ?? '')?.[0])).toEqual(['Ben', 'head', 'Mia']);
    expect(cards[0]).toContain('We suggest');
    expect(cards[2]).toContain('Lost this client: better somebody else');
  });

  it('offers no call and no message to a client who must not be contacted', async () => {
    open({
      written: [anInterview(reached)],
      step: 'script',
      answers: { caseFile: aCase({ doNotContact: true }) },
    });
    expect(await screen.findByText('Do not contact')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Call|message|e-mail/ })).toBeNull();
  });

  it('puts whose word it is before the cards, which go on by themselves, and keeps what was said', async () => {
    const { answers } = open({ written: [anInterview({ ...reached, real: skipped })], step: 'severity' });
    const staff = await screen.findByRole('radio', { name: 'The staff' });
    const card = screen.getByRole('button', { name: /catastrophe/ });
    expect(staff.compareDocumentPosition(card)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await userEvent.click(staff);
    await userEvent.click(card);
    await waitFor(() =>
      expect(answers().severity).toMatchObject({ source: 'staff', answer: { value: '4' } }),
    );
  });

  it('does not send for somebody who left, unless they served the client', async () => {
    open({
      written: [anInterview({ story: seen })],
      answers: {
        employees: [
          anEmployee('Ben', { leftOn: day('2026-09-01') }),
          anEmployee('Zoe', { leftOn: day('2026-05-01') }),
        ],
      },
    });
    await heading(titleOf.views);
    expect(await screen.findByText('Ben')).toBeVisible();
    expect(screen.queryByText('Zoe')).toBeNull();
  });

  it('calls, writes and mails with one tap', async () => {
    open({ written: [anInterview(reached)], step: 'script' });
    expect(await screen.findByRole('link', { name: /Call/ })).toHaveAttribute('href', 'tel:+491512345');
    expect(screen.getByRole('link', { name: /message/ })).toHaveAttribute('href', 'sms:+491512345');
    expect(screen.getByRole('link', { name: /e-mail/ })).toHaveAttribute('href', 'mailto:anna@example.org');
  });
});

describe('a client who must not be contacted', () => {
  const leftAlone = { caseFile: aCase({ doNotContact: true }) };

  it('is asked by nobody: no other way is offered, and what belongs to the talk is passed by', async () => {
    const { answers } = open({
      written: [anInterview({ story: seen, views: skipped, channel: reached.channel })],
      step: 'channel',
      answers: leftAlone,
    });
    await heading(titleOf.channel);
    expect(await screen.findByRole('button', { name: /Do not ask them/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Call them|Visit|letter/ })).toBeNull();
    await press(/Do not ask them/);
    await heading('What was the real reason?');
    await waitFor(() => expect(answers().channel?.answer).toEqual({ kind: 'choice', value: 'none' }));
  });

  it('goes on after the talk that was planned before', async () => {
    open({
      written: [anInterview({ story: seen, views: skipped, channel: reached.channel })],
      answers: leftAlone,
    });
    await heading('What was the real reason?');
  });

  it('keeps what they said before', async () => {
    const words = given({ kind: 'text', text: 'Leave me alone.' });
    open({ written: [anInterview({ ...reached, words })], step: 'check', answers: leftAlone });
    expect(await screen.findByText('Leave me alone.')).toBeVisible();
  });

  it('gets no plan for the way back at the end', async () => {
    open({ written: [anInterview({ ...reached }, { doneOn: today() })], answers: leftAlone });
    await heading(titleOf.check);
    expect(await screen.findByRole('link', { name: 'Ask next: Bruno Costa' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Plan the way back' })).toBeNull();
  });
});

describe('a chance below that of coming back unasked', () => {
  const cases = { cases: 38, returned: 16, times: null, followUp: 180 };
  const high = { caseFile: aCase({ natural: 16 / 38, naturalFrom: 'cases', naturalCases: cases }) };
  const told = { ...reached, words: skipped, stated: skipped, whys: skipped, wish: skipped, real: skipped };
  const chance = given({ kind: 'choice', value: '10' });

  it('is marked before it is chosen, and the suggestion says that it is the least', async () => {
    open({ written: [anInterview(told)], step: 'chance', answers: high });
    const low = await screen.findByRole('button', { name: /^(1)?\s*5%/ });
    expect(low).toHaveTextContent('too low');
    expect(screen.getByRole('button', { name: /50%/ })).not.toHaveTextContent('too low');
    expect(screen.getByText(/By themselves, 42.1% of such clients come back/)).toBeVisible();
  });

  it('is told on the verdict, costs nothing by itself, and can be changed there', async () => {
    open({ written: [anInterview({ ...told, chance })], step: 'verdict', answers: high });
    expect(await screen.findByText('Look at the chance again')).toBeVisible();
    expect(screen.getByText(/asking brings no more than what comes back by itself/)).toBeVisible();
    expect(document.querySelector('[data-figure="gain"]')).toHaveTextContent('€0');
    await userEvent.click(screen.getByText(/the expected gain/));
    expect(screen.getByText(/16 of 38 such absences .* within 180 days: 42.1%/)).toBeInTheDocument();
    await press('Change the chance');
    await heading('How likely do they come back if you do it?');
    expect(screen.getByText('Look at the chance again')).toBeVisible();
  });
});

describe('a conversation that was cut off', () => {
  it('goes on at its first question without an answer', async () => {
    open({ written: [anInterview({ story: seen, views: skipped, channel: reached.channel })] });
    await heading('Who will ask?');
    expect(location.hash).toBe('#/clients/7/ask?step=asker');
  });

  it('opens at the check once it was finished', async () => {
    open({ written: [anInterview({ ...reached }, { doneOn: today() })] });
    await heading(titleOf.check);
    expect(await screen.findByRole('link', { name: 'Plan the way back' })).toHaveAttribute(
      'href',
      '#/clients/7/plan',
    );
    expect(await screen.findByRole('link', { name: 'Ask next: Bruno Costa' })).toBeVisible();
  });

  it('is another one when the client was lost again since', async () => {
    const before = day('2026-01-10');
    open({ written: [anInterview({ story: seen }, { startedOn: before, doneOn: before })] });
    await screen.findByText(/24 visits/);
    expect(screen.getByRole('heading', { level: 1, name: titleOf.story })).toBeVisible();
    expect(location.hash).toBe('#/clients/7/ask?step=story');
  });
});

describe('what is answered', () => {
  const typed = 'The roses were faded.';

  it('is saved one after the other, in the order in which it was given', async () => {
    const { notebook } = open({ written: [anInterview({ story: seen, views: skipped })] });
    await heading(titleOf.channel);
    await press(/Call them/);
    await press(/Ben/);
    await waitFor(() => expect(notebook.saves).toBe(2));
    expect(notebook.changes.map(({ put }) => put?.map(({ rev }) => rev))).toEqual([[2], [3]]);
  });

  it('is saved a moment after the typing stops', async () => {
    const { notebook, answers } = open({ written: [anInterview(reached)] });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Their words' }), typed);
    expect(notebook.saves).toBe(0);
    await waitFor(() => expect(answers().words?.answer).toEqual({ kind: 'text', text: typed }));
    expect(notebook.saves).toBe(1);
    expect(answers().words).toMatchObject({ source: 'client', author: 'sold:Ben' });
  });

  it('is saved at once when the page is hidden', async () => {
    const { notebook } = open({ written: [anInterview(reached)] });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Their words' }), typed);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await fireEvent(document, new Event('visibilitychange'));
    await waitFor(() => expect(notebook.saves).toBe(1), { timeout: 200 });
  });

  it('is saved at once on leaving the field and on leaving the page', async () => {
    const { notebook } = open({ written: [anInterview(reached)] });
    const field = await screen.findByRole('textbox', { name: 'Their words' });
    await userEvent.type(field, 'a');
    await fireEvent.blur(field);
    await waitFor(() => expect(notebook.saves).toBe(1), { timeout: 200 });
    await userEvent.type(field, 'b');
    cleanup();
    await waitFor(() => expect(notebook.saves).toBe(2), { timeout: 200 });
  });

  it('is kept and tried again when it cannot be saved, and that is said', async () => {
    const { notebook, answers } = open({ written: [anInterview({ story: seen, views: skipped })] });
    await heading(titleOf.channel);
    notebook.refuse = new Failure('disk-full');
    await press(/Call them/);
    expect(await screen.findByText('Not saved yet')).toBeVisible();
    await press(/Ben/);
    notebook.refuse = null;
    await press('Try again');
    await waitFor(() => expect(screen.queryByText('Not saved yet')).toBeNull());
    expect(answers()).toMatchObject({
      channel: { answer: { value: 'call' } },
      asker: { answer: { text: 'sold:Ben' } },
    });
    forget('disk-full');
  });

  it('is laid over what another window saved in the meantime', async () => {
    const interview = anInterview({ story: seen, views: skipped });
    const { notebook, answers } = open({ written: [interview] });
    await heading(titleOf.channel);
    const cost = given({ kind: 'number', value: 500 });
    notebook.elsewhere({ ...interview, answers: { ...interview.answers, cost } });
    await press(/Call them/);
    await waitFor(() => expect(answers().channel).toBeDefined());
    expect(answers().cost).toEqual(cost);
    expect(screen.queryByText('Not saved yet')).toBeNull();
  });

  it('is shown as text, whatever was typed', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>alert(1)</script>{{7*7}}';
    open({
      written: [anInterview({ ...reached, words: given({ kind: 'text', text: hostile }) })],
      step: 'check',
    });
    expect(await screen.findByText(hostile)).toBeVisible();
    expect(document.querySelector('img, main script')).toBeNull();
  });
});

describe('reasons', () => {
  const stated = { ...reached, words: skipped };

  it('never begin with the price, whichever client it is', async () => {
    for (let client = 1; client <= 12; client++) {
      location.hash = `#/clients/${String(client)}/ask?step=stated`;
      const notebook = new ANotebook([anInterview(stated, { client })]);
      const { session } = aSession({
        answers: { ...notebook.answers, caseFile: aCase({ client }), employees: [] },
      });
      renderIn(session, AskPage, { params: { id: String(client) } });
      const all = within(await screen.findByRole('group', { name: 'Reasons' })).getAllByRole('button');
      expect(all[0]).not.toHaveTextContent(/expensive|cheaper/);
      cleanup();
    }
  });

  it('are weighed: the first counts mostly, others too, until it is said otherwise', async () => {
    const { answers } = open({ written: [anInterview(stated)] });
    await heading(titleOf.stated);
    await press('Too expensive');
    await press('Moved away');
    await press(/Moved away: counts as a side reason/);
    await waitFor(() =>
      expect(answers().stated?.answer).toEqual({
        kind: 'reasons',
        reasons: [
          { reason: 'price', weight: 3 },
          { reason: 'moved', weight: 3 },
        ],
        sure: 'sure',
      }),
    );
  });

  it('can be added on the spot', async () => {
    const { answers, notebook } = open({ written: [anInterview(stated)] });
    await heading(titleOf.stated);
    await press('A reason of our own');
    await userEvent.type(screen.getByRole('textbox', { name: 'Your reason, in a few words' }), 'No parking');
    await press('Add and choose');
    expect(await screen.findByRole('button', { name: 'No parking' })).toHaveAttribute('aria-pressed', 'true');
    const own = notebook.get('reason')[0];
    expect(own).toMatchObject({ label: 'No parking', group: 'ours', retired: false });
    await waitFor(() =>
      expect(answers().stated?.answer).toMatchObject({ reasons: [{ reason: own?.id, weight: 3 }] }),
    );
  });

  it('of each employee are kept apart, the one who lost the client marked', async () => {
    const { answers } = open({ written: [anInterview({ story: seen })] });
    await heading(titleOf.views);
    expect(await screen.findByText('Lost this client')).toBeVisible();
    await userEvent.click(screen.getByText('Ben'));
    const group = await screen.findByRole('group', { name: 'Reasons according to Ben' });
    await userEvent.click(within(group).getByRole('button', { name: 'Moved away' }));
    await waitFor(() =>
      expect(answers().views?.answer).toEqual({
        kind: 'views',
        views: [{ person: 'sold:Ben', reasons: [{ reason: 'moved', weight: 1 }], words: '' }],
      }),
    );
  });
});

describe('five whys', () => {
  it('hang one under the other until there is a cause to act on', async () => {
    const words = given({ kind: 'text', text: 'The roses were faded.' });
    const { answers } = open({ written: [anInterview({ ...reached, words, stated: skipped })] });
    await heading(titleOf.whys);
    expect(screen.getByText('They said: “The roses were faded.”')).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: 'Why? (1 of 5)' }), 'They stood in the sun.');
    await press('No, ask “why?” again');
    expect(screen.getByRole('textbox', { name: 'Why? (2 of 5)' })).toHaveFocus();
    await userEvent.type(screen.getByRole('textbox', { name: 'Why? (2 of 5)' }), 'No awning.');
    await press('Yes, this is the cause');
    await waitFor(() =>
      expect(answers().whys?.answer).toEqual({
        kind: 'chain',
        texts: ['They stood in the sun.', 'No awning.'],
        root: true,
      }),
    );
  });
});

describe('the decision', () => {
  const decided = {
    ...reached,
    reached: given({ kind: 'choice', value: 'not-reached' }),
    real: skipped,
    severity: skipped,
    competitor: skipped,
    todo: skipped,
    chance: given({ kind: 'choice', value: '40' }),
  } as const;

  it('weighs the gain with the client’s own figures, staff time included', async () => {
    const { answers } = open({ written: [anInterview(decided)], step: 'cost' });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Cost' }), '12,50');
    await press('Continue');
    await press('An hour');
    await waitFor(() => expect(answers().minutes?.answer).toEqual({ kind: 'number', value: 60 }));
    expect(answers().cost?.answer).toEqual({ kind: 'number', value: 1250 });
    // 480.00 a year x 3 years x 40 % margin x (40 % - 10 %) - 12.50 - 30.00
    expect(screen.getByText('€130')).toBeVisible();
  });

  it('does not go on from a number it cannot read', async () => {
    open({ written: [anInterview(decided)], step: 'cost' });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Cost' }), 'a lot');
    expect(screen.getByText('A number without words, please.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });

  it('proposes a verdict with the sentence why; the owner may choose another', async () => {
    const { answers } = open({ written: [anInterview(decided)], step: 'verdict' });
    expect(await screen.findByText(/they stand at 12 of 200 clients/)).toBeVisible();
    expect(
      within(screen.getByRole('button', { name: /Win back first/ })).getByText('We suggest'),
    ).toBeVisible();
    await press(/Let go/);
    await heading(titleOf.check);
    await waitFor(() => expect(answers().verdict?.answer).toEqual({ kind: 'choice', value: 'let-go' }));
  });
});

describe('the check', () => {
  const old = given({ kind: 'choice', value: 'letter' }, { day: day('2024-01-01') });

  it('shows every answer with day and source, and marks those older than a year', async () => {
    open({ written: [anInterview({ ...reached, channel: old })], step: 'check' });
    expect(await screen.findByText('A letter by hand')).toBeVisible();
    expect(screen.getByText('Older than a year: ask again')).toBeVisible();
    expect(screen.getByText(`${formatDay(old.day)} · you`)).toBeVisible();
    expect(screen.getAllByText('Not asked yet').length).toBeGreaterThan(0);
  });

  it('lets an answer be changed, renews its day, and returns', async () => {
    const { answers } = open({ written: [anInterview({ ...reached, channel: old })], step: 'check' });
    await press('Change: How will you ask them?');
    await heading(titleOf.channel);
    await press(/Call them/);
    await heading(titleOf.check);
    await waitFor(() => expect(answers().channel).toMatchObject({ answer: { value: 'call' }, day: today() }));
  });

  it('puts the questions that a changed answer opens', async () => {
    const reachedNot = given({ kind: 'choice', value: 'not-reached' });
    open({ written: [anInterview({ ...reached, reached: reachedNot })], step: 'check' });
    await press('Change: Did you talk?');
    await press(/Yes, we talked/);
    await heading(titleOf.words);
  });

  it('finishes with “Done” and says what comes next', async () => {
    const { interview } = open({ written: [anInterview(reached)], step: 'check' });
    await press('Done');
    expect(await screen.findByRole('heading', { name: 'Well done. What next?' })).toBeVisible();
    await waitFor(() => expect(interview()?.doneOn).toBe(today()));
  });
});

describe('by keyboard alone', () => {
  it('digits choose, Enter goes on, and fields keep their keys', async () => {
    const user = userEvent.setup();
    const { answers } = open({ written: [anInterview({ story: seen })] });
    await heading(titleOf.views);
    screen.getByRole('heading', { level: 1 }).focus();
    await user.keyboard('{Enter}');
    await heading(titleOf.channel);
    await user.keyboard('1');
    await heading('Who will ask?');
    await screen.findByRole('button', { name: /Ben/ });
    await user.keyboard('1');
    await heading('How the talk goes');
    await user.keyboard('{Enter}');
    await heading(titleOf.reached);
    await user.keyboard('1');
    await heading(titleOf.words);
    await user.tab();
    expect(screen.getByRole('textbox', { name: 'Their words' })).toHaveFocus();
    await user.keyboard('2 roses,{Enter}faded{Escape}{Backspace}{Control>}{Enter}{/Control}');
    await heading(titleOf.stated);
    await waitFor(() => expect(answers().words?.answer).toEqual({ kind: 'text', text: '2 roses,\nfade' }));
    await user.keyboard('2');
    await waitFor(() => expect(answers().stated?.answer).toMatchObject({ kind: 'reasons' }));
    expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(1);
  });
});

describe('when there is nothing to talk about', () => {
  it('says that the client is not here', async () => {
    open({ answers: { caseFile: null } });
    expect(await screen.findByRole('heading', { name: 'This client is not here' })).toBeVisible();
  });

  it('asks for sales where there is no shop', () => {
    const { session } = aSession({ look: { kind: 'empty' } as never });
    renderIn(session, AskPage, { params: { id: '7' } });
    expect(screen.getByRole('link', { name: 'Import sales' })).toHaveAttribute('href', '#/import');
  });
});
