/** Settings of the minutes that the office's SOP grants. */
import type { Party } from '../bindings';

export const standards = {
  title: 'Mutu baku SOP',
  lead: 'Langkah yang sudah dimulai tetap memakai mutu baku lama.',
  columns: { number: 'No.', step: 'Langkah', who: 'Pelaksana', minutes: 'Menit' },
  parties: { pelaku_usaha: 'Pelaku usaha', verifikator: 'Verifikator' } satisfies Record<Party, string>,
  minutesOf: (number: number, label: string) => `Menit langkah ${number}, ${label}`,
  since: 'Mutu baku berlaku sejak',
  save: 'Simpan mutu baku',
  saved: 'Mutu baku tersimpan.',
  wrong: 'Tulis menit dengan angka bulat.',
  sinceEmpty: 'Tulis tanggal mulai berlaku.',
  known: 'Yang sudah ditetapkan',
  none: 'Kantor belum menetapkan mutu baku sendiri.',
  set: (date: string, minutes: readonly number[]) => `Berlaku sejak ${date}: ${minutes.join(', ')}`,
} as const;
