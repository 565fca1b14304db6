/** A row of numbers that an admin sets. */
export type NumberRow = {
  /** The accessible name of its field. */
  label: string;
  /** What stands before the number. */
  cells: string[];
  typed: string;
};

/** Numbers that hold from a day on. */
export type DatedRows = {
  /** As they will hold on the day that was asked about. */
  rows: NumberRow[];
  /** What was set before, oldest first. */
  set: string[];
  /** The first day that can be chosen, ISO. */
  earliest: string;
  /** The day from which something else holds that was set already, ISO. */
  until: string | null;
};

/** None where nobody wrote a whole number. */
export const numberIn = (text: string): number | null =>
  /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : null;

/** None while one of the rows holds no number. */
export function numbersIn(rows: readonly NumberRow[]): number[] | null {
  const numbers = rows.map((row) => numberIn(row.typed));
  return numbers.includes(null) ? null : (numbers as number[]);
}

/** The rows of another day; what somebody typed stays. */
export const renewed = (
  rows: readonly NumberRow[],
  before: readonly NumberRow[],
  now: NumberRow[],
): NumberRow[] =>
  now.map((row, at) => {
    const [typed, told] = [rows[at]?.typed, before[at]?.typed];
    if (typed === undefined || told === undefined || numberIn(typed) === numberIn(told)) return row;
    return { ...row, typed };
  });
