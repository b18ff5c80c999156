/** Expected ways for storage to fail; each has words and an action in the app's table of errors. */
export const FAILURES = [
  'disk-full',
  'newer-database',
  'no-storage',
  'connection-lost',
  'busy-elsewhere',
  'worker-stopped',
  'shop-missing',
  'data-damaged',
  'file-damaged',
  'file-foreign',
  'file-newer',
  'file-unreadable',
  'same-file',
  'nothing-to-save',
  'cancelled',
  'unexpected',
] as const;

export type FailureCode = (typeof FAILURES)[number];

/** A failure with a code. Thrown inside a transaction so that nothing of it is kept; caught once, at the worker's door. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string = code, cause?: unknown) {
    super(message, { cause });
    this.name = 'Failure';
    this.code = code;
  }
}

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string'
    ? error.name
    : '';

const innerOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;

/** The code of anything thrown. Dexie hides a full disk in `inner` of an AbortError, so both names count. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const names = [nameOf(error), nameOf(innerOf(error))];
  const has = (...candidates: string[]) => names.some((name) => candidates.includes(name));
  const message = error instanceof Error ? error.message : String(error);
  if (has('QuotaExceededError')) return new Failure('disk-full', message, error);
  if (has('VersionError')) return new Failure('newer-database', message, error);
  if (has('MissingAPIError', 'SecurityError')) return new Failure('no-storage', message, error);
  if (has('InvalidStateError', 'DatabaseClosedError')) return new Failure('connection-lost', message, error);
  if (names[0] === 'AbortError' && innerOf(error) === undefined)
    return new Failure('cancelled', message, error);
  return new Failure('unexpected', message, error);
}
