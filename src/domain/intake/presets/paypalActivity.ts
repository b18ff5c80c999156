import { NOT_SALES } from './notSales';
import type { Preset } from './preset';

export const paypalActivity: Preset = {
  id: 'paypal-activity',
  tells: [
    ['date', 'time', 'name', 'type', 'status', 'gross', 'net', 'transaction id'],
    ['datum', 'uhrzeit', 'name', 'typ', 'status', 'brutto', 'netto', 'transaktionscode'],
    ['date', 'heure', 'nom', 'type', 'brut', 'net', 'numero de transaction'],
    ['datum', 'tijd', 'naam', 'type', 'bruto', 'net', 'transactiereferentie'],
    ['data', 'ora', 'nome', 'tipo', 'lordo', 'netto', 'codice transazione'],
    ['fecha', 'hora', 'nombre', 'tipo', 'bruto', 'neto', 'id de transaccion'],
  ],
  columns: {
    date: ['date', 'datum', 'data', 'fecha'],
    client: [
      ...['from email address', 'absender e mail adresse', 'de l adresse email', 'van e mailadres'],
      ...['dall indirizzo email', 'correo electronico del remitente'],
    ],
    name: ['name', 'nom', 'naam', 'nome', 'nombre'],
    email: [
      ...['from email address', 'absender e mail adresse', 'de l adresse email', 'van e mailadres'],
      ...['dall indirizzo email', 'correo electronico del remitente'],
    ],
    phone: ['contact phone number', 'telefon'],
    amount: ['gross', 'brutto', 'brut', 'bruto', 'lordo'],
    receipt: [
      'transaction id',
      'transaktionscode',
      'numero de transaction',
      'transactiereferentie',
      'codice transazione',
    ],
    product: ['item title', 'artikelbezeichnung', 'titre de l objet'],
  },
  rules: {
    time: ['time', 'uhrzeit', 'heure', 'tijd', 'ora', 'hora'],
    never: [
      [['status', 'etat', 'stato', 'estado'], ...NOT_SALES, 'placed', 'held'],
      [
        ['type', 'typ', 'tipo'],
        ...[
          'account hold*',
          'general withdrawal*',
          'user initiated withdrawal*',
          'withdrawal*',
          'bank deposit*',
        ],
        ...[
          'general currency conversion*',
          'hold on*',
          'reversal of*',
          'general authorization*',
          'authorization*',
        ],
        ...['general account correction*', 'fee*', 'payout*', 'transfer*', 'general credit card deposit*'],
        ...[
          'einbehaltung*',
          'bankgutschrift*',
          'allgemeine abbuchung*',
          'abbuchung*',
          'von nutzer eingeleitete*',
        ],
        ...[
          'allgemeine wahrungsumrechnung*',
          'wahrungsumrechnung*',
          'allgemeine gutschrift auf kreditkarte*',
        ],
        ...[
          'ruckbuchung allgemeiner*',
          'allgemeine autorisierung*',
          'gebuhr*',
          'virement*',
          'conversion*',
          'bonifico*',
        ],
      ],
    ],
    refunds: [
      [
        ['type', 'typ', 'tipo'],
        ...[
          'payment refund*',
          'refund*',
          'ruckzahlung*',
          'erstattung*',
          'remboursement*',
          'terugbetaling*',
          'rimborso*',
        ],
        ...['reembolso*', 'payment reversal*', 'chargeback*'],
      ],
    ],
    othersSpend: true,
    currency: ['currency', 'wahrung', 'devise', 'valuta', 'divisa', 'moneda'],
    id: [
      'transaction id',
      'transaktionscode',
      'numero de transaction',
      'transactiereferentie',
      'codice transazione',
    ],
  },
};
