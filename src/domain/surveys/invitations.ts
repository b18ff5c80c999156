import type { Day } from '../kernel/day';
import type { Invitation, SurveyKind } from '../notebook/survey';

/** An unanswered link is sent once more rather than replaced while it is this young, in days. */
const SENT_AGAIN_FOR = 30;

/** Links to one client that are neither answered nor old: the newest; undefined where a new one has to be made. */
export const openInvitation = (
  invitations: readonly Invitation[],
  client: number | null,
  survey: SurveyKind,
  today: Day,
): Invitation | undefined =>
  newestFirst(invitations).find(
    (invitation) =>
      invitation.client === client &&
      invitation.round === null &&
      invitation.form.survey === survey &&
      (client === null || (invitation.taken.length === 0 && today - invitation.day < SENT_AGAIN_FOR)),
  );

export const newestFirst = (invitations: readonly Invitation[]): readonly Invitation[] =>
  [...invitations].sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1));

/** Those sent to clients by name, newest first. */
export const sentToClients = (
  invitations: readonly Invitation[],
): readonly (Invitation & { readonly client: number })[] =>
  newestFirst(invitations).filter(
    (invitation): invitation is Invitation & { readonly client: number } => invitation.client !== null,
  );

/** How a printed sheet names its invitation, in two groups that are easily read aloud: "1a2b 3c4d". */
export const spokenNumber = (secret: string): string => `${secret.slice(0, 4)} ${secret.slice(4, 8)}`;

/** The invitation of a printed sheet by the number on it, however it was typed. */
export function invitationByNumber(
  invitations: readonly Invitation[],
  typed: string,
): Invitation | undefined {
  const number = typed.toLowerCase().replace(/[^0-9a-f]/g, '');
  return number.length === 8 ? invitations.find(({ secret }) => secret.startsWith(number)) : undefined;
}
