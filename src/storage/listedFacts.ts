/** What a list of clients can tell that else stands on cards. Stored: never rename. */
export const LISTED_FACTS = ['address', 'note', 'wishes', 'likes', 'birthday'] as const;
export type ListedFact = (typeof LISTED_FACTS)[number];
