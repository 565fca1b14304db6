import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftsWait, LateDraft } from '../../src/components/field/draft.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('from the first key on the screen does not call the typing saved', () => {
  const waitsWhileKept: boolean[] = [];
  const draft = new LateDraft(() => void waitsWhileKept.push(draftsWait()));
  expect(draftsWait()).toBe(false);
  draft.type('0');
  draft.type('09');
  expect(draftsWait()).toBe(true);
  vi.advanceTimersByTime(1000);
  // Still waiting at the moment of sending: in between nothing may look saved.
  expect(waitsWhileKept).toEqual([true]);
  expect(draftsWait()).toBe(false);
});

test('quick keys share one draft, which holds the last of them', () => {
  const kept: string[] = [];
  const draft = new LateDraft((text) => void kept.push(text));
  for (const text of ['a', 'ab', 'abc']) draft.type(text);
  vi.advanceTimersByTime(1000);
  expect(kept).toEqual(['abc']);
});

test('leaving keeps at once, and only what was not kept yet', () => {
  const kept: string[] = [];
  const draft = new LateDraft((text) => void kept.push(text));
  draft.keepNow();
  draft.type('abc');
  draft.keepNow();
  draft.keepNow();
  vi.advanceTimersByTime(1000);
  expect(kept).toEqual(['abc']);
});

test('what an act carried is not kept again', () => {
  const kept: string[] = [];
  const draft = new LateDraft((text) => void kept.push(text));
  draft.type('abc');
  draft.forget();
  vi.advanceTimersByTime(1000);
  expect(kept).toEqual([]);
  expect(draftsWait()).toBe(false);
});
