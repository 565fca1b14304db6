import { describe, expect, test } from 'vitest';
import { walkList } from '../../src/keyboard/walk';

function list(focused: number): HTMLElement[] {
  document.body.innerHTML = '<button>1</button><button>2</button><button>3</button>';
  const items = [...document.querySelectorAll('button')];
  items[focused]?.focus();
  return items;
}
const press = (items: HTMLElement[], key: string, more: KeyboardEventInit = {}) =>
  walkList(new KeyboardEvent('keydown', { key, cancelable: true, ...more }), items)?.textContent ?? null;

describe('arrow keys in a list', () => {
  test.each([
    [0, 'ArrowDown', '2'],
    [0, 'ArrowRight', '2'],
    [2, 'ArrowUp', '2'],
    [2, 'ArrowLeft', '2'],
    [0, 'ArrowUp', '1'],
    [2, 'ArrowDown', '3'],
    [1, 'Home', '1'],
    [1, 'End', '3'],
    [-1, 'ArrowDown', '1'],
  ])('from %i, %s leads to %s', (from, key, to) => {
    const items = list(from);
    expect(press(items, key)).toBe(to);
    expect(document.activeElement).toHaveTextContent(to);
  });

  test.each([
    ['a', {}],
    ['Enter', {}],
    ['ArrowDown', { ctrlKey: true }],
    ['ArrowDown', { altKey: true }],
  ])('%s with %o is left to others', (key, more) => expect(press(list(0), key, more)).toBeNull());

  test('in an empty list do nothing', () => expect(press([], 'ArrowDown')).toBeNull());
});
