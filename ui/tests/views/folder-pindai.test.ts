// What an admin says of the folder pindai: chosen, turned on, changed, turned off, by keyboard alone, and what is
// said when something is wrong.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { HotFolderView, Role } from '../../src/bindings';
import type { Answers } from '../fake-backend';
import { hotFolderOn, proposal } from '../fictional/folder';
import { desks, session } from '../fictional/office';
import { rightsOf } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const on: Answers = { hot_folder_get: hotFolderOn };
const filled: Answers = { hot_folder_choose: { ...proposal, files: 12 } };
const as = (role: Role): Answers => ({
  desk_state: { ...desks.open, session: { ...session, roles: [role], rights: rightsOf(role) } },
});

const card = () => screen.findByRole('region', { name: 'Folder pindai' });
const act = async (name: string) => within(await card()).findByRole('button', { name });
const keep = async () => within(await card()).findByRole('checkbox', { name: 'Simpan berkas asal' });
const state = async (word: string) =>
  within(await card())
    .getByText(word)
    .closest('[tabindex]');

async function open(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow(answers);
  await screen.findByRole('navigation', { name: 'Bagian' });
  await shown.user.keyboard('{Control>}3{/Control}');
  await card();
  return shown;
}

async function chosen(answers: Answers = {}): Promise<Shown> {
  const shown = await open(answers);
  (await act(answers.hot_folder_get ? 'Ganti folder…' : 'Pilih folder…')).focus();
  await shown.user.keyboard('{Enter}');
  await within(await card()).findByText('D:\\Pindai');
  return shown;
}

/** An answer that comes when the test says so. */
function later<T>(): { answer: () => Promise<T>; come: (value: T) => void } {
  let come: (value: T) => void = () => undefined;
  return { answer: () => new Promise<T>((done) => (come = done)), come: (value) => come(value) };
}

describe('the folder pindai', () => {
  test('that is off says so and what it is for, and has no violation', async () => {
    const { backend } = await open();
    expect(await act('Pilih folder…')).toBeVisible();
    expect(await state('Mati')).toBeVisible();
    expect(await card()).toHaveTextContent(
      'Selama petugas penerima di meja, Loket mengambil berkasnya ke Baki.',
    );
    expect(within(await card()).queryByRole('button', { name: 'Matikan…' })).toBeNull();
    expect(within(await card()).queryByRole('checkbox')).toBeNull();
    expect(await violations()).toEqual([]);
    expect(backend.asked('hot_folder_get')).toHaveLength(1);
  });

  test('is chosen and turned on by keyboard alone; nothing is kept unless it is ticked', async () => {
    const { backend, user } = await chosen();
    await waitFor(() => expect(screen.getByRole('form', { name: /D:\\Pindai/ })).toHaveFocus());
    expect(await keep()).not.toBeChecked();
    expect(await violations()).toEqual([]);
    await user.keyboard('{Tab}{Tab}{Enter}');
    expect(await screen.findByText('Folder pindai menyala.')).toBeVisible();
    expect(backend.asked('hot_folder_set')).toEqual([{ keep: false, chosen: true }]);
    expect(await card()).toHaveTextContent(hotFolderOn.path ?? '');
    await waitFor(async () => expect(await state('Menyala')).toHaveFocus());
    expect(await violations()).toEqual([]);
  });

  test('with files in it says what becomes of them, as it is ticked', async () => {
    const { backend, user } = await chosen(filled);
    const told = async () => (await card()).textContent;
    expect(await told()).toContain('Di folder ini sudah ada 12 berkas.');
    expect(await told()).toContain('mengambil semua yang terbaca ke Baki, lalu menghapusnya dari folder.');
    await user.keyboard('{Tab} ');
    expect(await told()).toContain('lalu memindahkannya ke subfolder “Sudah diambil”.');
    expect(await told()).not.toContain('menghapusnya');
    expect(await keep()).toHaveAccessibleDescription(/Kartu identitas orang lain tetap dapat dibaca/);
    expect(await violations()).toEqual([]);
    await user.click(await act('Nyalakan'));
    await waitFor(() => expect(backend.asked('hot_folder_set')).toEqual([{ keep: true, chosen: true }]));
    expect(await keep()).toBeChecked();
  });

  test('that is empty has nothing to warn of', async () => {
    await chosen();
    expect(await card()).not.toHaveTextContent('sudah ada');
  });

  test('is left without a choice, and everything is as before', async () => {
    const { backend, user } = await open({ hot_folder_choose: null });
    (await act('Pilih folder…')).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('hot_folder_choose')).toHaveLength(1));
    expect(await act('Pilih folder…')).toHaveFocus();
    expect(within(await card()).queryByRole('alert')).toBeNull();
  });

  test('that cannot be used says why, until another one is chosen', async () => {
    const { backend, user } = await open();
    const what = 'Folder kantor tidak dapat dipakai sebagai folder pindai.';
    backend.refuse(
      'hot_folder_choose',
      wireError({ code: 'InvalidInput', what, todo: 'Pilih folder lain.' }),
    );
    await user.click(await act('Pilih folder…'));
    expect(await within(await card()).findByRole('alert')).toHaveTextContent(`${what} Pilih folder lain.`);
    expect(await act('Pilih folder…')).toHaveFocus();
    backend.answer('hot_folder_choose', proposal);
    await user.keyboard('{Enter}');
    expect(await act('Nyalakan')).toBeVisible();
    expect(within(await card()).queryByRole('alert')).toBeNull();
  });

  test('is chosen once, however often it is pressed', async () => {
    const dialog = later<typeof proposal>();
    const { backend, user } = await open({ hot_folder_choose: dialog.answer });
    (await act('Pilih folder…')).focus();
    await user.keyboard('{Enter}{Enter}');
    expect(await act('Pilih folder…')).toHaveAttribute('aria-busy', 'true');
    expect(backend.asked('hot_folder_choose')).toHaveLength(1);
    dialog.come(proposal);
    expect(await act('Nyalakan')).toBeVisible();
  });

  test('that was chosen is given up again, with the focus where it began', async () => {
    const { backend, user } = await chosen(filled);
    await user.click(await keep());
    await user.click(await act('Batal'));
    await waitFor(async () => expect(await act('Pilih folder…')).toHaveFocus());
    expect(backend.asked('hot_folder_set')).toEqual([]);
    expect(await card()).not.toHaveTextContent('D:\\Pindai');
    await user.keyboard('{Enter}');
    expect(await keep()).not.toBeChecked();
  });

  test('that the program does not turn on says why, and what was chosen stays', async () => {
    const { backend, user } = await chosen();
    backend.refuse('hot_folder_set', wireError({ what: 'Folder itu tidak dapat ditulis.' }));
    await user.click(await keep());
    await user.click(await act('Nyalakan'));
    expect(await within(await card()).findByRole('alert')).toHaveTextContent(
      'Folder itu tidak dapat ditulis.',
    );
    expect(await state('Mati')).toBeVisible();
    expect(await keep()).toBeChecked();
    expect(await act('Nyalakan')).toHaveFocus();
  });

  test('is turned on once, however often Enter is pressed', async () => {
    const set = later<HotFolderView>();
    const { backend, user } = await chosen({ hot_folder_set: set.answer });
    await user.keyboard('{Tab}{Tab}{Enter}{Enter}');
    expect(backend.asked('hot_folder_set')).toHaveLength(1);
    set.come(hotFolderOn);
    expect(await screen.findByText('Folder pindai menyala.')).toBeVisible();
  });

  test('that cannot be read says so, and is asked for again', async () => {
    const { backend, user } = await open({
      hot_folder_get: () => {
        throw wireError({ what: 'Basis data sedang dipakai.' });
      },
    });
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    backend.answer('hot_folder_get', hotFolderOn);
    await user.click(await act('Coba lagi'));
    expect(await act('Ganti folder…')).toBeVisible();
  });

  test.each(['petugas', 'verifikator', 'auditor'] as const)('is not asked for by a %s', async (role) => {
    const { backend, user } = startWindow(as(role));
    await screen.findByRole('navigation', { name: 'Bagian' });
    await user.keyboard('{Control>}3{/Control}');
    await screen.findByText(/Hanya Admin/);
    expect(screen.queryByRole('region', { name: 'Folder pindai' })).toBeNull();
    expect(backend.asked('hot_folder_get')).toEqual([]);
  });
});

describe('a folder pindai that is on', () => {
  test('saves at once whether files are kept', async () => {
    const { backend, user } = await open(on);
    await user.click(await keep());
    expect(await screen.findByText('Berkas asal akan disimpan.')).toBeVisible();
    await user.keyboard(' ');
    expect(await screen.findByText('Berkas asal akan dihapus setelah diambil.')).toBeVisible();
    expect(backend.asked('hot_folder_set')).toEqual([
      { keep: true, chosen: false },
      { keep: false, chosen: false },
    ]);
    expect(await keep()).toHaveFocus();
  });

  test('hears the last of two ticks', async () => {
    const set = later<HotFolderView>();
    const { backend, user } = await open({ ...on, hot_folder_set: set.answer });
    await user.click(await keep());
    await user.keyboard(' ');
    set.come({ ...hotFolderOn, keep: true });
    await waitFor(() =>
      expect(backend.asked('hot_folder_set')).toEqual([
        { keep: true, chosen: false },
        { keep: false, chosen: false },
      ]),
    );
    set.come(hotFolderOn);
    expect(await screen.findByText('Berkas asal akan dihapus setelah diambil.')).toBeVisible();
    expect(await keep()).not.toBeChecked();
  });

  test('does not stay ticked when that is refused', async () => {
    const { backend, user } = await open(on);
    backend.refuse('hot_folder_set', wireError({ what: 'Ruang diska habis.' }));
    await user.click(await keep());
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(await keep()).not.toBeChecked();
    expect(await keep()).toHaveFocus();
  });

  test('is changed for another one, and what is kept is asked as it is', async () => {
    const { backend, user } = await chosen({ hot_folder_get: { ...hotFolderOn, keep: true } });
    expect(await keep()).toBeChecked();
    expect(await card()).toHaveTextContent(`Folder: ${hotFolderOn.path}`);
    backend.answer('hot_folder_set', { ...hotFolderOn, path: 'D:\\Pindai', keep: true });
    await user.click(await act('Pakai folder ini'));
    expect(await screen.findByText('Folder pindai diganti.')).toBeVisible();
    expect(await card()).toHaveTextContent('Folder: D:\\Pindai');
    expect(backend.asked('hot_folder_set')).toEqual([{ keep: true, chosen: true }]);
  });

  test('says what keeps it from being read', async () => {
    const { code, missing } = wireError({ code: 'Io' });
    const trouble = { code: code as 'Io', what: 'Folder tidak ditemukan.', todo: 'Sambungkan lagi.' };
    await open({
      hot_folder_get: { ...hotFolderOn, trouble: { ...trouble, missing, wait_seconds: null } },
    });
    expect(await within(await card()).findByText('Folder tidak ditemukan.')).toBeVisible();
    expect(await card()).toHaveTextContent('Sambungkan lagi.');
    expect(await violations()).toEqual([]);
  });

  test('is turned off after one question, with the focus on that', async () => {
    const { backend, user } = await open(on);
    await user.click(await act('Matikan…'));
    const dialog = await screen.findByRole('dialog', { name: 'Matikan folder pindai' });
    expect(dialog).toHaveTextContent('Berkas di folder itu tidak diambil lagi.');
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Folder pindai dimatikan.')).toBeVisible();
    expect(backend.asked('hot_folder_off')).toHaveLength(1);
    await waitFor(async () => expect(await state('Mati')).toHaveFocus());
    expect(await act('Pilih folder…')).toBeVisible();
  });

  test('stays on when the question is left with Esc', async () => {
    const { backend, user } = await open(on);
    await user.click(await act('Matikan…'));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('hot_folder_off')).toEqual([]);
    await waitFor(async () => expect(await act('Matikan…')).toHaveFocus());
  });

  test('that is not turned off says why in the question', async () => {
    const { backend, user } = await open(on);
    backend.refuse('hot_folder_off', wireError({ what: 'Ruang diska habis.' }));
    await user.click(await act('Matikan…'));
    const dialog = await screen.findByRole('dialog');
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(await state('Menyala')).toBeVisible();
  });
});
