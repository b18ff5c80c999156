import type { Field } from '../domain/intake/fields';

/** A kind of file that is read as the last one of it was. */
export interface RememberedFile {
  readonly fingerprint: string;
  /** Milliseconds since 1970: when a file of the kind was last saved. */
  readonly at: number;
  /** Name of that file; blank where it was not noted. */
  readonly fileName: string;
  /** Its column titles; empty where they were not noted, or the file had none. */
  readonly titles: readonly string[];
  readonly preset?: string;
  /** What is read from its columns. */
  readonly fields: readonly Field[];
}

/** Questions about the kinds of files that a shop remembers. */
export interface LayoutJobs {
  /** The last used first. */
  layouts: { input: { shopId: string }; output: readonly RememberedFile[] };
  /** The next file of this kind is asked about as if it were the first. */
  forgetLayout: { input: { shopId: string; fingerprint: string }; output: readonly RememberedFile[] };
}
