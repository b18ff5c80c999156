const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (value: string) =>
  value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!);

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
};

/** Names of the sheets of an OpenDocument workbook that are out of sight, by the text of its `content.xml`. */
export function hiddenInOds(content: string): ReadonlySet<string> {
  const body = content.indexOf('<office:body');
  const styles = content.slice(0, Math.max(0, body)).split(/<style:style(?=\s)/);
  const unseen = new Set(
    styles
      .filter((style) => /\stable:display="false"/.test(style))
      .flatMap((style) => attribute(style, 'style:name') ?? []),
  );
  if (unseen.size === 0) return new Set();
  const sheets = content.slice(body).match(/<table:table\s[^>]*>/g) ?? [];
  return new Set(
    sheets.flatMap((tag) =>
      unseen.has(attribute(tag, 'table:style-name') ?? '') ? [attribute(tag, 'table:name')!] : [],
    ),
  );
}
