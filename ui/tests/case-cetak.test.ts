// One print panel for all papers of the moment: one Enter, one printer, nothing printed twice.
import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';

import type { Printer } from '../src/bindings';
import { shownToast } from '../src/components/toast/toasts.svelte';
import { CaseBackend } from './fake-case';
import { wireError } from './wire-error';
import { moment } from './recorded';
import { showCase } from './case-show';
import { violations } from './show';

const PAPERS = '3 kertas belum dicetak';

async function approved(printers?: Printer[]) {
  const backend = new CaseBackend(moment('sesuai'), printers ? { printers } : {});
  const { user, container } = await showCase(backend);
  await user.type(await screen.findByLabelText('Kata sandi Anda'), 'latihan{Enter}');
  await screen.findByRole('dialog', { name: PAPERS });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Cetak' })).toHaveFocus());
  return { backend, user, container };
}

const printed = (backend: CaseBackend) =>
  (backend.asked('paper_print') as { paper: string }[]).map((each) => each.paper);

describe('after the approval', () => {
  test('one Enter prints Tanda Terima, Bukti and Fotokopi, and the next act has the focus', async () => {
    const { backend, user } = await approved();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(printed(backend)).toEqual(backend.view.papers.map((paper) => paper.id));
    expect(printed(backend)).toHaveLength(3);
    expect(shownToast()?.text).toBe('3 kertas tercetak.');
    await waitFor(() => expect(screen.getByLabelText('User ID SPSE')).toHaveFocus());
  });

  test('a paper that is not wanted is not printed, and waits', async () => {
    const { backend, user } = await approved();
    await user.click(screen.getByRole('checkbox', { name: /Fotokopi/ }));
    await user.click(screen.getByRole('button', { name: 'Cetak' }));
    await waitFor(() => expect(printed(backend)).toHaveLength(2));
    expect(await screen.findByRole('heading', { name: 'Bukti Verifikasi terbit', level: 1 })).toBeVisible();
  });

  test('one paper chosen of three is told as one', async () => {
    const { backend, user } = await approved();
    for (const box of screen.getAllByRole('checkbox').slice(1)) await user.click(box);
    await user.click(screen.getByRole('button', { name: 'Cetak' }));
    await waitFor(() => expect(shownToast()?.text).toBe('1 kertas tercetak.'));
    expect(printed(backend)).toHaveLength(1);
  });

  test('with nothing chosen says so and sends nothing', async () => {
    const { backend, user } = await approved();
    for (const box of screen.getAllByRole('checkbox')) await user.click(box);
    await user.click(screen.getByRole('button', { name: 'Cetak' }));
    expect(await screen.findByText('Pilih paling sedikit satu.')).toBeVisible();
    expect(printed(backend)).toEqual([]);
  });

  test('a printer that stops after the first prints the first only once', async () => {
    const { backend, user } = await approved();
    const [first, second, third] = backend.view.papers.map((paper) => paper.id);
    const working = backend.working('paper_print');
    backend.answer('paper_print', (request) => {
      if (request.paper === second) throw wireError({ code: 'PrintFailed', what: 'Printer tidak menjawab.' });
      return working(request);
    });
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Printer tidak menjawab/)).toBeVisible();
    expect(screen.getByText(/belum tercetak. Yang sebelumnya sudah terkirim/)).toBeVisible();
    expect(await screen.findByText('Tercetak')).toBeVisible();
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    expect(screen.getByRole('dialog', { name: PAPERS })).toBeVisible();
    backend.answer('paper_print', working);
    await user.click(screen.getByRole('button', { name: 'Cetak' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(printed(backend)).toEqual([first, second, second, third]);
    expect(shownToast()?.text).toBe('3 kertas tercetak.');
  });

  describe('where kinds of paper have printers of their own', () => {
    const TWO: Printer[] = [
      { name: 'Laser A4', default: true, kinds: ['fotokopi'] },
      { name: 'Tinta', default: false, kinds: ['tanda_terima'] },
    ];

    test('each paper goes to the one of its kind', async () => {
      const { backend, user } = await approved(TWO);
      expect(screen.getByLabelText('Printer')).toHaveDisplayValue('Sesuai jenis kertas');
      await user.keyboard('{Enter}');
      await waitFor(() => expect(printed(backend)).toHaveLength(3));
      const sent = (backend.asked('paper_print') as { printer: string }[]).map((each) => each.printer);
      expect(sent).toEqual(['Tinta', 'Laser A4', 'Laser A4']);
    });

    test('all go to the one that was chosen', async () => {
      const { backend, user } = await approved(TWO);
      await user.selectOptions(screen.getByLabelText('Printer'), 'Tinta');
      await user.click(screen.getByRole('button', { name: 'Cetak' }));
      await waitFor(() => expect(printed(backend)).toHaveLength(3));
      expect(backend.asked('paper_print')).toMatchObject(Array(3).fill({ printer: 'Tinta' }));
    });
  });

  test('without a usual printer the first one is chosen', async () => {
    await approved([
      { name: 'Laser A4', default: false, kinds: [] },
      { name: 'Tinta', default: false, kinds: [] },
    ]);
    expect(screen.getByLabelText('Printer')).toHaveValue('Laser A4');
  });

  test('Cetak nanti puts what is chosen on the list, and nothing on paper', async () => {
    const { backend, user } = await approved();
    const [first, second] = backend.view.papers.map((paper) => paper.id);
    await user.click(screen.getByRole('checkbox', { name: /Fotokopi/ }));
    await user.clear(screen.getByLabelText('Jumlah rangkap'));
    await user.type(screen.getByLabelText('Jumlah rangkap'), '2');
    await user.click(screen.getByRole('button', { name: 'Cetak nanti' }));
    expect(await screen.findByRole('heading', { name: 'Bukti Verifikasi terbit', level: 1 })).toBeVisible();
    expect(backend.asked('paper_later')).toEqual([
      { id: backend.view.id, paper: first, copies: 2 },
      { id: backend.view.id, paper: second, copies: 2 },
    ]);
    expect(shownToast()?.text).toBe('2 kertas masuk daftar Cetak nanti.');
    expect(printed(backend)).toEqual([]);
    // The Bukti in the list of the approval; the Tanda Terima with it in that of the case below.
    expect(await screen.findAllByText(/2 rangkap menunggu dicetak/)).toHaveLength(3);
  });

  test('Esc leaves the papers for later', async () => {
    const { backend, user } = await approved();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: 'Bukti Verifikasi terbit', level: 1 })).toBeVisible();
    expect(printed(backend)).toEqual([]);
  });

  test('the panel has no violation that axe can see', async () => {
    await approved();
    expect(await violations()).toEqual([]);
  });
});
