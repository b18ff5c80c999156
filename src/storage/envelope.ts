import * as v from 'valibot';

/** First line of a shop's file: what is in it, readable without the app. The rest is the packed database. */
export const envelope = v.object({
  boomerang: v.literal(1),
  app: v.string(),
  schema: v.number(),
  name: v.string(),
  kind: v.picklist(['own', 'example']),
  savedAt: v.string(),
  sales: v.number(),
  imports: v.number(),
  /** What people wrote; not in files of the first version. */
  entries: v.optional(v.number(), 0),
  bytes: v.number(),
  sha256: v.string(),
});

export type Envelope = v.InferOutput<typeof envelope>;
