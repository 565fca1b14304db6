// Reading and writing a date or a time as people in the office do. The wire carries ISO days and moments.
import { MONTHS, zoneMoment, type Zone } from './format';

/**
 * "22-3-2018", "22/03/2018", "22.3.2018", "22 Maret 2018" or "22 mar 2018" as "2018-03-22"; null when it is
 * no date. The year has four digits, because 26 could be 1926.
 */
export function parseDate(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})$/.exec(trimmed);
  if (numbers) return day(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const words = /^(\d{1,2})\s+([a-z]{3,})\.?\s+(\d{4})$/.exec(trimmed);
  if (!words) return null;
  const month = MONTHS.findIndex((name) => name.toLowerCase().startsWith(words[2] ?? ' '));
  return month < 0 ? null : day(Number(words[3]), month + 1, Number(words[1]));
}

/** The short spelling of a form: "2018-03-22" as "22-03-2018". Empty when there is no day. */
export function writeDate(iso: string | null): string {
  const [year, month, date] = (iso ?? '').slice(0, 10).split('-');
  return year && month && date ? `${date}-${month}-${year}` : '';
}

/** "9.24", "09:24" or "0924" on that day ("2026-11-23") of the zone, as a moment; null when it is no time. */
export function parseTime(text: string, day: string, zone: Zone): string | null {
  const parts = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim());
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  return hours > 23 || minutes > 59 ? null : zoneMoment(day, hours, minutes, zone);
}

/** "23-11-2026 07.41" on the clock of the zone, as a moment; null when it is no day or no time. */
export function parseMoment(text: string, zone: Zone): string | null {
  const parts = /^(.+?),?\s+(?:pukul\s+)?(\S+)$/i.exec(text.trim());
  const date = parseDate(parts?.[1] ?? '');
  return date === null ? null : parseTime(parts?.[2] ?? '', date, zone);
}

/** The ISO day so many days later; a day of the calendar, not of a clock. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days of the calendar lie between two ISO days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The Monday of the week in which the ISO day lies. */
export function mondayOf(iso: string): string {
  return addDays(iso, -((new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The ISO day, if the calendar has it: 31 April and 29 February 2025 are refused. */
function day(year: number, month: number, date: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, date));
  const real =
    year >= 1000 &&
    moment.getUTCFullYear() === year &&
    moment.getUTCMonth() === month - 1 &&
    moment.getUTCDate() === date;
  return real ? moment.toISOString().slice(0, 10) : null;
}
