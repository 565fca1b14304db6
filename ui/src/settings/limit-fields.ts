/** The limits of an office as a list of numbers, each with its words. */
import type { Limits } from '../bindings';
import { limits as words } from '../text/id';

export type LimitField = { label: string; unit: string; of: (limits: Limits) => number };

const { fields, units } = words;

/** In the order in which a permohonan meets them; `limitsFrom` reads them back in the same order. */
export const LIMIT_FIELDS = [
  { label: fields.link, unit: units.days, of: (limits) => limits.link_days },
  { label: fields.verification, unit: units.days, of: (limits) => limits.verification_days },
  { label: fields.firstReminder, unit: units.days, of: (limits) => limits.reminder_days[0] },
  { label: fields.secondReminder, unit: units.days, of: (limits) => limits.reminder_days[1] },
  { label: fields.reschedules, unit: units.times, of: (limits) => limits.reschedules },
  { label: fields.noShowWait, unit: units.minutes, of: (limits) => limits.no_show_minutes },
  { label: fields.attempts, unit: units.times, of: (limits) => limits.contact_attempts },
  { label: fields.noShows, unit: units.times, of: (limits) => limits.no_shows },
  { label: fields.silent, unit: units.days, of: (limits) => limits.silent_days },
  { label: fields.firstSikap, unit: units.workingDays, of: (limits) => limits.sikap_days[0] },
  { label: fields.secondSikap, unit: units.workingDays, of: (limits) => limits.sikap_days[1] },
  { label: fields.lastSikap, unit: units.workingDays, of: (limits) => limits.sikap_days[2] },
] as const satisfies readonly LimitField[];

type Numbers<Rows extends readonly unknown[]> = { [At in keyof Rows]: number };

/** One number for each field. */
export function limitsFrom(numbers: readonly number[]): Limits {
  const [link, verification, first, second, moved, wait, attempts, missed, silent, ...sikap] = [
    ...numbers,
  ] as unknown as Numbers<typeof LIMIT_FIELDS>;
  return {
    link_days: link,
    verification_days: verification,
    reminder_days: [first, second],
    reschedules: moved,
    no_show_minutes: wait,
    contact_attempts: attempts,
    no_shows: missed,
    silent_days: silent,
    sikap_days: sikap,
  };
}
