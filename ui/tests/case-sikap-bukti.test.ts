// What shows that SIKAP is filled: taken from the screen or a file, kept with the case, wanted where it is claimed.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { showCase } from './case-show';
import { CaseBackend, followedCase } from './fake-case';
import { wireError } from './wire-error';
import { session } from './fictional/office';
import { moment, rightsOf } from './recorded';
import { violations } from './show';

const card = () => screen.getByRole('region', { name: 'Bukti SIKAP terisi' });
const kept = () => within(card()).queryAllByRole('button', { name: /SIKAP terisi/ });

/** Ctrl+V with a picture, on whatever has the focus. */
function paste(): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  const files = [new File([new Uint8Array(4)], 'sikap.png', { type: 'image/png' })];
  Object.defineProperty(event, 'clipboardData', { value: { files } });
  document.activeElement?.dispatchEvent(event);
}

/** The picture that is added leads to the recorded case that has one. */
function watched(): CaseBackend {
  const backend = new CaseBackend(followedCase());
  backend.answer('screen_windows', [
    {
      target: { kind: 'window', id: 7 },
      title: 'SIKAP - Data Kualifikasi',
      program: 'firefox',
      width: 1200,
      height: 700,
    },
  ]);
  backend.follows('tangkapan_screen', 'pemantauan-sikap-terbukti');
  backend.follows('tangkapan_pick', 'pemantauan-sikap-terbukti');
  return backend;
}

describe('a picture of a filled SIKAP', () => {
  test('is taken from a window by keys alone, and stands in its card', async () => {
    const { backend, user, container } = await showCase(watched());
    expect(kept()).toHaveLength(0);
    within(card()).getByRole('button', { name: 'Tangkap layar…' }).focus();
    await user.keyboard('{Enter}');
    const chooser = await screen.findByRole('dialog', { name: 'Pilih jendela yang menunjukkan SIKAP' });
    await waitFor(() =>
      expect(within(chooser).getByRole('button', { name: /SIKAP - Data Kualifikasi/ })).toHaveFocus(),
    );
    await user.keyboard('{Enter}');
    await waitFor(() => expect(kept()).toHaveLength(1));
    expect(backend.asked('tangkapan_screen')).toEqual([
      { id: 'k-1', target: { kind: 'window', id: 7 }, part: null },
    ]);
    expect(await violations(container)).toEqual([]);
  });

  test('may be a file that the vendor sent', async () => {
    const { backend, user } = await showCase(watched());
    await user.click(within(card()).getByRole('button', { name: 'Pilih berkas…' }));
    await waitFor(() => expect(kept()).toHaveLength(1));
    expect(backend.asked('tangkapan_pick')).toEqual([{ id: 'k-1' }]);
  });

  test('is pasted while its card has the focus, and not below one that is shown large', async () => {
    const backend = new CaseBackend({ ...followedCase(), sikap_proof: moment('selesai').sikap_proof });
    const { user } = await showCase(backend);
    const pasted = () => backend.calls.filter(({ name }) => name === 'tangkapan_add');
    paste();
    kept()[0]?.focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'SIKAP terisi' });
    paste();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(kept()[0]).toHaveFocus());
    expect(pasted()).toEqual([]);
    paste();
    await waitFor(() =>
      expect(pasted().map(({ request }) => request)).toEqual([{ id: 'k-1', source: 'tempel' }]),
    );
  });

  test('that cannot be kept is told where it was taken', async () => {
    const backend = watched();
    backend.refuse(
      'tangkapan_pick',
      wireError({ code: 'PictureNotAnImage', what: 'Berkas ini bukan gambar.' }),
    );
    const { user } = await showCase(backend);
    await user.click(within(card()).getByRole('button', { name: 'Pilih berkas…' }));
    expect(await within(card()).findByRole('alert')).toHaveTextContent('Berkas ini bukan gambar.');
    expect(kept()).toHaveLength(0);
  });

  test('is wanted where somebody says that it was seen there', async () => {
    const backend = watched();
    const missing = [
      { guard: 'T-25', place: 'sikap:bukti' as const, label: 'Tangkapan layar SIKAP yang terisi' },
    ];
    backend.refuse(
      'sikap_close',
      wireError({ code: 'GuardFailed', what: 'Masih ada yang kurang.', missing }),
    );
    const { user } = await showCase(backend);
    await user.click(screen.getByRole('button', { name: 'SIKAP sudah terisi…' }));
    const dialog = await screen.findByRole('dialog', { name: 'SIKAP sudah terisi' });
    await user.click(within(dialog).getByLabelText('Tangkapan layar SIKAP'));
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText(/SIKAP yang terisi/)).toHaveTextContent(
      'Tangkapan layar SIKAP yang terisi',
    );
  });

  test.each(['petugas', 'koordinator', 'auditor'] as const)(
    'is counted for a %s, who may not open it',
    async (role) => {
      const backend = new CaseBackend(moment('selesai'));
      await showCase(backend, { ...session, roles: [role], rights: rightsOf(role) });
      expect(card()).toHaveTextContent(/1 gambar tersimpan, terakhir \d+ \w+ 2026\./);
      expect(kept()).toHaveLength(0);
    },
  );

  test('is seen by a penyetuju, with the day on which it was kept', async () => {
    const backend = new CaseBackend(moment('selesai'));
    await showCase(backend, { ...session, roles: ['penyetuju'], rights: rightsOf('penyetuju') });
    expect(kept()[0]).toHaveTextContent(/\d+ \w+ \d\d\.\d\d · /);
  });

  test('is shown large with Enter, and still when the case is closed', async () => {
    const { user } = await showCase(new CaseBackend(moment('selesai')));
    const [proof] = kept();
    proof?.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'SIKAP terisi' })).toBeVisible();
    expect(within(card()).queryByRole('button', { name: 'Tangkap layar…' })).toBeNull();
  });

  test('is offered to nobody who may not close the case', async () => {
    await showCase(new CaseBackend({ ...followedCase(), allowed: [] }));
    expect(screen.queryByRole('region', { name: 'Bukti SIKAP terisi' })).toBeNull();
  });
});
