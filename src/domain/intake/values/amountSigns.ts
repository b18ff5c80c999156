export const isDigit = (code: number) => code >= 48 && code <= 57;
export const isGap = (code: number) =>
  code === 32 ||
  code === 9 ||
  code === 0xa0 ||
  code === 0x202f ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200f);
export const isMinus = (code: number) => code === 45 || code === 0x2212 || code === 0x2013 || code === 0x2010;
export const isLoneMark = (code: number) => code === 39 || code === 0x2019 || code === 96 || code === 0x02bc;
export const isCurrencySign = (code: number) =>
  code === 36 ||
  (code >= 0xa2 && code <= 0xa5) ||
  (code >= 0x20a0 && code <= 0x20cf) ||
  code === 0x9f2 ||
  code === 0x9f3 ||
  code === 0xe3f ||
  code === 0x58f ||
  code === 0xfdfc ||
  (code >= 0xffe0 && code <= 0xffe6);
export const isLetter = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x2000);
