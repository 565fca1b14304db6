import type { Note } from '../../bindings';

const warning: Note = {
  severity: 'peringatan',
  rule: 'N-12',
  text: 'Digit pemeriksa NPWP tidak cocok. Baca ulang sembilan angka pertama.',
};

/** A save that the program takes as it is. */
const saving = { draft: null, keep: () => undefined, commit: () => Promise.resolve() };

/** Shown in the preview and run through axe in the tests. */
export const examples = [
  { name: 'empty', props: { label: 'Nama kantor', value: '' } },
  { name: 'with a hint', props: { label: 'Kata sandi', value: '', hint: 'Paling sedikit 12 karakter.' } },
  {
    name: 'with what stood there before',
    props: {
      label: 'Surel',
      value: 'baru@contoh.example',
      aside: 'Semula: lama@contoh.example',
      notes: [warning],
    },
  },
  { name: 'optional', props: { label: 'Laman', value: '', optional: true } },
  {
    name: 'wrong',
    props: { label: 'Nama pengguna', value: 'ratna p', error: 'Nama pengguna tidak boleh memuat spasi.' },
  },
  {
    name: 'with a warning',
    props: { label: 'NPWP', value: '99.700.101.2-513.000', mono: true, notes: [warning] },
  },
  { name: 'saved', props: { label: 'Kota', value: 'Contoh', saved: 'Tersimpan 09.24' } },
  { name: 'required', props: { label: 'NIK', value: '', required: true, mono: true } },
  { name: 'kept while typed', props: { label: 'Nama', value: 'SITI FIKTIF', saving } },
  {
    name: 'with a draft that was not saved',
    props: { label: 'Nama', value: 'SITI', saving: { ...saving, draft: 'SITI FIKTIF' } },
  },
  { name: 'named by its table', props: { label: 'NIK pada KTP', value: '', labelHidden: true } },
  { name: 'read only', props: { label: 'Folder', value: 'D:\\Loket', readonly: true } },
];
