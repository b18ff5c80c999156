import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/notebook/notebook';
import SurveysPage from '../../../src/features/surveys/SurveysPage.svelte';
import { formatDay } from '../../../src/i18n/formats';
import { today } from '../../../src/reactive/today';
import type { DueRow } from '../../../src/workers/reasonsJobs';
import { aClient } from '../../support/aClient';
import { aSession, renderIn } from '../../support/aSession';
import { anInvitation, aResponse, someAnswers } from '../../support/aSurvey';
import { day } from '../../support/salesLog';
import { kept } from './kept';

const anna = aClient([['2026-02-17', 40]], { asOf: '2026-05-23' });
const due = (client: number, facts: Partial<DueRow> = {}): DueRow => ({
  client,
  name: `Client no. ${client}`,
  phone: '',
  email: '',
  status: 2,
  yearlyValue: 100_000,
  lastAsked: null,
  ...facts,
});

const open = (entries: readonly Entry[] = [], rows: readonly DueRow[] = []) => {
  const notebook = kept(entries);
  const { session } = aSession({
    answers: {
      client: anna,
      clientNames: new Map([[7, anna.name]]),
      dueForSurvey: rows,
      ...notebook.answers,
    },
  });
  renderIn(session, SurveysPage, {});
  return notebook;
};
const card = async (title: string) =>
  within((await screen.findByRole('heading', { level: 2, name: title })).closest('section')!);

beforeEach(() => {
  location.hash = '#/reasons/surveys';
});

describe('who was not asked for a year', () => {
  it('stands there by name, the first few at once, each with a way to ask', async () => {
    open([], [due(1, { lastAsked: day('2025-01-05') }), ...Array.from({ length: 9 }, (_, k) => due(k + 2))]);
    const list = await card('Not asked for a year');
    expect(await list.findByText(/10 clients buy from you and were not asked/)).toBeVisible();
    expect(list.getByText(`€1,000 a year, last asked ${formatDay(day('2025-01-05'))}`)).toBeVisible();
    expect(list.getAllByRole('listitem')).toHaveLength(5);
    expect(list.getByRole('link', { name: 'Ask Client no. 1' })).toHaveAttribute(
      'href',
      '#/clients/1/survey',
    );
    await userEvent.click(list.getByRole('button', { name: 'Show 5 more' }));
    expect(list.getAllByRole('listitem')).toHaveLength(10);
  });

  it('says so when everybody was', async () => {
    open();
    expect(await screen.findByText(/Everybody who buys from you was asked/)).toBeVisible();
  });
});

describe('results', () => {
  it('give mean, spread and count by item, and name open and hidden dissatisfaction', async () => {
    const rated = (goods: number) =>
      aResponse({ id: `r${goods}`, day: today(), answers: someAnswers({ ratings: { goods } }) });
    open([rated(2), rated(3), rated(5)]);
    const list = await card('How satisfied they are');
    const item = list.getByRole('listitem');
    expect(item).toHaveTextContent('Our goods');
    expect(item).toHaveTextContent('3.3 of 5');
    expect(item).toHaveTextContent('3 answers, lying 1.2 apart');
    expect(item).toHaveTextContent('1 rating of 2 or less, 1 rating of 3');
    expect(list.getByText(/Fewer than 10 answers/)).toBeVisible();
    expect(list.getByRole('link', { name: /2 low ratings/ })).toHaveAttribute('href', '#/reasons/complaints');
    await userEvent.click(
      list.getByText('How is this computed?', { exact: false, selector: 'summary > span' }),
    );
    expect(list.getByText(/divided by 3 = 3.33/)).toBeVisible();
    expect(list.queryByText(/standard deviation/)).toBeNull();
  });

  it('explain how they are computed by one example, however many lines there are', async () => {
    const ratings = { goods: 2, choice: 3, advice: 5 };
    open([aResponse({ day: today(), answers: someAnswers({ ratings }) })]);
    const list = await card('How satisfied they are');
    await userEvent.click(
      list.getByText('How is this computed?', { exact: false, selector: 'summary > span' }),
    );
    expect(list.getAllByText(/^Mean of /)).toHaveLength(1);
    expect(list.getByText(/^Mean of Our goods/)).toHaveTextContent('The other lines are computed the same');
  });

  it('give what could make clients stop, in shares and in their words', async () => {
    open([
      aResponse({
        id: 'a',
        day: today(),
        answers: someAnswers({ reasons: [{ reason: 'price', weight: 1 }], wish: '<b>Roses</b>' }),
      }),
    ]);
    const list = await card('What could make them stop');
    expect(list.getAllByRole('listitem')[0]).toHaveTextContent(/Too expensive\s*100%\s*named by 1/);
    expect(list.getByText('<b>Roses</b>')).toBeVisible();
  });

  it('are not made up where nobody answered', async () => {
    open();
    expect(await screen.findByText(/No answers yet/)).toBeVisible();
  });
});

describe('links on their way', () => {
  it('are listed with age and answer, and can be forgotten', async () => {
    const notebook = open([
      anInvitation({ id: 'a', day: (today() - 3) as never }),
      anInvitation({ id: 'b', secret: 'ab'.repeat(16), day: today(), taken: ['x'] }),
    ]);
    const list = await card('Links on their way');
    expect(list.getByText('One is not answered yet.')).toBeVisible();
    expect(list.getByText(/made 3 days ago,\s*no answer yet/)).toBeVisible();
    expect(list.getByText(/made today,\s*answered/)).toBeVisible();
    expect((await list.findAllByRole('link', { name: 'Anna Berg' }))[0]).toHaveAttribute(
      'href',
      '#/clients/7/survey',
    );
    await userEvent.click(list.getAllByRole('button', { name: 'Forget this link: Anna Berg' })[0]!);
    await userEvent.click(await screen.findByRole('button', { name: 'Forget this link' }));
    await waitFor(() => expect(notebook.of('invitation')).toHaveLength(1));
  });
});

describe('the poster for the counter', () => {
  it('is a square that anybody may answer, as many as come', async () => {
    const notebook = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Make the poster' }));
    expect(await screen.findByRole('img', { name: 'Square code that opens the questions' })).toBeVisible();
    expect(notebook.of('invitation')).toMatchObject([
      { client: null, round: null, form: { survey: 'loyal' } },
    ]);
  });

  it('says when it asks something else than what is asked now', async () => {
    open([anInvitation({ client: null })]);
    const list = await card('For the counter');
    expect(list.getByText(/You changed what is asked/)).toBeVisible();
  });
});

describe('what is asked about', () => {
  it('can be added, taken out, undone and brought back', async () => {
    const notebook = open();
    const list = await card('What you ask about');
    await userEvent.type(list.getByRole('textbox', { name: 'Add your own' }), 'Our coffee');
    await userEvent.click(list.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(notebook.of('items')[0]!.items.at(-1)!.label).toBe('Our coffee'));
    await userEvent.click(await list.findByRole('button', { name: 'Do not ask about: Our prices' }));
    await userEvent.click(await list.findByRole('button', { name: 'Ask again about: Our prices' }));
    await waitFor(() => expect(list.queryByRole('button', { name: /Ask again about/ })).toBeNull());
    expect(notebook.of('items')).toMatchObject([{ id: 'items', rev: 3 }]);
  });
});

it('leads to importing where there is no shop', () => {
  const { session } = aSession({ look: { kind: 'empty' } });
  renderIn(session, SurveysPage, {});
  expect(screen.getByRole('link', { name: 'Import sales' })).toHaveAttribute('href', '#/import');
});
