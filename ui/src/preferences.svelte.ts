// What belongs to this computer and not to the office: the theme, and whether single letters act. The
// program keeps it; the WebView keeps nothing between two starts.
import type { Backend } from './backend';
import type { Preferences, Theme } from './bindings';

const usual: Preferences = { theme: 'system', single_keys: true };
const preferences = $state<Preferences>({ ...usual });
let keeper: Pick<Backend, 'call'> | null = null;

/** Asks the program once at the start, and puts the theme on the page. */
export async function loadPreferences(backend: Pick<Backend, 'call'>): Promise<void> {
  keeper = backend;
  try {
    Object.assign(preferences, await backend.call('preferences_get', null));
  } catch {
    // The window also works with the usual ones; the choice can be made anew in the settings.
    Object.assign(preferences, usual);
  }
  applyTheme();
}

export function theme(): Theme {
  return preferences.theme;
}

function applyTheme(): void {
  const root = document.documentElement;
  if (preferences.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = preferences.theme;
}

export function setTheme(next: Theme): void {
  preferences.theme = next;
  applyTheme();
  keep();
}

export function singleKeysOn(): boolean {
  return preferences.single_keys;
}

export function setSingleKeys(on: boolean): void {
  preferences.single_keys = on;
  keep();
}

function keep(): void {
  // A choice that cannot be kept still holds until Loket is closed, so nobody is stopped by it.
  keeper?.call('preferences_set', $state.snapshot(preferences)).catch(() => undefined);
}
