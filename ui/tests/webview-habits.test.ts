import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dropBrowserHabits } from '../src/webview-habits';

let restore: () => void;
beforeEach(() => {
  document.body.innerHTML = '<input /><p>teks</p>';
  restore = dropBrowserHabits();
});
afterEach(() => restore());

const send = (selector: string, event: Event) => {
  document.querySelector(selector)?.dispatchEvent(event);
  return event.defaultPrevented;
};
const key = (init: KeyboardEventInit) =>
  new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
const menu = () => new MouseEvent('contextmenu', { bubbles: true, cancelable: true });

test.each([[{ key: 'F5' }], [{ key: 'r', ctrlKey: true }], [{ key: 'R', ctrlKey: true, shiftKey: true }]])(
  'a case is not reloaded away by %o',
  (init) => expect(send('p', key(init))).toBe(true),
);
test.each([[{ key: 'r' }], [{ key: 'F6' }], [{ key: 'c', ctrlKey: true }]])('%o stays what it was', (init) =>
  expect(send('p', key(init))).toBe(false),
);
test('the menu of the browser is not offered on the desk', () => expect(send('p', menu())).toBe(true));
test('the menu with copy and paste stays in a field', () => expect(send('input', menu())).toBe(false));

describe('where the program leads', () => {
  const told: (boolean | undefined)[] = [];
  let lead: () => void;
  beforeEach(() => {
    // What the WebView is asked for, under the habit that this file is about.
    restore();
    told.length = 0;
    vi.spyOn(HTMLElement.prototype, 'focus').mockImplementation((options) => {
      told.push((options as { focusVisible?: boolean } | undefined)?.focusVisible);
    });
    restore = dropBrowserHabits();
    lead = () => document.querySelector('input')?.focus();
  });
  afterEach(() => vi.restoreAllMocks());

  test('is shown to whoever used a key last, also after the mouse', () => {
    lead();
    send('p', key({ key: 'Enter' }));
    lead();
    document.querySelector('p')?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    lead();
    send('p', key({ key: 'a' }));
    lead();
    expect(told).toEqual([undefined, true, undefined, true]);
  });

  test('is as it was once the habits are given back', () => {
    restore();
    send('p', key({ key: 'Enter' }));
    lead();
    expect(told).toEqual([undefined]);
  });
});
