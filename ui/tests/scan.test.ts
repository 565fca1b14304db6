// The scanner without a screen: which answers count, and what is let go.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ScanDone, ScannedPage, ScannerAbility } from '../src/bindings';
import { onGlass } from '../src/permohonan/capture/glass';
import { POLL_MS, Scan } from '../src/permohonan/capture/scan.svelte';
import { FakeBackend } from './fake-backend';
import { ability, page, scanners } from './fictional/scanner';
import { wireError } from './wire-error';

URL.createObjectURL ??= () => 'blob:loket';
URL.revokeObjectURL ??= () => undefined;

const done: ScanDone = { page: null, baki: null, stopped: false, trouble: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function ready(backend = new FakeBackend()): Promise<{ scan: Scan; pages: ScannedPage[] }> {
  const pages: ScannedPage[] = [];
  const scan = new Scan(backend, (each) => pages.push(each));
  await scan.search();
  return { scan, pages };
}

/** One answer that waits until the test gives it. */
function later<T>(): { answer: () => Promise<T>; give: (value: T) => void; fail: (thrown: unknown) => void } {
  let give: (value: T) => void = () => undefined;
  let fail: (thrown: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { answer: () => promise, give: (value) => give(value), fail: (thrown) => fail(thrown) };
}

describe('the scanner', () => {
  test('that was left for another one may answer late, and is not believed', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    const slow = later<ScannerAbility>();
    backend.answer('scanner_ability', slow.answer);
    const first = scan.choose(scanners.devices[0]?.address ?? '');
    backend.answer('scanner_ability', { ...ability, dpi: [600] });
    await scan.choose(scanners.devices[1]?.address ?? '');
    slow.give(ability);
    await first;
    expect(scan.device?.model).toBe('EPSON DS-530');
    expect(scan.ability?.dpi).toEqual([600]);
  });

  test('that is not in the list is not asked', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    await scan.choose('usb:9');
    expect(backend.asked('scanner_ability')).toHaveLength(1);
    expect(scan.phase).toBe('ready');
  });

  test('that did not say what it can do scans nothing', async () => {
    const backend = new FakeBackend();
    backend.refuse('scanner_ability', wireError({ what: 'Pemindai tidak menjawab.' }));
    const { scan } = await ready(backend);
    await scan.begin();
    expect(scan.phase).toBe('trouble');
    expect(backend.asked('scan_begin')).toEqual([]);
  });
});

describe('a part of the glass', () => {
  const seen: ScannedPage = { id: 'p-0', width: 850, height: 1170, dpi: 100 };

  test('is told in millimetres from the upper left', () => {
    const part = { x: 100, y: 200, width: 300, height: 50 };
    expect(onGlass(part, seen, [215.9, 297])).toEqual({ left: 25.4, top: 50.8, width: 76.2, height: 12.7 });
  });

  test('never goes beyond the glass, although the look went a little further', () => {
    const part = { x: 100, y: 0, width: 750, height: 1170 };
    expect(onGlass(part, seen, [215, 296])).toEqual({ left: 25.4, top: 0, width: 189.6, height: 296 });
  });

  test('that lies beyond the glass is moved back onto it', () => {
    const part = onGlass({ x: 840, y: 1165, width: 10, height: 5 }, seen, [210, 290]);
    expect(part).toEqual({ left: 190, top: 270, width: 2.5, height: 1.3 });
  });

  test('that is all of it is none', () => {
    expect(onGlass({ x: 0, y: 0, width: 850, height: 1170 }, seen, [215.9, 297])).toBeNull();
  });

  test('is only drawn on the glass: the feeder is not looked at', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    scan.set({ source: 'pengumpan' });
    await scan.look();
    expect(backend.asked('scan_begin')).toEqual([]);
  });
});

describe('a scan', () => {
  test('is begun once by two presses', async () => {
    const backend = new FakeBackend();
    const { scan, pages } = await ready(backend);
    await Promise.all([scan.begin(), scan.begin()]);
    expect(backend.asked('scan_begin')).toHaveLength(1);
    expect(pages).toEqual([page]);
  });

  test('lets no other scanner be chosen or looked for while it runs', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    backend.answer('scan_begin', later<ScanDone>().answer);
    void scan.begin();
    await scan.search();
    await scan.choose(scanners.devices[1]?.address ?? '');
    expect(scan.phase).toBe('scanning');
    expect(backend.asked('scanner_list')).toHaveLength(1);
  });

  test('asks how far it is until it is over, also where that cannot be said', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    const slow = later<ScanDone>();
    backend.answer('scan_begin', slow.answer);
    backend.refuse('scan_progress', wireError({}));
    const run = scan.begin();
    await vi.advanceTimersByTimeAsync(POLL_MS * 2);
    expect(backend.asked('scan_progress')).toHaveLength(2);
    slow.give(done);
    await run;
    await vi.advanceTimersByTimeAsync(POLL_MS * 5);
    expect(backend.asked('scan_progress')).toHaveLength(2);
    expect(scan.phase).toBe('ready');
  });

  test('that is left asks no more, stops, and forgets what comes after all', async () => {
    const backend = new FakeBackend();
    const { scan, pages } = await ready(backend);
    const slow = later<ScanDone>();
    backend.answer('scan_begin', slow.answer);
    const run = scan.begin();
    scan.close();
    await vi.advanceTimersByTimeAsync(POLL_MS * 5);
    expect(backend.asked('scan_progress')).toEqual([]);
    expect(backend.asked('scan_stop')).toHaveLength(1);
    slow.give({ ...done, page });
    await run;
    expect(backend.asked('scan_forget')).toEqual([{ page: page.id }]);
    expect(backend.asked('scan_page')).toEqual([]);
    expect(pages).toEqual([]);
  });

  test('that is left ends before another one can begin, and so does the page that came after all', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    const slow = later<ScanDone>();
    const forgotten = later<null>();
    backend.answer('scan_begin', slow.answer);
    backend.answer('scan_forget', forgotten.answer);
    void scan.begin();
    scan.reset();
    scan.reset();
    expect(scan.phase).toBe('ending');
    await scan.begin();
    slow.give({ ...done, page });
    await vi.advanceTimersByTimeAsync(0);
    expect(scan.phase).toBe('ending');
    forgotten.give(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(scan.phase).toBe('ready');
    expect(backend.asked('scan_begin')).toHaveLength(1);
  });

  test('that was left holds back a scanner that was looked for meanwhile', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    const slow = later<ScanDone>();
    backend.answer('scan_begin', slow.answer);
    void scan.begin();
    scan.reset();
    const search = scan.search();
    await vi.advanceTimersByTimeAsync(0);
    expect(scan.phase).toBe('asking');
    slow.give(done);
    await search;
    expect(scan.phase).toBe('ready');
  });

  test('of which only a look was had lets go of that page before anything else is scanned', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    const forgotten = later<null>();
    backend.answer('scan_forget', forgotten.answer);
    const look = scan.look();
    await vi.advanceTimersByTimeAsync(0);
    expect(scan.phase).toBe('opening');
    forgotten.give(null);
    await look;
    expect(scan.phase).toBe('ready');
    expect(backend.asked('scan_forget')).toEqual([{ page: page.id }]);
  });

  test('that is left and then fails tells nobody', async () => {
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    const slow = later<ScanDone>();
    backend.answer('scan_begin', slow.answer);
    const run = scan.begin();
    scan.reset();
    slow.fail(wireError({}));
    await run;
    await vi.advanceTimersByTimeAsync(0);
    expect(scan.phase).toBe('ready');
    expect(scan.trouble).toBeNull();
  });

  test('that was stopped shows no page, even where one came in time', async () => {
    const backend = new FakeBackend({ scan_begin: { ...done, page, stopped: true } });
    const { scan, pages } = await ready(backend);
    await scan.begin();
    expect(scan.phase).toBe('ready');
    expect(scan.stopped).toBe(true);
    expect(pages).toEqual([]);
    expect(backend.asked('scan_forget')).toHaveLength(1);
  });

  test('is no longer spoken of when the next one begins', async () => {
    const backend = new FakeBackend({ scan_begin: { ...done, stopped: true } });
    const { scan } = await ready(backend);
    await scan.begin();
    backend.answer('scan_begin', later<ScanDone>().answer);
    void scan.begin();
    expect(scan.stopped).toBe(false);
  });

  test('whose page is given up gives back its address once', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const backend = new FakeBackend();
    const { scan } = await ready(backend);
    await scan.begin();
    expect(scan.url).not.toBeNull();
    scan.reset();
    scan.close();
    expect(revoked).toHaveBeenCalledTimes(1);
    expect(backend.asked('scan_forget')).toHaveLength(1);
  });
});
