import { describe, expect, it } from 'vitest';
import { NONE } from '../../../src/domain/sales/columns';
import { ClientBook } from '../../../src/domain/intake/table/clientBook';

type Row = readonly [number: string, name: string, email?: string, phone?: string];

const clientsOf = (...rows: Row[]) => {
  const book = new ClientBook();
  const found = rows.map(([number, name, email, phone]) => {
    const client = book.of(number, name);
    const known = client === NONE ? book.byContact(email, phone) : client;
    if (known !== NONE) book.names.note(known, name);
    return known;
  });
  return { found, ...book.columns() };
};

describe('a row that names nobody', () => {
  it.each([
    'Guest',
    'SUPPORTER',
    'Cash  customer',
    'Walk-in',
    'Anonymous',
    'Розничный покупатель',
    'Client comptoir',
    'Laufkunde',
    'Particulier',
    'Contant',
    'Client ocazional',
    'Cliente varios'.replace('Cliente', 'Clientes'),
    'Público en general',
    'Consumidor final',
    'Cliente occasionale',
    'a***n',
    '****',
    'J*** D***',
    'N/A',
    '',
  ])('"%s" is without a client', (name) => {
    expect(clientsOf(['', name]).found).toEqual([NONE]);
    expect(clientsOf([name, '']).found).toEqual([NONE]);
  });

  it.each(['Anna Guest', 'Cash Peter', 'Clientèle Dupont', 'Ivan', 'A* Star', 'Kunde & Söhne GmbH'])(
    '"%s" is somebody',
    (name) => {
      expect(clientsOf(['', name]).found).toEqual([0]);
    },
  );

  it('is known by number, e-mail or phone where one stands in the row, the strongest first', () => {
    const { found, keys, names } = clientsOf(
      ['17', 'Guest', 'a@x.be', '0470 11 22 33'],
      ['', 'Guest', 'A@X.be', '0470 11 22 33'],
      ['', '****', '', '+32 470 11 22 33'],
      ['', '', '', '0032 470/11.22.33'],
      ['', 'Guest', 'b***@x.be', '12'],
    );
    expect(found).toEqual([0, 1, 2, 2, NONE]);
    expect(keys).toEqual(['17', 'a@x.be', '+32470112233']);
    expect(names).toEqual(['17', 'a@x.be', '+32470112233']);
  });

  it('leaves two people of one name two where their numbers differ', () => {
    expect(clientsOf(['1', 'Ion Popa'], ['2', 'Ion Popa'], ['1', 'ION POPA']).found).toEqual([0, 1, 0]);
  });
});
