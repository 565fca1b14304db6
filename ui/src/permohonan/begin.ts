// Where typing begins when a form comes on the screen.
import type { OpenCase } from './case.svelte';
import { placeOf } from './places';

/**
 * A new case begins in its first empty field, and one that was cut off in the field being typed. Where data change it begins
 * with what a letter asks for (`Intake`).
 */
export function beginTyping(root: ParentNode, open: OpenCase): void {
  const inputs = [...root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  const cut = inputs.find((input) => open.draft(placeOf(input) ?? '') !== null);
  (cut ?? (open.view?.perubahan ? null : inputs.find((input) => input.value === '')))?.focus();
}
