// Names of keys: as they are written in code ("Ctrl+Enter"), matched against an event, and printed on a cap.

const CAPS: Record<string, string> = {
  Escape: 'Esc',
  Space: 'Spasi',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
  Minus: '-',
};

/** What is printed on the key cap. */
export function keyLabel(key: string): string {
  return CAPS[key] ?? key;
}

/** The name of the pressed key in the spelling of our key strings. */
function nameOf(event: KeyboardEvent): string {
  if (event.key === ' ') return 'Space';
  if (event.key === '+') return 'Plus';
  if (event.key === '-') return 'Minus';
  return event.key.length === 1 ? event.key.toUpperCase() : event.key;
}

/** Digits and letters by their place on the keyboard, for Alt, which on some layouts changes the character. */
function placeOf(event: KeyboardEvent): string | null {
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1] ?? null;
}

export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1);
  if (parts.includes('Ctrl') !== (event.ctrlKey || event.metaKey)) return false;
  if (parts.includes('Alt') !== event.altKey) return false;
  // Shift is part of typing "+", so only a combination that names it asks for it.
  if (parts.includes('Shift') && !event.shiftKey) return false;
  if (nameOf(event) === key) return true;
  return event.altKey && placeOf(event) === key;
}

/** A single character without Ctrl or Alt: such a key must not act while somebody types (WCAG 2.1.4). */
export function isSingleCharacter(keys: string): boolean {
  return keys.length === 1 || keys === 'Space' || keys === 'Plus' || keys === 'Minus';
}

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';

export function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** The value for aria-keyshortcuts. */
export function ariaKeys(keys: string): string {
  return keys.replace('Ctrl', 'Control');
}
