// Evidence of the call: taken, pasted or sent by a phone, and marked by the verifikator. Mostly what goes wrong.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TangkapanRequest } from '../src/bindings';
import { focusedPlace } from './case-show';
import {
  capture,
  captured,
  choices,
  chooser,
  gone,
  inStrip,
  maybe,
  noCall,
  pressF6,
  showCase,
  strip,
  thumbs,
  withEvidence,
} from './call-show';
import { CallBackend } from './fake-call';
import { moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const LOW = 768;
beforeEach(() => vi.stubGlobal('innerHeight', 1000));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the strip', () => {
  test('stands only where there is a call', async () => {
    await showCase(new CallBackend(moment('verifikasi-mulai')));
    expect(screen.queryByRole('region', { name: 'Tangkapan video' })).toBeNull();
  });

  test('says time, source, mark, and why a picture does not count', async () => {
    await showCase(withEvidence());
    const [face, photo] = thumbs();
    expect(face).toHaveTextContent(/Wajah dan kode\s*13\.05 · tangkapan layar\s*Kode terlihat/);
    expect(face).not.toHaveTextContent('di luar sesi');
    expect(photo).toHaveTextContent(/Belum ditandai\s*13\.06 · foto dari HP\s*di luar sesi/);
    expect(photo).toHaveTextContent('Foto tanpa jam, sesi 13.02');
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['2026-11-24T05:40:00+00:00', 'Jam foto 12.40, sesi 13.02'],
    ['2026-11-23T06:03:00+00:00', 'Jam foto 23 Nov 13.03, sesi 13.02'],
  ])('puts the time of a phone (%s) beside the call', async (exif_at, words) => {
    const view = moment('verifikasi-daring-bukti');
    Object.assign(view.tangkapan[1] ?? {}, { exif_at });
    await showCase(new CallBackend(view));
    expect(thumbs()[1]).toHaveTextContent(words);
  });

  test('is read in the order heading, what is missing, acts, pictures, marks', async () => {
    const view = moment('verifikasi-daring-bukti');
    view.missing = moment('verifikasi-daring').missing;
    await showCase(new CallBackend(view));
    const text = strip().textContent ?? '';
    const order = [
      'Tangkapan video',
      'Belum:',
      'Foto HP',
      'F6',
      'Tangkapan 1',
      'Tangkapan 2',
      'KTP',
      'Terbaca',
    ];
    const places = order.map((each) => text.lastIndexOf(each));
    expect(places.slice(1, 6)).toEqual([...places.slice(1, 6)].sort((a, b) => a - b));
    expect(places.every((each) => each >= 0)).toBe(true);
    expect(strip().compareDocumentPosition(screen.getByRole('button', { name: /Nyatakan sesuai/ }))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  test('asks for pictures only after a moment, small, and gives every address back', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const made = vi.spyOn(URL, 'createObjectURL');
    const backend = withEvidence();
    const { user } = await showCase(backend);
    expect(backend.asked('tangkapan_bytes')).toEqual([]);
    await waitFor(() => expect(strip().querySelectorAll('img')).toHaveLength(2));
    const asked = backend.asked('tangkapan_bytes') as TangkapanRequest[];
    expect(asked.map(({ variant, reason }) => [variant, reason])).toEqual([
      ['thumb', null],
      ['thumb', null],
    ]);
    made.mockClear();
    revoked.mockClear();
    await user.click(inStrip('Ciutkan tangkapan video'));
    await waitFor(() => expect(revoked).toHaveBeenCalledTimes(2));
    expect(made).not.toHaveBeenCalled();
  });

  test('on a low screen is one line, asks for no picture, and says how many and what is missing', async () => {
    vi.stubGlobal('innerHeight', LOW);
    const view = moment('verifikasi-daring-bukti');
    view.missing = moment('verifikasi-daring').missing;
    const backend = new CallBackend(view);
    const { user } = await showCase(backend);
    expect(strip()).toHaveTextContent(/2 tangkapan\s*Belum:\s*Tangkapan layar selama panggilan\s*Kode sesi/);
    expect(within(strip()).queryByRole('list')).toBeNull();
    await new Promise((rest) => setTimeout(rest, 300));
    expect(backend.asked('tangkapan_bytes')).toEqual([]);
    inStrip('Kode sesi terlihat').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Kode terlihat'));
    expect(focusedPlace()).toBe('daring:kode');
  });

  test('a picture that cannot be opened says so on its own tile', async () => {
    const backend = withEvidence();
    backend.refuse('tangkapan_bytes', wireError({ what: 'Gambar ini rusak.', todo: 'Tangkap lagi.' }));
    await showCase(backend);
    await waitFor(() => expect(thumbs()[0]).toHaveTextContent('Gambar ini rusak. Tangkap lagi.'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('Enter shows a picture large, Esc closes it and gives the focus back', async () => {
    const backend = withEvidence();
    const { user, closed } = await showCase(backend);
    thumbs()[1]?.focus();
    await user.keyboard('{ArrowLeft}{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Wajah dan kode' })).toBeVisible();
    await waitFor(() =>
      expect(backend.asked('tangkapan_bytes')).toContainEqual({
        id: backend.view.id,
        tangkapan: 't-1',
        variant: 'original',
        reason: null,
      }),
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(thumbs()[0]).toHaveFocus());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(closed()).toBe(0);
  });

  test('a press of the mouse selects first, and shows large only what is selected', async () => {
    const { user } = await showCase(withEvidence());
    await user.click(thumbs()[0] as HTMLElement);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(thumbs()[0]).toHaveAttribute('aria-current', 'true');
    expect(screen.getByRole('toolbar', { name: 'Tanda untuk tangkapan 1' })).toBeVisible();
    await user.click(thumbs()[0] as HTMLElement);
    expect(await screen.findByRole('dialog', { name: 'Wajah dan kode' })).toBeVisible();
  });

  test('of a case that another verifikator holds is only looked at', async () => {
    const view = { ...moment('verifikasi-daring-bukti'), verifier_is_me: false, verifier: 'Budi' };
    const backend = new CallBackend(view);
    const shown = await showCase(backend);
    await pressF6(shown);
    expect(maybe(/^Tangkap\b(?!an)/)).toBeNull();
    expect(maybe('Foto HP')).toBeNull();
    expect(inStrip('Terbaca')).toBeDisabled();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(backend.asked('screen_windows')).toEqual([]);
  });
});

describe('what is missing', () => {
  test('leads to the strip with F8, one thing after another, and on to the next', async () => {
    const view = moment('verifikasi-daring');
    view.missing = view.missing.filter(({ guard }) => guard === 'G-DARING' || guard === 'G-HITAM');
    const { user } = await showCase(new CallBackend(view));
    await waitFor(() => expect(focusedPlace()).toMatch(/^document:/));
    await user.keyboard('{F8}');
    await waitFor(() => expect(focusedPlace()).toBe('daring:tangkapan'));
    expect(capture()).toHaveFocus();
    await user.keyboard('{F8}');
    await waitFor(() => expect(focusedPlace()).toBe('daring:kode'));
    await user.keyboard('{F8}');
    await waitFor(() => expect(focusedPlace()).toMatch(/^daftar_hitam/));
  });

  test('leads there from its chip, also while the strip is one line', async () => {
    vi.stubGlobal('innerHeight', LOW);
    const view = moment('verifikasi-daring');
    view.missing = view.missing.filter(({ guard }) => guard === 'G-DARING');
    const { user, container } = await showCase(new CallBackend(view));
    const foot = container.querySelector<HTMLElement>('.act-bar') as HTMLElement;
    await user.click(within(foot).getByRole('button', { name: 'Tangkapan layar selama panggilan' }));
    expect(capture()).toHaveFocus();
    await user.click(within(foot).getByRole('button', { name: 'Kode sesi terlihat' }));
    expect(focusedPlace()).toBe('daring:kode');
  });
});

describe('F6', () => {
  test('asks once for the window, windows before screens, and marks what it took', async () => {
    const backend = new CallBackend();
    const shown = await showCase(backend);
    await pressF6(shown);
    const items = await choices();
    expect(items.map((item) => item.textContent?.trim())).toEqual([
      'Rapat Zoom Zoom · 1280 × 720 piksel',
      'Tanpa judul Firefox · 900 × 700 piksel',
      'Seluruh layar, pilih bagiannya HDMI-1 · 1920 × 1080 piksel',
    ]);
    expect(await violations()).toEqual([]);
    await waitFor(() => expect(items[0]).toHaveFocus());
    await shown.user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(thumbs()).toHaveLength(1));
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    await shown.user.keyboard('{F6}');
    await waitFor(() => expect(thumbs()).toHaveLength(2));
    const target = { kind: 'window', id: 9 };
    expect(backend.asked('tangkapan_screen')).toEqual([
      { id: backend.view.id, target, part: null },
      { id: backend.view.id, target, part: null },
    ]);
    expect(backend.asked('screen_windows')).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('marks nothing by itself', async () => {
    const { backend } = await captured();
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    const pressed = within(strip()).queryAllByRole('button', { pressed: true });
    expect(pressed).toEqual([]);
    expect(backend.asked('tangkapan_mark')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('unfolds a strip of one line for the new picture', async () => {
    vi.stubGlobal('innerHeight', LOW);
    await captured();
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
  });

  test('left with Esc takes nothing and keeps the case', async () => {
    const backend = new CallBackend();
    const shown = await showCase(backend);
    await pressF6(shown);
    await choices();
    await shown.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(shown.closed()).toBe(0);
    expect(backend.asked('tangkapan_screen')).toEqual([]);
  });

  test('where no screen can be seen says both sentences and looks again', async () => {
    const backend = new CallBackend();
    backend.refuse(
      'screen_windows',
      wireError({
        code: 'ScreenMissing',
        what: 'Layar tidak dapat ditangkap di komputer ini.',
        todo: 'Ambil tangkapan dengan program lain, lalu tempelkan di sini.',
      }),
    );
    const shown = await showCase(backend);
    await pressF6(shown);
    const alert = await within(await chooser()).findByRole('alert');
    expect(alert).toHaveTextContent('Layar tidak dapat ditangkap di komputer ini.');
    expect(alert).toHaveTextContent('Ambil tangkapan dengan program lain, lalu tempelkan di sini.');
    backend.answer('screen_windows', []);
    await shown.user.click(within(await chooser()).getByRole('button', { name: 'Cari lagi' }));
    expect(await within(await chooser()).findByText('Tidak ada jendela lain yang terbuka.')).toBeVisible();
  });

  test('on a window that closed says so, forgets it, and asks for another', async () => {
    const { backend, user } = await captured();
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    backend.refuse('tangkapan_screen', gone);
    await user.keyboard('{F6}');
    const alert = await within(strip()).findByRole('alert');
    expect(alert).toHaveTextContent('Jendela panggilan tidak ditemukan lagi.');
    expect(alert).toHaveTextContent('Buka lagi panggilannya, lalu pilih jendelanya.');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(thumbs()).toHaveLength(1);
    await user.click(within(alert).getByRole('button', { name: 'Ganti jendela' }));
    expect(await choices()).toHaveLength(3);
    expect(backend.asked('screen_windows')).toHaveLength(2);
  });

  test('while no call runs tells it, keeps the window, and works when the call runs', async () => {
    const backend = new CallBackend();
    const works = new CallBackend();
    backend.refuse('tangkapan_screen', noCall);
    const { user } = await captured(backend);
    expect(await within(strip()).findByRole('alert')).toHaveTextContent(
      'Lanjutkan verifikasi agar sesi berikutnya dimulai, lalu tangkap lagi.',
    );
    expect(within(strip()).queryAllByRole('button', { name: /^Tangkapan \d/ })).toEqual([]);
    works.view = { ...works.view, tangkapan: moment('verifikasi-daring-bukti').tangkapan.slice(0, 1) };
    backend.answer('tangkapan_screen', works.view);
    await user.keyboard('{F6}');
    await waitFor(() => expect(thumbs()).toHaveLength(1));
    expect(backend.asked('screen_windows')).toHaveLength(1);
    expect(within(strip()).queryByRole('alert')).toBeNull();
  });

  test('pressed twice takes one picture', async () => {
    const { backend, user } = await captured();
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    let answer = (): void => undefined;
    backend.answer('tangkapan_screen', () => new Promise((done) => (answer = () => done(backend.view))));
    await user.keyboard('{F6}{F6}');
    await waitFor(() => expect(backend.asked('tangkapan_screen')).toHaveLength(2));
    answer();
    await waitFor(() => expect(capture()).not.toHaveAttribute('aria-busy'));
    expect(backend.asked('tangkapan_screen')).toHaveLength(2);
  });

  test('does nothing while something lies over the case', async () => {
    const backend = new CallBackend();
    const { user } = await showCase(backend);
    await user.keyboard('{F9}');
    await screen.findByRole('dialog');
    await user.keyboard('{F6}');
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    expect(backend.asked('screen_windows')).toEqual([]);
  });
});
