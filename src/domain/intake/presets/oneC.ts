import type { Preset } from './preset';

/** What 1C saves: a register of documents, and a book of sales with tax apart. */
export const oneCDocuments: Preset = {
  id: '1c-documents',
  tells: [['дата', 'документ', 'контрагент', 'сумма', 'оплачено']],
  columns: { date: 'дата', name: 'контрагент', amount: 'сумма', receipt: 'документ' },
  rules: { refunds: [['документ', 'возврат*', 'корректировка*']] },
};

export const oneCLedger: Preset = {
  id: '1c-ledger',
  tells: [['дата', 'номер', 'контрагент', 'инн', 'сумма без ндс', 'ндс', 'итого']],
  columns: { date: 'дата', name: 'контрагент', amount: 'итого', receipt: 'номер' },
};
