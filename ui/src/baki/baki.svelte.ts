// What waits in the Baki, and what is on its way into it. Files go in one after the other; what one of them
// lacks does not cost the others.
import { toLoketError, type Backend, type LoketError } from '../backend';
import type { Baki, KirimanSource, KirimanView } from '../bindings';
import { baki as words } from '../text/baki';

/** The program opens no more; said here already, so that nobody waits for the copying. */
export const MAX_BYTES = 60_000_000;

export type Failed = { name: string; what: string; todo: string; code?: string };

/** One that could not be done, and is told in its own place. */
export type Done = { ok: true } | { ok: false; error: LoketError };

export class OpenBaki {
  baki = $state.raw<Baki | null>(null);
  error = $state.raw<LoketError | null>(null);
  chosenId = $state<string | null>(null);
  /** The file that is being opened, and how many wait behind it. */
  opening = $state.raw<{ name: string; left: number } | null>(null);
  picking = $state(false);
  failed = $state.raw<readonly Failed[]>([]);
  /** Nothing came with what was dropped or pasted. */
  nothing = $state<string | null>(null);
  readonly kiriman = $derived(this.baki?.kiriman ?? []);
  readonly chosen = $derived(
    this.kiriman.find((each) => each.id === this.chosenId) ?? this.kiriman[0] ?? null,
  );
  #queue: { file: File; source: KirimanSource }[] = [];
  #reading: Promise<void> | null = null;
  /** The list is to be read, or to be read once more. */
  #stale = false;

  constructor(private readonly backend: Backend) {}

  /** Several may ask for it at the same time: one question after the other, until no answer is out of date. */
  load(): Promise<void> {
    this.#stale = true;
    this.#reading ??= this.#read();
    return this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      const before = this.baki;
      try {
        const next = await this.backend.call('baki', null);
        // What was ended or brought in meanwhile, this answer may not know.
        if (this.baki !== before) this.#stale = true;
        else this.#replace(next);
      } catch (thrown) {
        this.error = toLoketError(thrown);
      }
    }
    this.#reading = null;
  }

  /** Whoever stands on one stays there, also where nothing but its place had chosen it. */
  #replace(next: Baki): void {
    if (this.chosen) this.chosenId = this.chosen.id;
    this.baki = next;
    this.error = null;
  }

  async bring(files: readonly File[], source: KirimanSource): Promise<void> {
    if (files.length === 0) {
      this.nothing = source === 'tempel' ? words.nothingPasted : words.nothingDropped;
      return;
    }
    this.nothing = null;
    this.#queue.push(...files.map((file) => ({ file, source })));
    if (this.opening !== null) return;
    this.failed = [];
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      this.opening = { name: next.file.name, left: this.#queue.length };
      await this.#open(next.file, next.source);
    }
    this.opening = null;
    await this.load();
  }

  /** One that came from the mailbox. Whoever works on another one meanwhile stays there. */
  async receive(added: KirimanView, choose: boolean): Promise<void> {
    if (this.baki === null) await this.load();
    const before = this.chosen;
    this.#show(added);
    if (!choose && before) this.chosenId = before.id;
  }

  /** The file picker of the system; it may give several. */
  async pick(): Promise<void> {
    if (this.picking) return;
    this.picking = true;
    this.nothing = null;
    try {
      const picked = await this.backend.call('kiriman_pick', null);
      if (picked.length === 0) return;
      this.failed = picked.flatMap(({ file_name: name, error }) => (error ? [{ name, ...error }] : []));
      for (const each of picked) if (each.kiriman) this.#show(each.kiriman);
      await this.load();
    } catch (thrown) {
      this.error = toLoketError(thrown);
    } finally {
      this.picking = false;
    }
  }

  /**
   * An act on a kiriman. One that failed may have been ended at another desk meanwhile, so the list is read
   * again before it is told.
   */
  async attempt(run: () => Promise<void>): Promise<Done> {
    try {
      await run();
      this.error = null;
      return { ok: true };
    } catch (thrown) {
      const error = toLoketError(thrown);
      await this.load();
      return { ok: false, error };
    }
  }

  async #open(file: File, source: KirimanSource): Promise<void> {
    const name = file.name;
    if (file.size > MAX_BYTES) return this.#fail({ name, ...words.tooLarge });
    // A folder comes as a file that cannot be read.
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return this.#fail({ name, ...words.unreadable });
    try {
      this.#show(await this.backend.addKiriman({ file_name: name, source }, bytes));
    } catch (thrown) {
      const { what, todo, code } = toLoketError(thrown);
      this.#fail({ name, what, todo, code });
    }
  }

  #fail(failed: Failed): void {
    this.failed = [...this.failed, failed];
  }

  /** At once, newest first, as the program lists them. */
  #show(added: KirimanView): void {
    if (this.baki) {
      // A list that was read meanwhile may hold it already.
      const others = this.baki.kiriman.filter((each) => each.id !== added.id);
      this.baki = { ...this.baki, kiriman: [added, ...others] };
    }
    this.chosenId = added.id;
  }
}
