// One page of the scanner, as long as somebody looks at it: the program holds it in memory, and the window its
// picture. It is kept outside of the state: while a screen is taken down, Svelte shows the state from before, and
// what was given up already would be given up once more.
import type { ScannedPage } from '../../bindings';
import type { Backend } from '../../backend';

export class HeldPage {
  #inProgram: string | null = null;
  #address: string | null = null;

  constructor(private readonly backend: Backend) {}

  take(page: ScannedPage): void {
    this.#inProgram = page.id;
  }

  /** Where the window finds its picture. */
  show(bytes: ArrayBuffer): string {
    this.#address = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    return this.#address;
  }

  /** The picture stays in the window, and the program has no need of it any more. */
  async leaveProgram(): Promise<void> {
    const page = this.#inProgram;
    this.#inProgram = null;
    if (page !== null) await this.forget(page);
  }

  /** Neither the window nor the program has it any more. */
  drop(): void {
    void this.leaveProgram();
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = null;
  }

  /** Nothing on the screen hangs on whether it was there; the program gives it up at the latest when it ends. */
  async forget(page: string): Promise<void> {
    await this.backend.call('scan_forget', { page }).catch(() => undefined);
  }
}
