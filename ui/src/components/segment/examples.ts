/** Run through axe in the tests. */
const options = [
  { value: 'asli', label: 'Asli' },
  { value: 'salinan', label: 'Salinan' },
  { value: 'ikd', label: 'IKD', keys: 'Alt+3' },
];

export const examples = [
  { name: 'nothing chosen', props: { label: 'Kartu asli', value: null, options } },
  { name: 'chosen', props: { label: 'Kartu asli', value: 'asli', options } },
  {
    name: 'with a hint',
    props: { label: 'Pusat atau cabang', value: 'asli', options, hint: 'Semula: Salinan' },
  },
  { name: 'wrong', props: { label: 'Kartu asli', value: null, options, error: 'Pilih salah satu.' } },
  { name: 'named by its table', props: { label: 'Kartu asli', value: 'ikd', options, labelHidden: true } },
];
