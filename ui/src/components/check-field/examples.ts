/** Run through axe in the tests. */
export const examples = [
  { name: 'open', props: { label: 'Cetak setelah terbit', checked: false } },
  {
    name: 'ticked, with a hint',
    props: { label: 'Verifikator', checked: true, hint: 'Membandingkan dokumen.' },
  },
  {
    name: 'fixed',
    props: { label: 'Admin', checked: true, disabled: true, hint: 'Petugas pertama selalu Admin.' },
  },
];
