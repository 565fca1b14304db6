/** Shown in the preview and run through axe in the tests. */
export const examples = [
  { name: 'primary with its key', props: { kind: 'primary', keys: 'Enter' }, text: 'Mulai verifikasi' },
  { name: 'secondary', props: { kind: 'secondary', keys: 'N' }, text: 'Tamu baru' },
  { name: 'danger', props: { kind: 'danger' }, text: 'Tolak…' },
  { name: 'quiet', props: { kind: 'quiet' }, text: 'Ubah' },
  { name: 'busy', props: { kind: 'primary', busy: true }, text: 'Setujui dan terbitkan' },
  {
    name: 'not allowed yet',
    props: { kind: 'primary', missing: ['keputusan untuk nama', 'jawaban daftar hitam'] },
    text: 'Nyatakan sesuai',
  },
  { name: 'only an icon', props: { label: 'Tutup' }, text: '' },
  {
    name: 'longest',
    props: { kind: 'primary', size: 'large', wide: true, keys: 'Ctrl+Shift+Enter' },
    text: 'Setujui permohonan ini, terbitkan Bukti Verifikasi, lalu cetak dua lembar',
  },
] as const;
