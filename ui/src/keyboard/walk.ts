// Arrow keys in a list of buttons: one further or one back, to the first or the last; the ends stay ends.

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Moves the focus and gives the element that has it now, or null when the key is no such key. */
export function walkList(event: KeyboardEvent, items: readonly HTMLElement[]): HTMLElement | null {
  if (event.ctrlKey || event.altKey || event.metaKey || items.length === 0) return null;
  const last = items.length - 1;
  const now = items.findIndex((item) => item.contains(document.activeElement));
  const step = STEPS[event.key];
  let to: number;
  if (step !== undefined) to = Math.min(last, Math.max(0, now + step));
  else if (event.key === 'Home') to = 0;
  else if (event.key === 'End') to = last;
  else return null;
  event.preventDefault();
  const item = items[to] ?? null;
  item?.focus();
  return item;
}
