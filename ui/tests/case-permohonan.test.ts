import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { BACKEND } from '../src/backend';
import TamuBaru from '../src/views/permohonan/TamuBaru.svelte';
import { focusedPlace, showCase } from './case-show';
import { CaseBackend, emptyCase } from './fake-case';
import { wireError } from './fake-backend';
import { violations } from './show';

function showGuest(backend = new CaseBackend()) {
  const opened: string[] = [];
  const props = { onopened: (id: string) => opened.push(id), oncancel: () => undefined };
  render(TamuBaru, { props, context: new Map([[BACKEND, backend]]) });
  return { backend, opened, user: userEvent.setup() };
}

describe('a new guest', () => {
  test('no kind of applicant is chosen beforehand', async () => {
    showGuest();
    for (const radio of await screen.findAllByRole('radio')) expect(radio).not.toBeChecked();
  });

  test('opening without a choice says what is missing and opens nothing', async () => {
    const { backend, opened, user } = showGuest();
    await screen.findByText('Versi 2026-1');
    await user.click(screen.getByRole('button', { name: /Buka permohonan/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Pilih jenis pemohon lebih dulu.');
    expect(backend.asked('permohonan_open')).toEqual([]);
    expect(opened).toEqual([]);
  });

  test('the version of the notice that was read goes along', async () => {
    const { backend, opened, user } = showGuest();
    await screen.findByText('Versi 2026-1');
    await user.click(screen.getByLabelText(/Badan usaha/));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(opened).toEqual(['k-1']));
    expect(backend.asked('permohonan_open')).toEqual([{ profil: 'badan_usaha', notice_version: '2026-1' }]);
  });

  test('without the notice nothing can be opened', async () => {
    const backend = new CaseBackend();
    backend.refuse('privacy_notice', wireError({ what: 'Pemberitahuan tidak terbaca.' }));
    const { opened, user } = showGuest(backend);
    await screen.findByText('Pemberitahuan tidak terbaca.');
    await user.click(screen.getByLabelText(/Badan usaha/));
    await user.keyboard('{Enter}');
    expect(opened).toEqual([]);
  });
});

describe('the intake', () => {
  test('typing becomes a draft at once and one act on Enter', async () => {
    const { backend, user } = await showCase(new CaseBackend(emptyCase()));
    await user.type(screen.getByLabelText('Nama usaha *'), 'CV Alas Roban Sejahtera');
    await waitFor(() =>
      expect(backend.asked('draft_save')).toContainEqual({
        id: 'k-1',
        key: 'form:nama_usaha',
        value: 'CV Alas Roban Sejahtera',
      }),
    );
    expect(backend.asked('form_set')).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('form_set')).toEqual([
        { id: 'k-1', field: 'nama_usaha', value: 'CV Alas Roban Sejahtera' },
      ]),
    );
    expect(focusedPlace()).toBe('form:npwp');
  });

  test('a rest of one second is enough for the act', async () => {
    const { backend, user } = await showCase(new CaseBackend(emptyCase()));
    await user.type(screen.getByLabelText('Alamat'), 'Jl. Contoh 1');
    await waitFor(() => expect(backend.asked('form_set')).toHaveLength(1), { timeout: 2000 });
  });

  test('a failed save keeps every letter, says why, and the next try saves it', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse(
      'form_set',
      wireError({ what: 'Ruang diska habis, belum tersimpan.', todo: 'Kosongkan 200 MB.' }),
    );
    const { user } = await showCase(backend);
    const field = screen.getByLabelText('Nama usaha *');
    await user.type(field, 'CV Alas Roban{Enter}');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Ruang diska habis/));
    expect(field).toHaveValue('CV Alas Roban');
    expect(field).toHaveFocus();
    expect(screen.getByText('Belum tersimpan')).toBeVisible();
    backend.answer('form_set', { notes: [], normalised: null, saved_at: '2026-11-23T02:25:00Z' });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field).not.toHaveAccessibleDescription(/Ruang diska habis/));
    expect(screen.queryByText('Belum tersimpan')).toBeNull();
  });

  test('a galat stands under its field and is its description', async () => {
    const { user } = await showCase(new CaseBackend(emptyCase()));
    const field = screen.getByLabelText('NPWP *');
    await user.type(field, '99.700{Enter}');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/NPWP harus 15 atau 16 angka/));
    expect(field).toBeInvalid();
  });

  test('what was typed before a crash comes back from the draft', async () => {
    await showCase(new CaseBackend({ ...emptyCase(), drafts: { 'form:alamat': 'Jl. Gajah Ma' } }));
    expect(screen.getByLabelText('Alamat')).toHaveValue('Jl. Gajah Ma');
  });

  test('"Terima berkas" is never grey: it names what is missing and goes there', async () => {
    const { backend, user } = await showCase(new CaseBackend(emptyCase()));
    const act = screen.getByRole('button', { name: /Terima berkas/ });
    expect(act).toHaveAttribute('aria-disabled', 'true');
    expect(act).toHaveAccessibleDescription('Masih kurang 2: KTP direktur, NPWP perusahaan.');
    await user.click(act);
    expect(focusedPlace()).toBe('document:ktp');
    expect(backend.asked('permohonan_submit')).toEqual([]);
  });

  test('an act waits for the field that is still being typed', async () => {
    const view = emptyCase();
    for (const document of view.documents) document.state = 'diterima';
    const { backend, user } = await showCase(new CaseBackend(view));
    await user.type(screen.getByLabelText('Nama usaha *'), 'CV Alas Roban');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(backend.asked('permohonan_submit')).toHaveLength(1));
    const names = backend.calls.map((call) => call.name);
    expect(names.indexOf('form_set')).toBeLessThan(names.indexOf('permohonan_submit'));
  });

  test('received papers are answered with the Tanda Terima on the screen', async () => {
    const view = emptyCase();
    for (const document of view.documents) document.state = 'diterima';
    const { user } = await showCase(new CaseBackend(view));
    await user.click(screen.getByRole('button', { name: /Terima berkas/ }));
    expect(await screen.findByRole('dialog', { name: /Tanda Terima Berkas/ })).toBeVisible();
  });

  test('the screen has no violation that axe can see', async () => {
    const { container } = await showCase(new CaseBackend(emptyCase()));
    expect(await violations(container)).toEqual([]);
  });
});
