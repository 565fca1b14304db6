// Where a field stands on a straightened KTP-el, so that the zoom can show it. Shares of width and height.
import type { DocumentKind, RowKey } from '../../bindings';

export type Region = { x: number; y: number; width: number; height: number };

/** The card of a KTP-el is printed to one plan all over the country; generous margins cover old printers. */
const KTP: Partial<Record<RowKey, Region>> = {
  pj_nik: { x: 0.01, y: 0.14, width: 0.7, height: 0.13 },
  pj_nama: { x: 0.01, y: 0.24, width: 0.7, height: 0.11 },
  lahir: { x: 0.01, y: 0.31, width: 0.7, height: 0.11 },
  alamat: { x: 0.01, y: 0.42, width: 0.7, height: 0.32 },
  kewarganegaraan: { x: 0.01, y: 0.83, width: 0.7, height: 0.11 },
  berlaku: { x: 0.01, y: 0.89, width: 0.7, height: 0.11 },
  orang: { x: 0.7, y: 0.15, width: 0.3, height: 0.6 },
};

/** The upper half holds number and name on every NPWP card; there is no single plan for it. */
const NPWP: Region = { x: 0, y: 0.2, width: 1, height: 0.4 };

/** The region of a row on its straightened card; null when it is not known where to look. */
export function regionOf(document: DocumentKind, row: RowKey | null): Region | null {
  if (row === null) return null;
  if (document === 'ktp' || document === 'ktp_kuasa') return KTP[row] ?? null;
  if (document === 'npwp') return NPWP;
  return null;
}
