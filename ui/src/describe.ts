// How a case is named in a list. Numbers are already masked by the program.
import type { CaseSummary } from './bindings';
import { beranda } from './text/id';

export function company(row: CaseSummary): string {
  return row.company === '' ? beranda.unnamed : row.company;
}

/** "Wulan Pertiwi, direktur"; while the name is not there yet, what is known. */
export function person(row: CaseSummary): string {
  const kapasitas = row.kapasitas === null ? '' : beranda.kapasitas[row.kapasitas];
  return [row.attendee, kapasitas].filter((part) => part !== '').join(', ');
}
