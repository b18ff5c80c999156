import type { RefusalCode } from '../refusal';

const starts = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

const asciiOf = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) text += byte > 31 && byte < 127 ? String.fromCharCode(byte) : ' ';
  return text;
};

function zipKind(head: Uint8Array): RefusalCode {
  const names = asciiOf(head);
  return /\[Content_Types\]\.xml|xl\/|_rels\/\.rels|opendocument\.spreadsheet/.test(names) ? 'xlsx' : 'zip';
}

/**
 * Why a file cannot be a sales table, judged by its first bytes (a spreadsheet, picture, PDF or archive renamed to .csv);
 * undefined where they look like text. Spreadsheets of other offices count as `xlsx`.
 */
export function refusedKind(head: Uint8Array): RefusalCode | undefined {
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return zipKind(head);
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (starts(head, 0x09, 0x08, 0x10, 0x00)) return 'xls';
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(head, 0x89, 0x50, 0x4e, 0x47) || starts(head, 0xff, 0xd8, 0xff)) return 'image';
  if (
    starts(head, 0x47, 0x49, 0x46, 0x38) ||
    starts(head, 0x42, 0x4d, head[2] ?? 0, head[3] ?? 0, head[4] ?? 0, head[5] ?? 0, 0, 0)
  )
    return 'image';
  if (starts(head, 0x52, 0x49, 0x46, 0x46))
    return asciiOf(head.subarray(8, 12)) === 'WEBP' ? 'image' : 'binary';
  if (/^ftyp(hei|mif|avif)/.test(asciiOf(head.subarray(4, 12)))) return 'image';
  if (starts(head, 0x1f, 0x8b) || starts(head, 0x42, 0x5a, 0x68)) return 'zip';
  if (
    starts(head, 0x50, 0x4b) ||
    starts(head, 0x37, 0x7a, 0xbc, 0xaf) ||
    starts(head, 0x52, 0x61, 0x72, 0x21)
  )
    return 'zip';
  if (starts(head, 0x4d, 0x5a, 0x90) || starts(head, 0x7f, 0x45, 0x4c, 0x46)) return 'binary';
  const text = asciiOf(head.subarray(0, 512)).trimStart().toLowerCase();
  if (/^(<!doctype|<html|<table|<\?xml|<head|<meta|\{\\rtf)/.test(text)) return 'unreadable';
  if (text.startsWith('sqlite format')) return 'binary';
  return undefined;
}
