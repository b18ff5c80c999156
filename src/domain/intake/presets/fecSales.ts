import type { Preset } from './preset';

const OTHER_JOURNALS = [
  ...[
    'bq*',
    'ban*',
    'bnk*',
    'cb*',
    'csh*',
    'cai*',
    'ca',
    'od*',
    'an',
    'ran*',
    'a nouveau*',
    'report a nouveau*',
  ],
  ...['caisse*', 'operations diverses*', 'tresorerie*', 'cash*', 'miscellaneous*', 'opening*'],
];

/** Of the lines of an entry only that on a client account (411) is the sale. */
export const fecSales: Preset = {
  id: 'fec',
  tells: [
    [
      'journal code',
      'journal lib',
      'ecriture num',
      'ecriture date',
      'compte num',
      'comp aux num',
      'debit',
      'credit',
    ],
  ],
  columns: {
    date: 'ecriture date',
    client: 'comp aux num',
    name: 'comp aux lib',
    amount: 'debit',
    receipt: 'piece ref',
    product: 'ecriture lib',
  },
  dateOrder: 'compact',
  rules: {
    only: [['compte num', '411*']],
    never: [
      ['journal code', ...OTHER_JOURNALS],
      ['journal lib', ...OTHER_JOURNALS],
    ],
    instead: [
      ['comp aux lib', 'compte lib', 'client', 'clients', 'clients divers', 'clients ventes*', 'customers'],
    ],
    minus: ['credit'],
  },
};
