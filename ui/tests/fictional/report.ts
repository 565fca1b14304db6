// Reports of a fictional month, day and year. Nobody and no number here exists; the figures fit each other.
import type { Channel, Report, ReportKind, ReportPoint } from '../../src/bindings';

const STANDARD = 30;
type Told = readonly [date: number, minutes: number, channel: Channel];
const FACE: Channel = 'tatap_muka';
const VIDEO: Channel = 'daring';
const NOVEMBER: readonly Told[] = [
  [2, 11, FACE], [3, 24, VIDEO], [4, 17, VIDEO], [4, 28, FACE], [5, 20, VIDEO], [5, 13, FACE],
  [6, 26, FACE], [6, 38, VIDEO], [9, 14, VIDEO], [9, 13, FACE], [10, 20, FACE], [10, 24, VIDEO],
  [11, 20, VIDEO], [11, 33, FACE], [12, 19, FACE], [12, 15, VIDEO], [13, 11, FACE], [16, 27, FACE],
  [16, 21, FACE], [17, 22, FACE], [17, 41, VIDEO], [18, 17, FACE], [18, 17, VIDEO], [19, 20, VIDEO],
  [19, 19, VIDEO], [20, 14, VIDEO], [23, 28, FACE],
]; // prettier-ignore

const two = (n: number) => String(n).padStart(2, '0');
const numberOf = (at: number) => `2026/1/${String(at + 1).padStart(4, '0')}`;
const points: ReportPoint[] = NOVEMBER.map(([date, minutes, channel], at) => ({
  id: `l-${at + 1}`,
  number: numberOf(at),
  day: `2026-11-${two(date)}`,
  minutes,
  standard: STANDARD,
  channel,
  over: minutes > STANDARD,
}));
const REASONS = ['Panggilan video putus', 'Akta dicari', 'Jaringan pelaku usaha lambat'];

const month: Report = {
  kind: 'bulan',
  title: 'Laporan bulanan',
  label: 'November 2026',
  day: '2026-11-01',
  until: '2026-11-23',
  previous: '2026-10-01',
  next: null,
  may_save: true,
  may_unmask: true,
  summary: {
    verified: 27,
    within: 24,
    over: 3,
    untold: 0,
    unexplained: 0,
    standard: STANDARD,
    standard_label: `${STANDARD} menit`,
  },
  flow: [
    { label: 'Diterima', count: 34 },
    { label: 'Diverifikasi', count: 27 },
    { label: 'Disetujui', count: 22 },
    { label: 'Perlu perbaikan', count: 10 },
    { label: 'Ditolak', count: 2 },
    { label: 'Dibatalkan', count: 1 },
  ],
  channels: [
    { label: 'Tatap muka', count: 14 },
    { label: 'Daring', count: 13 },
  ],
  layanan: [],
  profils: [
    { label: 'Badan usaha', count: 21 },
    { label: 'Perorangan', count: 6 },
  ],
  points,
  months: [],
  steps: [
    {
      number: 4,
      label: 'Menyampaikan jadwal (daring)',
      standard: '5 menit',
      count: 13,
      median: '3 menit',
      ninth: '4 menit',
      over: 0,
    },
    {
      number: 5,
      label: 'Verifikasi dokumen',
      standard: '30 menit',
      count: 27,
      median: '20 menit',
      ninth: '33 menit',
      over: 3,
    },
    {
      number: 6,
      label: 'Persetujuan',
      standard: '1 menit',
      count: 22,
      median: '0,6 menit',
      ninth: '0,9 menit',
      over: 0,
    },
    {
      number: 7,
      label: 'Pemantauan SIKAP',
      standard: '5 menit',
      count: 22,
      median: '3 menit',
      ninth: '5 menit',
      over: 0,
    },
  ],
  deviations: points
    .filter((point) => point.over)
    .map(({ id, number, day, minutes, standard }, at) => ({
      id,
      number,
      day,
      row: 5,
      minutes,
      standard,
      reason: REASONS[at] ?? null,
    })),
  reasons: [
    { code: 'P08', text: 'Surat kuasa tidak lengkap', kind: 'perbaikan', count: 4 },
    { code: 'P05', text: 'NPWP di formulir beda', kind: 'perbaikan', count: 3 },
    { code: 'P01', text: 'KTP tidak terbaca', kind: 'perbaikan', count: 2 },
    { code: 'P04', text: 'Nama beda', kind: 'perbaikan', count: 1 },
    { code: 'X01', text: 'Daftar hitam', kind: 'tolak', count: 1 },
    { code: 'X04', text: 'Sudah punya akun', kind: 'tolak', count: 1 },
  ],
  officers: [
    { name: 'Ratna Purnomo', count: 15, median: '19 menit' },
    { name: 'Dewi Larasati', count: 12, median: '21 menit' },
  ],
  sikap: [
    { label: 'Terkonfirmasi mengisi SIKAP', value: '14 dari 22' },
    { label: 'Dihubungi dua kali atau lebih', value: '5' },
    { label: 'Tidak hadir di panggilan video', value: '2' },
    { label: 'Menunggu di loket, median', value: '9 menit' },
  ],
  lines: [],
};

const day: Report = {
  ...month,
  kind: 'hari',
  title: 'Laporan harian',
  label: '23 November 2026',
  day: '2026-11-23',
  previous: '2026-11-22',
  summary: { ...month.summary, verified: 1, within: 1, over: 0 },
  points: [],
  deviations: [],
  reasons: [],
  lines: [
    {
      id: 'l-27',
      number: numberOf(26),
      time: '09.24',
      company: 'CV Angin Timur',
      npwp: '************9001',
      channel: FACE,
      profil_label: 'Badan usaha',
      event: 'Verifikasi selesai',
      minutes: '28 menit',
      officer: 'Ratna Purnomo',
    },
    {
      id: 'l-28',
      number: numberOf(27),
      time: '10.05',
      company: '',
      npwp: '',
      channel: VIDEO,
      profil_label: 'Perorangan',
      event: 'Diterima',
      minutes: '',
      officer: 'Dewi Larasati',
    },
    {
      id: 'l-29',
      number: numberOf(28),
      time: '11.40',
      company: 'PT Bukit Hijau',
      npwp: '************0417',
      channel: FACE,
      profil_label: 'Badan usaha',
      event: 'Perlu perbaikan',
      minutes: '',
      officer: 'Ratna Purnomo',
    },
  ],
};

const MONTHS = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni',
  'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
]; // prettier-ignore
const WITHIN = [18, 22, 25, 16, 27, 30, 21, 19, 24, 26, 24, 0];
const OVER = [2, 1, 4, 0, 3, 2, 5, 1, 0, 2, 3, 0];
const UNTOLD = [0, 0, 0, 3, 0, 0, 1, 0, 0, 0, 0, 0];
const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);

const year: Report = {
  ...month,
  kind: 'tahun',
  title: 'Laporan tahunan',
  label: '2026',
  day: '2026-01-01',
  previous: '2025-01-01',
  summary: {
    verified: sum(WITHIN) + sum(OVER) + sum(UNTOLD),
    within: sum(WITHIN),
    over: sum(OVER),
    untold: sum(UNTOLD),
    unexplained: 1,
    standard: STANDARD,
    standard_label: `${STANDARD} menit`,
  },
  points: [],
  months: MONTHS.map((label, at) => ({
    day: `2026-${two(at + 1)}-01`,
    label,
    within: WITHIN[at] ?? 0,
    over: OVER[at] ?? 0,
    untold: UNTOLD[at] ?? 0,
  })),
};

const reports: Record<ReportKind, Report> = { hari: day, bulan: month, tahun: year };

/** The report of this kind; every caller gets a copy of its own. */
export const reportOf = (kind: ReportKind): Report => structuredClone(reports[kind]);

/** The same in which nothing happened. */
export const emptyReport = (kind: ReportKind): Report => ({
  ...reportOf(kind),
  summary: {
    verified: 0,
    within: 0,
    over: 0,
    untold: 0,
    unexplained: 0,
    standard: STANDARD,
    standard_label: `${STANDARD} menit`,
  },
  flow: month.flow.map((each) => ({ ...each, count: 0 })),
  channels: [],
  profils: [],
  points: [],
  months: year.months.map((each) => ({ ...each, within: 0, over: 0, untold: 0 })),
  steps: month.steps.map((step) => ({ ...step, count: 0, median: '', ninth: '', over: 0 })),
  deviations: [],
  reasons: [],
  officers: [],
  sikap: [],
  lines: [],
});
