import type { StaffRound, SurveyForm } from '../../../domain/notebook/survey';
import type { NotebookChange } from '../../../domain/notebook/notebook';
import { noAnswers } from '../../../domain/surveys/answers';
import type { FilledForm } from '../../../domain/surveys/outcome';
import { Answering } from '../form/answering.svelte';
import { takingIn } from '../taking';
import type { LostClient } from './lostClients.svelte';

/** One person's turn in a staff round: what they think of clients in general, then of a few clients. In memory alone. */
export class Turns {
  readonly opinion: Answering;
  readonly views: readonly { readonly about: LostClient; readonly answering: Answering }[];

  constructor(form: SurveyForm, clients: readonly LostClient[]) {
    this.opinion = new Answering(form);
    this.views = clients.map((about) => ({ about, answering: new Answering(form) }));
  }

  /** How many questions it puts: those of the opinion, which depend on what is answered, and one for each client. */
  get questions(): number {
    return this.opinion.steps.length + this.views.length;
  }

  get blank(): boolean {
    return this.opinion.blank && this.views.every(({ answering }) => answering.blank);
  }

  /** Everything said in one change, each part with an id by chance and the round's day for a moment. */
  change(round: StaffRound): NotebookChange {
    const filled = (client: number | null, answers: FilledForm['answers']): FilledForm => ({
      survey: 'staff',
      client,
      round: round.id,
      answers,
      day: round.day,
      way: 'device',
    });
    const all = [
      filled(null, this.opinion.answers),
      ...this.views.map(({ about, answering }) =>
        filled(about.client, { ...noAnswers, reasons: answering.answers.reasons }),
      ),
    ];
    return { put: all.flatMap((form) => takingIn(form).put ?? []) };
  }
}
