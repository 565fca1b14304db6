// Fictional cases: the people and firms of the acceptance scenarios, with numbers already masked.
import type { CaseSummary, Home, TimelineEntry, WireError } from '../../src/bindings';

const blank: CaseSummary = {
  id: '',
  number: '2026/0400',
  status: 'antre',
  status_label: 'Antre',
  profil: 'badan_usaha',
  company: '',
  attendee: '',
  kapasitas: 'direktur',
  queue: null,
  priority: null,
  npwp_masked: '••.•••.•••.•-•13.000',
  waiting_minutes: 0,
  updated_at: '2026-11-23T02:10:00Z',
  remark: 'Berkas lengkap',
  complete: true,
  shortages: [],
  held_by: null,
  due: null,
  phone: '081200009001',
};

export const alasRoban: CaseSummary = {
  ...blank,
  id: 'k-1',
  number: '2026/0412',
  company: 'CV Alas Roban Sejahtera',
  attendee: 'Wulan Pertiwi',
  queue: 'A-07',
  waiting_minutes: 12,
  remark: 'KTP dan NPWP sudah difoto, formulir sudah disalin',
};

export const waiting: CaseSummary[] = [
  alasRoban,
  {
    ...blank,
    id: 'k-2',
    number: '2026/0414',
    company: 'Usaha Siti Mariyam',
    attendee: 'Siti Mariyam',
    kapasitas: 'pemilik',
    profil: 'usaha_perorangan',
    queue: 'A-09',
    priority: 'Lanjut usia',
    waiting_minutes: 2,
    remark: 'NPWP belum difoto',
    complete: false,
  },
  {
    ...blank,
    id: 'k-3',
    number: '2026/0413',
    company: 'PT Reban Karya Utama',
    attendee: 'Hendra Wibowo',
    queue: 'A-08',
    waiting_minutes: 4,
  },
  {
    ...blank,
    id: 'k-4',
    number: '2026/0415',
    company: 'CV Tulis Karya Mandiri',
    attendee: 'Dewi Lestari Putri',
    kapasitas: 'kuasa',
    queue: 'A-10',
    remark: 'Surat kuasa belum diperiksa',
    complete: false,
  },
];

const repair = (id: string, company: string, code: string, remark: string, due: string): CaseSummary => ({
  ...blank,
  id,
  company,
  attendee: 'Slamet Riyadi',
  status: 'perlu_perbaikan',
  status_label: 'Perlu perbaikan',
  shortages: [code],
  remark,
  due,
  complete: false,
});

export const home: Home = {
  now: '2026-11-23T02:12:00Z',
  next: alasRoban,
  waiting,
  intake: [
    {
      ...blank,
      id: 'k-8',
      status: 'draf',
      status_label: 'Draf',
      company: 'PT Lintas Kandeman Digital',
      attendee: 'Yuli Kartika',
      remark: 'KTP belum difoto',
      complete: false,
    },
  ],
  repairs: [
    repair('k-5', 'CV Kedawung Abadi', 'P08', 'Surat kuasa belum bermeterai', '2026-11-26'),
    repair('k-6', 'UD Subah Makmur', 'P05', 'NPWP pada formulir tidak sesuai', '2026-11-30'),
    repair('k-7', 'Usaha Limpung Lestari', 'P01', 'KTP rusak', '2026-12-02'),
  ],
  approvals: [
    {
      ...blank,
      id: 'k-9',
      status: 'sesuai',
      status_label: 'Sesuai',
      company: 'CV Bandar Jati Mulya',
      attendee: 'Muhammad Arifin',
      remark: 'Dinyatakan sesuai pukul 08.58',
    },
  ],
  activations: [
    {
      ...blank,
      id: 'k-10',
      status: 'disetujui',
      status_label: 'Disetujui',
      company: 'Toko Sumber Rejeki',
      attendee: 'Slamet Riyadi',
      remark: 'User ID SPSE belum dicatat',
    },
  ],
  sikap: [
    {
      ...blank,
      id: 'k-11',
      company: 'UD Warungasem Jaya',
      status: 'pemantauan_sikap',
      remark: 'Hubungan ke-3, terakhir: hari ini',
    },
    {
      ...blank,
      id: 'k-12',
      company: 'PT Blado Teknik Utama',
      status: 'pemantauan_sikap',
      remark: 'Hubungan ke-2: besok',
    },
  ],
  late: [],
  paused: [],
  recovered: null,
  done_today: 1,
  done_minutes: 24,
  done_standard: 31,
  log_checked_at: '2026-11-23T00:48:00Z',
  log_ok: true,
  clock_warning: null,
};

export const clockWentBack: WireError = {
  code: 'ClockWentBack',
  what: 'Jam komputer mundur, sekarang menunjukkan 1 Januari 2020, 00.00 WIB.',
  todo: 'Betulkan jam komputer, atau pastikan jamnya benar, sebelum menerbitkan nomor.',
  missing: [],
  wait_seconds: null,
};

export const emptyHome: Home = {
  ...home,
  next: null,
  waiting: [],
  intake: [],
  repairs: [],
  approvals: [],
  activations: [],
  sikap: [],
  late: [],
  done_today: 0,
  done_minutes: 0,
};

export const timeline: TimelineEntry[] = [
  {
    seq: 401,
    at: '2026-11-20T03:02:00Z',
    verb: 'permohonan_dibuka',
    text: 'Permohonan dibuka, pemberitahuan privasi diperlihatkan.',
    actor: 'Dewi Anggraini',
    role: 'Petugas',
  },
  {
    seq: 402,
    at: '2026-11-20T03:09:00Z',
    verb: 'gambar_ditambah',
    text: 'Gambar KTP disegel.',
    actor: 'Dewi Anggraini',
    role: 'Petugas',
  },
  {
    seq: 409,
    at: '2026-11-23T01:50:00Z',
    verb: 'antre',
    text: 'Berkas lengkap, nomor antrean A-07 diberikan.',
    actor: 'Ratna Purnomo',
    role: 'Petugas',
  },
  {
    seq: 412,
    at: '2026-11-23T02:12:00Z',
    verb: 'verifikasi_mulai',
    text: 'Verifikasi dimulai.',
    actor: 'Ratna Purnomo',
    role: 'Verifikator',
  },
];
