// What the officer reads while a permohonan is opened, filled and handed over.
import type {
  Channel,
  DocumentKind,
  DocumentState,
  FormField,
  Kapasitas,
  Layanan,
  Profil,
  Sighting,
} from '../bindings';

export const profilNames: Record<Profil, string> = {
  badan_usaha: 'Badan usaha',
  usaha_perorangan: 'Usaha perorangan',
};

export const profilHints: Record<Profil, string> = {
  badan_usaha:
    'PT, CV, firma, koperasi, dan perseroan perorangan. Yang diperiksa: KTP direktur dan NPWP perusahaan.',
  usaha_perorangan: 'UD, toko, dan konsultan perorangan. Yang diperiksa: KTP dan NPWP pemilik.',
};

export const layananNames: Record<Layanan, string> = {
  akun_baru: 'Akun baru SPSE',
  perubahan_data: 'Perubahan data',
  pendampingan_inaproc: 'Pendampingan INAPROC',
};

export const channelNames: Record<Channel, string> = {
  tatap_muka: 'Tatap muka',
  daring: 'Daring',
};

export const kapasitasNames: Record<Kapasitas, string> = {
  direktur: 'direktur',
  pemilik: 'pemilik',
  kuasa: 'penerima kuasa',
};

export const documentNames: Record<DocumentKind, string> = {
  ktp: 'KTP',
  npwp: 'NPWP',
  ktp_kuasa: 'KTP penerima kuasa',
  surat_kuasa: 'Surat kuasa',
  akta: 'Akta',
  nib: 'NIB',
  sppkp: 'SPPKP',
  surat_permohonan: 'Surat permohonan',
  npwp_lama: 'NPWP lama',
  akta_lama: 'Akta sebelumnya',
  kswp: 'Bukti KSWP',
  pernyataan_pemilik: 'Surat pernyataan pemilik',
  surat_kerja: 'Surat keterangan kerja',
};

export const documentStates: Record<DocumentState, string> = {
  diharapkan: 'Belum ada',
  menyusul: 'Menyusul',
  diterima: 'Diterima',
};

export const sightingNames: Record<Sighting, string> = {
  asli: 'Asli',
  salinan: 'Salinan',
  ikd: 'IKD',
};

/** How the picture pane and the checklist name a sighting that was answered. */
export const sightingSeen: Record<Sighting, string> = {
  asli: 'Asli ditunjukkan',
  salinan: 'Hanya salinan',
  ikd: 'KTP digital (IKD)',
};

export const formFieldNames: Record<FormField, string> = {
  bentuk_usaha: 'Bentuk usaha',
  nama_usaha: 'Nama usaha',
  npwp: 'NPWP',
  pkp: 'Nomor PKP',
  alamat: 'Alamat',
  kode_pos: 'Kode pos',
  kabupaten: 'Kabupaten atau kota',
  pusat_cabang: 'Pusat atau cabang',
  nitku: 'NITKU',
  telepon: 'Telepon kantor',
  hp: 'Nomor HP',
  surel: 'Surel',
  website: 'Laman',
  user_id: 'User ID SPSE',
  penanggung_jawab_nama: 'Nama penanggung jawab',
  penanggung_jawab_nik: 'NIK penanggung jawab',
};

export const formFieldHints: Partial<Record<FormField, string>> = {
  npwp: '15 atau 16 angka. Titik dan tanda hubung boleh diketik.',
  pkp: 'Bila bukan PKP, tulis Non-PKP.',
  kabupaten: 'Ketik tiga huruf, lalu pilih dari daftar.',
  nitku: '22 angka. Boleh dikosongkan untuk kantor pusat.',
  penanggung_jawab_nik: '16 angka.',
};

/** The name of the responsible person depends on who applies. */
export const responsibleNames: Record<Profil, { name: string; nik: string }> = {
  badan_usaha: { name: 'Nama direktur', nik: 'NIK direktur' },
  usaha_perorangan: { name: 'Nama pemilik', nik: 'NIK pemilik' },
};

export const bentukUsaha: Record<Profil, readonly string[]> = {
  badan_usaha: ['PT', 'CV', 'PT Perorangan', 'Firma', 'Koperasi', 'Yayasan', 'Perum', 'Perumda', 'NV', 'Ltd'],
  usaha_perorangan: ['UD', 'PD', 'Perorangan'],
};

export const tamu = {
  title: 'Tamu baru',
  lead: 'Bacakan pemberitahuan ini, lalu pilih jenis pelaku usaha.',
  notice: 'Pemberitahuan privasi',
  noticeVersion: (version: string) => `Versi ${version}`,
  who: 'Siapa yang mendaftar?',
  open: 'Buka permohonan',
  cancel: 'Batal',
  needsProfil: 'Pilih jenis pelaku usaha lebih dulu.',
};

export const header = {
  back: 'Kembali ke daftar',
  unnamed: 'Pelaku usaha belum bernama',
  queue: (queue: string) => `Antrean ${queue}`,
  attends: (name: string, kapasitas: string | null) => `hadir ${kapasitas ? `${name}, ${kapasitas}` : name}`,
  number: 'permohonan',
  saved: (time: string) => `Tersimpan ${time}`,
  saving: 'Menyimpan…',
  unsaved: 'Belum tersimpan',
  pause: 'Jeda',
  print: (waiting: number) => (waiting > 1 ? `Cetak (${waiting})` : 'Cetak'),
  cancelCase: 'Batalkan permohonan…',
  heldBy: (name: string) => `Sedang ditangani ${name}. Minta serah terima bila perlu melanjutkan.`,
  erased: 'Data pribadi permohonan ini sudah dimusnahkan. Hanya nomor, tanggal, dan status yang masih ada.',
};

export const spine = {
  label: 'Langkah SOP',
  standard: (minutes: number) => `mutu baku ${minutes}`,
  minutes: (minutes: number) => `${minutes} menit`,
  minutesVendor: (minutes: number) => `${minutes} menit · pelaku usaha`,
  short: (elapsed: number, standard: number) => `${elapsed}/${standard}`,
  took: (elapsed: number, standard: number) => `${elapsed} menit, mutu baku ${standard}`,
  unmeasured: 'tidak diukur',
  reason: (text: string) => `Alasan: ${text}`,
  explain: 'Catat alasan',
  ofStep: (number: number) => `langkah ${number}`,
  states: { done: 'selesai', active: 'sedang berjalan', open: 'belum', skipped: 'dilewati' },
};

/** Why a step took longer than the SOP grants. */
export const overrun = {
  title: (number: number) => `Langkah ${number} melewati mutu baku`,
  lead: (elapsed: number, standard: number) => `${elapsed} menit, mutu baku ${standard} menit.`,
  untold: (number: number) => `Lama langkah ${number} tidak terukur`,
  untoldLead: 'Pekerjaan melewati malam, atau jam komputer dibetulkan. Tulis sebabnya dalam satu kalimat.',
  act: 'Simpan alasan',
};

export const intake = {
  form: 'Formulir SPSE',
  formLead: 'Salin dari formulir SPSE. Loket memeriksa selagi Anda mengetik.',
  groups: { kontak: 'Kontak', orang: 'Penanggung jawab' },
  dataSheet: 'Dari lembar data, tidak ada pada formulir SPSE',
  attendee: 'Yang hadir',
  attendeeName: 'Nama yang hadir',
  attendeeNik: 'NIK yang hadir',
  attendeePhone: 'Nomor HP yang hadir',
  kapasitas: 'Hadir sebagai',
  priority: 'Antrean prioritas',
  priorityNone: 'Bukan prioritas',
  priorities: ['Lanjut usia', 'Penyandang disabilitas', 'Ibu hamil atau membawa bayi'],
  documents: 'Dokumen',
  required: 'wajib',
  paperCopy: 'Fotokopi kertas diterima',
  capture: 'Ambil gambar',
  choose: 'Pilih…',
  region: 'Kabupaten atau kota',
  captureAgain: 'Ambil lagi',
  received: 'Diterima',
  later: 'Menyusul',
  noPicture: 'belum ada gambar',
  pictureAt: (count: number, time: string) => `${count} gambar, terakhir ${time}`,
  branches: { pusat: 'Pusat', cabang: 'Cabang' },
  shortages: 'Yang harus dilengkapi',
  unanswered: 'belum',
  answered: 'sudah dilengkapi',
  duplicateReason: 'Alasan tetap melanjutkan',
  duplicates: 'Mungkin permohonan ganda',
  duplicateKnown: 'Untuk diketahui',
  duplicatesMore: (count: number) => `Ada ${count} permohonan lain yang serupa. Cari di Arsip bila perlu.`,
  regionNone: 'Tidak ada kabupaten atau kota dengan nama itu.',
  regionUnknown: 'Tidak ada kabupaten atau kota dengan nama itu. Periksa ejaannya, lalu pilih dari daftar.',
  regionUnsaved: 'Kabupaten atau kota belum tersimpan. Ketik namanya, lalu pilih dari daftar.',
};

/** Labels of the acts, by the transition that carries them. */
export const acts = {
  submit: 'Terima berkas',
  submitRequest: 'Terima permintaan',
  complete: 'Berkas lengkap, beri nomor antrean',
  completeOnline: 'Berkas lengkap, jadwalkan',
  resubmit: 'Kekurangan sudah dilengkapi',
  start: 'Mulai verifikasi',
  resume: 'Lanjutkan verifikasi',
  shortage: 'Kekurangan',
  repair: 'Perlu perbaikan',
  refuse: 'Tolak…',
  decide: 'Lanjut ke keputusan',
  activate: 'Catat aktivasi',
  missing: (count: number) => `Masih kurang ${count}:`,
  others: (count: number) => `dan ${count} lagi`,
};

export const waiting = {
  queueTitle: (queue: string) => `Menunggu panggilan, nomor ${queue}`,
  queueLead: 'Panggil pelaku usaha, lalu mulai. Waktu mutu baku berjalan sejak saat itu.',
  pausedTitle: 'Verifikasi ditunda',
  pausedLead: 'Semua isian tersimpan. Lanjutkan dari tempat terakhir.',
  resumeDefault: 'Dilanjutkan di meja.',
  sesuaiTitle: 'Dinyatakan sesuai',
  sesuaiLead: 'Tinggal satu langkah: persetujuan dengan kata sandi.',
};

export const activation = {
  title: 'Catat aktivasi di SPSE',
  lead: 'Aktifkan akun di SPSE, lalu tulis User ID di sini.',
  userId: 'User ID SPSE',
  empty: 'Tulis User ID dari SPSE lebih dulu.',
};

export const summary = {
  title: 'Ringkasan',
  papers: 'Kertas',
  noPapers: 'Belum ada kertas yang terbit.',
  userId: 'User ID SPSE',
  verifier: 'Verifikator',
  overTime: 'Alasan melewati mutu baku',
  showTimeline: 'Lihat riwayat',
  issueFotokopi: 'Buat Fotokopi',
  issueBeritaAcara: 'Buat Berita Acara',
  issueWithout: (labels: string) => `Buat Fotokopi tanpa ${labels}`,
  leftOut: (label: string) => `${label} belum dapat masuk Fotokopi: keempat sudutnya belum ditandai.`,
  markCorners: (label: string) => `Tandai sudut ${label}`,
};

export const dialogs = {
  reason: 'Alasan',
  reasonEmpty: 'Tulis alasannya lebih dulu.',
  pauseTitle: 'Jeda verifikasi',
  pauseLead: 'Penghitungan waktu berhenti. Pilih alasan atau tulis sendiri.',
  pauseAct: 'Jeda',
  pauseReasons: ['Internet terputus', 'Pelaku usaha mengambil dokumen', 'Istirahat'],
  cancelTitle: 'Batalkan permohonan',
  cancelLead: 'Permohonan berhenti di sini. Catatannya tetap disimpan.',
  cancelAct: 'Batalkan permohonan',
  cancelReasons: ['Permintaan pelaku usaha', 'Permohonan ganda'],
  shortageTitle: 'Perlu perbaikan',
  shortageLead: 'Pilih kekurangannya. Lembar Kekurangan dicetak dari pilihan ini.',
  shortageNote: 'Catatan untuk pelaku usaha',
  shortageUntil: 'Ditunggu sampai',
  dateHint: 'Seperti 23-11-2026.',
  dateWrong: 'Tanggalnya belum benar. Tulis seperti 23-11-2026.',
  shortageEmpty: 'Pilih paling sedikit satu kekurangan.',
  shortageAct: 'Terbitkan Lembar Kekurangan',
  refuseTitle: 'Tolak permohonan',
  refuseLead: 'Penolakan bersifat akhir. Pelaku usaha harus mendaftar lagi dari awal.',
  refuseCode: 'Dasar penolakan',
  refuseCodeEmpty: 'Pilih dasar penolakan lebih dulu.',
  refuseConfirm: 'Saya sudah menjelaskan penolakan ini kepada pelaku usaha.',
  refuseConfirmEmpty: 'Centang pernyataan di atas lebih dulu.',
  refuseAct: 'Tolak permohonan',
};

export const failure = {
  retry: 'Coba lagi',
  typed: 'Ketikan Anda tetap ada di layar.',
};

/** In which capacities a person may come, by who applies. */
export const kapasitasChoices: Record<Profil, readonly { value: Kapasitas; label: string }[]> = {
  badan_usaha: [
    { value: 'direktur', label: 'Direktur' },
    { value: 'kuasa', label: 'Penerima kuasa' },
  ],
  usaha_perorangan: [
    { value: 'pemilik', label: 'Pemilik' },
    { value: 'kuasa', label: 'Penerima kuasa' },
  ],
};
