// The page that checks the devices: each row by itself, one summary, the camera, and the report.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeviceFinding, Part } from '../../src/bindings';
import type { CameraSource, OpenCamera } from '../../src/camera';
import { CAMERA_WAIT } from '../../src/perangkat/camera-check';
import Perangkat from '../../src/perangkat/Perangkat.svelte';
import { type Answers, FakeBackend } from '../fake-backend';
import { FakeCameras, installCameras } from '../fake-camera';
import { findings, printerOff, reportText, scannerGone } from '../fictional/device';
import { heldWaits } from '../held-waits';
import { show, type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const NAMES = ['Pemindai', 'Kamera', 'Printer', 'Diska', 'Jam komputer', 'Layanan desktop'];
const PARTS = Object.keys(findings) as Part[];

beforeEach(() => installCameras(new FakeCameras()));
afterEach(() => void vi.restoreAllMocks());

const rowOf = (name: string) =>
  screen.getByRole('heading', { level: 2, name }).closest('li') as HTMLLIElement;
const summary = (text: string) => screen.findByText(text, { selector: '[role="status"]' });
const again = () => screen.getByRole('button', { name: /^Periksa lagi/ });
const save = () => screen.getByRole('button', { name: /^Simpan laporan/ });
const entry = () => screen.findByRole('button', { name: 'Periksa perangkat' });
const asked = (backend: FakeBackend, part: Part) =>
  backend.asked('device_check').filter((request) => (request as { part: Part }).part === part);

/** The page as it is opened from the settings, by the keyboard alone. */
async function open(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow(answers);
  await screen.findByRole('navigation', { name: 'Bagian' });
  await shown.user.keyboard('{Control>}3{/Control}');
  (await entry()).focus();
  await shown.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Periksa perangkat' });
  return shown;
}

/** A camera that opens when the test says so. */
function slowCamera() {
  const close = vi.fn();
  let opens: () => void = () => undefined;
  const camera: CameraSource = {
    list: () => Promise.resolve([]),
    open: () => new Promise((done) => (opens = () => done({ close } as unknown as OpenCamera))),
    onchange: () => () => undefined,
  };
  return { camera, close, open: () => opens() };
}

/** Answers of one part that come when the test says so. */
function heldPart(held: Part) {
  const waiting: ((finding: DeviceFinding) => void)[] = [];
  const device_check: Answers['device_check'] = ({ part }) =>
    part === held ? new Promise((done) => waiting.push(done)) : findings[part];
  return { device_check, answer: (finding = findings[held]) => waiting.shift()?.(finding) };
}

describe('the devices', () => {
  test('are all asked when the page opens, and are well', async () => {
    const { backend } = await open();
    expect(await summary('Semua perangkat siap.')).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
      ...NAMES,
      'Laporan perangkat',
    ]);
    for (const name of NAMES) expect(within(rowOf(name)).getByText('Baik')).toBeVisible();
    expect(rowOf('Diska')).toHaveTextContent('Masih ada ruang 120 GB.');
    expect(backend.asked('device_check').map((request) => (request as { part: Part }).part)).toEqual(
      expect.arrayContaining(PARTS),
    );
    expect(backend.asked('device_check')).toHaveLength(PARTS.length);
    expect(screen.getAllByRole('status').filter((each) => each.textContent)).toHaveLength(1);
    await waitFor(() => expect(again()).toHaveFocus());
    expect(await violations()).toEqual([]);
  });

  test('that need attention are counted, and say what to do', async () => {
    await open({
      device_check: ({ part }) => {
        if (part === 'jam') throw wireError({ code: 'Io', what: 'Jam belum terbaca.' });
        return { ...findings, pemindai: scannerGone, printer: printerOff }[part];
      },
    });
    expect(await summary('3 perangkat perlu diperhatikan.')).toBeVisible();
    expect(rowOf('Pemindai')).toHaveTextContent(
      /Perhatian.*Tidak ada pemindai yang menjawab\. Nyalakan pemindai dan periksa kabelnya\./,
    );
    expect(rowOf('Printer')).toHaveTextContent(/Masalah.*Printer bawaan tidak menerima cetakan\./);
    expect(rowOf('Jam komputer')).toHaveTextContent(/Belum terperiksa.*Jam belum terbaca\. Coba lagi\./);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('do not wait for a slow scanner, and the summary does', async () => {
    const scanner = heldPart('pemindai');
    await open(scanner);
    for (const name of NAMES.slice(1)) expect(await within(rowOf(name)).findByText('Baik')).toBeVisible();
    expect(rowOf('Pemindai')).toHaveTextContent('Sedang diperiksa…');
    expect(screen.queryByText('Semua perangkat siap.')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(save()).toHaveAccessibleDescription('Masih kurang 1: hasil semua perangkat.');
    expect(await violations()).toEqual([]);
    scanner.answer();
    expect(await summary('Semua perangkat siap.')).toBeVisible();
  });

  test('are asked again alone when their question failed', async () => {
    const { backend, user } = await open({
      device_check: ({ part }) => {
        if (part === 'diska') throw wireError({ code: 'Io', what: 'Diska belum terbaca.' });
        return findings[part];
      },
    });
    expect(await summary('1 perangkat perlu diperhatikan.')).toBeVisible();
    const disk = heldPart('diska');
    backend.answer('device_check', disk.device_check);
    within(rowOf('Diska'))
      .getByRole('button', { name: /^Coba lagi\sDiska$/ })
      .focus();
    await user.keyboard('{Enter}{Enter}');
    expect(rowOf('Diska')).toHaveTextContent('Sedang diperiksa…');
    expect(within(rowOf('Diska')).getByRole('button')).toHaveFocus();
    disk.answer();
    expect(await summary('Semua perangkat siap.')).toBeVisible();
    expect(asked(backend, 'diska')).toHaveLength(2);
    expect(backend.asked('device_check')).toHaveLength(PARTS.length + 1);
    await waitFor(() => expect(again()).toHaveFocus());
  });

  test('are all asked again with R, but not while one is still being asked', async () => {
    const scanner = heldPart('pemindai');
    const { backend, user } = await open(scanner);
    await within(rowOf('Kamera')).findByText('Baik');
    await user.keyboard('r');
    await user.click(again());
    expect(backend.asked('device_check')).toHaveLength(PARTS.length);
    scanner.answer();
    await summary('Semua perangkat siap.');
    await user.keyboard('r');
    expect(rowOf('Pemindai')).toHaveTextContent('Sedang diperiksa…');
    await waitFor(() => expect(backend.asked('device_check')).toHaveLength(2 * PARTS.length));
    scanner.answer(scannerGone);
    expect(await summary('1 perangkat perlu diperhatikan.')).toBeVisible();
  });
});

describe('the camera', () => {
  test('is opened, closed at once, and told as working', async () => {
    const { camera, close, open: opens } = slowCamera();
    const { backend } = show(Perangkat, { camera, onclose: () => undefined });
    await within(rowOf('Diska')).findByText('Baik');
    expect(asked(backend, 'kamera')).toEqual([]);
    opens();
    await summary('Semua perangkat siap.');
    expect(asked(backend, 'kamera')).toEqual([{ part: 'kamera', camera: 'working' }]);
    expect(asked(backend, 'diska')).toEqual([{ part: 'diska', camera: null }]);
    expect(close).toHaveBeenCalledOnce();
  });

  test.each([
    ['refused', new FakeCameras('NotAllowedError')],
    ['busy', new FakeCameras('NotReadableError')],
  ])('is told as %s when it does not open', async (trouble, cameras) => {
    installCameras(cameras);
    const { backend } = await open();
    await summary('Semua perangkat siap.');
    expect(asked(backend, 'kamera')).toEqual([{ part: 'kamera', camera: trouble }]);
  });

  test('that takes too long counts as slow, and is closed when it opens after all', async () => {
    const wait = heldWaits(CAMERA_WAIT);
    const { camera, close, open: opens } = slowCamera();
    const { backend } = show(Perangkat, { camera, onclose: () => undefined });
    await within(rowOf('Diska')).findByText('Baik');
    wait.end();
    await summary('Semua perangkat siap.');
    expect(asked(backend, 'kamera')).toEqual([{ part: 'kamera', camera: 'slow' }]);
    opens();
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
  });

  test('is closed as soon as it opens when the page was left, and is not asked about', async () => {
    const { camera, close, open: opens } = slowCamera();
    const { backend, unmount } = show(Perangkat, { camera, onclose: () => undefined });
    await within(rowOf('Diska')).findByText('Baik');
    unmount();
    opens();
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(asked(backend, 'kamera')).toEqual([]);
  });
});

describe('Esc', () => {
  test('goes back to where the page was opened, and a late answer changes nothing', async () => {
    const scanner = heldPart('pemindai');
    const { backend, user } = await open(scanner);
    await within(rowOf('Kamera')).findByText('Baik');
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(await entry()).toHaveFocus());
    expect(screen.getByRole('button', { name: 'Setelan' })).toHaveAttribute('aria-current', 'page');
    scanner.answer(scannerGone);
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Periksa perangkat' });
    expect(rowOf('Pemindai')).toHaveTextContent('Sedang diperiksa…');
    expect(asked(backend, 'pemindai')).toHaveLength(2);
  });

  test('leaves a report that is saved later untold', async () => {
    let saved: (reply: { saved: boolean }) => void = () => undefined;
    const { user } = await open({ device_report_save: () => new Promise((done) => (saved = done)) });
    await summary('Semua perangkat siap.');
    await user.keyboard('{Control>}s{/Control}{Escape}');
    await entry();
    saved({ saved: true });
    await user.keyboard('{Enter}');
    await summary('Semua perangkat siap.');
    expect(screen.queryByText('Laporan tersimpan.')).toBeNull();
  });
});

describe('the report', () => {
  const opener = () => screen.findByText('Lihat isi laporan');
  const body = () => screen.findByRole('region', { name: 'Isi laporan perangkat' });

  test('is read on the page, and goes away with a new check', async () => {
    const { backend, user } = await open();
    expect(screen.getByText(/^Laporan tidak memuat data siapa pun:/)).toBeVisible();
    await user.click(await opener());
    expect((await body()).textContent).toBe(reportText);
    expect(await violations()).toEqual([]);
    await user.keyboard('r');
    await summary('Semua perangkat siap.');
    expect(screen.queryByRole('region', { name: 'Isi laporan perangkat' })).toBeNull();
    backend.refuse('device_report', wireError({ what: 'Laporan belum tersusun.' }));
    await user.click(await opener());
    expect(await screen.findByRole('alert')).toHaveTextContent('Laporan belum tersusun.');
    backend.answer('device_report', { text: 'Loket 0.1.1' });
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await body()).toHaveTextContent('Loket 0.1.1');
  });

  test('is saved with Ctrl+S once every device was asked', async () => {
    const scanner = heldPart('pemindai');
    const { backend, user } = await open(scanner);
    await within(rowOf('Kamera')).findByText('Baik');
    await user.keyboard('{Control>}s{/Control}');
    expect(backend.asked('device_report_save')).toEqual([]);
    scanner.answer();
    await summary('Semua perangkat siap.');
    await user.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText('Laporan tersimpan.')).toBeVisible();
    expect(backend.asked('device_report_save')).toEqual([null]);
  });

  test('is not told as saved when the dialog was left, and a refusal says why', async () => {
    const { backend, user } = await open({ device_report_save: { saved: false } });
    await summary('Semua perangkat siap.');
    await user.click(save());
    await waitFor(() => expect(save()).not.toHaveAttribute('aria-busy'));
    backend.refuse('device_report_save', wireError({ code: 'DiskFull', what: 'Diska penuh.' }));
    await user.click(save());
    expect(await screen.findByRole('alert')).toHaveTextContent('Diska penuh.');
    expect(backend.asked('device_report_save')).toHaveLength(2);
    expect(screen.queryByText('Laporan tersimpan.')).toBeNull();
    expect(await violations()).toEqual([]);
  });
});
