// Habits of a browser that an application must not have: reloading in the middle of a case, and a menu
// that offers it. Copy and paste in a field keep their menu.
import { isTextField } from './keyboard/keys';

function reloads(event: KeyboardEvent): boolean {
  return event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r');
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
  return () => {
    target.removeEventListener('keydown', onkey, { capture: true });
    target.removeEventListener('contextmenu', onmenu);
  };
}
