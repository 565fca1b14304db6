// A panel that the program keeps whole: what is on the screen, sent on every answer, kept when that fails.
import { toLoketError, type LoketError } from '../backend';

export class Part<T extends object> {
  value = $state() as T;
  failure = $state.raw<LoketError | null>(null);

  constructor(
    start: T,
    private readonly send: (value: T) => Promise<void>,
  ) {
    this.value = { ...start };
  }

  /** Changes some of it and sends all of it. Throws so that a field can keep its text and say why. */
  async set(change: Partial<T>): Promise<void> {
    this.value = { ...this.value, ...change };
    try {
      await this.send($state.snapshot(this.value) as T);
      this.failure = null;
    } catch (thrown) {
      this.failure = toLoketError(thrown);
      throw thrown;
    }
  }

  /** For a choice: the failure is shown by the panel. */
  choose(change: Partial<T>): void {
    this.set(change).catch(() => undefined);
  }
}
