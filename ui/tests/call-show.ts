// The case on the screen while its video call runs, and the parts of its evidence strip.
import { screen, waitFor, within } from '@testing-library/svelte';
import { expect } from 'vitest';
import { showCase as showAtOnce, type ShownCase } from './case-show';
import { CallBackend } from './fake-call';
import { moment } from './recorded';
import { wireError } from './wire-error';

export const withEvidence = () => new CallBackend(moment('verifikasi-daring-bukti'));
export const strip = () => screen.getByRole('region', { name: 'Tangkapan video' });
export const inStrip = (name: RegExp | string) => within(strip()).getByRole('button', { name });
export const maybe = (name: RegExp | string) => within(strip()).queryByRole('button', { name });
export const capture = () => inStrip(/^Tangkap$|^Tangkap F6$/);
export const thumbs = () => within(strip()).getAllByRole('button', { name: /^Tangkapan \d+ dari/ });
export const chooser = () => screen.findByRole('dialog', { name: 'Pilih jendela panggilan' });
export const choices = async () =>
  within(await chooser())
    .findAllByRole('listitem')
    .then((items) => items.map((item) => within(item).getByRole('button')));
export const gone = wireError({
  code: 'NotFound',
  what: 'Jendela panggilan tidak ditemukan lagi.',
  todo: 'Buka lagi panggilannya, lalu pilih jendelanya.',
});
export const noCall = wireError({
  code: 'TransitionRefused',
  what: 'Tidak ada panggilan yang sedang berlangsung.',
  todo: 'Lanjutkan verifikasi agar sesi berikutnya dimulai, lalu tangkap lagi.',
});

/** The case, once it has put the focus where its work begins. */
export async function showCase(backend: CallBackend): Promise<ShownCase> {
  const shown = await showAtOnce(backend);
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  return shown;
}

export async function pressF6(shown: ShownCase): Promise<void> {
  await screen.findByRole('region', { name: 'Tangkapan video' });
  await shown.user.keyboard('{F6}');
}

/** F6, the first window, Enter. */
export async function captured(backend = new CallBackend()): Promise<ShownCase & { backend: CallBackend }> {
  const shown = await showCase(backend);
  await pressF6(shown);
  const [first] = await choices();
  await waitFor(() => expect(first).toHaveFocus());
  await shown.user.keyboard('{Enter}');
  await waitFor(() => expect(backend.asked('tangkapan_screen')).toHaveLength(1));
  return { ...shown, backend };
}

/** F6, down to the screen, Enter: the part is being chosen. */
export async function lookedAt(backend = new CallBackend()): Promise<ShownCase & { backend: CallBackend }> {
  const shown = await showCase(backend);
  await pressF6(shown);
  const [first] = await choices();
  await waitFor(() => expect(first).toHaveFocus());
  await shown.user.keyboard('{End}{Enter}');
  return { ...shown, backend };
}
