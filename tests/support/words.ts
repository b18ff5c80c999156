import { createRawSnippet, type Snippet } from 'svelte';

/** A snippet of plain words, as children of a piece under test. */
export const words = (text: string): Snippet =>
  createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
