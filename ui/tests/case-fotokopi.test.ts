import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { showCase } from './case-show';
import { CaseBackend } from './fake-case';
import { moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

describe('the Fotokopi among the papers', () => {
  test.each(['ditolak', 'dibatalkan', 'disetujui'] as const)(
    'is not offered where the program cannot issue it (%s)',
    async (at) => {
      await showCase(new CaseBackend(moment(at)));
      await screen.findByRole('button', { name: /^Lihat Tanda Terima Berkas/ });
      expect(screen.queryByRole('button', { name: /Buat Fotokopi/ })).toBeNull();
    },
  );

  test('that is whole is issued with one press', async () => {
    const backend = new CaseBackend(moment('disetujui-tanpa-fotokopi'));
    const { user } = await showCase(backend);
    await user.click(screen.getByRole('button', { name: 'Buat Fotokopi' }));
    await waitFor(() => expect(backend.asked('paper_issue_fotokopi')).toEqual([{ id: 'k-1' }]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Buat Fotokopi' })).toBeNull());
  });

  test('that would lack a card names it, and may be issued without it on purpose', async () => {
    const backend = new CaseBackend(moment('disetujui-ktp-tanpa-sudut'));
    const { user, container } = await showCase(backend);
    expect(screen.getByText(/KTP direktur belum dapat masuk Fotokopi/)).toBeVisible();
    expect(await violations(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Buat Fotokopi tanpa KTP direktur' }));
    await waitFor(() => expect(backend.asked('paper_issue_fotokopi')).toHaveLength(1));
  });

  test('that would lack a card leads to the corners of its picture', async () => {
    const backend = new CaseBackend(moment('disetujui-ktp-tanpa-sudut'));
    const picture = backend.view.fotokopi.left_out[0]?.picture;
    const { user } = await showCase(backend);
    await user.click(screen.getByRole('button', { name: 'Tandai sudut KTP direktur' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tandai keempat sudut KTP direktur' });
    expect(screen.queryByRole('button', { name: 'Ulangi' })).toBeNull();
    expect(dialog).toHaveFocus();
    await user.click(screen.getByRole('button', { name: /Putar/ }));
    dialog.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [crop] = backend.asked('picture_crop') as { picture: string; quarter_turns: number }[];
    expect(crop).toMatchObject({ picture, quarter_turns: 1 });
  });

  test('leaves the corners as they were when one goes back', async () => {
    const backend = new CaseBackend(moment('disetujui-ktp-tanpa-sudut'));
    const { user, closed } = await showCase(backend);
    const mark = screen.getByRole('button', { name: 'Tandai sudut KTP direktur' });
    await user.click(mark);
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('picture_crop')).toEqual([]);
    expect(closed()).toBe(0);
    expect(mark).toHaveFocus();
  });

  test('of a closed case names the card and offers no marking', async () => {
    await showCase(new CaseBackend(moment('selesai-ktp-tanpa-sudut')));
    expect(screen.getByText(/KTP direktur belum dapat masuk Fotokopi/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Tandai sudut/ })).toBeNull();
  });
});

describe('the Berita Acara among the papers', () => {
  test.each(['ditolak', 'sesuai'] as const)('is not offered before an approval (%s)', async (at) => {
    await showCase(new CaseBackend(moment(at)));
    await screen.findAllByRole('button');
    expect(screen.queryByRole('button', { name: 'Buat Berita Acara' })).toBeNull();
  });

  test('is issued once with one press and then stands among the others', async () => {
    const backend = new CaseBackend(moment('disetujui-ktp-tanpa-sudut'));
    const { user, container } = await showCase(backend);
    await user.click(screen.getByRole('button', { name: 'Buat Berita Acara' }));
    await screen.findByRole('button', { name: 'Lihat Berita Acara Hasil Verifikasi BA-2026-1-000001' });
    expect(backend.asked('paper_issue_berita_acara')).toEqual([{ id: 'k-1' }]);
    expect(screen.queryByRole('button', { name: 'Buat Berita Acara' })).toBeNull();
    expect(await violations(container)).toEqual([]);
  });

  test('that the program refuses says why and is offered again', async () => {
    const backend = new CaseBackend(moment('disetujui-ktp-tanpa-sudut'));
    backend.refuse('paper_issue_berita_acara', wireError({ what: 'Gambar baru saja diubah.' }));
    const { user } = await showCase(backend);
    await user.click(screen.getByRole('button', { name: 'Buat Berita Acara' }));
    await screen.findByText('Gambar baru saja diubah.');
    expect(screen.getByRole('button', { name: 'Buat Berita Acara' })).toBeEnabled();
  });
});
