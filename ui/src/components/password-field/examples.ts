/** Run through axe in the tests. */
export const examples = [
  { name: 'empty', props: { label: 'Kata sandi', value: '' } },
  { name: 'with a hint', props: { label: 'Kata sandi baru', value: '', hint: 'Beberapa kata lebih kuat.' } },
  { name: 'wrong', props: { label: 'Kata sandi', value: 'salah', error: 'Kata sandi salah.' } },
];
