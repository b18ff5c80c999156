/** Seeded sales export for measuring: the same seed gives the same bytes on every machine. */
export interface SalesTextShape {
  readonly rows: number;
  readonly clients: number;
  readonly seed?: number;
  /** Rows in one piece of text. */
  readonly piece?: number;
}

export const SALES_TITLES = 'Receipt,Date,Client no,Client,Product,Quantity,Amount,Employee';

/** What a reader must find in the text; a measurement that finds something else does not count. */
export interface SalesTextTruth {
  readonly rows: number;
  readonly clients: number;
  readonly receipts: number;
  /** Sum of all amounts in cents. */
  readonly total: number;
}

const FIRST = [
  'Ana',
  'Bo',
  'Carla',
  'Dirk',
  'Elena',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Katya',
  'Luca',
];
const LAST = [
  'Adler',
  'Brouwer',
  'Costa',
  'Dubois',
  'Evans',
  'Fischer',
  'Garcia',
  'Horvat',
  'Ivanov',
  'Jansen',
];
const EMPLOYEES = ['Mira', 'Tom', 'Noor', 'Paul', 'Zoe'];
const FIRST_DAY = Date.UTC(2023, 0, 2);

/** mulberry32: small, seeded, good enough for made-up sales. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** The text in pieces, so that a million rows never stand in memory as one string; answers at its end with the truth. */
export function* salesText({
  rows,
  clients,
  seed = 7,
  piece = 20_000,
}: SalesTextShape): Generator<string, SalesTextTruth> {
  const random = randomFrom(seed);
  const seen = new Set<number>();
  let receipt = 100_000;
  let receipts = 0;
  let client = 0;
  let total = 0;
  let text = `${SALES_TITLES}\n`;
  for (let row = 0; row < rows; row++) {
    if (row === 0 || random() < 0.8) {
      receipt++;
      receipts++;
      client = Math.floor(random() * random() * clients);
    }
    seen.add(client);
    const at = new Date(
      FIRST_DAY + Math.floor((row / rows) * 1_060) * 86_400_000 + ((row * 37) % 600) * 60_000 + 32_400_000,
    );
    const cents = 150 + Math.floor(random() * 9_000) - (random() < 0.01 ? 9_200 : 0);
    total += cents;
    const amount = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${two(Math.abs(cents) % 100)}`;
    const day = at.toISOString();
    const name = `${FIRST[client % FIRST.length]} ${LAST[Math.floor(client / 7) % LAST.length]} ${client}`;
    const product = `Product ${Math.floor(random() * 400)}`;
    const quantity = 1 + Math.floor(random() * 4);
    const employee = EMPLOYEES[Math.floor(random() * EMPLOYEES.length)];
    text += `R${receipt},${day.slice(0, 10)} ${day.slice(11, 16)},C${10_000 + client},${name},${product},${quantity},${amount},${employee}\n`;
    if ((row + 1) % piece === 0) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
  return { rows, clients: seen.size, receipts, total };
}

/** All pieces as one block of UTF-8, with the truth about it. */
export function salesBytes(shape: SalesTextShape): { bytes: Uint8Array<ArrayBuffer>; truth: SalesTextTruth } {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const pieces = salesText(shape);
  for (;;) {
    const step = pieces.next();
    if (step.done) {
      const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      return { bytes, truth: step.value };
    }
    parts.push(encoder.encode(step.value));
  }
}
