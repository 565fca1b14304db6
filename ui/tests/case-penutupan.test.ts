// How a case ends without an approval: refused, sent on, lapsed, cancelled.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '../src/bindings';
import { showCase } from './case-show';
import { CaseBackend, comparedCase, filledCase } from './fake-case';
import { wireError } from './wire-error';
import { moment, refusal, type Moment } from './recorded';
import { violations } from './show';

const moved = (text: string): TimelineEntry[] => [
  { seq: 1, at: '2026-11-23T02:24:00Z', verb: 'moved', text, actor: 'Ratna Purnomo', role: 'Verifikator' },
  { seq: 2, at: '2026-11-25T03:00:00Z', verb: 'paper_printed', text: 'Dicetak.', actor: 'Dewi', role: 'Petugas' },
]; // prettier-ignore

async function refusing(backend = new CaseBackend(comparedCase())) {
  const shown = await showCase(backend);
  await shown.user.click(screen.getByRole('button', { name: 'Tolak…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Tolak permohonan' });
  await waitFor(() => expect(within(dialog).getByLabelText(/X01/)).toHaveFocus());
  return { ...shown, dialog };
}

async function redirecting(backend = new CaseBackend(filledCase())) {
  const shown = await showCase(backend);
  await shown.user.click(screen.getByRole('button', { name: 'Alihkan…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Alihkan permohonan' });
  return { ...shown, dialog };
}

describe('a refusal', () => {
  test('shows the Surat Penolakan, ready to print, and then how the case ended', async () => {
    const { backend, user, dialog } = await refusing();
    backend.answer('permohonan_timeline', moved('Tolak: Ditolak. Kode X02.'));
    await user.click(within(dialog).getByLabelText(/X02/));
    await user.type(within(dialog).getByLabelText('Alasan'), 'Cap pada NPWP tidak asli');
    await user.click(within(dialog).getByLabelText(/Saya sudah menjelaskan/));
    await user.click(within(dialog).getByRole('button', { name: 'Tolak permohonan' }));
    const paper = await screen.findByRole('dialog', { name: 'Surat Penolakan SP-2026-1-000001' });
    await waitFor(() => expect(within(paper).getByRole('button', { name: /Cetak/ })).toHaveFocus());
    expect(backend.asked('permohonan_refuse')).toEqual([
      { id: 'k-1', code: 'X02', reason: 'Cap pada NPWP tidak asli' },
    ]);
    await user.keyboard('{Escape}');
    const print = screen.getByRole('button', { name: /Lihat dan cetak Surat Penolakan/ });
    await waitFor(() => expect(print).toHaveFocus());
    expect(screen.getByText('23 November 2026, 09.24 WIB, oleh Ratna Purnomo, Verifikator')).toBeVisible();
  });

  test('without a ground, a reason and the confirmation is not sent', async () => {
    const { backend, user, dialog } = await refusing();
    await user.click(within(dialog).getByRole('button', { name: 'Tolak permohonan' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Pilih dasar penolakan lebih dulu.');
    await user.click(within(dialog).getByLabelText(/X02/));
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Tulis alasannya lebih dulu.');
    expect(backend.asked('permohonan_refuse')).toEqual([]);
  });

  test('that the program does not take stays open with what was written', async () => {
    const backend = new CaseBackend(comparedCase());
    backend.refuse('permohonan_refuse', wireError({ what: 'Ruang diska habis.' }));
    const { user, dialog } = await refusing(backend);
    await user.click(within(dialog).getByLabelText(/X02/));
    await user.type(within(dialog).getByLabelText('Alasan'), 'Diduga palsu');
    await user.click(within(dialog).getByLabelText(/Saya sudah menjelaskan/));
    await user.click(within(dialog).getByRole('button', { name: 'Tolak permohonan' }));
    expect(await within(dialog).findByText('Ruang diska habis.')).toBeVisible();
    expect(within(dialog).getByLabelText('Alasan')).toHaveValue('Diduga palsu');
  });

  test('for an account that exists leads with Enter to Alihkan, and loses nothing', async () => {
    const { backend, user, dialog } = await refusing();
    await user.type(within(dialog).getByLabelText('Alasan'), 'Akun lama atas NPWP ini');
    await user.click(within(dialog).getByLabelText(/X04/));
    expect(within(dialog).getByText('Akun yang sudah ada bukan dasar penolakan.')).toBeVisible();
    expect(within(dialog).queryByRole('button', { name: 'Tolak permohonan' })).toBeNull();
    await user.keyboard('{Enter}');
    const next = await screen.findByRole('dialog', { name: 'Alihkan permohonan' });
    expect(within(next).getByLabelText('Akun SPSE yang sudah ada')).toBeChecked();
    expect(within(next).getByLabelText(/Penjelasan/)).toHaveValue('Akun lama atas NPWP ini');
    await waitFor(() => expect(within(next).getByLabelText('User ID akun yang sudah ada')).toHaveFocus());
    await user.keyboard('alasroban{Enter}');
    await screen.findByRole('dialog', { name: /Lembar Pengalihan/ });
    expect(backend.asked('permohonan_redirect')).toEqual([
      { id: 'k-1', target: { akun_lama: 'alasroban' }, text: 'Akun lama atas NPWP ini' },
    ]);
    expect(backend.asked('permohonan_refuse')).toEqual([]);
  });

  test('has its sentence still, after one looked at Alihkan and went back', async () => {
    const { user, dialog } = await refusing();
    await user.type(within(dialog).getByLabelText('Alasan'), 'Akun lama');
    await user.click(within(dialog).getByLabelText(/X04/));
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Alihkan permohonan' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Tolak…' }));
    expect(await screen.findByLabelText('Alasan')).toHaveValue('Akun lama');
  });

  test('for an account that exists says the way where the case cannot be sent on', async () => {
    const backend = new CaseBackend(moment('sesuai'));
    const { user } = await showCase(backend);
    await screen.findByLabelText('Kata sandi Anda');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Tolak…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tolak permohonan' });
    await user.click(await within(dialog).findByLabelText(/X04/));
    expect(
      within(dialog).getByText('Kembalikan lebih dulu ke verifikasi, lalu alihkan dari sana.'),
    ).toBeVisible();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog', { name: 'Alihkan permohonan' })).toBeNull();
  });
});

describe('sending a case on', () => {
  test('chooses no target beforehand and asks for one', async () => {
    const { backend, user, dialog } = await redirecting();
    for (const radio of within(dialog).getAllByRole('radio')) expect(radio).not.toBeChecked();
    expect(await violations(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: /Alihkan dan terbitkan/ }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Pilih tujuan lebih dulu.');
    expect(backend.asked('permohonan_redirect')).toEqual([]);
  });

  test('goes by keys alone, shows the slip and then where the vendor was sent', async () => {
    const { backend, user, dialog } = await redirecting();
    const inaproc = within(dialog).getByLabelText(/INAPROC/);
    await waitFor(() => expect(inaproc).toHaveFocus());
    await user.keyboard(' {Enter}');
    const paper = await screen.findByRole('dialog', { name: 'Lembar Pengalihan LP-2026-1-000001' });
    await waitFor(() => expect(within(paper).getByRole('button', { name: /Cetak/ })).toHaveFocus());
    expect(backend.asked('permohonan_redirect')).toEqual([{ id: 'k-1', target: 'inaproc', text: '' }]);
    await user.keyboard('{Escape}');
    expect(screen.getByText('Dialihkan ke akun INAPROC (Manajemen Akun Terpusat).')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Alihkan…' })).toBeNull();
  });

  test("shows the program's refusal of an empty name beside that name, until it is typed", async () => {
    const { backend, user, dialog } = await redirecting();
    backend.refuse('permohonan_redirect', refusal('no_target'));
    await user.click(within(dialog).getByLabelText('LPSE lain'));
    await user.keyboard('{Enter}');
    const name = within(dialog).getByLabelText('Nama LPSE');
    await waitFor(() => expect(name).toHaveAccessibleDescription('Tujuan pengalihan belum lengkap.'));
    expect(name).toHaveFocus();
    await user.keyboard('LPSE Kota Contoh');
    expect(name).toBeValid();
    backend.follows('permohonan_redirect', 'dialihkan-lpse-lain');
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: /Lembar Pengalihan/ });
    expect(backend.asked('permohonan_redirect').at(-1)).toMatchObject({
      target: { lpse_lain: 'LPSE Kota Contoh' },
    });
  });

  test('is offered only where the program allows it', async () => {
    await showCase(new CaseBackend(moment('ditunda')));
    expect(screen.getByRole('button', { name: 'Batalkan permohonan…' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Alihkan…' })).toBeNull();
  });
});

describe('a case past the limit', () => {
  function late(): CaseBackend {
    const backend = new CaseBackend(moment('lewat-batas'));
    backend.follows('contact_log', 'lewat-batas-diingatkan');
    return backend;
  }
  const close = () => screen.getByRole('button', { name: /Tutup karena lewat batas/ });

  test('names what is missing first and leads there', async () => {
    const { backend, user, container } = await showCase(late());
    expect(screen.getByText('Sebelum ditutup, masih kurang: Pengingat kepada pelaku usaha.')).toBeVisible();
    expect(close()).toHaveAttribute('aria-disabled', 'true');
    expect(await violations(container)).toEqual([]);
    await user.click(close());
    expect(screen.getByRole('button', { name: 'Catat pengingat…' })).toHaveFocus();
    expect(backend.asked('permohonan_lapse')).toEqual([]);
  });

  test('has the words of the last reminder ready, which say that the limit is over', async () => {
    const { user } = await showCase(late());
    await user.click(screen.getByRole('button', { name: 'Lihat teks' }));
    expect(screen.getAllByText(/Batas verifikasinya lewat pada 23 Desember 2026/)[0]).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Tutup teks' }));
    expect(screen.queryByText(/Batas verifikasinya lewat/)).toBeNull();
  });

  test('lapses after a reminder was written down, and asks once more', async () => {
    const { backend, user } = await showCase(late());
    await user.click(screen.getByRole('button', { name: 'Catat pengingat…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Catat pengingat' });
    await user.click(within(dialog).getByRole('radio', { name: 'WhatsApp' }));
    await user.click(within(dialog).getByRole('radio', { name: 'Ya' }));
    await user.type(within(dialog).getByLabelText(/Catatan/), 'Datang Senin{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('contact_log')).toEqual([
      { id: 'k-1', method: 'whatsapp', purpose: 'pengingat', reached: true, note: 'Datang Senin' },
    ]);
    expect(
      screen.getByText('Pelaku usaha terakhir diingatkan 23 Desember 2026 lewat WhatsApp.'),
    ).toBeVisible();
    await user.click(close());
    const asked = await screen.findByRole('dialog', { name: 'Tutup karena lewat batas' });
    await waitFor(() =>
      expect(within(asked).getByRole('button', { name: /Tutup permohonan/ })).toHaveFocus(),
    );
    expect(backend.asked('permohonan_lapse')).toEqual([]);
    await user.keyboard('{Enter}');
    expect(
      await screen.findByRole('region', { name: 'Permohonan ditutup karena lewat batas' }),
    ).toBeVisible();
    expect(backend.asked('permohonan_lapse')).toEqual([{ id: 'k-1' }]);
  });

  test('keeps the reminder that could not be saved on the screen', async () => {
    const backend = late();
    backend.refuse('contact_log', wireError({ what: 'Ruang diska habis.' }));
    const { user } = await showCase(backend);
    await user.click(screen.getByRole('button', { name: 'Catat pengingat…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Catat pengingat' });
    await user.click(within(dialog).getByRole('radio', { name: 'Tidak' }));
    await user.type(within(dialog).getByLabelText(/Catatan/), 'Tidak diangkat{Enter}');
    expect(await within(dialog).findByText('Ruang diska habis.')).toBeVisible();
    expect(within(dialog).getByLabelText(/Catatan/)).toHaveValue('Tidak diangkat');
  });

  test('is said of no case within the limit', async () => {
    await showCase(new CaseBackend(filledCase()));
    expect(screen.queryByText(/Batas waktu dari pengisian/)).toBeNull();
  });
});

describe('a closed case', () => {
  const ended = (at: Moment, text = 'Batalkan: Dibatalkan. Permohonan ganda') =>
    new CaseBackend(moment(at), { permohonan_timeline: moved(text) });

  test('that was cancelled says when, by whom and why, and that there is no paper for it', async () => {
    const { container } = await showCase(ended('dibatalkan'));
    const card = screen.getByRole('region', { name: 'Permohonan dibatalkan' });
    expect(
      await within(card).findByText('23 November 2026, 09.24 WIB, oleh Ratna Purnomo, Verifikator'),
    ).toBeVisible();
    expect(card).toHaveTextContent('Catatan: Batalkan: Dibatalkan. Permohonan ganda');
    expect(card).toHaveTextContent('Tidak ada kertas yang terbit untuk ini.');
    expect(await violations(container)).toEqual([]);
  });

  test.each(['ditolak', 'dialihkan', 'kedaluwarsa', 'dibatalkan', 'selesai'] as const)(
    'offers no further step (%s)',
    async (status) => {
      await showCase(ended(status));
      for (const name of [/Tolak/, /Alihkan…/, /Batalkan permohonan/, /Tutup karena/, /SIKAP sudah terisi/]) {
        expect(screen.queryByRole('button', { name })).toBeNull();
      }
    },
  );

  test('still says what happened to those who may not read the log', async () => {
    const backend = ended('dialihkan-lpse-lain');
    backend.refuse('permohonan_timeline', wireError({ code: 'RoleForbidden' }));
    await showCase(backend);
    expect(screen.getByRole('region', { name: 'Permohonan dialihkan' })).toHaveTextContent(
      'Dialihkan ke LPSE Kota Contoh.',
    );
  });
});
