import { describe, expect, test } from 'vitest';
import { parseDate, parseMoment, parseTime } from '../src/dates';
import {
  formatBytes,
  formatClock,
  formatDate,
  formatLongDate,
  formatNumber,
  formatShortDate,
  formatTime,
  formatWaiting,
  initials,
  maskNumber,
  nikGroups,
} from '../src/format';

describe('a moment is written in the zone of the office', () => {
  test.each([
    ['2026-11-23T02:24:00Z', 'WIB', '09.24 WIB'],
    ['2026-11-23T02:24:00Z', 'WITA', '10.24 WITA'],
    ['2026-11-23T02:24:00Z', 'WIT', '11.24 WIT'],
    ['2026-11-23T09:24:00+07:00', 'WIB', '09.24 WIB'],
    ['2026-11-22T17:00:00Z', 'WIB', '00.00 WIB'],
  ] as const)('%s in %s is %s', (iso, zone, written) => expect(formatClock(iso, zone)).toBe(written));

  test('late in the evening of UTC it is already the next day in Jakarta', () => {
    expect(formatDate('2026-11-22T18:00:00Z', 'WIB')).toBe('23 November 2026');
  });
  test('a plain day is not moved by any zone', () => {
    expect(formatDate('2026-11-23', 'WIT')).toBe('23 November 2026');
  });
  test('the day of the week goes with the day of the zone', () => {
    expect(formatLongDate('2026-11-22T18:00:00Z', 'WIB')).toBe('Senin, 23 November 2026');
  });
  test('a list leaves out the year', () => expect(formatShortDate('2026-08-05')).toBe('5 Agu'));
  test('a time has a point and two digits each', () =>
    expect(formatTime('2026-11-23T00:05:00Z', 'WIB')).toBe('07.05'));
});

describe('waiting is written in words', () => {
  test.each([
    [0, 'baru tiba'],
    [12, '12 menit'],
    [59, '59 menit'],
    [60, '1 jam'],
    [65, '1 jam 5 menit'],
    [1440, '1 hari'],
  ])('%i minutes: %s', (minutes, written) => expect(formatWaiting(minutes)).toBe(written));
});

describe('a typed date is read as the office writes it', () => {
  test.each([
    ['22-3-2018', '2018-03-22'],
    ['22/03/2018', '2018-03-22'],
    ['22.3.2018', '2018-03-22'],
    ['22 Maret 2018', '2018-03-22'],
    ['5 agu 2026', '2026-08-05'],
    ['2018-03-22', '2018-03-22'],
    ['29-2-2024', '2024-02-29'],
  ])('%s', (typed, day) => expect(parseDate(typed)).toBe(day));

  test.each([
    '',
    '22-3',
    '22-3-18',
    '31-4-2026',
    '29-2-2025',
    '0-1-2026',
    '3-22-2018',
    '22 Foo 2018',
    'besok',
    '2018-13-01',
  ])('but "%s" is no date', (typed) => expect(parseDate(typed)).toBeNull());
});

describe('numbers', () => {
  test('a NIK falls into 6, 6 and 4 digits', () => {
    expect(nikGroups('3325114508759002')).toEqual(['332511', '450875', '9002']);
  });
  test('a half-typed NIK has no empty group', () => expect(nikGroups('332511')).toEqual(['332511']));
  test('a mask leaves the last four digits', () =>
    expect(maskNumber('3325114508759002')).toBe('************9002'));
  test('a mask counts digits and not the dots between them', () => {
    expect(maskNumber('99.700.101.1-513.000')).toBe('***********3000');
  });
  test('a decimal has a comma', () => expect(formatNumber(1236.5)).toBe('1.236,5'));
  test.each([
    ['Ratna Purnomo', 'RP'],
    ['Ratna', 'R'],
    ['Muhammad Arifin, S.T.', 'MA'],
    ['', ''],
  ])('the badge of "%s" is "%s"', (name, badge) => expect(initials(name)).toBe(badge));
});

describe('a time of the day', () => {
  test.each([
    ['9.24', 'WIB', '2026-11-23T02:24:00.000Z'],
    ['09:24', 'WIB', '2026-11-23T02:24:00.000Z'],
    [' 0924 ', 'WITA', '2026-11-23T01:24:00.000Z'],
    ['00.05', 'WIT', '2026-11-22T15:05:00.000Z'],
    ['23.59', 'WIB', '2026-11-23T16:59:00.000Z'],
  ] as const)('"%s" of %s is that moment', (text, zone, moment) => {
    expect(parseTime(text, '2026-11-23', zone)).toBe(moment);
  });

  test.each(['', '24.00', '9.60', '9', '924', '9.2', '9.245', '09.24 WIB', '-1.00', 'sembilan', '9,24'])(
    '"%s" is none',
    (text) => expect(parseTime(text, '2026-11-23', 'WIB')).toBeNull(),
  );
});

describe('a day and a time in one field', () => {
  test.each([
    ['23-11-2026 07.41', 'WIB', '2026-11-23T00:41:00.000Z'],
    [' 23 November 2026, 7:41 ', 'WIB', '2026-11-23T00:41:00.000Z'],
    ['23/11/2026 pukul 07.41', 'WIT', '2026-11-22T22:41:00.000Z'],
  ] as const)('%s in %s', (text, zone, moment) => expect(parseMoment(text, zone)).toBe(moment));

  test.each(['', '07.41', '23-11-2026', '31-11-2026 07.41', '23-11-2026 24.10', '23-11-26 07.41'])(
    '"%s" is none',
    (text) => expect(parseMoment(text, 'WIB')).toBeNull(),
  );
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 KB'],
  [48_250, '48,3 KB'],
  [2_400_000, '2,4 MB'],
  [60_000_000, '60 MB'],
])('%s bytes are %s', (bytes, written) => expect(formatBytes(bytes)).toBe(written));
