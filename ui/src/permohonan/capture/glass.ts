// From the pixels of a look at the glass to the millimetres of the scanner.
import type { ScannedPage, ScanPart, ScreenPart } from '../../bindings';

/** A part of the preview as the scanner takes it, and never beyond its glass; null: all of it. */
export function onGlass(part: ScreenPart, preview: ScannedPage, bed: readonly number[]): ScanPart | null {
  const { x, y, width, height } = part;
  if (x === 0 && y === 0 && width >= preview.width && height >= preview.height) return null;
  const mm = (px: number) => Math.round((px / preview.dpi) * 254) / 10;
  const [left, top] = [mm(x), mm(y)];
  const [room = Infinity, depth = Infinity] = bed;
  return { left, top, width: Math.min(mm(width), room - left), height: Math.min(mm(height), depth - top) };
}
