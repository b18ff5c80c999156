import type { Invitation, SurveyAnswers, SurveyForm, SurveyResponse } from '../../src/domain/notebook/survey';
import { noAnswers } from '../../src/domain/surveys/answers';
import { startingItems } from '../../src/domain/surveys/builtIn';
import { day } from './salesLog';

export const SECRET = '00112233445566778899aabbccddeeff';

export const aForm = (facts: Partial<SurveyForm> = {}): SurveyForm => ({
  survey: 'loyal',
  reasons: [
    { id: 'rudeness', label: null },
    { id: 'price', label: null },
    { id: 'own-1', label: 'No parking' },
    { id: 'moved', label: null },
  ],
  items: [...startingItems.slice(0, 3), { id: 'own-2', label: 'Our coffee' }],
  ...facts,
});

export const someAnswers = (facts: Partial<SurveyAnswers> = {}): SurveyAnswers => ({
  ...noAnswers,
  ...facts,
});

export const anInvitation = (facts: Partial<Invitation> = {}): Invitation => ({
  kind: 'invitation',
  id: 'invitation-1',
  rev: 1,
  madeAt: Date.UTC(2026, 10, 1),
  changedAt: Date.UTC(2026, 10, 1),
  form: aForm(),
  client: 7,
  round: null,
  secret: SECRET,
  day: day('2026-11-01'),
  taken: [],
  ...facts,
});

export const aResponse = (facts: Partial<SurveyResponse> = {}): SurveyResponse => ({
  kind: 'response',
  id: `response-${JSON.stringify(facts).length}`,
  rev: 1,
  madeAt: Date.UTC(2026, 10, 2),
  changedAt: Date.UTC(2026, 10, 2),
  survey: 'loyal',
  client: null,
  round: null,
  answers: noAnswers,
  day: day('2026-11-02'),
  way: 'code',
  ...facts,
});
