// The printers of this computer, looked for again while the home is open, so that one that comes back shows. Always
// one look at a time: a system that is slow to answer is not asked twice.
import type { Backend } from '../backend';
import type { Printer } from '../bindings';

/** Milliseconds from an answer to the next look. */
export const LOOK_AFTER = 15_000;

export class PrinterWatch {
  /** Null before the first answer. */
  all = $state.raw<readonly Printer[] | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking = false;
  #stopped = false;

  constructor(private readonly backend: Backend) {}

  /** Looks from now on; the answer ends it. */
  watch(): () => void {
    void this.look();
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
    };
  }

  async look(): Promise<void> {
    if (this.#looking || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#looking = true;
    // What cannot be asked cannot print either.
    this.all = await this.backend.call('printers', null).catch(() => []);
    this.#looking = false;
    // The home may have been left meanwhile.
    if (!this.#stopped) this.#timer = setTimeout(() => void this.look(), LOOK_AFTER);
  }
}
