import { forgetfulOf, type Forgetful } from '../domain/identity/forgetful';
import { entriesOf } from '../domain/notebook/notebook';
import type { Forgotten } from '../domain/notebook/forgotten';
import { decodeEntry } from './decodeEntries';
import { decodeAll } from './decodeRecords';
import { storedOfKind } from './entriesOfKind';
import type { ShopDb } from './shopDb';

/** The clients who were forgotten, as far as anything is known of them. May be part of a transaction that reads entries. */
export const forgottenEntries = async (db: ShopDb): Promise<readonly Forgotten[]> =>
  entriesOf(decodeAll(await storedOfKind(db, 'forgotten'), decodeEntry).records, 'forgotten');

/** Knows forgotten clients again; `undefined` where there are none. */
export const readForgotten = async (db: ShopDb): Promise<Forgetful | undefined> =>
  forgetfulOf(await forgottenEntries(db));
