// The list "Cetak nanti" while it is printed. A row that was sent stays until it is on paper, and one that failed
// stays with its reason. What is on its way already, from here or from a permohonan, is never sent once more.
import { toLoketError, type Backend, type LoketError } from '../backend';
import type { Printer, PrintLater, PrintState } from '../bindings';
import { FollowedPrints, isUnderway, printerFor } from '../printing.svelte';

export type LaterRow = {
  key: string;
  paper: PrintLater;
  /** Nothing while it only waits on the list. */
  state: PrintState | null;
  /** Why it waits or failed, and what to do. */
  reason: string | null;
};

const keyOf = (paper: PrintLater) => `${paper.permohonan}/${paper.paper}`;
const inWords = (what: string | null, todo: string | null) => [what, todo].filter(Boolean).join(' ') || null;

export class PrintingLater {
  readonly prints: FollowedPrints;
  busy = $state(false);
  /** Followed until they ended, also where the list no longer names them. */
  #sent = $state.raw<readonly PrintLater[]>([]);
  /** Printed; each hides its row in the list that was read before it was printed. */
  #printed = $state.raw<ReadonlyMap<string, readonly PrintLater[]>>(new Map());
  /** The printer did not take them. */
  #refused = $state.raw<ReadonlyMap<string, LoketError>>(new Map());
  #stopped = false;

  constructor(
    private readonly backend: Backend,
    private readonly list: () => readonly PrintLater[],
    private readonly reload: () => Promise<void>,
  ) {
    const isWanted = () => this.#sent.some((paper) => isUnderway(this.#stateOf(paper) ?? 'gagal'));
    this.prints = new FollowedPrints(backend, isWanted, () => void this.#answered());
  }

  get rows(): LaterRow[] {
    const list = this.list();
    const known = new Set(list.map(keyOf));
    return [...list, ...this.#sent.filter((paper) => !known.has(keyOf(paper)))]
      .filter((paper) => this.#printed.get(keyOf(paper)) !== list)
      .map((paper) => {
        const refused = this.#refused.get(keyOf(paper));
        const state = refused ? 'gagal' : this.#stateOf(paper);
        const print = refused ?? (state === null ? undefined : this.prints.of(paper));
        return { key: keyOf(paper), paper, state, reason: inWords(print?.what ?? null, print?.todo ?? null) };
      });
  }

  /** Those that this officer may print and that are not on their way. */
  get printable(): LaterRow[] {
    return this.rows.filter(({ paper, state }) => paper.may_print && (state === null || !isUnderway(state)));
  }

  /** What is followed is asked about by itself. */
  look(): void {
    if (this.#sent.length === 0 && !this.busy) void this.prints.ask();
  }

  /** One after the other, each with the printer of its kind. */
  async printAll(printers: readonly Printer[]): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.#refused = new Map();
    // One may be on its way from elsewhere since the list was read.
    await this.prints.ask();
    for (const { key, paper } of this.printable) {
      if (this.#stopped) break;
      await this.#print(key, paper, printerFor(printers, paper.kind));
    }
    if (this.#refused.size > 0 && !this.#stopped) await this.reload();
    this.busy = false;
  }

  /** What was not sent yet when the home is left stays on the list. */
  stop(): void {
    this.#stopped = true;
    this.prints.stop();
  }

  async #print(key: string, paper: PrintLater, printer: string): Promise<void> {
    const { permohonan: id, copies } = paper;
    try {
      await this.backend.call('paper_print', { id, paper: paper.paper, printer, copies });
      this.#sent = [...this.#sent.filter((each) => keyOf(each) !== key), paper];
      this.prints.sent({ permohonan: id, paper: paper.paper });
    } catch (thrown) {
      this.#refused = new Map([...this.#refused, [key, toLoketError(thrown)]]);
    }
  }

  /** A paper that was printed before and put on the list again only waits. */
  #stateOf(paper: PrintLater): PrintState | null {
    const { permohonan, paper: id } = paper;
    const print = this.prints.of({ permohonan, paper: id });
    if (this.#sent.some((each) => keyOf(each) === keyOf(paper))) return print?.state ?? 'dikirim';
    return print && print.state !== 'tercetak' ? print.state : null;
  }

  /** Follows what was found on its way, and lets go of what ended. */
  async #answered(): Promise<void> {
    const followed = new Set(this.#sent.map(keyOf));
    const found = this.list().filter((paper) => {
      const state = this.#stateOf(paper);
      return !followed.has(keyOf(paper)) && state !== null && isUnderway(state);
    });
    if (found.length > 0) this.#sent = [...this.#sent, ...found];
    const ended = this.#sent.filter((paper) => !isUnderway(this.#stateOf(paper) ?? 'dikirim'));
    if (ended.length === 0) return;
    const list = this.list();
    const printed = ended.filter((paper) => this.#stateOf(paper) === 'tercetak');
    this.#printed = new Map([...this.#printed, ...printed.map((paper) => [keyOf(paper), list] as const)]);
    const failed = ended.filter((paper) => !printed.includes(paper));
    this.#sent = this.#sent.filter((paper) => !printed.includes(paper));
    await this.reload();
    // One that failed is on the list again by now, where its reason stays.
    this.#sent = this.#sent.filter((paper) => !failed.includes(paper));
  }
}
