// What the officer reads where a vendor is helped with the account at INAPROC.
import type { Profil } from '../bindings';

/** Asked when a guest comes. */
export const purpose = {
  title: 'Keperluan',
  account: 'Verifikasi untuk akun di SPSE LPSE ini.',
  help: 'Bantuan mendaftar akun INAPROC. Tidak ada yang diverifikasi atau disimpan.',
  change: 'Perubahan data dibuka dari permohonan yang sudah terverifikasi.',
  open: 'Buka pendampingan',
};

/** Who belongs to which kind; what is verified of them is nothing here. */
export const profilKinds: Record<Profil, string> = {
  badan_usaha: 'PT, CV, firma, koperasi, dan perseroan perorangan.',
  usaha_perorangan: 'UD, toko, dan konsultan perorangan.',
};
