// What the penyetuju reads when approving, and what everybody reads after it.
/** "KTP dan NPWP", "KTP, NPWP, dan surat kuasa". */
function inWords(names: readonly string[]): string {
  if (names.length < 3) return names.join(' dan ');
  return `${names.slice(0, -1).join(', ')}, dan ${names.at(-1)}`;
}

export const decision = {
  title: 'Setujui verifikasi',
  step: 'Langkah 6 · 1 menit',
  lead: (company: string) => `${company}, permohonan`,
  leadEnd: 'Semua persyaratan telah diperiksa.',
  sightings: 'Asli dilihat',
  sightingLine: (documents: readonly string[], by: readonly string[]) =>
    `${inWords(documents)}, oleh ${inWords(by)}`,
  comparison: (done: number, total: number) => `Pembandingan ${done} dari ${total}`,
  count: (count: number, word: string) => `${count} ${word}`,
  words: { sama: 'sama', setara: 'setara', mirip: 'mirip', beda: 'beda', person: 'dinilai verifikator' },
  withNotes: (count: number) => `${count} dengan catatan`,
  kewenangan: 'Kewenangan',
  kewenanganChecked: (basis: string) => (basis ? `Diperiksa: ${basis}` : 'Diperiksa'),
  kewenanganUnchecked: 'Tidak diperiksa (di luar syarat SOP)',
  kuasa: (name: string) => `Hadir dengan surat kuasa: ${name}`,
  hitam: 'Daftar hitam',
  hitamClear: (date: string) => `Tidak tercantum pada daftar ${date}`,
  hitamOffline: 'Tidak dapat diperiksa (luring)',
  password: 'Kata sandi Anda',
  inName: (name: string, role: string) => `Persetujuan tercatat atas nama ${name}, ${role}.`,
  empty: 'Ketik kata sandi Anda lebih dulu.',
  wait: (seconds: number) => `Tunggu ${seconds} detik, lalu ketik ulang.`,
  overTimeHint: 'Satu kalimat. Bila dikosongkan, Bukti menyebut tanpa alasan tertulis.',
  print: 'Cetak Bukti Verifikasi dan kertas lainnya setelah disetujui',
  final: 'Setelah disetujui, nomor dan isi Bukti tidak dapat diubah. Bila keliru, terbitkan Bukti pengganti.',
  approve: 'Setujui dan terbitkan',
  sendBack: 'Kembalikan…',
  cancel: 'Batal',
  sendBackTitle: 'Kembalikan ke verifikasi',
  sendBackLead: 'Permohonan kembali ke verifikator dengan alasan ini.',
  sendBackAct: 'Kembalikan',
  preview: 'Pratinjau Bukti Verifikasi',
  previewAlt: 'Pratinjau Bukti Verifikasi, nomor terbit saat disetujui',
  previewFailed: 'Pratinjau belum dapat dibuat.',
};

export const issued = {
  leftOutTodo: 'Tutup layar ini, lalu tandai sudutnya di daftar kertas.',
  title: 'Bukti Verifikasi terbit',
  lead: 'Serahkan Bukti Verifikasi, simpan Fotokopi untuk arsip, lalu aktifkan akun di SPSE.',
  number: 'Nomor',
  onward: 'Lanjut: catat aktivasi',
  later: 'Cetak nanti, catat aktivasi',
  noPrinter: 'Tidak ada printer yang siap.',
  noPrinterTodo: 'Kertas tersimpan. Setelah ini, cetak dari daftar Cetak nanti di beranda.',
};
