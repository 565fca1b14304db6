// Letters go out while the desk is open: one round at a time, every minute, and silently when that fails.
import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Outbox } from '../src/bindings';
import { afterRounds, keepSending, sendLetters } from '../src/outbox';
import { FakeBackend } from './fake-backend';
import { desks } from './fictional/office';
import { startWindow } from './show';
import { wireError } from './wire-error';

const none: Outbox = { waiting: [] };
const rounds = (backend: FakeBackend) => backend.asked('outbox_send').length;
const settle = () => vi.advanceTimersByTimeAsync(0);

/** Rounds that end when the test says so. */
function slowRounds(): { backend: FakeBackend; end: () => Promise<void> } {
  const ends: (() => void)[] = [];
  const backend = new FakeBackend({ outbox_send: () => new Promise((done) => ends.push(() => done(none))) });
  const end = async () => {
    ends.splice(0).forEach((each) => each());
    await settle();
  };
  return { backend, end };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('letters', () => {
  test('go out at once and every minute, until the desk is left', async () => {
    const backend = new FakeBackend();
    const stop = keepSending(backend);
    await settle();
    expect(rounds(backend)).toBe(1);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(rounds(backend)).toBe(3);
    stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(rounds(backend)).toBe(3);
  });

  test('are not handed over twice when a round takes longer than a minute', async () => {
    const { backend, end } = slowRounds();
    const stop = keepSending(backend);
    await vi.advanceTimersByTimeAsync(180_000);
    expect(rounds(backend)).toBe(1);
    await end();
    expect(rounds(backend)).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(rounds(backend)).toBe(2);
    stop();
  });

  test('queued during a round wait for one round more, however many they are', async () => {
    const { backend, end } = slowRounds();
    void sendLetters(backend);
    void sendLetters(backend);
    void sendLetters(backend);
    await settle();
    expect(rounds(backend)).toBe(1);
    await end();
    expect(rounds(backend)).toBe(2);
    await end();
    expect(rounds(backend)).toBe(2);
  });

  test('are tried again in the next round when one failed, and nobody is told of that one', async () => {
    const backend = new FakeBackend();
    const told = vi.fn();
    afterRounds(backend, told);
    backend.refuse('outbox_send', wireError({ code: 'RoleForbidden' }));
    const stop = keepSending(backend);
    await settle();
    expect(told).not.toHaveBeenCalled();
    backend.answer('outbox_send', none);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toHaveBeenCalledExactlyOnceWith(none);
    stop();
  });

  test('are no more told of to whoever has gone', async () => {
    const backend = new FakeBackend();
    const told = vi.fn();
    afterRounds(backend, told)();
    await sendLetters(backend);
    expect(told).not.toHaveBeenCalled();
  });
});

describe('the window', () => {
  beforeEach(() => void vi.useRealTimers());

  test('sends while the desk is open, and shows nothing of a failure', async () => {
    const { backend } = startWindow({
      outbox_send: () => {
        throw wireError({ what: 'Server surel tidak terjangkau.' });
      },
    });
    await screen.findByRole('navigation', { name: 'Bagian' });
    expect(rounds(backend)).toBe(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test.each(['locked', 'none'] as const)('sends nothing while the desk is %s', async (stage) => {
    const { backend } = startWindow({ desk_state: desks[stage] });
    await screen.findByRole('main');
    expect(rounds(backend)).toBe(0);
  });
});
