// The case of S-01 at several moments: CV Alas Roban Sejahtera, director Wulan Pertiwi. Nobody and nothing here
// is real.
import type {
  PermohonanView,
  DocumentKind,
  DocumentView,
  PaperKind,
  PaperView,
  PictureSource,
  Status,
} from '../../src/bindings';
import { session } from './office';

export const NOW = '2026-11-23T02:24:00Z';
export const labels: Partial<Record<Status, string>> = {
  draf: 'Draf',
  diajukan: 'Diajukan',
  perlu_perbaikan: 'Perlu perbaikan',
  antre: 'Menunggu panggilan',
  verifikasi: 'Verifikasi berlangsung',
  ditunda: 'Ditunda',
  sesuai: 'Dinyatakan sesuai',
  disetujui: 'Disetujui',
  pemantauan_sikap: 'Pemantauan SIKAP',
  selesai: 'Selesai',
  ditolak: 'Ditolak',
  dibatalkan: 'Dibatalkan',
  kedaluwarsa: 'Kedaluwarsa',
  dialihkan: 'Dialihkan',
};

export const plain = (value: string) => ({ value, notes: [], source: 'formulir' as const });

function document(kind: DocumentKind, label: string, required: boolean): DocumentView {
  return {
    kind, label, required, state: 'diharapkan', paper_copy: null, sighting: null, sighted_by: null, sighted_at: null,
    sighting_counts: false, fields: {}, pictures: [], ground: 'SOP 01.09.03 langkah 3a',
  }; // prettier-ignore
}

export function emptyCase(): PermohonanView {
  return {
    id: 'k-1', number: '2026/0412', status: 'draf', status_label: 'Draf', profil: 'badan_usaha', channel: 'tatap_muka',
    queue: null, company: '', erased: false, form: {}, drafts: {},
    form_asked: ['bentuk_usaha', 'nama_usaha', 'npwp', 'pusat_cabang', 'alamat', 'kabupaten', 'penanggung_jawab_nama', 'penanggung_jawab_nik', 'surel', 'hp'], attendee_proposal: { name: '', nik: '', phone: '' },
    form_required: ['bentuk_usaha', 'nama_usaha', 'npwp', 'kabupaten', 'pusat_cabang', 'surel'],
    attendee: { name: '', kapasitas: null, nik: '', phone: '', priority: null },
    surat_kuasa: null, kewenangan: { checked: null, basis: '' }, daftar_hitam: { answer: null, list_date: null }, list_date_proposal: '2026-11-23',
    documents: [document('ktp', 'KTP direktur', true), document('npwp', 'NPWP perusahaan', true), document('akta', 'Akta', false)],
    rows: [], steps: [], shortages: [], allowed: [], missing: [], papers: [],
    fotokopi: { can_issue: false, left_out: [], can_mark: false }, duplicates: [], verifier: null,
    verifier_is_me: false, arrived_at: '2026-11-23T01:50:00Z', started_at: null, saved_at: NOW, user_id_spse: null,
    activated_at: null, sikap_due: null, over_time_reason: null,
    corrections: [], contacts: [], redirected_to: null, sikap_confirmation: null,
  }; // prettier-ignore
}

/** The form of S-01 with everything on the counter, waiting for the verifikator. */
export function filledCase(): PermohonanView {
  const view = emptyCase();
  view.form = {
    bentuk_usaha: plain('CV'),
    nama_usaha: plain('CV Alas Roban Sejahtera'),
    npwp: plain('0997001011513000'),
    alamat: plain('Jl. Gajah Mada No. 41'),
    kabupaten: plain('3325'),
    pusat_cabang: plain('pusat'),
    surel: plain('kantor@alasroban.example'),
    penanggung_jawab_nama: { ...plain('MOH. ARIFIN'), source: 'lembar_data' },
    penanggung_jawab_nik: { ...plain('3325114508759002'), source: 'lembar_data' },
  };
  view.attendee = {
    name: 'Wulan Pertiwi',
    kapasitas: 'direktur',
    nik: '3325114508759002',
    phone: '',
    priority: null,
  };
  for (const each of view.documents.slice(0, 2)) {
    each.state = 'diterima';
    each.pictures = [picture(each.kind, 'kamera')];
  }
  return { ...view, status: 'antre', queue: 'A-07', company: 'CV Alas Roban Sejahtera' };
}

/** Approved, the account switched on: the office asks about SIKAP. */
export function followedCase(): PermohonanView {
  const view = comparedCase();
  view.form.hp = plain('081200009002');
  const paper = (id: string, kind: PaperKind, label: string, number: string | null): PaperView => ({
    id, kind, label, number, issued_at: NOW, pages: 1, prints: 1, replaced_by: null, replaces: null,
  }); // prettier-ignore
  view.papers = [
    paper('p-1', 'bukti_verifikasi', 'Bukti Verifikasi', 'BV-2026-1-000311'),
    paper('p-2', 'fotokopi', 'Fotokopi', null),
  ];
  return {
    ...view,
    status: 'pemantauan_sikap',
    user_id_spse: 'alasroban',
    activated_at: NOW,
    sikap_due: '2026-11-26',
  };
}

/** The same, some minutes into the comparison: the NPWP card is answered, the KTP is not. */
export function comparedCase(): PermohonanView {
  const view = filledCase();
  const [ktp, npwp] = view.documents;
  if (npwp) {
    npwp.fields = {
      nama_usaha: plain('CV ALAS ROBAN SEJAHTERA'),
      npwp: plain('99.700.101.1-513.000'),
      alamat: plain('JL. CONTOH RAYA NO. 41'),
    };
    Object.assign(npwp, { sighting: 'asli', sighting_counts: true, sighted_by: session.name });
  }
  if (ktp) {
    ktp.fields = { nama: plain('H. MUHAMMAD ARIFIN, S.T.'), berlaku_hingga: plain('SEUMUR HIDUP') };
    Object.assign(ktp, { sighting: 'asli', sighting_counts: true, sighted_by: session.name });
  }
  return { ...view, status: 'verifikasi', verifier: session.name, verifier_is_me: true, started_at: NOW };
}

export const places = (text: string) =>
  [
    { code: '3325', name: 'Kabupaten Batang', province: 'Jawa Tengah' },
    { code: '3326', name: 'Kabupaten Pekalongan', province: 'Jawa Tengah' },
    { code: '3375', name: 'Kota Pekalongan', province: 'Jawa Tengah' },
  ].filter((each) =>
    `${each.code} ${each.name}, ${each.province}`.toLowerCase().includes(text.toLowerCase()),
  );

let pictures = 0;
export function picture(kind: DocumentKind, source: PictureSource) {
  pictures += 1;
  const corners = [{ x: 100, y: 80 }, { x: 1180, y: 80 }, { x: 1180, y: 760 }, { x: 100, y: 760 }]; // prettier-ignore
  return {
    id: `g-${pictures}`, document: kind, source, taken_at: NOW, width: 1280, height: 840, sha256: 'ab'.repeat(32),
    corners, quarter_turns: 0, current: true, whole_is_left_out: kind === 'ktp', asks_a_reason: false,
  }; // prettier-ignore
}
