// Arrow keys in a list of buttons: one further or one back, to the first or the last; the ends stay ends.

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Where the key leads among `count` items from `now`, or null when it is no such key. */
export function walkIndex(event: KeyboardEvent, now: number, count: number): number | null {
  if (event.ctrlKey || event.altKey || event.metaKey || count === 0) return null;
  const last = count - 1;
  const step = STEPS[event.key];
  if (step !== undefined) return Math.min(last, Math.max(0, now + step));
  if (event.key === 'Home') return 0;
  return event.key === 'End' ? last : null;
}

/** Moves the focus and gives the element that has it now, or null when the key is no such key. */
export function walkList(event: KeyboardEvent, items: readonly HTMLElement[]): HTMLElement | null {
  const now = items.findIndex((item) => item.contains(document.activeElement));
  const to = walkIndex(event, now, items.length);
  if (to === null) return null;
  event.preventDefault();
  const item = items[to] ?? null;
  item?.focus();
  return item;
}

/** The same among the buttons of the element that listens. */
export function walkButtons(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  walkList(event, [...event.currentTarget.querySelectorAll('button')]);
}

/**
 * Arrow keys in groups of buttons, as the days of a week with their times. `rows`: a group lies across the screen,
 * so that left and right stay in it; `columns`: it runs down. Empty groups are passed over; the ends stay ends.
 */
export function walkGroups(
  event: KeyboardEvent,
  groups: readonly (readonly HTMLElement[])[],
  lie: 'rows' | 'columns',
): HTMLElement | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const filled = groups.filter((group) => group.length > 0);
  const at = filled.findIndex((group) => group.some((item) => item.contains(document.activeElement)));
  const group = filled[at];
  if (!group) return null;
  const within = group.findIndex((item) => item.contains(document.activeElement));
  const along = lie === 'rows' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
  const across = lie === 'rows' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  const clamp = (to: number, count: number) => Math.min(count - 1, Math.max(0, to));
  const step = (keys: string[]) => (event.key === keys[0] ? 1 : event.key === keys[1] ? -1 : 0);
  let item: HTMLElement | undefined;
  if (step(along) !== 0) item = group[clamp(within + step(along), group.length)];
  else if (step(across) !== 0) {
    const other = filled[clamp(at + step(across), filled.length)] ?? group;
    item = other[clamp(within, other.length)];
  } else if (event.key === 'Home') item = group[0];
  else if (event.key === 'End') item = group.at(-1);
  if (!item) return null;
  event.preventDefault();
  item.focus();
  return item;
}
