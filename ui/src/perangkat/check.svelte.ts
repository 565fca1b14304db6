// The check of every device: all are asked at once, and each answer is shown as soon as it is there. One page
// never asks a device twice at the same time, so no answer can replace a newer one; after the page was left none counts.
import { type Backend, type LoketError, toLoketError } from '../backend';
import type { DeviceFinding, Part } from '../bindings';
import type { CameraSource } from '../camera';
import { tryCamera } from './camera-check';

export const PARTS: readonly Part[] = ['pemindai', 'kamera', 'printer', 'diska', 'jam', 'portal'];

/** What is known of one device. A failure stays readable while the device is asked once more. */
export type Row = { asking: boolean; finding: DeviceFinding | null; error: LoketError | null };

const unknown: Row = { asking: true, finding: null, error: null };
const allUnknown = () => Object.fromEntries(PARTS.map((part) => [part, unknown])) as Record<Part, Row>;

export class DeviceCheck {
  rows = $state.raw<Readonly<Record<Part, Row>>>(allUnknown());
  saving = $state(false);
  /** Of saving the report. */
  failure = $state.raw<LoketError | null>(null);
  readonly done = $derived(PARTS.every((part) => !this.rows[part].asking));
  readonly notReady = $derived(PARTS.filter((part) => this.rows[part].finding?.standing !== 'baik').length);
  #left = false;

  constructor(
    private readonly backend: Backend,
    private readonly camera: CameraSource,
  ) {}

  start(): void {
    this.rows = allUnknown();
    this.failure = null;
    for (const part of PARTS) void this.#ask(part);
  }

  again(): void {
    if (this.done) this.start();
  }

  /** Asks one device alone, whose question failed. */
  retry(part: Part): void {
    const row = this.rows[part];
    if (row.asking) return;
    this.#show(part, { ...row, asking: true });
    void this.#ask(part);
  }

  /** Saves the report; true when it was saved, and not when the dialog was left or the page meanwhile. */
  async save(): Promise<boolean> {
    if (!this.done || this.saving) return false;
    this.saving = true;
    this.failure = null;
    try {
      const { saved } = await this.backend.call('device_report_save', null);
      return saved && !this.#left;
    } catch (thrown) {
      this.failure = toLoketError(thrown);
      return false;
    } finally {
      this.saving = false;
    }
  }

  leave(): void {
    this.#left = true;
  }

  async #ask(part: Part): Promise<void> {
    try {
      const camera = part === 'kamera' ? await tryCamera(this.camera) : null;
      if (this.#left) return;
      const finding = await this.backend.call('device_check', { part, camera });
      this.#show(part, { asking: false, finding, error: null });
    } catch (thrown) {
      this.#show(part, { asking: false, finding: null, error: toLoketError(thrown) });
    }
  }

  #show(part: Part, row: Row): void {
    if (!this.#left) this.rows = { ...this.rows, [part]: row };
  }
}
