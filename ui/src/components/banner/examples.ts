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
  { name: 'recovered', props: { kind: 'recovered', what: 'Permohonan terbuka lagi.' } },
  { name: 'note', props: { kind: 'note', what: 'Catatan ini tidak tercetak.' } },
  { name: 'silent', props: { kind: 'note', what: 'Terkunci dalam 9 detik.', silent: true } },
] as const;
