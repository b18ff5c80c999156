import type { OfferedReason, SurveyKind } from '../domain/notebook/survey';
import { reasonLabel } from './reasonLabel';
import { tMaybe } from './t';

/**
 * A reason as a form says it: staff speak of clients, clients of themselves. Needs the areas `answer` and `reasonWords`.
 */
export const offeredLabel = (reason: OfferedReason, survey: SurveyKind): string =>
  (survey === 'staff'
    ? undefined
    : reason.label === null
      ? tMaybe(`answer.reason.${reason.id}`)
      : undefined) ?? reasonLabel(reason);
