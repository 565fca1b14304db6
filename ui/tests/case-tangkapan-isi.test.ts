// What goes into the evidence of a call besides a window: a part of a screen, the clipboard, a phone; and its marks.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaptureScreen, MarkTangkapan } from '../src/bindings';
import { draggedPart, movePart, pngSize, proposedPart, sizePart } from '../src/components/part/part';
import {
  captured,
  inStrip,
  lookedAt,
  maybe,
  noCall,
  pressF6,
  showCase,
  strip,
  thumbs,
  withEvidence,
} from './call-show';
import { CallBackend, pngHead } from './fake-call';
import { moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

beforeEach(() => vi.stubGlobal('innerHeight', 1000));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'clipboard');
});

const png = (size = 4) => new File([new Uint8Array(size)], 'layar.png', { type: 'image/png' });

/** What Ctrl+V carries, on whatever has the focus. */
function paste(files: File[], on: Element = document.activeElement ?? document.body): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: { files } });
  on.dispatchEvent(event);
}

describe('the part of a screen', () => {
  const size = { width: 1920, height: 1080 };

  test('begins in the middle and stays on the screen', () => {
    const start = proposedPart(size);
    expect(start).toEqual({ x: 384, y: 216, width: 1152, height: 648 });
    expect(movePart(start, { x: -999, y: 999 }, size)).toEqual({ ...start, x: 0, y: 432 });
    expect(sizePart(start, { x: 9999, y: 9999 }, size)).toEqual({ ...start, width: 1536, height: 864 });
    expect(sizePart(start, { x: -9999, y: -9999 }, size)).toEqual({ ...start, width: 120, height: 120 });
  });

  test.each([
    [
      { x: 500, y: 400 },
      { x: 100, y: 50 },
      { x: 100, y: 50, width: 400, height: 350 },
    ],
    [
      { x: 1900, y: 1000 },
      { x: 5000, y: 5000 },
      { x: 1900, y: 1000, width: 20, height: 80 },
    ],
    [
      { x: 10.6, y: 10.4 },
      { x: -50, y: -50 },
      { x: 0, y: 0, width: 11, height: 10 },
    ],
  ])('dragged from %o to %o is whole and inside', (from, to, part) => {
    expect(draggedPart(from, to, size)).toEqual(part);
  });

  test.each([
    ['nothing', new ArrayBuffer(0)],
    ['a JPEG', new Uint8Array(40).fill(0xff).buffer],
    ['a PNG without a size', pngHead(0, 0)],
  ])('is not chosen on %s', (_, bytes) => expect(pngSize(bytes)).toBeNull());

  const dialog = () => screen.findByRole('dialog', { name: 'Pilih bagian layar' });

  test('is moved and sized with the arrows, taken with Enter, and taken again with F6', async () => {
    const { backend, user } = await lookedAt();
    expect(await dialog()).toHaveTextContent('Kolom 384, baris 216, ukuran 1152 × 648 piksel');
    expect(backend.asked('screen_look')).toEqual([{ target: { kind: 'monitor', id: 1 } }]);
    expect(backend.asked('tangkapan_screen')).toEqual([]);
    expect(await violations(await dialog())).toEqual([]);
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowUp}{ArrowUp}');
    await user.keyboard('{Shift>}{ArrowLeft}{ArrowUp}{ArrowUp}{/Shift}{Enter}');
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    await user.keyboard('{F6}');
    await waitFor(() => expect(thumbs()).toHaveLength(2));
    const request: CaptureScreen = {
      id: backend.view.id,
      target: { kind: 'monitor', id: 1 },
      part: { x: 404, y: 196, width: 1132, height: 608 },
    };
    expect(backend.asked('tangkapan_screen')).toEqual([request, request]);
    expect(backend.asked('screen_look')).toHaveLength(1);
  });

  test('is drawn with the mouse, in pixels of the picture; one that is too small is not sent', async () => {
    const { backend, user } = await lookedAt();
    const sheet = (await dialog()).querySelector<HTMLElement>('.sheet') as HTMLElement;
    sheet.getBoundingClientRect = () => ({ left: 100, top: 50, width: 960, height: 540 }) as DOMRect;
    await fireEvent(
      sheet,
      new MouseEvent('pointerdown', { clientX: 200, clientY: 150, button: 0, bubbles: true }),
    );
    await fireEvent(window, new MouseEvent('pointermove', { clientX: 250, clientY: 180 }));
    await fireEvent(window, new MouseEvent('pointerup'));
    await user.keyboard('{Enter}');
    expect(await within(await dialog()).findByText(/Bagian terlalu kecil/)).toBeVisible();
    expect(backend.asked('tangkapan_screen')).toEqual([]);
    await fireEvent(window, new MouseEvent('pointermove', { clientX: 900, clientY: 500 }));
    expect(await dialog()).toHaveTextContent('Kolom 200, baris 200, ukuran 100 × 60 piksel');
    await user.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}{Enter}');
    await waitFor(() =>
      expect((backend.asked('tangkapan_screen')[0] as CaptureScreen).part).toEqual({
        x: 200,
        y: 200,
        width: 120,
        height: 120,
      }),
    );
  });

  test('left with Esc takes nothing, closes nothing else, and gives the picture back', async () => {
    let made = 0;
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${(made += 1)}`);
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const { backend, user, closed } = await lookedAt();
    const shown = within(await dialog())
      .getByAltText('Layar saat ini')
      .getAttribute('src');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(revoked).toHaveBeenCalledWith(shown);
    expect(closed()).toBe(0);
    expect(backend.asked('tangkapan_screen')).toEqual([]);
  });

  test('cannot be chosen on a screen that went away, which is said', async () => {
    const backend = new CallBackend();
    backend.refuse('screen_look', wireError({ code: 'NotFound', what: 'Layar itu dilepas.' }));
    await lookedAt(backend);
    const alert = await within(strip()).findByRole('alert');
    expect(alert).toHaveTextContent('Layar itu dilepas. Coba lagi.');
    expect(within(alert).getByRole('button', { name: 'Ganti jendela' })).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('cannot be chosen on a picture that is none, and nothing is sent', async () => {
    const backend = new CallBackend();
    backend.answer('screen_look', new ArrayBuffer(3));
    const { user } = await lookedAt(backend);
    expect(await within(await dialog()).findByText('Gambar layar tidak dapat dibaca.')).toBeVisible();
    await user.keyboard('{ArrowLeft}{Enter}');
    expect(backend.asked('tangkapan_screen')).toEqual([]);
  });
});

describe('the clipboard', () => {
  test('is heard while the strip has the focus', async () => {
    const backend = new CallBackend();
    await showCase(backend);
    inStrip('Tempel').focus();
    paste([png()]);
    await waitFor(() => expect(thumbs()).toHaveLength(1));
    expect(backend.calls.filter(({ name }) => name === 'tangkapan_add')).toEqual([
      { name: 'tangkapan_add', request: { id: backend.view.id, source: 'tempel' } },
    ]);
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
  });

  test('is left alone while the focus is elsewhere', async () => {
    const backend = new CallBackend();
    await showCase(backend);
    expect(strip()).not.toContainElement(document.activeElement as HTMLElement);
    paste([png()]);
    await new Promise((rest) => setTimeout(rest, 20));
    expect(backend.calls.some(({ name }) => name === 'tangkapan_add')).toBe(false);
    expect(within(strip()).queryByText(/Papan klip/)).toBeNull();
  });

  test.each([
    ['no picture', [], 'Papan klip tidak berisi gambar.'],
    ['a text', [new File(['x'], 'a.txt', { type: 'text/plain' })], 'Papan klip tidak berisi gambar.'],
  ])('with %s says so', async (_, files, words) => {
    const backend = new CallBackend();
    await showCase(backend);
    inStrip('Tempel').focus();
    paste(files);
    expect(await within(strip()).findByText(new RegExp(words))).toBeVisible();
    expect(backend.calls.some(({ name }) => name === 'tangkapan_add')).toBe(false);
  });

  test('with a picture that is too large says so', async () => {
    await showCase(new CallBackend());
    inStrip('Tempel').focus();
    const large = png();
    Object.defineProperty(large, 'size', { value: 51 * 1024 * 1024 });
    paste([large]);
    expect(await within(strip()).findByText(/lebih dari 50 MB/)).toBeVisible();
  });

  test('that the button may not read says what to do instead', async () => {
    const { user } = await showCase(new CallBackend());
    const read = () => Promise.reject(new Error('not allowed'));
    Object.defineProperty(navigator, 'clipboard', { value: { read }, configurable: true });
    await user.click(inStrip('Tempel'));
    expect(await within(strip()).findByText(/lalu tekan Ctrl\+V/)).toBeVisible();
  });

  test('refused, the picture stays here until it is saved or thrown away', async () => {
    const backend = new CallBackend();
    const { user } = await showCase(backend);
    const add = backend.addTangkapan;
    backend.addTangkapan = () => Promise.reject(noCall);
    inStrip('Tempel').focus();
    paste([png()]);
    expect(await within(strip()).findByRole('alert')).toHaveTextContent('Tidak ada panggilan yang sedang');
    expect(within(strip()).getByText(/masih ada di sini dan belum tersimpan/)).toBeVisible();
    backend.addTangkapan = add;
    await user.click(inStrip('Simpan lagi'));
    await waitFor(() => expect(thumbs()).toHaveLength(1));
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    expect(maybe('Simpan lagi')).toBeNull();
    expect(within(strip()).queryByRole('alert')).toBeNull();
    backend.addTangkapan = () => Promise.reject(noCall);
    paste([png()]);
    await user.click(await within(strip()).findByRole('button', { name: 'Buang gambar' }));
    expect(maybe('Simpan lagi')).toBeNull();
    expect(within(strip()).queryByRole('alert')).toBeNull();
    expect(thumbs()).toHaveLength(1);
  });
});

describe('a photograph from a phone', () => {
  test('is chosen in the dialog of the system and marked next', async () => {
    const backend = new CallBackend();
    const { user } = await showCase(backend);
    await user.click(inStrip('Foto HP'));
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    expect(backend.asked('tangkapan_pick')).toEqual([{ id: backend.view.id }]);
  });

  test('not chosen changes nothing', async () => {
    const backend = withEvidence();
    backend.answer('tangkapan_pick', null);
    const { user } = await showCase(backend);
    await user.click(inStrip('Foto HP'));
    await waitFor(() => expect(inStrip('Foto HP')).not.toHaveAttribute('aria-busy'));
    expect(thumbs()).toHaveLength(2);
    expect(inStrip('Foto HP')).toHaveFocus();
    expect(within(strip()).queryByRole('alert')).toBeNull();
  });

  test.each(['PictureNotAnImage', 'PictureTooLarge', 'ReadOnly'] as const)(
    'that cannot be kept (%s) is told',
    async (code) => {
      const backend = withEvidence();
      backend.refuse('tangkapan_pick', wireError({ code, what: 'Foto ini tidak dapat disimpan.' }));
      const { user } = await showCase(backend);
      await user.click(inStrip('Foto HP'));
      const alert = await within(strip()).findByRole('alert');
      expect(alert).toHaveTextContent('Foto ini tidak dapat disimpan. Coba lagi.');
      expect(within(alert).queryByRole('button')).toBeNull();
      expect(thumbs()).toHaveLength(2);
    },
  );
});

describe('a call that is paused', () => {
  const paused = () => new CallBackend(moment('ditunda-daring'));

  test('says that only a photograph may follow, and F6 and Ctrl+V do nothing', async () => {
    const backend = paused();
    const shown = await showCase(backend);
    expect(within(strip()).getByText(/Sekarang hanya foto HP yang dapat ditambah/)).toBeVisible();
    await pressF6(shown);
    inStrip('Foto HP').focus();
    paste([png()]);
    await new Promise((rest) => setTimeout(rest, 20));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(maybe('Tempel')).toBeNull();
    expect(backend.asked('screen_windows')).toEqual([]);
    expect(backend.calls.some(({ name }) => name === 'tangkapan_add')).toBe(false);
    expect(await violations()).toEqual([]);
  });

  test('says so also in one line, where a photograph can be added at once', async () => {
    vi.stubGlobal('innerHeight', 768);
    const { user } = await showCase(paused());
    expect(within(strip()).getByText(/Sekarang hanya foto HP yang dapat ditambah/)).toBeVisible();
    expect(strip()).not.toHaveTextContent('Belum:');
    await user.click(inStrip('Foto HP'));
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
  });

  test('refuses a photograph for want of a call with both sentences, and keeps what is there', async () => {
    const backend = paused();
    backend.refuse('tangkapan_pick', noCall);
    const { user } = await showCase(backend);
    await user.click(inStrip('Foto HP'));
    const alert = await within(strip()).findByRole('alert');
    expect(alert).toHaveTextContent(noCall.what);
    expect(alert).toHaveTextContent(noCall.todo);
    expect(thumbs()).toHaveLength(2);
  });

  test('still takes a photograph and its marks', async () => {
    const backend = paused();
    const { user } = await showCase(backend);
    await user.click(inStrip('Foto HP'));
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    await user.keyboard('{ArrowRight} ');
    await waitFor(() => expect(backend.asked('tangkapan_mark')).toHaveLength(1));
  });
});

describe('the marks', () => {
  const marked = (backend: CallBackend) =>
    (backend.asked('tangkapan_mark') as MarkTangkapan[]).map(
      ({ tangkapan, shows, code_visible, readable }) => [tangkapan, shows, code_visible, readable],
    );

  test('are toggled with the keyboard alone, and what it shows can be taken back', async () => {
    const { backend, user } = await captured();
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveFocus());
    await user.keyboard(' ');
    await waitFor(() => expect(inStrip('Wajah dan kode')).toHaveAttribute('aria-pressed', 'true'));
    await user.keyboard('{End}{ArrowLeft}{Enter}');
    await waitFor(() => expect(inStrip('Kode terlihat')).toHaveAttribute('aria-pressed', 'true'));
    expect(inStrip('Kode terlihat')).toHaveFocus();
    await user.keyboard('{Home}{Enter}');
    await waitFor(() => expect(marked(backend)).toHaveLength(3));
    expect(marked(backend)).toEqual([
      ['baru-1', 'wajah', false, false],
      ['baru-1', 'wajah', true, false],
      ['baru-1', null, true, false],
    ]);
    await waitFor(() => expect(thumbs()[0]).toHaveTextContent('Belum ditandai'));
  });

  test('made while one is on its way do not undo it', async () => {
    const backend = withEvidence();
    const { user } = await showCase(backend);
    const waiting: (() => void)[] = [];
    backend.answer('tangkapan_mark', ({ tangkapan, ...marks }) => {
      return new Promise((done) => {
        waiting.push(() => {
          const found = backend.view.tangkapan.find((each) => each.id === tangkapan);
          if (found) Object.assign(found, marks, { id: found.id });
          done(structuredClone(backend.view));
        });
      });
    });
    await user.click(inStrip('KTP'));
    await user.click(inStrip('Terbaca'));
    expect(inStrip('KTP')).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() => expect(waiting).toHaveLength(1));
    waiting[0]?.();
    await waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.();
    await waitFor(() => expect(thumbs()[1]).toHaveTextContent(/KTP.*Terbaca/));
    expect(marked(backend)).toEqual([
      ['t-2', 'ktp', false, false],
      ['t-2', 'ktp', false, true],
    ]);
  });

  test.each([noCall, wireError({ code: 'CaseErased', what: 'Gambar ini sudah dihapus.' })])(
    'that are refused are seen as they were, with both sentences (%o)',
    async (error) => {
      const backend = withEvidence();
      backend.refuse('tangkapan_mark', error);
      const { user } = await showCase(backend);
      await user.click(inStrip('NPWP'));
      const alert = await within(strip()).findByRole('alert');
      expect(alert).toHaveTextContent(error.what);
      expect(alert).toHaveTextContent(error.todo);
      expect(screen.getAllByRole('alert')).toHaveLength(1);
      expect(inStrip('NPWP')).toHaveAttribute('aria-pressed', 'false');
      expect(thumbs()[1]).toHaveTextContent('Belum ditandai');
    },
  );

  test('belong to the picture that the arrows stand on', async () => {
    const backend = withEvidence();
    const { user } = await showCase(backend);
    thumbs()[1]?.focus();
    await user.keyboard('{Home}{Tab}');
    expect(screen.getByRole('toolbar', { name: 'Tanda untuk tangkapan 1' })).toBeVisible();
    await user.click(inStrip('Lainnya'));
    await waitFor(() => expect(marked(backend)).toEqual([['t-1', 'lainnya', true, false]]));
  });
});
