// What an admin sets for the calls: hours and holidays, and what is said when something is wrong.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/bindings';
import type { Answers } from '../fake-backend';
import { desks, session } from '../fictional/office';
import { officeHours, rightsOf } from '../recorded';
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

describe('the hours of the calls', () => {
  const card = () => screen.findByRole('region', { name: 'Layanan daring' });
  const save = () => screen.findByRole('button', { name: 'Simpan jam layanan' });

  test('are shown as they hold, without a violation', async () => {
    await open();
    expect(await screen.findByLabelText('Menit per sesi')).toHaveValue('45');
    expect(screen.getByLabelText('Senin, mulai ke-2')).toHaveValue('13.00');
    expect(screen.getByLabelText('Jam berlaku sejak')).toHaveValue('24 November 2026');
    expect(within(await card()).getAllByText('Tanpa layanan')).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  test('are changed: a window more, a window less, from a day on', async () => {
    const { backend, user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Tambah jam Sabtu' }));
    expect(screen.getByLabelText('Sabtu, mulai ke-1')).toHaveFocus();
    await user.keyboard('09.00');
    await user.type(screen.getByLabelText('Sabtu, selesai ke-1'), '11.00');
    await user.click(screen.getByRole('button', { name: 'Hapus jam ke-2, Senin' }));
    expect(screen.getByRole('button', { name: 'Tambah jam Senin' })).toHaveFocus();
    await user.clear(screen.getByLabelText('Jam berlaku sejak'));
    await user.type(screen.getByLabelText('Jam berlaku sejak'), '1-12-2026');
    await user.click(await save());
    await waitFor(() => expect(backend.asked('service_hours_set')).toHaveLength(1));
    const [sent] = backend.asked('service_hours_set') as [ReturnType<typeof officeHours> & { since: string }];
    expect(sent.since).toBe('2026-12-01');
    expect(sent.hours.windows).toHaveLength(9);
    expect(sent.hours.windows.at(-1)).toEqual({ weekday: 'sabtu', from: '09.00', until: '11.00' });
    expect(sent.hours.windows.filter((each) => each.weekday === 'senin')).toHaveLength(1);
    expect(await screen.findByText('Jam layanan tersimpan.')).toBeVisible();
  });

  test.each([
    ['Menit per sesi', '', 'Tulis angka bulat, paling sedikit 1.'],
    ['Menit per sesi', '0', 'Tulis angka bulat, paling sedikit 1.'],
    ['Sesi sehari per verifikator', 'dua', 'Tulis angka bulat, paling sedikit 1.'],
    ['Senin, mulai ke-1', '', 'Tulis jam seperti 09.00.'],
    ['Jam berlaku sejak', '', 'Tulis tanggal mulai berlaku.'],
  ])('with %s as "%s" are not sent, and the field says why', async (label, typed, words) => {
    const { backend, user } = await open();
    const field = await screen.findByLabelText(label);
    await user.clear(field);
    if (typed) await user.type(field, typed);
    await user.click(await save());
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription(new RegExp(words));
    expect(backend.asked('service_hours_set')).toEqual([]);
  });

  test('that the program refuses are told beside the act, and what was typed stays', async () => {
    const { backend, user } = await open();
    backend.refuse('service_hours_set', wireError({ what: 'Jam layanan tidak dapat berlaku surut.' }));
    const minutes = await screen.findByLabelText('Menit per sesi');
    await user.clear(minutes);
    await user.type(minutes, '30{Enter}');
    expect(await within(await card()).findByRole('alert')).toHaveTextContent(
      'Jam layanan tidak dapat berlaku surut.',
    );
    expect(minutes).toHaveValue('30');
  });

  test('of another day take the place of those that nobody changed, and say until when they hold', async () => {
    const later = {
      ...officeHours(),
      until: '2027-01-01',
      later: [{ since: '2027-01-01', label: '30 menit' }],
    };
    const { backend, user } = await open({ service_hours_get: later });
    expect(await screen.findByText('Berlaku sejak 1 Januari 2027: 30 menit')).toBeVisible();
    const since = await screen.findByLabelText('Jam berlaku sejak');
    expect(since).toHaveAccessibleDescription(/Sejak 1 Januari 2027 berlaku yang sudah ditetapkan/);
    const next = { ...officeHours().hours, session_minutes: 30 };
    backend.answer('service_hours_get', { ...later, hours: next, until: null });
    await user.clear(since);
    await user.type(since, '1-1-2027');
    const minutes = await screen.findByLabelText('Menit per sesi');
    await waitFor(() => expect(minutes).toHaveValue('30'));
    expect(backend.asked('service_hours_get').at(-1)).toEqual({ day: '2027-01-01' });
    // What somebody typed stays as it is.
    await user.clear(minutes);
    await user.type(minutes, '20');
    backend.answer('service_hours_get', later);
    await user.clear(since);
    await user.type(since, '1-12-2026');
    await waitFor(() => expect(backend.asked('service_hours_get').at(-1)).toEqual({ day: '2026-12-01' }));
    expect(minutes).toHaveValue('20');
  });

  test('that cannot be read say so, and are asked for again', async () => {
    const { backend, user } = await open({
      service_hours_get: () => {
        throw wireError({ what: 'Basis data sedang dipakai.' });
      },
    });
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    backend.answer('service_hours_get', officeHours());
    await user.click(within(await card()).getByRole('button', { name: 'Coba lagi' }));
    expect(await save()).toBeVisible();
  });

  test.each(['petugas', 'verifikator', 'auditor'] as const)('are not asked for by a %s', async (role) => {
    const { backend } = await open(as(role));
    expect(screen.queryByRole('region', { name: 'Layanan daring' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Hari libur' })).toBeNull();
    expect(backend.asked('service_hours_get')).toEqual([]);
  });
});

describe('the holidays', () => {
  const field = () => screen.findByLabelText('Daftar hari libur');
  const text = '01-01-2027 Tahun Baru';

  async function read(answers: Answers = {}): Promise<Shown> {
    const shown = await open(answers);
    await shown.user.type(await field(), text);
    await shown.user.click(screen.getByRole('button', { name: 'Periksa daftar' }));
    return shown;
  }

  test('are looked through first, and hold only when one says so', async () => {
    const { backend, user } = await read();
    const preview = await screen.findByRole('region', { name: 'Hasil pemeriksaan' });
    expect(preview).toHaveTextContent('1 hari libur terbaca');
    expect(preview).toHaveTextContent(/Baris 3: Tanggal ini tidak ada di kalender\./);
    expect(backend.asked('holidays_set')).toEqual([]);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Pakai daftar ini' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('holidays_set')).toEqual([{ text }]));
    const known = await screen.findByRole('region', { name: 'Yang berlaku sekarang' });
    await waitFor(() => expect(known).toHaveTextContent('Sumber: SKB 3 Menteri 2027'));
    expect(known).toHaveTextContent('Jumat, 1 Januari 2027 Tahun Baru 2027 Masehi');
    expect(await field()).toHaveValue('');
    await waitFor(async () => expect(await field()).toHaveFocus());
  });

  test('whose text was changed after the look are looked through again', async () => {
    const { user } = await read();
    await screen.findByRole('region', { name: 'Hasil pemeriksaan' });
    await user.type(await field(), '{Enter}02-01-2027');
    expect(screen.queryByRole('region', { name: 'Hasil pemeriksaan' })).toBeNull();
  });

  test('without any text are not asked about', async () => {
    const { backend, user } = await open();
    await field();
    await user.click(screen.getByRole('button', { name: 'Periksa daftar' }));
    expect(await field()).toHaveAccessibleDescription(/Tempel daftarnya lebih dulu\./);
    expect(backend.asked('holidays_read')).toEqual([]);
  });

  test('of a year that stands alone are taken back', async () => {
    const { backend, user } = await read({
      holidays_read: { holidays: [], emptied: [2028], source: '', refused: [] },
    });
    expect(await screen.findByText('Tahun 2028 dikosongkan')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Pakai daftar ini' }));
    await waitFor(() => expect(backend.asked('holidays_set')).toHaveLength(1));
  });

  test('of which no line was taken cannot be used', async () => {
    const refused = [{ line: 1, why: 'Tanggal belum lengkap.' }];
    await read({ holidays_read: { holidays: [], emptied: [], source: '', refused } });
    expect(await screen.findByText('Baris 1: Tanggal belum lengkap.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Pakai daftar ini' })).toBeNull();
  });

  test('that the program refuses are told, and the text stays', async () => {
    const shown = await read({
      holidays_read: () => {
        throw wireError({ code: 'InvalidInput', what: 'Daftar ini terlalu panjang.' });
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Daftar ini terlalu panjang.');
    expect(await field()).toHaveValue(text);
    expect(shown.backend.asked('holidays_set')).toEqual([]);
  });

  test('that could not be kept leave the look on the screen', async () => {
    const { backend, user } = await read();
    backend.refuse('holidays_set', wireError({ what: 'Ruang diska habis.' }));
    await user.click(await screen.findByRole('button', { name: 'Pakai daftar ini' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(screen.getByRole('region', { name: 'Hasil pemeriksaan' })).toBeVisible();
  });
});
