import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { showCase } from './case-show';
import { CaseBackend } from './fake-case';
import { moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

/** A case as a koordinator gets it: its Fotokopi opens only with a reason. */
function asKoordinator(): CaseBackend {
  const view = moment('disetujui');
  view.papers = view.papers.map((paper) => ({ ...paper, asks_reason: paper.kind === 'fotokopi' }));
  return new CaseBackend(view);
}

describe('a paper that shows identity papers', () => {
  test('opens after a reason, which is asked once', async () => {
    const backend = asKoordinator();
    const { user, container } = await showCase(backend);
    const button = await screen.findByRole('button', { name: /^Lihat Fotokopi/ });
    await user.click(button);
    await screen.findByRole('dialog', { name: /^Buka Fotokopi/ });
    expect(await violations(container)).toEqual([]);
    expect(backend.asked('paper_page')).toEqual([]);

    await user.keyboard('{Enter}');
    expect(backend.asked('paper_look')).toEqual([]);
    await user.keyboard('Pengaduan nomor 7{Enter}');
    await screen.findByRole('dialog', { name: /^Fotokopi/ });
    const paper = backend.view.papers.find((each) => each.kind === 'fotokopi')?.id;
    expect(backend.asked('paper_look')).toEqual([{ id: 'k-1', paper, reason: 'Pengaduan nomor 7' }]);

    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: /^Lihat Fotokopi/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: /^Fotokopi/ });
    expect(backend.asked('paper_look')).toHaveLength(1);
  });

  test('stays closed when the reason is not given, and the case stays open', async () => {
    const backend = asKoordinator();
    const { user } = await showCase(backend);
    await user.click(await screen.findByRole('button', { name: /^Lihat Fotokopi/ }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: /^Lihat Fotokopi/ })).toBeVisible();
    expect(backend.asked('paper_look')).toEqual([]);
  });

  test('says what refused it, and keeps the reason', async () => {
    const backend = asKoordinator();
    backend.answer('paper_look', () => {
      throw wireError({ code: 'CaseErased', what: 'Gambar sudah dimusnahkan.' });
    });
    const { user } = await showCase(backend);
    await user.click(await screen.findByRole('button', { name: /^Lihat Fotokopi/ }));
    await user.keyboard('Pengaduan nomor 7{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Gambar sudah dimusnahkan.');
    expect(screen.getByRole('textbox', { name: 'Alasan' })).toHaveValue('Pengaduan nomor 7');
  });

  test('other papers open as ever', async () => {
    const { user } = await showCase(asKoordinator());
    await user.click(await screen.findByRole('button', { name: /^Lihat Tanda Terima/ }));
    await screen.findByRole('dialog', { name: /^Tanda Terima/ });
  });
});
