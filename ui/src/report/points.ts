// Where the points of a month stand in their chart. Pure: the chart only draws what comes from here.
import type { Report, ReportPoint } from '../bindings';
import { addDays, mondayOf } from '../dates';
import { formatDate, formatNumber, formatShortDate } from '../format';
import { report as words } from '../text/id';

/** `x` in days since the first of the month: a day is one wide, and its points stand side by side in it. */
export type Dot = ReportPoint & { x: number; name: string };
/** A piece of the line of the standard, which steps where the office changed its minutes. */
export type Level = { from: number; to: number; standard: number };
export type Tick = { x: number; label: string };

/** From a value of the axis to px. */
export type Scale = (value: number) => number;

const DAY_MS = 86_400_000;
/** A month that has just begun still gets a week of room. */
const LEAST_DAYS = 7;
const TICK_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480];
const MOST_TICKS = 6;

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** How many days the chart is wide. */
export const widthOf = ({ day, until }: Report) => Math.max(LEAST_DAYS, daysBetween(day, until) + 1);

/** "12 November" */
export const dayAndMonth = (iso: string) => formatDate(iso).replace(/ \d{4}$/, '');

/** The points in the order in which the arrows walk them. */
export function dotsOf({ day, points }: Report): Dot[] {
  const sorted = points.toSorted((a, b) => a.day.localeCompare(b.day) || a.number.localeCompare(b.number));
  const days = new Map<string, { from: number; count: number }>();
  for (const [from, { day: each }] of sorted.entries()) {
    const same = days.get(each) ?? { from, count: 0 };
    days.set(each, { ...same, count: same.count + 1 });
  }
  return sorted.map((point, at) => {
    const { from, count } = days.get(point.day) ?? { from: at, count: 1 };
    const x = daysBetween(day, point.day) + (at - from + 1) / (count + 1);
    return { ...point, x, name: nameOf(point) };
  });
}

function nameOf(point: ReportPoint): string {
  const parts = [
    point.number,
    dayAndMonth(point.day),
    words.minutes(formatNumber(point.minutes)),
    words.channels[point.channel].toLowerCase(),
  ];
  return [...parts, ...(point.over ? [words.overStandard] : [])].join(', ');
}

/** Where one standard ends and the next begins: at the day of the first point that it was asked of. */
export function levelsOf(dots: readonly Dot[], width: number, usual: number): Level[] {
  const levels: Level[] = [{ from: 0, to: width, standard: dots[0]?.standard ?? usual }];
  for (const dot of dots) {
    const last = levels.at(-1);
    if (!last || last.standard === dot.standard) continue;
    const from = Math.floor(dot.x);
    // Cases that ended on one day may have begun under different minutes; the line takes the last.
    if (from <= last.from) last.standard = dot.standard;
    else {
      last.to = from;
      levels.push({ from, to: width, standard: dot.standard });
    }
  }
  return levels;
}

/** Where the line is named: at the right end of each piece that is long enough, and always of the last. */
export function standardLabels(
  levels: readonly Level[],
  x: Scale,
  y: Scale,
): (Taken & { standard: number })[] {
  const LENGTH = 90;
  const ABOVE = 11;
  return levels
    .filter(({ from, to }, at) => at === levels.length - 1 || x(to) - x(from) >= LENGTH)
    .map(({ to, standard }) => ({ from: x(to) - LENGTH, to: x(to), y: y(standard) - ABOVE, standard }));
}

/** Round numbers from nothing to a little above the highest value. */
export function scaleOf(highest: number): number[] {
  const step = TICK_MINUTES.find((each) => highest / each <= MOST_TICKS) ?? Math.ceil(highest / MOST_TICKS);
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
}

/** The Mondays: few enough to be read, and the office counts in weeks. */
export function ticksOf(first: string, width: number): Tick[] {
  const monday = mondayOf(addDays(first, 6));
  const ticks: Tick[] = [];
  for (let x = daysBetween(first, monday); x < width; x += 7)
    ticks.push({ x: x + 0.5, label: formatShortDate(addDays(first, x)) });
  return ticks;
}

/** What is over its standard has its minutes beside it, unless so much is that nobody could read them. */
export function labelledOf(dots: readonly Dot[]): Dot[] {
  const MOST = 20;
  const over = dots.filter((dot) => dot.over);
  return over.length > MOST ? [] : over;
}

/** Which point lies under a place in px, or near enough for a hand. */
export function nearestOf(dots: readonly Dot[], x: Scale, y: Scale, left: number, top: number): Dot | null {
  const REACH = 12;
  let nearest: Dot | null = null;
  let least = REACH;
  for (const dot of dots) {
    const away = Math.hypot(x(dot.x) - left, y(dot.minutes) - top);
    if (away > least) continue;
    least = away;
    nearest = dot;
  }
  return nearest;
}

/** Where words stand already, in px. */
export type Taken = { from: number; to: number; y: number };

/** On which side of its point a label finds room; null where another one stands already. */
export function labelSides(
  places: readonly { x: number; y: number }[],
  right: number,
  others: readonly Taken[] = [],
) {
  const LENGTH = 68;
  const HEIGHT = 15;
  const taken = [...others];
  return places.map(({ x, y }) => {
    const sides = [
      { side: 'right' as const, from: x, to: x + LENGTH },
      { side: 'left' as const, from: x - LENGTH, to: x },
    ];
    const free = sides.find(
      ({ from, to }) =>
        from >= -LENGTH / 2 &&
        to <= right &&
        !taken.some((each) => Math.abs(each.y - y) < HEIGHT && from < each.to && to > each.from),
    );
    if (free) taken.push({ from: free.from, to: free.to, y });
    return free?.side ?? null;
  });
}

/** The same for numbers of cases, in steps of 1, 2, 5, 10, 20 and so on. */
export function countsOf(highest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest / MOST_TICKS)));
  const step =
    [1, 2, 5, 10].map((each) => each * power).find((each) => highest / each <= MOST_TICKS) ?? power;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
}
