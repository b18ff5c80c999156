/** What a message may name of the client, the loss and the shop: `{name}` in a text. Written by owners: never rename. */
export const FIELDS = [
  'name',
  'firstName',
  'lastProduct',
  'lastMonth',
  'wish',
  'taste',
  'reason',
  'change',
  'offer',
  'signer',
  'shop',
  'phone',
] as const;
export type Field = (typeof FIELDS)[number];

/** The values for one client; empty or absent where nothing is known. */
export type Fields = Readonly<Partial<Record<Field, string>>>;

/** A text for one client. */
export interface Merged {
  readonly text: string;
  /** Fields the text names that have neither a value nor words instead; the lines that named them are left out. */
  readonly left: readonly Field[];
  /** What stands in braces but is no field; it stands in the text as it was written. */
  readonly unknown: readonly string[];
}

/** `{name}`, or `{name|dear neighbour}` with words of the owner's for a client without one. */
const TOKEN = /\{([^{}|\n]*)(?:\|([^{}\n]*))?\}/g;

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

const plain = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * The text of a template for one client. A field without a value gives way to the words after its bar, then to `instead`; a line that would
 * name nothing at all is left out, so that nobody reads "Dear ,". Values are never looked through for further fields (method.md [5.6]).
 */
export function merged(template: string, fields: Fields, instead: Fields = {}): Merged {
  const left = new Set<Field>();
  const unknown = new Set<string>();
  const lines = template.split(/\r\n|\r|\n/).flatMap((line) => {
    let isWhole = true;
    const text = line.replace(TOKEN, (token, written: string, own: string | undefined, at: number) => {
      const name = written.trim();
      if (!isField(name)) {
        unknown.add(token);
        return token;
      }
      const value = plain(fields[name]) || plain(own) || plain(instead[name]);
      if (value === '') {
        left.add(name);
        isWhole = false;
      }
      const isFollowedByStop = line[at + token.length] === '.';
      return isFollowedByStop ? value.replace(/\.$/, '') : value;
    });
    return isWhole ? [text] : [];
  });
  return { text: tidied(lines), left: [...left], unknown: [...unknown] };
}

/** Lines without blanks at their ends, with at most one empty line between them. */
const tidied = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Which fields a template names. */
export const fieldsIn = (template: string): readonly Field[] => [
  ...new Set([...template.matchAll(TOKEN)].map((match) => match[1]!.trim()).filter(isField)),
];
