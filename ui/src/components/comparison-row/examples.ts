import type { ComparisonRow, ReasonCode } from '../../bindings';

const row: ComparisonRow = {
  key: 'pj_nama',
  group: 'penanggung_jawab',
  label: 'Nama',
  form_field: 'penanggung_jawab_nama',
  form_value: 'W. Pertiwi',
  form_hint: null,
  former_value: null,
  document_value: 'WULAN PERTIWI',
  document_hint: null,
  proposal: null,
  document: 'ktp',
  document_field: 'nama',
  outcome: 'mirip',
  explanation: 'Inisial: W. = WULAN.',
  notes: [],
  compulsory: true,
  by_eye: false,
  overridable: true,
  needs_reason: true,
  needs_listed_reason: false,
  decision: null,
  reason: null,
  reason_code: null,
  preticked: false,
  ready_reasons: [
    { code: 'disingkat', label: 'Disingkat pada formulir', sentence: 'Nama pada formulir disingkat.' },
    { code: 'tulis_sendiri', label: 'Tulis sendiri', sentence: '' },
  ],
  repair_codes: ['P04'],
};
const empty: ComparisonRow = {
  ...row,
  form_value: null,
  document_value: null,
  outcome: null,
  explanation: '',
  needs_reason: false,
  ready_reasons: [],
};
const same: ComparisonRow = {
  ...row,
  form_value: 'Wulan Pertiwi',
  outcome: 'sama',
  explanation: '',
  needs_reason: false,
  decision: 'cocok',
  preticked: true,
};
const different: ComparisonRow = {
  ...row,
  document_value: 'SITI FIKTIF',
  outcome: 'beda',
  explanation: 'Nama pada formulir tidak sesuai dengan dokumen.',
  overridable: false,
  ready_reasons: [],
  repair_codes: ['P04', 'P08'],
};
const note = { severity: 'peringatan', rule: 'N-12', text: 'Nama pada kartu terpotong.' } as const;
const long = 'PERKUMPULAN PENGUSAHA PENYEDIA BARANG DAN JASA NUSANTARA '.repeat(3).trim();
const longest: ComparisonRow = {
  ...row,
  label: 'Kewarganegaraan penanggung jawab',
  form_value: long.toLowerCase(),
  form_hint: 'Seperti tertulis pada lembar data yang ditandatangani',
  document_value: `${long} CABANG UTAMA`,
  document_hint: 'Dibaca dari kartu, belum dibandingkan dengan yang asli',
  notes: [note],
};

/** The repair codes that the rows name. */
export const codes: ReasonCode[] = [
  { code: 'P04', text: 'Nama tidak sama dengan dokumen.', bring: 'Bawa KTP asli.', kind: 'perbaikan' },
  { code: 'P08', text: 'Orang yang hadir lain.', bring: 'Hadir sendiri.', kind: 'perbaikan' },
];

type Example = { name: string; props: { row: ComparisonRow; active?: boolean; corrected?: boolean } };
/** Run through axe in the tests, inside a grid; the open ones with RowDetail. */
export const examples: Example[] = [
  { name: 'empty', props: { row: empty } },
  { name: 'empty and open', props: { row: empty, active: true } },
  { name: 'the same, decided', props: { row: same } },
  { name: 'the same, decided and open', props: { row: same, active: true } },
  { name: 'alike, asking for a reason', props: { row, active: true } },
  { name: 'different, not to be accepted', props: { row: different, active: true } },
  { name: 'agreed with a note', props: { row: { ...row, decision: 'cocok_dengan_catatan' } } },
  {
    name: 'disagreed and open',
    props: { row: { ...different, decision: 'tidak_cocok', reason: 'Orang lain.' }, active: true },
  },
  { name: 'judged by eye', props: { row: { ...empty, by_eye: true }, active: true } },
  { name: 'changed', props: { row: { ...same, former_value: 'Siti Fiktif' } } },
  { name: 'corrected', props: { row: same, active: true, corrected: true } },
  { name: 'longest', props: { row: longest } },
  { name: 'longest and open', props: { row: longest, active: true } },
];
