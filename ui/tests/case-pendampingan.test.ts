// A vendor is helped with the account at INAPROC: nothing is verified, and the end is a slip.
import { render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import ArchiveTable from '../src/archive/ArchiveTable.svelte';
import DeskColumn from '../src/home/DeskColumn.svelte';
import type { Layanan } from '../src/bindings';
import { focusedPlace, showCase } from './case-show';
import { CaseBackend } from './fake-case';
import { session } from './fictional/office';
import { showGuest } from './guest-show';
import { homeOf, moment, notice } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

describe('a guest who comes for help with INAPROC', () => {
  test('is not the usual one, so that a new account costs no key more', async () => {
    const { backend, user } = await showGuest();
    expect(screen.getByLabelText(/Akun baru SPSE/)).toBeChecked();
    expect(screen.getByLabelText(/Badan usaha/)).toHaveFocus();
    await user.keyboard(' {Enter}');
    await waitFor(() => expect(backend.asked('permohonan_open')).toHaveLength(1));
    expect(backend.asked('pendampingan_open')).toEqual([]);
  });

  test('is opened by keys alone, as a permohonan of its own kind', async () => {
    const { backend, opened, user } = await showGuest();
    await user.keyboard(' {Shift>}{Tab}{/Shift}{ArrowDown}{ArrowDown}');
    expect(screen.getByLabelText(/Pendampingan INAPROC/)).toBeChecked();
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(opened).toEqual(['k-1']));
    expect(backend.asked('pendampingan_open')).toEqual([
      { profil: 'badan_usaha', notice_version: notice.version },
    ]);
    expect(backend.asked('permohonan_open')).toEqual([]);
  });

  test('is told nothing about documents that are verified', async () => {
    const { user } = await showGuest();
    expect(screen.getAllByText(/Yang diperiksa/)).toHaveLength(2);
    await user.click(screen.getByLabelText(/Pendampingan INAPROC/));
    expect(screen.queryByText(/Yang diperiksa/)).toBeNull();
  });

  test('is not opened while nobody said which kind of vendor came', async () => {
    const { backend, opened, user } = await showGuest();
    await user.click(screen.getByLabelText(/Pendampingan INAPROC/));
    await user.click(screen.getByRole('button', { name: /Buka pendampingan/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Pilih jenis pelaku usaha lebih dulu.');
    expect(screen.getByLabelText(/Badan usaha/)).toHaveFocus();
    expect(backend.asked('pendampingan_open')).toEqual([]);
    expect(opened).toEqual([]);
  });

  test('stays on the screen with the choice when the program refuses', async () => {
    const backend = new CaseBackend();
    backend.refuse('pendampingan_open', wireError({ what: 'Peran Anda tidak menerima tamu.' }));
    const { opened, user } = await showGuest(backend);
    await user.click(screen.getByLabelText(/Pendampingan INAPROC/));
    await user.click(screen.getByLabelText(/Badan usaha/));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Peran Anda tidak menerima tamu.')).toBeVisible();
    expect(screen.getByLabelText(/Pendampingan INAPROC/)).toBeChecked();
    expect(opened).toEqual([]);
  });
});

describe('a list of permohonan', () => {
  test.each<[Layanan, string | null]>([
    ['pendampingan_inaproc', 'Pendampingan INAPROC'],
    ['perubahan_data', 'Perubahan data'],
    ['akun_baru', null],
  ])('names what a permohonan of the kind %s is for: %s', (layanan, name) => {
    const [row] = homeOf('beranda').waiting;
    const none = () => undefined;
    const cases = row ? [{ ...row, layanan }] : [];
    render(ArchiveTable, { props: { cases, session, onopen: none, ontimeline: none, onwalk: none } });
    const table = within(screen.getByRole('table'));
    if (name) expect(table.getByText(name)).toBeVisible();
    else expect(table.queryByText(/Akun baru|Perubahan|Pendampingan/)).toBeNull();
  });
});

const empty = () => new CaseBackend(moment('pendampingan-kosong'));
const filled = () => new CaseBackend(moment('pendampingan-terisi'));
const question = (name: string) => within(screen.getByRole('radiogroup', { name }));
const finish = () => screen.getByRole('button', { name: /^Selesaikan/ });

test('the desk names the help that was begun and not ended', () => {
  const home = homeOf('beranda');
  const intake = home.intake.map((row) => ({ ...row, layanan: 'pendampingan_inaproc' as const }));
  render(DeskColumn, { props: { home: { ...home, intake }, failed: false, onopen: () => undefined } });
  expect(screen.getAllByText('Pendampingan INAPROC')).toHaveLength(intake.length);
  expect(intake).not.toEqual([]);
});

describe('the help', () => {
  test('begins in the first empty field, and shows nothing of the SOP', async () => {
    const { container } = await showCase(empty());
    await waitFor(() => expect(screen.getByLabelText('Nama usaha *')).toHaveFocus());
    expect(screen.queryByRole('navigation', { name: 'Langkah SOP' })).toBeNull();
    expect(screen.getByText('Pendampingan INAPROC')).toBeVisible();
    expect(await violations(container)).toEqual([]);
  });

  test('asks for no place in a queue that it never enters', async () => {
    await showCase(empty());
    expect(screen.getByLabelText('Nama yang hadir')).toBeVisible();
    expect(screen.queryByLabelText('Antrean prioritas')).toBeNull();
  });

  test('that is filled in takes the focus to no question that was answered', async () => {
    await showCase(filled());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(focusedPlace()).toBeNull();
  });

  test('goes on with Enter from field to field, then to the look-ups once, then to the end', async () => {
    const view = moment('pendampingan-terisi');
    view.form.surel = { value: '', notes: [] };
    const { user } = await showCase(new CaseBackend(view));
    await waitFor(() => expect(screen.getByLabelText('Surel *')).toHaveFocus());
    await user.keyboard('kantor@reban.example{Enter}');
    await waitFor(() => expect(focusedPlace()).toBe('look_up:listed'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focusedPlace()).toBe('look_up:registered'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(finish()).toHaveFocus());
  });

  test('saves the NIK that stands on the NIB as a field of that document', async () => {
    const { backend, user } = await showCase(empty());
    await user.type(screen.getByLabelText('NIK pada NIB'), '3325112305709012');
    await user.tab();
    await waitFor(() =>
      expect(backend.asked('document_field_set')).toEqual([
        { id: 'k-1', document: 'nib', field: 'nik', value: '3325112305709012' },
      ]),
    );
  });

  test('brings a NIK back that was cut off while it was typed', async () => {
    const view = moment('pendampingan-kosong');
    view.drafts['doc:nib:nik'] = '33251';
    await showCase(new CaseBackend(view));
    const field = screen.getByLabelText('NIK pada NIB');
    expect(field).toHaveValue('33251');
    await waitFor(() => expect(field).toHaveFocus());
  });

  test('keeps a field on the screen that could not be saved, and says so', async () => {
    const backend = empty();
    backend.refuse('form_set', wireError({ what: 'Ruang diska habis.' }));
    const { user } = await showCase(backend);
    const field = screen.getByLabelText('NIK admin *');
    await user.type(field, '3325');
    await user.tab();
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Ruang diska habis/));
    expect(field).toHaveValue('3325');
    expect(screen.getByText('Belum tersimpan')).toBeVisible();
  });

  test('says in words what INAPROC will refuse, what passes and what nobody knows', async () => {
    await showCase(filled());
    const sheet = within(screen.getByRole('region', { name: 'Yang akan diperiksa INAPROC' }));
    const [refused] = sheet.getAllByText('Akan ditolak');
    expect(refused?.closest('li')).toHaveTextContent(/NPWP masih 15 angka. Padankan di Coretax/);
    expect(sheet.getAllByText('Sesuai')).toHaveLength(3);
    expect(sheet.getAllByText('Belum diketahui')).toHaveLength(2);
  });
});

describe('a look-up', () => {
  test('is saved at once, with the others as they were', async () => {
    const { backend, user } = await showCase(filled());
    expect(question('NIB berlaku?').getByRole('radio', { name: 'Ya' })).toBeChecked();
    await user.click(question('Tercantum?').getByRole('radio', { name: 'Tidak' }));
    await waitFor(() =>
      expect(backend.asked('inaproc_look_up')).toEqual([
        { id: 'k-1', looked_up: { nib_valid: true, listed: false, registered: null } },
      ]),
    );
  });

  test('is taken back by "Belum dilihat"', async () => {
    const { backend, user } = await showCase(filled());
    await user.click(question('NIB berlaku?').getByRole('radio', { name: 'Belum dilihat' }));
    await waitFor(() =>
      expect(backend.asked('inaproc_look_up')).toMatchObject([{ looked_up: { nib_valid: null } }]),
    );
  });

  test('loses nothing when two are answered before the program answers', async () => {
    const backend = filled();
    let answer = () => {};
    const slow = new Promise<void>((resolve) => (answer = resolve));
    backend.answer('inaproc_look_up', async () => {
      await slow;
      return moment('pendampingan-terisi');
    });
    const { user } = await showCase(backend);
    await user.click(question('Tercantum?').getByRole('radio', { name: 'Tidak' }));
    await user.click(question('Sudah terdaftar?').getByRole('radio', { name: 'Ya' }));
    answer();
    await waitFor(() => expect(backend.asked('inaproc_look_up')).toHaveLength(2));
    expect(backend.asked('inaproc_look_up').at(-1)).toMatchObject({
      looked_up: { nib_valid: true, listed: false, registered: true },
    });
  });

  test('that could not be saved stays on the screen with the reason', async () => {
    const backend = filled();
    backend.refuse('inaproc_look_up', wireError({ what: 'Ruang diska habis.' }));
    const { user } = await showCase(backend);
    const yes = question('Sudah terdaftar?').getByRole('radio', { name: 'Ya' });
    await user.click(yes);
    expect(await screen.findByText('Ruang diska habis.')).toBeVisible();
    expect(yes).toBeChecked();
    expect(yes).toHaveFocus();
    expect(screen.getByText('Belum tersimpan')).toBeVisible();
  });
});

describe('a paper for INAPROC', () => {
  test('is there or not, and no copy of it is written down', async () => {
    const { backend, user } = await showCase(empty());
    for (const radio of question('Bukti KSWP').getAllByRole('radio')) expect(radio).not.toBeChecked();
    await user.click(question('Bukti KSWP').getByRole('radio', { name: 'Belum ada' }));
    await waitFor(() =>
      expect(backend.asked('document_state_set')).toEqual([
        { id: 'k-1', document: 'kswp', state: 'menyusul', paper_copy: null },
      ]),
    );
    expect(screen.getByText('LPSE tidak menyimpan salinannya.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Ambil/ })).toBeNull();
  });

  test('ends as the arrows left it, however fast they were', async () => {
    const { backend, user } = await showCase(empty());
    question('NIB').getByRole('radio', { name: 'Ada' }).focus();
    await user.keyboard(' {ArrowRight}{ArrowLeft}{ArrowRight}');
    await waitFor(() => expect(backend.asked('document_state_set')).toHaveLength(4));
    expect(backend.asked('document_state_set').at(-1)).toMatchObject({ state: 'menyusul' });
    expect(question('NIB').getByRole('radio', { name: 'Belum ada' })).toBeChecked();
  });

  test('that could not be saved says so beside it, until it can', async () => {
    const backend = empty();
    backend.refuse('document_state_set', wireError({ what: 'Ruang diska habis.' }));
    const { user } = await showCase(backend);
    const group = screen.getByRole('radiogroup', { name: 'NIB' });
    await user.click(within(group).getByRole('radio', { name: 'Ada' }));
    await waitFor(() => expect(group).toHaveAccessibleDescription(/Ruang diska habis/));
    backend.answer('document_state_set', moment('pendampingan-terisi'));
    await user.click(within(group).getByRole('radio', { name: 'Ada' }));
    await waitFor(() => expect(group).not.toHaveAccessibleDescription());
  });
});

describe('the end of the help', () => {
  async function finishing(backend = filled()) {
    const shown = await showCase(backend);
    await shown.user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Selesaikan pendampingan' });
    await waitFor(() => expect(within(dialog).getByLabelText(/sudah jadi/)).toHaveFocus());
    return { ...shown, dialog };
  }

  test.each(['the button', 'Ctrl+Enter'])('by %s leads to what is missing, and asks nothing', async (way) => {
    const { backend, user } = await showCase(empty());
    expect(finish()).toHaveAttribute('aria-disabled', 'true');
    if (way === 'the button') await user.click(finish());
    else await user.keyboard('{Control>}{Enter}{/Control}');
    expect(focusedPlace()).toBe('attendee');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(backend.asked('pendampingan_finish')).toEqual([]);
  });

  test('is walked to by F8, from one missing thing to the next', async () => {
    const { user } = await showCase(empty());
    const seen: (string | null)[] = [];
    for (let press = 0; press < 4; press += 1) {
      await user.keyboard('{F8}');
      seen.push(focusedPlace());
    }
    expect(seen).toEqual(['attendee', 'attendee:name', 'document:nib', 'document:npwp']);
  });

  test('chooses no outcome beforehand and asks for one', async () => {
    const { backend, user, dialog } = await finishing();
    for (const radio of within(dialog).getAllByRole('radio')) expect(radio).not.toBeChecked();
    expect(await violations(dialog)).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Pilih hasilnya lebih dulu.');
    expect(within(dialog).getByLabelText(/sudah jadi/)).toHaveFocus();
    expect(backend.asked('pendampingan_finish')).toEqual([]);
  });

  test('that failed without a word is refused by the program, and leads to the note', async () => {
    const backend = filled();
    backend.refuse(
      'pendampingan_finish',
      wireError({
        code: 'InvalidInput',
        what: 'Sebab belum berhasil belum ditulis.',
        todo: 'Tulis pesan INAPROC atau kendalanya dalam catatan.',
      }),
    );
    const { user, dialog } = await finishing(backend);
    await user.click(within(dialog).getByLabelText('Belum berhasil'));
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Sebab belum berhasil belum ditulis.')).toBeVisible();
    expect(within(dialog).getByText(/Tulis pesan INAPROC/)).toBeVisible();
    await waitFor(() => expect(within(dialog).getByLabelText('Catatan')).toHaveFocus());
    expect(within(dialog).getByLabelText('Belum berhasil')).toBeChecked();
    backend.follows('pendampingan_finish', 'pendampingan-selesai');
    await user.keyboard('NIK tidak sama');
    await user.click(within(dialog).getByRole('button', { name: /Selesaikan dan cetak/ }));
    await screen.findByRole('dialog', { name: /Lembar Pengalihan/ });
    expect(backend.asked('pendampingan_finish').at(-1)).toEqual({
      id: 'k-1',
      outcome: 'belum_berhasil',
      note: 'NIK tidak sama',
    });
  });

  test('that could not be saved stays open with all that was given', async () => {
    const backend = filled();
    backend.refuse('pendampingan_finish', wireError({ what: 'Ruang diska habis.' }));
    const { user, dialog } = await finishing(backend);
    await user.keyboard(' {Enter}');
    expect(await within(dialog).findByText('Ruang diska habis.')).toBeVisible();
    expect(within(dialog).getByLabelText(/sudah jadi/)).toBeChecked();
  });

  test('keeps its note when one looked at the sheet again', async () => {
    const { user, dialog } = await finishing();
    await user.type(within(dialog).getByLabelText('Catatan'), 'Tunggu surel');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(finish());
    expect(await screen.findByLabelText('Catatan')).toHaveValue('Tunggu surel');
  });

  test('goes by keys alone, shows the slip and then how it ended', async () => {
    const { backend, user, dialog } = await finishing();
    within(dialog)
      .getByLabelText(/mendaftar sendiri/)
      .focus();
    await user.keyboard(' {Enter}');
    const paper = await screen.findByRole('dialog', { name: 'Lembar Pengalihan LP-2026-1-000001' });
    await waitFor(() => expect(within(paper).getByRole('button', { name: /Cetak/ })).toHaveFocus());
    expect(backend.asked('pendampingan_finish')).toEqual([
      { id: 'k-1', outcome: 'mendaftar_sendiri', note: '' },
    ]);
    await user.keyboard('{Escape}');
    const end = within(screen.getByRole('region', { name: 'Pendampingan selesai' }));
    expect(end.getByText('Sudah dijelaskan, pelaku usaha mendaftar sendiri')).toBeVisible();
    expect(screen.queryByText(/^Dialihkan ke/)).toBeNull();
    await waitFor(() => expect(end.getByRole('button', { name: /Lihat dan cetak/ })).toHaveFocus());
  });

  test('goes on where a power cut left it, and cannot be sent on without an outcome', async () => {
    const view = moment('pendampingan-terisi');
    view.status = 'diajukan';
    view.allowed = [{ transition: 'T-28', missing: [] }];
    const { user } = await showCase(new CaseBackend(view));
    expect(screen.queryByRole('button', { name: 'Alihkan…' })).toBeNull();
    await user.click(finish());
    expect(await screen.findByRole('dialog', { name: 'Selesaikan pendampingan' })).toBeVisible();
  });
});

test('help that was cancelled is told as any other permohonan that was', async () => {
  const view = moment('pendampingan-terisi');
  Object.assign(view, { status: 'dibatalkan', status_label: 'Dibatalkan', allowed: [] });
  await showCase(new CaseBackend(view));
  expect(await screen.findByRole('region', { name: 'Permohonan dibatalkan' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Selesaikan/ })).toBeNull();
});

test('help that is over shows how it ended, with its paper, without a violation', async () => {
  const { container } = await showCase(new CaseBackend(moment('pendampingan-selesai')));
  expect(screen.getByRole('region', { name: 'Pendampingan selesai' })).toHaveTextContent(
    /Lembar Pengalihan LP-2026-1-000001/,
  );
  expect(await violations(container)).toEqual([]);
});
