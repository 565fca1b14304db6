import { LoketError } from '../../backend';

const notYet = new LoketError({
  code: 'GuardFailed',
  what: 'Belum dapat dinyatakan sesuai.',
  todo: 'Lengkapi yang berikut.',
  missing: [
    { guard: 'G-BANDING', place: 'row:pj_nama', label: 'Putusan nama' },
    { guard: 'G-HITAM', place: 'daftar_hitam', label: 'Jawaban daftar hitam' },
  ],
  wait_seconds: null,
});
const long = 'Folder kantor tidak dapat ditulis karena diska jaringan tidak terhubung. '.repeat(4).trim();

/** Run through axe in the tests. */
export const examples = [
  {
    name: 'error',
    props: { kind: 'error', what: 'Ruang diska habis.', todo: 'Kosongkan 200 MB.', code: 'DiskFull' },
  },
  {
    name: 'warning',
    props: { kind: 'warning', what: 'Printer tidak ditemukan.', todo: 'Sambungkan printer.' },
  },
  {
    name: 'that can be tried again',
    props: { kind: 'error', what: 'Agenda tidak terbaca.', todo: 'Coba lagi.', onretry: () => undefined },
  },
  { name: 'recovered', props: { kind: 'recovered', what: 'Permohonan terbuka lagi.' } },
  { name: 'note', props: { kind: 'note', what: 'Catatan ini tidak tercetak.' } },
  { name: 'something missing', props: { error: notYet } },
  { name: 'something missing that can be reached', props: { error: notYet, onmissing: () => undefined } },
  { name: 'longest', props: { kind: 'error', what: long, todo: long, code: 'DiskFull' } },
  { name: 'silent', props: { kind: 'note', what: 'Terkunci dalam 9 detik.', silent: true } },
] as const;
