/** Web Locks as far as the app uses them: shared ones, held until their work is over. */
export class SharedLocks {
  readonly #held: string[] = [];

  async request<Answer>(name: string, _options: unknown, work: () => Promise<Answer>): Promise<Answer> {
    this.#held.push(name);
    try {
      return await work();
    } finally {
      this.#held.splice(this.#held.indexOf(name), 1);
    }
  }

  query(): Promise<{ held: { name: string }[] }> {
    return Promise.resolve({ held: this.#held.map((name) => ({ name })) });
  }
}

/** Gives the page locks; happy-dom has none. */
export function provideLocks(): void {
  Object.defineProperty(navigator, 'locks', { value: new SharedLocks(), configurable: true });
}
