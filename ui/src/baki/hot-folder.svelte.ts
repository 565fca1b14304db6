// The folder pindai as the desk sees it. Files come into it by themselves, so the program is asked again and again
// while the Baki is open: always one question at a time, and the next one only after the answer.
import { toLoketError, type Backend, type LoketError } from '../backend';
import type { HotFolderView } from '../bindings';

/** Milliseconds from an answer to the next question. */
export const ASK_AFTER = 2000;

export class OpenHotFolder {
  view = $state.raw<HotFolderView | null>(null);
  /** Of asking; it goes away by itself with the next answer. */
  error = $state.raw<LoketError | null>(null);
  /** Of trying the refused files again. */
  failure = $state.raw<LoketError | null>(null);
  retrying = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** An answer to an earlier question must not replace that to a later one. */
  #turn = 0;
  #taken = 0;

  constructor(
    private readonly backend: Backend,
    /** More was taken into the Baki than was known. */
    private readonly ontaken: () => void,
  ) {}

  /** Asks from now on; the answer ends it. */
  watch(): () => void {
    void this.#ask();
    return () => {
      clearTimeout(this.#timer);
      this.#turn += 1;
    };
  }

  /** Not with a question that is on its way: its answer would not know of the trying yet. */
  async retry(): Promise<void> {
    if (this.retrying) return;
    this.retrying = true;
    this.failure = null;
    clearTimeout(this.#timer);
    const turn = (this.#turn += 1);
    try {
      const view = await this.backend.call('hot_folder_retry', null);
      if (turn === this.#turn) this.#show(view);
    } catch (thrown) {
      this.failure = toLoketError(thrown);
    } finally {
      this.retrying = false;
      if (turn === this.#turn) this.#askLater();
    }
  }

  async #ask(): Promise<void> {
    const turn = (this.#turn += 1);
    try {
      const view = await this.backend.call('hot_folder_get', null);
      if (turn === this.#turn) this.#show(view);
    } catch (thrown) {
      if (turn === this.#turn) this.error = toLoketError(thrown);
    }
    if (turn === this.#turn) this.#askLater();
  }

  /** A folder that is off is turned on in the settings, from which the Baki is opened anew. */
  #askLater(): void {
    if (this.view !== null && this.view.path === null) return;
    this.#timer = setTimeout(() => void this.#ask(), ASK_AFTER);
  }

  #show(view: HotFolderView): void {
    const grew = view.taken > this.#taken;
    this.#taken = view.taken;
    this.view = view;
    this.error = null;
    if (view.refused.length === 0) this.failure = null;
    if (grew) this.ontaken();
  }
}
