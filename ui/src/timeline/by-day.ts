// Groups a timeline by the calendar day of the office, keeping the order of the log.
import type { TimelineEntry } from '../bindings';
import { type Zone, zoneDate } from '../format';

export type Day = { date: string; entries: TimelineEntry[] };

/**
 * A new group whenever the day changes. After a clock set back the same day may come twice; it is then
 * shown twice, because the order of the log is what counts.
 */
export function byDay(entries: readonly TimelineEntry[], zone: Zone): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const date = zoneDate(entry.at, zone);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}
