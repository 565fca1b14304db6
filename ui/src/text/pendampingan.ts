// What the officer reads where a vendor is helped with the account at INAPROC.
import type { HasilPendampingan, LookedUp, Profil } from '../bindings';

/** Asked when a guest comes. */
export const purpose = {
  title: 'Keperluan',
  account: 'Verifikasi untuk akun di SPSE LPSE ini.',
  help: 'Bantuan mendaftar akun INAPROC. Tidak ada yang diverifikasi, dan salinan dokumen tidak disimpan.',
  change: 'Data akun yang sudah ada berubah. Bila pernah diverifikasi di sini, buka dari permohonannya.',
  owner: 'Siapa pemilik akunnya?',
  open: 'Buka pendampingan',
};

/** Who belongs to which kind; what is verified of them is nothing here. */
export const profilKinds: Record<Profil, string> = {
  badan_usaha: 'PT, CV, firma, koperasi, dan perseroan perorangan.',
  usaha_perorangan: 'UD, toko, dan konsultan perorangan.',
};

export const help = {
  data: 'Data',
  adminName: 'Nama admin',
  adminNik: 'NIK admin',
  nikOnNib: 'NIK pada NIB',
  nikOnNibHint: 'Baca dari NIB, bukan dari KTP.',
  checks: 'Yang akan diperiksa INAPROC',
  lookUps: {
    nib_valid: 'NIB berlaku?',
    listed: 'Tercantum?',
    registered: 'Sudah terdaftar?',
  } satisfies Record<keyof LookedUp, string>,
  yes: 'Ya',
  no: 'Tidak',
  notLookedUp: 'Belum dilihat',
  papers: 'Berkas untuk INAPROC',
  there: 'Ada',
  notThere: 'Belum ada',
  notKept: 'LPSE tidak menyimpan salinannya.',
  finish: 'Selesaikan',
};

export const finishing = {
  title: 'Selesaikan pendampingan',
  lead: 'Pendampingan berakhir di sini. Lembar Pengalihan menyebut hasil dan langkah berikutnya.',
  outcome: 'Hasil',
  outcomes: {
    akun_jadi: 'Akun INAPROC sudah jadi',
    menunggu_inaproc: 'Pendaftaran terkirim, menunggu INAPROC',
    mendaftar_sendiri: 'Sudah dijelaskan, pelaku usaha mendaftar sendiri',
    belum_berhasil: 'Belum berhasil',
  } satisfies Record<HasilPendampingan, string>,
  outcomeEmpty: 'Pilih hasilnya lebih dulu.',
  note: 'Catatan',
  noteHint: 'Tercetak pada lembar untuk pelaku usaha.',
  act: 'Selesaikan dan cetak lembar',
  ended: 'Pendampingan selesai',
};
