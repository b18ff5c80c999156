import type { Message } from './messages';

type Ast = Exclude<Message, string>;
type Node = Ast[number];

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ', n: 'ñ', o: 'ó', p: 'þ',
  q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'ú', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž', A: 'Á', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ',
  G: 'Ĝ', H: 'Ĥ', I: 'Í', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ḿ', N: 'Ñ', O: 'Ó', P: 'Þ', Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Ú', V: 'Ṽ',
  W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž',
};

const disguiseText = (text: string): string => {
  const accented = Array.from(text, (letter) => ACCENTED[letter] ?? letter).join('');
  const letters = text.replace(/[^A-Za-z]/g, '').length;
  if (letters === 0) return accented;
  const trailing = /\s*$/.exec(accented)![0];
  const padding = '·'.repeat(Math.ceil(letters * 0.4)).replace(/(·{8})(?=·)/g, '$1 ');
  return accented.slice(0, accented.length - trailing.length) + padding + trailing;
};

type Literal = Extract<Node, { type: 0 }>;

const isLiteral = (node: Node): node is Literal => !('options' in node) && !('children' in node) && Number(node.type) === 0;

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
