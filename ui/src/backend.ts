// The one door to the program. Nothing else in the window imports Tauri, so every view also runs on a
// fake office: in the tests and in the preview page.
import { invoke } from '@tauri-apps/api/core';
import { getCurrentWindow } from '@tauri-apps/api/window';
import { getContext, setContext } from 'svelte';
import type {
  Commands,
  KirimanMeta,
  KirimanView,
  Missing,
  PermohonanView,
  PictureMeta,
  RawCommands,
  TangkapanMeta,
  WireError,
} from './bindings';
import { unexpectedError } from './text/errors';

export type CommandName = keyof Commands;
export type Request<K extends CommandName> = Commands[K]['request'];
/** Answers marked "bytes" in the contract arrive raw. */
export type Reply<K extends CommandName> = Commands[K]['response'] extends 'bytes'
  ? ArrayBuffer
  : Commands[K]['response'];

export type FileDrop = { kind: 'over' } | { kind: 'leave' } | { kind: 'drop'; files: File[] };

export interface Backend {
  /** Calls one command; a refusal or a failure is thrown as a LoketError. */
  call<K extends CommandName>(name: K, request: Request<K>): Promise<Reply<K>>;
  /** Hands over a picture as raw bytes; JSON would triple its size. */
  addPicture(meta: PictureMeta, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<PermohonanView>;
  /** The same for a message or a loose file that goes into the Baki. */
  addKiriman(meta: KirimanMeta, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<KirimanView>;
  /** The same for a picture of the call. */
  addTangkapan(meta: TangkapanMeta, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<PermohonanView>;
  /** Files dragged over the window. Returns the function that stops listening. */
  onFileDrop(listener: (event: FileDrop) => void): () => void;
  /** Title of the native window: only "Loket" or "Loket · LATIHAN", never a name. */
  setTitle(title: string): void;
}

/** What went wrong, for two readers: a closed code for the program, two sentences for the person. */
export class LoketError extends Error {
  readonly code: string;
  readonly what: string;
  readonly todo: string;
  readonly missing: Missing[];
  readonly waitSeconds: number | null;

  constructor(wire: WireError) {
    super(wire.code);
    this.name = 'LoketError';
    this.code = wire.code;
    this.what = wire.what;
    this.todo = wire.todo;
    this.missing = wire.missing;
    this.waitSeconds = wire.wait_seconds;
  }

  /** "Not allowed yet" is not a fault: it names what is missing. */
  get notYet(): boolean {
    return this.missing.length > 0;
  }
}

function isWireError(thing: unknown): thing is WireError {
  return typeof thing === 'object' && thing !== null && 'code' in thing && 'what' in thing && 'todo' in thing;
}

/** Every failure as a LoketError, also one that the program did not foresee. */
export function toLoketError(thing: unknown): LoketError {
  if (thing instanceof LoketError) return thing;
  if (isWireError(thing)) {
    return new LoketError({
      ...thing,
      missing: thing.missing ?? [],
      wait_seconds: thing.wait_seconds ?? null,
    });
  }
  return new LoketError(unexpectedError);
}

/** Listens to HTML drag and drop; the native handler gives paths, and the window may not read paths. */
export function listenForFileDrops(target: Window, listener: (event: FileDrop) => void): () => void {
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    listener({ kind: 'over' });
  };
  const leave = (event: DragEvent) => {
    // Leaving one element for another inside the window also fires; only the outer edge has no relatedTarget.
    if (event.relatedTarget === null) listener({ kind: 'leave' });
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    listener({ kind: 'drop', files: [...(event.dataTransfer?.files ?? [])] });
  };
  target.addEventListener('dragover', over);
  target.addEventListener('dragleave', leave);
  target.addEventListener('drop', drop);
  return () => {
    target.removeEventListener('dragover', over);
    target.removeEventListener('dragleave', leave);
    target.removeEventListener('drop', drop);
  };
}

async function invokeRaw<K extends keyof RawCommands>(
  name: K,
  meta: RawCommands[K]['meta'],
  bytes: ArrayBuffer | Uint8Array<ArrayBuffer>,
): Promise<RawCommands[K]['response']> {
  try {
    return await invoke<RawCommands[K]['response']>(name, bytes, {
      headers: { 'x-loket-meta': encodeURIComponent(JSON.stringify(meta)) },
    });
  } catch (thrown) {
    throw toLoketError(thrown);
  }
}

/** The real program behind the window. */
export const tauriBackend: Backend = {
  async call<K extends CommandName>(name: K, request: Request<K>): Promise<Reply<K>> {
    try {
      return await invoke<Reply<K>>(name, { request });
    } catch (thrown) {
      throw toLoketError(thrown);
    }
  },
  addPicture: (meta, bytes) => invokeRaw('picture_add', meta, bytes),
  addKiriman: (meta, bytes) => invokeRaw('kiriman_add', meta, bytes),
  addTangkapan: (meta, bytes) => invokeRaw('tangkapan_add', meta, bytes),
  onFileDrop: (listener) => listenForFileDrops(window, listener),
  setTitle(title) {
    // A title that stays as it was harms nobody, so a refusal is not shown.
    getCurrentWindow()
      .setTitle(title)
      .catch(() => undefined);
  },
};

export const BACKEND = Symbol('backend');

/** Called once, by App. */
export function provideBackend(backend: Backend): void {
  setContext(BACKEND, backend);
}

/** The backend of this window; call it while a component is being set up. */
export function useBackend(): Backend {
  return getContext<Backend>(BACKEND);
}
