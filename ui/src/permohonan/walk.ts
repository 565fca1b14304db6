// Where the keys lead on the comparison screen: the next open row, the next missing thing.
import type { ComparisonRow, DocumentKind, DocumentView, Missing, RowGroup } from '../bindings';

export const groupOrder: readonly RowGroup[] = ['usaha', 'penanggung_jawab', 'kontak'];

/** Rows in the order in which they stand on the screen. */
export function inScreenOrder(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return groupOrder.flatMap((group) => rows.filter((row) => row.group === group));
}

export function isOpen(row: ComparisonRow): boolean {
  return row.decision === null;
}

/** The first open row after `key`, going round once; null when every row is answered. */
export function nextOpen(rows: readonly ComparisonRow[], key: string | null): ComparisonRow | null {
  const ordered = inScreenOrder(rows);
  const from = ordered.findIndex((row) => row.key === key) + 1;
  const round = [...ordered.slice(from), ...ordered.slice(0, from)];
  return round.find((row) => isOpen(row) && row.key !== key) ?? round.find(isOpen) ?? null;
}

/** The row above or below; stays at the ends. */
export function neighbour(
  rows: readonly ComparisonRow[],
  key: string | null,
  step: 1 | -1,
): ComparisonRow | null {
  const ordered = inScreenOrder(rows);
  const at = ordered.findIndex((row) => row.key === key);
  if (at < 0) return ordered[0] ?? null;
  return ordered[Math.min(ordered.length - 1, Math.max(0, at + step))] ?? null;
}

/**
 * F8: the first missing thing. Pressed again where it led last time, without an answer there, it goes to the
 * one after it, so that nobody is held at a question that cannot be answered now.
 */
export class MissingWalk {
  #last: string | null = null;

  next(missing: readonly Missing[], place: string | null): Missing | null {
    const last = this.#last;
    // The focus may stand in a part of the place: "daftar_hitam:list_date" is in "daftar_hitam".
    const stayed = place !== null && last !== null && (place === last || place.startsWith(`${last}:`));
    const at = stayed ? missing.findIndex((item) => item.place === last) : -1;
    const to = missing[at + 1] ?? missing[0] ?? null;
    this.#last = to?.place ?? null;
    return to;
  }
}

/** The group that asks for the original of a document: where most of its rows stand, the first on a tie. */
function askingGroup(kind: DocumentKind, rows: readonly ComparisonRow[]): RowGroup | null {
  const count = (group: RowGroup) =>
    rows.filter((row) => row.group === group && row.document === kind).length;
  const most = Math.max(...groupOrder.map(count));
  return most === 0 ? null : (groupOrder.find((group) => count(group) === most) ?? null);
}

/**
 * The documents whose original this group asks for. A document may be compared in two groups, as the KTP of a
 * sole trader is, whose address stands on it; it is asked for once, or one key would answer in two places.
 */
export function documentsOf(
  group: RowGroup,
  rows: readonly ComparisonRow[],
  documents: readonly DocumentView[],
): DocumentView[] {
  return documents.filter((document) => askingGroup(document.kind, rows) === group);
}

/** Documents that no row compares, yet must be seen: the papers of a proxy. */
export function otherDocuments(rows: readonly ComparisonRow[], documents: readonly DocumentView[]) {
  const compared = new Set(rows.map((row) => row.document));
  return documents.filter((document) => document.required && !compared.has(document.kind));
}

/** Rows that ask for an answer, and whatever was answered without being asked. */
export function answeredRows(rows: readonly ComparisonRow[]): { done: number; total: number } {
  const counted = rows.filter((row) => row.compulsory || row.outcome !== null || !isOpen(row));
  return { done: counted.filter((row) => !isOpen(row)).length, total: counted.length };
}
