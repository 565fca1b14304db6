// The taking of pictures as it goes: which document, from where, what is on its way to the program, and what
// is being straightened. A picture lives in the window only until the program has sealed it.
import type { DocumentKind, PictureSource, PictureView, Sighting } from '../../bindings';
import { capture as words, trouble } from '../../text/capture';
import { scanner } from '../../text/scan';
import type { OpenCase } from '../case.svelte';
import type { SourceName } from './CaptureHeader.svelte';
import { clipboardImage, refusal, shownByWebview } from '../incoming';
import { Cuts } from './cuts.svelte';
import { Scan } from './scan.svelte';

type Pending = { blob: Blob; source: PictureSource; url: string; turns: number };
type Review = { picture: PictureView; local: string | null; turns: number };
type Crop = { corners: PictureView['corners'] & object; quarter_turns: number };

export class Capture {
  source = $state<SourceName>('kamera');
  /** A picture that is on its way to the program, or failed to get there. */
  pending = $state.raw<Pending | null>(null);
  review = $state.raw<Review | null>(null);
  sighting = $state<Sighting | null>(null);
  /** Enter was pressed: what is missing is said from now on. */
  asked = $state(false);
  message = $state<string | null>(null);
  saving = $state(false);
  /** Between the scanner and its page: what was cut out of it so far. */
  readonly cuts: Cuts;
  readonly scan: Scan;
  #kind = $state() as DocumentKind;
  /** The screen was left; what is still answered acts on nothing any more. */
  #ended = false;

  constructor(
    private readonly open: OpenCase,
    first: DocumentKind,
    private readonly close: () => void,
    onstack?: (kiriman: string) => void,
  ) {
    this.#kind = first;
    this.cuts = new Cuts(open);
    this.scan = new Scan(
      open.backend,
      (page) => this.cuts.start(page, this.#kind),
      ({ kiriman }) => onstack?.(kiriman),
    );
  }

  get kind(): DocumentKind {
    return this.#kind;
  }

  /** The documents of the case to go through; the one that was asked for is always among them. */
  readonly wanted = $derived.by(() =>
    (this.open.view?.documents ?? []).filter((each) => each.required || each.kind === this.#kind),
  );

  /** The document that is looked at: of a page with several cuts, that of the chosen one. */
  readonly shown = $derived.by(() => (this.scan.url ? this.cuts.chosen?.document : null) ?? this.#kind);

  readonly place = $derived(this.wanted.findIndex((each) => each.kind === this.shown));

  readonly #own = $derived(this.wanted.findIndex((each) => each.kind === this.#kind));

  /**
   * The next one that has neither a picture nor an IKD, and is not cut out of the page either; at last the one that
   * the screen was opened for, whose cut may have been given to another.
   */
  readonly following = $derived(
    [...this.wanted.slice(this.#own + 1), ...this.wanted.slice(0, this.#own + 1)].find(
      (each) => each.pictures.length === 0 && each.sighting !== 'ikd' && !this.cuts.covers(each.kind),
    )?.kind ?? null,
  );

  /** The scanner is at work, or its page waits to be cut: no other picture takes its place. */
  get scanning(): boolean {
    return ['scanning', 'opening', 'page'].includes(this.scan.phase);
  }

  /** A page with cuts is not thrown away by a single key. */
  get #cutting(): boolean {
    return this.scan.phase === 'page' && this.cuts.chosen !== null;
  }

  choose(next: SourceName): void {
    if (this.pending || this.cuts.saving) return;
    // The scanner at work is not begun anew by its own key, nor looked for twice.
    const busy = this.scanning || this.scan.finding;
    if (next === 'pemindai' && next === this.source && busy) return;
    if (this.#cutting) {
      this.message = scanner.pageWaits;
      return;
    }
    this.again();
    this.source = next;
    if (next === 'pemindai') void this.scan.search();
    if (next === 'berkas') void this.pick();
    if (next === 'tempel') void this.paste();
  }

  async pick(): Promise<void> {
    if ((await this.open.pickPicture(this.#kind)) && !this.#ended) this.#show(null, 0);
  }

  async paste(): Promise<void> {
    const image = await clipboardImage();
    if (image) await this.offer(image, 'tempel');
    else this.message = words.pasteEmpty;
  }

  /** Of several files only the first is the picture of this document; the others are not passed over in silence. */
  async drop(files: readonly Blob[]): Promise<void> {
    const [first, ...others] = files;
    if (first)
      await this.offer(first, 'seret', 0, others.length > 0 ? words.othersLeft(others.length) : null);
  }

  /** `told` stays on the screen with the picture. */
  async offer(blob: Blob, from: PictureSource, turns = 0, told: string | null = null): Promise<void> {
    if (this.pending || this.#ended) return;
    if (this.scanning) {
      this.message = this.#cutting ? scanner.pageWaits : scanner.atWork;
      return;
    }
    const reason = refusal(blob);
    if (reason) {
      this.message = both(trouble[reason], told);
      return;
    }
    this.message = told;
    this.forget();
    this.pending = { blob, source: from, url: URL.createObjectURL(blob), turns };
    await this.save();
  }

  async save(): Promise<void> {
    if (!this.pending || this.saving) return;
    const { blob, url, turns, source } = this.pending;
    this.saving = true;
    const bytes = await blob.arrayBuffer().catch(() => null);
    const meta = { id: this.open.id, document: this.#kind, source };
    const saved = bytes !== null && (await this.open.addPicture(meta, bytes));
    this.saving = false;
    if (bytes === null) {
      this.message = both(trouble.unreadable, this.message);
      this.forget();
    }
    if (!saved || !this.pending) return;
    this.pending = null;
    const local = shownByWebview(blob) ? url : null;
    if (local === null) URL.revokeObjectURL(url);
    this.#show(local, turns);
  }

  /** To the corners and the question. The answer starts empty, also when one was given before. */
  #show(local: string | null, turns: number): void {
    const picture = this.open.view?.documents
      .find((each) => each.kind === this.#kind)
      ?.pictures.find((each) => each.current);
    if (!picture) return;
    this.sighting = null;
    this.asked = false;
    this.review = { picture, local, turns };
  }

  /** Back to aiming. */
  again(): void {
    this.message = null;
    this.forget();
    this.review = null;
    this.cuts.clear();
    this.scan.reset();
  }

  /** The screen is left. */
  end(): void {
    this.#ended = true;
    this.forget();
    this.cuts.clear();
    this.scan.close();
  }

  /** Nothing of a picture stays in the window. */
  forget(): void {
    if (this.review?.local) URL.revokeObjectURL(this.review.local);
    if (this.pending) URL.revokeObjectURL(this.pending.url);
    this.pending = null;
  }

  async answer(sighting: Sighting): Promise<void> {
    this.sighting = sighting;
    await this.#sight(sighting);
  }

  /** IKD: the telephone was shown, so there is no card to take a picture of. */
  async withoutPicture(): Promise<void> {
    if (await this.#sight('ikd')) this.leave();
  }

  async proceed(crop: Crop | null): Promise<void> {
    this.asked = true;
    if (!this.review || !crop || this.sighting === null) return;
    const { id: picture } = this.review.picture;
    if (await this.open.act('picture_crop', { id: this.open.id, picture, ...crop })) this.leave();
  }

  /** Seals every cut of the page with its answer, and goes on when none is left. */
  async keepCuts(): Promise<void> {
    if (await this.cuts.save()) this.leave();
  }

  /** On to the next document without a picture, or out. */
  leave(): void {
    if (this.#ended) return;
    const next = this.following;
    this.again();
    if (next) this.go(next);
    else this.close();
  }

  /** A page that waits may hold this document too, so it is not given up for it. */
  go(to: DocumentKind): void {
    if (this.cuts.chosen) return this.cuts.add(to);
    this.again();
    this.#kind = to;
    if (this.source !== 'pemindai') this.source = 'kamera';
    this.message = null;
  }

  #sight(sighting: Sighting): Promise<boolean> {
    return this.open.act('document_sighting_set', { id: this.open.id, document: this.#kind, sighting });
  }
}

const both = (first: string, second: string | null): string => (second ? `${first} ${second}` : first);
