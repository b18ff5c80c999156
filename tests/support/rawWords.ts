import { parse, type AST } from 'svelte/compiler';

/** Attributes, and props of our own pieces, that a person reads or hears. */
const SPOKEN = new Set(
  (
    'aria-label aria-description aria-roledescription aria-valuetext placeholder title alt label ' +
    'text lead caption legend hint error note unit labelTitle unripeLabel'
  ).split(' '),
);

const hasWords = (text: string) => /\p{L}{2,}/u.test(text);

const lineOf = (source: string, offset: number) => source.slice(0, offset).split('\n').length;

interface Node {
  readonly type: string;
  readonly start: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

const literalsIn = (value: unknown): Node[] => {
  if (!isNode(value)) return [];
  if (value.type === 'Text' || value.type === 'Literal') return [value];
  if (value.type === 'ExpressionTag') return literalsIn((value as unknown as AST.ExpressionTag).expression);
  if (value.type === 'ConditionalExpression') {
    const { consequent, alternate } = value as unknown as { consequent: unknown; alternate: unknown };
    return [...literalsIn(consequent), ...literalsIn(alternate)];
  }
  if (value.type === 'LogicalExpression') return literalsIn((value as unknown as { right: unknown }).right);
  if (value.type === 'TemplateLiteral') return (value as unknown as { quasis: Node[] }).quasis;
  return [];
};

const textOf = (node: Node): string => {
  const { data, value } = node as unknown as { data?: string; value?: unknown };
  if (data !== undefined) return data;
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
};

/** Words for people that stand in a component instead of in i18n, each with its line. */
export function rawWords(source: string): string[] {
  const found: string[] = [];
  const tell = (node: Node) => {
    const text = textOf(node).trim();
    if (hasWords(text)) found.push(`line ${String(lineOf(source, node.start))}: ${text}`);
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type.endsWith('Directive')) return;
    if (value.type === 'Text') {
      tell(value);
      return;
    }
    if (value.type === 'ExpressionTag') {
      literalsIn(value).forEach(tell);
      return;
    }
    if (value.type === 'Attribute') {
      const { name, value: given } = value as unknown as { name: string; value: unknown };
      if (SPOKEN.has(name)) (Array.isArray(given) ? given : [given]).flatMap(literalsIn).forEach(tell);
      return;
    }
    for (const [key, child] of Object.entries(value)) {
      if (key !== 'expression' && key !== 'parent') visit(child);
    }
  };
  visit(parse(source, { modern: true }).fragment);
  return found;
}
