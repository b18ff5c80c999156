import { soldAsId, type Employee, type Person } from '../notebook/person';
import { foldedText } from '../sales/foldedText';

/**
 * Everybody who works, or worked, in the shop: first those whom the sales name, in that order and each once however their
 * name is written, then those whom the owner added, by name. What the owner wrote about somebody wins, and gives the id that
 * answers refer to (method.md [6.6]).
 */
export function employees(soldNames: readonly string[], entries: readonly Person[]): readonly Employee[] {
  const written = new Map<string, Person>();
  for (const entry of entries) {
    const sold = soldKey(entry);
    if (sold !== '' && (!written.has(sold) || isNamedBy(entry))) written.set(sold, entry);
  }
  const named = new Map<string, Employee>();
  for (const name of soldNames) {
    const key = foldedText(name);
    if (key === '' || named.has(key)) continue;
    named.set(key, employee(written.get(key) ?? presentNamed(name)));
  }
  const others = entries.filter((entry) => {
    const sold = soldKey(entry);
    return sold === '' || (!named.has(sold) && written.get(sold) === entry);
  });
  return [...named.values(), ...others.map(employee).sort(byName)];
}

/** What the sales call somebody, folded; empty for somebody whom they do not name. */
const soldKey = ({ soldAs }: Person): string => (soldAs === null ? '' : foldedText(soldAs));

const isNamedBy = ({ id, soldAs }: Person): boolean => soldAs !== null && id === soldAsId(soldAs);

const presentNamed = (name: string): Employee => ({
  id: soldAsId(name),
  name: name.trim(),
  soldAs: name,
  leftOn: null,
});

const employee = ({ id, name, soldAs, leftOn }: Employee): Employee => ({
  id,
  name: name.trim() || (soldAs ?? '').trim(),
  soldAs,
  leftOn,
});

function byName(a: Employee, b: Employee): number {
  const [first, second] = [foldedText(a.name), foldedText(b.name)];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
}
