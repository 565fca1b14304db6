// House rules that a linter does not know.
import { describe, expect, test } from 'vitest';

const files = import.meta.glob<string>(['../src/**/*.svelte', '../src/**/*.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const holding = (pattern: RegExp, where = /./) =>
  Object.entries(files)
    .filter(([path, source]) => where.test(path) && pattern.test(source))
    .map(([path]) => path);

describe('no file of the window', () => {
  test('carries an inline style attribute, which the content security policy would drop', () => {
    expect(holding(/\sstyle="/)).toEqual([]);
  });
  test('puts raw markup into the page', () => expect(holding(/\{@html|innerHTML/)).toEqual([]));
  test('talks to a network', () =>
    expect(holding(/\bfetch\(|XMLHttpRequest|WebSocket|https?:\/\//)).toEqual([]));
  test('keeps anything in the WebView', () => {
    expect(holding(/localStorage|sessionStorage|indexedDB|document\.cookie/)).toEqual([]);
  });
  test('uses the date box of the system, which not every WebView has', () => {
    expect(holding(/type="date"/)).toEqual([]);
  });
  test('is longer than 500 lines', () => {
    expect(
      Object.entries(files).filter(
        ([path, source]) => !path.endsWith('bindings.ts') && source.split('\n').length > 500,
      ),
    ).toEqual([]);
  });
});

test('every component and view begins by saying what it is', () => {
  const mute = Object.entries(files).filter(
    ([path, source]) =>
      path.endsWith('.svelte') && !/<!--|\/\/|\/\*/.test(source.split('\n').slice(0, 5).join('\n')),
  );
  expect(mute.map(([path]) => path)).toEqual([]);
});
