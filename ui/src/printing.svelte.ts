// What was handed to a printer, followed until it is on paper. The program follows every print by itself; here it
// is only asked what it knows: the next question comes after the answer, and an
// answer that something newer was asked after is not shown.
import { toLoketError, type Backend, type LoketError } from './backend';
import type { PaperKind, Printer, PrintState, PrintView } from './bindings';

/** Milliseconds from an answer to the next question. */
export const ASK_AFTER = 1000;

/** What a print is of: a paper of a permohonan, its ticket without a paper, or with neither a test page of a printer. */
export type Printed = Pick<PrintView, 'permohonan' | 'paper'> & { printer?: string };

const ENDED: readonly PrintState[] = ['tercetak', 'gagal'];

export const isUnderway = (state: PrintState) => !ENDED.includes(state);

/** The printer of this computer for a kind of paper, or else its usual one; empty without any. */
export function printerFor(printers: readonly Printer[], kind: PaperKind | undefined): string {
  const chosen = printers.find((each) => kind !== undefined && each.kinds.includes(kind));
  return (chosen ?? printers.find((each) => each.default) ?? printers[0])?.name ?? '';
}

const isOf = (print: PrintView, what: Printed) =>
  print.permohonan === what.permohonan &&
  print.paper === what.paper &&
  (what.printer === undefined || print.printer === what.printer);

export class FollowedPrints {
  /** Newest first, as the program last told them. */
  all = $state.raw<readonly PrintView[]>([]);
  /** Of asking; it goes away by itself with the next answer. */
  error = $state.raw<LoketError | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** An answer to an earlier question knows nothing of what was sent since. */
  #turn = 0;
  #stopped = false;

  constructor(
    private readonly backend: Backend,
    /** Whether something is still worth asking about. */
    private readonly isWanted: () => boolean,
    private readonly onanswer: () => void = () => undefined,
  ) {}

  /** The newest print of it that the program knows. */
  of(what: Printed): PrintView | undefined {
    return this.all.find((each) => isOf(each, what));
  }

  /** It was sent just now: what was known of an earlier print of it does not tell of this one. */
  sent(what: Printed): void {
    this.all = this.all.filter((each) => !isOf(each, what));
    void this.ask();
  }

  /** Asks now, and again for as long as something is wanted. */
  async ask(): Promise<void> {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    const turn = (this.#turn += 1);
    try {
      const prints = await this.backend.call('prints', null);
      if (turn === this.#turn) this.#show(prints);
    } catch (thrown) {
      if (turn === this.#turn) this.error = toLoketError(thrown);
    }
    if (turn === this.#turn) this.#askLater();
  }

  /** Takes it out of the spool, so that it waits on the list "Cetak nanti". A failure is thrown. */
  async cancel(permohonan: string, paper: string): Promise<void> {
    const prints = await this.backend.call('print_cancel', { id: permohonan, paper });
    clearTimeout(this.#timer);
    this.#turn += 1;
    if (this.#stopped) return;
    this.#show(prints);
    this.#askLater();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#turn += 1;
  }

  #show(prints: readonly PrintView[]): void {
    this.all = prints;
    this.error = null;
    this.onanswer();
  }

  #askLater(): void {
    // Whoever read the answer may have closed what asked.
    if (!this.#stopped && this.isWanted()) this.#timer = setTimeout(() => void this.ask(), ASK_AFTER);
  }
}
