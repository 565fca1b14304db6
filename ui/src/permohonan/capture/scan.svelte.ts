// The scanner as the screen sees it: looked for, asked what it can do, ready, at work, or in trouble. What it
// read is kept by the program; the window holds one page to look at, until that is cut up or given up.
import type {
  ScanDone,
  ScannedPage,
  ScannerAbility,
  ScannerDevice,
  ScanOrder,
  ScanPart,
  ScanProgress,
  ScanTrouble,
  ScreenPart,
} from '../../bindings';
import { toLoketError, type Backend } from '../../backend';
import { wholePart } from '../../components/part/part';
import { onGlass } from './glass';

export type Phase =
  'listing' | 'none' | 'asking' | 'ready' | 'scanning' | 'opening' | 'page' | 'baki' | 'trouble';

/** How often it is asked how far the scanner has come. */
export const POLL_MS = 200;

/** The whole glass for a look, or what is kept; of all of it, or of a part. */
type How = { part: ScanPart | null; look: boolean };

export class Scan {
  phase = $state<Phase>('listing');
  devices = $state.raw<readonly ScannerDevice[]>([]);
  device = $state.raw<ScannerDevice | null>(null);
  ability = $state.raw<ScannerAbility | null>(null);
  order = $state.raw<ScanOrder | null>(null);
  progress = $state.raw<ScanProgress | null>(null);
  trouble = $state.raw<ScanTrouble | null>(null);
  /** What the feeder brought; the pages wait in the Baki. */
  baki = $state.raw<ScanDone['baki']>(null);
  url = $state<string | null>(null);
  /** A quick look at the whole glass, and what of it is to be scanned. */
  preview = $state.raw<ScannedPage | null>(null);
  part = $state.raw<ScreenPart | null>(null);
  looking = $state(false);
  /** Whether the network was asked too, which happens only when somebody presses for it. */
  network = $state(false);
  /** The last scan was stopped by the officer. */
  stopped = $state(false);
  stopping = $state(false);
  // What is held is also kept outside of the state: while a screen is taken down, Svelte shows the state from
  // before, and what was given up already would be given up once more.
  #running = false;
  #inProgram = false;
  #address: string | null = null;
  /** Every question has its number; an answer to an older one is dropped. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: (() => Promise<void>) | null = null;

  constructor(
    private readonly backend: Backend,
    private readonly onpage: (page: ScannedPage) => void,
  ) {}

  /** Looks for scanners. The one used last on this computer is taken, else the first. */
  async search(network = this.network): Promise<void> {
    if (this.phase === 'scanning') return;
    this.network = network;
    const turn = this.#begin('listing');
    this.device = null;
    this.ability = null;
    try {
      const { devices, last } = await this.backend.call('scanner_list', { network });
      if (turn !== this.#turn) return;
      this.devices = devices;
      const found = devices.find((each) => each.model === last) ?? devices[0];
      if (found) await this.choose(found.address);
      else this.phase = 'none';
    } catch (thrown) {
      this.#fail(turn, thrown, () => this.search());
    }
  }

  async choose(address: string): Promise<void> {
    const device = this.devices.find((each) => each.address === address);
    if (!device || this.phase === 'scanning') return;
    const turn = this.#begin('asking');
    this.device = device;
    this.ability = null;
    try {
      const ability = await this.backend.call('scanner_ability', device);
      if (turn !== this.#turn) return;
      this.ability = ability;
      this.order = ability.order;
      this.phase = 'ready';
    } catch (thrown) {
      this.#fail(turn, thrown, () => this.choose(address));
    }
  }

  set(change: Partial<ScanOrder>): void {
    if (this.order) this.order = { ...this.order, ...change };
    // A part of the glass says nothing of the paper in the feeder.
    if (this.preview && this.order?.source !== 'kaca') this.#begin('ready');
  }

  /** Which part is to be scanned, as it is kept or as it is told. */
  readonly glass = $derived(
    this.preview && this.part ? onGlass(this.part, this.preview, this.ability?.bed_mm ?? []) : null,
  );

  whole(): void {
    if (this.preview) this.part = wholePart(this.preview);
  }

  /** One scan at a time: a second press while the scanner is at work begins nothing. */
  begin(): Promise<void> {
    return this.#run({ part: this.glass, look: false });
  }

  /** A quick look at the whole glass; only there is anything to choose a part of. */
  async look(): Promise<void> {
    if (this.order?.source === 'kaca') await this.#run({ part: null, look: true });
  }

  async #run(how: How): Promise<void> {
    const { device, order } = this;
    if (!device || !order || !this.ability || !['ready', 'trouble'].includes(this.phase)) return;
    const turn = this.#begin('scanning');
    this.#running = true;
    this.looking = how.look;
    this.#watch(turn);
    try {
      const { address, model } = device;
      const done = await this.backend.call('scan_begin', { address, model, order, ...how });
      if (turn !== this.#turn) {
        // Somebody left meanwhile, so what came after all is not kept.
        this.#tell('scan_forget');
        return;
      }
      this.#quiet(turn);
      await this.#done(turn, done, how);
    } catch (thrown) {
      this.#quiet(turn);
      this.#fail(turn, thrown, () => this.#run(how));
    }
  }

  /** The scan ends by its own answer, also when it is stopped. */
  async stop(): Promise<void> {
    if (this.phase !== 'scanning' || this.stopping) return;
    const turn = this.#turn;
    this.stopping = true;
    try {
      await this.backend.call('scan_stop', null);
    } catch {
      // It goes on, and may be stopped again.
      if (turn === this.#turn) this.stopping = false;
    }
  }

  async retry(): Promise<void> {
    await this.#retry?.();
  }

  /** Ready for the next one. Nothing of a scan stays, neither here nor in the program. */
  reset(): void {
    // What still comes of it is forgotten when it comes.
    if (this.#running) this.#tell('scan_stop');
    if (this.ability) this.#begin('ready');
  }

  /** The screen is left. */
  close(): void {
    this.network = false;
    if (this.#running) this.#tell('scan_stop');
    this.#begin('listing');
  }

  async #done(turn: number, done: ScanDone, how: How): Promise<void> {
    this.baki = done.baki;
    this.stopped = done.stopped;
    if (done.page && (done.trouble || done.stopped)) this.#tell('scan_forget');
    if (done.trouble) {
      this.trouble = done.trouble;
      this.#retry = () => this.#run(how);
      this.phase = 'trouble';
    } else if (done.page && !done.stopped) await this.#open(turn, done.page, how);
    else this.phase = done.baki ? 'baki' : 'ready';
  }

  async #open(turn: number, page: ScannedPage, how: How): Promise<void> {
    this.#inProgram = true;
    this.phase = 'opening';
    try {
      const bytes = await this.backend.call('scan_page', { page: page.id });
      if (turn !== this.#turn) return;
      this.url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
      this.#address = this.url;
      if (how.look) this.#looked(page);
      else {
        this.phase = 'page';
        this.onpage(page);
      }
    } catch (thrown) {
      // The page is still there, so it is asked for again and not scanned again.
      this.#fail(turn, thrown, () => {
        this.trouble = null;
        return this.#open(this.#turn, page, how);
      });
    }
  }

  /** The look stays in the window only: nothing is cut out of it. */
  #looked(page: ScannedPage): void {
    this.#inProgram = false;
    this.#tell('scan_forget');
    this.preview = page;
    this.part = wholePart(page);
    this.phase = 'ready';
  }

  /** A new question; what the last one left on the screen goes. */
  #begin(phase: Phase): number {
    this.#quiet();
    this.#turn += 1;
    if (this.#inProgram) this.#tell('scan_forget');
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#inProgram = false;
    this.#address = null;
    this.url = null;
    this.preview = null;
    this.part = null;
    this.looking = false;
    this.progress = null;
    this.trouble = null;
    this.baki = null;
    this.stopped = false;
    this.stopping = false;
    this.phase = phase;
    return this.#turn;
  }

  #fail(turn: number, thrown: unknown, retry: () => Promise<void>): void {
    if (turn !== this.#turn) return;
    const { what, todo } = toLoketError(thrown);
    this.trouble = { what, todo };
    this.#retry = retry;
    this.phase = 'trouble';
  }

  #watch(turn: number): void {
    this.#timer = setTimeout(async () => {
      const told = await this.backend.call('scan_progress', null).catch(() => null);
      if (turn !== this.#turn || this.phase !== 'scanning') return;
      if (told) this.progress = told;
      this.#watch(turn);
    }, POLL_MS);
  }

  /** The scanner is at rest, or what it does is nobody's concern any more. */
  #quiet(turn = this.#turn): void {
    if (turn !== this.#turn) return;
    this.#running = false;
    clearTimeout(this.#timer);
  }

  /** Nobody waits for the answer, and nothing on the screen hangs on it. */
  #tell(name: 'scan_stop' | 'scan_forget'): void {
    this.backend.call(name, null).catch(() => undefined);
  }
}
