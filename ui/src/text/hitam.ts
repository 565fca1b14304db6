/** Settings of the daftar hitam, the list in which the office looks vendors up. */
export const hitam = {
  title: 'Daftar hitam',
  stands: (date: string, rows: string, by: string, at: string) =>
    `Daftar tanggal ${date}, ${rows} pelaku usaha, dimuat oleh ${by} ${at}.`,
  none: 'Belum ada daftar. Pertanyaan daftar hitam dijawab dengan melihat daftar di luar Loket.',
  lead: 'Unduh daftar hitam sebagai CSV, lalu muat di sini bersama tanggalnya.',
  pick: 'Pilih berkas CSV',
  preview: 'Isi berkas',
  taken: (rows: string) => `${rows} pelaku usaha terbaca`,
  resting: (rows: string) => `${rows} di antaranya dengan sanksi yang tidak berlaku hari ini`,
  refused: (rows: string) => `${rows} baris tidak diambil`,
  undated: (rows: string) => `${rows} baris tanpa tanggal sanksi yang terbaca`,
  line: (number: number, why: string) => `Baris ${number}: ${why}`,
  cut: (shown: string) => `Hanya ${shown} baris pertama yang ditampilkan.`,
  date: 'Tanggal daftar',
  dateHint: 'Baca pada daftarnya, atau tulis kapan daftar itu diunduh.',
  dateEmpty: 'Tulis tanggal daftarnya lebih dulu.',
  replaces: (date: string) => `Daftar ini menggantikan daftar tanggal ${date}.`,
  use: 'Pakai daftar ini',
  used: 'Daftar hitam tersimpan.',
} as const;
