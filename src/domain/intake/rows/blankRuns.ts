/** Text of a table in which runs of blanks part the cells, brought to single blanks without any at the edges of a line. */
export const collapseBlanks = (text: string): string =>
  text
    .replace(/[ \t]+/g, ' ')
    .replace(/(^|[\r\n]) /g, '$1')
    .replace(/ (?=[\r\n])/g, '');
