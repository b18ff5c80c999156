import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rawWords } from '../support/rawWords';

const components = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svelte'))
  .map((path) => join('src', path));

describe('words for people live in i18n', () => {
  test('there are components to look at', () => {
    expect(components.length).toBeGreaterThan(20);
  });

  test.each(components)('%s holds none', (path) => {
    expect(rawWords(readFileSync(path, 'utf8'))).toEqual([]);
  });
});

describe('a planted word is found', () => {
  test.each([
    ['in text', '<p>Hello there</p>', 'line 1: Hello there'],
    ['inside a block', '{#if a}\n<p>\nHello</p>{/if}', 'line 2: Hello'],
    ['inside a snippet', '{#snippet a()}<b>Hello</b>{/snippet}', 'line 1: Hello'],
    ['in a label read out', '<button aria-label="Close"></button>', 'line 1: Close'],
    ['in a placeholder', '<input placeholder="Your name" />', 'line 1: Your name'],
    ['in the text of a picture', '<img alt="A boomerang" />', 'line 1: A boomerang'],
    ['in an attribute of a piece of ours', '<Field label="Name" />', 'line 1: Name'],
    ['in one arm of a choice', `<p>{open ? 'Close it' : t('ui.open')}</p>`, 'line 1: Close it'],
    ['in a template text', '<p title={`Client ${name}`}></p>', 'line 1: Client'],
  ])('%s', (_, source, expected) => {
    expect(rawWords(source)).toEqual([expected]);
  });

  test('keys, classes, signs and script are left alone', () => {
    const source = `<script>const words = 'in script';</script>
      <p class="text-muted" data-title="x">{t('app.name')} · {name} – 3</p><style>p { color: red }</style>`;
    expect(rawWords(source)).toEqual([]);
  });
});
