// What belongs to this computer and not to the office: the theme, and whether single letters act.
// Kept in the WebView's own storage. No personal data may ever be written here.

export type Theme = 'os' | 'light' | 'dark';

const THEME_KEY = 'loket.tema';
const SINGLE_KEYS_KEY = 'loket.tombol-tunggal';

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A WebView without storage still works; the choice then lasts until Loket is closed.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // See read().
  }
}

function storedTheme(): Theme {
  const stored = read(THEME_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'os';
}

const preferences = $state({
  theme: storedTheme(),
  singleKeys: read(SINGLE_KEYS_KEY) !== 'off',
});

export function theme(): Theme {
  return preferences.theme;
}

/** Puts the stored theme on the page; called once at the start. */
export function applyTheme(): void {
  const root = document.documentElement;
  if (preferences.theme === 'os') delete root.dataset.theme;
  else root.dataset.theme = preferences.theme;
}

export function setTheme(next: Theme): void {
  preferences.theme = next;
  write(THEME_KEY, next);
  applyTheme();
}

export function singleKeysOn(): boolean {
  return preferences.singleKeys;
}

export function setSingleKeys(on: boolean): void {
  preferences.singleKeys = on;
  write(SINGLE_KEYS_KEY, on ? 'on' : 'off');
}
