/** Run through axe in the tests. */
const options = [
  { value: 'inaproc', label: 'INAPROC' },
  { value: 'lpse_lain', label: 'LPSE lain', code: 'R-02' },
];

export const examples = [
  { name: 'nothing chosen', props: { legend: 'Tujuan', value: null, options } },
  { name: 'chosen', props: { legend: 'Tujuan', value: 'lpse_lain', options } },
  { name: 'wrong', props: { legend: 'Tujuan', value: null, options, error: 'Pilih tujuan.' } },
];
