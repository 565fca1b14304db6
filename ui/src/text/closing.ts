// What the officer reads where a permohonan ends without an approval: refused, sent on, lapsed, cancelled.
import type { Status } from '../bindings';

export const redirect = {
  open: 'Alihkan…',
  title: 'Alihkan permohonan',
  lead: 'Permohonan berakhir di sini. Lembar Pengalihan menyebut tujuan dan langkah berikutnya.',
  target: 'Tujuan pengalihan',
  targets: {
    inaproc: 'Akun INAPROC (Manajemen Akun Terpusat)',
    lpse_lain: 'LPSE lain',
    akun_lama: 'Akun SPSE yang sudah ada',
  },
  names: { lpse_lain: 'Nama LPSE', akun_lama: 'User ID akun yang sudah ada' },
  targetEmpty: 'Pilih tujuan lebih dulu.',
  incomplete: (label: string) => `${label} belum lengkap.`,
  text: 'Penjelasan untuk pelaku usaha',
  act: 'Alihkan dan terbitkan Lembar Pengalihan',
};

/** X04 stands among the grounds of a refusal, and is none. */
export const existingAccount = {
  what: 'Akun yang sudah ada bukan dasar penolakan.',
  todo: 'Alihkan pelaku usaha ke akun itu. Alasan yang sudah ditulis ikut terbawa.',
  redirect: 'Alihkan ke akun yang sudah ada…',
  fromSesuai: 'Kembalikan lebih dulu ke verifikasi, lalu alihkan dari sana.',
  byOthers: 'Minta petugas atau verifikator mengalihkannya.',
};

export const lapse = {
  what: 'Batas waktu dari pengisian formulir sampai verifikasi sudah lewat.',
  before: (labels: string) => `Sebelum ditutup, masih kurang: ${labels}.`,
  reminded: (when: string, method: string) => `Pelaku usaha terakhir diingatkan ${when} lewat ${method}.`,
  remind: 'Catat pengingat…',
  remindTitle: 'Catat pengingat',
  remindLead: 'Beri tahu pelaku usaha tentang batas waktu itu, lalu catat di sini.',
  close: 'Tutup karena lewat batas…',
  closeTitle: 'Tutup karena lewat batas',
  closeLead: 'Permohonan berakhir sebagai kedaluwarsa. Pelaku usaha harus mendaftar lagi dari awal.',
  closeAct: 'Tutup permohonan',
};

type ClosedStatus = Extract<Status, 'ditolak' | 'dialihkan' | 'kedaluwarsa' | 'dibatalkan' | 'selesai'>;

export const closed = {
  titles: {
    ditolak: 'Permohonan ditolak',
    dialihkan: 'Permohonan dialihkan',
    kedaluwarsa: 'Permohonan ditutup karena lewat batas',
    dibatalkan: 'Permohonan dibatalkan',
    selesai: 'Permohonan selesai',
  } satisfies Record<ClosedStatus, string>,
  when: (date: string, clock: string) => `${date}, ${clock}`,
  by: (name: string, role: string) => `oleh ${name}, ${role}`,
  to: (target: string) => `Dialihkan ke ${target}.`,
  filled: (confirmation: string) => `SIKAP sudah terisi, dipastikan lewat ${confirmation}.`,
  unfilled: 'Pemantauan ditutup, SIKAP belum terisi.',
  paper: 'Kertas',
  noPaper: 'Tidak ada kertas yang terbit untuk ini.',
  log: 'Catatan',
  print: (label: string) => `Lihat dan cetak ${label}`,
};
