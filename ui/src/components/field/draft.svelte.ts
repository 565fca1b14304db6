// Typing on its way to a draft: soon after the last key, and at once when the field goes away.

/** Keystrokes closer together than this share one draft. */
const DRAFT_AFTER = 120;

export type Keep = (value: string) => void | Promise<void>;

let waiting = $state(0);

/** Whether somewhere on the screen the last keys have not been sent yet. */
export function draftsWait(): boolean {
  return waiting > 0;
}

export class LateDraft {
  #text: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly keep: Keep) {}

  type(text: string): void {
    if (this.#text === null) waiting += 1;
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keepNow(), DRAFT_AFTER);
  }

  /** Sends what waits, if anything does. */
  keepNow(): void {
    const text = this.#text;
    // Kept before it is forgotten: in between the screen would call unsent keys saved.
    if (text !== null) void this.keep(text);
    this.forget();
  }

  /** An act carries the same words, so no draft of them is needed. */
  forget(): void {
    clearTimeout(this.#timer);
    if (this.#text !== null) waiting -= 1;
    this.#text = null;
  }
}
