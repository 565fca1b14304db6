// The daftar hitam in the settings: which list stands, a file that is looked through and taken with its date, and what
// is said when something is wrong.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/bindings';
import type { Answers } from '../fake-backend';
import { listOf, preview } from '../fictional/hitam';
import { desks, session } from '../fictional/office';
import { rightsOf } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const as = (role: Role): Answers => ({
  desk_state: { ...desks.open, session: { ...session, roles: [role], rights: rightsOf(role) } },
});
const NONE = 'Belum ada daftar. Pertanyaan daftar hitam dijawab dengan melihat daftar di luar Loket.';
const STANDS =
  'Daftar tanggal 16 November 2026, 1.204 pelaku usaha, dimuat oleh Ratna Purnomo 23 November 2026.';

const card = () => screen.findByRole('region', { name: 'Daftar hitam' });
const look = () => screen.findByRole('region', { name: 'Isi berkas' });
const pick = () => screen.findByRole('button', { name: 'Pilih berkas CSV' });
const date = () => screen.findByLabelText('Tanggal daftar');
const use = () => screen.getByRole('button', { name: 'Pakai daftar ini' });

async function open(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow(answers);
  await screen.findByRole('navigation', { name: 'Bagian' });
  await shown.user.keyboard('{Control>}3{/Control}');
  await screen.findByRole('heading', { name: 'Setelan' });
  return shown;
}

/** A file was chosen and read. */
async function read(answers: Answers = {}): Promise<Shown> {
  const shown = await open(answers);
  await shown.user.click(await pick());
  await look();
  return shown;
}

describe('the daftar hitam', () => {
  test('that nobody imported is said to be looked up elsewhere, without a violation', async () => {
    await open();
    expect(await screen.findByText(NONE)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('that stands is told with its date, its size, and who imported it on which day of the office', async () => {
    await open({ daftar_hitam_list: listOf() });
    expect(await card()).toHaveTextContent(STANDS);
    expect(screen.queryByText(NONE)).toBeNull();
  });

  test('is there for a verifikator too, who looks in it every day', async () => {
    const { user } = await open(as('verifikator'));
    await user.click(await pick());
    expect(await look()).toBeVisible();
  });

  test.each(['petugas', 'auditor'] as const)('is not asked for by a %s', async (role) => {
    const { backend } = await open(as(role));
    expect(screen.queryByRole('region', { name: 'Daftar hitam' })).toBeNull();
    expect(backend.asked('daftar_hitam_list')).toEqual([]);
  });

  test('that cannot be read says so, and is asked for again', async () => {
    const { backend, user } = await open({
      daftar_hitam_list: () => {
        throw wireError({ what: 'Basis data sedang dipakai.' });
      },
    });
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    expect(screen.queryByRole('button', { name: 'Pilih berkas CSV' })).toBeNull();
    backend.answer('daftar_hitam_list', listOf());
    await user.click(within(await card()).getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByText(STANDS)).toBeVisible();
  });
});

describe('a file', () => {
  test('is looked through first, and stands only once its date was told', async () => {
    const { backend, user } = await read();
    expect(await look()).toHaveTextContent('1.204 pelaku usaha terbaca');
    expect(await look()).toHaveTextContent('86 di antaranya dengan sanksi yang tidak berlaku hari ini');
    expect(await date()).toHaveFocus();
    expect(await date()).toHaveValue('');
    expect(backend.asked('daftar_hitam_import')).toEqual([]);
    await user.keyboard('16-11-2026{Enter}');
    await waitFor(() => expect(backend.asked('daftar_hitam_import')).toEqual([{ list_date: '2026-11-16' }]));
    expect(await screen.findByText(STANDS)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Isi berkas' })).toBeNull();
    expect(screen.getByText('Daftar hitam tersimpan.')).toBeVisible();
    await waitFor(async () => expect(await pick()).toHaveFocus());
  });

  test('names the list that it would replace, without a violation', async () => {
    await read({ daftar_hitam_list: listOf() });
    expect(await look()).toHaveTextContent('Daftar ini menggantikan daftar tanggal 16 November 2026.');
    expect(await violations()).toEqual([]);
  });

  test('of which every row was taken and holds says nothing of others', async () => {
    await read({
      daftar_hitam_pick: {
        ...preview,
        resting: 0,
        refused: [],
        refused_rows: 0,
        undated: [],
        undated_rows: 0,
      },
    });
    expect(await look()).not.toHaveTextContent(/di antaranya|tidak diambil|tanpa tanggal|menggantikan/);
  });

  test('folds away the rows whose days cannot be read, which are taken all the same', async () => {
    const { user } = await read();
    const row = within(await look()).getByText(/^Baris 20: Tanggal sanksi tidak terbaca/);
    expect(row).not.toBeVisible();
    await user.click(within(await look()).getByText('1 baris tanpa tanggal sanksi yang terbaca'));
    expect(row).toBeVisible();
  });

  test('folds away the rows that were not taken, each with its line and why', async () => {
    const { user } = await read();
    const row = within(await look()).getByText('Baris 12: NPWP tidak terbaca: harus 15 atau 16 angka.');
    expect(row).not.toBeVisible();
    await user.click(within(await look()).getByText('3 baris tidak diambil'));
    expect(row).toBeVisible();
    expect(await look()).not.toHaveTextContent('Hanya');
  });

  test('with more such rows than are shown says so', async () => {
    await read({ daftar_hitam_pick: { ...preview, refused_rows: 1310 } });
    expect(await look()).toHaveTextContent('1.310 baris tidak diambil');
    expect(await look()).toHaveTextContent('Hanya 3 baris pertama yang ditampilkan.');
  });

  test('that was not chosen after all changes nothing', async () => {
    const { backend, user } = await open({ daftar_hitam_list: listOf(), daftar_hitam_pick: null });
    await user.click(await pick());
    await waitFor(() => expect(backend.asked('daftar_hitam_pick')).toHaveLength(1));
    expect(await card()).toHaveTextContent(STANDS);
    expect(screen.queryByRole('region', { name: 'Isi berkas' })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('stays with its date when the dialog is opened again and left', async () => {
    const { backend, user } = await read();
    await user.type(await date(), '16-11-2026');
    backend.answer('daftar_hitam_pick', null);
    await user.click(await pick());
    await waitFor(() => expect(backend.asked('daftar_hitam_pick')).toHaveLength(2));
    expect(await date()).toHaveValue('16 November 2026');
  });

  test('in the place of another one is asked for a date of its own', async () => {
    const { backend, user } = await read();
    await user.type(await date(), '16-11-2026');
    backend.answer('daftar_hitam_pick', { ...preview, rows: 7 });
    await user.click(await pick());
    await waitFor(async () => expect(await look()).toHaveTextContent('7 pelaku usaha terbaca'));
    expect(await date()).toHaveValue('');
  });

  test('that is no list is told at the button, and can be chosen anew', async () => {
    const { backend, user } = await open();
    backend.refuse(
      'daftar_hitam_pick',
      wireError({ code: 'InvalidInput', what: 'Berkas ini bukan CSV.', todo: 'Simpan sebagai CSV.' }),
    );
    await user.click(await pick());
    expect(await within(await card()).findByRole('alert')).toHaveTextContent(
      'Berkas ini bukan CSV. Simpan sebagai CSV.',
    );
    backend.answer('daftar_hitam_pick', preview);
    await user.click(await pick());
    expect(await look()).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('that is no list leaves the one that was read before, with its date', async () => {
    const { backend, user } = await read();
    await user.type(await date(), '16-11-2026');
    backend.refuse('daftar_hitam_pick', wireError({ what: 'Berkas ini bukan CSV.' }));
    await user.click(await pick());
    expect(await screen.findByRole('alert')).toHaveTextContent('Berkas ini bukan CSV.');
    expect(await look()).not.toContainElement(screen.getByRole('alert'));
    expect(await date()).toHaveValue('16 November 2026');
  });

  test.each([
    ['', 'Tulis tanggal daftarnya lebih dulu.'],
    ['31-2-2026', 'Tulis tanggal seperti 23-11-2026.'],
    ['kemarin', 'Tulis tanggal seperti 23-11-2026.'],
  ])('is not taken with the date "%s", and the field says why', async (typed, why) => {
    const { backend, user } = await read();
    if (typed) await user.type(await date(), typed);
    await user.click(use());
    await waitFor(async () => expect(await date()).toHaveFocus());
    expect(await date()).toHaveAccessibleDescription(new RegExp(why));
    expect(await date()).toHaveValue(typed);
    expect(backend.asked('daftar_hitam_import')).toEqual([]);
  });

  test('that the program refuses is told beside the act, and the date stays', async () => {
    const { backend, user } = await read({ daftar_hitam_list: listOf() });
    backend.refuse(
      'daftar_hitam_import',
      wireError({
        code: 'InvalidInput',
        what: 'Daftar hitam yang ada lebih baru daripada berkas ini.',
        todo: 'Unduh daftar yang terbaru, atau periksa tanggalnya.',
      }),
    );
    await user.type(await date(), '9-11-2026{Enter}');
    expect(await within(await look()).findByRole('alert')).toHaveTextContent(
      'Daftar hitam yang ada lebih baru daripada berkas ini. Unduh daftar yang terbaru, atau periksa tanggalnya.',
    );
    expect(await date()).toHaveValue('9 November 2026');
    expect(await date()).toHaveFocus();
    expect(await card()).toHaveTextContent(STANDS);
    backend.answer('daftar_hitam_import', listOf());
    await user.click(use());
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Isi berkas' })).toBeNull());
  });

  test('is taken once, however often Enter is pressed, and no other is chosen meanwhile', async () => {
    const { backend, user } = await read({ daftar_hitam_import: () => new Promise(() => undefined) });
    await user.type(await date(), '16-11-2026{Enter}{Enter}');
    await user.click(await pick());
    expect(backend.asked('daftar_hitam_import')).toHaveLength(1);
    expect(backend.asked('daftar_hitam_pick')).toHaveLength(1);
  });
});
