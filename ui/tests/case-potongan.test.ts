// One page from the glass, and the documents that are cut out of it.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { KeepScan } from '../src/bindings';
import { CaseBackend, emptyCase } from './fake-case';
import { page } from './fictional/scanner';
import { broken, scanAct, scanned } from './scanner-show';
import { violations } from './show';
import { wireError } from './wire-error';

afterEach(() => vi.restoreAllMocks());

const order = (backend: CaseBackend) =>
  backend.calls
    .filter(({ name }) => name === 'scan_keep' || name === 'document_sighting_set')
    .map(({ name, request }) => `${name} ${(request as { document: string }).document}`);

describe('a page from the glass', () => {
  test('is cut for one document, whose answer is never given beforehand', async () => {
    const { user, backend } = await scanned();
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Jawab lebih dulu untuk KTP.')).toBeVisible();
    expect(order(backend)).toEqual([]);
  });

  test('is kept with the answer after it, and goes on to the next document at the scanner', async () => {
    const { user, backend } = await scanned();
    await user.keyboard('a');
    expect(order(backend)).toEqual([]);
    await user.click(screen.getByRole('button', { name: /Lanjut ke NPWP/ }));
    expect(await screen.findByRole('dialog', { name: 'Ambil gambar NPWP' })).toBeVisible();
    expect(order(backend)).toEqual(['scan_keep ktp', 'document_sighting_set ktp']);
    expect(backend.asked('scan_keep')).toMatchObject([{ id: 'k-1', page: 'p-1', quarter_turns: 0 }]);
    expect(backend.asked('scan_forget')).toHaveLength(1);
    expect(await scanAct()).toBeVisible();
  });

  test('with two documents asks for the answer that is missing, and keeps nothing before', async () => {
    const { user, backend } = await scanned();
    await user.keyboard('a');
    await user.keyboard('t');
    await screen.findByRole('radiogroup', { name: 'Apakah NPWP yang ditunjukkan asli?' });
    expect(screen.queryByRole('button', { name: /Tambah potongan/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Selesai/ })).toBeVisible();
    await user.keyboard('n');
    await screen.findByRole('radiogroup', { name: 'Apakah KTP yang ditunjukkan asli?' });
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Jawab lebih dulu untuk NPWP.')).toBeVisible();
    expect(screen.getByRole('radiogroup', { name: 'Apakah NPWP yang ditunjukkan asli?' })).toBeVisible();
    expect(order(backend)).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('whose second picture is refused keeps the first and goes on with the second only', async () => {
    const backend = new CaseBackend(emptyCase());
    const { user } = await scanned(backend);
    await user.keyboard('at');
    await screen.findByRole('radiogroup', { name: 'Apakah NPWP yang ditunjukkan asli?' });
    await user.keyboard('s');
    const full = wireError({ code: 'DiskFull', what: 'Ruang diska habis, jadi data belum tersimpan.' });
    const call = backend.call.bind(backend);
    let refuses = true;
    vi.spyOn(backend, 'call').mockImplementation(async (name, request) => {
      const isNpwp = name === 'scan_keep' && (request as { document: string }).document === 'npwp';
      if (isNpwp && refuses) throw full;
      return call(name, request);
    });
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Ruang diska habis, jadi data belum tersimpan.')).toBeVisible();
    expect(order(backend)).toEqual(['scan_keep ktp', 'document_sighting_set ktp']);
    expect(screen.queryByRole('button', { name: /Pilih potongan KTP/ })).toBeNull();
    expect(backend.asked('scan_forget')).toEqual([]);
    refuses = false;
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(order(backend).slice(2)).toEqual(['scan_keep npwp', 'document_sighting_set npwp']);
    expect(backend.asked('scan_forget')).toHaveLength(1);
  });

  test('whose answer is refused is not kept a second time', async () => {
    const backend = new CaseBackend(emptyCase());
    const { user } = await scanned(backend);
    await user.keyboard('a');
    backend.refuse('document_sighting_set', broken);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Pemindai tidak menjawab.')).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('document_sighting_set')).toHaveLength(2));
    expect(backend.asked('scan_keep')).toHaveLength(1);
  });

  test('shows the program the turns of each cut and not of the page', async () => {
    const { user, backend } = await scanned();
    await user.keyboard('rat');
    await screen.findByRole('radiogroup', { name: 'Apakah NPWP yang ditunjukkan asli?' });
    await user.keyboard('a{Enter}');
    await waitFor(() => expect(backend.asked('scan_keep')).toHaveLength(2));
    // As they are seen: the page was turned once, and the frame with it.
    const kept = backend.asked('scan_keep') as KeepScan[];
    expect(kept.map((each) => each.quarter_turns)).toEqual([1, 0]);
    const inches = (mm: number) => Math.round((mm / 25.4) * page.dpi);
    const right = page.height - inches(10);
    expect(kept[0]?.corners).toEqual(
      [
        [right - inches(54), inches(10)],
        [right, inches(10)],
        [right, inches(10) + inches(85.6)],
        [right - inches(54), inches(10) + inches(85.6)],
      ].map(([x, y]) => ({ x, y })),
    );
    expect(kept[1]?.corners[0]).toEqual({ x: inches(10), y: inches(74) });
  });

  test('outlines and names what else is cut out of it', async () => {
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    const { user, container } = await scanned();
    expect(
      await screen.findByRole('button', { name: /^Sudut kiri atas, kolom 118, baris 118/ }),
    ).toBeVisible();
    expect(container.querySelectorAll('polygon')).toHaveLength(1);
    await user.keyboard('t');
    await screen.findByRole('button', { name: /^Sudut kiri atas, kolom 118, baris 874/ });
    expect(container.querySelectorAll('polygon.other')).toHaveLength(1);
    expect(container.querySelector('.sheet .label')).toHaveTextContent('KTP');
    screen.getByRole('button', { name: /^Sudut kiri atas/ }).focus();
    await user.keyboard('{ArrowRight}');
    await screen.findByRole('button', { name: /^Sudut kiri atas, kolom 119, baris 874/ });
    await user.keyboard('r');
    await screen.findByRole('button', { name: /^Sudut kanan atas, kolom 2634, baris 119/ });
  });

  test('lets a cut be of another document, whose answer is then asked again', async () => {
    const { user } = await scanned();
    await user.keyboard('a');
    await user.selectOptions(screen.getByLabelText('Dokumen potongan ini'), 'NPWP');
    const asked = await screen.findByRole('radiogroup', { name: 'Apakah NPWP yang ditunjukkan asli?' });
    for (const radio of within(asked).getAllByRole('radio')) expect(radio).not.toBeChecked();
    expect(screen.getByRole('button', { name: /Pilih potongan NPWP, Belum dijawab/ })).toBeVisible();
  });

  test('loses the chosen cut by Delete, but never the last', async () => {
    const { user } = await scanned();
    await user.keyboard('t');
    await screen.findByRole('button', { name: /Pilih potongan NPWP/ });
    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /Pilih potongan NPWP/ })).toBeNull());
    await user.keyboard('{Delete}');
    expect(screen.getByRole('button', { name: /Pilih potongan KTP/ })).toBeVisible();
  });

  test('is not given up when another document is pressed in the list', async () => {
    const { user, backend } = await scanned();
    await user.click(screen.getByRole('button', { name: /^NPWP/ }));
    expect(await screen.findByRole('button', { name: /Pilih potongan NPWP/ })).toBeVisible();
    expect(backend.asked('scan_forget')).toEqual([]);
  });

  test('takes no dropped picture in its place', async () => {
    const { backend } = await scanned();
    backend.drop({ kind: 'drop', files: [new File(['x'], 'ktp.jpg', { type: 'image/jpeg' })] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await screen.findByText(/^Halaman hasil pindai masih menunggu\./)).toBeVisible();
    expect(backend.asked('picture_add' as never)).toEqual([]);
    expect(screen.getByRole('button', { name: /Pilih potongan KTP/ })).toBeVisible();
  });

  test.each(['1', '3', '4'])('is not thrown away by the key %s of another source', async (key) => {
    const { user, backend } = await scanned();
    await user.keyboard(key);
    expect(await screen.findByText(/^Halaman hasil pindai masih menunggu\./)).toBeVisible();
    expect(screen.getByRole('button', { name: /Pilih potongan KTP/ })).toBeVisible();
    expect(backend.asked('scan_forget')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('is not left while its cuts are on their way', async () => {
    const backend = new CaseBackend(emptyCase());
    const { user } = await scanned(backend);
    let keep: () => void = () => undefined;
    backend.answer(
      'scan_keep',
      () => new Promise((resolve) => (keep = () => resolve(structuredClone(backend.view)))),
    );
    await user.keyboard('a{Enter}');
    await waitFor(() => expect(backend.asked('scan_keep')).toHaveLength(1));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Kembali ke permohonan' }));
    expect(screen.getByRole('dialog', { name: 'Ambil gambar KTP' })).toBeVisible();
    keep();
    await waitFor(() => expect(order(backend)).toEqual(['scan_keep ktp', 'document_sighting_set ktp']));
  });

  test('whose only cut became that of another document goes back for the first one', async () => {
    const { user, backend } = await scanned();
    await user.selectOptions(screen.getByLabelText('Dokumen potongan ini'), 'NPWP');
    expect(await screen.findByRole('dialog', { name: 'Ambil gambar NPWP' })).toBeVisible();
    await screen.findByRole('radiogroup', { name: 'Apakah NPWP yang ditunjukkan asli?' });
    await user.click(screen.getByRole('radio', { name: /^Asli/ }));
    await user.click(screen.getByRole('button', { name: /Lanjut ke KTP/ }));
    expect(await screen.findByRole('dialog', { name: 'Ambil gambar KTP' })).toBeVisible();
    expect(order(backend)).toEqual(['scan_keep npwp', 'document_sighting_set npwp']);
    expect(await scanAct()).toBeVisible();
  });

  test('keeps the focus in its list, whatever becomes of the button that was pressed', async () => {
    const { user } = await scanned();
    const cut = (name: string) => screen.getByRole('button', { name: new RegExp(`Pilih potongan ${name}`) });
    await user.click(screen.getByRole('button', { name: /Tambah potongan/ }));
    await waitFor(() => expect(cut('NPWP')).toHaveFocus());
    await user.keyboard('n');
    await waitFor(() => expect(cut('KTP')).toHaveFocus());
    await user.click(screen.getByRole('button', { name: /Hapus potongan/ }));
    await waitFor(() => expect(cut('NPWP')).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Jawab lebih dulu untuk NPWP.')).toBeVisible();
  });

  test('taken whole for a card warns that the card is then left out of the Fotokopi', async () => {
    const { user } = await scanned();
    expect(screen.queryByText('Kartu ini tidak ikut dalam Fotokopi.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Pakai seluruh gambar' }));
    expect(await screen.findByText('Kartu ini tidak ikut dalam Fotokopi.')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('scanned again is forgotten, and the scanner is ready', async () => {
    const { user, backend } = await scanned();
    await user.click(screen.getByRole('button', { name: 'Ulangi' }));
    expect(await scanAct()).toHaveFocus();
    expect(backend.asked('scan_forget')).toHaveLength(1);
    expect(backend.asked('scanner_list')).toHaveLength(1);
  });

  test('is not lost by one press of Esc, and is kept with Enter after it', async () => {
    const { user, backend } = await scanned();
    await user.keyboard('a{Escape}');
    expect(await screen.findByText(/Potongan ini belum tersimpan/)).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(order(backend)).toEqual(['scan_keep ktp', 'document_sighting_set ktp']));
    expect(screen.queryByText(/Potongan ini belum tersimpan/)).toBeNull();
  });

  test('that is left does not stay in the window or in the program', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const { user, backend } = await scanned();
    expect(revoked).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(await screen.findByText(/Potongan ini belum tersimpan/)).toBeVisible();
    expect(revoked).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(revoked).toHaveBeenCalledTimes(1);
    expect(backend.asked('scan_forget')).toHaveLength(1);
    expect(backend.asked('scan_stop')).toEqual([]);
    expect(order(backend)).toEqual([]);
  });
});
