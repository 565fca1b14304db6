// One place for the keys of the window. A view registers its own while it is shown; the newest view is
// asked first, and a dialog keeps keys from what lies below it. F1 lists what is registered.
import { untrack } from 'svelte';
import { singleKeysOn } from '../preferences.svelte';
import { isSingleCharacter, isTextField, matches } from './keys';

export type Shortcut = {
  /** "Ctrl+K", "N", "F8", "Alt+1", "Space", "ArrowDown", "Escape". */
  keys: string;
  /** What it does, in the words of the button that does the same. */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Only while this holds; otherwise the key goes on to the next layer. */
  when?: () => boolean;
  /** Also while a dialog is open; only for locking the screen. */
  always?: boolean;
  /** Also while typing in a text field. True for keys with Ctrl, Alt and function keys without being said. */
  inText?: boolean;
};

type Layer = { id: number; modal: boolean; shortcuts: () => Shortcut[] };

// A plain list, and a number that tells readers of it to look again: while a view is taken down, Svelte
// shows the state from before, and a list kept as state would lose what the next view has registered.
let layers: Layer[] = [];
let changes = $state(0);
let nextId = 0;

function applies(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (!matches(shortcut.keys, event)) return false;
  if (isSingleCharacter(shortcut.keys)) {
    if (!singleKeysOn()) return false;
    if (isTextField(event.target) && !shortcut.inText) return false;
    // Space presses the focused button; that must stay so.
    if (shortcut.keys === 'Space' && event.target instanceof HTMLButtonElement) return false;
  }
  return shortcut.when?.() ?? true;
}

/** Handles one key press; exported for the tests. */
export function dispatchKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  let covered = false;
  for (const layer of layers.toReversed()) {
    const hit = layer.shortcuts().find((each) => (!covered || each.always) && applies(each, event));
    if (hit) {
      event.preventDefault();
      hit.run(event);
      return;
    }
    covered ||= layer.modal;
  }
}

function register(shortcuts: () => Shortcut[], modal: boolean): () => void {
  const id = nextId++;
  layers.push({ id, modal, shortcuts });
  changes += 1;
  return () => {
    layers = layers.filter((layer) => layer.id !== id);
    changes += 1;
  };
}

/** Registers keys for as long as the calling component is shown. */
export function useShortcuts(shortcuts: () => Shortcut[], options: { modal?: boolean } = {}): void {
  $effect.pre(() => untrack(() => register(shortcuts, options.modal ?? false)));
}

/** Everything that can be pressed now, newest view first; for the help page. */
export function activeShortcuts(): Shortcut[] {
  void changes;
  const seen = new Set<string>();
  const list: Shortcut[] = [];
  for (const layer of layers.toReversed()) {
    for (const shortcut of layer.shortcuts()) {
      if (seen.has(shortcut.keys)) continue;
      seen.add(shortcut.keys);
      list.push(shortcut);
    }
  }
  return list;
}
