import type { JobTable } from '../dispatch';
import { saveByHand } from './byHand';
import { dueForSurvey, whoToAsk } from './asking';
import { correct, correctionEffect, corrections, rowsToCorrect } from './corrections';
import { caseFile } from './caseFile';
import { chances, clientChance } from './chances';
import { clientOfPlan } from './clientOfPlan';
import { client } from './client';
import { clientList } from './clients';
import { readList, saveList } from './clientLists';
import { clientNames } from './clientNames';
import { entries, saveEntries } from './notebook';
import { employees, eventEffects } from './people';
import { reasonClients, reasonsReport } from './reasons';
import { alikeSales, namesakes, soldWords } from './handAsked';
import { forgetClient } from './forgetClient';
import { importNews } from './importNews';
import { commit, imports, undo, undoEffect } from './imports';
import { discard, dryRun, leftOutFile, survey } from './reading';
import { forgetLayout, layouts } from './remembering';
import { keptFor, sameAs, sameEffect, sameProposals, saveSame, undecide } from './same';
import { saveCard, saveSettings } from './shopFigures';
import {
  closureSuggestions,
  confirm,
  createExample,
  deleteShop,
  exampleFile,
  fileSaved,
  forgetMissing,
  missing,
  peekFile,
  restore,
  settings,
  shopFile,
  shops,
  switchShop,
  trySettings,
} from './shops';
import { earned, planFile, plans, work } from './winback';

/** Every job the page may ask for. */
export const jobs: JobTable = {
  confirm,
  survey,
  dryRun,
  leftOutFile,
  readList,
  saveList,
  forgetClient,
  layouts,
  forgetLayout,
  discard,
  commit,
  imports,
  undoEffect,
  importNews,
  undo,
  settings,
  trySettings,
  saveSettings: async ({ shopId, settings: kept, today }) =>
    (await saveSettings(shopId, kept, today))?.headline ?? null,
  closureSuggestions,
  clientList,
  client,
  entries,
  saveEntries,
  clientNames,
  employees,
  eventEffects,
  reasonsReport,
  reasonClients,
  caseFile,
  whoToAsk,
  dueForSurvey,
  plans,
  planFile,
  clientOfPlan,
  work,
  earned,
  chances,
  clientChance,
  saveCard: async ({ shopId, card, today }) => (await saveCard(shopId, card, today))?.headline ?? null,
  saveByHand,
  namesakes,
  soldWords,
  alikeSales,
  sameProposals,
  sameEffect,
  sameAs,
  keptFor,
  saveSame,
  undecide,
  rowsToCorrect,
  correctionEffect,
  correct,
  corrections,
  createExample,
  exampleFile,
  shops,
  missing,
  switchShop,
  deleteShop,
  shopFile,
  fileSaved,
  forgetMissing,
  peekFile,
  restore,
};
