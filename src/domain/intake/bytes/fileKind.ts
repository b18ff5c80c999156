import type { RefusalCode } from '../refusal';

const starts = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

const asciiOf = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) text += byte > 31 && byte < 127 ? String.fromCharCode(byte) : ' ';
  return text;
};

/** What has to be done to get at a table: nothing, unpacking, reading a web page or XML; else why it cannot be one. */
export type FileKind = 'text' | 'zip' | 'gzip' | 'markup' | RefusalCode;

/** What a file is by its first bytes, whatever it calls itself. Workbooks of today are `zip`. */
export function fileKind(head: Uint8Array): FileKind {
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(head, 0x1f, 0x8b)) return 'gzip';
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
  if (
    starts(head, 0x42, 0x5a, 0x68) ||
    starts(head, 0xfd, 0x37, 0x7a, 0x58) ||
    starts(head, 0x37, 0x7a, 0xbc, 0xaf) ||
    starts(head, 0x52, 0x61, 0x72, 0x21)
  )
    return 'packed';
  if (starts(head, 0x4d, 0x5a, 0x90) || starts(head, 0x7f, 0x45, 0x4c, 0x46)) return 'binary';
  const text = asciiOf(head.subarray(0, 512)).trimStart().toLowerCase();
  if (/^(<!doctype|<html|<table|<\?xml|<head|<meta|<body|<workbook)/.test(text)) return 'markup';
  if (text.startsWith('{\\rtf')) return 'unreadable';
  if (text.startsWith('sqlite format')) return 'binary';
  return 'text';
}

/** Why a file cannot be read as text; undefined where it looks like text. */
export function refusedKind(head: Uint8Array): RefusalCode | undefined {
  const kind = fileKind(head);
  if (kind === 'text') return undefined;
  return kind === 'zip' || kind === 'gzip' || kind === 'markup' ? 'unreadable' : kind;
}
