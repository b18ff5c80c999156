import { getContext, setContext } from 'svelte';
import type { Session } from './session.svelte';

/** What the app gives its pages. */
export interface Services {
  readonly session: Session;
  /** Saves the open shop into a file that the owner keeps; the answer is the file's name. */
  readonly saveMyData: () => Promise<string>;
}

const KEY = Symbol('services');

export const provideServices = (services: Services): Services => setContext(KEY, services);

export const services = (): Services => getContext<Services>(KEY);
