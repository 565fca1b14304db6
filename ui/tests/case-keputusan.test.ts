import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { shownToast } from '../src/components/toast/toasts.svelte';
import { showCase } from './case-show';
import { CaseBackend } from './fake-case';
import { moment, refusal } from './recorded';
import { wireError } from './wire-error';
import { violations } from './show';

const declared = () => new CaseBackend(moment('sesuai'));

describe('the approval', () => {
  test('opens by itself on a case that waits for it, with the focus on the password', async () => {
    await showCase(declared());
    await waitFor(() => expect(screen.getByLabelText('Kata sandi Anda')).toHaveFocus());
  });

  test('names the originals and who saw them in one phrase', async () => {
    await showCase(declared());
    expect(await screen.findByText('KTP dan NPWP, oleh Ratna Purnomo')).toBeVisible();
  });

  test('counts each row that was answered once, also one that nothing asked for', async () => {
    const view = moment('sesuai');
    const optional = view.rows.find((row) => !row.compulsory && row.outcome === null);
    expect(optional?.decision, 'a telephone was confirmed').not.toBeNull();
    const alamat = view.rows.find((row) => row.key === 'alamat');
    if (alamat) Object.assign(alamat, { compulsory: false, outcome: 'mirip', decision: null });
    await showCase(new CaseBackend(view));
    const title = await screen.findByText(/^Pembandingan/);
    const [done, total] = (title.textContent.match(/\d+/g) ?? []).map(Number);
    // "1 dengan catatan" tells of rows that were counted already.
    const words = (title.nextElementSibling?.textContent ?? '').split(', ');
    const counts = words.filter((each) => !each.includes('catatan')).map((each) => parseInt(each));
    expect(total).toBe(view.rows.length);
    expect(done).toBe(view.rows.length - 1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(done);
  });

  test('without a password asks for it and sends nothing', async () => {
    const { backend, user } = await showCase(declared());
    await waitFor(() => expect(screen.getByLabelText('Kata sandi Anda')).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Ketik kata sandi Anda lebih dulu.')).toBeVisible();
    expect(backend.asked('permohonan_approve')).toEqual([]);
  });

  test('a wrong password is said under the field, which is empty and focused again', async () => {
    const backend = declared();
    backend.refuse('permohonan_approve', refusal('wrong_password'));
    const { user } = await showCase(backend);
    const field = await screen.findByLabelText('Kata sandi Anda');
    await user.type(field, 'salah{Enter}');
    expect(await screen.findByText('Kata sandi salah. Periksa Caps Lock, lalu ketik ulang.')).toBeVisible();
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
  });

  test('after too many tries it says how long to wait and sends nothing meanwhile', async () => {
    const backend = declared();
    backend.refuse(
      'permohonan_approve',
      wireError({ code: 'TooManyTries', what: 'Terlalu banyak percobaan.', wait_seconds: 30 }),
    );
    const { user } = await showCase(backend);
    const field = await screen.findByLabelText('Kata sandi Anda');
    await user.type(field, 'salah{Enter}');
    expect(await screen.findByText('Tunggu 30 detik, lalu ketik ulang.')).toBeVisible();
    await user.type(field, 'lagi{Enter}');
    expect(backend.asked('permohonan_approve')).toHaveLength(1);
  });

  test('within 30 minutes no reason is asked', async () => {
    await showCase(declared());
    await screen.findByLabelText('Kata sandi Anda');
    expect(screen.queryByLabelText(/Alasan melewati mutu baku 30 menit/)).toBeNull();
  });

  test('after 30 minutes one line is asked for, and Enter goes on to the password', async () => {
    const late = new CaseBackend(moment('sesuai-lewat-waktu'));
    const { user } = await showCase(late);
    const reason = await screen.findByLabelText(/Alasan melewati mutu baku 30 menit \(\d+ menit\)$/);
    await waitFor(() => expect(reason).toHaveFocus());
    await user.keyboard('Listrik padam dua kali{Enter}');
    expect(screen.getByLabelText('Kata sandi Anda')).toHaveFocus();
    expect(late.asked('permohonan_approve')).toEqual([]);
    await user.keyboard('latihan{Enter}');
    await waitFor(() =>
      expect(late.asked('permohonan_approve')).toEqual([
        { id: 'k-1', password: 'latihan', over_time_reason: 'Listrik padam dua kali' },
      ]),
    );
  });

  test('a line that stays empty holds nothing up, and is said to print as none', async () => {
    const late = new CaseBackend(moment('sesuai-lewat-waktu'));
    const { user } = await showCase(late);
    const reason = await screen.findByLabelText(/Alasan melewati mutu baku 30 menit/);
    expect(reason).toHaveAccessibleDescription(/Bila dikosongkan, Bukti menyebut tanpa alasan tertulis/);
    await user.type(screen.getByLabelText('Kata sandi Anda'), 'latihan{Enter}');
    await waitFor(() =>
      expect(late.asked('permohonan_approve')).toMatchObject([
        { password: 'latihan', over_time_reason: null },
      ]),
    );
  });

  test('shows the number and the papers in one step', async () => {
    const { user } = await showCase(declared());
    await user.click(
      await screen.findByLabelText('Cetak Bukti Verifikasi dan kertas lainnya setelah disetujui'),
    );
    await user.type(screen.getByLabelText('Kata sandi Anda'), 'latihan{Enter}');
    expect(await screen.findByRole('heading', { name: 'Bukti Verifikasi terbit', level: 1 })).toBeVisible();
    expect(screen.getAllByText('BV-2026-1-000001').length).toBeGreaterThan(0);
    await waitFor(() => expect(screen.getByRole('button', { name: /Lanjut: catat aktivasi/ })).toHaveFocus());
  });

  test('can be sent back, but not without a reason', async () => {
    const { backend, user } = await showCase(declared());
    await user.click(await screen.findByRole('button', { name: 'Kembalikan…' }));
    const act = await screen.findByRole('button', { name: /^Kembalikan$/ });
    await user.click(act);
    expect(await screen.findByText('Tulis alasannya lebih dulu.')).toBeVisible();
    expect(backend.asked('permohonan_send_back')).toEqual([]);
  });

  /** Approved where no printer is, and the papers of the panel left as they were. */
  async function approvedWithoutPrinter() {
    const backend = declared();
    backend.answer('printers', []);
    const { user } = await showCase(backend);
    await user.type(await screen.findByLabelText('Kata sandi Anda'), 'latihan{Enter}');
    await screen.findByRole('dialog', { name: '3 kertas belum dicetak' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cetak nanti' })).toHaveFocus());
    return { backend, user };
  }
  const onward = () => screen.findByRole('button', { name: /Cetak nanti, catat aktivasi/ });

  test('a printer that is missing does not stop the paper', async () => {
    const { backend, user } = await approvedWithoutPrinter();
    expect(screen.getByRole('form', { name: 'Cetak kertas' })).toHaveTextContent(
      'Tidak ada printer yang siap. Simpan PDF, atau pilih Cetak nanti.',
    );
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByText(/Simpan PDF, atau pilih/)).toBeNull());
    expect(shownToast()?.text).toBe('3 kertas masuk daftar Cetak nanti.');
    expect(backend.asked('paper_later')).toHaveLength(3);
    expect(screen.getAllByRole('button', { name: 'Lihat dan simpan' })).toHaveLength(2);
    expect(backend.view.status).toBe('disetujui');
    // They are on the list already.
    await user.click(await onward());
    expect(backend.asked('paper_later')).toHaveLength(3);
  });

  test('a list that is refused says so in the panel, which Esc leaves all the same', async () => {
    const { backend, user } = await approvedWithoutPrinter();
    backend.refuse('paper_later', wireError({ code: 'DiskFull', what: 'Ruang diska habis.' }));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Ruang diska habis.')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(await onward()).toBeVisible();
  });

  test('without a printer both papers go onto the list with the activation', async () => {
    const { backend, user } = await approvedWithoutPrinter();
    await user.keyboard('{Escape}');
    (await onward()).focus();
    const [bukti, fotokopi] = ['bukti_verifikasi', 'fotokopi'].map(
      (kind) => backend.view.papers.find((paper) => paper.kind === kind)?.id,
    );
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(shownToast()?.text).toBe('2 kertas masuk daftar Cetak nanti.'));
    expect(backend.asked('paper_later')).toEqual(
      [bukti, fotokopi].map((paper) => ({ id: backend.view.id, paper, copies: 1 })),
    );
  });

  test('a list that is refused does not hold up the activation', async () => {
    const { backend, user } = await approvedWithoutPrinter();
    await user.keyboard('{Escape}');
    (await onward()).focus();
    backend.refuse('paper_later', wireError({ code: 'DiskFull' }));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(shownToast()?.text).toMatch(/^Kertas belum masuk daftar Cetak nanti/));
    expect(screen.getByLabelText('User ID SPSE')).toBeVisible();
  });

  test('a list that never answers does not hold up the activation', async () => {
    const { backend, user } = await approvedWithoutPrinter();
    await user.keyboard('{Escape}');
    (await onward()).focus();
    backend.answer('paper_later', () => new Promise(() => undefined));
    await user.keyboard('{Enter}');
    expect(await screen.findByLabelText('User ID SPSE')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('the screen has no violation that axe can see', async () => {
    await showCase(declared());
    await screen.findByLabelText('Kata sandi Anda');
    expect(await violations()).toEqual([]);
  });
});
