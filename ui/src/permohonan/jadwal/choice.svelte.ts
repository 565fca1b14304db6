// The time of a call that is being chosen: the free times of a week, who leads it, how one joins it. What fits is
// judged by the program; here only what was answered is kept together.
import { toLoketError, type Backend, type LoketError } from '../../backend';
import type { Agenda, SessionInput, SessionJudged, SessionView, VideoWay } from '../../bindings';
import { addDays } from '../../dates';
import { knownWay, rememberWay } from './way';

const WEEK = 7;

export type Picked = { day: string; label: string; time: string; until: string | null };

export class SlotChoice {
  agenda = $state.raw<Agenda | null>(null);
  failure = $state.raw<LoketError | null>(null);
  loading = $state(false);
  picked = $state.raw<Picked | null>(null);
  verifikator = $state('');
  way = $state<VideoWay>('zoom');
  join = $state('');
  judged = $state.raw<SessionJudged | null>(null);
  judging = $state(false);
  /** Null is the week from today on. */
  #from = $state<string | null>(null);
  #asked = 0;

  constructor(
    private readonly backend: Backend,
    private readonly id: string,
    private readonly officer: string,
    before: SessionView | null,
  ) {
    this.way = before?.way ?? knownWay(officer) ?? 'zoom';
    this.join = before?.join ?? '';
  }

  readonly days = $derived(this.agenda?.days ?? []);
  readonly free = $derived(this.days.some((each) => each.slots.length > 0));
  readonly verifikators = $derived(this.agenda?.verifikators ?? []);
  /** Those who are free at the picked time; at a time of one's own everybody is asked about. */
  readonly leaders = $derived.by(() => {
    const slot = this.#slot(this.picked);
    return slot ? this.verifikators.filter((each) => slot.free.includes(each.id)) : this.verifikators;
  });
  readonly atStart = $derived(this.#from === null || this.#from <= (this.agenda?.today ?? ''));

  async load(): Promise<void> {
    const asked = (this.#asked += 1);
    this.loading = true;
    try {
      const agenda = await this.backend.call('agenda', { id: this.id, from: this.#from, days: WEEK });
      if (asked !== this.#asked) return;
      this.agenda = agenda;
      this.failure = null;
      this.#keepLeader();
    } catch (thrown) {
      if (asked === this.#asked) this.failure = toLoketError(thrown);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }

  async week(step: 1 | -1): Promise<void> {
    const today = this.agenda?.today;
    if (!today || this.loading || (step < 0 && this.atStart)) return;
    const to = addDays(this.#from ?? today, step * WEEK);
    this.#from = to <= today ? null : to;
    await this.load();
  }

  /** A time that the program offered. */
  pick(picked: Picked): void {
    this.picked = picked;
    this.judged = null;
    this.#keepLeader();
  }

  /** A time of one's own: the program says what stands against it. */
  async judge(day: string, label: string, time: string): Promise<void> {
    const own = { day, label, time, until: null };
    this.picked = null;
    this.judged = null;
    this.#keepLeader();
    this.judging = true;
    try {
      const judged = await this.backend.call('session_judge', this.#input(own, ''));
      this.judged = judged;
      this.failure = null;
      if (judged.fits) this.picked = own;
    } catch (thrown) {
      this.failure = toLoketError(thrown);
    } finally {
      this.judging = false;
    }
  }

  /** Somebody else leads: a time of one's own has to be asked about again. */
  lead(verifikator: string): void {
    this.verifikator = verifikator;
    const own = this.picked;
    if (own && !this.#slot(own)) void this.judge(own.day, own.label, own.time);
  }

  input(reason: string): SessionInput | null {
    return this.picked && this.verifikator !== '' ? this.#input(this.picked, reason) : null;
  }

  remember(): void {
    rememberWay(this.officer, this.way);
  }

  /** The program refused: what was free may be taken by now. */
  async refused(): Promise<void> {
    await this.load();
    if (!this.#slot(this.picked)) this.picked = null;
  }

  #input(at: Picked, reason: string): SessionInput {
    const { id, verifikator, way } = this;
    return { id, day: at.day, time: at.time, verifikator, way, join: this.join.trim(), reason };
  }

  #slot(picked: Picked | null) {
    const day = this.days.find((each) => each.date === picked?.day);
    return day?.slots.find((each) => each.time === picked?.time) ?? null;
  }

  /** Whoever was chosen stays while free; else the officer here, else the first. */
  #keepLeader(): void {
    const free = this.leaders.map((each) => each.id);
    if (free.includes(this.verifikator)) return;
    const me = this.agenda?.me ?? '';
    this.verifikator = free.includes(me) ? me : (free[0] ?? '');
  }
}
