const MOST = 50;

/** The names without blanks and doubles, the one given most often first. */
export function mostNamed(names: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const name of names.map((text) => text.trim()).filter(Boolean)) {
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => name)
    .slice(0, MOST);
}
