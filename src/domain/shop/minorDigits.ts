/** ISO 4217 currencies whose minor unit is not a hundredth. */
const DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  RWF: 0,
  GNF: 0,
  KMF: 0,
  DJF: 0,
  BIF: 0,
  VUV: 0,
};

/** Decimal places of a currency's minor unit; 2 where the code is unknown, and for `VISITS` (ISO 4217). */
export const minorDigits = (currency: string): number => DIGITS[currency] ?? 2;
