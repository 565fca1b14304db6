// The diary of the office and the calls on the home, by keyboard alone and by what fails.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { AgendaRequest, AgendaView, CaseSummary, Role } from '../../src/bindings';
import type { Answers } from '../fake-backend';
import { desks, session } from '../fictional/office';
import { agendaOf, homeOf, moment, rightsOf } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const full = agendaOf('agendaTerisi');
const [call] = homeOf('berandaDaring').sessions as [AgendaView];
const as = (role: Role): Answers => ({
  desk_state: { ...desks.open, session: { ...session, roles: [role], rights: rightsOf(role) } },
});
const card = (name: RegExp) => screen.findByRole('button', { name });
const asked = ({ backend }: Shown) => backend.asked('agenda') as AgendaRequest[];

async function openAgenda(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow({ agenda: full, permohonan_get: moment('terjadwal'), ...answers });
  await screen.findByRole('navigation', { name: 'Bagian' });
  await shown.user.keyboard('{Control>}4{/Control}');
  await screen.findByRole('heading', { name: 'Agenda' });
  return shown;
}

describe('the home on a day with calls', () => {
  test('lists them with time, company, way and who leads; a row opens its case', async () => {
    const { backend, user } = startWindow({ home: homeOf('berandaDaring') });
    const list = await screen.findByRole('region', { name: /Sesi hari ini 1/ });
    const row = within(list).getByRole('button');
    expect(row).toHaveTextContent('11.00 Toko Sumber Rejeki Zoom, Ratna Purnomo');
    expect(await violations()).toEqual([]);
    row.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: call.id }]));
  });

  test('lists what has to be scheduled and who did not come', async () => {
    const home = homeOf('beranda');
    const [one, two] = home.waiting as [CaseSummary, CaseSummary];
    startWindow({ home: { ...home, to_schedule: [one], no_shows: [two] } });
    const desk = await screen.findByRole('region', { name: 'Di meja ini' });
    expect(await within(desk).findByRole('heading', { name: /Perlu dijadwalkan 1/ })).toBeVisible();
    expect(within(desk).getByRole('heading', { name: /Tidak hadir 1/ })).toBeVisible();
  });

  test('shows nothing of calls where there are none', async () => {
    startWindow();
    await screen.findByRole('button', { name: /Mulai verifikasi/ });
    for (const words of [/Sesi hari ini/, /Perlu dijadwalkan/, /Tidak hadir/])
      expect(screen.queryByRole('heading', { name: words })).toBeNull();
  });

  test('names a call that was not only promised', async () => {
    const sessions = [{ ...call, state: 'berlangsung' as const, state_label: 'berlangsung' }];
    startWindow({ home: { ...homeOf('berandaDaring'), sessions } });
    const list = await screen.findByRole('region', { name: /Sesi hari ini/ });
    expect(within(list).getByText('berlangsung')).toBeVisible();
  });
});

describe('the agenda', () => {
  test('opens from the rail on the week of today, with the focus on the first call', async () => {
    const shown = await openAgenda();
    await waitFor(async () => expect(await card(/11\.00–11\.45 WIB/)).toHaveFocus());
    expect(asked(shown).at(-1)).toEqual({ id: null, from: '2026-11-23', days: 7 });
    expect(screen.getByRole('button', { name: 'Agenda' })).toHaveAttribute('aria-current', 'page');
    expect(await card(/11\.00/)).toHaveTextContent('Toko Sumber Rejeki');
    expect(await violations()).toEqual([]);
  });

  test('opens the case with Enter, and Esc comes back to the same week', async () => {
    const shown = await openAgenda();
    await waitFor(async () => expect(await card(/11\.00/)).toHaveFocus());
    await shown.user.keyboard('{PageDown}');
    await waitFor(() => expect(asked(shown).at(-1)?.from).toBe('2026-11-30'));
    (await card(/11\.00/)).focus();
    await shown.user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: 'Toko Sumber Rejeki' });
    await shown.user.keyboard('{Escape}');
    await screen.findByRole('heading', { name: 'Agenda' });
    expect(asked(shown).at(-1)).toMatchObject({ from: '2026-11-30', days: 7 });
  });

  test('turns with the page keys, comes back to today with T, goes home with Esc', async () => {
    const shown = await openAgenda();
    await card(/11\.00/);
    await shown.user.keyboard('{PageUp}');
    await waitFor(() => expect(asked(shown).at(-1)?.from).toBe('2026-11-16'));
    await shown.user.keyboard('t');
    await waitFor(() => expect(asked(shown).at(-1)?.from).toBe('2026-11-23'));
    await shown.user.keyboard('{Escape}');
    expect(await screen.findByRole('region', { name: 'Di meja ini' })).toBeVisible();
  });

  test('shows one day with H and the week with M', async () => {
    const shown = await openAgenda();
    await card(/11\.00/);
    await shown.user.keyboard('h');
    await waitFor(() => expect(asked(shown).at(-1)).toEqual({ id: null, from: null, days: 1 }));
    await shown.user.keyboard('{PageDown}');
    await waitFor(() => expect(asked(shown).at(-1)).toEqual({ id: null, from: '2026-11-24', days: 1 }));
    await shown.user.keyboard('m');
    await waitFor(() => expect(asked(shown).at(-1)).toEqual({ id: null, from: '2026-11-23', days: 7 }));
  });

  test('walks between the days, past those without a call, and stops at the ends', async () => {
    const other = { ...call, id: 'k-9', company: 'CV Jauh', start: '2026-11-26T02:00:00Z', time: '09.00' };
    const days = full.days.map((day) => (day.date === '2026-11-26' ? { ...day, sessions: [other] } : day));
    const { user } = await openAgenda({ agenda: { ...full, days } });
    await waitFor(async () => expect(await card(/Toko Sumber/)).toHaveFocus());
    await user.keyboard('{ArrowRight}');
    expect(await card(/CV Jauh/)).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(await card(/CV Jauh/)).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(await card(/Toko Sumber/)).toHaveFocus();
  });

  test('of an empty week says so', async () => {
    await openAgenda({ agenda: agendaOf('agendaKosong') });
    expect(await screen.findByText('Tidak ada sesi')).toBeVisible();
  });

  test('says of a holiday and of a day without service what it is, and leaves out an idle Sunday', async () => {
    const [monday, tuesday] = full.days as [(typeof full.days)[0], (typeof full.days)[0]];
    const idle = { ...monday, windows: [], slots: [], sessions: [] };
    const days = [
      { ...monday, holiday: 'Hari Guru', slots: [] },
      { ...idle, date: '2026-11-24', label: 'Selasa, 24 November 2026' },
      ...full.days.slice(2),
      { ...idle, date: '2026-11-28', label: 'Sabtu, 28 November 2026' },
      { ...tuesday, date: '2026-11-29', label: 'Minggu, 29 November 2026' },
    ];
    await openAgenda({ agenda: { ...full, days } });
    expect(await screen.findByText('Libur: Hari Guru')).toBeVisible();
    expect(screen.getByText('Tanpa layanan daring')).toBeVisible();
    expect(screen.queryByRole('region', { name: /Sabtu/ })).toBeNull();
    expect(screen.getByRole('region', { name: /Minggu, 29/ })).toBeVisible();
  });

  test('that may not be read says so, and Esc still leads home', async () => {
    const shown = await openAgenda({
      ...as('admin'),
      agenda: () => {
        throw wireError({ code: 'RoleForbidden', what: 'Peran Anda tidak boleh melihat agenda.' });
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Peran Anda tidak boleh melihat agenda.');
    await shown.user.keyboard('{PageDown}');
    await shown.user.keyboard('{Escape}');
    expect(await screen.findByRole('region', { name: 'Di meja ini' })).toBeVisible();
  });

  test('keeps the last known week when the next cannot be read', async () => {
    const shown = await openAgenda();
    await card(/11\.00/);
    shown.backend.refuse('agenda', wireError({ what: 'Basis data sedang dipakai.' }));
    await shown.user.keyboard('{PageDown}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    expect(await card(/11\.00/)).toBeVisible();
    shown.backend.answer('agenda', full);
    await shown.user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
