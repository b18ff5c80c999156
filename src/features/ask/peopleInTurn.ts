import type { Employee } from '../../domain/notebook/person';
import type { CaseFile } from '../../workers/reasonsJobs';

/** Somebody who may know why the client left. */
export interface Witness extends Employee {
  readonly served: boolean;
  readonly lostThem: boolean;
}

/** Who of the staff may know: who served the client first, largest share first, then who is present; whoever left only if they served them. */
export function peopleInTurn(
  people: readonly Employee[],
  file: CaseFile | null | undefined,
  spoke: ReadonlySet<string> = new Set(),
): readonly Witness[] {
  const places = new Map(file?.servedBy.map(({ person }, place) => [person, place]));
  const place = ({ id }: Employee) => places.get(id) ?? Infinity;
  return people
    .filter(({ id, leftOn }) => leftOn === null || places.has(id) || spoke.has(id))
    .toSorted((a, b) => place(a) - place(b) || 0)
    .map((person) => ({
      ...person,
      served: places.has(person.id),
      lostThem: person.id === file?.lostBy,
    }));
}
