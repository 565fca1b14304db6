// What the officer reads while a video call is promised, announced, missed and begun (SOP row 4).
import type { ContactMethod, LetterEnd, NoticeKind, VideoWay } from '../bindings';

const COUNTS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima'];
/** Small numbers are written out in a sentence. */
const count = (number: number) => COUNTS[number] ?? String(number);

export const wayNames: Record<VideoWay, string> = {
  zoom: 'Zoom',
  google_meet: 'Google Meet',
  whatsapp: 'WhatsApp',
  lainnya: 'Lainnya',
};

export const slots = {
  title: 'Waktu kosong',
  hint: 'Panah berpindah, Enter memilih.',
  loading: 'Memuat agenda…',
  next: 'Minggu berikutnya',
  previous: 'Minggu sebelumnya',
  holiday: (name: string) => `Libur: ${name}`,
  closed: 'Tidak ada layanan daring',
  full: 'Semua waktu sudah terisi',
  noneTitle: 'Tidak ada waktu kosong',
  noneText: 'Buka minggu berikutnya, atau tulis jam lain.',
  noVerifikator: 'Belum ada verifikator yang dapat memimpin panggilan.',
  noVerifikatorTodo: 'Minta admin menambah verifikator.',
  call: 'Panggilan video',
  nothing: 'Waktu belum dipilih.',
  chosen: (day: string, time: string, until: string | null) =>
    until ? `${day}, ${time}–${until}` : `${day}, pukul ${time}`,
  verifikator: 'Verifikator',
  way: 'Cara',
  join: 'Tautan atau nomor panggilan',
  joinHint: 'Boleh menyusul. Tertulis dalam teks undangan.',
  other: 'Jam lain',
  otherLead: 'Di luar waktu yang ditawarkan. Program menilai dulu.',
  day: 'Hari',
  time: 'Jam',
  timeHint: 'Seperti 10.00.',
  judge: 'Periksa jam ini',
  judgeEmpty: 'Tulis hari dan jam lebih dulu.',
  fits: 'Waktu ini kosong dan dipilih.',
  endsLate: 'Waktu ini kosong dan dipilih. Sesi berakhir setelah jam layanan.',
} as const;

export const schedule = {
  act: 'Tetapkan jadwal',
  again: (missed: number, most: number) =>
    `Pelaku usaha sudah ${count(missed)} dari ${count(most)} kali tidak hadir.`,
  byOthers: 'Jadwal ditetapkan oleh petugas atau verifikator.',
  history: 'Riwayat sesi',
  line: (n: number, day: string, time: string, until: string) => `Sesi ke-${n}: ${day}, ${time}–${until}`,
  reason: (text: string) => `Alasan: ${text}`,
} as const;

export const day = {
  title: 'Jadwal',
  nth: (n: number) => `Jadwal ke-${n}`,
  free: 'Kosong',
  hours: (windows: string) => `Layanan daring ${windows}.`,
  list: 'Agenda hari itu',
  own: 'permohonan ini',
} as const;

export const notice = {
  titles: {
    jadwal: 'Teks undangan',
    jadwal_ulang: 'Teks jadwal baru',
    tidak_hadir: 'Teks tidak hadir',
    pengingat: 'Teks pengingat',
  } satisfies Record<NoticeKind, string>,
  body: 'Isi teks',
  form: 'Bentuk teks',
  forms: { surel: 'Surel', whatsapp: 'WhatsApp' },
  to: 'Kepada',
  toNone: 'belum tercatat',
  subject: 'Perihal',
  loading: 'Memuat teks…',
  mayNot: 'Teks hanya untuk petugas dan verifikator.',
  send: 'Kirim lewat surel',
  queued: 'Surat menunggu dikirim.',
  copy: 'Salin teks',
  copySubject: 'Salin perihal',
  copied: 'Teks disalin.',
  notCopied: 'Teks tidak dapat disalin.',
  notCopiedTodo: 'Teks sudah dipilih. Tekan Ctrl+C.',
  ics: 'Berkas .ics',
  eml: 'Berkas surel .eml',
  savedFile: 'Berkas tersimpan.',
  told: 'Tandai sudah dikirim lewat',
  methods: { surel: 'Surel', whatsapp: 'WhatsApp', telepon: 'Telepon' } satisfies Partial<
    Record<ContactMethod, string>
  >,
  toldSaved: 'Pemberitahuan tercatat.',
  notTold: 'Belum dikirim',
  sent: (when: string, method: string, by: string) => `Dikirim ${when} lewat ${method}, oleh ${by}`,
} as const;

/** Letters that Loket sends by itself. */
export const letters = {
  title: 'Surat keluar',
  waits: 'Menunggu dikirim',
  nextTry: (clock: string) => `Dicoba lagi pukul ${clock}.`,
  sent: (when: string) => `Terkirim ${when}`,
  ends: {
    terkirim: 'Terkirim',
    ditolak: 'Ditolak server: pelaku usaha belum tahu.',
    dibatalkan: 'Dibatalkan',
    usang: 'Tidak dikirim karena isinya tidak berlaku lagi',
  } satisfies Record<LetterEnd, string>,
  refusedTodo: 'Hubungi dengan cara lain atau perbaiki alamat surel.',
  withdraw: 'Batalkan',
} as const;

export const appointment = {
  needs: 'Yang disiapkan pelaku usaha',
  original: (label: string) => `${label} asli`,
  room: 'Ruang terang dan sambungan stabil',
  reach: 'Upaya menghubungi',
  reachCount: (done: number, needed: number) => `${done} dari ${needed} kali`,
  reachNone: 'Belum dihubungi sejak jam panggilan.',
  reachLine: (when: string, method: string, reached: boolean) =>
    `${when} · ${method} · ${reached ? 'terhubung' : 'tidak terhubung'}`,
  log: 'Catat panggilan…',
  logTitle: 'Catat panggilan',
  logLead: 'Catat setiap upaya, juga yang tidak terhubung.',
  noShow: 'Tidak hadir…',
  noShowFrom: (clock: string, needed: number) =>
    `Tidak hadir dapat dicatat mulai ${clock}, setelah ${count(needed)} kali dihubungi.`,
  noShowTitle: 'Catat tidak hadir',
  noShowLead: 'Sesi ini berakhir tanpa verifikasi. Catatannya tidak dapat dihapus.',
  noShowAct: 'Catat tidak hadir',
  tooEarly: (labels: string) => `Belum dapat dicatat tidak hadir. Masih kurang: ${labels}.`,
  move: 'Jadwal ulang…',
  moveTitle: 'Jadwal ulang',
  moveLead: (left: number) => `Jadwal ini masih dapat diganti ${count(left)} kali.`,
  moveReason: 'Alasan jadwal ulang',
  moveReasons: ['Diminta pelaku usaha', 'Verifikator berhalangan', 'Gangguan jaringan'],
  moveReasonEmpty: 'Tulis alasannya lebih dulu.',
  moveAct: 'Ganti jadwal',
  cannotMove: (labels: string) => `Jadwal belum dapat diganti. Masih kurang: ${labels}.`,
  way: (way: string, join: string) => (join ? `${way}: ${join}` : way),
  led: (name: string) => `Dipimpin ${name}`,
} as const;

export const missed = {
  title: 'Pelaku usaha tidak hadir',
  lead: (dayLabel: string, time: string, until: string) =>
    `Tidak ada yang hadir pada ${dayLabel}, pukul ${time}–${until}.`,
  howOften: (missedTimes: number, most: number) =>
    `Sudah ${count(missedTimes)} dari paling banyak ${count(most)} kali.`,
  askAgain: 'Minta jadwal baru',
  close: 'Tutup permohonan…',
  closeTitle: 'Tutup permohonan',
  closeLead: 'Permohonan berakhir di sini. Pelaku usaha harus mendaftar lagi dari awal.',
  closeAct: 'Tutup permohonan',
  tooEarly: (labels: string) => `Belum dapat ditutup. ${labels}.`,
} as const;

export const strip = {
  label: 'Sesi panggilan video',
  code: 'Kode sesi',
  codeHint: 'Bacakan kode ini saat panggilan mulai.',
  noCode: 'Kode muncul saat panggilan berjalan.',
  large: 'Tampilkan besar',
  closeLarge: 'Tutup',
  since: (clock: string, way: string) => `Berjalan sejak ${clock}, ${way}`,
  state: (n: number, state: string) => `Sesi ke-${n} ${state}`,
  history: (number: number) => `Riwayat sesi (${number})`,
} as const;
