// What the verifikator reads on the comparison screen.
import type { Agreement, Decision, Outcome, RowGroup } from '../bindings';

export const outcomeWords: Record<Outcome, string> = {
  sama: 'SAMA',
  setara: 'SETARA',
  mirip: 'MIRIP',
  beda: 'BEDA',
};

export const columns = {
  grid: 'Pembandingan formulir dan dokumen',
  data: 'Data',
  form: 'Formulir SPSE',
  document: 'Dokumen',
  original: 'Asli',
  outcome: 'Hasil banding',
};

export const groups: Record<RowGroup, string> = {
  usaha: 'Usaha',
  penanggung_jawab: 'Penanggung jawab, dari KTP',
  kontak: 'Kontak, dibacakan ulang',
};

export const decisionWords: Record<Decision, string> = {
  cocok: 'Cocok',
  cocok_dengan_catatan: 'Catatan',
  tidak_cocok: 'Tidak cocok',
};

export const row = {
  undecided: 'Belum',
  notInForm: 'tidak ada pada formulir',
  empty: 'belum diisi',
  byVerifier: 'Verifikator',
  valid: 'Berlaku',
  readBack: 'dibacakan ulang',
  agrees: 'Cocok',
  agreesWithNote: 'Cocok, beri catatan',
  disagrees: 'Tidak',
  reason: 'Alasan',
  reasonLabel: (label: string) => `Alasan untuk ${label}`,
  reasonEmpty: 'Tulis atau pilih alasan lebih dulu. Alasan tercetak pada Bukti Verifikasi.',
  reasonUnlisted: 'Nilainya berbeda. Pilih lebih dulu satu alasan dari daftar, lalu sunting kalimatnya.',
  disagreeEmpty: 'Pilih apa yang harus diperbaiki.',
  disagreeLead: 'Tidak cocok karena',
  undo: 'Batalkan keputusan',
  retype: 'Ketik ulang isi dokumen',
  note: 'Catatan',
  noteOptional: 'Catatan untuk pelaku usaha, boleh kosong',
  disagreesNow: 'Nyatakan tidak cocok',
  typeIt: (label: string, document: string) => `${label} menurut ${document}`,
  typePlaceholder: 'Ketik dari dokumen',
  /** Many a proposal ends with the point of an abbreviation, and a sentence has only one. */
  proposed: (value: string) =>
    `Usulan: ${value.replace(/\.$/, '')}. Baca dari dokumen asli; ketik bila berbeda.`,
  same: 'Sama dengan yang asli',
  typeFullName: 'Ketik nama lengkap pada dokumen',
  typeHint: 'Lihat gambar di kanan, lalu ketik apa adanya.',
  needsSighting: (document: string) => `Jawab lebih dulu apakah ${document} yang ditunjukkan asli.`,
  notOverridable: 'Perbedaan ini tidak dapat diterima dengan catatan. Minta perbaikan (F7).',
  preticked: 'Dicentang Loket setelah Anda menjawab keaslian dokumen. Boleh dibatalkan.',
  personQuestion: 'Cocokkan wajah yang hadir dengan foto pada kartu.',
};

/** The office's own procedure (SOP 01.09.03./SOP/2020), step 5a. */
export const sopStep = {
  name: 'SOP langkah 5a.',
  text: 'Dokumen yang dibawa diverifikasi, dan fotokopi diarsipkan. Mutu baku 30 menit.',
};

export const sighting = {
  question: (document: string) => `${document} yang ditunjukkan:`,
  change: 'Ubah',
};

export const kewenangan = {
  title: 'Kewenangan',
  lead: 'Akta tidak diwajibkan SOP. Catat bila Anda memeriksanya.',
  checked: 'Diperiksa',
  notChecked: 'Tidak diperiksa (di luar syarat SOP)',
  basis: 'Dasar kewenangan',
  basisHint: 'Misalnya: akta perubahan nomor 12 tahun 2025.',
};

export const kuasa = {
  title: 'Surat kuasa',
  pemberi: 'Pemberi kuasa',
  penerima: 'Penerima kuasa',
  tujuan: 'Tujuan',
  card: { nama: 'Nama pada KTP penerima kuasa', nik: 'NIK pada KTP penerima kuasa' },
};

export const daftarHitam = {
  title: 'Daftar hitam',
  lead: 'Cari nama dan NPWP pada daftar hitam, lalu catat hasilnya.',
  answers: {
    tidak_tercantum: 'Tidak tercantum',
    tidak_dapat_diperiksa: 'Tidak dapat diperiksa (luring)',
    tercantum: 'Tercantum',
  },
  date: 'Tanggal daftar yang dilihat',
  dateHint: 'Seperti 23-11-2026.',
  dateEmpty: 'Isi tanggal daftar yang Anda lihat.',
  refused: 'Bila tercantum, permohonan ditolak dengan kode X01.',
};

/** What the list says that the office imported. */
export const daftarHitamFound = {
  list: (date: string, age: string) => `Daftar tanggal ${date}${age && ` (${age})`}`,
  daysAgo: (days: number) => `${days} hari lalu`,
  notListed: (list: string) => `${list}: NPWP ini tidak tercantum.`,
  noneHolds: (list: string) => `${list}: tidak ada sanksi yang berlaku hari ini.`,
  points: (list: string) => `${list} menunjuk pelaku usaha ini.`,
  onlyPoints: 'Daftar hanya menunjuk; verifikator yang menjawab.',
  hits: 'Yang cocok pada daftar',
  unnamed: 'Nama tidak disebut',
  npwp: (npwp: string) => `NPWP ${npwp}`,
  agreements: { sama: 'NPWP sama', cabang: 'cabang wajib pajak yang sama' } satisfies Record<
    Agreement,
    string
  >,
  span: (from: string, until: string) => `sanksi ${from} sampai ${until}`,
  since: (from: string) => `sanksi sejak ${from}`,
  until: (until: string) => `sanksi sampai ${until}`,
  noSpan: 'masa sanksi tidak disebut',
  decision: (number: string) => `keputusan ${number}`,
  rests: 'sanksi tidak berlaku hari ini',
  use: 'Pakai hasil ini',
};

export const pane = {
  title: 'Gambar dokumen',
  zoomOf: (document: string) => `Perbesaran: ${document}`,
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  magnify: 'perbesar',
  rotate: 'Putar',
  large: 'Gambar besar',
  closeLarge: 'Tutup gambar besar',
  noPicture: 'Belum ada gambar.',
  capture: 'Ambil gambar',
  hidden: 'Agama, status perkawinan, pekerjaan, dan golongan darah disamarkan.',
  showOriginal: 'Lihat asli…',
  showReason: 'Alasan melihat gambar asli',
  showAct: 'Lihat 30 detik',
  countdown: (seconds: number) => `Disamarkan lagi dalam ${seconds} detik.`,
  alt: (document: string) => `Gambar ${document}`,
  loading: 'Membuka gambar…',
  drawer: 'Gambar',
  closeDrawer: 'Tutup gambar',
};

export const acts = {
  agree: 'Cocok dengan asli',
  note: 'Cocok dengan catatan',
  disagree: 'Tidak cocok',
  toMissing: 'Ke yang masih kurang',
  declare: 'Nyatakan sesuai',
  notYet: (count: number) => `Belum dapat dinyatakan sesuai. Jawab ${count} hal ini lebih dulu.`,
  allRows: (done: number, total: number) => `Pembandingan ${done} dari ${total}`,
  sightings: 'Asli dilihat',
  sightingsOpen: 'Keaslian belum dijawab',
  kuasa: 'Surat kuasa',
  kewenanganOpen: 'Kewenangan belum dijawab',
  kewenanganDone: 'Kewenangan dijawab',
  hitamOpen: 'Daftar hitam belum dijawab',
  hitamDone: 'Daftar hitam dijawab',
};

/** The key bar at the foot: key caps and what they do; `always` also where nothing may be changed. */
export const keys: readonly { caps: readonly string[]; text: string; always?: boolean }[] = [
  { caps: ['↑', '↓'], text: 'pindah baris', always: true },
  { caps: ['Spasi'], text: 'cocok dengan asli' },
  { caps: ['C'], text: 'catatan' },
  { caps: ['T'], text: 'tidak cocok' },
  { caps: ['P'], text: 'perbaiki formulir' },
  { caps: ['G'], text: 'gambar besar', always: true },
  { caps: ['F8'], text: 'ke yang masih kurang' },
];

export const help = { caps: 'F1', text: 'SOP langkah ini' };
