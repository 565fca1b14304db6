// Where Enter leads: to the next thing that is wanted, from where one stands to the end and round once.
import type { PermohonanView, Place } from '../bindings';
import { enterPlace } from './places';

/** The fields of the form that are asked for and empty. */
export const emptyFields = (view: PermohonanView): Place[] =>
  view.form_asked.filter((field) => !view.form[field]?.value).map((field): Place => `form:${field}`);

/** Puts the focus on the next wanted place after `from`; false when nothing is wanted elsewhere. */
export function goOn(root: ParentNode, wanted: readonly string[], from: Element | null): boolean {
  const there = new Set(wanted.map((place) => root.querySelector<HTMLElement>(`[data-place="${place}"]`)));
  const elsewhere = [...there]
    .filter((element) => element !== null)
    .filter((element) => from === null || !element.contains(from))
    .sort((a, b) => (follows(a, b) ? -1 : 1));
  const below = elsewhere.find((element) => from !== null && follows(from, element));
  const next = below ?? elsewhere[0];
  return next !== undefined && enterPlace(next);
}

/** Enter on a screen: to the next wanted place, and when nothing is wanted any more, to the act. */
export function goOnOrToAct(root: ParentNode | null, wanted: readonly string[]): void {
  if (!root || goOn(root, wanted, document.activeElement)) return;
  document.querySelector<HTMLElement>('[data-focus-home] button')?.focus();
}

/** In the order of the screen. */
function follows(first: Element, second: Element): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * Enter where no field of its own answers it: a question of a few takes the answer that has the focus, a list
 * keeps its own. True when the screen should go on.
 */
export function answeredByEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey || event.defaultPrevented)
    return false;
  const target = event.target;
  if (target instanceof HTMLSelectElement || isCombobox(target) || isCheckbox(target)) {
    event.preventDefault();
    return true;
  }
  if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'radio') return false;
  event.preventDefault();
  if (target.getAttribute('aria-checked') !== 'true') target.click();
  return true;
}

/** The space bar ticks it. */
function isCheckbox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}

function isCombobox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.getAttribute('role') === 'combobox';
}
