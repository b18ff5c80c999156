import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');

function tokensOf(theme: string): Map<string, string> {
  const block = css.split('@plugin').find((part) => part.includes(`name: '${theme}';`)) ?? '';
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]),
  );
}

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['--color-base-100', '--color-base-200'];
const INKS = [
  '--color-base-content',
  '--muted',
  '--color-primary',
  '--color-error',
  '--loss',
  '--back',
  '--asleep',
  '--fresh',
  '--steady',
];
const ROLES = ['primary', 'secondary', 'accent', 'neutral', 'info', 'success', 'warning', 'error'];
const TONES = ['loss', 'back', 'asleep', 'fresh', 'steady'];

/** Every pair of text and ground that a piece puts together. */
const TEXT_PAIRS: readonly (readonly [ink: string, ground: string])[] = [
  ...GROUNDS.flatMap((ground) => INKS.map((ink) => [ink, ground] as const)),
  ...ROLES.map((role) => [`--color-${role}-content`, `--color-${role}`] as const),
  ...TONES.flatMap((tone) => [
    [`--${tone}`, `--${tone}-wash`] as const,
    ['--color-base-content', `--${tone}-wash`] as const,
  ]),
  ...['--muted', '--color-primary'].map((ink) => [ink, '--steady-wash'] as const),
  ...['--color-base-content', '--muted'].map((ink) => [ink, '--color-base-300'] as const),
  ['--rail-ink', '--rail'],
  ['--rail-muted', '--rail'],
  ['--rail-mark', '--color-neutral'],
];

/** Edges and signs that must be seen, but are not read. */
const SIGN_PAIRS = GROUNDS.flatMap((ground) =>
  ['--field-edge', '--color-info'].map((sign) => [sign, ground] as const),
);

describe.each(['boomerang', 'boomerang-dark'])('in the theme %s', (theme) => {
  const tokens = tokensOf(theme);
  const colour = (name: string) => tokens.get(name) ?? expect.fail(`${name} is missing`);

  test.each(TEXT_PAIRS)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SIGN_PAIRS)('%s can be seen on %s', (sign, ground) => {
    expect(contrast(colour(sign), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

test('both themes name the same colours', () => {
  expect([...tokensOf('boomerang').keys()]).toEqual([...tokensOf('boomerang-dark').keys()]);
});

test('the measure itself knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
