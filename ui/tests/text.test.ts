// The words of the window, read as the office reads them.
import { describe, expect, test } from 'vitest';
import * as text from '../src/text/id';

const MOST_WORDS = 15;

/** Every piece of text with its place; functions are asked with something that reads like an answer. */
function* pieces(thing: unknown, place: string): Generator<[string, string]> {
  if (typeof thing === 'string') yield [place, thing];
  else if (typeof thing === 'function') {
    // Numbers fit most functions; those that take a list or a name are asked once more with words.
    for (const sample of [2, ['satu', 'dua'], 'Contoh']) {
      try {
        const made: unknown = thing(sample, sample === 2 ? 3 : ['satu', 'dua'], sample);
        if (typeof made === 'string') yield [place, made];
        return;
      } catch {
        // This one takes another kind of thing.
      }
    }
  } else if (typeof thing === 'object' && thing !== null) {
    for (const [key, value] of Object.entries(thing)) yield* pieces(value, `${place}.${key}`);
  }
}

const all = [...pieces(text, 'text')];
const sentences = (piece: string) => piece.split(/(?<=[.?:;])\s+/);

describe('every text of the window', () => {
  test('is found by this test', () => expect(all.length).toBeGreaterThan(300));

  test('has no exclamation mark', () => expect(all.filter(([, piece]) => piece.includes('!'))).toEqual([]));

  test(`has at most ${MOST_WORDS} words in a sentence`, () => {
    const long = all.filter(([, piece]) =>
      sentences(piece).some((sentence) => sentence.split(/\s+/).length > MOST_WORDS),
    );
    expect(long).toEqual([]);
  });

  test('writes times with a point and no English', () => {
    const foreign =
      /\b(file|folder is|click|save|cancel|ok|password|login|email|online|offline|upload|scan)\b/i;
    expect(all.filter(([, piece]) => foreign.test(piece) || /\d:\d\d/.test(piece))).toEqual([]);
  });

  test('speaks to the officer as Anda', () => {
    expect(all.filter(([, piece]) => /\b(kamu|kau|anda)\b/.test(piece))).toEqual([]);
  });
});
