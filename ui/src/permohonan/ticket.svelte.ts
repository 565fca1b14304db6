// The ticket of a guest who waits: printed by itself where this computer has a printer for tickets, and on the button.
import { toLoketError, type Backend, type LoketError } from '../backend';
import type { PrintView } from '../bindings';
import { FollowedPrints, isUnderway } from '../printing.svelte';

export class Ticket {
  sending = $state(false);
  failure = $state.raw<LoketError | null>(null);
  /** One was sent from here; until it is told of, it is on its way. */
  #sent = $state(false);
  #prints = $state.raw<FollowedPrints | null>(null);
  /** An answer that comes after the screen was left belongs to nobody. */
  #turn = 0;

  constructor(
    private readonly backend: Backend,
    private readonly permohonan: string,
  ) {}

  /** The newest one, as the program last told it. */
  get print(): PrintView | undefined {
    return this.#prints?.of({ permohonan: this.permohonan, paper: null });
  }

  get state(): PrintView['state'] | null {
    return this.print?.state ?? (this.#sent ? 'dikirim' : null);
  }

  get underway(): boolean {
    return this.state !== null && isUnderway(this.state);
  }

  /** What is known of it may be old. */
  get unasked(): boolean {
    return this.underway && (this.#prints?.error ?? null) !== null;
  }

  /** Whoever comes back finds how the one before stands. */
  look(): void {
    if (this.#prints === null) this.#follow();
  }

  /** Unasked, nothing is printed where no printer was chosen for tickets. */
  async send(unasked: boolean): Promise<void> {
    if (this.sending || this.underway) return;
    this.stop();
    const turn = this.#turn;
    this.sending = true;
    this.failure = null;
    try {
      const { sent } = await this.backend.call('ticket_print', { id: this.permohonan, unasked });
      if (!sent || turn !== this.#turn) return;
      this.#sent = true;
      this.#follow();
    } catch (thrown) {
      if (turn === this.#turn) this.failure = toLoketError(thrown);
    } finally {
      this.sending = false;
    }
  }

  stop(): void {
    this.#turn += 1;
    this.#prints?.stop();
    this.#prints = null;
    this.#sent = false;
  }

  #follow(): void {
    this.#prints = new FollowedPrints(this.backend, () => this.underway);
    void this.#prints.ask();
  }
}
