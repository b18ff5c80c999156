/** Days from the start of a spreadsheet's count to 1970-01-01. */
export const STARTS = { serial: 25_569, serial1904: 24_107 } as const;
type SerialOrder = keyof typeof STARTS;

const SERIAL = /^\s*(\d{5})(?:[.,](\d{1,17}))?\s*$/;

/** The day and the seconds since midnight of a spreadsheet's day number; undefined where the text is none. */
export function serialParts(text: string, order: SerialOrder): { day: number; time: number } | undefined {
  const parts = SERIAL.exec(text);
  if (!parts) return undefined;
  const seconds = Math.round(Number(`0.${parts[2] ?? 0}`) * 86_400);
  const day = Number(parts[1]) - STARTS[order] + Math.floor(seconds / 86_400);
  return { day, time: seconds % 86_400 };
}
