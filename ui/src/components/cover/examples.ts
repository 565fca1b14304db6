import { createRawSnippet } from 'svelte';

const children = createRawSnippet(() => ({ render: () => '<h1 id="cover-title">Tandai sudut KTP</h1>' }));

/** Run through axe in the tests. */
export const examples = [
  { name: 'named by its heading', props: { labelledby: 'cover-title', children } },
  { name: 'named by a label, over another', props: { label: 'KTP', above: true, dark: true, children } },
] as const;
