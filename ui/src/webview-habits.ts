// Habits of a browser that an application must not have: reloading in the middle of a case, and a menu
// that offers it. Copy and paste in a field keep their menu. And one that hides where the focus is: after a press of
// the mouse no ring is shown wherever the program leads, also when every step since then was a key.
import { isTextField } from './keyboard/keys';

function reloads(event: KeyboardEvent): boolean {
  return event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r');
}

/** Whoever uses keys sees where they lead. */
function showFocusToKeys(target: Window): () => void {
  let byKey = false;
  const onkey = () => (byKey = true);
  const onpress = () => (byKey = false);
  const element = HTMLElement.prototype;
  const usual = element.focus;
  element.focus = function (options?: FocusOptions & { focusVisible?: boolean }) {
    usual.call(this, byKey ? { focusVisible: true, ...options } : options);
  };
  target.addEventListener('keydown', onkey, { capture: true });
  target.addEventListener('pointerdown', onpress, { capture: true });
  return () => {
    element.focus = usual;
    target.removeEventListener('keydown', onkey, { capture: true });
    target.removeEventListener('pointerdown', onpress, { capture: true });
  };
}

/** Returns the function that gives the habits back. */
export function dropBrowserHabits(target: Window = window): () => void {
  const onkey = (event: KeyboardEvent) => {
    if (reloads(event)) event.preventDefault();
  };
  const onmenu = (event: Event) => {
    if (!isTextField(event.target)) event.preventDefault();
  };
  target.addEventListener('keydown', onkey, { capture: true });
  target.addEventListener('contextmenu', onmenu);
  const showNothing = showFocusToKeys(target);
  return () => {
    showNothing();
    target.removeEventListener('keydown', onkey, { capture: true });
    target.removeEventListener('contextmenu', onmenu);
  };
}
