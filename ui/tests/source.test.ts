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
  test('leaves it to the WebView how a radio or a checkbox looks', () => {
    expect(holding(/accent-color/)).toEqual([]);
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

describe('imports go one way', () => {
  const known = new Set(Object.keys(files));
  const resolve = (from: string, to: string) => {
    const path = new URL(to, `loket://ui/${from.replace('../', '')}`).pathname.replace('/', '../');
    return (
      [path, `${path}.ts`, `${path}.svelte`, `${path}.svelte.ts`].find((each) => known.has(each)) ?? null
    );
  };
  /** What a file needs when it runs; a type costs nothing. */
  const imports = (path: string) =>
    [...(files[path] ?? '').matchAll(/^\s*(?:import|export)(?! type)[^;]*?from '(\.[^']+)'/gm)]
      .map((found) => resolve(path, found[1] ?? ''))
      .filter((each): each is string => each !== null);

  test('as far as this test can see them', () => {
    expect(imports('../src/permohonan/Permohonan.svelte')).toContain(
      '../src/permohonan/intake/Intake.svelte',
    );
    expect(imports('../src/permohonan/intake/Intake.svelte')).toContain('../src/permohonan/case.svelte.ts');
  });

  test('and no file needs itself in the end', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const walk = (path: string, way: string[]): void => {
      if (state.get(path) === 'open') circles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
      if (state.has(path)) return;
      state.set(path, 'open');
      for (const next of imports(path)) walk(next, [...way, path]);
      state.set(path, 'done');
    };
    for (const path of known) walk(path, []);
    expect(circles).toEqual([]);
  });

  test('and a screen of the case knows the case, but no other screen', () => {
    const screen = (path: string) => /src\/permohonan\/([^/]+)\//.exec(path)?.[1];
    const across = [...known].flatMap((path) =>
      imports(path)
        .filter((next) => screen(path) && screen(next) && screen(path) !== screen(next))
        .map((next) => `${path} -> ${next}`),
    );
    expect(across).toEqual([]);
  });

  test('and a component knows no part of the office', () => {
    const shared = /src\/(components|text|keyboard|styles|bindings|backend|format|dates|focus|describe|idle)/;
    const upwards = [...known]
      .filter((path) => path.includes('/components/'))
      .flatMap((path) =>
        imports(path)
          .filter((next) => !shared.test(next))
          .map((next) => `${path} -> ${next}`),
      );
    expect(upwards).toEqual([]);
  });
});
