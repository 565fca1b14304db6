// Where the focus goes when something that lay over the screen closes: back to where it was, or, when that is
// gone (the case moved on meanwhile), to the next act, marked with data-focus-home.
import { onDestroy } from 'svelte';

/** Nobody has gone anywhere yet: the focus is on the page, or on the part of it that the desk gave it to. */
export function nothingFocused(): boolean {
  return document.activeElement === document.body || document.activeElement?.id === 'isi';
}

/**
 * Remembers where the focus is. The answer says later whether it is still there: who went on meanwhile, because the
 * program took its time, keeps the place and the keys.
 */
export function whileHere(): () => boolean {
  const here = document.activeElement;
  return () => [here, document.body, null].includes(document.activeElement);
}

/** Call while the component that lies over the screen is being set up, before it takes the focus. */
export function returnFocus(): void {
  const before = document.activeElement;
  onDestroy(() => {
    // After the parts below are awake again.
    setTimeout(() => {
      if (document.activeElement !== document.body && document.activeElement !== null) return;
      if (usable(before)) before.focus();
      else home()?.focus();
    });
  });
}

function usable(element: Element | null): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element !== document.body &&
    element.isConnected &&
    !element.closest('[inert]')
  );
}

/** The act of whatever lies on top now. */
function home(): HTMLElement | null {
  const homes = [...document.querySelectorAll<HTMLElement>('[data-focus-home]')].filter(usable);
  return homes.at(-1)?.querySelector<HTMLElement>('button, input, [tabindex="0"]') ?? null;
}
