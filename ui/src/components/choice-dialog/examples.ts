import { LoketError } from '../../backend';

const props = {
  title: 'Akhiri kiriman',
  lead: 'Halaman yang belum dipindahkan tidak dapat dibuka lagi.',
  legend: 'Alasan',
  options: [
    { value: 'selesai', label: 'Semua sudah dipindahkan' },
    { value: 'bukan_permohonan', label: 'Bukan permohonan' },
  ],
  empty: 'Pilih alasannya.',
  act: 'Akhiri',
  busy: false,
  failure: null,
  ondone: () => undefined,
  onclose: () => undefined,
};
const failure = new LoketError({
  code: 'DiskFull',
  what: 'Ruang diska habis.',
  todo: 'Kosongkan 200 MB.',
  missing: [],
  wait_seconds: null,
});

/** Run through axe in the tests. */
export const examples = [
  { name: 'open', props },
  { name: 'busy', props: { ...props, busy: true } },
  { name: 'refused', props: { ...props, kind: 'danger', failure } },
];
