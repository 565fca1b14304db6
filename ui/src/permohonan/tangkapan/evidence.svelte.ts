// The pictures of one call, or of a filled SIKAP, while its case is open: where they are taken from, which one is being marked, what
// went wrong. A picture that was pasted and could not be sealed is kept until it is, or is thrown away.
import { toLoketError, type Backend, type LoketError } from '../../backend';
import type {
  PermohonanView,
  ScreenPart,
  ScreenTarget,
  ScreenWindow,
  TangkapanSource,
  TangkapanView,
} from '../../bindings';
import { isTextField } from '../../keyboard/keys';
import { capture as captureWords, trouble } from '../../text/capture';
import type { OpenCase } from '../case.svelte';
import { clipboardImage, pastedImage, refusal } from '../incoming';

/** What F6 takes at once. */
export type Aim = { target: ScreenTarget; name: string; part: ScreenPart | null };
/** What a screen showed a moment ago, to choose a part of it. */
export type Look = { target: ScreenTarget; name: string; bytes: ArrayBuffer };
export type Marks = Pick<TangkapanView, 'shows' | 'code_visible' | 'readable'>;

/** With these the chosen window or part will not come back by trying again. */
const GONE = ['NotFound', 'InvalidInput'];

export class Evidence {
  aim = $state.raw<Aim | null>(null);
  choosing = $state(false);
  look = $state.raw<Look | null>(null);
  /** The one that is shown large. */
  large = $state.raw<TangkapanView | null>(null);
  busy = $state<TangkapanSource | null>(null);
  failure = $state.raw<LoketError | null>(null);
  /** The failure is of a window or a part that is gone: another one must be chosen. */
  lost = $state(false);
  message = $state<string | null>(null);
  /** A pasted picture that is not sealed yet. */
  unsaved = $state.raw<ArrayBuffer | null>(null);
  #selectedId = $state<string | null>(null);
  /** Marks on their way, so that a second one does not undo the first. */
  #sending = $state.raw<{ id: string; marks: Marks; turn: number } | null>(null);
  #turn = 0;

  constructor(
    private readonly open: OpenCase,
    /** A new picture was sealed. */
    private readonly onnew: () => void,
    /** Which pictures of the case these are. */
    private readonly kept: (view: PermohonanView) => readonly TangkapanView[] = (view) => view.tangkapan,
  ) {}

  get caseId(): string {
    return this.open.id;
  }

  get all(): readonly TangkapanView[] {
    return this.open.view ? this.kept(this.open.view) : [];
  }

  /** The one being marked: the chosen, else the newest. */
  get selected(): TangkapanView | null {
    return this.all.find((each) => each.id === this.#selectedId) ?? this.all.at(-1) ?? null;
  }

  select(id: string): void {
    this.#selectedId = id;
  }

  marksOf(tangkapan: TangkapanView): Marks {
    if (this.#sending?.id === tangkapan.id) return this.#sending.marks;
    const { shows, code_visible, readable } = tangkapan;
    return { shows, code_visible, readable };
  }

  /** F6: the window of last time, else the question which one. */
  capture(): void {
    if (this.busy !== null) return;
    if (this.aim) void this.#take(this.aim);
    else this.choose();
  }

  choose(): void {
    if (this.busy !== null) return;
    this.#forgetTrouble();
    this.choosing = true;
  }

  async chosen({ target, title, program }: ScreenWindow): Promise<void> {
    this.choosing = false;
    const name = title || program;
    if (target.kind === 'window') return this.#take({ target, name, part: null });
    if (this.busy !== null) return;
    this.busy = 'layar';
    this.#forgetTrouble();
    try {
      this.look = { target, name, bytes: await this.open.backend.call('screen_look', { target }) };
    } catch (thrown) {
      this.#fail(thrown, 'layar');
    } finally {
      this.busy = null;
    }
  }

  async partChosen(part: ScreenPart): Promise<void> {
    if (!this.look) return;
    const { target, name } = this.look;
    this.look = null;
    await this.#take({ target, name, part });
  }

  async photo(): Promise<void> {
    await this.#add('foto_hp', (backend) => backend.call('tangkapan_pick', { id: this.open.id }));
  }

  /** Ctrl+V, heard only while the focus is within: elsewhere, and in a field for text, it means something else. */
  pasted(event: ClipboardEvent, within: HTMLElement | null): void {
    if (!within?.contains(document.activeElement) || isTextField(event.target)) return;
    event.preventDefault();
    void this.paste(pastedImage(event.clipboardData));
  }

  async pasteFromClipboard(): Promise<void> {
    await this.paste(await clipboardImage());
  }

  async paste(image: Blob | null): Promise<void> {
    if (this.busy !== null) return;
    this.#forgetTrouble();
    // The one that waits would be lost.
    if (this.unsaved) return this.saveAgain();
    const refused = image && refusal(image);
    const bytes = image && !refused ? await image.arrayBuffer().catch(() => null) : null;
    if (!image) this.message = captureWords.pasteEmpty;
    else if (refused) this.message = trouble[refused];
    else if (!bytes) this.message = trouble.unreadable;
    if (!bytes) return;
    this.unsaved = bytes;
    await this.saveAgain();
  }

  async saveAgain(): Promise<void> {
    const bytes = this.unsaved;
    if (!bytes) return;
    const meta = { id: this.open.id, source: 'tempel' as const };
    if (await this.#add('tempel', (backend) => backend.addTangkapan(meta, bytes))) this.unsaved = null;
  }

  throwAway(): void {
    this.unsaved = null;
    this.#forgetTrouble();
  }

  /** All marks of a picture go together. One that is refused is seen as it was. */
  async mark(tangkapan: TangkapanView, change: Partial<Marks>): Promise<void> {
    const marks = { ...this.marksOf(tangkapan), ...change };
    const turn = ++this.#turn;
    this.#sending = { id: tangkapan.id, marks, turn };
    this.#forgetTrouble();
    try {
      const request = { id: this.open.id, tangkapan: tangkapan.id, ...marks };
      await this.open.evidence((backend) => backend.call('tangkapan_mark', request));
    } catch (thrown) {
      this.#fail(thrown, null);
    } finally {
      if (this.#sending.turn === turn) this.#sending = null;
    }
  }

  async #take(aim: Aim): Promise<void> {
    const { target, part } = aim;
    this.aim = aim;
    await this.#add('layar', (backend) =>
      backend.call('tangkapan_screen', { id: this.open.id, target, part }),
    );
  }

  /** One more picture; it is the one to be marked next. */
  async #add(
    source: TangkapanSource,
    send: (backend: Backend) => Promise<PermohonanView | null>,
  ): Promise<boolean> {
    if (this.busy !== null) return false;
    this.busy = source;
    this.#forgetTrouble();
    const before = new Set(this.all.map((each) => each.id));
    try {
      if (!(await this.open.evidence(send))) return false;
      const added = this.all.find((each) => !before.has(each.id));
      if (added) this.#selectedId = added.id;
      return true;
    } catch (thrown) {
      this.#fail(thrown, source);
      return false;
    } finally {
      this.busy = null;
      if (this.all.some((each) => !before.has(each.id))) this.onnew();
    }
  }

  #fail(thrown: unknown, source: TangkapanSource | null): void {
    this.failure = toLoketError(thrown);
    this.lost = source === 'layar' && GONE.includes(this.failure.code);
    if (this.lost) this.aim = null;
  }

  #forgetTrouble(): void {
    this.failure = null;
    this.lost = false;
    this.message = null;
  }
}
