// The e-mail is registered at the SPSE, and its link comes or does not (T-02 to T-04).
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { showCase } from './case-show';
import { CaseBackend } from './fake-case';
import { moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

async function asking(backend: CaseBackend, press: RegExp | string, title: string) {
  const shown = await showCase(backend);
  await shown.user.click(screen.getByRole('button', { name: press }));
  return { ...shown, dialog: await screen.findByRole('dialog', { name: title }) };
}

const registering = (backend = new CaseBackend(moment('draf-terisi'))) => {
  backend.follows('email_registered', 'menunggu-tautan');
  return asking(backend, 'Surel baru didaftarkan…', 'Surel didaftarkan di SPSE');
};

describe('an e-mail that was registered just now', () => {
  test('is written down with the time that the vendor says, and the case waits for the link', async () => {
    const { backend, user, dialog } = await registering();
    const field = within(dialog).getByLabelText('Didaftarkan pada');
    await waitFor(() => expect(field).toHaveFocus());
    await user.clear(field);
    await user.type(field, '23-11-2026 08.30{Enter}');
    expect(await screen.findByText('Menunggu tautan formulir SPSE')).toBeVisible();
    expect(backend.asked('email_registered')).toEqual([{ id: 'k-1', at: '2026-11-23T01:30:00.000Z' }]);
    expect(screen.getByText('Ditunggu sampai Rabu, 25 November 2026.')).toBeVisible();
  });

  test('at no time at all is not sent, and what is typed stays', async () => {
    const { backend, user, dialog } = await registering();
    const field = within(dialog).getByLabelText('Didaftarkan pada');
    await user.clear(field);
    await user.type(field, 'Senin pagi{Enter}');
    expect(within(dialog).getByText('Tulis tanggal dan jam, misalnya 23-11-2026 09.00.')).toBeVisible();
    expect(field).toHaveValue('Senin pagi');
    expect(backend.asked('email_registered')).toEqual([]);
  });

  test('at a time that the program refuses stays open with it', async () => {
    const backend = new CaseBackend(moment('draf-terisi'));
    backend.refuse('email_registered', wireError({ what: 'Tanggal dan jamnya tidak mungkin.' }));
    const { user, dialog } = await asking(backend, 'Surel baru didaftarkan…', 'Surel didaftarkan di SPSE');
    await waitFor(() => expect(within(dialog).getByLabelText('Didaftarkan pada')).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Tanggal dan jamnya tidak mungkin.')).toBeVisible();
  });

  test('needs the e-mail first, and the press leads to its field', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('draf-kosong')));
    await user.click(screen.getByRole('button', { name: /Surel baru didaftarkan/ }));
    await waitFor(() => expect(screen.getByLabelText(/^Surel/)).toHaveFocus());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(backend.asked('email_registered')).toEqual([]);
  });
});

describe('a link that is waited for', () => {
  test('has one act, which has the focus; after it the form is filled as ever', async () => {
    const backend = new CaseBackend(moment('menunggu-tautan'));
    backend.follows('link_came', 'pengisian-formulir');
    const { user, container } = await showCase(backend);
    await waitFor(() => expect(screen.getByRole('button', { name: /Tautan sudah datang/ })).toHaveFocus());
    expect(screen.queryByRole('button', { name: 'Tutup dan terbitkan surat' })).toBeNull();
    expect(await violations(container)).toEqual([]);
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Tautan formulir sudah datang' });
    const field = within(dialog).getByLabelText('Diterima pada');
    await user.clear(field);
    await user.type(field, '25-11-2026 10.30{Enter}');
    expect(await screen.findByRole('button', { name: /Terima berkas/ })).toBeVisible();
    expect(backend.asked('link_came')).toEqual([{ id: 'k-1', at: '2026-11-25T03:30:00.000Z' }]);
  });

  test('for more than two days may be closed, and the letter is shown', async () => {
    const backend = new CaseBackend(moment('menunggu-tautan-lewat'));
    backend.follows('link_lapse', 'kedaluwarsa-tautan');
    backend.answer('permohonan_timeline', []);
    const { user } = await showCase(backend);
    expect(screen.getByText('Tautannya belum datang sampai batas waktunya.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Tutup dan terbitkan surat' }));
    const letter = await screen.findByRole('dialog', { name: 'Surat Pemberitahuan PB-2026-1-000001' });
    expect(letter).toBeVisible();
    expect(backend.asked('link_lapse')).toEqual([{ id: 'k-1' }]);
  });
});
