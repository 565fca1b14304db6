// What the officer reads where the data of a verified vendor change.
import type { Bagian, FormField } from '../bindings';

export const bagianNames: Record<Bagian, string> = {
  surel: 'Surel',
  npwp: 'NPWP atau PKP',
  penanggung_jawab: 'Direktur',
  nama_usaha: 'Nama atau bentuk usaha',
  alamat: 'Alamat',
};

export const openPerubahan = {
  ask: 'Ajukan perubahan data',
  title: 'Ajukan perubahan data',
  lead: 'Bacakan pemberitahuan ini, lalu pilih data yang berubah menurut surat permohonan.',
  parts: 'Data yang berubah',
  partsEmpty: 'Pilih paling sedikit satu data yang berubah.',
  channel: 'Cara verifikasi',
  act: 'Buka permohonan',
};

export const changedBy = {
  title: 'Perubahan data sesudahnya',
  label: 'Perubahan data:',
  of: (number: string, status: string) => `${number} (${status})`,
};

export const perubahan = {
  from: (number: string) => `Dari permohonan ${number}`,
  lastStays: 'Paling sedikit satu data harus berubah. Centang data lain lebih dulu.',
};

export const suratPermohonan = {
  title: 'Surat permohonan',
  nomorHint: 'Bila surat tidak bernomor, tulis tanda hubung.',
};

/** A field that says something else than before: as it was verified here, or as SPSE said. */
export const former = (value: string, readFromSpse = false) =>
  `Semula: ${value || (readFromSpse ? 'tidak dicatat' : 'tidak diisi')}`;

/** Where nothing was verified at this desk. */
export const formerInSpse = {
  lead: 'Data lama belum pernah diverifikasi di sini. Baca dari akun di SPSE, atau dari dokumen lama.',
  label: (field: string) => `${field} semula`,
  hints: {
    penanggung_jawab_nama: 'Menurut akta sebelumnya. SPSE tidak memuatnya.',
  } as Partial<Record<FormField, string>>,
};

/** After the approval. */
export const changeInSpse = {
  title: 'Catat perubahan di SPSE',
  lead: 'Ubah data di SPSE, lalu pastikan User ID-nya.',
  otherUserId: (known: string) =>
    `Semula ${known}. Perubahan data tidak mengganti User ID: pastikan akunnya sama.`,
  act: 'Catat perubahan',
};
