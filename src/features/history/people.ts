import type { Employee, Person } from '../../domain/notebook/person';
import { employees } from '../../domain/people/employees';
import { foldedText } from '../../domain/sales/foldedText';
import { changedEntry, newEntry } from '../../reactive/notes';
import type { EmployeeRow } from '../../workers/reasonsJobs';

/** Somebody in the list, with what depends on them; without figures where the sales do not tell. */
export interface Listed {
  readonly employee: Employee;
  readonly row: EmployeeRow | null;
}

/** Everybody, those on whom most depends first; by hand alone where the shop has no sales. */
export const listed = (
  rows: readonly EmployeeRow[] | undefined,
  written: readonly Person[],
): readonly Listed[] =>
  rows
    ? [...rows]
        .sort((a, b) => b.atRisk.all - a.atRisk.all)
        .map((row) => ({ employee: row, row: row.soldAs === null ? null : row }))
    : employees([], written).map((employee) => ({ employee, row: null }));

/** What to save when something about somebody changes, whether or not anything was written about them before. */
export function personSaying(
  employee: Employee,
  written: readonly Person[],
  says: Partial<Pick<Person, 'name' | 'leftOn'>>,
): Person {
  const kept = written.find(({ id }) => id === employee.id);
  const { name, soldAs, leftOn } = employee;
  return kept
    ? changedEntry<Person>(kept, says)
    : newEntry('person', { name, soldAs, leftOn, ...says }, employee.id);
}

/** Whether somebody else goes by that name already, however it is written. */
export const isKnown = (name: string, people: readonly Listed[], except?: Employee): boolean =>
  people.some(({ employee }) => employee.id !== except?.id && foldedText(employee.name) === foldedText(name));
