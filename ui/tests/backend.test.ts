import { beforeEach, describe, expect, test, vi } from 'vitest';

// The program's side of the bridge: what it was sent, and what it does next.
const bridge = vi.hoisted(() => ({ sent: [] as unknown[][], next: (): unknown => null }));
vi.mock('@tauri-apps/api/core', () => ({
  invoke: async (...sent: unknown[]) => {
    bridge.sent.push(sent);
    return bridge.next();
  },
}));
vi.mock('@tauri-apps/api/window', () => ({
  getCurrentWindow: () => ({ setTitle: () => Promise.reject(new Error('no')) }),
}));

import { type FileDrop, listenForFileDrops, LoketError, tauriBackend } from '../src/backend';

const wire = {
  code: 'DiskFull',
  what: 'Ruang diska habis.',
  todo: 'Kosongkan 200 MB.',
  missing: [],
  wait_seconds: null,
};
const thrownBy = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

const answers = (value: unknown) => (bridge.next = () => value);
const fails = (thrown: unknown) =>
  (bridge.next = () => {
    throw thrown;
  });

beforeEach(() => (bridge.sent = []));

describe('a command', () => {
  test('sends its request under the one name that every command takes', async () => {
    answers({ cases: [], total: 0 });
    await tauriBackend.call('search', { text: 'alas', limit: 5 });
    expect(bridge.sent).toEqual([['search', { request: { text: 'alas', limit: 5 } }]]);
  });

  test('that fails throws the code and both sentences', async () => {
    fails(wire);
    const error = await thrownBy(tauriBackend.call('home', null));
    expect(error).toBeInstanceOf(LoketError);
    expect(error).toMatchObject({ code: 'DiskFull', what: 'Ruang diska habis.', todo: 'Kosongkan 200 MB.' });
  });

  test('that misses something is not a fault but not yet', async () => {
    fails({ ...wire, missing: [{ guard: 'G-ORI', place: 'document:ktp', label: 'Asli KTP' }] });
    expect(await thrownBy(tauriBackend.call('home', null))).toMatchObject({ notYet: true });
  });

  test.each([['a bare string'], [undefined], [new Error('invoke')], [{ code: 'half' }]])(
    'that fails in a way nobody foresaw (%s) still says what to do',
    async (thrown) => {
      fails(thrown);
      const error = await thrownBy(tauriBackend.call('home', null));
      expect(error).toMatchObject({ code: 'Internal', todo: expect.stringContaining('Coba lagi') });
    },
  );
});

describe('a picture', () => {
  test('goes as raw bytes, with its description in a header that survives any letter', async () => {
    answers({});
    const bytes = new Uint8Array([1, 2, 3]);
    await tauriBackend.addPicture({ id: 'k-1', document: 'ktp', source: 'kamera' }, bytes);
    const [name, sent, options] = bridge.sent[0] as [string, Uint8Array, { headers: Record<string, string> }];
    expect(name).toBe('picture_add');
    expect(sent).toBe(bytes);
    expect(JSON.parse(decodeURIComponent(options.headers['x-loket-meta'] ?? ''))).toMatchObject({
      document: 'ktp',
    });
  });
});

test('a message for the Baki goes the same way, and its refusal is told like any other', async () => {
  answers({});
  await tauriBackend.addKiriman({ file_name: 'surat – café.eml', source: 'seret' }, new ArrayBuffer(2));
  const [name, , options] = bridge.sent[0] as [string, unknown, { headers: Record<string, string> }];
  expect(name).toBe('kiriman_add');
  expect(JSON.parse(decodeURIComponent(options.headers['x-loket-meta'] ?? ''))).toEqual({
    file_name: 'surat – café.eml',
    source: 'seret',
  });
  fails({ ...wire, code: 'MailUnreadable' });
  const refused = tauriBackend.addKiriman({ file_name: 'x', source: 'tempel' }, new ArrayBuffer(0));
  expect(await thrownBy(refused)).toMatchObject({ code: 'MailUnreadable' });
});

test('a picture of the call goes the same way', async () => {
  answers({});
  await tauriBackend.addTangkapan({ id: 'k-1', source: 'tempel' }, new ArrayBuffer(2));
  const [name, , options] = bridge.sent[0] as [string, unknown, { headers: Record<string, string> }];
  expect(name).toBe('tangkapan_add');
  expect(JSON.parse(decodeURIComponent(options.headers['x-loket-meta'] ?? ''))).toEqual({
    id: 'k-1',
    source: 'tempel',
  });
});

describe('a file over the window', () => {
  const drag = (type: string, types: string[], files: File[] = []) => {
    const event = new Event(type, { cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types, files } });
    Object.defineProperty(event, 'relatedTarget', { value: null });
    window.dispatchEvent(event);
    return event;
  };

  test('is announced, dropped with its bytes, and never opened by the WebView itself', () => {
    const seen: FileDrop[] = [];
    const stop = listenForFileDrops(window, (event) => seen.push(event));
    const file = new File(['x'], 'ktp.jpg');
    expect(drag('dragover', ['Files']).defaultPrevented).toBe(true);
    expect(drag('drop', ['Files'], [file]).defaultPrevented).toBe(true);
    drag('dragleave', ['Files']);
    expect(seen).toEqual([{ kind: 'over' }, { kind: 'drop', files: [file] }, { kind: 'leave' }]);
    stop();
    drag('dragover', ['Files']);
    expect(seen).toHaveLength(3);
  });

  test('dragged text is left alone', () => {
    const stop = listenForFileDrops(window, () => expect.unreachable());
    expect(drag('dragover', ['text/plain']).defaultPrevented).toBe(false);
    stop();
  });
});

test('a title that the system refuses harms nobody', () => {
  expect(() => tauriBackend.setTitle('Loket')).not.toThrow();
});
