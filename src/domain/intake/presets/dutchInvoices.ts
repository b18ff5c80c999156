import type { Preset } from './preset';

export const afasInvoices: Preset = {
  id: 'afas-invoices',
  tells: [['debiteur', 'factuurnummer', 'factuurdatum', 'omschrijving', 'bedrag incl btw']],
  columns: {
    date: 'factuurdatum',
    client: 'debiteur',
    amount: 'bedrag incl btw',
    receipt: 'factuurnummer',
    product: 'omschrijving',
  },
  dateOrder: 'dmy',
  rules: { sure: ['date-order'] },
};

export const eboekhoudenInvoices: Preset = {
  id: 'eboekhouden-invoices',
  tells: [['relatiecode', 'relatie', 'factuurnummer', 'factuurdatum', 'vervaldatum', 'bedrag']],
  columns: {
    date: 'factuurdatum',
    client: 'relatiecode',
    name: 'relatie',
    amount: 'bedrag',
    receipt: 'factuurnummer',
  },
  dateOrder: 'dmy',
  rules: { sure: ['date-order'] },
};
