// The case screen on a fictional case, with the keys of the window.
import { render, waitFor } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { BACKEND } from '../src/backend';
import type { SessionInfo } from '../src/bindings';
import { dispatchKey } from '../src/keyboard/shortcuts.svelte';
import Permohonan from '../src/permohonan/Permohonan.svelte';
import { CaseBackend } from './fake-case';
import { session } from './fictional/office';

// jsdom keeps no blobs; an address is enough for what is tested here.
URL.createObjectURL ??= () => 'blob:loket';
URL.revokeObjectURL ??= () => undefined;

// jsdom's blobs cannot be read the modern way.
Blob.prototype.arrayBuffer ??= function (this: Blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};

export type ShownCase = {
  backend: CaseBackend;
  user: UserEvent;
  container: HTMLElement;
  closed: () => number;
  /** The other cases that were opened from this one. */
  opened: string[];
};

afterEach(() => window.removeEventListener('keydown', dispatchKey));

export async function showCase(
  backend: CaseBackend,
  as: SessionInfo = session,
  kiriman?: string,
): Promise<ShownCase> {
  window.addEventListener('keydown', dispatchKey);
  const user = userEvent.setup();
  let closed = 0;
  const opened: string[] = [];
  const props = {
    id: backend.view.id,
    session: as,
    ...(kiriman === undefined ? {} : { kiriman }),
    onclose: () => (closed += 1),
    onopencase: (id: string) => opened.push(id),
  };
  const { container } = render(Permohonan, { props, context: new Map([[BACKEND, backend]]) });
  await waitFor(() => {
    if (!container.querySelector('h1')) throw new Error('the case is not on the screen yet');
  });
  return { backend, user, container, closed: () => closed, opened };
}

/** The place in which the focus stands. */
export function focusedPlace(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? null;
}
