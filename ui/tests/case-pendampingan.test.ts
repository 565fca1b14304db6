// A vendor is helped with the account at INAPROC: nothing is verified, and the end is a slip.
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import ArchiveTable from '../src/archive/ArchiveTable.svelte';
import { BACKEND } from '../src/backend';
import type { Layanan } from '../src/bindings';
import NewGuest from '../src/permohonan/intake/NewGuest.svelte';
import { CaseBackend } from './fake-case';
import { session } from './fictional/office';
import { homeOf, notice } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

describe('a guest who comes for help with INAPROC', () => {
  async function guest(backend = new CaseBackend()) {
    const opened: string[] = [];
    const props = { onopened: (id: string) => opened.push(id), oncancel: () => undefined };
    render(NewGuest, { props, context: new Map([[BACKEND, backend]]) });
    await screen.findByText(`Versi ${notice.version}`);
    return { backend, opened, user: userEvent.setup() };
  }

  test('is not the usual one, so that a new account costs no key more', async () => {
    const { backend, user } = await guest();
    expect(screen.getByLabelText(/Akun baru SPSE/)).toBeChecked();
    expect(screen.getByLabelText(/Badan usaha/)).toHaveFocus();
    await user.keyboard(' {Enter}');
    await waitFor(() => expect(backend.asked('permohonan_open')).toHaveLength(1));
    expect(backend.asked('pendampingan_open')).toEqual([]);
  });

  test('is opened by keys alone, as a permohonan of its own kind', async () => {
    const { backend, opened, user } = await guest();
    await user.keyboard(' {Shift>}{Tab}{/Shift}{ArrowDown}');
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
    const { user } = await guest();
    expect(screen.getAllByText(/Yang diperiksa/)).toHaveLength(2);
    await user.click(screen.getByLabelText(/Pendampingan INAPROC/));
    expect(screen.queryByText(/Yang diperiksa/)).toBeNull();
  });

  test('is not opened while nobody said which kind of vendor came', async () => {
    const { backend, opened, user } = await guest();
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
    const { opened, user } = await guest(backend);
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
