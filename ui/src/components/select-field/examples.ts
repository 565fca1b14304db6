/** Run through axe in the tests. */
const options = [
  { value: 'WIB', label: 'WIB (UTC+7)' },
  { value: 'WITA', label: 'WITA (UTC+8)' },
];

export const examples = [
  { name: 'chosen', props: { label: 'Zona waktu', value: 'WIB', options } },
  {
    name: 'with a hint',
    props: { label: 'Zona waktu', value: 'WIB', options, hint: 'Seperti pada kop surat.' },
  },
  {
    name: 'wrong',
    props: { label: 'Zona waktu', value: 'WITA', options, error: 'Zona ini bukan zona kota itu.' },
  },
];
