// How a case is named in a list. Numbers are already masked by the program.
import type { CaseSummary } from './bindings';
import { home } from './text/id';

export function company(row: CaseSummary): string {
  return row.company === '' ? home.unnamed : row.company;
}

/** The program's warning comes as one text: the first sentence says what happened, the rest what to do. */
export function twoSentences(text: string): { what: string; todo: string } {
  const end = text.indexOf('. ');
  return end < 0 ? { what: text, todo: '' } : { what: text.slice(0, end + 1), todo: text.slice(end + 2) };
}

/** "Wulan Pertiwi, direktur"; while the name is not there yet, what is known. */
export function person(row: CaseSummary): string {
  const kapasitas = row.kapasitas === null ? '' : home.kapasitas[row.kapasitas];
  return [row.attendee, kapasitas].filter((part) => part !== '').join(', ');
}
