// The data of a verified vendor change: a permohonan of its own, what the letter asks for, and both values side by side.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { showCase, type ShownCase } from './case-show';
import { CaseBackend } from './fake-case';
import type { Answers } from './fake-backend';
import { moment, notice } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const dialog = () => screen.getByRole('dialog', { name: 'Ajukan perubahan data' });
/** The company and the chips beside it. */
const named = () => screen.getByRole('heading', { level: 1 }).parentElement as HTMLElement;
const part = (name: string) => screen.getByRole('checkbox', { name });

describe('a case that was verified', () => {
  async function asking(answers: Answers = {}): Promise<ShownCase> {
    const shown = await showCase(new CaseBackend(moment('selesai'), answers));
    await shown.user.click(screen.getByRole('button', { name: 'Ajukan perubahan data' }));
    await screen.findByText(notice.paragraphs[0] ?? '');
    return shown;
  }

  test('opens the permohonan that changes its data, and goes there', async () => {
    const { backend, user, opened } = await asking();
    await waitFor(() => expect(part('Surel')).toHaveFocus());
    expect(await violations(dialog())).toEqual([]);
    await user.keyboard(' ');
    await user.click(part('Direktur'));
    await user.click(screen.getByRole('radio', { name: 'Daring' }));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    await waitFor(() => expect(opened).toEqual(['k-9']));
    expect(backend.asked('perubahan_open')).toEqual([
      { id: 'k-1', parts: ['surel', 'penanggung_jawab'], channel: 'daring', notice_version: notice.version },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asks for a part before anything is sent, and the focus stands there', async () => {
    const { backend, user } = await asking();
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Pilih paling sedikit satu data yang berubah.',
    );
    expect(part('Surel')).toHaveFocus();
    expect(screen.getByRole('group', { name: 'Data yang berubah' })).toHaveAccessibleDescription(
      'Pilih paling sedikit satu data yang berubah.',
    );
    expect(backend.asked('perubahan_open')).toEqual([]);
    expect(await violations(dialog())).toEqual([]);
  });

  test('sends nothing when the only part was unticked again', async () => {
    const { backend, user } = await asking();
    await user.click(part('NPWP'));
    await user.click(part('NPWP'));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(backend.asked('perubahan_open')).toEqual([]);
  });

  test('says in the dialog why it could not be opened, and what was ticked stays', async () => {
    const { backend, user, opened } = await asking();
    backend.refuse(
      'perubahan_open',
      wireError({
        code: 'TransitionRefused',
        what: 'Perubahan data ini sedang berjalan pada permohonan 2026/1/0002.',
      }),
    );
    await user.click(part('Alamat'));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(await within(dialog()).findByRole('alert')).toHaveTextContent('sedang berjalan pada permohonan');
    expect(part('Alamat')).toBeChecked();
    expect(opened).toEqual([]);
  });

  test('opens nothing without the notice, and asks for it once more', async () => {
    const { backend, user, opened } = await showCase(new CaseBackend(moment('selesai')));
    backend.refuse('privacy_notice', wireError({ what: 'Diska tidak terbaca.' }));
    await user.click(screen.getByRole('button', { name: 'Ajukan perubahan data' }));
    expect(await within(dialog()).findByRole('alert')).toHaveTextContent('Diska tidak terbaca.');
    await user.click(part('Surel'));
    backend.answer('privacy_notice', notice);
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(await screen.findByText(notice.paragraphs[0] ?? '')).toBeVisible();
    expect(opened).toEqual([]);
  });

  test('opens nothing twice while the first answer is awaited', async () => {
    const { backend, user } = await asking({ perubahan_open: () => new Promise(() => undefined) });
    await user.click(part('Surel'));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(backend.asked('perubahan_open')).toHaveLength(1);
  });

  test('is left as it was with Escape', async () => {
    const { backend, user, closed } = await asking();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Ajukan perubahan data' })).toHaveFocus());
    expect(backend.asked('perubahan_open')).toEqual([]);
    expect(closed()).toBe(0);
  });

  test('offers only what a vendor of its kind may change', async () => {
    const view = moment('selesai');
    const { user } = await showCase(new CaseBackend({ ...view, changeable: ['surel', 'npwp'] }));
    await user.click(screen.getByRole('button', { name: 'Ajukan perubahan data' }));
    expect(within(dialog()).getAllByRole('checkbox')).toHaveLength(2);
    expect(screen.queryByRole('checkbox', { name: 'Direktur' })).toBeNull();
  });

  test('whose data are being changed offers no second change, and leads to the first', async () => {
    const { user, opened } = await showCase(new CaseBackend(moment('selesai-diubah')));
    expect(screen.queryByRole('button', { name: 'Ajukan perubahan data' })).toBeNull();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: '2026/1/0002 (Draf)' }));
    expect(opened).toEqual(['k-1']);
  });

  test('of another end offers no change', async () => {
    await showCase(new CaseBackend(moment('ditolak')));
    expect(screen.queryByRole('button', { name: 'Ajukan perubahan data' })).toBeNull();
  });
});

describe('the header', () => {
  test('says that data are changed', async () => {
    await showCase(new CaseBackend(moment('perubahan-terisi')));
    expect(within(named()).getByText('Perubahan data')).toBeVisible();
  });

  test('says nothing of it where an account is new', async () => {
    await showCase(new CaseBackend(moment('draf-terisi')));
    expect(within(named()).queryByText('Perubahan data')).toBeNull();
  });
});
