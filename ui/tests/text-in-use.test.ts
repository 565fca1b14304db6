// No word of the window is kept that nobody reads.
import { describe, expect, test } from 'vitest';
import { unreadEntries } from './text-in-use';

const sources = import.meta.glob<string>(
  ['../src/**/*.svelte', '../src/**/*.ts', '!../src/text/*', '!../src/bindings.ts'],
  { query: '?raw', import: 'default', eager: true },
);
const modules = import.meta.glob<Record<string, unknown>>(['../src/text/*.ts', '!../src/text/id.ts'], {
  eager: true,
});
const groups = Object.fromEntries(
  Object.entries(modules).map(([path, group]) => [path.replace(/.*\/(\w+)\.ts$/, '$1'), { ...group }]),
);

test('every text of the window is read by some file of it', () => {
  expect(unreadEntries(sources, groups)).toEqual([]);
});

describe('a text is', () => {
  const letter = {
    letter: { letter: { open: 'Buka', kinds: { a: 'Satu', b: 'Dua' }, part: { title: 'Judul' } } },
  };
  const unread = (script: string, markup = '') =>
    unreadEntries({ 'A.svelte': `<script lang="ts">\n${script}\n</script>\n${markup}` }, letter).map(
      (entry) => entry.replace('letter.letter.', ''),
    );
  const load = "import { letter as words } from '../text/letter';";

  test.each([
    ['not read when it is only imported', load, '', ['open', 'kinds.a', 'kinds.b', 'part.title']],
    ['read by its name', load, '{words.open}', ['kinds.a', 'kinds.b', 'part.title']],
    [
      'read through text/id',
      "import { letter } from './text/id';",
      '{letter.open}',
      ['kinds.a', 'kinds.b', 'part.title'],
    ],
    [
      'read when it is taken out of its group',
      `${load} const { open, part } = words;`,
      '{open}{part.title}',
      ['kinds.a', 'kinds.b'],
    ],
    [
      'not read when it is only taken out',
      `${load} const { part } = words;`,
      '',
      ['open', 'kinds.a', 'kinds.b', 'part.title'],
    ],
    ['read when a variable chooses it', load, '{words.kinds[kind]}', ['open', 'part.title']],
    [
      'not read in a type',
      `${load} type Kind = keyof typeof words.kinds;`,
      '',
      ['open', 'kinds.a', 'kinds.b', 'part.title'],
    ],
    [
      'not read by a parameter of the same name',
      `${load} const say = (words: string) => words;`,
      '',
      ['open', 'kinds.a', 'kinds.b', 'part.title'],
    ],
  ])('%s', (_, script, markup, left) => expect(unread(script, markup)).toEqual(left));
});
