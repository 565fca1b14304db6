// What the officer reads where something that was typed or decided before is put right.
import type { CorrectionCause, Profil } from '../bindings';

export const correction = {
  act: 'Perbaiki formulir',
  actAny: 'Perbaiki isian formulir…',
  title: 'Perbaiki isian formulir',
  titleOf: (field: string) => `Perbaiki formulir: ${field}`,
  lead: 'Tulis seperti di SPSE. Isian lama tetap tercatat dalam riwayat dan pada Bukti Verifikasi.',
  which: 'Isian yang diperbaiki',
  choose: 'Pilih isian…',
  old: 'Isian sekarang',
  empty: '(kosong)',
  value: 'Isian yang benar',
  cause: 'Sebab perbaikan',
  causes: {
    salah_salin: 'Salah salin dari SPSE',
    diperbaiki_di_spse: 'Diperbaiki di SPSE',
  } satisfies Record<CorrectionCause, string>,
  causeEmpty: 'Pilih sebabnya lebih dulu.',
  seen: (zone: string) => `Terlihat di SPSE pukul (${zone})`,
  seenHint: 'Jam hari ini, seperti 09.24.',
  seenWrong: 'Jamnya belum benar. Tulis seperti 09.24.',
  save: 'Simpan perbaikan',
  done: (field: string) => `${field} pada formulir diperbaiki.`,
  reopened: (rows: number) => `${rows} baris menunggu keputusan lagi.`,
  mark: 'diperbaiki',
  was: (old: string) => `Semula: ${old}`,
  how: (time: string, by: string, cause: string) => `Diperbaiki pukul ${time} oleh ${by}, ${cause}.`,
};

export const repairs = {
  title: 'Data permohonan',
  attends: 'Yang hadir:',
  nobody: 'belum dicatat',
  corrected: (count: number) =>
    count === 0 ? 'belum ada isian yang diperbaiki' : `${count} kali diperbaiki`,
  form: 'Formulir SPSE:',
};

export const attendee = {
  act: 'Ubah yang hadir…',
  title: 'Ubah yang hadir',
  lead: 'Tersimpan selagi diketik. Baris yang memakai data ini dibandingkan lagi.',
  done: 'Selesai',
};

export const profil = {
  now: 'Jenis pelaku usaha:',
  act: 'Ubah jenis pelaku usaha',
  title: (name: string) => `Ubah menjadi ${name.toLowerCase()}`,
  stays: 'Semua isian formulir, yang hadir, dan gambar tetap tersimpan.',
  anew: 'Isian wajib dan dokumen mengikuti jenis yang baru, jadi sebagian diminta lagi.',
  check: {
    badan_usaha: 'Periksa lagi bentuk usaha. Nama dan NIK direktur disalin dari lembar data.',
    usaha_perorangan: 'Periksa lagi bentuk usaha. Nama dan NIK pemilik disalin dari formulir.',
  } satisfies Record<Profil, string>,
  confirm: 'Ubah jenis',
  done: (name: string) => `Jenis pelaku usaha menjadi ${name.toLowerCase()}.`,
};

export const withdrawal = {
  act: 'Tarik Lembar Kekurangan…',
  title: 'Tarik Lembar Kekurangan',
  lead: 'Permohonan kembali ke verifikasi. Lembar yang sudah terbit tetap diarsipkan.',
  confirm: 'Tarik dan lanjutkan',
  reasons: ['Kekurangan salah dipilih', 'Yang diminta ternyata sudah ada'],
};
