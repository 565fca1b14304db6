// From the pixels of a look at the glass to the millimetres of the scanner.
import type { ScannedPage, ScanPart, ScreenPart } from '../../bindings';

/** A look may reach beyond the glass; a part that lies there is moved back by this much. */
const SMALLEST_MM = 20;

const tenth = (mm: number) => Math.round(mm * 10) / 10;

/** A part of the preview as the scanner takes it, and never beyond its glass; null: all of it. */
export function onGlass(part: ScreenPart, preview: ScannedPage, bed: readonly number[]): ScanPart | null {
  const { x, y, width, height } = part;
  if (x === 0 && y === 0 && width >= preview.width && height >= preview.height) return null;
  const mm = (px: number) => tenth((px / preview.dpi) * 25.4);
  const [room = Infinity, depth = Infinity] = bed;
  const start = (px: number, end: number) => Math.max(0, Math.min(mm(px), tenth(end - SMALLEST_MM)));
  const [left, top] = [start(x, room), start(y, depth)];
  const length = (px: number, rest: number) => Math.min(mm(px), tenth(rest));
  return { left, top, width: length(width, room - left), height: length(height, depth - top) };
}
