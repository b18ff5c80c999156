import type { Message } from './messages';

type Ast = Exclude<Message, string>;
type Node = Ast[number];

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTS = Array.from('áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻḾÑÓÞǪŔŠŢÚṼŴẊÝŽ');
const ACCENTED = new Map(Array.from(PLAIN, (letter, index) => [letter, ACCENTS[index] ?? letter]));

const disguiseText = (text: string): string => {
  const accented = Array.from(text, (letter) => ACCENTED.get(letter) ?? letter).join('');
  const letters = text.replace(/[^A-Za-z]/g, '').length;
  if (letters === 0) return accented;
  const trailing = /\s*$/.exec(accented)![0];
  const padding = '·'.repeat(Math.ceil(letters * 0.4)).replace(/(·{8})(?=·)/g, '$1 ');
  return accented.slice(0, accented.length - trailing.length) + padding + trailing;
};

type Literal = Extract<Node, { type: 0 }>;

/** The parser's number for plain text; its enum would bring the parser along. */
const LITERAL = 0;

const isLiteral = (node: Node): node is Literal => {
  const kind: number = node.type;
  return kind === LITERAL;
};

const disguiseAst = (ast: Ast): Ast =>
  ast.map((node): Node => {
    if (isLiteral(node)) return { ...node, value: disguiseText(node.value) };
    if ('options' in node) {
      const options = structuredClone(node.options);
      for (const option of Object.values(options)) option.value = disguiseAst(option.value);
      return { ...node, options };
    }
    if ('children' in node) return { ...node, children: disguiseAst(node.children) };
    return node;
  });

/** English in disguise: accents and 40 % more length on every literal, placeholders and plural branches kept. */
export const disguise = (message: Message): Message =>
  typeof message === 'string' ? disguiseText(message) : disguiseAst(message);
