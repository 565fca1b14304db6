// The part of a picture that is meant, in whole pixels of it: of a screen, or of the glass of a scanner.
import type { ScreenPart } from '../../bindings';

export type Size = { width: number; height: number };
export type Point = { x: number; y: number };

/** A shorter side shows nothing that could be evidence. */
export const SMALLEST = 120;

/** Pixels by one press; held down, a key goes across a screen in a few seconds. */
export const STEP = 20;

const clamp = (value: number, lowest: number, highest: number) =>
  Math.round(Math.min(highest, Math.max(lowest, value)));

/** The middle of the screen, where a call most likely is. */
export function proposedPart(size: Size): ScreenPart {
  const width = Math.round(size.width * 0.6);
  const height = Math.round(size.height * 0.6);
  return {
    x: Math.round((size.width - width) / 2),
    y: Math.round((size.height - height) / 2),
    width,
    height,
  };
}

/** All of it. */
export const wholePart = ({ width, height }: Size): ScreenPart => ({ x: 0, y: 0, width, height });

export function fits(part: ScreenPart, size: Size): boolean {
  return part.x + part.width <= size.width && part.y + part.height <= size.height;
}

export const tooSmall = (part: ScreenPart) => part.width < SMALLEST || part.height < SMALLEST;

/** Moved as a whole; at the edge it stops and keeps its size. */
export function movePart(part: ScreenPart, by: Point, size: Size): ScreenPart {
  return {
    ...part,
    x: clamp(part.x + by.x, 0, size.width - part.width),
    y: clamp(part.y + by.y, 0, size.height - part.height),
  };
}

/** The lower right corner moved; a side that is not changed stays, also one that is too short. */
export function sizePart(part: ScreenPart, by: Point, size: Size, smallest = SMALLEST): ScreenPart {
  const side = (length: number, change: number, room: number) =>
    change === 0 ? length : clamp(length + change, Math.min(smallest, room), room);
  return {
    ...part,
    width: side(part.width, by.x, size.width - part.x),
    height: side(part.height, by.y, size.height - part.y),
  };
}

/** One side of a drag: as long as it was drawn, but not shorter than this, and never beyond the edge. */
function drawn(from: number, to: number, room: number, smallest: number): { start: number; length: number } {
  const [low, high] = [Math.min(from, to), Math.max(from, to)].map((end) => clamp(end, 0, room));
  const length = Math.min(room, Math.max((high ?? 0) - (low ?? 0), smallest));
  const start = to < from ? (high ?? 0) - length : (low ?? 0);
  return { start: clamp(start, 0, room - length), length };
}

/** Between the two ends of a drag, whichever way it went, and never beyond the screen. */
export function draggedPart(from: Point, to: Point, size: Size, smallest = 0): ScreenPart {
  const across = drawn(from.x, to.x, size.width, smallest);
  const down = drawn(from.y, to.y, size.height, smallest);
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}

/** What the head of a PNG says of its size; null when it is none. */
export function pngSize(bytes: ArrayBuffer): Size | null {
  if (bytes.byteLength < 24) return null;
  const head = new DataView(bytes);
  if (head.getUint32(0) !== 0x89504e47 || head.getUint32(12) !== 0x49484452) return null;
  const size = { width: head.getUint32(16), height: head.getUint32(20) };
  return size.width > 0 && size.height > 0 ? size : null;
}
