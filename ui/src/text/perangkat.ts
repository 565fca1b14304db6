/** The page that checks the devices of this computer. */
import type { Part, Standing } from '../bindings';

export const perangkat = {
  card: 'Perangkat',
  cardText: 'Pemindai, kamera, printer, diska, jam, dan layanan desktop diperiksa sekaligus.',
  title: 'Periksa perangkat',
  back: 'Kembali ke Setelan',
  parts: {
    pemindai: 'Pemindai',
    kamera: 'Kamera',
    printer: 'Printer',
    diska: 'Diska',
    jam: 'Jam komputer',
    portal: 'Layanan desktop',
  } satisfies Record<Part, string>,
  standings: {
    baik: 'Baik',
    perhatian: 'Perhatian',
    masalah: 'Masalah',
  } satisfies Record<Standing, string>,
  checking: 'Sedang diperiksa…',
  unchecked: 'Belum terperiksa',
  running: 'Perangkat sedang diperiksa. Pemindai dapat memerlukan waktu lebih lama.',
  allReady: 'Semua perangkat siap.',
  attention: (count: number) => `${count} perangkat perlu diperhatikan.`,
  again: 'Periksa lagi',
  report: 'Laporan perangkat',
  reportText: 'Laporan tidak memuat data siapa pun: tanpa nama, nomor, alamat, atau nama berkas.',
  reportShow: 'Lihat isi laporan',
  reportBody: 'Isi laporan perangkat',
  save: 'Simpan laporan',
  saveMissing: 'hasil semua perangkat',
  saved: 'Laporan tersimpan.',
} as const;
