// A scan as the screen sees it: begun, at work, over or in trouble. What it read is kept by the program; the window
// holds one page to look at, until that is cut up or given up.
import type {
  BeginScan,
  ScanDone,
  ScannedPage,
  ScannedStack,
  ScanOrder,
  ScanPart,
  ScanProgress,
  ScreenPart,
} from '../../bindings';
import { toLoketError, type Backend } from '../../backend';
import { wholePart } from '../../components/part/part';
import { onGlass } from './glass';
import { HeldPage } from './held-page';
import { Scanners } from './scanners.svelte';

/** How often it is asked how far the scanner has come. */
export const POLL_MS = 200;

/** The whole glass for a look, or what is kept; of all of it, or of a part. */
type How = { part: ScanPart | null; look: boolean };

/** Said by the scanner, and not of the stack into which it was to put its pages. */
const ofScanner = (code: string) => code === 'ScannerFailed' || code === 'ScannerChanged';

export class Scan extends Scanners {
  progress = $state.raw<ScanProgress | null>(null);
  /** What the feeder brought; the pages wait in the Baki. */
  baki = $state.raw<ScannedStack | null>(null);
  /** The feeder failed in the middle of this one: what it scans next goes on in it. */
  unfinished = $state.raw<ScannedStack | null>(null);
  url = $state<string | null>(null);
  /** A quick look at the whole glass, and what of it is to be scanned. */
  preview = $state.raw<ScannedPage | null>(null);
  part = $state.raw<ScreenPart | null>(null);
  looking = $state(false);
  /** The last scan was stopped by the officer. */
  stopped = $state(false);
  stopping = $state(false);
  // These are kept outside of the state, as what is held: while a screen is taken down, Svelte shows the state from
  // before, and a scan would be stopped once more.
  #running = false;
  /** The program has not answered yet, also when nobody waits for it any more. */
  #atWork = false;
  #answered: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #held: HeldPage;

  constructor(
    backend: Backend,
    private readonly onpage: (page: ScannedPage) => void,
    /** The feeder brought pages, also when nobody waits for them any more. */
    private readonly onstack: (stack: ScannedStack) => void = () => undefined,
  ) {
    super(backend);
    this.#held = new HeldPage(backend);
  }

  set(change: Partial<ScanOrder>): void {
    if (this.order) this.order = { ...this.order, ...change };
    // A part of the glass says nothing of the paper in the feeder.
    if (this.preview && this.order?.source !== 'kaca') this.begun('ready');
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
    const turn = this.begun('scanning');
    this.#running = true;
    this.looking = how.look;
    this.#watch(turn);
    const kiriman = order.source === 'kaca' ? null : (this.unfinished?.kiriman ?? null);
    const answer = this.#ask(turn, { ...device, order, ...how, kiriman });
    this.#answered = answer.catch(() => undefined);
    try {
      const done = await answer;
      if (turn !== this.turn) return;
      this.#quiet();
      await this.#done(turn, done, how);
    } catch (thrown) {
      if (turn === this.turn) {
        this.#quiet();
        // The stack itself is refused, because somebody took it meanwhile: the next order begins a new one.
        if (kiriman && !ofScanner(toLoketError(thrown).code)) this.unfinished = null;
      }
      this.fail(turn, thrown, () => this.#run(how));
    }
  }

  async #ask(turn: number, request: BeginScan): Promise<ScanDone> {
    this.#atWork = true;
    try {
      const done = await this.backend.call('scan_begin', request);
      if (done.baki) this.onstack(done.baki);
      // Whoever left meanwhile, or stopped it, has no use for a page that came after all.
      const unwanted = turn !== this.turn || done.stopped || done.trouble !== null;
      if (done.page && unwanted) await this.#held.forget(done.page.id);
      return done;
    } finally {
      this.#atWork = false;
    }
  }

  /** The scan ends by its own answer, also when it is stopped. */
  async stop(): Promise<void> {
    if (this.phase !== 'scanning' || this.stopping) return;
    const { turn } = this;
    this.stopping = true;
    try {
      await this.backend.call('scan_stop', null);
    } catch {
      // It goes on, and may be stopped again.
      if (turn === this.turn) this.stopping = false;
    }
  }

  /** Ready for the next one. Nothing of a scan stays, neither here nor in the program. */
  reset(): void {
    this.unfinished = null;
    this.#stopRunning();
    if (!this.ability) return;
    const turn = this.begun(this.#atWork ? 'ending' : 'ready');
    if (this.#atWork) void this.readyAgain(turn);
  }

  /** To the settings, with the order as it stands; a stack that is not finished goes on all the same. */
  adjust(): void {
    const { unfinished } = this;
    this.reset();
    this.unfinished = unfinished;
  }

  /** The screen is left. */
  close(): void {
    this.network = false;
    this.unfinished = null;
    this.#stopRunning();
    this.begun('listing');
  }

  #stopRunning(): void {
    // Nobody waits for the answer: the scan ends by its own.
    if (this.#running) this.backend.call('scan_stop', null).catch(() => undefined);
  }

  async #done(turn: number, done: ScanDone, how: How): Promise<void> {
    this.stopped = done.stopped;
    // Of a stack that went on, the pages from before count too, also when no more came.
    this.baki = done.baki ?? (this.order?.source === 'kaca' ? null : this.unfinished);
    if (this.baki) this.unfinished = done.trouble ? this.baki : null;
    if (done.trouble) {
      this.trouble = done.trouble;
      this.again = () => this.#run(how);
      this.phase = 'trouble';
    } else if (done.page && !done.stopped) await this.#open(turn, done.page, how);
    else this.phase = this.baki ? 'baki' : 'ready';
  }

  async #open(turn: number, page: ScannedPage, how: How): Promise<void> {
    this.#held.take(page);
    this.phase = 'opening';
    try {
      const bytes = await this.backend.call('scan_page', { page: page.id });
      if (turn !== this.turn) return;
      this.url = this.#held.show(bytes);
      if (how.look) await this.#looked(turn, page);
      else {
        this.phase = 'page';
        this.onpage(page);
      }
    } catch (thrown) {
      // The page is still there, so it is asked for again and not scanned again.
      this.fail(turn, thrown, () => {
        this.trouble = null;
        return this.#open(this.turn, page, how);
      });
    }
  }

  /** The look stays in the window only: nothing is cut out of it. */
  async #looked(turn: number, page: ScannedPage): Promise<void> {
    await this.#held.leaveProgram();
    if (turn !== this.turn) return;
    this.preview = page;
    this.part = wholePart(page);
    this.phase = 'ready';
  }

  #watch(turn: number): void {
    this.#timer = setTimeout(async () => {
      const told = await this.backend.call('scan_progress', null).catch(() => null);
      if (turn !== this.turn || this.phase !== 'scanning') return;
      if (told) this.progress = told;
      this.#watch(turn);
    }, POLL_MS);
  }

  /** The scanner is at rest, or what it does is nobody's concern any more. */
  #quiet(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  protected async settled(): Promise<void> {
    await this.#answered;
  }

  protected letGo(): void {
    this.#quiet();
    this.#held.drop();
    this.url = null;
    this.preview = null;
    this.part = null;
    this.looking = false;
    this.progress = null;
    this.baki = null;
    this.stopped = false;
    this.stopping = false;
  }
}
