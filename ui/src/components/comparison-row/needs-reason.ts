import type { ComparisonRow } from '../../bindings';

/** MIRIP, BEDA and every PERINGATAN pass only with a written reason, as the program will say (G-BANDING). */
export function needsReason(row: ComparisonRow): boolean {
  return (
    row.outcome === 'mirip' ||
    row.outcome === 'beda' ||
    row.notes.some((note) => note.severity === 'peringatan')
  );
}

/** A compulsory BEDA passes only with a reason from the closed list, not with a free sentence alone. */
export function needsListedReason(row: ComparisonRow): boolean {
  return row.compulsory && row.outcome === 'beda' && row.ready_reasons.length > 0;
}
