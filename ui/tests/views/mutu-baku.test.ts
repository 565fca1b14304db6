// What an admin sets for the clock of the SOP: the minutes of each row, and the day from which they hold.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/bindings';
import type { Answers } from '../fake-backend';
import { desks, session } from '../fictional/office';
import { rightsOf, standardsOf } from '../recorded';
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

const card = () => screen.findByRole('region', { name: 'Mutu baku SOP' });
const verification = () => screen.findByLabelText('Menit langkah 5, Verifikasi dokumen');
const earlier = () => screen.findByRole('region', { name: 'Yang sudah ditetapkan' });
const since = () => screen.findByLabelText('Mutu baku berlaku sejak');

describe('the minutes of the SOP', () => {
  test('are shown as they hold, with who does each step, without a violation', async () => {
    await open();
    expect(await verification()).toHaveValue('30');
    const rows = within(await card()).getAllByRole('row');
    expect(rows).toHaveLength(9);
    expect(rows[1]).toHaveTextContent(/^1 ?Daftar daring ?Pelaku usaha/);
    expect(rows[5]).toHaveTextContent(/^5 ?Verifikasi dokumen ?Verifikator/);
    expect(await since()).toHaveValue('24 November 2026');
    expect(await card()).toHaveTextContent('Langkah yang sudah dimulai tetap memakai mutu baku lama.');
    expect(await earlier()).toHaveTextContent('Kantor belum menetapkan mutu baku sendiri.');
    expect(await violations()).toEqual([]);
  });

  test('are passed by Tab, and set by Enter from a day on', async () => {
    const { backend, user } = await open();
    await user.click(await screen.findByLabelText('Menit langkah 7, Pantau SIKAP'));
    await user.tab();
    expect(screen.getByLabelText('Menit langkah 8, Isi SIKAP')).toHaveFocus();
    await user.tab();
    expect(await since()).toHaveFocus();
    await user.clear(await since());
    await user.keyboard('1-12-2026');
    await user.clear(await verification());
    await user.type(await verification(), '25{Enter}');
    await waitFor(() =>
      expect(backend.asked('standards_set')).toEqual([
        { since: '2026-12-01', minutes: [5, 10, 5, 5, 25, 1, 5, 15] },
      ]),
    );
    expect(await screen.findByText('Mutu baku tersimpan.')).toBeVisible();
    expect(await earlier()).toHaveTextContent('Berlaku sejak 1 Desember 2026: 5, 10, 5, 5, 25, 1, 5, 15');
    expect(await verification()).toHaveValue('25');
  });

  test('that were set earlier stand below, the newest first', async () => {
    await open({
      standards_get: standardsOf([
        { since: '2026-06-01', minutes: [5, 10, 5, 5, 30, 1, 5, 15] },
        { since: '2026-12-01', minutes: [5, 10, 3, 5, 20, 1, 5, 15] },
      ]),
    });
    const lines = within(await earlier()).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      'Berlaku sejak 1 Desember 2026: 5, 10, 3, 5, 20, 1, 5, 15',
      'Berlaku sejak 1 Juni 2026: 5, 10, 5, 5, 30, 1, 5, 15',
    ]);
  });

  test.each([
    ['Menit langkah 5, Verifikasi dokumen', '', 'Tulis menit dengan angka bulat.'],
    ['Menit langkah 5, Verifikasi dokumen', '2,5', 'Tulis menit dengan angka bulat.'],
    ['Mutu baku berlaku sejak', '', 'Tulis tanggal mulai berlaku.'],
  ])('with %s as "%s" are not sent, and the field says why', async (label, typed, words) => {
    const { backend, user } = await open();
    const field = await screen.findByLabelText(label);
    await user.clear(field);
    if (typed) await user.type(field, typed);
    await user.click(screen.getByRole('button', { name: 'Simpan mutu baku' }));
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription(new RegExp(words));
    expect(backend.asked('standards_set')).toEqual([]);
  });

  test('with a day that nobody can read are not sent by Enter with the day before it', async () => {
    const { backend, user } = await open();
    const written = { initialSelectionStart: 0, initialSelectionEnd: 99 };
    await user.type(await since(), '31-2-2027{Enter}', written);
    await waitFor(async () => expect(await since()).toBeInvalid());
    expect(await since()).toHaveFocus();
    expect(await since()).toHaveValue('31-2-2027');
    expect(backend.asked('standards_set')).toEqual([]);
  });

  test('that the program refuses are told beside the act, and what was typed stays', async () => {
    const { backend, user } = await open();
    backend.refuse('standards_set', wireError({ what: 'Mutu baku tidak dapat berlaku surut.' }));
    await user.clear(await verification());
    await user.type(await verification(), '25{Enter}');
    expect(await within(await card()).findByRole('alert')).toHaveTextContent(
      'Mutu baku tidak dapat berlaku surut.',
    );
    expect(await verification()).toHaveValue('25');
  });

  test('that cannot be read say so, and are asked for again', async () => {
    const { backend, user } = await open({
      standards_get: () => {
        throw wireError({ what: 'Basis data sedang dipakai.' });
      },
    });
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    backend.answer('standards_get', standardsOf());
    await user.click(within(await card()).getByRole('button', { name: 'Coba lagi' }));
    expect(await verification()).toHaveValue('30');
  });

  test.each(['petugas', 'verifikator', 'auditor'] as const)('are not asked for by a %s', async (role) => {
    const { backend } = await open(as(role));
    expect(screen.queryByRole('region', { name: 'Mutu baku SOP' })).toBeNull();
    expect(backend.asked('standards_get')).toEqual([]);
  });
});
