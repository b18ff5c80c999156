import type { Employee } from '../notebook/person';

/** Who may ask a client why they left: whoever is present, but never the one who lost them (method.md [5.3]). */
export const mayAsk = (employees: readonly Employee[], lostBy: string | null): readonly Employee[] =>
  employees.filter(({ id, leftOn }) => leftOn === null && id !== lostBy);

/**
 * Who is proposed to ask: of those who may, whom the client knows best (`knownBy`: ids, best first), else the first; null for the head
 * in person where nobody is left (method.md [5.3]).
 */
export function proposedAsker(
  employees: readonly Employee[],
  lostBy: string | null,
  knownBy: readonly string[] = [],
): Employee | null {
  const fit = mayAsk(employees, lostBy);
  const known = knownBy.map((person) => fit.find(({ id }) => id === person)).find(Boolean);
  return known ?? fit[0] ?? null;
}
