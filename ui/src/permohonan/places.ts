// Where things stand on the case screen. A place is a name that the program gives to something missing
// ("row:pj_nama", "document:ktp"); the element that answers it carries the same name in data-place.
import type { Place } from '../bindings';

const FOCUSABLE =
  'input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), button:not([disabled]), [tabindex]';

/** Puts the focus on a place. False when it is not on the screen. */
export function goTo(place: Place, root: ParentNode = document): boolean {
  const target = find(place, root);
  return target !== null && enterPlace(target);
}

/** The focus goes to what is to be done there: the marked control, else the first. */
export function enterPlace(target: HTMLElement): boolean {
  target.scrollIntoView?.({ block: 'nearest' });
  const inside = target.matches(FOCUSABLE)
    ? target
    : (target.querySelector<HTMLElement>('[data-first] button') ?? firstControl(target));
  inside?.focus();
  return inside !== null;
}

/** The place in which an element stands. */
export function placeOf(element: Element | null): string | null {
  return element?.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? null;
}

/** The exact place, else the nearest wider one: "document:ktp:sighting" is answered by "document:ktp". */
function find(place: string, root: ParentNode): HTMLElement | null {
  for (let name = place; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf(':')))) {
    const hit = root.querySelector<HTMLElement>(`[data-place="${CSS.escape(name)}"]`);
    if (hit) return hit;
  }
  return null;
}

/** A radio group is entered at its chosen button, as Tab does. */
function firstControl(element: HTMLElement): HTMLElement | null {
  const all = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.tabIndex >= 0);
  return all[0] ?? null;
}
