/** Kinds of clients of the example shop, as its till calls them. */
export const SEGMENTS = ['Private', 'Company', 'Restaurant', 'Wedding planner'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** One thing on the example shop's price list. */
export interface Product {
  readonly name: string;
  /** Cents a piece. */
  readonly price: number;
  /** Part of the price that it costs the shop. */
  readonly costShare: number;
  /** How often it is bought by each segment, in the order of `SEGMENTS`. */
  readonly appeal: readonly [number, number, number, number];
  /** Fewest and most pieces bought at once; 1 and 1 if not given. */
  readonly pieces?: readonly [number, number];
  /** Months (1-12) in which it is sold; the whole year if not given. */
  readonly months?: readonly number[];
}

/** The price list of the example shop; the last entry is free, so that it makes a client known without a purchase. */
export const PRODUCTS: readonly Product[] = [
  { name: 'Seasonal bouquet, small', price: 1950, costShare: 0.42, appeal: [16, 3, 2, 0] },
  { name: 'Seasonal bouquet, medium', price: 2950, costShare: 0.41, appeal: [20, 6, 3, 1] },
  { name: 'Seasonal bouquet, large', price: 4500, costShare: 0.4, appeal: [10, 6, 3, 2] },
  { name: 'Red rose, stem', price: 320, costShare: 0.45, appeal: [9, 1, 1, 4], pieces: [3, 25] },
  {
    name: 'Tulips, bunch',
    price: 890,
    costShare: 0.48,
    appeal: [18, 2, 8, 1],
    pieces: [1, 3],
    months: [1, 2, 3, 4, 5],
  },
  {
    name: 'Peonies, bunch',
    price: 1690,
    costShare: 0.5,
    appeal: [16, 2, 5, 8],
    pieces: [1, 4],
    months: [5, 6],
  },
  {
    name: 'Sunflowers, bunch',
    price: 1250,
    costShare: 0.44,
    appeal: [14, 2, 8, 3],
    pieces: [1, 3],
    months: [7, 8, 9],
  },
  { name: 'Orchid in a pot', price: 2490, costShare: 0.52, appeal: [7, 5, 2, 0] },
  { name: 'Hydrangea in a pot', price: 1850, costShare: 0.5, appeal: [7, 2, 2, 0], months: [3, 4, 5, 6, 7] },
  { name: 'Three succulents', price: 1490, costShare: 0.4, appeal: [6, 3, 1, 0] },
  { name: 'Ficus', price: 3900, costShare: 0.55, appeal: [3, 5, 2, 0] },
  { name: 'Terracotta pot', price: 1290, costShare: 0.5, appeal: [6, 1, 1, 0], pieces: [1, 2] },
  { name: 'Glass vase', price: 2200, costShare: 0.48, appeal: [5, 2, 3, 6], pieces: [1, 2] },
  { name: 'Ceramic vase', price: 3400, costShare: 0.5, appeal: [3, 2, 1, 1] },
  { name: 'Scented candle', price: 1650, costShare: 0.45, appeal: [7, 2, 1, 1] },
  { name: 'Greeting card', price: 350, costShare: 0.3, appeal: [14, 6, 0, 0] },
  { name: 'Box of chocolates', price: 1290, costShare: 0.6, appeal: [8, 5, 0, 0] },
  { name: 'Gift basket', price: 5400, costShare: 0.58, appeal: [3, 8, 0, 1] },
  { name: 'Advent wreath', price: 3800, costShare: 0.46, appeal: [14, 10, 10, 0], months: [11, 12] },
  { name: 'Christmas arrangement', price: 4200, costShare: 0.45, appeal: [10, 14, 12, 0], months: [12] },
  { name: 'Mourning wreath', price: 9500, costShare: 0.44, appeal: [2, 1, 0, 0] },
  { name: 'Bridal bouquet', price: 14500, costShare: 0.35, appeal: [0.4, 0, 0, 12] },
  { name: 'Table arrangement', price: 3200, costShare: 0.4, appeal: [2, 6, 18, 14], pieces: [1, 3] },
  { name: 'Lobby arrangement', price: 6800, costShare: 0.38, appeal: [0, 16, 8, 0] },
  { name: 'Delivery', price: 750, costShare: 0.7, appeal: [7, 10, 6, 6] },
  { name: 'Wedding consultation', price: 0, costShare: 0, appeal: [0, 0, 0, 0] },
];

export const CONSULTATION = PRODUCTS.length - 1;

/** Those who stand at the till; the last one has left the shop. */
export const EMPLOYEES = ['Marta', 'Jonas', 'Elena'] as const;
