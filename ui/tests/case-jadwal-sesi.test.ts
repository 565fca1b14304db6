// An appointment that is moved or missed, and the strip of the call that runs.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Agenda, PermohonanView } from '../src/bindings';
import { showCase } from './case-show';
import { CaseBackend } from './fake-case';
import type { Answers } from './fake-backend';
import { agendaOf, moment, type Moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const slot = (name: RegExp) => screen.findByRole('button', { name });
const week = agendaOf('agendaKosong');
const taken = wireError({
  code: 'GuardFailed',
  what: 'Masih ada yang kurang.',
  missing: [{ guard: 'T-10', place: 'schedule', label: 'Waktu itu sudah terisi' }],
});
const at = (name: Moment, answers: Answers = {}) => showCase(new CaseBackend(moment(name), answers));
const first = () => slot(/^Senin, 23 November 2026, 09\.00–09\.45 WIB/);
/** The week as it is, but for one day. */
const withDay = (index: number, change: Partial<Agenda['days'][number]>): Agenda => ({
  ...week,
  days: week.days.map((day, at) => (at === index ? { ...day, ...change } : day)),
});
afterEach(() => vi.restoreAllMocks());

describe('moving an appointment', () => {
  async function openMove(view: PermohonanView = moment('terjadwal')) {
    const shown = await showCase(new CaseBackend(view));
    await shown.user.click(screen.getByRole('button', { name: 'Jadwal ulang…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Jadwal ulang' });
    return { ...shown, dialog };
  }
  const reason = () => screen.getByLabelText('Alasan jadwal ulang');

  test('asks for a time and a reason, by keyboard alone', async () => {
    const { backend, user, dialog } = await openMove();
    expect(dialog).toHaveTextContent('Jadwal ini masih dapat diganti dua kali.');
    await waitFor(async () => expect(await first()).toHaveFocus());
    expect(await violations(dialog)).toEqual([]);
    // The link of the time before is there, so the reason comes next.
    await user.keyboard('{Enter}');
    await waitFor(() => expect(reason()).toHaveFocus());
    await user.keyboard('Diminta pelaku usaha{Enter}');
    await waitFor(() =>
      expect(backend.asked('session_reschedule')).toMatchObject([
        {
          day: '2026-11-23',
          time: '09.00',
          join: 'https://rapat.contoh.example/j/9001',
          reason: 'Diminta pelaku usaha',
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('without a reason says so at the field', async () => {
    const { backend, user } = await openMove();
    await user.click(await first());
    await user.keyboard('{Enter}');
    expect(reason()).toHaveAccessibleDescription('Tulis alasannya lebih dulu.');
    expect(backend.asked('session_reschedule')).toEqual([]);
  });

  test('without a time says so, and leads to the times', async () => {
    const { backend, user } = await openMove();
    await first();
    await user.type(reason(), 'Diminta{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Waktu belum dipilih.');
    await waitFor(async () => expect(await first()).toHaveFocus());
    expect(backend.asked('session_reschedule')).toEqual([]);
  });

  test('to a time that was taken meanwhile tells it in the dialog and reads the times again', async () => {
    const { backend, user, dialog } = await openMove();
    await user.click(await first());
    backend.refuse('session_reschedule', taken);
    backend.answer('agenda', withDay(0, { slots: [] }));
    await user.type(reason(), 'Diminta{Enter}');
    expect(await within(dialog).findByText('Waktu itu sudah terisi')).toBeVisible();
    expect(await within(dialog).findByText('Semua waktu sudah terisi')).toBeVisible();
    expect(reason()).toHaveValue('Diminta');
  });

  test('is not offered again when no move is left, and says so', async () => {
    const view = moment('terjadwal');
    const spent = { guard: 'T-11', place: 'schedule' as const, label: 'Batas jadwal ulang sudah habis' };
    view.allowed = view.allowed.map((each) =>
      each.transition === 'T-11' ? { ...each, missing: [spent] } : each,
    );
    const { user } = await showCase(new CaseBackend(view));
    await user.click(screen.getByRole('button', { name: 'Jadwal ulang…' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/^Jadwal belum dapat diganti/)).toBeVisible();
  });

  test('is left with Esc, then the case, one at a time', async () => {
    const shown = await openMove();
    await shown.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(shown.closed()).toBe(0);
    await shown.user.keyboard('{Escape}');
    expect(shown.closed()).toBe(1);
    expect(shown.backend.asked('session_reschedule')).toEqual([]);
  });
});

describe('a case whose vendor did not come', () => {
  test('says how often of how many, with the text ready, and no violation', async () => {
    const { backend } = await at('tidak-hadir');
    expect(await screen.findByText(/pada Selasa, 24 November 2026, pukul 11\.00–11\.45 WIB\./)).toBeVisible();
    expect(screen.getByText('Sudah satu dari paling banyak tiga kali.')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Salin teks' })).toHaveFocus());
    expect(backend.asked('notice_text')).toEqual([{ id: 'k-1', kind: 'tidak_hadir' }]);
    expect(screen.queryByRole('button', { name: 'Berkas .ics' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('goes back to the times when another appointment is asked for', async () => {
    const { backend, user } = await at('tidak-hadir');
    await user.click(screen.getByRole('button', { name: 'Minta jadwal baru' }));
    await waitFor(() => expect(backend.asked('session_ask_again')).toEqual([{ id: 'k-1' }]));
    expect(await first()).toBeVisible();
  });

  test('is not closed before the limit: it says what is missing', async () => {
    const { backend, user } = await at('tidak-hadir');
    await user.click(screen.getByRole('button', { name: 'Tutup permohonan…' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(
      screen.getByText('Belum dapat ditutup. Batas tidak hadir atau batas jawaban belum lewat.'),
    ).toBeVisible();
    expect(backend.asked('session_close')).toEqual([]);
  });

  test('is closed at the limit after a question, and Esc leaves it open', async () => {
    const view = moment('tidak-hadir');
    for (const each of view.allowed) if (each.transition === 'T-14') each.missing = [];
    const { backend, user } = await showCase(new CaseBackend(view));
    await user.click(screen.getByRole('button', { name: 'Tutup permohonan…' }));
    await screen.findByRole('dialog', { name: 'Tutup permohonan' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('session_close')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Tutup permohonan…' }));
    await screen.findByRole('dialog');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('session_close')).toEqual([{ id: 'k-1' }]));
  });

  test('tells a refusal on the screen', async () => {
    const backend = new CaseBackend(moment('tidak-hadir'));
    backend.refuse('session_ask_again', wireError({ what: 'Permohonan sudah berpindah.' }));
    const { user } = await showCase(backend);
    await user.click(screen.getByRole('button', { name: 'Minta jadwal baru' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Permohonan sudah berpindah.');
  });
});

describe('the strip of a call that runs', () => {
  const strip = () => screen.getByRole('region', { name: 'Sesi panggilan video' });
  const CODE = moment('verifikasi-daring').schedule?.sessions.at(-1)?.code ?? 'no code';

  test('shows the code, since when and the calls before', async () => {
    await at('verifikasi-daring');
    expect(strip()).toHaveTextContent(CODE);
    expect(strip()).toHaveTextContent('Berjalan sejak 13.02 WIB, Zoom');
    expect(within(strip()).getByText('Riwayat sesi (3)')).toBeVisible();
    expect(await violations(strip())).toEqual([]);
  });

  test('shows the code alone over the window with K, and Esc closes only that', async () => {
    const { user, closed } = await at('verifikasi-daring');
    await user.keyboard('k');
    const large = await screen.findByRole('dialog', { name: 'Kode sesi' });
    expect(large).toHaveTextContent(CODE);
    expect(large).toHaveFocus();
    expect(await violations(large)).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(closed()).toBe(0);
    await user.keyboard('{Escape}');
    expect(closed()).toBe(1);
  });

  test('of a call that broke off shows no code and says so', async () => {
    const view = moment('verifikasi-daring');
    const current = view.schedule?.sessions.at(-1);
    if (current) Object.assign(current, { state: 'terputus', state_label: 'terputus' });
    const { user } = await showCase(new CaseBackend(view));
    expect(strip()).toHaveTextContent('Sesi ke-3 terputus');
    expect(strip()).not.toHaveTextContent(CODE);
    await user.keyboard('k');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is not there at the counter', async () => {
    await at('verifikasi-dibandingkan');
    expect(screen.queryByRole('region', { name: 'Sesi panggilan video' })).toBeNull();
  });
});
