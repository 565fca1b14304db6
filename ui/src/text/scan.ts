// What the officer reads while an original lies in the office's scanner.
import type { ScanMode, ScanSource } from '../bindings';

export const scanner = {
  act: 'Pindai',
  again: 'Pindai lagi',
  searching: 'Mencari pemindai…',
  searchNetwork: 'Cari juga di jaringan',
  asking: 'Menghubungi pemindai…',
  opening: 'Membuka halaman…',
  ready: 'Letakkan dokumen di pemindai, lalu pindai.',
  device: 'Pemindai yang dipakai',
  deviceAt: (model: string, address: string) => `${model} (${address})`,
  source: 'Letak dokumen',
  sources: {
    kaca: 'Kaca',
    pengumpan: 'Pengumpan',
    pengumpan_bolak_balik: 'Pengumpan bolak-balik',
  } satisfies Record<ScanSource, string>,
  mode: 'Warna hasil',
  modes: { warna: 'Warna', abu: 'Abu-abu' } satisfies Record<ScanMode, string>,
  sharpness: 'Ketajaman',
  dpi: (dots: number) => `${dots} dpi`,
  look: 'Pratinjau',
  looking: 'Membuat pratinjau…',
  glass: 'Isi kaca pemindai',
  wholeGlass: 'Seluruh kaca',
  wholeIsMeant: 'Seluruh kaca akan dipindai.',
  part: (left: number, top: number, width: number, height: number) =>
    `Bagian ${width} × ${height} mm, ${left} mm dari kiri dan ${top} mm dari atas.`,
  partHint: 'Seret di gambar. Panah menggeser, Shift+panah mengubah ukuran.',
  running: 'Memindai…',
  runningPage: (page: number) => `Memindai halaman ${page}…`,
  closing: 'Menutup pemindai…',
  progress: 'Kemajuan pemindaian',
  stop: 'Batalkan',
  stopping: 'Membatalkan…',
  stopped: 'Pemindaian dibatalkan.',
  inBaki: (pages: number) => `${pages} halaman masuk ke Baki.`,
  alreadyInBaki: (pages: number) => `${pages} halaman sudah masuk ke Baki.`,
  onlyTheRest: 'Letakkan hanya sisanya.',
  fromBaki: 'Pilih dari Baki',
  othersGoOn: 'Rekan yang boleh membuka halaman melanjutkannya dari Baki.',
  adjust: 'Ubah pengaturan',
  atWork: 'Pemindai sedang bekerja. Tunggu sampai selesai, atau batalkan dulu.',
  pageWaits: 'Halaman hasil pindai masih menunggu. Selesaikan potongannya, atau tekan Ulangi lebih dulu.',
} as const;

export const scanTrouble = {
  none: {
    what: 'Pemindai tidak ditemukan.',
    todo: 'Nyalakan pemindai dan pasang kabelnya, atau tekan Cari juga di jaringan; beberapa pemindai USB juga hanya ditemukan di sana.',
  },
  noneAnywhere: {
    what: 'Pemindai tidak ditemukan, juga di jaringan.',
    todo: 'Nyalakan pemindai dan pasang kabelnya, atau pakai cara lain di bawah.',
  },
  search: 'Cari lagi',
  knowAgain: 'Kenali lagi pemindai ini',
} as const;

/** A scanner that is told by its address. */
export const scannerAddress = {
  act: 'Tambah dengan alamat',
  field: 'Alamat pemindai di jaringan',
  hint: 'Misalnya 192.168.1.20; alamatnya tercetak di halaman jaringan pemindai.',
  empty: 'Tulis alamatnya lebih dulu.',
  look: 'Cari pemindai ini',
  nothing: {
    what: 'Tidak ada pemindai yang menjawab di alamat itu.',
    todo: 'Nyalakan pemindainya dan periksa alamatnya, lalu cari lagi.',
  },
} as const;

/** One page from the glass may hold several documents; each is cut out of it. */
export const cuts = {
  list: 'Potongan di halaman ini',
  page: 'Halaman hasil pindai',
  add: 'Tambah potongan',
  next: 'Potongan berikutnya',
  drop: 'Hapus potongan',
  choose: (document: string) => `Pilih potongan ${document}`,
  document: 'Dokumen potongan ini',
  unsaved:
    'Potongan ini belum tersimpan. Tekan Esc sekali lagi untuk membuangnya, atau Enter untuk menyimpan.',
  unanswered: 'Belum dijawab',
  missing: (document: string) => `Jawab lebih dulu untuk ${document}.`,
} as const;
