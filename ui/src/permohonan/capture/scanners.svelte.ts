// The scanners of this desk: looked for, one of them chosen, and asked what it can do. What is done with it stands
// in scan.svelte.ts.
import type { ScannerAbility, ScannerDevice, ScanOrder, ScanTrouble } from '../../bindings';
import { toLoketError, type Backend } from '../../backend';

export type Phase =
  'listing' | 'none' | 'asking' | 'ready' | 'scanning' | 'ending' | 'opening' | 'page' | 'baki' | 'trouble';

/** What a list of scanners answers to an address: all of them, and the one that stands there. */
type Found = { devices: readonly ScannerDevice[]; device: ScannerDevice | null };

/** The last one by its own id, else by its model; an id may have become known since. */
function usedLast(devices: readonly ScannerDevice[], last: string | null): ScannerDevice | null {
  const own = devices.find((each) => each.id !== null && each.id === last);
  return own ?? devices.find((each) => each.model === last) ?? null;
}

export abstract class Scanners {
  phase = $state<Phase>('listing');
  devices = $state.raw<readonly ScannerDevice[]>([]);
  device = $state.raw<ScannerDevice | null>(null);
  ability = $state.raw<ScannerAbility | null>(null);
  order = $state.raw<ScanOrder | null>(null);
  trouble = $state.raw<ScanTrouble | null>(null);
  /** The device shows another certificate than the one that was remembered. */
  changed = $state(false);
  /** Whether the network was asked too, which happens only when somebody presses for it. */
  network = $state(false);
  /** Every question has its number; an answer to an older one is dropped. */
  protected turn = 0;
  protected again: (() => Promise<void>) | null = null;

  constructor(protected readonly backend: Backend) {}

  /** Nothing can be begun yet, and what was asked for is on its way. */
  get finding(): boolean {
    return ['listing', 'asking', 'ending'].includes(this.phase);
  }

  /** Looks for scanners. The one used last on this computer is taken, else the first. */
  async search(network = this.network): Promise<void> {
    if (this.phase === 'scanning') return;
    this.network = network;
    const turn = this.begun('listing');
    this.device = null;
    this.ability = null;
    try {
      const { devices, last } = await this.backend.call('scanner_list', { network, address: null });
      if (turn !== this.turn) return;
      this.devices = devices;
      const found = usedLast(devices, last) ?? devices[0];
      if (found) await this.choose(found.address);
      else this.phase = 'none';
    } catch (thrown) {
      this.fail(turn, thrown, () => this.search());
    }
  }

  /** What stands at this address of the network, beside all the others. A failure is thrown. */
  async at(address: string): Promise<Found> {
    const { network } = this;
    const { devices, found } = await this.backend.call('scanner_list', { network, address });
    return { devices, device: devices.find((each) => each.address === found) ?? null };
  }

  async take(devices: readonly ScannerDevice[], device: ScannerDevice): Promise<void> {
    if (this.phase === 'scanning') return;
    this.devices = devices;
    await this.choose(device.address);
  }

  /** The changed certificate is the device's own from now on; what was ordered stays. */
  async knowAgain(): Promise<void> {
    if (this.device && this.changed) await this.choose(this.device.address, true);
  }

  async choose(address: string, renew = false): Promise<void> {
    const device = this.devices.find((each) => each.address === address);
    if (!device || this.phase === 'scanning') return;
    const ordered = renew && this.ability ? this.order : null;
    const turn = this.begun('asking');
    this.device = device;
    this.ability = null;
    try {
      const ability = await this.backend.call('scanner_ability', { ...device, renew });
      if (turn !== this.turn) return;
      this.ability = ability;
      this.order = ordered ?? ability.order;
      await this.readyAgain(turn);
    } catch (thrown) {
      this.fail(turn, thrown, () => this.choose(address));
    }
  }

  async retry(): Promise<void> {
    await this.again?.();
  }

  /** Once nothing of an older scan is at work or held any more. */
  protected async readyAgain(turn: number): Promise<void> {
    await this.settled();
    if (turn === this.turn) this.phase = 'ready';
  }

  /** A new question; what the last one left on the screen goes. */
  protected begun(phase: Phase): number {
    this.turn += 1;
    this.letGo();
    this.trouble = null;
    this.changed = false;
    this.phase = phase;
    return this.turn;
  }

  protected fail(turn: number, thrown: unknown, again: () => Promise<void>): void {
    if (turn !== this.turn) return;
    const { what, todo, code } = toLoketError(thrown);
    this.changed = code === 'ScannerChanged';
    this.trouble = { what, todo };
    this.again = again;
    this.phase = 'trouble';
  }

  /** A scan that was left has ended. */
  protected abstract settled(): Promise<void>;

  /** What is held of a scan is given up. */
  protected abstract letGo(): void;
}
