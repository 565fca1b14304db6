// What an admin sets of how long the office waits and how often it tries, and the day from which it holds.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/bindings';
import type { Answers } from '../fake-backend';
import { desks, session } from '../fictional/office';
import { limitsOf, rightsOf } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const as = (role: Role): Answers => ({
  desk_state: { ...desks.open, session: { ...session, roles: [role], rights: rightsOf(role) } },
});

async function open(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow(answers);
  await screen.findByRole('navigation', { name: 'Bagian' });
  await shown.user.keyboard('{Control>}3{/Control}');
  await screen.findByRole('heading', { name: 'Setelan' });
  return shown;
}

const card = () => screen.findByRole('region', { name: 'Tenggat dan batas' });
const earlier = () => screen.findByRole('region', { name: 'Tenggat yang sudah ditetapkan' });
const field = (name: string) => screen.findByLabelText(name);
const { proposed } = limitsOf();

describe('the limits of an office', () => {
  test('are shown as they hold, without a violation', async () => {
    await open();
    const shown: [string, string][] = [
      ['Menunggu tautan formulir SPSE (hari)', '2'],
      ['Dari formulir sampai verifikasi (hari)', '30'],
      ['Pengingat pertama, sesudah formulir (hari)', '14'],
      ['Pengingat kedua, sesudah formulir (hari)', '25'],
      ['Jadwal ulang, paling banyak (kali)', '3'],
      ['Menunggu di panggilan sebelum tidak hadir (menit)', '15'],
      ['Menghubungi sebelum tidak hadir (kali)', '2'],
      ['Tidak hadir sampai permohonan berakhir (kali)', '3'],
      ['Menunggu kabar sesudah tidak hadir (hari)', '14'],
      ['Tanya SIKAP pertama, sesudah aktivasi (hari kerja)', '3'],
      ['Tanya SIKAP kedua, sesudah aktivasi (hari kerja)', '7'],
      ['Tanya SIKAP terakhir, sesudah aktivasi (hari kerja)', '14'],
    ];
    for (const [name, value] of shown) expect(await field(name)).toHaveValue(value);
    expect(await card()).toHaveTextContent('Permohonan yang sudah dibuka tetap memakai tenggat lama.');
    expect(await earlier()).toHaveTextContent('Kantor belum menetapkan tenggat sendiri.');
    expect(await violations()).toEqual([]);
  });

  test('are set by Enter from a day on, each number in its own place', async () => {
    const { backend, user } = await open();
    const fields = within(await card())
      .getAllByRole('textbox')
      .slice(0, 12);
    for (const [at, each] of fields.entries()) {
      await user.clear(each);
      await user.type(each, String(101 + at));
    }
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('limits_set')).toEqual([
        {
          since: '2026-11-24',
          limits: {
            link_days: 101,
            verification_days: 102,
            reminder_days: [103, 104],
            reschedules: 105,
            no_show_minutes: 106,
            contact_attempts: 107,
            no_shows: 108,
            silent_days: 109,
            sikap_days: [110, 111, 112],
          },
        },
      ]),
    );
    expect(await screen.findByText('Tenggat tersimpan.')).toBeVisible();
  });

  test('that were set earlier stand below, the newest first, by what each changed', async () => {
    const slow = { ...proposed, link_days: 5 };
    await open({
      limits_get: limitsOf([
        { since: '2026-06-01', limits: proposed },
        { since: '2026-09-01', limits: slow },
        { since: '2026-12-01', limits: { ...slow, sikap_days: [2, 7, 14] } },
        { since: '2027-01-01', limits: { ...slow, sikap_days: [2, 7, 14] } },
      ]),
    });
    const lines = within(await earlier()).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent).slice(0, 3)).toEqual([
      'Berlaku sejak 1 Januari 2027: tidak ada yang berubah',
      'Berlaku sejak 1 Desember 2026: Tanya SIKAP pertama, sesudah aktivasi 2 hari kerja',
      'Berlaku sejak 1 September 2026: Menunggu tautan formulir SPSE 5 hari',
    ]);
  });

  test('of another day take the place of what nobody typed, and say until when they hold', async () => {
    const { backend, user } = await open({ limits_get: { ...limitsOf(), until: '2027-01-01' } });
    const since = await field('Tenggat berlaku sejak');
    expect(since).toHaveAccessibleDescription(/Sejak 1 Januari 2027 berlaku yang sudah ditetapkan/);
    const moved = await field('Jadwal ulang, paling banyak (kali)');
    await user.clear(moved);
    await user.type(moved, '5');
    backend.answer('limits_get', { ...limitsOf(), proposed: { ...proposed, link_days: 9, reschedules: 1 } });
    await user.clear(since);
    await user.type(since, '1-1-2027');
    await waitFor(async () => expect(await field('Menunggu tautan formulir SPSE (hari)')).toHaveValue('9'));
    expect(moved).toHaveValue('5');
    expect(backend.asked('limits_get').at(-1)).toEqual({ day: '2027-01-01' });
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('limits_set')).toEqual([
        { since: '2027-01-01', limits: { ...proposed, link_days: 9, reschedules: 5 } },
      ]),
    );
  });

  test('of a day that was typed a moment ago are saved only once they are shown', async () => {
    const { backend, user } = await open();
    const since = await field('Tenggat berlaku sejak');
    let arrive: (() => void) | undefined;
    const later = { ...limitsOf(), proposed: { ...proposed, link_days: 9 } };
    backend.answer('limits_get', () => new Promise((told) => (arrive = () => told(later))));
    await user.clear(since);
    await user.type(since, '1-1-2027{Enter}');
    expect(backend.asked('limits_set')).toEqual([]);
    arrive?.();
    await waitFor(() =>
      expect(backend.asked('limits_set')).toEqual([
        { since: '2027-01-01', limits: { ...proposed, link_days: 9 } },
      ]),
    );
  });

  test('that were typed on while the day was asked about are not saved, and that is said', async () => {
    const { backend, user } = await open();
    const since = await field('Tenggat berlaku sejak');
    let arrive: (() => void) | undefined;
    const later = { ...limitsOf(), proposed: { ...proposed, link_days: 9 } };
    backend.answer('limits_get', () => new Promise((told) => (arrive = () => told(later))));
    await user.clear(since);
    await user.type(since, '1-1-2027{Enter}');
    const moved = await field('Jadwal ulang, paling banyak (kali)');
    await user.clear(moved);
    await user.type(moved, '1');
    arrive?.();
    expect(await screen.findByText('Isian berubah, jadi belum disimpan. Simpan sekali lagi.')).toBeVisible();
    expect(backend.asked('limits_set')).toEqual([]);
    await user.type(moved, '4{Enter}');
    await waitFor(() =>
      expect(backend.asked('limits_set')).toEqual([
        { since: '2027-01-01', limits: { ...proposed, link_days: 9, reschedules: 14 } },
      ]),
    );
  });

  test('of a day that cannot be read are not saved with the numbers of another', async () => {
    const { backend, user } = await open();
    const since = await field('Tenggat berlaku sejak');
    backend.refuse('limits_get', wireError({ what: 'Basis data sedang dipakai.' }));
    await user.clear(since);
    await user.type(since, '1-1-2027{Enter}');
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    expect(backend.asked('limits_set')).toEqual([]);
  });

  test.each(['', '2,5', 'dua'])(
    'with a number written as "%s" are not sent, and the field says why',
    async (typed) => {
      const { backend, user } = await open();
      const link = await field('Menunggu tautan formulir SPSE (hari)');
      await user.clear(link);
      if (typed) await user.type(link, typed);
      await user.click(screen.getByRole('button', { name: 'Simpan tenggat' }));
      await waitFor(() => expect(link).toHaveFocus());
      expect(link).toHaveAccessibleDescription(/Tulis dengan angka bulat/);
      expect(backend.asked('limits_set')).toEqual([]);
    },
  );

  test('that the program refuses are told beside the act, and what was typed stays', async () => {
    const { backend, user } = await open();
    backend.refuse('limits_set', wireError({ what: 'Hari menghubungi tentang SIKAP harus berurutan.' }));
    const first = await field('Tanya SIKAP pertama, sesudah aktivasi (hari kerja)');
    await user.clear(first);
    await user.type(first, '9{Enter}');
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('harus berurutan');
    expect(first).toHaveValue('9');
  });

  test('that cannot be read say so, and are asked for again', async () => {
    const { backend, user } = await open({
      limits_get: () => {
        throw wireError({ what: 'Basis data sedang dipakai.' });
      },
    });
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    backend.answer('limits_get', limitsOf());
    await user.click(within(await card()).getByRole('button', { name: 'Coba lagi' }));
    expect(await field('Dari formulir sampai verifikasi (hari)')).toHaveValue('30');
  });

  test.each(['petugas', 'verifikator', 'auditor'] as const)('are not asked for by a %s', async (role) => {
    const { backend } = await open(as(role));
    expect(screen.queryByRole('region', { name: 'Tenggat dan batas' })).toBeNull();
    expect(backend.asked('limits_get')).toEqual([]);
  });
});
