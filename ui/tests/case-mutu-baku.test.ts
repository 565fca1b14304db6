// A step that took longer than the SOP grants: one line of reason, which holds nothing up.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { showCase } from './case-show';
import { CaseBackend, filledCase, followedCase } from './fake-case';
import { session } from './fictional/office';
import { moment, rightsOf } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const third = () =>
  within(screen.getByRole('navigation', { name: 'Langkah SOP' })).getAllByRole('listitem')[2];
const asks = () => screen.queryByRole('button', { name: 'Catat alasan langkah 3' });

async function asked(backend = new CaseBackend(filledCase())) {
  const shown = await showCase(backend);
  await shown.user.click(screen.getByRole('button', { name: 'Catat alasan langkah 3' }));
  const dialog = await screen.findByRole('dialog', { name: 'Langkah 3 melewati mutu baku' });
  const field = within(dialog).getByLabelText('Alasan');
  await waitFor(() => expect(field).toHaveFocus());
  return { ...shown, dialog, field };
}

describe('the reason for a step that took longer', () => {
  test('is asked for with what it took, in one line of at most 300 letters', async () => {
    const { dialog, field } = await asked();
    expect(dialog).toHaveAccessibleDescription('10 menit, mutu baku 5 menit.');
    expect(field).toHaveAttribute('maxlength', '300');
    expect(await violations(dialog)).toEqual([]);
  });

  test('is asked for minutes that nobody can tell, without naming any', async () => {
    const view = followedCase();
    const steps = view.steps.map((step) =>
      step.number === 5 ? { ...step, elapsed_minutes: null, asks_reason: true } : step,
    );
    const { user } = await showCase(new CaseBackend({ ...view, steps }));
    await user.click(screen.getByRole('button', { name: 'Catat alasan langkah 5' }));
    const dialog = await screen.findByRole('dialog', { name: 'Lama langkah 5 tidak terukur' });
    expect(dialog).toHaveAccessibleDescription(/^Pekerjaan melewati malam/);
    expect(dialog).not.toHaveTextContent(/\d+ menit/);
  });

  test('is saved by Enter, stands on the spine, and has the focus', async () => {
    const { backend, user } = await asked();
    await user.keyboard('Pemindai macet{Enter}');
    await waitFor(() => expect(third()).toHaveTextContent('Alasan: Pemindai macet'));
    expect(backend.asked('overrun_explain')).toEqual([{ id: 'k-1', row: 3, reason: 'Pemindai macet' }]);
    await waitFor(() => expect(screen.getByText('Alasan: Pemindai macet')).toHaveFocus());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asks()).toBeNull();
    expect(backend.view.drafts['overrun:3']).toBeFalsy();
  });

  test('without a word is not sent', async () => {
    const { backend, user, dialog } = await asked();
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Tulis alasannya lebih dulu.')).toBeVisible();
    expect(backend.asked('overrun_explain')).toEqual([]);
  });

  test('is left by Esc, which loses no word and gives the focus back', async () => {
    const { backend, user, closed } = await asked();
    await user.keyboard('Pemindai{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(asks()).toHaveFocus());
    expect(closed()).toBe(0);
    expect(backend.asked('overrun_explain')).toEqual([]);
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Langkah 3 melewati mutu baku' });
    expect(within(dialog).getByLabelText('Alasan')).toHaveValue('Pemindai');
  });

  test('that is refused stays written, and the refusal is told once', async () => {
    const backend = new CaseBackend(filledCase());
    backend.refuse('overrun_explain', wireError({ what: 'Ruang diska habis.' }));
    const { user, dialog, field } = await asked(backend);
    await user.keyboard('Pemindai macet{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(field).toHaveValue('Pemindai macet');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is given after the case ended too, which keeps no drafts', async () => {
    const { backend, user } = await asked(new CaseBackend(moment('selesai')));
    await user.keyboard('Pemindai macet{Enter}');
    await waitFor(() => expect(third()).toHaveTextContent('Alasan: Pemindai macet'));
    expect(backend.asked('draft_save')).toEqual([]);
  });

  test.each(['penyetuju', 'admin', 'auditor', 'koordinator'] as const)(
    'is not asked of a %s',
    async (role) => {
      await showCase(new CaseBackend(followedCase()), { ...session, roles: [role], rights: rightsOf(role) });
      expect(third()).toHaveTextContent('10 menit, mutu baku 5');
      expect(asks()).toBeNull();
    },
  );

  test('is not asked where the personal data was erased', async () => {
    await showCase(new CaseBackend({ ...moment('selesai'), erased: true }));
    expect(asks()).toBeNull();
  });
});
