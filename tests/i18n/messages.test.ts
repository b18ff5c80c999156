import { readdirSync, readFileSync } from 'node:fs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { disguise } from '../../src/i18n/pseudo';

const ROOT = 'src/i18n';

const languages = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

function messagesOf(language: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const file of readdirSync(`${ROOT}/${language}`)) {
    const area = JSON.parse(readFileSync(`${ROOT}/${language}/${file}`, 'utf8')) as Record<string, string>;
    for (const [key, message] of Object.entries(area)) {
      if (messages.has(key)) throw new Error(`${key} stands twice in ${language}`);
      messages.set(key, message);
    }
  }
  return messages;
}

/** Names of the placeholders, plural branches included; tags with their angle brackets. */
function placeholders(elements: readonly MessageFormatElement[], into = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.tag) {
      into.add(`<${element.value}>`);
      placeholders(element.children, into);
    } else if (element.type !== TYPE.literal && element.type !== TYPE.pound) into.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) placeholders(option.value, into);
    }
  }
  return into;
}

/** The forms of every plural; one that only tells an exact number from all others, as "=0 … other …", counts nothing. */
function plurals(
  elements: readonly MessageFormatElement[],
): { type: Intl.PluralRuleType; forms: string[] }[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return plurals(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap((option) => plurals(option.value));
    if (element.type === TYPE.select) return inner;
    const names = Object.keys(element.options);
    const forms = names.filter((name) => !name.startsWith('='));
    const isExactOrAny = forms.length < names.length && forms.join() === 'other';
    return isExactOrAny
      ? inner
      : [{ type: element.pluralType ?? 'cardinal', forms: forms.toSorted() }, ...inner];
  });
}

const english = messagesOf('en');

test('English is there', () => {
  expect(languages).toContain('en');
  expect(english.size).toBeGreaterThan(100);
});

describe.each(languages)('the messages in %s', (language) => {
  const messages = messagesOf(language);
  const parsed = new Map(
    [...messages].map(([key, message]) => [key, () => parse(message, { requiresOtherClause: true })]),
  );

  test('all parse', () => {
    for (const [key, read] of parsed) expect(read, key).not.toThrow();
  });

  test('none is empty or has blanks at its ends', () => {
    expect([...messages].filter(([, message]) => message === '' || message !== message.trim())).toEqual([]);
  });

  test('have the same keys as English', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('have the same placeholders as English', () => {
    for (const [key, read] of parsed)
      expect([...placeholders(read())].sort(), key).toEqual(
        [...placeholders(parse(english.get(key)!))].sort(),
      );
  });

  test('have in every plural exactly the forms of the language', () => {
    const wanted = (type: Intl.PluralRuleType) =>
      new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories.toSorted();
    for (const [key, read] of parsed) {
      for (const { type, forms } of plurals(read())) expect(forms, key).toEqual(wanted(type));
    }
  });
});

test('the disguised language keeps placeholders and plurals of every message, and lengthens its words', () => {
  for (const [key, message] of english) {
    const plain = parse(message);
    const disguised = disguise(plain) as MessageFormatElement[];
    expect(placeholders(disguised), key).toEqual(placeholders(plain));
    expect(plurals(disguised), key).toEqual(plurals(plain));
    const letters = /\p{L}/u.test(
      JSON.stringify(
        plain.filter((element) => element.type === TYPE.literal).map((element) => element.value),
      ),
    );
    if (letters) expect(JSON.stringify(disguised).length, key).toBeGreaterThan(JSON.stringify(plain).length);
  }
});

test('every refusal, issue and failure has words', async () => {
  const { REFUSALS } = await import('../../src/domain/intake/refusal');
  const { ISSUES } = await import('../../src/domain/intake/issues');
  const { FAILURES } = await import('../../src/storage/failure');
  const wanted = [
    ...REFUSALS.flatMap((code) => [`refusal.${code}.title`, `refusal.${code}.advice`]),
    ...ISSUES.map((code) => `issue.${code}`),
    ...FAILURES.flatMap((code) => [`error.${code}`, `error.${code}.advice`]),
  ];
  expect(wanted.filter((key) => !english.has(key))).toEqual([]);
});
