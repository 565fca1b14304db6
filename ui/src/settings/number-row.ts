/** A row of numbers that an admin sets. */
export type NumberRow = {
  /** The accessible name of its field. */
  label: string;
  /** What stands before the number. */
  cells: string[];
  typed: string;
};

/** None where nobody wrote a whole number. */
export const numberIn = (text: string): number | null =>
  /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : null;

/** None while one of the rows holds no number. */
export function numbersIn(rows: readonly NumberRow[]): number[] | null {
  const numbers = rows.map((row) => numberIn(row.typed));
  return numbers.includes(null) ? null : (numbers as number[]);
}
