// What was sent to the printer is followed in the panel: printed, waiting, failed, and printed once whatever is pressed.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { shownToast } from '../src/components/toast/toasts.svelte';
import type { PrintState } from '../src/bindings';
import { ASK_AFTER } from '../src/printing.svelte';
import { CaseBackend } from './fake-case';
import { heldWaits } from './held-waits';
import { wireError } from './wire-error';
import { moment } from './recorded';
import { showCase } from './case-show';
import { violations } from './show';

const JAM = { what: 'Kertas di printer habis.', todo: 'Isi kertas.' };

let wait: ReturnType<typeof heldWaits>;
beforeEach(() => {
  wait = heldWaits(ASK_AFTER);
});
afterEach(() => void vi.restoreAllMocks());

/** All three papers of the approval sent, each as far as the printer says. */
async function sent(state: PrintState = 'dikirim') {
  const backend = new CaseBackend(moment('sesuai'));
  backend.printsAs = state;
  const { user } = await showCase(backend);
  await user.type(await screen.findByLabelText('Kata sandi Anda'), 'latihan{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Cetak' })).toHaveFocus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(backend.asked('paper_print')).toHaveLength(3));
  await screen.findByRole('region', { name: 'Kemajuan cetak' });
  const ids = backend.view.papers.map((paper) => paper.id) as [string, string, string];
  return { backend, user, ids };
}

const region = () => screen.getByRole('region', { name: 'Kemajuan cetak' });
const issued = () => screen.findByRole('heading', { name: 'Bukti Verifikasi terbit', level: 1 });

/** The next answer, as soon as one is waited for. */
async function next(backend: CaseBackend): Promise<void> {
  const before = backend.asked('prints').length;
  await waitFor(() => {
    wait.end();
    expect(backend.asked('prints').length).toBeGreaterThan(before);
  });
}

describe('what was sent', () => {
  test('is followed until all of it is printed, and then the next act has the focus', async () => {
    const { backend, ids } = await sent();
    await waitFor(() => expect(screen.getAllByText('Dikirim ke printer')).toHaveLength(3));
    expect(await violations()).toEqual([]);
    backend.tell(ids[0], { state: 'tercetak' });
    backend.tell(ids[1], { state: 'mencetak' });
    await next(backend);
    expect(await screen.findByText('Sedang dicetak')).toBeVisible();
    expect(screen.getAllByText('Tercetak')).toHaveLength(1);
    expect(shownToast()).toBeNull();
    for (const id of ids) backend.tell(id, { state: 'tercetak' });
    await next(backend);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(shownToast()?.text).toBe('3 kertas tercetak.');
    await waitFor(() => expect(screen.getByLabelText('User ID SPSE')).toHaveFocus());
    const asked = backend.asked('prints').length;
    wait.end();
    expect(backend.asked('prints')).toHaveLength(asked);
  });

  test('is printed once, however often Enter is pressed', async () => {
    const { backend, user } = await sent();
    await waitFor(() => expect(region()).toHaveFocus());
    await user.keyboard('{Enter}{Enter}');
    await user.keyboard('{Control>}p{/Control}{Enter}');
    expect(backend.asked('paper_print')).toHaveLength(3);
    expect(region()).toBeVisible();
  });

  test('is left with Esc on its way, and the program follows it', async () => {
    const { backend, user } = await sent();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Kemajuan cetak' })).toBeNull());
    const asked = backend.asked('prints').length;
    wait.end();
    expect(backend.asked('prints')).toHaveLength(asked);
    expect(backend.asked('print_cancel')).toEqual([]);
    expect(await issued()).toBeVisible();
  });

  test('is asked about again when that went wrong', async () => {
    const { backend, ids } = await sent();
    const working = backend.working('prints');
    backend.refuse('prints', wireError({ code: 'Io' }));
    await next(backend);
    expect(await screen.findByText('Kemajuan cetak belum terbaca.')).toBeVisible();
    expect(screen.getAllByText('Dikirim ke printer')).toHaveLength(3);
    backend.answer('prints', working);
    for (const id of ids) backend.tell(id, { state: 'mencetak' });
    await next(backend);
    await waitFor(() => expect(screen.queryByText('Kemajuan cetak belum terbaca.')).toBeNull());
    expect(screen.getAllByText('Sedang dicetak')).toHaveLength(3);
  });

  test('and is not told of yet is on its way', async () => {
    const backend = new CaseBackend(moment('sesuai'), { prints: [] });
    const { user } = await showCase(backend);
    await user.type(await screen.findByLabelText('Kata sandi Anda'), 'latihan{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cetak' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getAllByText('Dikirim ke printer')).toHaveLength(3));
    backend.answer('prints', () => backend.prints);
    await next(backend);
    await waitFor(() => expect(shownToast()?.text).toBe('3 kertas tercetak.'));
  });
});

describe('what waits', () => {
  async function waiting() {
    const shown = await sent();
    shown.backend.tell(shown.ids[0], { state: 'menunggu', ...JAM });
    await next(shown.backend);
    await screen.findByText(JAM.what);
    return shown;
  }

  test('says why and what to do, and is printed after that', async () => {
    const { backend, ids } = await waiting();
    expect(region()).toHaveTextContent('Kertas di printer habis. Isi kertas.');
    expect(region()).toHaveTextContent('Kertas yang tetap tidak keluar masuk daftar Cetak nanti.');
    expect(await violations()).toEqual([]);
    for (const id of ids) backend.tell(id, { state: 'tercetak', what: null, todo: null });
    await next(backend);
    await waitFor(() => expect(shownToast()?.text).toBe('3 kertas tercetak.'));
    expect(backend.asked('print_cancel')).toEqual([]);
  });

  test('is taken out of the spool with what stands behind it, and the panel closes', async () => {
    const { backend, user, ids } = await waiting();
    await user.click(screen.getByRole('button', { name: 'Cetak nanti' }));
    expect(await issued()).toBeVisible();
    expect(backend.asked('print_cancel')).toEqual(ids.map((paper) => ({ id: backend.view.id, paper })));
    expect(shownToast()?.text).toBe('3 kertas masuk daftar Cetak nanti.');
  });

  test('is left to the program, followed again when it is looked at, and not sent once more', async () => {
    const { backend, user, ids } = await waiting();
    await user.click(screen.getAllByRole('button', { name: 'Tutup' }).at(-1) as HTMLElement);
    expect(await issued()).toBeVisible();
    expect(backend.asked('print_cancel')).toEqual([]);
    await user.click(screen.getAllByRole('button', { name: 'Lihat dan cetak' })[0] as HTMLElement);
    const paper = await screen.findByRole('dialog', { name: /^Bukti Verifikasi BV-/ });
    await user.click(within(paper).getByRole('button', { name: /^Cetak/ }));
    expect(await screen.findByText('Dikirim ke printer')).toBeVisible();
    expect(backend.asked('paper_print')).toHaveLength(ids.length);
  });

  test('and cannot be taken out says why, and is followed further', async () => {
    const { backend, user, ids } = await waiting();
    backend.refuse('print_cancel', wireError({ code: 'PrintFailed', what: 'Printer tidak menjawab.' }));
    await user.click(screen.getByRole('button', { name: 'Cetak nanti' }));
    expect(await screen.findByText('Printer tidak menjawab.')).toBeVisible();
    for (const id of ids) backend.tell(id, { state: 'tercetak' });
    await next(backend);
    await waitFor(() => expect(shownToast()?.text).toBe('3 kertas tercetak.'));
  });

  test('and was printed before it could be taken out is told as printed', async () => {
    const { backend, user } = await waiting();
    backend.answer('print_cancel', () => {
      for (const { paper } of backend.prints) if (paper) backend.tell(paper, { state: 'tercetak' });
      return backend.prints;
    });
    await user.click(screen.getByRole('button', { name: 'Cetak nanti' }));
    await waitFor(() => expect(shownToast()?.text).toBe('3 kertas tercetak.'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('what failed', () => {
  async function failed() {
    const shown = await sent();
    const [first, second, third] = shown.ids;
    for (const id of [first, third]) shown.backend.tell(id, { state: 'tercetak' });
    shown.backend.tell(second, { state: 'gagal', ...JAM });
    await next(shown.backend);
    await screen.findByText(JAM.what);
    return { ...shown, second };
  }

  test('says why, and that it stands on the list', async () => {
    await failed();
    expect(region()).toHaveTextContent('Kertas ini ada di daftar Cetak nanti di beranda.');
    expect(screen.getAllByText('Tercetak')).toHaveLength(2);
    expect(shownToast()).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('is printed again by itself', async () => {
    const { backend, user, second } = await failed();
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(screen.queryByText(JAM.what)).toBeNull());
    expect(backend.asked('paper_print').at(-1)).toMatchObject({ paper: second });
    expect(backend.asked('paper_print')).toHaveLength(4);
    await waitFor(() => expect(region()).toHaveFocus());
    backend.tell(second, { state: 'tercetak' });
    await next(backend);
    await waitFor(() => expect(shownToast()?.text).toBe('3 kertas tercetak.'));
  });

  test('and is refused once more says that, and can still be tried', async () => {
    const { backend, user, second } = await failed();
    const working = backend.working('paper_print');
    backend.refuse('paper_print', wireError({ code: 'PrinterMissing', what: 'Printer dicabut.' }));
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByText('Printer dicabut.')).toBeVisible();
    expect(screen.queryByText(JAM.what)).toBeNull();
    backend.answer('paper_print', working);
    backend.printsAs = 'tercetak';
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(shownToast()?.text).toBe('3 kertas tercetak.'));
    expect(backend.asked('paper_print').at(-1)).toMatchObject({ paper: second });
  });

  test('is tried again on another printer', async () => {
    const { backend, user } = await failed();
    const other = (screen.getByLabelText('Printer') as HTMLSelectElement).options[1];
    await user.selectOptions(screen.getByLabelText('Printer'), other?.value ?? '');
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(backend.asked('paper_print')).toHaveLength(4));
    expect(backend.asked('paper_print').at(-1)).toMatchObject({ printer: other?.value });
  });

  test('is left to the list with Tutup', async () => {
    const { user } = await failed();
    await user.click(screen.getAllByRole('button', { name: 'Tutup' }).at(-1) as HTMLElement);
    expect(await issued()).toBeVisible();
  });
});
