// A fictional daftar hitam: before the office has one, while one stands, and a file of which three rows are not taken.
import type {
  DaftarHitamHitView,
  DaftarHitamInfo,
  DaftarHitamListView,
  DaftarHitamPreview,
} from '../../src/bindings';
import { session } from './office';

export const noList: DaftarHitamListView = { list: null, today: '2026-11-23' };

export const listOf = (change: Partial<DaftarHitamInfo> = {}): DaftarHitamListView => ({
  ...noList,
  list: {
    list_date: '2026-11-16',
    rows: 1204,
    by: session.name,
    // The evening before in Greenwich, already the next day in the office.
    at: '2026-11-22T18:30:00+00:00',
    ...change,
  },
});

export const preview: DaftarHitamPreview = {
  rows: 1204,
  resting: 86,
  refused: [
    { line: 12, why: 'NPWP tidak terbaca: harus 15 atau 16 angka.' },
    { line: 40, why: 'Tanggal sanksi tidak terbaca.' },
    { line: 41, why: 'Tanggal berakhir mendahului tanggal mulai.' },
  ],
  refused_rows: 3,
  undated: [{ line: 20, why: 'Tanggal sanksi tidak terbaca; sanksi dianggap berlaku.' }],
  undated_rows: 1,
};

/** A vendor of the list that has a number of this one. */
export const hit = (change: Partial<DaftarHitamHitView> = {}): DaftarHitamHitView => ({
  name: 'CV Tirta Contoh',
  npwp: '0997000009321907',
  agreement: 'cabang',
  holds: true,
  from: '2026-01-12',
  until: '2027-01-12',
  decision: 'SK-2/2026',
  ...change,
});
