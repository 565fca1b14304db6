// The folder pindai beside the Baki: what it does is asked for again and again, what comes is listed without
// taking anything from under the officer's hand, and what is refused is told and tried again.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ASK_AFTER } from '../../src/baki/hot-folder.svelte';
import type { HotFolderView, KirimanView, WireError } from '../../src/bindings';
import '../case-show';
import type { Answers } from '../fake-backend';
import { hotFolderOff, hotFolderOn, refusedFiles } from '../fictional/folder';
import { heldWaits } from '../held-waits';
import { bakiOf } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const full = bakiOf('baki');
const [, loose] = full.kiriman as [KirimanView, KirimanView];
const came: KirimanView = { ...loose, id: 's-9', file_name: 'pindai-1.pdf', source: 'folder_pindai' };
const fuller = { ...full, kiriman: [came, ...full.kiriman] };
const gone: WireError = {
  code: 'Io',
  what: 'Folder pindai tidak ditemukan.',
  todo: 'Nyalakan komputer yang menyimpannya.',
  missing: [],
  wait_seconds: null,
};

let wait: ReturnType<typeof heldWaits>;
beforeEach(() => {
  wait = heldWaits(ASK_AFTER);
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:loket');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

const card = () => screen.findByRole('region', { name: 'Folder pindai' });
const absent = () => expect(screen.queryByRole('region', { name: 'Folder pindai' })).toBeNull();
const told = async () => within(await card()).getAllByRole('status')[0];
const retry = async () => within(await card()).findByRole('button', { name: 'Coba lagi' });
const kiriman = (name: RegExp) =>
  within(screen.getByRole('list', { name: 'Kiriman' })).getByRole('button', { name });

/** With the focus in the Baki, as it opens. */
async function opened(view: Partial<HotFolderView> = {}, answers: Answers = {}): Promise<Shown> {
  const shown = startWindow({ hot_folder_get: { ...hotFolderOn, ...view }, ...answers });
  await screen.findByRole('button', { name: /^Baki/ });
  await shown.user.keyboard('{F7}');
  await screen.findByRole('heading', { name: 'Baki' });
  await waitFor(() => expect(kiriman(/^Slamet Riyadi/)).toHaveFocus());
  return shown;
}

/** Until the next question is answered, and the wait for the one after has begun. */
async function askedAgain({ backend }: Shown): Promise<void> {
  const before = backend.asked('hot_folder_get').length;
  await waitFor(() => {
    wait.end();
    expect(backend.asked('hot_folder_get').length).toBeGreaterThan(before);
  });
}

/** An answer that comes when the test says so. */
function later<T>(): { answer: () => Promise<T>; come: (value: T) => void } {
  let come: (value: T) => void = () => undefined;
  return { answer: () => new Promise<T>((done) => (come = done)), come: (value) => come(value) };
}

describe('the folder pindai beside the Baki', () => {
  test('that is off is not there, and is asked for once', async () => {
    const { backend } = await opened(hotFolderOff);
    wait.end();
    await new Promise((rest) => setTimeout(rest, 20));
    absent();
    expect(backend.asked('hot_folder_get')).toHaveLength(1);
  });

  test('says that it waits and where, without a violation, and leaves the focus in the Baki', async () => {
    const { backend } = await opened();
    expect(await card()).toHaveTextContent('Folder pindai: menunggu berkas');
    expect(await card()).toHaveTextContent(hotFolderOn.path ?? '');
    expect(await told()).toHaveTextContent('Belum ada berkas yang diambil.');
    expect(backend.asked('baki')).toHaveLength(1);
    expect(await violations()).toEqual([]);
  });

  test.each([
    [{ taking: 'pindai-4.pdf', waiting: 3 }, 'Mengambil pindai-4.pdf…'],
    [{ waiting: 3 }, '3 berkas menunggu'],
  ])('says what it does: %o', async (view, words) => {
    await opened(view);
    const line = within(await card()).getByText(words);
    // It changes with every look, so it is not read out by itself.
    expect(line.closest('[role="status"], [aria-live]')).toBeNull();
  });

  test('is asked for again while the Baki is open, never twice at once, and no more when it is left', async () => {
    const shown = await opened();
    const { backend, user } = shown;
    const slow = later<HotFolderView>();
    await card();
    backend.answer('hot_folder_get', slow.answer);
    await askedAgain(shown);
    expect(backend.asked('hot_folder_get')).toHaveLength(2);
    wait.end();
    await new Promise((rest) => setTimeout(rest, 20));
    expect(backend.asked('hot_folder_get')).toHaveLength(2);
    slow.come({ ...hotFolderOn, waiting: 2 });
    expect(await within(await card()).findByText('2 berkas menunggu')).toBeVisible();
    await user.keyboard('{Escape}');
    await screen.findByRole('button', { name: /^Baki/ });
    wait.end();
    await new Promise((rest) => setTimeout(rest, 20));
    expect(backend.asked('hot_folder_get')).toHaveLength(2);
  });

  test('that was turned off meanwhile goes away', async () => {
    const shown = await opened();
    await card();
    shown.backend.answer('hot_folder_get', hotFolderOff);
    await askedAgain(shown);
    await waitFor(absent);
  });

  test('says what keeps it from being read, until it can be', async () => {
    const shown = await opened({ trouble: gone, waiting: 2 });
    expect(await card()).toHaveTextContent('Folder pindai tidak ditemukan. Nyalakan komputer');
    expect(await card()).not.toHaveTextContent('2 berkas menunggu');
    expect(await violations()).toEqual([]);
    shown.backend.answer('hot_folder_get', hotFolderOn);
    await askedAgain(shown);
    await waitFor(async () => expect(await card()).not.toHaveTextContent('tidak ditemukan'));
  });

  test('that cannot be asked says so once, and asks on', async () => {
    const shown = await opened();
    await card();
    shown.backend.refuse('hot_folder_get', wireError({ what: 'Basis data sedang dipakai.' }));
    await askedAgain(shown);
    const banner = await within(await card()).findByText('Basis data sedang dipakai.');
    await askedAgain(shown);
    // The same sentence in the same place is not read out again.
    expect(within(await card()).getByText('Basis data sedang dipakai.')).toBe(banner);
    shown.backend.answer('hot_folder_get', hotFolderOn);
    await askedAgain(shown);
    await waitFor(() => expect(screen.queryByText('Basis data sedang dipakai.')).toBeNull());
    expect(await card()).toHaveTextContent('Folder pindai: menunggu berkas');
  });

  test('that could never be asked says so too, and comes with its first answer', async () => {
    const broken = () => {
      throw wireError({ what: 'Basis data sedang dipakai.' });
    };
    const shown = await opened({}, { hot_folder_get: broken });
    expect(await within(await card()).findByText('Basis data sedang dipakai.')).toBeVisible();
    shown.backend.answer('hot_folder_get', hotFolderOff);
    await askedAgain(shown);
    await waitFor(absent);
  });
});

describe('what came out of the folder pindai', () => {
  test('is listed and told, while whoever stands on another one stays there', async () => {
    const shown = await opened();
    const { backend, user } = shown;
    await card();
    backend.answer('hot_folder_get', { ...hotFolderOn, taken: 1 });
    backend.answer('baki', fuller);
    await askedAgain(shown);
    await waitFor(() => expect(kiriman(/^pindai-1.pdf/)).toHaveTextContent('Folder pindai'));
    // Nothing but its place at the top had chosen it.
    expect(kiriman(/^Slamet Riyadi/)).toHaveAttribute('aria-current', 'true');
    expect(kiriman(/^Slamet Riyadi/)).toHaveFocus();
    expect(screen.getByRole('region', { name: 'Slamet Riyadi' })).toBeVisible();
    expect(await told()).toHaveTextContent('1 berkas diambil sejak meja dibuka.');
    await user.keyboard('{ArrowUp}');
    expect(kiriman(/^pindai-1.pdf/)).toHaveFocus();
    expect(await violations()).toEqual([]);
  });

  test('takes nothing from a page that is looked at, nor from a question that is asked', async () => {
    const shown = await opened();
    const { backend, user } = shown;
    await card();
    await user.keyboard('{ArrowDown}a');
    await screen.findByRole('dialog', { name: 'Akhiri kiriman' });
    await waitFor(() => expect(screen.getAllByRole('radio')[0]).toHaveFocus());
    backend.answer('hot_folder_get', { ...hotFolderOn, taken: 1 });
    backend.answer('baki', fuller);
    await askedAgain(shown);
    await waitFor(() => expect(backend.asked('baki')).toHaveLength(2));
    expect(screen.getAllByRole('radio')[0]).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(kiriman(/^npwp alas roban.jpg/)).toHaveFocus());
    expect(kiriman(/^npwp alas roban.jpg/)).toHaveAttribute('aria-current', 'true');
  });

  test('into an empty Baki is shown at once', async () => {
    const shown = startWindow({ hot_folder_get: hotFolderOn, baki: { ...full, kiriman: [] } });
    await screen.findByRole('button', { name: /^Baki/ });
    await shown.user.keyboard('{F7}');
    await screen.findByText('Baki kosong');
    await card();
    shown.backend.answer('hot_folder_get', { ...hotFolderOn, taken: 1 });
    shown.backend.answer('baki', { ...full, kiriman: [came] });
    await askedAgain(shown);
    expect(await screen.findByRole('region', { name: 'pindai-1.pdf' })).toBeVisible();
    expect(screen.getByRole('button', { name: /Pilih berkas/ })).toHaveFocus();
  });

  test('before the Baki was open is in the list, which is read again only when there is more', async () => {
    const shown = await opened({ taken: 4 });
    expect(await told()).toHaveTextContent('4 berkas diambil sejak meja dibuka.');
    await waitFor(() => expect(shown.backend.asked('baki')).toHaveLength(2));
    await askedAgain(shown);
    await askedAgain(shown);
    expect(shown.backend.asked('baki')).toHaveLength(2);
  });

  test('while the list is being read and one is ended does not bring that one back', async () => {
    const left = { ...full, kiriman: full.kiriman.filter((each) => each.id !== 's-2') };
    const shown = await opened({}, { kiriman_end: left });
    const { backend, user } = shown;
    await card();
    const slow = later<typeof full>();
    backend.answer('baki', slow.answer);
    backend.answer('hot_folder_get', { ...hotFolderOn, taken: 1 });
    await user.keyboard('a');
    await user.click(await screen.findByLabelText('Bukan permohonan'));
    await askedAgain(shown);
    await waitFor(() => expect(backend.asked('baki')).toHaveLength(2));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Slamet Riyadi/ })).toBeNull());
    backend.answer('baki', { ...left, kiriman: [came, ...left.kiriman] });
    slow.come(fuller);
    expect(await screen.findByRole('button', { name: /^pindai-1.pdf/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Slamet Riyadi/ })).toBeNull();
  });
});

describe('what the folder pindai refuses', () => {
  test('is named with its reason and what to do, and counted where it is read out', async () => {
    await opened({ refused: refusedFiles });
    for (const { name, what, todo } of refusedFiles) {
      expect(await card()).toHaveTextContent(name);
      expect(await card()).toHaveTextContent(`${what} ${todo}`);
    }
    expect(await told()).toHaveTextContent('2 berkas tidak dapat diambil.');
    expect(await violations()).toEqual([]);
  });

  test('is folded away where it is much', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      name: `${index}.docx`,
      what: 'A.',
      todo: 'B.',
    }));
    const { user } = await opened({ refused: many });
    expect(within(await card()).getByText('29.docx:')).not.toBeVisible();
    await user.click(within(await card()).getByText('Lihat 28 berkas lagi'));
    expect(within(await card()).getByText('29.docx:')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('is tried again, once, and the focus stays on the card when nothing is refused any more', async () => {
    const slow = later<HotFolderView>();
    const { backend, user } = await opened({ refused: refusedFiles }, { hot_folder_retry: slow.answer });
    (await retry()).focus();
    await user.keyboard('{Enter}{Enter}');
    expect(await retry()).toHaveAttribute('aria-busy', 'true');
    expect(backend.asked('hot_folder_retry')).toHaveLength(1);
    slow.come({ ...hotFolderOn, waiting: 2 });
    expect(await within(await card()).findByText('2 berkas menunggu')).toBeVisible();
    await waitFor(async () => expect(await card()).toHaveFocus());
    expect(within(await card()).queryByRole('button')).toBeNull();
  });

  test('and still refuses keeps the button, and is asked for further', async () => {
    const shown = await opened({ refused: refusedFiles });
    shown.backend.answer('hot_folder_retry', { ...hotFolderOn, refused: refusedFiles.slice(0, 1) });
    (await retry()).focus();
    await shown.user.keyboard('{Enter}');
    await waitFor(async () => expect(await told()).toHaveTextContent('1 berkas tidak dapat diambil.'));
    expect(await retry()).toHaveFocus();
    shown.backend.answer('hot_folder_get', hotFolderOn);
    await askedAgain(shown);
    await waitFor(async () => expect(await card()).toHaveFocus());
  });

  test('and cannot be tried again says why', async () => {
    const shown = await opened({ refused: refusedFiles });
    shown.backend.refuse('hot_folder_retry', wireError({ what: 'Basis data sedang dipakai.' }));
    await shown.user.click(await retry());
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    expect(await retry()).toHaveFocus();
    shown.backend.answer('hot_folder_retry', hotFolderOn);
    await shown.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  test('is not brought back by an answer to an earlier question', async () => {
    const shown = await opened({ refused: refusedFiles });
    await retry();
    const slow = later<HotFolderView>();
    shown.backend.answer('hot_folder_get', slow.answer);
    await askedAgain(shown);
    await shown.user.click(await retry());
    await waitFor(async () => expect(within(await card()).queryByRole('button')).toBeNull());
    slow.come({ ...hotFolderOn, refused: refusedFiles });
    await new Promise((rest) => setTimeout(rest, 20));
    expect(within(await card()).queryByRole('button')).toBeNull();
  });
});
