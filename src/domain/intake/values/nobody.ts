import { foldedName } from './cleanText';

/** What tills, shops and donation pages write where nobody gave a name, folded; in the languages of the files. */
const DEFAULT_NAMES = new Set(
  [
    [
      'anonymous',
      'anonymous customer',
      'anonymous supporter',
      'cash',
      'cash client',
      'cash customer',
      'cash sale',
    ],
    [
      'cash sales',
      'counter sale',
      'counter sales',
      'default customer',
      'guest',
      'guest customer',
      'guest user',
    ],
    [
      'no customer',
      'no name',
      'private',
      'someone',
      'supporter',
      'unknown',
      'unknown customer',
      'walk in',
      'walk-in',
    ],
    [
      'walk-in client',
      'walk-in customer',
      'walk in customer',
      'walkin',
      'walkin customer',
      'retail customer',
    ],
    ['[deleted]', 'deleted', 'deleted customer', 'deleted user', 'redacted', 'n/a', 'not applicable'],
    ['anonyme', 'client', 'client anonyme', 'client comptant', 'client comptoir', 'client de passage'],
    [
      'client divers',
      'client passage',
      'clients divers',
      'comptoir',
      'divers',
      'inconnu',
      'invité',
      'particulier',
    ],
    ['vente comptoir', 'ventes comptoir'],
    [
      'anoniem',
      'balieklant',
      'contant',
      'contante klant',
      'contante verkoop',
      'diverse klanten',
      'gast',
      'kassaklant',
    ],
    ['onbekend', 'onbekende klant', 'particulier', 'passant', 'toonbank', 'toonbankverkoop', 'losse klant'],
    [
      'anonym',
      'barkunde',
      'barverkauf',
      'diverse',
      'divers kunden',
      'gast',
      'gastkunde',
      'kunde',
      'kassenkunde',
    ],
    ['laufkunde', 'laufkundschaft', 'privatkunde', 'unbekannt', 'tageskunde'],
    ['аноним', 'без имени', 'гость', 'клиент', 'не указан', 'неизвестно', 'неизвестный', 'покупатель'],
    [
      'розница',
      'розничный клиент',
      'розничный покупатель',
      'случайный покупатель',
      'физлицо',
      'физическое лицо',
    ],
    ['частное лицо', 'частный клиент'],
    ['anonim', 'client fizic', 'client necunoscut', 'client ocazional', 'clienti diversi', 'clienți diverși'],
    ['necunoscut', 'oaspete', 'persoana fizica', 'persoană fizică', 'client numerar'],
    ['anónimo', 'cliente', 'cliente contado', 'cliente de contado', 'cliente general', 'cliente mostrador'],
    ['cliente ocasional', 'clientes varios', 'consumidor final', 'desconocido', 'invitado', 'mostrador'],
    ['público en general', 'publico en general', 'público general', 'varios'],
    [
      'anonimo',
      'cliente al banco',
      'cliente generico',
      'cliente occasionale',
      'cliente privato',
      'clienti vari',
    ],
    ['ospite', 'privato', 'sconosciuto', 'vendita al banco', 'corrispettivi'],
    [
      'anônimo',
      'cliente balcão',
      'cliente balcao',
      'cliente avulso',
      'cliente não identificado',
      'consumidor',
    ],
    ['convidado', 'desconhecido', 'consumidor não identificado', 'venda ao balcão'],
  ]
    .flat()
    .map(foldedName),
);

/** Letters hidden behind stars, as market places show their buyers: `a***n`, `****`, `J*** D***`. */
const MASKED = /\*{2,}|^\*+$|[•●]{2,}/;

/** A long number as a spreadsheet cuts it short, `1.23457E+11`: many different numbers are written so. */
const CUT_SHORT = /^\d(?:[.,]\d+)?e\+\d\d$/i;

/** Whether a number lost its digits to a spreadsheet, so that it tells nothing apart any more. */
export const isCutShort = (cell: string): boolean => cell.length < 30 && CUT_SHORT.test(cell.trim());

/** Whether a name is nobody's: masked, cut short, or one that stands for everybody who gave none. `folded` as by `foldedName`. */
export const isNobody = (folded: string): boolean =>
  DEFAULT_NAMES.has(folded) || MASKED.test(folded) || CUT_SHORT.test(folded);
