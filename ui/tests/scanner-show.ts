// The capture screen with an office scanner, opened as far as a test needs it.
import { screen, waitFor } from '@testing-library/svelte';
import { expect } from 'vitest';
import type { ScanDone, SessionInfo } from '../src/bindings';
import { showCase, type ShownCase } from './case-show';
import { FakeCameras, installCameras } from './fake-camera';
import { CaseBackend, emptyCase } from './fake-case';
import { wireError } from './wire-error';

export const broken = wireError({
  code: 'Internal',
  what: 'Pemindai tidak menjawab.',
  todo: 'Nyalakan lagi.',
});
export const over: ScanDone = { page: null, baki: null, stopped: false, trouble: null };

export async function openScanner(
  backend = new CaseBackend(emptyCase()),
  as?: SessionInfo,
): Promise<ShownCase> {
  installCameras(new FakeCameras());
  const shown = await showCase(backend, as);
  const [first] = screen.getAllByRole('button', { name: 'Ambil gambar' });
  if (!first) throw new Error('nothing to press');
  await shown.user.click(first);
  await screen.findByRole('dialog', { name: 'Ambil gambar KTP' });
  await shown.user.keyboard('2');
  return shown;
}

export const scanAct = () => screen.findByRole('button', { name: /^Pindai( |$|Spasi)/ });

export async function readyScanner(backend?: CaseBackend): Promise<ShownCase> {
  const shown = await openScanner(backend);
  const act = await scanAct();
  await waitFor(() => expect(act).toHaveFocus());
  return shown;
}

/** To a page from the glass with one cut on it. */
export async function scanned(backend?: CaseBackend): Promise<ShownCase> {
  const shown = await readyScanner(backend);
  await shown.user.keyboard(' ');
  await screen.findByRole('radiogroup', { name: 'Apakah KTP yang ditunjukkan asli?' });
  return shown;
}

/** A scan that goes on until the test ends it. */
export function slowly(backend: CaseBackend): (done: ScanDone) => void {
  let end: (done: ScanDone) => void = () => undefined;
  backend.answer('scan_begin', () => new Promise<ScanDone>((resolve) => (end = resolve)));
  return (done) => end(done);
}
