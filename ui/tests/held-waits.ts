// Waits that a test ends itself.
import { vi } from 'vitest';

/** Waits of this length end when the test says so, and not because the machine was slow. */
export function heldWaits(length: number): { end: () => void } {
  const held = new Map<number, () => void>();
  const { setTimeout: start, clearTimeout: stop } = window;
  vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, after?: number) => {
    if (after !== length) return start(run, after);
    const id = -1 - held.size;
    held.set(id, run);
    return id;
  }) as typeof window.setTimeout);
  vi.spyOn(window, 'clearTimeout').mockImplementation((id) => {
    if (!held.delete(Number(id))) stop(id);
  });
  const end = () => {
    const due = [...held.values()];
    held.clear();
    due.forEach((run) => run());
  };
  return { end };
}
