import { shareWithClient } from '../../../domain/sales/shareWithClient';
import type { DraftReport } from '../../../workers/protocol';
import type { ImportDraft } from '../importDraft.svelte';

/** From these on something is likely to be wrong with the file: per cent of lines left out, per cent of the turnover with a client. */
export const MUCH_LEFT_OUT = 20;
export const FEW_WITH_CLIENT = 50;

export const percentLeftOut = ({ summary }: DraftReport): number => (100 * summary.leftOut) / summary.rows;

export const percentWithClient = ({ summary }: DraftReport): number =>
  shareWithClient(summary.totalWithClient, summary.total);

/** Everything of the file is in the shop already. */
export const isNothingNew = ({ sameFile, overlap, summary }: DraftReport): boolean =>
  sameFile !== null || overlap >= summary.kept;

/** A file read like the last one of its kind, into the shop that is open, with nothing that speaks against it: one tap saves it. */
export const isReadAsLastTime = (draft: ImportDraft, report: DraftReport): boolean =>
  draft.columns.remembered &&
  draft.target.kind === 'own' &&
  draft.unanswered.length === 0 &&
  (draft.columns.currency === undefined || draft.columns.currency === draft.currency) &&
  !isNothingNew(report) &&
  percentLeftOut(report) < MUCH_LEFT_OUT &&
  percentWithClient(report) >= FEW_WITH_CLIENT;
