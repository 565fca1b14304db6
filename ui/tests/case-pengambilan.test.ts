import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { PictureMeta } from '../src/bindings';
import { troubleOf } from '../src/camera';
import { refusal } from '../src/permohonan/incoming';
import SightingChoice from '../src/permohonan/capture/SightingChoice.svelte';
import { showCase, type ShownCase } from './case-show';
import { FakeCameras, installCameras } from './fake-camera';
import { CaseBackend, emptyCase } from './fake-case';
import { wireError } from './wire-error';
import { show, violations } from './show';

async function openCapture(cameras: FakeCameras, backend = new CaseBackend(emptyCase())): Promise<ShownCase> {
  installCameras(cameras);
  const shown = await showCase(backend);
  const [first] = screen.getAllByRole('button', { name: 'Ambil gambar' });
  if (!first) throw new Error('nothing to press');
  await shown.user.click(first);
  await screen.findByRole('dialog', { name: 'Ambil gambar KTP' });
  return shown;
}

const answers = () =>
  within(screen.getByRole('radiogroup', { name: 'Apakah KTP yang ditunjukkan asli?' })).getAllByRole('radio');

const added = (backend: CaseBackend) =>
  backend.calls.filter((call) => call.name === 'picture_add').map((call) => call.request as PictureMeta);

async function shootOne(shown: ShownCase): Promise<void> {
  const shutter = await screen.findByRole('button', { name: 'Potret' });
  await waitFor(() => expect(shutter).toHaveFocus());
  await shown.user.keyboard(' ');
  await screen.findByRole('radiogroup', { name: 'Apakah KTP yang ditunjukkan asli?' });
}

describe('the camera', () => {
  test('is asked for its highest resolution and for no sound', async () => {
    const cameras = new FakeCameras();
    await openCapture(cameras);
    await screen.findByLabelText('Gambar langsung dari kamera');
    expect(cameras.asked).toEqual([
      { video: { width: { ideal: 4096 }, height: { ideal: 3072 } }, audio: false },
    ]);
  });

  test('offers every camera, also one without a name, and no microphone', async () => {
    await openCapture(new FakeCameras());
    await screen.findByText('Webcam USB 1080p');
    const chooser = screen.getByLabelText('Kamera yang dipakai');
    expect([...chooser.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      'Webcam USB 1080p',
      'Kamera 2',
    ]);
  });

  test('is not mirrored', async () => {
    await openCapture(new FakeCameras());
    const video = await screen.findByLabelText('Gambar langsung dari kamera');
    expect(video.style.transform).toBe('rotate(0deg)');
  });

  test.each([
    ['NotAllowedError', 'Izin kamera ditolak.'],
    ['SecurityError', 'Izin kamera ditolak.'],
    ['NotReadableError', 'Kamera dipakai aplikasi lain.'],
    ['AbortError', 'Kamera dipakai aplikasi lain.'],
    ['OverconstrainedError', 'Kamera terhubung, tetapi tidak memberi gambar.'],
    ['NotFoundError', 'Kamera terhubung, tetapi tidak memberi gambar.'],
    ['NotSupportedError', 'Jendela ini tidak dapat memakai kamera.'],
  ])('when it fails with %s, the screen says so and puts the other ways first', async (name, sentence) => {
    await openCapture(new FakeCameras(name));
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('button', { name: /Buka berkas foto/ })).toHaveFocus();
    expect(screen.getByRole('button', { name: /Tempel gambar/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeVisible();
    expect(screen.getByText('Gambar yang sudah ada tetap tersimpan.')).toBeVisible();
  });

  test.each([
    'NotFoundError',
    'OverconstrainedError',
    'NotSupportedError',
    'NotReadableError',
    'AbortError',
    'TypeError',
  ])('that is not there is missing, whatever the window calls it (%s)', async (name) => {
    const cameras = new FakeCameras(name);
    cameras.connected = false;
    await openCapture(cameras);
    expect(await screen.findByText('Kamera tidak terhubung.')).toBeVisible();
    cameras.plugIn();
    expect(await screen.findByLabelText('Gambar langsung dari kamera')).toBeVisible();
  });

  test('a permission refused is said as such, even where the list is then kept empty', async () => {
    const cameras = new FakeCameras('NotAllowedError');
    cameras.connected = false;
    await openCapture(cameras);
    expect(await screen.findByText('Izin kamera ditolak.')).toBeVisible();
    expect(cameras.asked).toHaveLength(1);
  });

  test.each(['OverconstrainedError', 'NotFoundError', 'NotSupportedError'])(
    'that refuses every wish with %s is asked once for any picture',
    async (name) => {
      const cameras = new FakeCameras();
      cameras.refusesWishes = name;
      await openCapture(cameras);
      expect(await screen.findByLabelText('Gambar langsung dari kamera')).toBeVisible();
      expect(cameras.asked.map((asked) => asked.video === true)).toEqual([false, true]);
    },
  );

  test('that is busy is asked no second time, and another one can be chosen', async () => {
    const cameras = new FakeCameras('NotReadableError');
    const shown = await openCapture(cameras);
    await screen.findByText('Kamera dipakai aplikasi lain.');
    expect(cameras.asked).toHaveLength(1);
    cameras.fails = null;
    await shown.user.selectOptions(await screen.findByLabelText('Kamera yang dipakai'), 'cam-2');
    expect(await screen.findByLabelText('Gambar langsung dari kamera')).toBeVisible();
  });

  test('a window that knows no cameras says so and offers the other ways', async () => {
    installCameras(new FakeCameras());
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
    const shown = await showCase(new CaseBackend(emptyCase()));
    const [first] = screen.getAllByRole('button', { name: 'Ambil gambar' });
    if (first) await shown.user.click(first);
    expect(await screen.findByText('Jendela ini tidak dapat memakai kamera.')).toBeVisible();
    expect(screen.getByRole('button', { name: /Buka berkas foto/ })).toHaveFocus();
    expect(screen.getByRole('button', { name: /Tempel gambar/ })).toBeVisible();
  });

  test('pulled out where the window ends no track, it is missed all the same', async () => {
    const cameras = new FakeCameras();
    await openCapture(cameras);
    await screen.findByLabelText('Gambar langsung dari kamera');
    cameras.connected = false;
    cameras.dispatchEvent(new Event('devicechange'));
    expect(await screen.findByText('Kamera terlepas.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeVisible();
  });

  test('pulled out while it is on, it comes back by itself when plugged in', async () => {
    const cameras = new FakeCameras();
    await openCapture(cameras);
    await screen.findByLabelText('Gambar langsung dari kamera');
    cameras.unplug();
    expect(await screen.findByText('Kamera terlepas.')).toBeVisible();
    cameras.plugIn();
    expect(await screen.findByLabelText('Gambar langsung dari kamera')).toBeVisible();
  });

  test('a window without cameras at all still offers files', () => {
    expect(troubleOf(new TypeError('no'))).toBe('unsupported');
    expect(troubleOf(null)).toBe('unsupported');
  });
});

describe('a picture', () => {
  test('is saved at full resolution before anything is asked, and says nothing of its original', async () => {
    const shown = await openCapture(new FakeCameras());
    await shootOne(shown);
    expect(added(shown.backend)).toEqual([{ id: 'k-1', document: 'ktp', source: 'kamera' }]);
  });

  test('is never taken for the original by itself', async () => {
    const shown = await openCapture(new FakeCameras());
    await shootOne(shown);
    for (const radio of answers()) expect(radio).not.toBeChecked();
    await shown.user.keyboard('{Enter}');
    expect((await screen.findAllByText('Jawab lebih dulu: asli, salinan, atau IKD.')).length).toBeGreaterThan(
      0,
    );
    expect(shown.backend.asked('picture_crop')).toEqual([]);
    expect(shown.backend.asked('document_sighting_set')).toEqual([]);
  });

  test('of a card that has no digital form is not asked whether it is one', () => {
    show(SightingChoice, { document: 'npwp', value: null, asked: true, onchoose: () => undefined });
    expect(screen.getByText('Jawab lebih dulu: asli atau salinan.')).toBeVisible();
  });

  test('once answered goes on to the next document, with its corners', async () => {
    const shown = await openCapture(new FakeCameras());
    await shootOne(shown);
    await shown.user.keyboard('a');
    await waitFor(() => expect(screen.getByRole('radio', { name: /Asli/ })).toBeChecked());
    await shown.user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Ambil gambar NPWP' })).toBeVisible();
    const [crop] = shown.backend.asked('picture_crop') as { corners: unknown[]; quarter_turns: number }[];
    expect(crop?.corners).toHaveLength(4);
    expect(crop?.quarter_turns).toBe(0);
  });

  test('turned on the screen is sent as it is seen: the corners lie in the turned picture', async () => {
    const shown = await openCapture(new FakeCameras());
    await shootOne(shown);
    await shown.user.keyboard('r');
    const [picture] = shown.backend.view.documents.find(({ kind }) => kind === 'ktp')?.pictures ?? [];
    if (!picture) throw new Error('no picture');
    await shown.user.click(screen.getByRole('button', { name: 'Pakai seluruh gambar' }));
    await shown.user.keyboard('a');
    await waitFor(() => expect(screen.getByRole('radio', { name: /Asli/ })).toBeChecked());
    await shown.user.click(screen.getByRole('button', { name: /Lanjut ke NPWP/ }));
    await screen.findByRole('dialog', { name: 'Ambil gambar NPWP' });
    const { width, height } = picture;
    expect(width).not.toBe(height);
    expect(shown.backend.asked('picture_crop')).toEqual([
      {
        id: 'k-1',
        picture: picture.id,
        quarter_turns: 1,
        corners: [{ x: 0, y: 0 }, { x: height, y: 0 }, { x: height, y: width }, { x: 0, y: width }],
      },
    ]); // prettier-ignore
  });

  test('taken whole says that a KTP then lacks in the Fotokopi, and is taken all the same', async () => {
    const shown = await openCapture(new FakeCameras());
    await shootOne(shown);
    const sentence = 'Kartu ini tidak ikut dalam Fotokopi.';
    expect(screen.queryByText(sentence)).toBeNull();
    await shown.user.click(screen.getByRole('button', { name: 'Pakai seluruh gambar' }));
    expect(await screen.findByText(sentence)).toBeVisible();
    await shown.user.click(screen.getByRole('radio', { name: /Asli/ }));
    await shown.user.click(screen.getByRole('button', { name: /Lanjut ke NPWP/ }));
    await waitFor(() => expect(shown.backend.asked('picture_crop')).toHaveLength(1));
  });

  test('of which a whole will do says nothing of the sort', async () => {
    const shown = await openCapture(new FakeCameras());
    await shootOne(shown);
    await shown.user.keyboard('a');
    await shown.user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Ambil gambar NPWP' });
    const shutter = await screen.findByRole('button', { name: 'Potret' });
    await waitFor(() => expect(shutter).toHaveFocus());
    await shown.user.keyboard(' ');
    await shown.user.click(await screen.findByRole('button', { name: 'Pakai seluruh gambar' }));
    expect(screen.queryByText('Kartu ini tidak ikut dalam Fotokopi.')).toBeNull();
  });

  test('taken again asks again', async () => {
    const shown = await openCapture(new FakeCameras());
    await shootOne(shown);
    await shown.user.keyboard('a');
    await shown.user.click(screen.getByRole('button', { name: 'Ulangi' }));
    await shootOne(shown);
    for (const radio of answers()) expect(radio).not.toBeChecked();
  });

  test('that cannot be saved waits on the screen and is tried again', async () => {
    const backend = new CaseBackend(emptyCase());
    const save = backend.addPicture.bind(backend);
    backend.addPicture = () =>
      Promise.reject(wireError({ code: 'DiskFull', what: 'Ruang diska habis, jadi data belum tersimpan.' }));
    const shown = await openCapture(new FakeCameras(), backend);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Potret' })).toHaveFocus());
    await shown.user.keyboard(' ');
    expect(await screen.findByText('Ruang diska habis, jadi data belum tersimpan.')).toBeVisible();
    backend.addPicture = save;
    await shown.user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByRole('radiogroup', { name: 'Apakah KTP yang ditunjukkan asli?' });
    expect(added(backend)).toHaveLength(1);
  });

  test('dropped on the window is taken like any other', async () => {
    const shown = await openCapture(new FakeCameras());
    shown.backend.drop({ kind: 'drop', files: [new File(['x'], 'ktp.jpg', { type: 'image/jpeg' })] });
    await screen.findByRole('radiogroup', { name: 'Apakah KTP yang ditunjukkan asli?' });
    expect(added(shown.backend).map((meta) => meta.source)).toEqual(['seret']);
  });

  test('dropped with others is taken alone, and it is said where the others go', async () => {
    const shown = await openCapture(new FakeCameras());
    const files = ['ktp.jpg', 'npwp.jpg', 'akta.pdf'].map((name) => new File(['x'], name));
    shown.backend.drop({ kind: 'drop', files });
    await screen.findByRole('radiogroup', { name: 'Apakah KTP yang ditunjukkan asli?' });
    expect(added(shown.backend)).toHaveLength(1);
    const told = screen.getByText(
      '2 berkas lain tidak diambil. Satu gambar untuk satu dokumen; seret berkas lainnya ke Baki.',
    );
    expect(told.closest('[role="status"]')).toBeVisible();
    expect(await violations()).toEqual([]);
    await shown.user.click(screen.getByRole('button', { name: /Ulangi/ }));
    expect(screen.queryByText(/berkas lain tidak diambil/)).toBeNull();
  });

  test('of several that is none says both, and takes none of the others in its place', async () => {
    const shown = await openCapture(new FakeCameras());
    const files = ['surat.docx', 'ktp.jpg'].map((name) => new File(['x'], name));
    shown.backend.drop({ kind: 'drop', files });
    expect(await screen.findByText(/Ini bukan gambar.* 1 berkas lain tidak diambil/)).toBeVisible();
    expect(added(shown.backend)).toEqual([]);
  });

  test('of several whose file has gone away says both', async () => {
    const shown = await openCapture(new FakeCameras());
    const gone = new File(['x'], 'ktp.jpg', { type: 'image/jpeg' });
    gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    shown.backend.drop({ kind: 'drop', files: [gone, new File(['x'], 'npwp.jpg')] });
    expect(await screen.findByText(/tidak dapat dibaca.* 1 berkas lain tidak diambil/)).toBeVisible();
  });

  test('that is no picture is refused with what to bring instead', async () => {
    const shown = await openCapture(new FakeCameras());
    shown.backend.drop({ kind: 'drop', files: [new File(['x'], 'surat.docx')] });
    expect(await screen.findByText(/Ini bukan gambar/)).toBeVisible();
    expect(added(shown.backend)).toEqual([]);
  });

  test('whose file has gone away is not left hanging', async () => {
    const shown = await openCapture(new FakeCameras());
    const gone = new File(['x'], 'ktp.jpg', { type: 'image/jpeg' });
    gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    shown.backend.drop({ kind: 'drop', files: [gone] });
    expect(await screen.findByText(/Gambar itu tidak dapat dibaca/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Potret' })).toBeVisible();
  });

  test.each([
    ['a TIFF that the system does not know by type', new File(['x'], 'scan.TIF'), null],
    ['a text file', new File(['x'], 'catatan.txt', { type: 'text/plain' }), 'notImage'],
    [
      'a picture over 50 MB',
      Object.defineProperty(new File([], 'a.png', { type: 'image/png' }), 'size', { value: 52_428_801 }),
      'tooLarge',
    ],
  ])('%s', (_name, file, expected) => {
    expect(refusal(file)).toBe(expected);
  });

  test('the screen has no violation that axe can see', async () => {
    const shown = await openCapture(new FakeCameras());
    await shootOne(shown);
    expect(await violations()).toEqual([]);
  });
});
