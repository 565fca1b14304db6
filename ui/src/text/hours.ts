/** Settings of the calls: the hours of the office and the days on which it is closed. */
export const hours = {
  title: 'Layanan daring',
  lead: 'Jadwal yang sudah ditetapkan tidak berubah.',
  minutes: 'Menit per sesi',
  perVerifikator: 'Sesi sehari per verifikator',
  windows: 'Jam layanan',
  weekdays: {
    senin: 'Senin',
    selasa: 'Selasa',
    rabu: 'Rabu',
    kamis: 'Kamis',
    jumat: 'Jumat',
    sabtu: 'Sabtu',
    minggu: 'Minggu',
  },
  closed: 'Tanpa layanan',
  from: (day: string, nth: number) => `${day}, mulai ke-${nth}`,
  until: (day: string, nth: number) => `${day}, selesai ke-${nth}`,
  add: 'Tambah',
  addTo: (day: string) => `jam ${day}`,
  remove: (day: string, nth: number) => `Hapus jam ke-${nth}, ${day}`,
  since: 'Jam berlaku sejak',
  save: 'Simpan jam layanan',
  saved: 'Jam layanan tersimpan.',
  numberWrong: 'Tulis angka bulat, paling sedikit 1.',
  later: 'Yang ditetapkan untuk kemudian',
  set: (date: string, hours: string) => `Berlaku sejak ${date}: ${hours}`,
  timeEmpty: 'Tulis jam seperti 09.00.',
  sinceEmpty: 'Tulis tanggal mulai berlaku.',
} as const;

/** What holds from a day on, of whatever kind. */
export const dated = {
  until: (date: string) => `Sejak ${date} berlaku yang sudah ditetapkan untuk hari itu.`,
  changed: 'Isian berubah, jadi belum disimpan. Simpan sekali lagi.',
} as const;

export const holidays = {
  title: 'Hari libur',
  lead: 'Tempel daftar libur, satu hari per baris. Daftar baru menggantikan hari libur tahun yang sama.',
  list: 'Daftar hari libur',
  hint: 'Seperti 01-01-2027 Tahun Baru. Baris “2027 kosong” mengosongkan tahun itu.',
  listEmpty: 'Tempel daftarnya lebih dulu.',
  read: 'Periksa daftar',
  preview: 'Hasil pemeriksaan',
  found: (count: number) => `${count} hari libur terbaca`,
  emptied: (years: readonly number[]) => `Tahun ${years.join(', ')} dikosongkan`,
  refused: (count: number) => `${count} baris tidak dipakai`,
  line: (number: number, why: string) => `Baris ${number}: ${why}`,
  use: 'Pakai daftar ini',
  used: 'Hari libur tersimpan.',
  known: 'Yang berlaku sekarang',
  none: 'Belum ada hari libur yang tercatat.',
  source: (name: string) => `Sumber: ${name}`,
  noSource: 'Sumber tidak disebut',
} as const;
