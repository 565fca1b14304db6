// Letters that wait go out while the desk is open. One round at a time: two at once would hand the same letter to
// the server twice. A round that fails is told nowhere, because the next one comes by itself; what became of a
// letter stands at its case.
import type { Backend } from './backend';
import type { Outbox } from './bindings';

const EVERY_MS = 60_000;

type Rounds = { running: boolean; again: boolean; listeners: Set<(outbox: Outbox) => void> };
const known = new WeakMap<Backend, Rounds>();

function roundsOf(backend: Backend): Rounds {
  const rounds = known.get(backend) ?? { running: false, again: false, listeners: new Set() };
  known.set(backend, rounds);
  return rounds;
}

/** Sends what is due. Asked for during a round, another one follows: that one did not know the newest letter. */
export async function sendLetters(backend: Backend): Promise<void> {
  const rounds = roundsOf(backend);
  rounds.again = true;
  if (rounds.running) return;
  rounds.running = true;
  while (rounds.again) {
    rounds.again = false;
    const outbox = await backend.call('outbox_send', null).catch(() => null);
    if (outbox) for (const listener of rounds.listeners) listener(outbox);
  }
  rounds.running = false;
}

/** Tells after each round what still waits. Returns the function that stops it. */
export function afterRounds(backend: Backend, listener: (outbox: Outbox) => void): () => void {
  const { listeners } = roundsOf(backend);
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A round at once and then every minute. Returns the function that stops it. */
export function keepSending(backend: Backend): () => void {
  const round = () => {
    if (!roundsOf(backend).running) void sendLetters(backend);
  };
  round();
  const timer = setInterval(round, EVERY_MS);
  return () => clearInterval(timer);
}
