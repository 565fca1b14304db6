// Where the points of a month stand: the arithmetic behind the chart, which no screen reader and no jsdom sees.
import { describe, expect, test } from 'vitest';
import type { Report, ReportPoint } from '../src/bindings';
import {
  countsOf,
  dotsOf,
  labelledOf,
  labelSides,
  nearestOf,
  levelsOf,
  scaleOf,
  standardLabels,
  ticksOf,
  widthOf,
} from '../src/report/points';
import { reportOf } from './fictional/report';

const [point] = reportOf('bulan').points as [ReportPoint];
const month = (points: Partial<ReportPoint>[]): Report => ({
  ...reportOf('bulan'),
  points: points.map((each, at) => ({ ...point, id: `l-${at}`, ...each })),
});

describe('a point', () => {
  test('stands in the middle of its day, and beside the others of it', () => {
    const dots = dotsOf(
      month([{ day: '2026-11-03', number: 'b' }, { day: '2026-11-01' }, { day: '2026-11-03', number: 'a' }]),
    );
    expect(dots.map(({ id, x }) => [id, x.toFixed(2)])).toEqual([
      ['l-1', '0.50'],
      ['l-2', '2.33'],
      ['l-0', '2.67'],
    ]);
  });

  test('is named with a decimal comma, and says when it is over', () => {
    const [dot] = dotsOf(month([{ number: '2026/1/0017', day: '2026-11-12', minutes: 38.5, over: true }]));
    expect(dot?.name).toBe('2026/1/0017, 12 November, 38,5 menit, tatap muka, lewat mutu baku');
  });
});

describe('the point under a place', () => {
  const px = (value: number) => value * 10;
  const dots = dotsOf(reportOf('bulan'));
  const [first] = dots;
  if (!first) throw new Error('no point');
  const [left, top] = [px(first.x), px(first.minutes)];

  test('is the nearest within the reach of a hand', () => {
    expect(nearestOf(dots, px, px, left, top)).toBe(first);
    expect(nearestOf([first], px, px, left + 12, top)).toBe(first);
    expect(nearestOf([first], px, px, left + 9, top - 9)).toBeNull();
    expect(nearestOf([], px, px, left, top)).toBeNull();
  });

  test('of two that lie on each other is the one that was drawn last', () => {
    const twin = { ...first };
    expect(nearestOf([first, twin], px, px, left, top)).toBe(twin);
    expect(nearestOf([first, { ...first, minutes: first.minutes + 1 }], px, px, left, top + 3)).toBe(first);
  });
});

describe('a label', () => {
  test('stands beside what is over, unless so much is that nobody could read it', () => {
    const over = (count: number) => Array.from({ length: count }, () => ({ over: true }));
    expect(labelledOf(dotsOf(month([...over(20), { over: false }])))).toHaveLength(20);
    expect(labelledOf(dotsOf(month(over(21))))).toEqual([]);
  });
});

describe('the line of the standard', () => {
  test('runs through the month, also without a point', () => {
    expect(levelsOf([], 23, 30)).toEqual([{ from: 0, to: 23, standard: 30 }]);
  });

  test('steps at the day from which another one was asked', () => {
    const dots = dotsOf(
      month([
        { day: '2026-11-02', standard: 30 },
        { day: '2026-11-16', standard: 25 },
        { day: '2026-11-17', standard: 25 },
      ]),
    );
    expect(levelsOf(dots, 23, 30)).toEqual([
      { from: 0, to: 15, standard: 30 },
      { from: 15, to: 23, standard: 25 },
    ]);
  });

  test('has no step within a day on which cases of both minutes ended', () => {
    const dots = dotsOf(
      month([
        { day: '2026-11-16', standard: 30, number: 'a' },
        { day: '2026-11-16', standard: 25, number: 'b' },
        { day: '2026-11-16', standard: 30, number: 'c' },
      ]),
    );
    expect(levelsOf(dots, 23, 30)).toEqual([
      { from: 0, to: 15, standard: 30 },
      { from: 15, to: 23, standard: 30 },
    ]);
  });
});

describe('the names of the line', () => {
  const px = (value: number) => value * 10;
  test('stand at the end of long pieces, and of the last', () => {
    const levels = [
      { from: 0, to: 15, standard: 30 },
      { from: 15, to: 18, standard: 25 },
      { from: 18, to: 23, standard: 20 },
    ];
    expect(standardLabels(levels, px, px).map(({ to, standard }) => [to, standard])).toEqual([
      [150, 30],
      [230, 20],
    ]);
  });

  test('keep the labels of the points away', () => {
    const [taken] = standardLabels([{ from: 0, to: 60, standard: 30 }], px, px);
    if (!taken) throw new Error('no name');
    expect(labelSides([{ x: 560, y: taken.y }], 600, [taken])).toEqual([null]);
    expect(labelSides([{ x: 560, y: taken.y - 20 }], 600, [taken])).toEqual(['left']);
  });
});

describe('the axes', () => {
  test('reach to the last counted day, but never less than a week', () => {
    expect(widthOf(reportOf('bulan'))).toBe(23);
    expect(widthOf({ ...reportOf('bulan'), until: '2026-11-02' })).toBe(7);
  });

  test('name the Mondays', () => {
    expect(ticksOf('2026-11-01', 23).map((tick) => tick.label)).toEqual([
      '2 Nov',
      '9 Nov',
      '16 Nov',
      '23 Nov',
    ]);
    expect(ticksOf('2026-06-01', 7)).toEqual([{ x: 0.5, label: '1 Jun' }]);
  });

  test('have few and round numbers', () => {
    expect(scaleOf(45)).toEqual([0, 10, 20, 30, 40]);
    expect(scaleOf(2000)).toHaveLength(5);
    expect(countsOf(4)).toEqual([0, 1, 2, 3, 4]);
    expect(countsOf(32)).toEqual([0, 10, 20, 30]);
    expect(countsOf(1300)).toEqual([0, 500, 1000]);
  });
});

describe('the point under a place', () => {
  const px = (value: number) => value * 10;
  const dots = dotsOf(reportOf('bulan'));
  const [first] = dots;
  if (!first) throw new Error('no point');
  const [left, top] = [px(first.x), px(first.minutes)];

  test('is the nearest within the reach of a hand', () => {
    expect(nearestOf(dots, px, px, left, top)).toBe(first);
    expect(nearestOf([first], px, px, left + 12, top)).toBe(first);
    expect(nearestOf([first], px, px, left + 9, top - 9)).toBeNull();
    expect(nearestOf([], px, px, left, top)).toBeNull();
  });

  test('of two that lie on each other is the one that was drawn last', () => {
    const twin = { ...first };
    expect(nearestOf([first, twin], px, px, left, top)).toBe(twin);
    expect(nearestOf([first, { ...first, minutes: first.minutes + 1 }], px, px, left, top + 3)).toBe(first);
  });
});

describe('a label', () => {
  test('stands to the right, to the left where the drawing ends, and nowhere where there is no room', () => {
    expect(labelSides([{ x: 100, y: 50 }], 600)).toEqual(['right']);
    expect(labelSides([{ x: 580, y: 50 }], 600)).toEqual(['left']);
    const crowd = [
      { x: 300, y: 50 },
      { x: 310, y: 52 },
      { x: 320, y: 51 },
      { x: 300, y: 90 },
    ];
    expect(labelSides(crowd, 600)).toEqual(['right', null, null, 'right']);
  });
});
