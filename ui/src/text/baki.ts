// What the officer reads in the Baki, and in a case that came from it.
import type { KirimanEnd } from '../bindings';

export const baki = {
  title: 'Baki',
  back: 'Kembali ke Hari ini',
  list: 'Kiriman',
  loading: 'Memuat Baki…',
  emptyTitle: 'Baki kosong',
  emptyText: 'Simpan surel sebagai .eml, lalu seret ke sini atau pilih berkasnya.',
  pick: 'Pilih berkas…',
  hint: 'Surel dan lampiran juga dapat diseret ke sini, atau ditempel dengan Ctrl+V.',
  dropHere: 'Lepaskan surel atau lampiran di sini',
  opening: (name: string) => `Membuka ${name}…`,
  left: (count: number) => `${count} berkas lagi menunggu.`,
  notTaken: (name: string, what: string) => `${name} tidak masuk. ${what}`,
  unreadable: {
    what: 'Berkas ini tidak dapat dibaca, atau ini sebuah folder.',
    todo: 'Seret berkasnya satu per satu, bukan foldernya.',
  },
  tooLarge: {
    what: 'Berkas ini lebih dari 60 MB.',
    todo: 'Minta dikirim ulang dalam beberapa surel yang lebih kecil.',
  },
  nothingDropped: 'Tidak ada berkas yang diterima. Simpan dulu surelnya, lalu seret berkasnya.',
  nothingPasted: 'Papan klip tidak berisi berkas atau gambar. Salin dulu, lalu tekan Ctrl+V.',
  understood: 'Mengerti',
  pages: (count: number) => (count === 0 ? 'tanpa halaman' : `${count} halaman`),
  sent: (when: string) => `Dikirim ${when}`,
  received: (when: string) => `Diterima ${when}`,
  expired: (date: string) => `Lewat waktu simpan (habis ${date})`,
  used: (number: string) => `Dipakai ${number}`,
} as const;

/** The inbox of the office, beside the Baki. */
export const inbox = {
  title: 'Kotak masuk kantor',
  check: 'Periksa kotak surat',
  loading: 'Memeriksa kotak surat…',
  found: (count: number) => (count === 0 ? 'Tidak ada surat baru.' : `${count} surat baru.`),
  cut: 'Hanya 1.000 surat terbaru yang ditampilkan.',
  showAll: (count: number) => `Tampilkan juga yang sudah diambil atau disisihkan (${count})`,
  hint: 'Panah berpindah, Enter mengambil.',
  facts: (parts: readonly string[]) => parts.join(' · '),
  hasParts: 'lampiran',
  taken: 'Sudah diambil',
  setAside: 'Disisihkan',
  take: 'Ambil ke Baki',
  putAside: 'Sisihkan',
} as const;

/** The folder into which the office's scanner writes, above the Baki. */
export const scanFolder = {
  title: 'Folder pindai',
  idle: 'Folder pindai: menunggu berkas',
  taking: (name: string) => `Mengambil ${name}…`,
  waiting: (count: number) => `${count} berkas menunggu`,
  taken: (count: number) =>
    count === 0 ? 'Belum ada berkas yang diambil.' : `${count} berkas diambil sejak meja dibuka.`,
  refused: (count: number) => `${count} berkas tidak dapat diambil.`,
  more: (count: number) => `Lihat ${count} berkas lagi`,
} as const;

export const kiriman = {
  subjectNone: 'Tanpa perihal',
  loose: 'Berkas lepas, tanpa surel',
  scanned: 'Pemindai',
  fromFolder: 'Folder pindai',
  sender: 'Pengirim',
  subject: 'Perihal',
  fileName: 'Nama berkas',
  sentAt: 'Dikirim',
  receivedAt: 'Masuk Baki',
  receivedBy: (when: string, name: string) => `${when}, oleh ${name}`,
  until: 'Disimpan sampai',
  untilExpired: (date: string) => `${date}, sudah lewat`,
  permohonan: 'Permohonan',
  pagesTitle: 'Halaman',
  noPages: 'Tidak ada halaman yang dapat dipakai.',
  mayNotOpen: 'Hanya verifikator yang boleh membuka halaman.',
  sheet: (sheet: number) => `lembar ${sheet}`,
  size: (width: number, height: number) => `${width} × ${height} piksel`,
  given: (document: string, number: string) => `Dipakai: ${document}, ${number}`,
  notGiven: 'Belum dipakai',
  waiting: 'Memuat gambar…',
  enlarge: (name: string) => `Perbesar ${name}`,
  refusedTitle: 'Lampiran yang tidak dipakai',
  open: 'Buka permohonan',
  openUsed: (number: string) => `Buka ${number}`,
  into: 'Masukkan ke permohonan lain…',
  end: 'Akhiri…',
} as const;

export const openFrom = {
  title: 'Buka permohonan daring',
  lead: 'Sertakan pemberitahuan privasi ini dalam surel balasan.',
  notice: 'Pemberitahuan privasi',
} as const;

export const into = {
  title: 'Masukkan ke permohonan lain',
  lead: 'Cari permohonan yang masih menerima dokumen.',
  field: 'Cari nama, NPWP, atau nomor',
  results: 'Permohonan yang cocok',
  none: 'Tidak ada permohonan terbuka yang cocok.',
  faceToFace: 'Permohonan itu tatap muka. Pilih permohonan daring.',
} as const;

export const endings = {
  title: 'Akhiri kiriman',
  lead: 'Isi kiriman dimusnahkan dan tidak dapat dikembalikan.',
  why: 'Mengapa diakhiri?',
  empty: 'Pilih sebabnya lebih dulu.',
  act: 'Akhiri kiriman',
  names: {
    selesai: 'Sudah selesai dipakai',
    bukan_permohonan: 'Bukan permohonan',
    lewat_waktu: 'Waktu simpannya sudah lewat',
  } satisfies Record<KirimanEnd, string>,
} as const;

/** In a case that was asked for by e-mail. */
export const request = {
  title: 'Surel permintaan',
  kept: 'Surel asli tersimpan',
  noted: 'Dicatat petugas',
  lead: 'Tulis seperti yang tertulis di program surel.',
  sender: 'Alamat pengirim',
  senderEmpty: 'Tulis alamat pengirim lebih dulu.',
  sentAt: (zone: string) => `Tanggal dan jam surel (${zone})`,
  sentAtHint: 'Seperti 23-11-2026 07.41.',
  sentAtWrong: 'Tanggal dan jamnya belum benar. Tulis seperti 23-11-2026 07.41.',
  note: 'Catat surel permintaan',
} as const;

export const fromBaki = {
  act: 'Ambil dari Baki',
  title: (document: string) => `Ambil ${document} dari Baki`,
  lead: 'Pilih halaman, lalu tandai keempat sudut kartunya.',
  others: 'Kiriman lain',
  emptyTitle: 'Tidak ada halaman yang menunggu',
  emptyText: 'Masukkan surelnya ke Baki lebih dulu, dari layar Hari ini.',
  noneOwn: 'Semua halaman kiriman permohonan ini sudah dipakai.',
  show: (count: number) => `Lihat ${count} halaman`,
} as const;

/** Received, complete, and not yet on a day. */
export const unscheduled = {
  title: 'Menunggu penjadwalan',
  lead: 'Berkas lengkap. Berikutnya, panggilan video dijadwalkan.',
} as const;
