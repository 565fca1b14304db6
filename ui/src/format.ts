// Dates, times and numbers as the office writes them. Pure: the zone is given, never taken from the machine.
import type { SessionInfo } from './bindings';

export type Zone = SessionInfo['time_zone'];

/** Indonesia has no summer time, so a zone is a fixed number of hours. */
const HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

export const MONTHS = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni',
  'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
]; // prettier-ignore
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The moment moved so that its UTC parts read as the wall clock of the zone. A plain date is left as it is. */
function inZone(iso: string, zone: Zone): Date {
  const shift = PLAIN_DATE.test(iso) ? 0 : HOURS[zone] * 3_600_000;
  return new Date(new Date(iso).getTime() + shift);
}

/** The moment at which the clock of the zone shows this on this day ("2026-11-23"). */
export function zoneMoment(day: string, hours: number, minutes: number, zone: Zone): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return new Date(midnight + ((hours - HOURS[zone]) * 60 + minutes) * 60_000).toISOString();
}

const two = (n: number) => String(n).padStart(2, '0');

/** "23 November 2026" */
export function formatDate(iso: string, zone: Zone = 'WIB'): string {
  const date = inZone(iso, zone);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "23 Nov." for lists, where the year goes without saying. */
export function formatShortDate(iso: string, zone: Zone = 'WIB'): string {
  const date = inZone(iso, zone);
  return `${date.getUTCDate()} ${SHORT_MONTHS[date.getUTCMonth()]}`;
}

/** "Senin, 23 November 2026" */
export function formatLongDate(iso: string, zone: Zone = 'WIB'): string {
  return `${DAYS[inZone(iso, zone).getUTCDay()]}, ${formatDate(iso, zone)}`;
}

/** The calendar day of the zone as "2026-11-23". */
export function zoneDate(iso: string, zone: Zone): string {
  return inZone(iso, zone).toISOString().slice(0, 10);
}

/** "09.24" */
export function formatTime(iso: string, zone: Zone): string {
  const date = inZone(iso, zone);
  return `${two(date.getUTCHours())}.${two(date.getUTCMinutes())}`;
}

/** "09.24 WIB" */
export function formatClock(iso: string, zone: Zone): string {
  return `${formatTime(iso, zone)} ${zone}`;
}

/** "12 menit", "1 jam 5 menit", "baru tiba" for less than a minute. */
export function formatWaiting(minutes: number): string {
  if (minutes < 1) return 'baru tiba';
  if (minutes < 60) return `${Math.floor(minutes)} menit`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} hari`;
  const rest = Math.floor(minutes % 60);
  return rest === 0 ? `${hours} jam` : `${hours} jam ${rest} menit`;
}

/** Made once: to make it takes a hundred times as long as to use it. */
const NUMBER = new Intl.NumberFormat('id-ID');

/** A decimal comma and points between thousands: 1.236,5 */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** "2,4 MB", "800 B": as people who send files count, by thousands. */
export function formatBytes(bytes: number): string {
  const size = (unit: number) => (bytes / unit).toLocaleString('id-ID', { maximumFractionDigits: 1 });
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${size(1000)} KB` : `${size(1_000_000)} MB`;
}

/**
 * The parts of a NIK, 6-6-4. They are joined by a gap of letter spacing and not by typed spaces,
 * so that a copy gives sixteen digits.
 */
export function nikGroups(nik: string): string[] {
  return [nik.slice(0, 6), nik.slice(6, 12), nik.slice(12)].filter((part) => part !== '');
}

/** Only the last four digits, behind the sign with which the program masks; for lists, titles and messages. */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length <= 4 ? digits : '*'.repeat(digits.length - 4) + digits.slice(-4);
}

/** The letters in an officer's badge: "Ratna Purnomo" gives "RP". */
export function initials(name: string): string {
  const words = name.split(',')[0]?.trim().split(/\s+/) ?? [];
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
