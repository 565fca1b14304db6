// The four corners of a card in a picture: top left, top right, bottom right, bottom left.
import type { Corner } from '../../bindings';

export type Size = { width: number; height: number };

/** Width to height of an ID-1 card (85.6 x 54.0 mm). */
const CARD = 85.6 / 54;

/** A card-shaped frame in the middle: where a card most likely lies before anybody looked. */
export function proposedCorners(size: Size): Corner[] {
  const width = Math.min(size.width * 0.8, size.height * 0.8 * CARD);
  const height = width / CARD;
  const left = Math.round((size.width - width) / 2);
  const top = Math.round((size.height - height) / 2);
  const right = Math.round(left + width);
  const bottom = Math.round(top + height);
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** The whole picture. */
export function wholePicture(size: Size): Corner[] {
  return [
    { x: 0, y: 0 },
    { x: size.width, y: 0 },
    { x: size.width, y: size.height },
    { x: 0, y: size.height },
  ];
}

export function moveCorner(corners: readonly Corner[], index: number, to: Corner, size: Size): Corner[] {
  const moved = corners.map((corner) => ({ ...corner }));
  moved[index] = {
    x: clamp(Math.round(to.x), size.width),
    y: clamp(Math.round(to.y), size.height),
  };
  return isSimple(moved) ? moved : corners.map((corner) => ({ ...corner }));
}

/** One pixel by an arrow key, ten with Shift; null for any other key. */
export function stepOfKey(key: string, shift: boolean): Corner | null {
  const length = shift ? 10 : 1;
  switch (key) {
    case 'ArrowLeft':
      return { x: -length, y: 0 };
    case 'ArrowRight':
      return { x: length, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: -length };
    case 'ArrowDown':
      return { x: 0, y: length };
    default:
      return null;
  }
}

/** The size as it is seen after turning. */
export function turnedSize(size: Size, quarterTurns: number): Size {
  return quarterTurns % 2 === 0 ? size : { width: size.height, height: size.width };
}

/** Corners after one more quarter turn clockwise; `size` is the size before that turn. */
export function turnCorners(corners: readonly Corner[], size: Size): Corner[] {
  const turned = corners.map((corner) => ({ x: size.height - corner.y, y: corner.x }));
  const last = turned.at(-1);
  return last ? [last, ...turned.slice(0, -1)] : [];
}

/**
 * Corners in the picture before it was turned, clockwise from the one that lies top left there. `size` is the size
 * before turning. The program keeps corners as they are seen after it.
 */
export function beforeTurning(corners: readonly Corner[], quarterTurns: number, size: Size): Corner[] {
  let list = corners.map((corner) => ({ ...corner }));
  for (let turns = quarterTurns; turns > 0; turns -= 1) {
    const before = turnedSize(size, turns - 1);
    const [first, ...rest] = list;
    list = [...rest, ...(first ? [first] : [])].map((corner) => ({
      x: corner.y,
      y: before.height - corner.x,
    }));
  }
  return list;
}

/** The same the other way: as they are seen after turning. */
export function afterTurning(corners: readonly Corner[], quarterTurns: number, size: Size): Corner[] {
  let list = corners.map((corner) => ({ ...corner }));
  for (let turns = 0; turns < quarterTurns; turns += 1) list = turnCorners(list, turnedSize(size, turns));
  return list;
}

/** No edge crosses another and the corners go clockwise, so that the card is not turned over. */
function isSimple(corners: readonly Corner[]): boolean {
  return corners.every((corner, index) => {
    const next = corners[(index + 1) % corners.length];
    const after = corners[(index + 2) % corners.length];
    if (!next || !after) return false;
    return (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x) > 0;
  });
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(0, value));
}
