// A small comparison for the fake office: enough rules to show every outcome, none of the real ones.
import type {
  PermohonanView,
  ComparisonRow,
  DocumentField,
  DocumentKind,
  FormField,
  Missing,
  Outcome,
  RowGroup,
  RowKey,
} from '../src/bindings';

type Plan = {
  key: RowKey;
  group: RowGroup;
  label: string;
  form: FormField | null;
  document: DocumentKind | null;
  field: DocumentField | null;
  compulsory: boolean;
  codes: string[];
};

const plan: Plan[] = [
  { key: 'bentuk_usaha', group: 'usaha', label: 'Bentuk usaha', form: 'bentuk_usaha', document: 'npwp', field: 'nama_usaha', compulsory: true, codes: ['P17'] },
  { key: 'nama_usaha', group: 'usaha', label: 'Nama', form: 'nama_usaha', document: 'npwp', field: 'nama_usaha', compulsory: true, codes: ['P04'] },
  { key: 'npwp', group: 'usaha', label: 'NPWP', form: 'npwp', document: 'npwp', field: 'npwp', compulsory: true, codes: ['P05', 'P06'] },
  { key: 'pusat_cabang', group: 'usaha', label: 'Pusat/cabang', form: 'pusat_cabang', document: 'npwp', field: 'npwp', compulsory: true, codes: ['P05'] },
  { key: 'alamat', group: 'usaha', label: 'Alamat', form: 'alamat', document: 'npwp', field: 'alamat', compulsory: false, codes: ['P12'] },
  { key: 'pj_nama', group: 'penanggung_jawab', label: 'Nama', form: 'penanggung_jawab_nama', document: 'ktp', field: 'nama', compulsory: true, codes: ['P04', 'P01'] },
  { key: 'pj_nik', group: 'penanggung_jawab', label: 'NIK', form: 'penanggung_jawab_nik', document: 'ktp', field: 'nik', compulsory: true, codes: ['P03', 'P01'] },
  { key: 'berlaku', group: 'penanggung_jawab', label: 'Berlaku', form: null, document: 'ktp', field: 'berlaku_hingga', compulsory: true, codes: ['P14'] },
  { key: 'orang', group: 'penanggung_jawab', label: 'Orang yang hadir', form: null, document: 'ktp', field: null, compulsory: true, codes: ['P02'] },
  { key: 'surel', group: 'kontak', label: 'Surel', form: 'surel', document: null, field: null, compulsory: true, codes: ['P11'] },
]; // prettier-ignore

const digits = (value: string) => value.replace(/\D/g, '');
const letters = (value: string) =>
  value
    .toUpperCase()
    .replace(/\bMOH\.?(?=\s)/g, 'MUHAMMAD')
    .replace(/,.*$/, '')
    .replace(/^H\.?\s/, '')
    .replace(/[^A-Z0-9]/g, '');

function compare(each: Plan, form: string, document: string): { outcome: Outcome; explanation: string } {
  if (each.key === 'bentuk_usaha') {
    return document.toUpperCase().startsWith(form.toUpperCase())
      ? { outcome: 'sama', explanation: '' }
      : { outcome: 'beda', explanation: 'Bentuk usaha pada formulir lain dari kartu.' };
  }
  if (each.key === 'npwp') {
    if (digits(form) === digits(document)) return { outcome: 'sama', explanation: '' };
    return digits(form) === `0${digits(document)}`
      ? { outcome: 'setara', explanation: '16 angka sama dengan 0 di depan 15 angka lama.' }
      : {
          outcome: 'beda',
          explanation:
            'NPWP pada formulir tidak sesuai dengan kartu. Minta pelaku usaha memperbaiki formulir.',
        };
  }
  if (each.key === 'pusat_cabang') {
    const branch = digits(document).slice(12) === '000' ? 'pusat' : 'cabang';
    return { outcome: branch === form ? 'sama' : 'beda', explanation: '' };
  }
  if (form.toUpperCase() === document.toUpperCase()) return { outcome: 'sama', explanation: '' };
  if (letters(form) === letters(document)) {
    return /MOH/i.test(form + document)
      ? { outcome: 'mirip', explanation: 'Singkatan: MOH. = MUHAMMAD. Keputusan Anda diperlukan.' }
      : { outcome: 'setara', explanation: 'Hanya tanda baca dan huruf besar yang lain.' };
  }
  return { outcome: 'beda', explanation: '' };
}

const ready = [
  {
    code: 'singkat',
    label: 'Disingkat pada formulir',
    sentence: 'Nama pada formulir disingkat. KTP asli memuat nama lengkap.',
  },
  { code: 'gelar', label: 'Gelar saja', sentence: 'Yang lain hanya gelar.' },
  { code: 'ketik', label: 'Salah ketik', sentence: 'Salah ketik pada formulir.' },
  { code: 'sendiri', label: 'Tulis sendiri', sentence: '' },
];

/** The rows of a case, with the decisions that were made before. */
export function fakeRows(view: PermohonanView, touched: ReadonlySet<RowKey>): ComparisonRow[] {
  return plan.map((each) => {
    const before = view.rows.find((row) => row.key === each.key);
    const document = view.documents.find((one) => one.kind === each.document) ?? null;
    const form = each.form ? (view.form[each.form]?.value ?? '') : '';
    const typed = each.field ? (document?.fields[each.field]?.value ?? '') : '';
    const found = each.form && each.document && form && typed ? compare(each, form, typed) : null;
    const easy = found?.outcome === 'sama' || found?.outcome === 'setara';
    const seen = document?.sighting_counts ?? false;
    const row: ComparisonRow = {
      key: each.key,
      group: each.group,
      label: each.label,
      form_field: each.form,
      form_value: each.form ? form || null : null,
      form_hint: null,
      document_value: typed || (each.key === 'orang' ? 'Foto KTP' : null),
      document_hint: each.key === 'orang' ? 'Dibandingkan oleh Anda, bukan oleh Loket' : null,
      proposal: null,
      document: each.document,
      document_field: each.key === 'pusat_cabang' ? null : each.field,
      outcome: found?.outcome ?? null,
      rule: 'W-10',
      explanation: found?.explanation ?? '',
      notes: [],
      compulsory: each.compulsory,
      by_eye: each.key === 'orang' || each.key === 'berlaku' || each.document === null,
      overridable: !(found?.outcome === 'beda' && ['npwp', 'pj_nik', 'bentuk_usaha'].includes(each.key)),
      needs_reason: found !== null && !easy,
      needs_listed_reason: each.compulsory && found?.outcome === 'beda',
      decision: before?.decision ?? null,
      reason: before?.reason ?? null,
      reason_code: before?.reason_code ?? null,
      decided_by: before?.decided_by ?? null,
      decided_at: before?.decided_at ?? null,
      preticked: before?.preticked ?? false,
      ready_reasons: found && !easy ? ready : [],
      repair_codes: each.codes,
    };
    if (row.decision === null && easy && seen && !touched.has(each.key)) {
      row.decision = 'cocok';
      row.preticked = true;
    }
    return row;
  });
}

export function fakeMissing(view: PermohonanView): Missing[] {
  const list: Missing[] = [];
  for (const document of view.documents) {
    if (document.required && !document.sighting_counts) {
      list.push({ guard: 'G-ORI', place: `document:${document.kind}`, label: `Asli ${document.label}` });
    }
  }
  for (const row of view.rows) {
    const settled = row.decision === 'cocok' || row.decision === 'cocok_dengan_catatan';
    if (row.compulsory && !settled) {
      list.push({
        guard: 'G-BANDING',
        place: `row:${row.key}`,
        label: `Keputusan untuk ${row.label.toLowerCase()}`,
      });
    }
  }
  const hitam = view.daftar_hitam;
  if (hitam.answer === null)
    list.push({ guard: 'G-HITAM', place: 'daftar_hitam', label: 'Jawaban daftar hitam' });
  if (hitam.answer === 'tidak_tercantum' && hitam.list_date === null) {
    const label = 'Tanggal daftar hitam yang dilihat';
    list.push({ guard: 'G-HITAM', place: 'daftar_hitam:list_date', label });
  }
  return list;
}
