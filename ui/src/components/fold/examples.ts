import { createRawSnippet } from 'svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Baris 3: tanggal tidak dikenal.</p>' }));

/** Run through axe in the tests. */
export const examples = [
  { name: 'closed', props: { title: 'Lihat tabel', children } },
  { name: 'open', props: { title: '2 baris tidak diambil', open: true, children } },
] as const;
