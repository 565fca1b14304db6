// One print panel for all papers of the moment: one Enter, one printer, nothing printed twice.
import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';

import { shownToast } from '../src/components/toast/toasts.svelte';
import { CaseBackend } from './fake-case';
import { wireError } from './wire-error';
import { moment } from './recorded';
import { showCase } from './case-show';
import { violations } from './show';

const PAPERS = '3 kertas belum dicetak';

async function approved() {
  const backend = new CaseBackend(moment('sesuai'));
  const { user, container } = await showCase(backend);
  await user.type(await screen.findByLabelText('Kata sandi Anda'), 'latihan{Enter}');
  await screen.findByRole('dialog', { name: PAPERS });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Cetak' })).toHaveFocus());
  return { backend, user, container };
}

function raise(): never {
  throw new Error('the approval issues papers');
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
    expect(shownToast()?.text).toBe('3 kertas terkirim ke printer.');
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
    await waitFor(() => expect(shownToast()?.text).toBe('1 kertas terkirim ke printer.'));
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
    const answers = backend.view.papers;
    backend.answer('paper_print', ({ paper }) => {
      if (paper === second) throw wireError({ code: 'PrintFailed', what: 'Printer tidak menjawab.' });
      return answers.at(-1) ?? raise();
    });
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Printer tidak menjawab/)).toBeVisible();
    expect(screen.getByText(/belum tercetak. Yang sebelumnya sudah terkirim/)).toBeVisible();
    backend.answer('paper_print', () => answers.at(-1) ?? raise());
    await user.click(screen.getByRole('button', { name: 'Cetak' }));
    await waitFor(() => expect(screen.queryByText(/Printer tidak menjawab/)).toBeNull());
    expect(printed(backend)).toEqual([first, second, second, third]);
    expect(shownToast()?.text).toBe('2 kertas terkirim ke printer.');
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
