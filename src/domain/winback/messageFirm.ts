const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Legal forms that are no part of a person's name, wherever they stand. Folded, without full stops. */
const LEGAL = words(
  'ltd limited llc llp inc incorporated plc corp corporation gmbh mbh ohg kgaa gbr sarl sasu eurl snc sprl srl srls scrl bvba bv nv vof ' +
    'vzw asbl commv spa sapa scarl onlus slu sll sau pfa srld ooo ооо оао oao зао zao пао тоо гуп муп нко',
);

/** Legal forms that may be a name or a word too: they count in capitals or with full stops, as the first or the last word. */
const SHORT_LEGAL = words('ag kg ug se eg ev sa sas sl sc sci sca scs cv ii if co coop cb ip ип ао ao чп тк');

/** What only a house is called. */
const TRADES = words(
  'company hotel restaurant bar cafe café school office shop bank studio church club trattoria bistro brasserie tavern weddings events ' +
    'celebrations catering opticians insurance architects fitness estate salon dental practice law firm bakery butchers pharmacy garage ' +
    'group services solutions hôtel école boulangerie pharmacie mairie bakkerij apotheek gemeente bäckerei apotheke praxis gaststätte ' +
    'gasthaus albergo ristorante farmacia panificio scuola panadería restaurante escuela ayuntamiento restaurantul grădinița şcoala ' +
    'ресторан кафе отель гостиница салон школа магазин аптека студия компания фирма',
);

/** What files call clients who are firms, in the languages tills speak: the beginning of a word of the segment. */
const FIRM_SEGMENTS = [
  ...[
    'b2b',
    'business',
    'compan',
    'corporat',
    'firm',
    'trade',
    'wholesale',
    'reseller',
    'dealer',
    'organis',
    'organiz',
  ],
  ...['restaurant', 'hotel', 'horeca', 'hospitality', 'office', 'school'],
  ...['entreprise', 'société', 'professionnel', 'grossiste', 'revendeur', 'hôtel'],
  ...['zakelijk', 'bedrij', 'groothandel', 'onderneming', 'wederverkoper'],
  ...['geschäft', 'gewerb', 'unternehm', 'großhandel', 'grosshandel', 'gastronom', 'händler'],
  ...['юр', 'фирм', 'организац', 'компани', 'опт', 'бизнес', 'корпорат', 'предприят', 'ресторан', 'отел'],
  ...['jurid', 'en-gros', 'engros', 'angro', 'revânz'],
  ...['aziend', 'ditta', 'ditte', 'impres', 'ingrosso', 'rivenditor', 'società', 'ristor', 'albergh'],
  ...['empresa', 'compañ', 'negocio', 'mayorista', 'revendedor', 'sociedad', 'hostel'],
];
const PRIVATE_SEGMENTS = [
  ...['private', 'b2c', 'consumer', 'personal', 'individual', 'particul', 'privat', 'частн', 'физ', 'fizic'],
];

const begins = (segment: string, beginnings: readonly string[]): boolean =>
  segment
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d-]+/u)
    .some((word) => beginnings.some((beginning) => word.startsWith(beginning)));

/** "S. R. L." as "S.R.L." */
const joined = (name: string): string => name.replace(/(?<=(?:^|\s)\p{L}\.)\s+(?=\p{L}\.)/gu, '');

/** Whether a name has a legal form in it. */
function hasLegalForm(name: string): boolean {
  const all = joined(name)
    .split(/[\s,"“”«»()]+/)
    .filter(Boolean);
  return all.some((word, place) => {
    const plain = word.toLowerCase().replace(/\./g, '');
    if (LEGAL.has(plain)) return true;
    const isMarked = word === word.toUpperCase() || word.includes('.');
    const isAtEnd = all.length > 1 && (place === 0 || place === all.length - 1);
    return isMarked && isAtEnd && SHORT_LEGAL.has(plain);
  });
}

/**
 * Whether a client is a house rather than a person, so that nobody is greeted as "Hotel": by a legal form in the name, by the segment of the
 * file, else by what only houses are called; never by the last where the file calls the client private (method.md [5.6]).
 */
export function isFirm(name: string, segment = ''): boolean {
  if (hasLegalForm(name) || name.includes('&')) return true;
  if (begins(segment, PRIVATE_SEGMENTS)) return false;
  if (begins(segment, FIRM_SEGMENTS)) return true;
  return name
    .toLowerCase()
    .split(/[\s,"“”«»()]+/)
    .some((word) => TRADES.has(word.replace(/\./g, '')));
}
