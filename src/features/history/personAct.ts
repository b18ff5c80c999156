import type { Employee } from '../../domain/notebook/person';

/** What may be done about the people of a shop. */
export type PersonAct =
  | { readonly kind: 'add' }
  | { readonly kind: 'rename' | 'leave' | 'return' | 'remove'; readonly employee: Employee };
