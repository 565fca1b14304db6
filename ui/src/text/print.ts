// What the officer reads while papers are printed, and of those that wait for the printer.
import type { PaperKind, PrintState, Roll } from '../bindings';

export const printing = {
  states: {
    dikirim: 'Dikirim ke printer',
    menunggu: 'Menunggu printer',
    mencetak: 'Sedang dicetak',
    tercetak: 'Tercetak',
    gagal: 'Belum tercetak',
  } satisfies Record<PrintState, string>,
  title: 'Kemajuan cetak',
  done: (count: number) => `${count} kertas tercetak.`,
  unasked: 'Kemajuan cetak belum terbaca.',
  unaskedTodo: 'Loket menanyakannya lagi sebentar lagi.',
  waits: 'Printer belum mencetak.',
  failed: 'Kertas belum tercetak.',
  failedPage: 'Halaman uji belum tercetak.',
  waitingHint: 'Loket terus memantau. Kertas yang tetap tidak keluar masuk daftar Cetak nanti.',
  onList: 'Kertas ini ada di daftar Cetak nanti di beranda.',
  toLater: (count: number) => `${count} kertas masuk daftar Cetak nanti.`,
  notOnList: 'Kertas belum masuk daftar Cetak nanti. Cetak dari permohonan ini.',
  byKind: 'Sesuai jenis kertas',
};

/** The ticket of a guest who waits. */
export const ticket = {
  print: 'Cetak tiket antrean',
  states: {
    dikirim: 'Tiket dikirim ke printer',
    menunggu: 'Tiket menunggu printer',
    mencetak: 'Tiket sedang dicetak',
    tercetak: 'Tiket tercetak',
    gagal: 'Tiket belum tercetak',
  } satisfies Record<PrintState, string>,
  failed: 'Tiket belum tercetak.',
};

/** The list of the home. */
export const printLater = {
  title: 'Cetak nanti',
  printAll: 'Cetak semua',
  ready: (count: number) => `${count} kertas menunggu dicetak.`,
  printerMissing: 'Printer belum siap',
  missing: 'printer yang siap',
  printerTodo: 'Nyalakan printer dan periksa kabelnya.',
  of: (permohonan: string, copies: number) => `Permohonan ${permohonan}, ${copies} rangkap`,
  mayNot: 'Memuat gambar identitas. Dicetak petugas yang berhak membukanya.',
  drop: 'Tidak perlu',
  dropped: 'Kertas keluar dari daftar Cetak nanti.',
  sureTitle: 'Tidak perlu dicetak',
  sureLead: (label: string) => `${label} keluar dari daftar dan tetap tersimpan. Tindakan ini tercatat.`,
  sureAct: 'Keluarkan dari daftar',
};

/** Settings of the printers of this computer. */
export const printerSettings = {
  title: 'Printer',
  lead: 'Berlaku untuk komputer ini. Setiap jenis kertas dapat memakai printer sendiri.',
  usual: 'Printer bawaan',
  usualIs: (name: string) => `Printer bawaan (${name})`,
  kinds: {
    tanda_terima: 'Tanda Terima Berkas',
    lembar_kekurangan: 'Lembar Kekurangan',
    bukti_verifikasi: 'Bukti Verifikasi',
    fotokopi: 'Fotokopi',
    berita_acara: 'Berita Acara Hasil Verifikasi',
    surat_penolakan: 'Surat Penolakan',
    lembar_pengalihan: 'Lembar Pengalihan',
    surat_pemberitahuan: 'Surat Pemberitahuan',
  } satisfies Record<Exclude<PaperKind, 'tiket_antrean'>, string>,
  ticket: 'Tiket antrean',
  noTicket: 'Tanpa printer tiket',
  roll: 'Kertas tiket',
  rolls: {
    mm80: 'Gulungan 80 mm',
    mm58: 'Gulungan 58 mm',
  } satisfies Record<Roll, string>,
  sheet: 'Lembar A4',
  gone: (name: string) => `${name} (tidak ditemukan)`,
  ticketLead: 'Dengan printer tiket, tiket keluar sendiri begitu nomor antrean diberikan.',
  saved: 'Pilihan printer tersimpan.',
  testTitle: 'Halaman uji',
  test: 'Cetak halaman uji',
  ruler: 'Garis ukur harus tepat 50 mm pada halaman uji, dan 40 mm pada tiket uji.',
  rulerTodo: 'Bila halaman uji meleset, matikan “sesuaikan dengan halaman” pada printer.',
  none: 'Pasang printer pada komputer ini, nyalakan, lalu coba lagi.',
  noneWhat: 'Tidak ada printer yang siap.',
} as const;
