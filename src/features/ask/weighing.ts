import type { Reason } from '../../domain/notebook/reason';
import { STATUS } from '../../domain/loss/status';
import type { Answers } from '../../domain/reasons/conditions';
import { CHANCES, type Verdict } from '../../domain/reasons/conversation';
import {
  expectedGain,
  proposedVerdict,
  type Attempt,
  type ExpectedGain,
  type VerdictCause,
} from '../../domain/reasons/decision';
import { judgementOf } from '../../domain/reasons/judgement';
import { proposedChance } from '../../domain/reasons/proposedChance';
import type { CaseFile } from '../../workers/reasonsJobs';

/** What the answers so far come to in money, and what is proposed for the rest. */
export interface Weighing {
  readonly attempt: Attempt;
  readonly result: ExpectedGain;
  /** Percent. */
  readonly proposedChance: number;
  /** Whether it would be lower if the natural return did not set the least. */
  readonly isFloor: boolean;
  /** The owner's chance, 0-1, where it lies below the natural return: then the attempt counts with the latter. */
  readonly belowNatural: number | null;
  /** Whether the owner chose the chance, or the proposed one was taken. */
  readonly isChanceChosen: boolean;
  readonly verdict: Verdict;
  readonly because: VerdictCause;
}

/** Weighs a client's return by what is known and was answered (method.md [4.11]). */
export function weighed(
  answers: Answers,
  reasons: readonly Reason[],
  file: CaseFile,
  weeks: number,
): Weighing {
  const judgement = judgementOf(answers, reasons);
  const { severity, human, group, channel, chance, cost, minutes } = judgement;
  const { yearlyValue, margin, years, natural, hourCost, rank, ranked } = file;
  const told = proposedChance(severity, human, group, weeks, channel);
  const guess = atLeast(natural ?? 0, told);
  const attempt: Attempt = {
    yearlyValue,
    margin,
    years,
    natural,
    chance: Math.max(chance ?? guess / 100, natural ?? 0),
    cost: cost ?? 0,
    minutes: minutes ?? 0,
    hourCost,
  };
  const result = expectedGain(attempt);
  const proposal = proposedVerdict({
    gain: chance === null && cost === null ? null : result.gain,
    uplift: chance === null && cost === null ? null : attempt.chance - (natural ?? 0),
    yearlyValue,
    margin,
    rank,
    ranked,
    lostTwice: file.status === STATUS.lostTwice,
    badForOthers: judgement.badForOthers,
    ended: judgement.ended,
    circumstances: judgement.circumstances,
  });
  return {
    attempt,
    result,
    proposedChance: guess,
    isFloor: guess > told,
    belowNatural: chance !== null && isBelowNatural(chance, natural) ? chance : null,
    isChanceChosen: chance !== null,
    ...proposal,
  };
}

/** Whoever is asked comes back at least as likely as by themselves: the guess, or the smallest chance above the natural return, else the largest; percent. */
const atLeast = (natural: number, guess: number): number =>
  Math.max(guess, CHANCES.find((chance) => chance >= 100 * natural) ?? CHANCES.at(-1)!);

/** Whether a chance (0-1) is less likely than coming back unasked, and a larger one is on offer. */
export const isBelowNatural = (chance: number, natural: number | null): boolean =>
  chance < Math.min(natural ?? 0, CHANCES.at(-1)! / 100);
