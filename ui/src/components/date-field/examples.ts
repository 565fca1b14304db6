/** Run through axe in the tests. */
export const examples = [
  { name: 'empty', props: { label: 'Berlaku sejak', value: '' } },
  { name: 'filled', props: { label: 'Berlaku sejak', value: '2018-03-22' } },
  { name: 'optional', props: { label: 'Sampai', value: '', optional: true } },
  { name: 'wrong', props: { label: 'Sampai', value: '', error: 'Isi tanggal.' } },
];
