// The ticket of a guest who waits: printed by itself where this computer has a printer for tickets, and on the button.
import { toLoketError, type Backend, type LoketError } from '../backend';
import { FollowedPrints, isUnderway } from '../printing.svelte';

export class Ticket {
  sending = $state(false);
  failure = $state.raw<LoketError | null>(null);
  /** Follows the one that was sent from here. */
  #prints = $state.raw<FollowedPrints | null>(null);

  constructor(
    private readonly backend: Backend,
    private readonly permohonan: string,
  ) {}

  /** The one that was sent from here, as the program last told it. */
  readonly print = $derived.by(() => this.#prints?.of({ permohonan: this.permohonan, paper: null }));
  /** Until it is told of, it is on its way. */
  readonly state = $derived.by(() => (this.#prints ? (this.print?.state ?? 'dikirim') : null));
  readonly underway = $derived(this.state !== null && isUnderway(this.state));
  /** What is known of it may be old. */
  readonly unasked = $derived.by(() => this.underway && (this.#prints?.error ?? null) !== null);

  /** Unasked, nothing is printed where no printer was chosen for tickets. */
  async send(unasked: boolean): Promise<void> {
    if (this.sending || this.underway) return;
    this.sending = true;
    this.failure = null;
    try {
      const { sent } = await this.backend.call('ticket_print', { id: this.permohonan, unasked });
      if (!sent) return;
      this.#prints?.stop();
      this.#prints = new FollowedPrints(this.backend, () => this.underway);
      void this.#prints.ask();
    } catch (thrown) {
      this.failure = toLoketError(thrown);
    } finally {
      this.sending = false;
    }
  }

  stop(): void {
    this.#prints?.stop();
    this.#prints = null;
  }
}
