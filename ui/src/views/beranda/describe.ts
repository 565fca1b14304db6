// How a case is named in a list. Numbers are already masked by the program.
import type { CaseSummary } from '../../bindings';
import { beranda } from '../../text/id';

export function company(row: CaseSummary): string {
  return row.company === '' ? beranda.unnamed : row.company;
}

/** "Wulan Pertiwi, direktur" */
export function person(row: CaseSummary): string {
  return row.kapasitas === null ? row.attendee : `${row.attendee}, ${beranda.kapasitas[row.kapasitas]}`;
}
