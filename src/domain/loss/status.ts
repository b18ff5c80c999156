/** Where a client stands at the as-of date (method.md [2.2], rules.md 3.4). Codes are stored: never renumber. */
export const STATUS = {
  potential: 0,
  new: 1,
  regular: 2,
  sleeping: 3,
  lost: 4,
  recovered: 5,
  lostTwice: 6,
} as const;

export type StatusName = keyof typeof STATUS;
export type StatusCode = (typeof STATUS)[StatusName];

export const STATUS_NAMES = Object.keys(STATUS) as StatusName[];

export const isLostStatus = (code: number): boolean => code === STATUS.lost || code === STATUS.lostTwice;
