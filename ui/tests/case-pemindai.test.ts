// The office's scanner as a source of pictures, on the screen of a case.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BeginScan, ScanDone } from '../src/bindings';
import { showCase, type ShownCase } from './case-show';
import { FakeCameras, installCameras } from './fake-camera';
import { CaseBackend, emptyCase } from './fake-case';
import { ability, page, scanners } from './fictional/scanner';
import { broken, openScanner, over, readyScanner, scanAct, slowly } from './scanner-show';
import { violations } from './show';

afterEach(() => vi.restoreAllMocks());

describe('the scanner', () => {
  test('is looked for on entering, and the first one is asked what it can do', async () => {
    const { backend } = await readyScanner();
    expect(backend.asked('scanner_ability')).toEqual([{ ...scanners.devices[0], renew: false }]);
    expect(screen.getByLabelText('Letak dokumen')).toHaveValue('kaca');
    expect(screen.getByLabelText('Ketajaman')).toHaveValue('300');
    expect(await violations()).toEqual([]);
  });

  test('while it is looked for says so, and offers no scan', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.answer('scanner_list', () => new Promise(() => undefined));
    await openScanner(backend);
    expect((await screen.findByText('Mencari pemindai…')).parentElement).toHaveAttribute('role', 'status');
    expect(screen.queryByRole('button', { name: /^Pindai( |$|Spasi)/ })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('that was left while it was looked for is asked nothing more', async () => {
    const backend = new CaseBackend(emptyCase());
    let found: (list: typeof scanners) => void = () => undefined;
    backend.answer('scanner_list', () => new Promise<typeof scanners>((resolve) => (found = resolve)));
    const { user } = await openScanner(backend);
    await screen.findByText('Mencari pemindai…');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    found(scanners);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(backend.asked('scanner_ability')).toEqual([]);
    expect([...backend.asked('scan_stop'), ...backend.asked('scan_forget')]).toEqual([]);
  });

  test('used last on this computer is chosen, wherever it stands in the list', async () => {
    const backend = new CaseBackend(emptyCase(), { scanner_list: { ...scanners, last: 'EPSON DS-530' } });
    await readyScanner(backend);
    expect(screen.getByLabelText('Pemindai yang dipakai')).toHaveDisplayValue('EPSON DS-530');
  });

  test('used last but not there now gives way to the first', async () => {
    const backend = new CaseBackend(emptyCase(), { scanner_list: { ...scanners, last: 'Contoh 9' } });
    await readyScanner(backend);
    expect(screen.getByLabelText('Pemindai yang dipakai')).toHaveDisplayValue('Canon LiDE 300');
  });

  test('alone is only named, and what it cannot do is not asked', async () => {
    const backend = new CaseBackend(emptyCase(), {
      scanner_list: { devices: scanners.devices.slice(0, 1), found: null, last: null },
      scanner_ability: { ...ability, sources: ['kaca'], modes: ['warna'] },
    });
    await readyScanner(backend);
    expect(screen.getByText('Canon LiDE 300')).toBeVisible();
    for (const label of ['Pemindai yang dipakai', 'Letak dokumen', 'Warna hasil'])
      expect(screen.queryByLabelText(label)).toBeNull();
  });

  test('that is there twice is told apart by its address', async () => {
    const devices = ['usb:1', 'usb:2'].map((address) => ({ address, model: 'EPSON DS-530', id: null }));
    const { user, backend } = await readyScanner(
      new CaseBackend(emptyCase(), { scanner_list: { devices, found: null, last: 'EPSON DS-530' } }),
    );
    const chooser = screen.getByLabelText('Pemindai yang dipakai');
    expect(
      within(chooser)
        .getAllByRole('option')
        .map((each) => each.textContent),
    ).toEqual(['EPSON DS-530 (usb:1)', 'EPSON DS-530 (usb:2)']);
    await user.selectOptions(chooser, 'usb:2');
    await waitFor(() => expect(backend.asked('scanner_ability')).toHaveLength(2));
    await waitFor(async () => expect(await scanAct()).toHaveFocus());
    await user.keyboard(' ');
    await waitFor(() =>
      expect((backend.asked('scan_begin') as BeginScan[]).map((each) => each.address)).toEqual(['usb:2']),
    );
  });

  test('that is not there is told with the other ways, and looked for again', async () => {
    const backend = new CaseBackend(emptyCase(), { scanner_list: { devices: [], found: null, last: null } });
    const { user } = await openScanner(backend);
    expect(await screen.findByText('Pemindai tidak ditemukan.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Cari lagi' })).toHaveFocus();
    for (const name of [/Buka berkas foto/, /Tempel gambar/])
      expect(screen.getByRole('button', { name })).toBeVisible();
    expect(screen.getAllByRole('button', { name: /^Kamera/ })).toHaveLength(2);
    expect(await violations()).toEqual([]);
    backend.answer('scanner_list', scanners);
    await user.keyboard('{Enter}');
    expect(await scanAct()).toBeVisible();
  });

  test('in the network is looked for only when somebody presses for it, and then again and again', async () => {
    const usb = scanners.devices.slice(0, 1);
    const backend = new CaseBackend(emptyCase(), {
      scanner_list: ({ network }) => ({ devices: network ? scanners.devices : usb, found: null, last: null }),
    });
    const { user } = await readyScanner(backend);
    await user.click(screen.getByRole('button', { name: 'Cari juga di jaringan' }));
    expect(await screen.findByLabelText('Pemindai yang dipakai')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cari juga di jaringan' })).toBeNull();
    backend.answer('scanner_list', { devices: [], found: null, last: null });
    await user.keyboard('2');
    expect(await screen.findByText('Pemindai tidak ditemukan, juga di jaringan.')).toBeVisible();
    expect(backend.asked('scanner_list')).toEqual(
      [false, true, true].map((network) => ({ network, address: null })),
    );
  });

  test('that is not there at all may be in the network', async () => {
    const backend = new CaseBackend(emptyCase(), {
      scanner_list: ({ network }) => ({ devices: network ? scanners.devices : [], found: null, last: null }),
    });
    const { user } = await openScanner(backend);
    await user.click(await screen.findByRole('button', { name: 'Cari juga di jaringan' }));
    expect(await scanAct()).toBeVisible();
  });

  test('whose list cannot be had says why, and is looked for again', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse('scanner_list', broken);
    const { user } = await openScanner(backend);
    expect(await screen.findByText('Pemindai tidak menjawab.')).toBeVisible();
    backend.answer('scanner_list', scanners);
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await scanAct()).toBeVisible();
  });

  test('that does not say what it can do is told, and the other one can be chosen', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.answer('scanner_ability', ({ address }) => {
      if (address === scanners.devices[0]?.address) throw broken;
      return ability;
    });
    const { user } = await openScanner(backend);
    expect(await screen.findByText('Pemindai tidak menjawab.')).toBeVisible();
    expect(screen.getByText('Nyalakan lagi.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.selectOptions(screen.getByLabelText('Pemindai yang dipakai'), 'EPSON DS-530');
    expect(await scanAct()).toBeVisible();
  });

  test('that failed leaves the way to the camera by its key', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse('scanner_list', broken);
    const { user } = await openScanner(backend);
    await screen.findByText('Pemindai tidak menjawab.');
    await user.keyboard('1');
    expect(await screen.findByLabelText('Gambar langsung dari kamera')).toBeVisible();
  });

  test('is one press away where the camera fails', async () => {
    installCameras(new FakeCameras('NotReadableError'));
    const { user } = await showCase(new CaseBackend(emptyCase()));
    await user.click(screen.getAllByRole('button', { name: 'Ambil gambar' })[0] as HTMLElement);
    await screen.findByText('Kamera dipakai aplikasi lain.');
    await user.click(screen.getByRole('button', { name: /^Pindai($|\W*2)/ }));
    expect(await screen.findByLabelText('Letak dokumen')).toBeVisible();
  });

  test('is not looked for twice by its own key', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.answer('scanner_list', () => new Promise(() => undefined));
    const { user } = await openScanner(backend);
    await screen.findByText('Mencari pemindai…');
    await user.keyboard('22');
    expect(backend.asked('scanner_list')).toHaveLength(1);
  });

  test('leaves a dropped picture its way while no page waits', async () => {
    const shown = await readyScanner();
    shown.backend.drop({ kind: 'drop', files: [new File(['x'], 'ktp.jpg', { type: 'image/jpeg' })] });
    await screen.findByRole('radiogroup', { name: 'Apakah KTP yang ditunjukkan asli?' });
    expect(shown.backend.asked('picture_add' as never)).toMatchObject([{ source: 'seret' }]);
  });
});

describe('a scan', () => {
  test('goes as it was ordered, and a second press begins no second one', async () => {
    const backend = new CaseBackend(emptyCase());
    const end = slowly(backend);
    const { user } = await readyScanner(backend);
    await user.selectOptions(screen.getByLabelText('Warna hasil'), 'abu');
    await user.selectOptions(screen.getByLabelText('Ketajaman'), '600');
    (await scanAct()).focus();
    await user.keyboard('  ');
    await screen.findByText('Memindai…');
    await user.keyboard(' ');
    expect(backend.asked('scan_begin')).toEqual([
      {
        address: scanners.devices[0]?.address,
        model: 'Canon LiDE 300',
        id: null,
        order: { source: 'kaca', mode: 'abu', dpi: 600 },
        part: null,
        look: false,
        kiriman: null,
      },
    ]);
    expect(backend.asked('scan_stop')).toEqual([]);
    end(over);
    expect(await scanAct()).toBeVisible();
  });

  test('says how far it has come, and only while it runs', async () => {
    const backend = new CaseBackend(emptyCase());
    const end = slowly(backend);
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    const bar = await screen.findByRole('progressbar');
    expect(bar).not.toHaveAttribute('aria-valuenow');
    expect(await violations()).toEqual([]);
    backend.answer('scan_progress', { page: 1, read: 25, of: 100, came: false });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '25'));
    expect(screen.getByText('Memindai…')).toBeVisible();
    backend.answer('scan_progress', { page: 2, read: 0, of: 100, came: true });
    expect(await screen.findByText('Menutup pemindai…')).toBeVisible();
    end(over);
    await scanAct();
    const asked = backend.asked('scan_progress').length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(backend.asked('scan_progress')).toHaveLength(asked);
  });

  test('takes no picture that is dropped meanwhile, and says why', async () => {
    const backend = new CaseBackend(emptyCase());
    slowly(backend);
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await screen.findByRole('progressbar');
    backend.drop({ kind: 'over', files: [] } as never);
    backend.drop({ kind: 'drop', files: [new File(['x'], 'ktp.jpg', { type: 'image/jpeg' })] });
    expect(await screen.findByText(/^Pemindai sedang bekerja/)).toBeVisible();
    expect(screen.queryByText('Lepaskan gambar di sini')).toBeNull();
    expect(backend.asked('picture_add' as never)).toEqual([]);
  });

  test('is stopped by Esc, which then does not leave', async () => {
    const backend = new CaseBackend(emptyCase());
    const end = slowly(backend);
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await screen.findByRole('progressbar');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(backend.asked('scan_stop')).toHaveLength(1));
    expect(screen.getByText('Membatalkan…')).toBeVisible();
    end({ ...over, stopped: true });
    expect(await screen.findByText('Pemindaian dibatalkan.')).toBeVisible();
    expect(await scanAct()).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('scan_stop')).toHaveLength(1);
  });

  test('that could not be stopped goes on and may be stopped again', async () => {
    const backend = new CaseBackend(emptyCase());
    slowly(backend);
    backend.refuse('scan_stop', broken);
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await screen.findByRole('progressbar');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(backend.asked('scan_stop')).toHaveLength(1));
    await screen.findByText('Memindai…');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(backend.asked('scan_stop')).toHaveLength(2));
  });

  test('that is left by its arrow is stopped, and what still comes is forgotten', async () => {
    const backend = new CaseBackend(emptyCase());
    const end = slowly(backend);
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await screen.findByRole('progressbar');
    await user.click(screen.getByRole('button', { name: 'Kembali ke permohonan' }));
    await waitFor(() => expect(backend.asked('scan_stop')).toHaveLength(1));
    end({ ...over, page });
    await waitFor(() => expect(backend.asked('scan_forget')).toHaveLength(1));
    expect(backend.asked('scan_page')).toEqual([]);
  });

  test('that fails says why and is tried again', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse('scan_begin', broken);
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    expect(await screen.findByText('Pemindai tidak menjawab.')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Coba lagi' })).toHaveFocus());
    expect(await violations()).toEqual([]);
    backend.answer('scan_begin', { ...over, page });
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Potongan di halaman ini' })).toBeVisible();
  });

  test('that fails leads to its settings, which stand as they were ordered', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse('scan_begin', broken);
    const { user } = await readyScanner(backend);
    await user.selectOptions(screen.getByLabelText('Ketajaman'), '600');
    (await scanAct()).focus();
    await user.keyboard(' ');
    await user.click(await screen.findByRole('button', { name: 'Ubah pengaturan' }));
    expect(await scanAct()).toHaveFocus();
    expect(screen.getByLabelText('Ketajaman')).toHaveValue('600');
    expect(backend.asked('scanner_ability')).toHaveLength(1);
  });

  test('whose page cannot be shown is not done again: the page is asked for once more', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse('scan_page', broken);
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await screen.findByText('Pemindai tidak menjawab.');
    backend.answer('scan_page', new ArrayBuffer(4));
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByRole('heading', { name: 'Potongan di halaman ini' });
    expect(backend.asked('scan_begin')).toHaveLength(1);
  });
});

describe('a look at the glass', () => {
  const seen: ScanDone = { ...over, page: { id: 'p-0', width: 638, height: 877, dpi: 75 } };

  async function looked(backend = new CaseBackend(emptyCase(), { scan_begin: seen })): Promise<ShownCase> {
    const shown = await readyScanner(backend);
    await shown.user.keyboard('p');
    await screen.findByAltText('Isi kaca pemindai');
    backend.answer('scan_begin', { ...over, page });
    return shown;
  }
  const begun = (backend: CaseBackend) => backend.asked('scan_begin') as BeginScan[];

  test('is of all of it, is not kept, and nothing is chosen yet', async () => {
    const { user, backend } = await looked();
    expect(begun(backend)).toMatchObject([{ look: true, part: null }]);
    expect(backend.asked('scan_forget')).toHaveLength(1);
    expect(screen.getByText('Seluruh kaca akan dipindai.')).toBeVisible();
    expect(await scanAct()).toHaveFocus();
    expect(await violations()).toEqual([]);
    await user.keyboard(' ');
    await screen.findByRole('heading', { name: 'Potongan di halaman ini' });
    expect(begun(backend)[1]).toMatchObject({ look: false, part: null });
  });

  test('is drawn on with the mouse, and the part is scanned in millimetres', async () => {
    const { user, backend } = await looked();
    const sheet = document.querySelector<HTMLElement>('.sheet') as HTMLElement;
    sheet.getBoundingClientRect = () => ({ left: 0, top: 0, width: 638, height: 877 }) as DOMRect;
    const pressed = new MouseEvent('pointerdown', { clientX: 30, clientY: 45, button: 0, bubbles: true });
    await fireEvent(sheet, pressed);
    await fireEvent(window, new MouseEvent('pointermove', { clientX: 330, clientY: 245 }));
    await fireEvent(window, new MouseEvent('pointerup'));
    expect(screen.getByText(/Bagian 102 × 68 mm, 10 mm dari kiri dan 15 mm dari atas\./)).toBeVisible();
    await user.keyboard(' ');
    await waitFor(() =>
      expect(begun(backend)[1]?.part).toEqual({ left: 10.2, top: 15.2, width: 101.6, height: 67.7 }),
    );
  });

  test('is never drawn too low for a document', async () => {
    await looked();
    const sheet = document.querySelector<HTMLElement>('.sheet') as HTMLElement;
    sheet.getBoundingClientRect = () => ({ left: 0, top: 0, width: 638, height: 877 }) as DOMRect;
    await fireEvent(
      sheet,
      new MouseEvent('pointerdown', { clientX: 30, clientY: 45, button: 0, bubbles: true }),
    );
    await fireEvent(window, new MouseEvent('pointermove', { clientX: 330, clientY: 50 }));
    await fireEvent(window, new MouseEvent('pointerup'));
    expect(screen.getByText(/Bagian 102 × 20 mm/)).toBeVisible();
  });

  test('is sized and moved with the arrows, and all of the glass is had back', async () => {
    const { user, backend } = await looked();
    await user.keyboard('{Shift>}{ArrowLeft}{ArrowUp}{/Shift}{ArrowRight}');
    expect(screen.getByText(/Bagian 214 × 295 mm, 2 mm dari kiri dan 0 mm dari atas\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Seluruh kaca' }));
    expect(screen.getByText('Seluruh kaca akan dipindai.')).toBeVisible();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByText('Seluruh kaca akan dipindai.')).toBeVisible();
    expect(begun(backend)).toHaveLength(1);
  });

  test('leaves the arrows to a list box that has the focus', async () => {
    const { user } = await looked();
    screen.getByLabelText('Ketajaman').focus();
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(screen.getByText('Seluruh kaca akan dipindai.')).toBeVisible();
  });

  test('gives way to the feeder in the list box, which keeps the focus', async () => {
    const { user } = await looked();
    const chooser = screen.getByLabelText('Letak dokumen');
    await user.selectOptions(chooser, 'pengumpan');
    await waitFor(() => expect(screen.queryByAltText('Isi kaca pemindai')).toBeNull());
    expect(screen.getByLabelText('Letak dokumen')).toHaveFocus();
  });

  test('is not offered for the feeder, and what was seen goes with the choice of it', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const { user, backend } = await looked();
    await user.selectOptions(screen.getByLabelText('Letak dokumen'), 'pengumpan');
    await waitFor(() => expect(screen.queryByAltText('Isi kaca pemindai')).toBeNull());
    expect(revoked).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('button', { name: /Pratinjau/ })).toBeNull();
    (await scanAct()).focus();
    await user.keyboard('p');
    expect(begun(backend)).toHaveLength(1);
  });

  test('that fails is looked for again, and nothing else', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse('scan_begin', broken);
    const { user } = await readyScanner(backend);
    await user.keyboard('p');
    await screen.findByText('Pemindai tidak menjawab.');
    backend.answer('scan_begin', seen);
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByAltText('Isi kaca pemindai')).toBeVisible();
    expect(begun(backend).map((each) => each.look)).toEqual([true, true]);
  });

  test('whose part failed to be scanned is tried again with the same part', async () => {
    const { user, backend } = await looked();
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    backend.refuse('scan_begin', broken);
    await user.keyboard(' ');
    await screen.findByText('Pemindai tidak menjawab.');
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(begun(backend)).toHaveLength(3));
    expect(begun(backend)[2]?.part).toEqual(begun(backend)[1]?.part);
    expect(begun(backend)[2]?.part).not.toBeNull();
  });

  test('that is left does not stay in the window', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const { user, backend } = await looked();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(revoked).toHaveBeenCalledTimes(1);
    expect(backend.asked('scan_forget')).toHaveLength(1);
  });
});
