import { describe, expect, it } from 'vitest';
import { handDraft } from '../../../src/domain/byHand/handDraft';
import type { HandClient, HandSale, NewClient } from '../../../src/domain/byHand/handSale';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { NONE } from '../../../src/domain/sales/columns';

const aNewClient = (name: string, facts: Partial<NewClient> = {}): NewClient => ({
  kind: 'new',
  id: `new ${name}`,
  name,
  phone: '',
  email: '',
  segment: '',
  number: '',
  another: false,
  ...facts,
});

let sales = 0;
const aSale = (who: HandClient | null, facts: Partial<HandSale> = {}): HandSale => ({
  id: `sale ${++sales}`,
  day: parseIsoDay('2026-11-20'),
  who,
  cents: 1_250,
  product: '',
  employee: '',
  ...facts,
});

const shop = {
  keys: ['anna vos', 'C7', ''],
  names: ['Anna Vos', 'Bob', ''],
  phones: ['0470', '', ''],
  emails: ['', '', ''],
  segments: ['', '', ''],
};
const empty = { keys: [], names: [], phones: [], emails: [], segments: [] };

describe('sales written down by hand', () => {
  it('become columns in the order in which they were written', () => {
    const draft = handDraft(
      {
        sales: [
          aSale({ kind: 'known', client: 1, name: 'Bob' }, { product: ' Roses ', employee: 'Mia' }),
          aSale(null, { cents: -500, product: 'Roses' }),
          aSale(aNewClient('Zoë  Blom', { phone: '0470 1' })),
        ],
        clients: [],
      },
      shop,
    );
    expect([...draft.sales.cents]).toEqual([1_250, -500, 1_250]);
    expect([...draft.sales.client]).toEqual([0, NONE, 1]);
    expect([...draft.sales.receipt]).toEqual([0, 1, 2]);
    expect([...draft.sales.product]).toEqual([0, 0, NONE]);
    expect(draft.products).toEqual(['Roses']);
    expect(draft.employees).toEqual(['Mia']);
    expect(draft.clients.keys).toEqual(['C7', 'zoë blom']);
    expect(draft.clients.names).toEqual(['', 'Zoë  Blom']);
    expect(draft.clients.phones).toEqual(['', '0470 1']);
    expect(draft.known).toEqual([]);
  });

  it('are two where two are alike in everything, and the same again when the same list is saved again', () => {
    const twins = [aSale(aNewClient('Eva')), aSale(aNewClient('Eva'))];
    const { identity, contentHash, clients } = handDraft({ sales: twins, clients: [] }, empty);
    expect(clients.keys).toEqual(['eva']);
    expect([identity[0], identity[1]]).not.toEqual([identity[2], identity[3]]);
    const again = handDraft({ sales: twins, clients: [] }, empty);
    expect(again.identity).toEqual(identity);
    expect(again.contentHash).toBe(contentHash);
    const others = [aSale(aNewClient('Eva')), twins[1]!];
    expect(handDraft({ sales: others, clients: [] }, empty).contentHash).not.toBe(contentHash);
  });

  it('of a name that the shop has are those of that client, of whom nothing is written over', () => {
    const typed = aNewClient('ANNA  vos', { phone: '0499', email: 'anna@example.com' });
    const { clients } = handDraft({ sales: [aSale(typed)], clients: [] }, shop);
    expect(clients).toMatchObject({
      keys: ['anna vos'],
      names: [''],
      phones: [''],
      emails: ['anna@example.com'],
    });
  });

  it('of another person with that name get a name of their own to be stored under', () => {
    const other = aNewClient('Anna Vos', { id: 'a', another: true });
    const third = aNewClient('Anna Vos', { id: 'b', another: true });
    const { clients, sales: columns } = handDraft(
      { sales: [aSale(other), aSale(third), aSale(other)], clients: [] },
      shop,
    );
    expect(clients.keys).toEqual(['anna vos (2)', 'anna vos (3)']);
    expect(clients.names).toEqual(['Anna Vos', 'Anna Vos']);
    expect([...columns.client]).toEqual([0, 1, 0]);
  });

  it('go by the number where there is one', () => {
    const { clients } = handDraft(
      { sales: [aSale(aNewClient('Anna Vos', { number: ' 0042 ' }))], clients: [] },
      shop,
    );
    expect(clients).toMatchObject({ keys: ['0042'], names: ['Anna Vos'] });
  });

  it('of nobody stay without a client: "Guest" is nobody', () => {
    const { sales: columns, clients } = handDraft(
      { sales: [aSale(aNewClient('Guest')), aSale(aNewClient('  '))], clients: [] },
      shop,
    );
    expect([...columns.client]).toEqual([NONE, NONE]);
    expect(clients.keys).toEqual([]);
  });

  it('of a client whom the shop has forgotten since are written down by name', () => {
    const { clients } = handDraft(
      { sales: [aSale({ kind: 'known', client: 2, name: 'Cleo' })], clients: [] },
      shop,
    );
    expect(clients).toMatchObject({ keys: ['cleo'], names: ['Cleo'] });
  });
});

describe('clients written down by hand', () => {
  it('are known without a sale, each once', () => {
    const eva = aNewClient('Eva', { segment: 'Weddings' });
    const draft = handDraft({ sales: [], clients: [eva, eva, aNewClient('Guest')] }, shop);
    expect(draft.sales.length).toBe(0);
    expect(draft.known).toEqual([0]);
    expect(draft.clients).toMatchObject({ keys: ['eva'], segments: ['Weddings'] });
  });

  it('bring no sign into the list that would tear it apart', () => {
    const { clients } = handDraft(
      { sales: [], clients: [aNewClient('Eva\u0000Blom\n', { phone: '1\u00012' })] },
      empty,
    );
    expect(clients).toMatchObject({ keys: ['eva blom'], names: ['Eva Blom'], phones: ['1 2'] });
  });
});
