/** A sale as a till writes it; a refund is below zero. */
export interface TillSale {
  /** "2026-06-01". */
  readonly day: string;
  readonly client: string;
  readonly amount: number;
  readonly phone?: string;
  readonly email?: string;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Days from one to another, so many apart. */
export function daysApart(from: string, to: string, apart: number): string[] {
  const all: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += apart * MILLISECONDS_A_DAY)
    all.push(new Date(at).toISOString().slice(0, 10));
  return all;
}

/** A file to choose on the import page: a line for each sale, by day. */
export const tillFile = (sales: readonly TillSale[], name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Date,Client,Phone,Email,Amount',
      ...sales
        .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
        .map(({ day, client, phone = '', email = '', amount }) =>
          [day, client, phone, email, amount.toFixed(2)].join(','),
        ),
    ].join('\n'),
  ),
});
