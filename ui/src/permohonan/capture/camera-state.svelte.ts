// The camera as the screen sees it: starting, live, or in trouble with a name for the trouble.
import { troubleOf, type CameraDevice, type CameraSource, type OpenCamera, type Trouble } from '../../camera';

export class CameraState {
  stream = $state.raw<MediaStream | null>(null);
  trouble = $state<Trouble | null>(null);
  starting = $state(false);
  devices = $state.raw<CameraDevice[]>([]);
  chosen = $state<string | null>(null);
  #open: OpenCamera | null = null;
  #turn = 0;
  #stopListening: (() => void) | null = null;

  constructor(private readonly source: CameraSource) {}

  async start(deviceId: string | null = this.chosen): Promise<void> {
    const turn = ++this.#turn;
    this.#release();
    this.starting = true;
    this.trouble = null;
    this.#stopListening ??= this.source.onchange(() => void this.#changed());
    try {
      const open = await this.source.open(deviceId);
      if (turn !== this.#turn) {
        open.close();
        return;
      }
      this.#open = open;
      this.stream = open.stream;
      this.chosen = open.deviceId;
      open.onended(() => this.#lost(turn));
      await this.#list();
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.trouble = troubleOf(thrown);
      // Another camera may do, and then it must be there to choose.
      await this.#list();
    } finally {
      if (turn === this.#turn) this.starting = false;
    }
  }

  stop(): void {
    this.#turn += 1;
    this.#release();
    this.#stopListening?.();
    this.#stopListening = null;
  }

  /** Pulled out while it was on. The next plugging-in starts it again. */
  #lost(turn: number): void {
    if (turn !== this.#turn) return;
    this.#release();
    this.trouble = 'unplugged';
  }

  async #changed(): Promise<void> {
    const listed = await this.#list();
    // Not every WebView ends the track when the cable goes.
    if (listed && this.stream && this.devices.length === 0) this.#lost(this.#turn);
    const gone = this.trouble === 'unplugged' || this.trouble === 'missing';
    if (gone && this.devices.length > 0 && !this.starting) {
      const known = this.devices.some((device) => device.id === this.chosen);
      await this.start(known ? this.chosen : null);
    }
  }

  /** Whether the list could be had at all. */
  async #list(): Promise<boolean> {
    try {
      this.devices = await this.source.list();
      return true;
    } catch {
      this.devices = [];
      return false;
    }
  }

  #release(): void {
    this.#open?.close();
    this.#open = null;
    this.stream = null;
  }
}
