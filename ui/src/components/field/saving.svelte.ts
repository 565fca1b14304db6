// Typing that is never lost: a draft soon after each key, one act when the person is done with the field.
import { toLoketError, type LoketError } from '../../backend';
import { LateDraft, type Keep } from './draft.svelte';

/** A rest this long means that the value stands. */
const ACT_AFTER = 1000;

export type Commit = (value: string) => Promise<void>;

/** Every field on the screen, so that an act can wait until all of them are saved. */
const alive = new Set<SavingText>();

/** Saves what is still being typed. Null when all of it is saved, else the first failure. */
export async function finishTyping(): Promise<LoketError | null> {
  const fields = [...alive];
  await Promise.all(fields.map((field) => field.finish()));
  return fields.find((field) => field.dirty && field.failure)?.failure ?? null;
}

export class SavingText {
  text = $state('');
  failure = $state.raw<LoketError | null>(null);
  focused = false;
  #stored: string;
  #sent: string | null = null;
  readonly #draft: LateDraft;
  #actTimer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<boolean> | null = null;

  constructor(
    stored: string,
    draft: string | null,
    private readonly keep: Keep,
    private readonly commit: Commit,
  ) {
    this.#stored = stored;
    this.#draft = new LateDraft(keep);
    this.text = draft ?? stored;
    alive.add(this);
  }

  /**
   * What the program holds has changed. The text follows only if nobody is typing here and nothing
   * else was typed: a value tidied up under the cursor would swallow the next word.
   */
  follow(stored: string): void {
    if (this.focused || stored === this.#stored) return;
    if (!this.dirty || this.text === this.#sent) this.text = stored;
    this.#stored = stored;
  }

  get dirty(): boolean {
    return this.text !== this.#stored;
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#actTimer);
    this.#draft.type(text);
    this.#actTimer = setTimeout(() => void this.finish(), ACT_AFTER);
  }

  /** Sends the value as one act. True when the program holds what is on the screen. */
  async finish(): Promise<boolean> {
    clearTimeout(this.#actTimer);
    if (this.#sending) await this.#sending;
    if (!this.dirty) return this.failure === null;
    this.#draft.forget();
    this.#sending = this.#send(this.text);
    const done = await this.#sending;
    this.#sending = null;
    return done;
  }

  /** Leaving the screen: what was typed becomes a draft at once, whatever the act says. */
  leave(): void {
    alive.delete(this);
    this.#draft.forget();
    clearTimeout(this.#actTimer);
    if (this.dirty) void this.keep(this.text);
  }

  async #send(value: string): Promise<boolean> {
    this.#sent = value;
    try {
      await this.commit(value);
      if (this.dirty) this.#stored = value;
      this.failure = null;
      return true;
    } catch (thrown) {
      this.failure = toLoketError(thrown);
      return false;
    } finally {
      this.#sent = null;
    }
  }
}
