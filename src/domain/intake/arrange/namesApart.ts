import type { Mapping } from '../layout';
import type { RowRules } from './rules';
import { titleList, type Samples } from './samples';

/** Titles of first and of last names, in en nl de fr ro es it pt ru. */
const FIRST =
  titleList(`first name,firstname,given name,forename,customer first name,client first name,billing first name,voornaam,vorname,
  prenom,prenom client,prenume,nombre,nombre del cliente,nombre de pila,nome,nome proprio,primeiro nome,имя,имя клиента`);
const LAST =
  titleList(`last name,lastname,surname,family name,customer last name,client last name,billing last name,achternaam,familienaam,
  nachname,familienname,nom,nom client,nom de famille,nume,nume de familie,apellido,apellidos,cognome,sobrenome,apelido,фамилия,фамилия клиента`);

/**
 * The client's name where its parts stand in two columns, put together in the first of them; undefined where a file names its clients in one
 * column, or has but one part.
 */
export function namesApart(
  samples: Samples,
  columns: Mapping['columns'],
): { readonly name: number; readonly joined: NonNullable<RowRules['joined']> } | undefined {
  const { name, ...others } = columns;
  const taken = new Set(Object.values(others));
  const [first] = samples.titled(FIRST, taken);
  const [last] = samples.titled(LAST, taken);
  if (first === undefined || last === undefined || first === last) return undefined;
  if (name !== undefined && name !== first && name !== last) return undefined;
  return { name: first, joined: { column: first, from: [first, last] } };
}
