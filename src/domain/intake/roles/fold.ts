/** A title as plain words: "CustomerID" and "customer_id" become "customer id", accents and case gone. */
export const plainWords = (title: string): string =>
  title
    .replace(/MwSt/g, 'mwst')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/№/gu, ' no ')
    .replace(/#/gu, ' number ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
