// Dates as the office writes them on a form: 23-11-2026. The list box of the system would follow the
// language of the computer, so a date is typed.

const WRITTEN = /^\s*(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})\s*$/;

/** ISO, or null when there is no such day. */
export function parseDate(text: string): string | null {
  const [, day, month, year] = WRITTEN.exec(text) ?? [];
  if (!day || !month || !year) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // 31-02 rolls over to March, so the day must come back as it was.
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) ? iso : null;
}

export function writeDate(iso: string | null): string {
  const [year, month, day] = (iso ?? '').slice(0, 10).split('-');
  return year && month && day ? `${day}-${month}-${year}` : '';
}
