// How a case is named in a list. Numbers are already masked by the program.
import type { CaseSummary } from './bindings';
import { home } from './text/id';

export function company(row: CaseSummary): string {
  return row.company === '' ? home.unnamed : row.company;
}

/** "Wulan Pertiwi, direktur"; while the name is not there yet, what is known. */
export function person(row: CaseSummary): string {
  const kapasitas = row.kapasitas === null ? '' : home.kapasitas[row.kapasitas];
  return [row.attendee, kapasitas].filter((part) => part !== '').join(', ');
}
