import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ariaKeys, matches } from '../../src/keyboard/keys';
import { activeShortcuts, dispatchKey } from '../../src/keyboard/shortcuts.svelte';
import { setSingleKeys } from '../../src/preferences.svelte';
import Keys from '../components/Keys.svelte';
import { show } from '../show';

beforeEach(() => window.addEventListener('keydown', dispatchKey));
afterEach(() => window.removeEventListener('keydown', dispatchKey));

const key = (keys: string, run = vi.fn()) => ({ keys, label: keys, run });

describe('a key string', () => {
  const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);
  test.each([
    ['Ctrl+K', { key: 'k', ctrlKey: true }],
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }],
    ['Alt+1', { key: '1', altKey: true }],
    ['Alt+T', { key: '†', code: 'KeyT', altKey: true }],
    ['N', { key: 'N', shiftKey: true }],
    ['Plus', { key: '+', shiftKey: true }],
    ['Space', { key: ' ' }],
  ])('%s is found', (keys, init) => expect(matches(keys, press(init))).toBe(true));

  test.each([
    ['N', { key: 'n', ctrlKey: true }],
    ['Ctrl+K', { key: 'k' }],
    ['Ctrl+K', { key: 'k', ctrlKey: true, altKey: true }],
    ['1', { key: '1', altKey: true }],
    ['Enter', { key: 'Enter', ctrlKey: true }],
  ])('%s is not mistaken for another', (keys, init) => expect(matches(keys, press(init))).toBe(false));

  test('is spelt for screen readers as they know it', () =>
    expect(ariaKeys('Ctrl+Enter')).toBe('Control+Enter'));
});

describe('a single letter', () => {
  test('acts when no text field has the focus', async () => {
    const n = key('N');
    const { user } = show(Keys, { shortcuts: [n] });
    await user.keyboard('n');
    expect(n.run).toHaveBeenCalledOnce();
  });

  test('is only a letter while somebody types', async () => {
    const n = key('N');
    const { user } = show(Keys, { shortcuts: [n] });
    await user.type(screen.getByLabelText('isian'), 'ningrum');
    expect(n.run).not.toHaveBeenCalled();
    expect(screen.getByLabelText('isian')).toHaveValue('ningrum');
  });

  test('can be switched off', async () => {
    setSingleKeys(false);
    const n = key('N');
    const { user } = show(Keys, { shortcuts: [n] });
    await user.keyboard('n');
    expect(n.run).not.toHaveBeenCalled();
  });

  test('leaves Space to the button that has the focus', async () => {
    const space = key('Space');
    const { user } = show(Keys, { shortcuts: [space] });
    screen.getByRole('button', { name: 'tombol' }).focus();
    await user.keyboard(' ');
    expect(space.run).not.toHaveBeenCalled();
  });
});

describe('layers', () => {
  test('the view shown last is asked first', async () => {
    const below = key('Escape');
    const above = key('Escape');
    show(Keys, { shortcuts: [below] });
    const { user } = show(Keys, { shortcuts: [above] });
    await user.keyboard('{Escape}');
    expect(above.run).toHaveBeenCalledOnce();
    expect(below.run).not.toHaveBeenCalled();
  });

  test('a dialog keeps keys from what lies below, except locking', async () => {
    const below = key('F8');
    const lock = { ...key('Ctrl+L'), always: true };
    show(Keys, { shortcuts: [below, lock] });
    const { user } = show(Keys, { shortcuts: [], modal: true });
    await user.keyboard('{F8}{Control>}l{/Control}');
    expect(below.run).not.toHaveBeenCalled();
    expect(lock.run).toHaveBeenCalledOnce();
  });

  test('a key whose condition does not hold goes on to the next layer', async () => {
    const below = key('F8');
    show(Keys, { shortcuts: [below] });
    const { user } = show(Keys, { shortcuts: [{ ...key('F8'), when: () => false }] });
    await user.keyboard('{F8}');
    expect(below.run).toHaveBeenCalledOnce();
  });

  test('the help lists each key once, in the words of the newest view', () => {
    show(Keys, { shortcuts: [{ ...key('Escape'), label: 'Tutup' }, key('F1')] });
    show(Keys, { shortcuts: [{ ...key('Escape'), label: 'Kembali' }] });
    expect(activeShortcuts().map((shortcut) => shortcut.label)).toEqual(['Kembali', 'F1']);
  });
});
