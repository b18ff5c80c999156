/** A day without a year (`0103`, `103` or `01.03.`) with the year that puts it within the period; as it was where it is none. */
export function withYear(text: string, { from, to }: { readonly from: string; readonly to: string }): string {
  const [, date = '', month = ''] = /^(\d{1,2})[.]?(\d{2})[.]?$/.exec(text.trim()) ?? [];
  if (date === '') return text;
  const monthAndDate = month + date.padStart(2, '0');
  const years = [from.slice(0, 4), to.slice(0, 4)];
  const year = years.find((each) => each + monthAndDate >= from && each + monthAndDate <= to) ?? years[0]!;
  return `${date.padStart(2, '0')}.${month}.${year}`;
}
