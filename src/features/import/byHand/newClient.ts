import type { HandSale, NewClient } from '../../../domain/byHand/handSale';
import { foldedName } from '../../../domain/intake/values/cleanText';

/** Somebody new by a name, with what else was typed. */
export const newClient = (
  name: string,
  facts: Partial<Omit<NewClient, 'kind' | 'id' | 'name'>> = {},
): NewClient => ({
  kind: 'new',
  id: crypto.randomUUID(),
  name: name.trim(),
  phone: '',
  email: '',
  segment: '',
  number: '',
  another: false,
  ...facts,
});

/** The new clients of a list of sales, each once. */
export const newClientsOf = (sales: readonly HandSale[]): readonly NewClient[] => [
  ...new Map(sales.flatMap(({ who }) => (who?.kind === 'new' ? [[who.id, who] as const] : []))).values(),
];

/** Those of them who bear exactly this name. */
export const newlyNamed = (clients: readonly NewClient[], name: string): readonly NewClient[] =>
  clients.filter((client) => foldedName(client.name) === foldedName(name));
