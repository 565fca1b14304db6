// Several documents on one page from the glass: where each lies, how it is turned, and whether it is the
// original. Corners are kept in the page before it was turned, so that every cut can be seen beside the others.
import type { Corner, DocumentKind, ScannedPage, Sighting } from '../../bindings';
import {
  afterTurning,
  beforeTurning,
  proposedCorners,
  turnedSize,
  wholePicture,
  type Size,
} from '../../components/crop/corners';
import type { OpenCase } from '../case.svelte';
import { isPage } from '../document-kinds';

export type Cut = {
  document: DocumentKind;
  corners: Corner[];
  turns: number;
  sighting: Sighting | null;
  /** Its picture is sealed, and only its answer is not. */
  kept: boolean;
};

/** An ID-1 card, and the room that is left around it on the glass, in millimetres. */
const CARD = { width: 85.6, height: 54 };
const MARGIN = 10;
const MM_PER_INCH = 25.4;

/** A card of true size in the given place of the column at the left edge; null where the page ends before. */
export function cardFrame(page: ScannedPage, place: number): Corner[] | null {
  const px = (mm: number) => Math.round((mm / MM_PER_INCH) * page.dpi);
  const left = px(MARGIN);
  const top = px(MARGIN + place * (CARD.height + MARGIN));
  const right = left + px(CARD.width);
  const bottom = top + px(CARD.height);
  if (right > page.width || bottom > page.height) return null;
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

const same = (one: readonly Corner[], other: readonly Corner[]) =>
  one.every((corner, at) => corner.x === other[at]?.x && corner.y === other[at]?.y);

/** From the leftmost to the rightmost and from the uppermost to the lowest. */
function reach(corners: readonly Corner[]): { left: number; right: number; top: number; bottom: number } {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function overlap(one: readonly Corner[], other: readonly Corner[]): boolean {
  const [a, b] = [reach(one), reach(other)];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Where a document most likely lies, before anybody looked: in the first place that no other cut reaches into. */
export function firstCorners(kind: DocumentKind, page: ScannedPage, others: readonly Cut[]): Corner[] {
  if (isPage(kind)) return wholePicture(page);
  for (let place = 0; ; place += 1) {
    const frame = cardFrame(page, place);
    if (!frame) return proposedCorners(page);
    if (!others.some((each) => overlap(each.corners, frame))) return frame;
  }
}

export class Cuts {
  list = $state.raw<readonly Cut[]>([]);
  at = $state(0);
  /** Somebody wanted to go on: what is missing is said from now on. */
  asked = $state(false);
  saving = $state(false);
  readonly chosen = $derived(this.list[this.at] ?? null);
  /** The first document whose question is still open. */
  readonly unanswered = $derived(this.list.find((each) => each.sighting === null)?.document ?? null);
  #page = $state.raw<ScannedPage | null>(null);
  readonly size: Size = $derived({ width: this.#page?.width ?? 0, height: this.#page?.height ?? 0 });

  constructor(private readonly open: OpenCase) {}

  start(page: ScannedPage, kind: DocumentKind): void {
    this.clear();
    this.#page = page;
    this.add(kind);
  }

  clear(): void {
    this.list = [];
    this.at = 0;
    this.asked = false;
    this.#page = null;
  }

  covers(kind: DocumentKind): boolean {
    return this.list.some((each) => each.document === kind);
  }

  /** One more cut for this document, or the one that it has already. */
  add(kind: DocumentKind): void {
    if (!this.#page || this.saving) return;
    const known = this.list.findIndex((each) => each.document === kind);
    if (known < 0) {
      const corners = firstCorners(kind, this.#page, this.list);
      this.list = [...this.list, { document: kind, corners, turns: 0, sighting: null, kept: false }];
    }
    this.at = known < 0 ? this.list.length - 1 : known;
  }

  choose(at: number): void {
    if (this.list[at] && !this.saving) this.at = at;
  }

  next(): void {
    this.choose((this.at + 1) % this.list.length);
  }

  /** The last one stays: a page without a cut is given up by scanning again. */
  drop(): void {
    if (this.list.length < 2 || this.saving) return;
    this.#without(this.at);
  }

  turn(): void {
    if (this.chosen) this.#change({ turns: (this.chosen.turns + 1) % 4 });
  }

  answer(sighting: Sighting): void {
    if (!this.saving) this.#set(this.at, { sighting });
  }

  /** The answer was given for the other document, so it is asked for again. */
  rename(document: DocumentKind): void {
    if (!this.covers(document)) this.#change({ document, sighting: null });
  }

  /** The corners of a cut as they are seen now: the page is turned as the chosen cut is. */
  seen(cut: Cut): Corner[] {
    return afterTurning(cut.corners, this.chosen?.turns ?? 0, this.size);
  }

  /** Corners as they were drawn in the page as it is seen. */
  move(seen: Corner[]): void {
    if (this.chosen) this.#change({ corners: beforeTurning(seen, this.chosen.turns, this.size) });
  }

  /** A card that was not cut out of the page: it is no part of the Fotokopi. */
  readonly wholeCard = $derived.by(() => {
    const { chosen } = this;
    if (!chosen || isPage(chosen.document)) return false;
    return same(this.seen(chosen), wholePicture(turnedSize(this.size, chosen.turns)));
  });

  whole(): void {
    if (this.chosen) this.move(wholePicture(turnedSize(this.size, this.chosen.turns)));
  }

  /**
   * Each cut in its order: the picture first, then the answer. A failure stops here, and what remains is tried
   * with the next press. True when nothing remains; a page that was given up or exchanged meanwhile is not this
   * one's end.
   */
  async save(): Promise<boolean> {
    this.asked = true;
    const page = this.#page;
    if (!page || this.saving) return false;
    const open = this.list.findIndex((each) => each.sighting === null);
    if (open >= 0) {
      // The one that is looked at goes first, when it is among those without an answer.
      if (this.chosen?.sighting !== null) this.at = open;
      return false;
    }
    this.saving = true;
    try {
      while (this.list.length > 0) {
        this.at = 0;
        if (!(await this.#saveFirst(page))) return false;
      }
      return this.#page === page;
    } finally {
      this.saving = false;
    }
  }

  async #saveFirst(page: ScannedPage): Promise<boolean> {
    const [cut] = this.list;
    if (!cut || cut.sighting === null) return false;
    const { document, turns: quarter_turns, sighting, kept } = cut;
    const { id } = this.open;
    // The program takes them as they are seen after turning.
    const corners = afterTurning(cut.corners, quarter_turns, this.size);
    const cutOut = { id, page: page.id, document, corners, quarter_turns };
    if (!kept && !(await this.open.act('scan_keep', cutOut))) return false;
    if (this.#page !== page) return false;
    this.#set(0, { kept: true });
    if (!(await this.open.act('document_sighting_set', { id, document, sighting }))) return false;
    if (this.#page !== page) return false;
    this.#without(0);
    return true;
  }

  /** A cut whose picture is sealed waits for its answer only. */
  #change(change: Partial<Cut>): void {
    if (!this.saving && this.chosen?.kept === false) this.#set(this.at, change);
  }

  #set(at: number, change: Partial<Cut>): void {
    this.list = this.list.map((each, index) => (index === at ? { ...each, ...change } : each));
  }

  #without(at: number): void {
    this.list = this.list.filter((_, index) => index !== at);
    this.at = Math.min(this.at, Math.max(0, this.list.length - 1));
  }
}
