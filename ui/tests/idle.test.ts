import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchIdle } from '../src/idle';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const MINUTE = 60_000;

describe('an untouched desk', () => {
  test('locks after the minutes of the office', () => {
    const onidle = vi.fn();
    const stop = watchIdle(5, onidle);
    vi.advanceTimersByTime(5 * MINUTE - 1);
    expect(onidle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onidle).toHaveBeenCalledOnce();
    stop();
  });

  test('starts counting again at every key and every movement', () => {
    const onidle = vi.fn();
    const stop = watchIdle(5, onidle);
    for (const sign of ['keydown', 'pointermove', 'wheel', 'pointerdown']) {
      vi.advanceTimersByTime(4 * MINUTE);
      window.dispatchEvent(new Event(sign));
    }
    expect(onidle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5 * MINUTE);
    expect(onidle).toHaveBeenCalledOnce();
    stop();
  });

  test('locks at the first touch after the computer slept past the limit', () => {
    const onidle = vi.fn();
    const stop = watchIdle(5, onidle);
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    window.dispatchEvent(new Event('pointermove'));
    expect(onidle).toHaveBeenCalledOnce();
    stop();
  });

  test('is not watched any more once one has left', () => {
    const onidle = vi.fn();
    watchIdle(5, onidle)();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(onidle).not.toHaveBeenCalled();
  });
});
