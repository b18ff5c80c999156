import { failureOf, type Failure } from '../storage/failure';

/** A question to the worker, or to storage, as a screen sees it. */
export interface Asked<Value> {
  readonly loading: boolean;
  readonly value: Value | undefined;
  readonly error: Failure | undefined;
  again(): void;
}

/**
 * Asks again whenever the arguments change. They are passed apart from the question because only what is read here is
 * followed: an argument read inside an answer that comes later would leave the old one on the screen. `null` as arguments
 * asks nothing. The last value stays until the next one is there; an answer that was overtaken is dropped.
 */
export function asked<Arguments, Value>(
  argumentsOf: () => Arguments | null,
  question: (given: Arguments, signal: AbortSignal) => Promise<Value>,
): Asked<Value> {
  let loading = $state(true);
  let value = $state.raw<Value>();
  let error = $state.raw<Failure>();
  let round = $state(0);

  $effect(() => {
    const given = round >= 0 ? argumentsOf() : null;
    if (given === null) {
      loading = false;
      value = undefined;
      return;
    }
    const controller = new AbortController();
    loading = true;
    question(given, controller.signal).then(
      (answer) => {
        if (controller.signal.aborted) return;
        value = answer;
        error = undefined;
        loading = false;
      },
      (reason: unknown) => {
        if (controller.signal.aborted) return;
        error = failureOf(reason);
        loading = false;
      },
    );
    return () => {
      controller.abort();
    };
  });

  return {
    get loading() {
      return loading;
    },
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    again: () => {
      round++;
    },
  };
}
