// One permohonan on the screen: what the program last said, what is being sent, what went wrong.
import { getContext, onDestroy, setContext } from 'svelte';
import type {
  Approved,
  PermohonanView,
  Commands,
  DocumentKind,
  FormField,
  PictureMeta,
  TransitionId,
} from '../bindings';
import { draftsWait } from '../components/field/draft.svelte';
import { finishTyping } from '../components/field/saving.svelte';
import { toLoketError, type Backend, type CommandName, type LoketError, type Request } from '../backend';
import { isClosed } from './statuses';
import { Ticket } from './ticket.svelte';

/** Commands that answer with the whole case. */
type CaseCommand = {
  [K in CommandName]: Commands[K]['response'] extends PermohonanView ? K : never;
}[CommandName];

const CASE = Symbol('case');

export class OpenCase {
  view = $state.raw<PermohonanView | null>(null);
  failure = $state.raw<LoketError | null>(null);
  /** Name of the act under way; a second press of the same button is ignored meanwhile. */
  busy = $state<string | null>(null);
  /** Acts and drafts that were sent and not yet answered. */
  #waiting = $state(0);
  /** Keys of fields whose last save failed: their text stands on the screen only. */
  #unsaved = $state.raw<ReadonlySet<string>>(new Set());
  /** Writes go one after another, so that an act never overtakes the field it depends on. */
  #line: Promise<unknown> = Promise.resolve();
  /** Drafts that were kept since the program last told the case. */
  readonly #drafts = new Map<string, string>();
  readonly ticket: Ticket;

  constructor(
    readonly backend: Backend,
    readonly id: string,
  ) {
    this.ticket = new Ticket(backend, id);
  }

  get saving(): boolean {
    return this.#waiting > 0 || draftsWait();
  }

  get allSaved(): boolean {
    return this.#unsaved.size === 0;
  }

  async load(): Promise<void> {
    try {
      this.view = await this.backend.call('permohonan_get', { id: this.id });
      this.failure = null;
    } catch (thrown) {
      this.failure = toLoketError(thrown);
    }
  }

  /** Something else changed the case. Read behind what was sent before; unreadable, it stays as it was known. */
  async refresh(): Promise<void> {
    const read = () => this.backend.call('permohonan_get', { id: this.id });
    const answer = await this.#inLine(read).catch(() => null);
    if (answer) this.view = answer;
  }

  /** One act on the case. True when it was done; a failure stays readable in `failure`. */
  async act<K extends CaseCommand>(name: K, request: Request<K>): Promise<boolean> {
    if (this.busy !== null) return false;
    this.busy = name;
    this.failure = await finishTyping();
    const answer = this.failure ? null : await this.#send(() => this.backend.call(name, request));
    this.busy = null;
    if (answer) {
      this.view = answer as PermohonanView;
      this.#drafts.clear();
    }
    return answer !== null;
  }

  /** A part of the case that is kept whole (the attendee, the surat kuasa). A failure is thrown. */
  async setPart<K extends CaseCommand>(name: K, request: Request<K>): Promise<void> {
    this.#waiting += 1;
    try {
      this.view = (await this.#inLine(() => this.backend.call(name, request))) as PermohonanView;
      this.#mark(name, true);
    } catch (thrown) {
      this.#mark(name, false);
      throw toLoketError(thrown);
    } finally {
      this.#waiting -= 1;
    }
  }

  /** The approval answers with more than the case, so it has its own door. A failure is thrown. */
  async approve(request: Request<'permohonan_approve'>): Promise<Approved> {
    const approved = await this.#inLine(() => this.backend.call('permohonan_approve', request));
    this.view = approved.case;
    return approved;
  }

  /** The file picker of the system. False when nothing was chosen or the file was refused. */
  async pickPicture(document: DocumentKind): Promise<boolean> {
    const request = { id: this.id, document };
    const answer = await this.#send(() => this.backend.call('picture_pick', request));
    if (answer) this.view = answer;
    return answer !== null;
  }

  async addPicture(meta: PictureMeta, bytes: ArrayBuffer): Promise<boolean> {
    const answer = await this.#send(() => this.backend.addPicture(meta, bytes));
    if (answer) this.view = answer;
    return answer !== null;
  }

  /** The pictures of the call: one more, or its marks. False when a dialog was left. A failure is thrown. */
  async evidence(send: (backend: Backend) => Promise<PermohonanView | null>): Promise<boolean> {
    this.#waiting += 1;
    try {
      const answer = await this.#inLine(() => send(this.backend));
      if (answer) this.view = answer;
      return answer !== null;
    } finally {
      this.#waiting -= 1;
    }
  }

  setForm(field: FormField, value: string): Promise<void> {
    const request = { id: this.id, field, value };
    return this.#setField(`form:${field}`, () => this.backend.call('form_set', request));
  }

  setDocumentField(
    document: DocumentKind,
    field: Request<'document_field_set'>['field'],
    value: string,
  ): Promise<void> {
    const request = { id: this.id, document, field, value };
    return this.#setField(`doc:${document}:${field}`, () => this.backend.call('document_field_set', request));
  }

  /** Keeps what is being typed. A draft that cannot be kept is told by the saved line, never by a dialog. */
  async keepDraft(key: string, value: string): Promise<void> {
    this.#drafts.set(key, value);
    this.#waiting += 1;
    try {
      // In line with the acts: a draft that came after its own act would bring the old text back.
      await this.#inLine(() => this.backend.call('draft_save', { id: this.id, key, value }));
      this.#mark(key, true);
    } catch {
      this.#mark(key, false);
    } finally {
      this.#waiting -= 1;
    }
  }

  /** What was left in a dialog, and how it keeps what is written in it. A closed case keeps no drafts. */
  writing(key: string): { start: string; keep: (text: string) => void } {
    const keep = (text: string) => {
      if (this.view && !isClosed(this.view.status)) void this.keepDraft(key, text);
    };
    return { start: this.draft(key) ?? '', keep };
  }

  /** Resolves when everything sent so far has been answered. */
  async settled(): Promise<void> {
    await this.#line;
  }

  draft(key: string): string | null {
    return (this.#drafts.get(key) ?? this.view?.drafts[key]) || null;
  }

  /** The transition offered by the program, or null when it is not one of the next acts. */
  allowed(transition: TransitionId) {
    return this.view?.allowed.find((act) => act.transition === transition) ?? null;
  }

  /** Rows and missing things change with every field, so the answer is the whole case. A failure is thrown. */
  async #setField(key: string, send: () => Promise<PermohonanView>): Promise<void> {
    this.#waiting += 1;
    try {
      this.view = await this.#inLine(send);
      this.#drafts.delete(key);
      this.#mark(key, true);
    } catch (thrown) {
      this.#mark(key, false);
      throw toLoketError(thrown);
    } finally {
      this.#waiting -= 1;
    }
  }

  async #send<T>(send: () => Promise<T>): Promise<T | null> {
    this.#waiting += 1;
    this.failure = null;
    try {
      return await this.#inLine(send);
    } catch (thrown) {
      this.failure = toLoketError(thrown);
      return null;
    } finally {
      this.#waiting -= 1;
    }
  }

  #inLine<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#line.then(run);
    this.#line = turn.catch(() => undefined);
    return turn;
  }

  #mark(key: string, saved: boolean): void {
    if (saved !== this.#unsaved.has(key)) return;
    const keys = new Set(this.#unsaved);
    if (saved) keys.delete(key);
    else keys.add(key);
    this.#unsaved = keys;
  }
}

/** For as long as its screen stands. */
export function provideCase(open: OpenCase): OpenCase {
  onDestroy(() => open.ticket.stop());
  return setContext(CASE, open);
}

export function useCase(): OpenCase {
  return getContext<OpenCase>(CASE);
}
