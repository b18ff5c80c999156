import type { UnreadFile } from '../../domain/intake/open/openFile';
import type { Refusal } from '../../domain/intake/refusal';
import { t } from '../../i18n/t';
import type { GivenFile, SurveyHints, TableInside } from '../../workers/protocol';
import { filesName } from './filesName';

/** A file given along with those that are read: not read now, and why. */
export interface FileAside {
  readonly name: string;
  /** Its place among the tables; absent where it cannot be read. */
  readonly table?: number;
  /** Why it holds no sales, where it does not. */
  readonly refusal?: Refusal;
  /** What is read is one of its files. */
  readonly alike?: boolean;
}

/** Which sheet of a workbook, file of an archive, or of several files, is imported; or which of them together. */
export class TableChoice {
  #all = $state.raw<readonly TableInside[]>([]);
  #place = $state.raw(0);
  #unread = $state.raw<readonly UnreadFile[]>([]);
  #refusal = $state.raw<Refusal | null>(null);

  /** Where there are several; empty where the file is one table. */
  get all(): readonly TableInside[] {
    return this.#all;
  }
  /** Place of the one that is looked at. */
  get place(): number {
    return this.#place;
  }
  /** Why the one asked for last holds no table. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }
  /** What another look at the file has to say to see the same one. */
  get hints(): SurveyHints {
    return this.#all.length > 1 ? { table: this.#place } : {};
  }
  /** The tables read as one, by their names; empty where but one is read. */
  get together(): readonly string[] {
    return this.#partsOf(this.#place).map(({ name }) => name);
  }
  /** They are orders and their lines, and this is what joins them. */
  get key(): TableInside['key'] {
    return this.#all[this.#place]?.key;
  }
  /** Place of the first of the tables read as one. */
  get firstPart(): number | undefined {
    return this.#all[this.#place]?.joins?.[0];
  }
  /** The tables read as one are sheets of one workbook. */
  get areSheets(): boolean {
    const [first, second] = this.#partsOf(this.#place);
    return first !== undefined && first.file === second?.file;
  }

  /** Other files that were given: sheets of a workbook are a choice, a file left aside must be told. */
  get aside(): readonly FileAside[] {
    const read = this.#filesOf(this.#place);
    const parts = this.#all.flatMap(({ joins = [] }) => joins);
    const others = this.#all.flatMap((_, table): FileAside[] => {
      const isRead = table === this.#place || this.#filesOf(table).every((file) => read.includes(file));
      if (parts.includes(table) || isRead) return [];
      const name = this.nameOf(table);
      const { joins, refusal } = this.#all[table]!;
      if (refusal && refusal.code !== 'client-list') return [{ name, refusal }];
      return [{ name, table, alike: joins?.includes(this.#place) ?? false, ...(refusal && { refusal }) }];
    });
    return [...others, ...this.#unread];
  }

  /** Several tables read as one by the first and the last of them, another by its own name. */
  nameOf(table: number): string {
    const parts = this.#partsOf(table).map(({ name }) => name);
    return parts.length > 0 ? filesName(parts) : (this.#all[table]?.name ?? '');
  }

  /** What is read of the files given, in a few words. */
  nameWithin({ name, several }: GivenFile): string {
    if (!several || this.#all.length === 0) return name;
    const files = this.#filesOf(this.#place);
    return files.length === 1 ? files[0]! : filesName(files);
  }

  /** For a list to choose from. */
  labelOf(table: number): string {
    return t('import.table.option', { name: this.nameOf(table), rows: this.#all[table]?.rows ?? 0 });
  }

  take(all: readonly TableInside[] = [], place = 0, unread: readonly UnreadFile[] = []): void {
    this.#all = all;
    this.#place = place;
    this.#unread = unread;
    this.#refusal = null;
  }

  refuse(refusal: Refusal): void {
    this.#refusal = refusal;
  }

  #partsOf(table: number): TableInside[] {
    return (this.#all[table]?.joins ?? []).flatMap((part) => this.#all[part] ?? []);
  }

  #filesOf(table: number): readonly string[] {
    const parts = this.#partsOf(table);
    const tables = parts.length > 0 ? parts : this.#all.slice(table, table + 1);
    const files = tables.map(({ name, file = name }) => file);
    return files.filter((file, i) => files.indexOf(file) === i);
  }
}
