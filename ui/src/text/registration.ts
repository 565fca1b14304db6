// What the officer reads while a vendor registers an e-mail at the SPSE and waits for the link to its form.
export const registration = {
  open: 'Surel baru didaftarkan…',
  title: 'Surel didaftarkan di SPSE',
  lead: 'Tulis kapan pelaku usaha mendaftarkan surelnya di laman SPSE.',
  registeredAt: 'Didaftarkan pada',
  act: 'Catat, lalu tunggu tautannya',
  cameTitle: 'Tautan formulir sudah datang',
  cameLead: 'Tulis kapan tautannya diterima. Formulir SPSE lalu dapat diisi.',
  cameAt: 'Diterima pada',
  cameAct: 'Catat dan lanjutkan',
  wrong: 'Tulis tanggal dan jam, misalnya 23-11-2026 09.00.',
};

export const linkWait = {
  title: 'Menunggu tautan formulir SPSE',
  lead: (email: string) =>
    `Tautannya dikirim SPSE ke ${email}. Minta pelaku usaha memeriksa folder Spam juga.`,
  until: (date: string) => `Ditunggu sampai ${date}.`,
  late: 'Tautannya belum datang sampai batas waktunya.',
  lateTodo:
    'Tanyakan sekali lagi. Bila tetap tidak ada, tutup permohonan: suratnya menyebut langkah mendaftar ulang, dan isiannya tetap tersimpan.',
  came: 'Tautan sudah datang…',
  close: 'Tutup dan terbitkan surat',
};
