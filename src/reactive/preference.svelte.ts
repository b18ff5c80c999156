/** A small choice of this person on this device, kept in the browser; losing it loses nothing but comfort. */
export class Preference<Value extends string> {
  readonly #key: string;
  #value = $state.raw<Value | null>(null);

  constructor(name: string, isValid: (text: string) => text is Value) {
    this.#key = `boomerang.${name}`;
    const kept = read(this.#key);
    if (kept !== null && isValid(kept)) this.#value = kept;
  }

  get current(): Value | null {
    return this.#value;
  }

  set(value: Value | null): void {
    this.#value = value;
    write(this.#key, value);
  }
}

/** Reading throws where the browser keeps nothing, as with blocked cookies. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}
