// The words of the window, read as the office reads them.
import { describe, expect, test } from 'vitest';
import * as text from '../src/text/id';
import { moment } from './recorded';

const MOST_WORDS = 15;

/** What the functions are asked with; each answer that is a whole sentence is a piece of text. */
const SAMPLES = [0, 1, 2, 'Contoh', ['satu', 'dua'], null];
/** A sample of the wrong kind shows in the words made of it. */
const MISFIT = /\b(null|undefined|NaN|object)\b/;

const argumentsFor = (count: number): unknown[][] =>
  count === 0 ? [[]] : argumentsFor(count - 1).flatMap((few) => SAMPLES.map((sample) => [...few, sample]));

function answers(make: (...given: unknown[]) => unknown): string[] {
  const made = argumentsFor(make.length).map((given) => {
    try {
      return make(...given);
    } catch {
      // This one takes another kind of thing.
      return null;
    }
  });
  return [...new Set(made)].filter((each): each is string => typeof each === 'string' && !MISFIT.test(each));
}

/** Functions for which no sample fits, so that nothing below has read them. */
const mute: string[] = [];

/** Every piece of text with its place. */
function* pieces(thing: unknown, place: string): Generator<[string, string]> {
  if (typeof thing === 'string') yield [place, thing];
  else if (typeof thing === 'function') {
    const made = answers(thing as () => unknown);
    if (made.length === 0) mute.push(place);
    for (const each of made) yield [place, each];
  } else if (typeof thing === 'object' && thing !== null) {
    for (const [key, value] of Object.entries(thing)) yield* pieces(value, `${place}.${key}`);
  }
}

const all = [...pieces(text, 'text')];
const sentences = (piece: string) => piece.split(/(?<=[.?:;])\s+/);

describe('every text of the window', () => {
  test('is found by this test', () => expect(all.length).toBeGreaterThan(300));

  test('that is made by a function is read with arguments that fit', () => expect(mute).toEqual([]));

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

test('the guide tells the steps of the SOP as the program counts them', () => {
  const told = text.guide.steps.map(({ label, minutes, who }) => [label, minutes, who]);
  const parties = { pelaku_usaha: 'Pelaku usaha', verifikator: 'Verifikator' };
  const counted = moment('selesai').steps.map((step) => [
    step.label,
    step.standard_minutes,
    parties[step.party],
  ]);
  expect(told).toEqual(counted);
});
