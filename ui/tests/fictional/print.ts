// Papers on the list "Cetak nanti", and what the program tells of a print.
import type { PrintLater, PrintView } from '../../src/bindings';

export const bukti: PrintLater = {
  permohonan: 'k-7',
  permohonan_number: '2026/1/0007',
  company: 'CV Alas Roban Sejahtera',
  paper: 'p-1',
  kind: 'bukti_verifikasi',
  label: 'Bukti Verifikasi',
  number: 'BV-2026-1-000004',
  copies: 2,
  may_print: true,
};

export const fotokopi: PrintLater = {
  ...bukti,
  paper: 'p-2',
  kind: 'fotokopi',
  label: 'Fotokopi',
  number: null,
  copies: 1,
};

export const printOf = (paper: PrintLater, told: Partial<PrintView> = {}): PrintView => ({
  permohonan: paper.permohonan,
  paper: paper.paper,
  label: paper.label,
  number: paper.number,
  printer: 'Laser A4',
  state: 'dikirim',
  what: null,
  todo: null,
  ...told,
});
