// The ticket of a guest who waits: by itself where this computer has a printer for it, with one key, and what is said
// when it does not come out.
import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { PrintView } from '../src/bindings';
import { ASK_AFTER } from '../src/printing.svelte';
import { showCase } from './case-show';
import { CaseBackend, filledCase } from './fake-case';
import { session } from './fictional/office';
import { heldWaits } from './held-waits';
import { moment, rightsOf } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

let wait: ReturnType<typeof heldWaits>;
beforeEach(() => {
  wait = heldWaits(ASK_AFTER);
});
afterEach(() => void vi.restoreAllMocks());

const button = () => screen.findByRole('button', { name: /Cetak tiket antrean/ });

function slip(backend: CaseBackend, told: Partial<PrintView> = {}): PrintView {
  return {
    permohonan: backend.view.id,
    paper: null,
    label: 'Tiket Antrean',
    number: backend.view.queue,
    printer: 'Struk',
    state: 'mencetak',
    what: null,
    todo: null,
    ...told,
  };
}

/** The printer takes the next ticket, and says this of it. */
function takes(backend: CaseBackend, told: Partial<PrintView> = {}): void {
  backend.answer('ticket_print', () => {
    backend.prints = [slip(backend, told), ...backend.prints];
    return { sent: true };
  });
}

/** The next answer, as soon as one is waited for. */
async function next(backend: CaseBackend): Promise<void> {
  const before = backend.asked('prints').length;
  await waitFor(() => {
    wait.end();
    expect(backend.asked('prints').length).toBeGreaterThan(before);
  });
}

describe('the ticket', () => {
  test('comes by itself with the number, where a printer was chosen for it', async () => {
    const backend = new CaseBackend(moment('diajukan'));
    takes(backend);
    const { user } = await showCase(backend);
    await screen.findByRole('button', { name: /Berkas lengkap, beri nomor antrean/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await button();
    await waitFor(() =>
      expect(backend.asked('ticket_print')).toEqual([{ id: backend.view.id, unasked: true }]),
    );
    expect(await screen.findByText('Tiket sedang dicetak')).toBeVisible();
    backend.prints = [slip(backend, { state: 'tercetak' })];
    await next(backend);
    expect(await screen.findByText('Tiket tercetak')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('stays away without such a printer', async () => {
    const backend = new CaseBackend(moment('diajukan'));
    const { user } = await showCase(backend);
    await screen.findByRole('button', { name: /Berkas lengkap, beri nomor antrean/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await button();
    await waitFor(() => expect(backend.asked('ticket_print')).toHaveLength(1));
    expect(screen.queryByText(/^Tiket (dikirim|sedang)/)).toBeNull();
    const asked = backend.asked('prints').length;
    wait.end();
    expect(backend.asked('prints')).toHaveLength(asked);
  });

  test('is printed with T, once however often it is pressed', async () => {
    const backend = new CaseBackend(filledCase());
    takes(backend);
    const { user } = await showCase(backend);
    await button();
    await user.keyboard('tt');
    await screen.findByText('Tiket sedang dicetak');
    await user.keyboard('t');
    expect(backend.asked('ticket_print')).toEqual([{ id: backend.view.id, unasked: false }]);
  });

  test('that does not come out says what to tell the guest, and is printed again', async () => {
    const backend = new CaseBackend(filledCase());
    const todo = 'Sebutkan nomornya kepada tamu.';
    takes(backend, { state: 'menunggu', what: 'Kertas printer habis.', todo });
    const { user } = await showCase(backend);
    await user.click(await button());
    expect(await screen.findByText('Kertas printer habis.')).toBeVisible();
    backend.prints = [slip(backend, { state: 'gagal', what: 'Kertas printer habis.', todo })];
    await next(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent('Sebutkan nomornya kepada tamu.');
    takes(backend, { state: 'tercetak' });
    await user.click(await button());
    await waitFor(() => expect(backend.asked('ticket_print')).toHaveLength(2));
    expect(await screen.findByText('Tiket tercetak')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('that no printer takes says why', async () => {
    const backend = new CaseBackend(filledCase());
    backend.refuse('ticket_print', wireError({ code: 'PrinterMissing', what: 'Printer tidak ditemukan.' }));
    const { user } = await showCase(backend);
    await user.click(await button());
    expect(await screen.findByRole('alert')).toHaveTextContent('Printer tidak ditemukan.');
    expect(screen.queryByText(/^Tiket (dikirim|tercetak)/)).toBeNull();
  });

  test('that did not come out is told to whoever comes back to the guest', async () => {
    const backend = new CaseBackend(filledCase());
    const told = { state: 'gagal' as const, what: 'Kertas macet di printer.', todo: 'Sebutkan nomornya.' };
    backend.prints = [slip(backend, told)];
    await showCase(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent('Kertas macet di printer.');
    expect(backend.asked('ticket_print')).toEqual([]);
  });

  test('that was under way when the guest was called is asked about no more', async () => {
    const backend = new CaseBackend(filledCase());
    takes(backend);
    const { user } = await showCase(backend);
    await user.click(await button());
    await screen.findByText('Tiket sedang dicetak');
    await user.click(screen.getByRole('button', { name: /Mulai verifikasi/ }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Cetak tiket antrean/ })).toBeNull());
    const asked = backend.asked('prints').length;
    wait.end();
    expect(backend.asked('prints')).toHaveLength(asked);
  });

  test('whose answer comes after the guest was called is followed by nobody', async () => {
    const backend = new CaseBackend(filledCase());
    let sent: (reply: { sent: boolean }) => void = () => undefined;
    backend.answer('ticket_print', () => new Promise<{ sent: boolean }>((done) => (sent = done)));
    const { user } = await showCase(backend);
    await user.click(await button());
    await user.click(screen.getByRole('button', { name: /Mulai verifikasi/ }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Cetak tiket antrean/ })).toBeNull());
    const asked = backend.asked('prints').length;
    sent({ sent: true });
    await new Promise((done) => setTimeout(done));
    wait.end();
    expect(backend.asked('prints')).toHaveLength(asked);
  });

  test('is offered to nobody who does not receive guests', async () => {
    const backend = new CaseBackend(filledCase());
    await showCase(backend, { ...session, roles: ['auditor'], rights: rightsOf('auditor') });
    await screen.findByText(/Menunggu panggilan, nomor/);
    expect(screen.queryByRole('button', { name: /Cetak tiket antrean/ })).toBeNull();
  });
});
