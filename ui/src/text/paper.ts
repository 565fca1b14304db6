// What the officer reads when looking at, saving or printing a paper.
export const paper = {
  viewer: 'Kertas',
  pageAlt: (label: string, page: number) => `${label}, halaman ${page}`,
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  percent: (value: number) => `${value}%`,
  save: 'Simpan PDF…',
  saved: 'PDF tersimpan.',
  print: 'Cetak',
  printTitle: 'Cetak kertas',
  printer: 'Printer',
  copies: 'Jumlah rangkap',
  several: (count: number) => `${count} kertas belum dicetak`,
  which: 'Yang dicetak',
  none: 'Pilih paling sedikit satu.',
  failedOne: (label: string) => `${label} belum tercetak. Yang sebelumnya sudah terkirim.`,
  unprinted: (names: string) => `${names} terbit dan belum dicetak.`,
  unprintedTodo: 'Cetak sekarang, atau bersama Bukti Verifikasi di akhir.',
  later: 'Cetak nanti',
  laterNote: 'Kertas tersimpan, dan masuk daftar Cetak nanti di beranda.',
  noPrinter: 'Tidak ada printer yang siap.',
  noPrinterTodo: 'Simpan PDF, atau pilih Cetak nanti.',
  close: 'Tutup',
  open: 'Lihat',
  openToPrint: 'Lihat dan cetak',
  openToSave: 'Lihat dan simpan',
  prints: (count: number) => (count === 0 ? 'belum dicetak' : `dicetak ${count} kali`),
  waiting: (copies: number) => `${copies} rangkap menunggu dicetak`,
  replacedBy: (number: string) => `Digantikan oleh ${number}`,
  replaces: (number: string) => `Menggantikan ${number}`,
  replace: 'Ganti Bukti…',
  defaultPrinter: 'bawaan',
};

/** Before a paper that shows identity papers opens to somebody who may see them only with a reason. */
export const look = {
  title: (labels: string) => `Buka ${labels}`,
  lead: 'Kertas ini memuat gambar identitas. Alasan Anda tercatat dalam jejak permohonan ini.',
  act: 'Buka',
};

export const replacement = {
  title: 'Ganti Bukti Verifikasi',
  lead: 'Bukti baru terbit dengan nomor baru dan menyebut Bukti lama, yang tetap tersimpan.',
  unchanged: 'Hasil pembandingan dan keputusan tidak berubah.',
  reason: 'Alasan Bukti diganti',
  attendee: 'Nama yang hadir',
  attendeeHint: 'Betulkan bila salah tulis pada Bukti.',
  inName: (name: string, role: string) => `Penggantian tercatat atas nama ${name}, ${role}.`,
  act: 'Terbitkan Bukti pengganti',
};
