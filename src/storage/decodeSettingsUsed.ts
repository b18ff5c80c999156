import * as v from 'valibot';
import { FIELDS } from '../domain/intake/fields';
import { DATE_ORDERS, DELIMITERS, ENCODINGS } from '../domain/intake/layout';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const dateOrder = v.picklist(DATE_ORDERS);

const fix = v.variant('kind', [
  v.object({ kind: v.literal('dates'), order: dateOrder }),
  v.object({ kind: v.literal('gifts') }),
  v.object({ kind: v.literal('counted'), column: count, word: text }),
]);

/** How an imported file was read; unreadable settings are as good as none, the import itself is worth more. */
export const settingsUsed = v.fallback(
  v.optional(
    v.object({
      encoding: v.optional(v.picklist(ENCODINGS)),
      delimiter: v.optional(v.picklist(DELIMITERS)),
      sheet: v.optional(text),
      preset: v.optional(text),
      columns: v.array(v.object({ field: v.picklist(FIELDS), title: text, column: count })),
      dateOrder,
      decimal: v.picklist(['.', ',']),
      countVisits: v.boolean(),
      currency: v.optional(text),
      rules: v.array(text),
      fixes: v.array(v.object({ fix, title: text })),
    }),
  ),
  undefined,
);
