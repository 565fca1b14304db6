// A sealed picture on the screen: bytes from the program, an address for <img>, given back when done.
import type { PageRequest, PictureRequest, TangkapanRequest } from '../../bindings';
import { toLoketError, type Backend, type LoketError } from '../../backend';

/** A picture of a case, a picture of its call, or a page that waits in the Baki. */
export type Shown = PictureRequest | PageRequest | TangkapanRequest;

export class ShownPicture {
  url = $state<string | null>(null);
  failure = $state.raw<LoketError | null>(null);
  loading = $state(false);
  #turn = 0;

  constructor(private readonly backend: Backend) {}

  /** Shows another picture. An answer that comes after a newer question is dropped. */
  async show(request: Shown): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    this.failure = null;
    try {
      const bytes = await this.#bytes(request);
      if (turn !== this.#turn) return;
      this.#replace(URL.createObjectURL(new Blob([bytes])));
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#replace(null);
      this.failure = toLoketError(thrown);
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }

  /** Nothing of the picture stays in the window. */
  close(): void {
    this.#turn += 1;
    this.#replace(null);
    this.failure = null;
    this.loading = false;
  }

  #bytes(request: Shown): Promise<ArrayBuffer> {
    if ('kiriman' in request) return this.backend.call('kiriman_page', request);
    if ('tangkapan' in request) return this.backend.call('tangkapan_bytes', request);
    return this.backend.call('picture_bytes', request);
  }

  #replace(url: string | null): void {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = url;
  }
}
