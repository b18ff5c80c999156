import type { Employee } from '../../domain/notebook/person';
import type { CaseFile } from '../../workers/reasonsJobs';

/** Somebody who may know why the client left. */
export interface Witness extends Employee {
  readonly served: boolean;
  readonly lostThem: boolean;
}

/** Everybody of the staff: who served the client first, largest share first, then who is present, then who has left. */
export function peopleInTurn(
  people: readonly Employee[],
  file: CaseFile | null | undefined,
): readonly Witness[] {
  const places = new Map(file?.servedBy.map(({ person }, place) => [person, place]));
  const place = ({ id, leftOn }: Employee) => places.get(id) ?? (leftOn === null ? 1e6 : 2e6);
  return [...people]
    .sort((a, b) => place(a) - place(b))
    .map((person) => ({
      ...person,
      served: places.has(person.id),
      lostThem: person.id === file?.lostBy,
    }));
}
