// The inbox of the office, as far as it was listed last. It lies at the server as it lay; here is only remembered
// what was asked for and what came of it, each message for itself.
import { toLoketError, type Backend, type LoketError } from '../backend';
import type { KirimanView, MessageState, MessageView } from '../bindings';

export type MessageAct = 'take' | 'aside';

/** A UID means nothing without its UIDVALIDITY. */
export const keyOf = ({ id }: MessageView) => `${id.validity}-${id.uid}`;

export class OpenInbox {
  messages = $state.raw<readonly MessageView[] | null>(null);
  isCut = $state(false);
  error = $state.raw<LoketError | null>(null);
  loading = $state(false);
  /** Also what was taken or set aside. */
  showAll = $state(false);
  /** What is under way, by the key of its message. */
  busy = $state.raw<ReadonlyMap<string, MessageAct>>(new Map());
  failures = $state.raw<ReadonlyMap<string, LoketError>>(new Map());
  readonly #fresh = $derived((this.messages ?? []).filter((each) => each.fate === 'new'));
  readonly fresh = $derived(this.#fresh.length);
  readonly others = $derived((this.messages?.length ?? 0) - this.fresh);
  readonly shown = $derived(this.showAll ? (this.messages ?? []) : this.#fresh);
  /** What was done here since; a list that was on its way meanwhile does not know it yet. */
  readonly #done = new Map<string, MessageState>();

  constructor(private readonly backend: Backend) {}

  async list(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    try {
      const { messages, is_cut } = await this.backend.call('inbox_list', null);
      this.messages = messages.map((each) => ({ ...each, fate: this.#done.get(keyOf(each)) ?? each.fate }));
      this.isCut = is_cut;
      this.error = null;
      this.failures = new Map();
    } catch (thrown) {
      this.error = toLoketError(thrown);
    } finally {
      this.loading = false;
    }
  }

  /** The kiriman that it became, or null when that failed. */
  async take(message: MessageView): Promise<KirimanView | null> {
    let taken: KirimanView | null = null;
    await this.#act(message, 'take', 'taken', async () => {
      taken = await this.backend.call('inbox_take', message.id);
    });
    return taken;
  }

  setAside(message: MessageView): Promise<boolean> {
    return this.#act(message, 'aside', 'set_aside', async () => {
      await this.backend.call('inbox_set_aside', message.id);
    });
  }

  async #act(
    message: MessageView,
    act: MessageAct,
    fate: MessageState,
    run: () => Promise<void>,
  ): Promise<boolean> {
    const key = keyOf(message);
    if (this.busy.has(key)) return false;
    this.busy = new Map(this.busy).set(key, act);
    this.failures = without(this.failures, key);
    try {
      await run();
      this.#done.set(key, fate);
      this.messages = this.messages?.map((each) => (keyOf(each) === key ? { ...each, fate } : each)) ?? null;
      return true;
    } catch (thrown) {
      this.failures = new Map(this.failures).set(key, toLoketError(thrown));
      return false;
    } finally {
      this.busy = without(this.busy, key);
    }
  }
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
