/** F1: the procedure in short and the keys of the screen. */
export const guide = {
  title: 'Panduan',
  keysHere: 'Tombol di layar ini',
  noKeys: 'Tidak ada tombol khusus di layar ini.',
  sopTitle: 'Langkah SOP dan mutu baku',
  sopSource: 'SOP Registrasi dan Verifikasi Dokumen Pembuatan Akun SPSE.',
  steps: [
    {
      label: 'Daftar daring',
      text: 'Pelaku usaha mendaftar di laman LPSE dan menerima tautan.',
      minutes: 5,
      who: 'Pelaku usaha',
    },
    {
      label: 'Isi formulir SPSE',
      text: 'Pelaku usaha mengisi formulir data penyedia.',
      minutes: 10,
      who: 'Pelaku usaha',
    },
    {
      label: 'Datang ke LPSE',
      text: 'Dokumen asli dibawa beserta fotokopi.',
      minutes: 5,
      who: 'Pelaku usaha',
    },
    {
      label: 'Jadwal video',
      text: 'Hanya untuk verifikasi daring. Dilewati saat tatap muka.',
      minutes: 5,
      who: 'Verifikator',
    },
    {
      label: 'Verifikasi dokumen',
      text: 'Isian dibandingkan dengan dokumen asli. Fotokopi diarsipkan.',
      minutes: 30,
      who: 'Verifikator',
    },
    {
      label: 'Persetujuan',
      text: 'Verifikasi dinyatakan selesai dan akun disetujui.',
      minutes: 1,
      who: 'Verifikator',
    },
    {
      label: 'Pantau SIKAP',
      text: 'Pelaku usaha dihubungi untuk mengisi data kualifikasi.',
      minutes: 5,
      who: 'Verifikator',
    },
    {
      label: 'Isi SIKAP',
      text: 'Pelaku usaha mengisi data kualifikasi di SIKAP.',
      minutes: 15,
      who: 'Pelaku usaha',
    },
  ],
  minutes: (n: number) => `${n} menit`,
  practiceTitle: 'Kantor latihan',
  practiceText: 'Nama pengguna "ratna", kata sandi "latihan". Semua orang dan nomor di sana rekaan.',
} as const;
