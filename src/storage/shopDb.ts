import { Dexie, type Table } from 'dexie';
import type { Evidence } from '../domain/chance/evidence';
import type { Parameters } from '../domain/chance/parameters';
import type { Mapping } from '../domain/intake/layout';
import type { ImportSettings } from '../domain/intake/settingsUsed';
import type { SurveyHints } from '../domain/intake/surveyFile';
import type { Headline } from '../domain/loss/headline';
import type { Entry, EntryKind } from '../domain/notebook/notebook';
import type { Channel } from '../domain/notebook/plan';
import type { ShopSettings } from '../domain/shop/settings';
import type { ListedFact } from './listedFacts';
import { SCHEMA, shopDbName } from './schema';

/** Up to 65,536 sales of one import, packed (see `salesPacks`). */
export interface PackRecord {
  readonly id: number;
  readonly importId: number;
  readonly rows: number;
  readonly columns: ArrayBuffer;
}

/** Row identities of one pack, apart from it because only an import reads them: two words a row. */
export interface IdentityRecord {
  readonly packId: number;
  readonly importId: number;
  readonly words: Uint32Array<ArrayBuffer>;
}

/** Names that an import added; entries `first`... of the shop's list. Texts are joined by NUL. */
export interface NamesRecord {
  readonly id: number;
  readonly importId: number;
  readonly kind: 'product' | 'employee';
  readonly first: number;
  readonly texts: string;
}

/** Clients that an import added (`first`... of the list) or knew something new about (`changed`). */
export interface ClientsRecord {
  readonly id: number;
  readonly importId: number;
  readonly first: number;
  readonly keys: string;
  readonly names: string;
  readonly phones: string;
  readonly emails: string;
  readonly segments: string;
  /** Indices of clients of earlier imports, with what this import says of them behind the new ones' texts. */
  readonly changed: Uint32Array<ArrayBuffer>;
  /** Clients whom this import makes known whether or not they ever bought: written down by hand, or from a list. Absent where it names none. */
  readonly known?: Uint32Array<ArrayBuffer>;
  /** What a list of clients says that else stands on cards. Absent where it says nothing of the kind. */
  readonly listed?: ListedRecord;
}

/** Facts for cards, told by a list of clients: one text a client and kind, joined by NUL, blank where nothing was told. */
export interface ListedRecord {
  readonly clients: Uint32Array<ArrayBuffer>;
  readonly addresses: string;
  readonly notes: string;
  readonly wishes: string;
  /** Ids of people. */
  readonly likes: string;
  /** "05-12" for 12 May. */
  readonly birthdays: string;
}

/** One import as the owner sees it. */
export interface ImportRecord {
  readonly id: number;
  readonly fileName: string;
  readonly contentHash: string;
  /** Milliseconds since 1970, the device's clock. */
  readonly at: number;
  readonly rows: number;
  readonly added: number;
  readonly overlap: number;
  readonly leftOut: number;
  readonly clientsAdded: number;
  readonly from: number;
  readonly to: number;
  /** Sum of the added rows, cents. */
  readonly total: number;
  /** Written down by hand, not read from a file: the name of the file is blank. Or a list of clients, which has no sales. Absent for a file of sales. */
  readonly by?: 'hand' | 'list';
  /** How the file was read; absent where that was not noted yet, or there was no file. */
  readonly settings?: ImportSettings;
}

/** What the owner wrote on a client's card; it wins over the imported fields. */
export interface CardRecord {
  readonly client: number;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly note?: string;
  /** Usual interval in days set by the owner (rules.md 3.3). */
  readonly interval?: number;
  /** Asked to be left alone: no list or button of the app leads to a call or a letter. Absent where they did not. */
  readonly doNotContact?: boolean;
  /** How they like to be reached, and when, in the owner's words (method.md [5.10]). */
  readonly prefers?: Channel;
  readonly hours?: string;
  /** Id of the person they like to deal with. */
  readonly likes?: string;
  readonly wishes?: string;
  readonly annoys?: string;
  readonly tastes?: string;
  readonly gifts?: string;
  /** A day of every year: month 1-12, date 1-31. The year is nobody's business. */
  readonly birthday?: { readonly month: number; readonly date: number };
  /** Anniversaries and other days to remember. */
  readonly occasions?: string;
  /** What they owe, cents. */
  readonly debt?: number;
  /** What a list of clients tells, and the owner took out. */
  readonly cleared?: readonly ListedFact[];
}

/** Columns of `ClientFigures`, packed, with the basis they were computed on. */
export interface ResultsRecord {
  readonly id: 'clients';
  readonly basis: string;
  readonly columns: ArrayBuffer;
  /** Entries of the figures that are lost, by falling yearly value. */
  readonly ranked: Uint32Array<ArrayBuffer>;
}

export interface HeadlineRecord {
  readonly id: 'headline';
  readonly headline: Headline;
}

/** What was learnt from the log about who buys again; the chances of single clients follow from it in milliseconds. */
export interface ChancesRecord {
  readonly id: 'chances';
  /** What it rests on, as in the headline. */
  readonly basis: string;
  /** Null where the shop is too small for a model. */
  readonly parameters: Parameters | null;
  readonly evidence: Evidence;
}

/** An answer that takes long to make and little to read, kept between two starts as long as nothing it rests on changes. */
export interface AnswerRecord {
  readonly id: 'work' | 'whoToAsk';
  readonly basis: string;
  readonly answer: unknown;
}

/** How a shape of file was read the last time, by its fingerprint. */
export interface LayoutRecord {
  readonly fingerprint: string;
  readonly mapping: Mapping;
  readonly at: number;
  /** For the owner to know it by; absent where it was kept before this was noted. */
  readonly about?: {
    readonly fileName: string;
    readonly titles: readonly string[];
    readonly preset?: string;
  };
  /** How a file of this shape has to be looked at to be read, where the first look errs; `of` is the fingerprint it then has. */
  readonly again?: SurveyHints & { readonly of: string };
}

/** Single facts about the shop's database. */
export type FactRecord =
  | { readonly key: 'schema'; readonly value: number }
  | { readonly key: 'settings'; readonly value: ShopSettings }
  | { readonly key: 'revision'; readonly value: number }
  | { readonly key: 'saves'; readonly value: number };

/** One database per shop: handed over, copied or deleted alone, and never mixed with another. */
export class ShopDb extends Dexie {
  declare readonly packs: Table<PackRecord, number>;
  declare readonly identities: Table<IdentityRecord, number>;
  declare readonly names: Table<NamesRecord, number>;
  declare readonly clients: Table<ClientsRecord, number>;
  declare readonly imports: Table<ImportRecord, number>;
  declare readonly cards: Table<CardRecord, number>;
  declare readonly results: Table<ResultsRecord | HeadlineRecord | ChancesRecord | AnswerRecord, string>;
  declare readonly layouts: Table<LayoutRecord, string>;
  declare readonly facts: Table<FactRecord, string>;
  declare readonly entries: Table<Entry, [kind: EntryKind, id: string]>;

  constructor(shopId: string, options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    super(shopDbName(shopId), { chromeTransactionDurability: 'strict', ...options });
    this.version(1).stores({
      packs: 'id, importId',
      identities: 'packId, importId',
      names: 'id, importId',
      clients: 'id, importId',
      imports: 'id, contentHash',
      cards: 'client',
      results: 'id',
      layouts: 'fingerprint',
      facts: 'key',
    });
    this.version(2)
      .stores({ entries: '[kind+id], kind, client' })
      .upgrade(async (transaction) => {
        await transaction.table<FactRecord>('facts').put({ key: 'schema', value: SCHEMA });
      });
  }
}
