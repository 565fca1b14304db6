// Which report is looked at, kept by the desk while a case is open.
import type { Report, ReportKind } from '../bindings';

export type ReportShown = {
  kind: ReportKind;
  /** Any ISO day inside the period; null is the period of today. */
  day: string | null;
  /** The case that was opened from here, so that the focus comes back to it. */
  opened: string | null;
};

/** Whether nothing happened in the period, so that no card has anything to say. */
export function isEmpty(report: Report): boolean {
  const counts = [...report.flow, ...report.channels, ...report.reasons, ...report.officers, ...report.steps];
  const rows = [report.points, report.lines, report.deviations];
  return (
    report.summary.verified === 0 &&
    counts.every(({ count }) => count === 0) &&
    rows.every((list) => list.length === 0)
  );
}
