// Data change of an account that was never verified at this desk: what it was before is read in SPSE.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { focusedPlace, showCase } from './case-show';
import { CaseBackend } from './fake-case';
import { showGuest } from './guest-show';
import { moment, notice } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const card = () => document.querySelector<HTMLElement>('[data-place="perubahan"]') as HTMLElement;
const before = (name: string) => within(card()).getByLabelText(new RegExp(`^${name} semula`));
const fromSpse = () => new CaseBackend(moment('perubahan-dari-spse'));

describe('a guest whose account was verified elsewhere', () => {
  test('is opened by keys alone, face to face unless somebody says otherwise', async () => {
    const { backend, opened, user } = await showGuest();
    await user.keyboard(' {Shift>}{Tab}{/Shift}{ArrowDown}');
    expect(screen.getByLabelText(/Perubahan data/)).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Tatap muka' })).toBeChecked();
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(opened).toEqual(['k-1']));
    expect(backend.asked('perubahan_open_from_spse')).toEqual([
      { profil: 'badan_usaha', channel: 'tatap_muka', notice_version: notice.version },
    ]);
    expect(backend.asked('permohonan_open')).toEqual([]);
  });

  test('may be verified from afar', async () => {
    const { backend, user } = await showGuest();
    await user.click(screen.getByLabelText(/Perubahan data/));
    await user.click(screen.getByRole('radio', { name: 'Daring' }));
    await user.click(screen.getByLabelText(/Usaha perorangan/));
    await user.click(screen.getByRole('button', { name: /Buka permohonan/ }));
    await waitFor(() =>
      expect(backend.asked('perubahan_open_from_spse')).toEqual([
        { profil: 'usaha_perorangan', channel: 'daring', notice_version: notice.version },
      ]),
    );
  });

  test('is asked by which channel, and told who registers, only as it fits', async () => {
    const { user } = await showGuest();
    expect(screen.getByRole('group', { name: 'Siapa yang mendaftar?' })).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'Daring' })).toBeNull();
    await user.click(screen.getByLabelText(/Perubahan data/));
    expect(screen.getByRole('group', { name: 'Siapa pemilik akunnya?' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Daring' })).toBeVisible();
  });

  test('stays on the screen with every choice when the program refuses', async () => {
    const backend = new CaseBackend();
    backend.refuse('perubahan_open_from_spse', wireError({ what: 'Peran Anda tidak menerima tamu.' }));
    const { opened, user } = await showGuest(backend);
    await user.click(screen.getByLabelText(/Perubahan data/));
    await user.click(screen.getByLabelText(/Badan usaha/));
    await user.click(screen.getByRole('button', { name: /Buka permohonan/ }));
    expect(await screen.findByText('Peran Anda tidak menerima tamu.')).toBeVisible();
    expect(screen.getByLabelText(/Perubahan data/)).toBeChecked();
    expect(opened).toEqual([]);
  });
});

describe('what SPSE said before', () => {
  test('is asked of what the letter names, with what was read already', async () => {
    await showCase(fromSpse());
    expect(before('Surel')).toHaveValue('kantor.lama@rebankarya.example');
    for (const name of ['Nama usaha', 'Bentuk usaha', 'Alamat', 'Kabupaten atau kota'])
      expect(before(name)).toHaveDisplayValue(name === 'Bentuk usaha' ? /Pilih/ : '');
    expect(within(card()).queryByLabelText(/NPWP semula/)).toBeNull();
    expect(await violations(card())).toEqual([]);
  });

  test('is kept when its field is left, and Enter goes on to what is still wanted', async () => {
    const view = moment('perubahan-dari-spse');
    const { backend, user } = await showCase(new CaseBackend(view));
    await user.click(before('Nama usaha'));
    await user.keyboard('PT Reban Karya{Enter}');
    await waitFor(() =>
      expect(backend.asked('former_set')).toEqual([
        { id: 'k-1', field: 'nama_usaha', value: 'PT Reban Karya' },
      ]),
    );
    await waitFor(() => expect(focusedPlace()).toBe('former:alamat'));
  });

  test('begins with what the letter names: Enter goes on from a tick, the space bar ticks', async () => {
    const view = moment('perubahan-dari-spse');
    Object.assign(view.perubahan ?? {}, { parts: [], former_asked: [] });
    view.missing = [
      { guard: 'G-UBAH', place: 'perubahan', label: 'Data yang diminta berubah' },
      ...view.missing,
    ];
    const { backend, user } = await showCase(new CaseBackend(view));
    await waitFor(() => expect(focusedPlace()).toBe('perubahan'));
    await user.keyboard(' ');
    await waitFor(() => expect(backend.asked('perubahan_set')).toEqual([{ id: 'k-1', parts: ['surel'] }]));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focusedPlace()).toMatch(/^former|^surat/));
  });

  test('of a closed list is chosen from it', async () => {
    const { backend, user } = await showCase(fromSpse());
    await user.selectOptions(before('Bentuk usaha'), 'CV');
    await waitFor(() =>
      expect(backend.asked('former_set')).toEqual([{ id: 'k-1', field: 'bentuk_usaha', value: 'CV' }]),
    );
  });

  test('that is not kept says so, and the choice stays', async () => {
    const backend = fromSpse();
    backend.refuse('former_set', wireError({ what: 'Komputer ini penuh.' }));
    const { user } = await showCase(backend);
    await user.selectOptions(before('Bentuk usaha'), 'CV');
    expect(await within(card()).findByText('Komputer ini penuh.')).toBeVisible();
    expect(before('Bentuk usaha')).toHaveDisplayValue('CV');
  });

  test('opens again with what was being typed', async () => {
    const view = moment('perubahan-dari-spse');
    view.drafts['former:alamat'] = 'Jl. Pem';
    await showCase(new CaseBackend(view));
    expect(before('Alamat')).toHaveValue('Jl. Pem');
  });

  test('stands under the new value, and what nobody read is not called empty', async () => {
    await showCase(fromSpse());
    expect(screen.getByText('Semula: kantor.lama@rebankarya.example')).toBeVisible();
    expect(screen.getAllByText('Semula: tidak dicatat').length).toBeGreaterThan(0);
    expect(screen.queryByText('Semula: tidak diisi')).toBeNull();
  });

  test('is asked of nobody whose data were verified here', async () => {
    await showCase(new CaseBackend(moment('perubahan-draf')));
    expect(within(card()).queryByText(/belum pernah diverifikasi/)).toBeNull();
  });
});

test('a field that stands in no row is corrected where F8 leads', async () => {
  const view = moment('perubahan-verifikasi');
  view.missing = [
    { guard: 'G-UBAH', place: 'form:website', label: 'Laman berubah tanpa diminta dalam surat' },
  ];
  const { user } = await showCase(new CaseBackend(view));
  await waitFor(() => expect(focusedPlace()).toMatch(/^document:/));
  await user.keyboard('{F8}');
  const dialog = await screen.findByRole('dialog', { name: /Laman/ });
  expect(within(dialog).getByRole('textbox')).toHaveFocus();
});
