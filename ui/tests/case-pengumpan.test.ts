// What the feeder of the scanner brings into the Baki, on the screen of a case.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { BeginScan, KirimanView, PageView, ScanDone } from '../src/bindings';
import { showCase } from './case-show';
import { CaseBackend, emptyCase } from './fake-case';
import { ability } from './fictional/scanner';
import { session } from './fictional/office';
import { bakiOf } from './recorded';
import { openScanner, over, readyScanner, scanAct, slowly } from './scanner-show';
import { violations } from './show';
import { wireError } from './wire-error';

const fed = { ...ability, order: { ...ability.order, source: 'pengumpan' as const } };
const jam = { what: 'Kertas macet di pengumpan.', todo: 'Buka tutupnya, lalu coba lagi.' };
const begun = (backend: CaseBackend) =>
  (backend.asked('scan_begin') as BeginScan[]).map((each) => each.kiriman);

function feeder(scan_begin: ScanDone): CaseBackend {
  return new CaseBackend(emptyCase(), { scan_begin, scanner_ability: fed });
}

/** A stack of two pages beside what came by e-mail. */
function tray(source: KirimanView['source'] = 'pemindai'): {
  kiriman: KirimanView[];
  may_open: boolean;
  reads_mail: boolean;
} {
  const baki = bakiOf('baki');
  const [mail] = baki.kiriman as [KirimanView];
  const [like] = mail.pages as [PageView];
  const pages = ['h-8', 'h-9'].map((id) => ({ ...like, id, name: id }));
  const bare = { sender: '', sender_name: '', subject: '', sent_at: null, is_request: false, refused: [] };
  const stack: KirimanView = {
    ...mail,
    ...bare,
    id: 's-9',
    source,
    file_name: 'Pindaian',
    pages,
  };
  return { ...baki, kiriman: [...baki.kiriman, stack] };
}

describe('a stack from the feeder', () => {
  test('that fails after three pages says that they are in the Baki', async () => {
    const baki = { kiriman: 's-2', pages: 3 };
    const backend = feeder({ ...over, baki, trouble: jam });
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    expect(await screen.findByText('Kertas macet di pengumpan.')).toBeVisible();
    expect(screen.getByText('3 halaman sudah masuk ke Baki.')).toBeVisible();
    expect(screen.getByText('Letakkan hanya sisanya.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Pilih dari Baki' }));
    expect(await screen.findByRole('dialog', { name: 'Ambil KTP dari Baki' })).toBeVisible();
  });

  test('leads to the Baki, whose new pages stand first', async () => {
    const baki = { kiriman: 's-9', pages: 12 };
    const backend = feeder({ ...over, baki });
    backend.answer('baki', tray());
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    expect(await screen.findByText('12 halaman masuk ke Baki.')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: /Pilih dari Baki/ })).toHaveFocus());
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Ambil KTP dari Baki' });
    await waitFor(() => expect(dialog.querySelector('[data-group="s-9"] [data-page]')).not.toBeNull());
    expect(screen.queryByRole('dialog', { name: 'Ambil gambar KTP' })).toBeNull();
  });

  test('that was stopped still says what came', async () => {
    const baki = { kiriman: 's-2', pages: 2 };
    const backend = feeder({ ...over, baki, stopped: true });
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    expect(await screen.findByText('Pemindaian dibatalkan.')).toBeVisible();
    expect(screen.getByText('2 halaman masuk ke Baki.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Pindai lagi' }));
    expect(await scanAct()).toHaveFocus();
  });

  test('says which page it is at', async () => {
    const backend = feeder(over);
    slowly(backend);
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    expect(await screen.findByText('Memindai halaman 1…')).toBeVisible();
    backend.answer('scan_progress', { page: 3, read: 25, of: 100, came: false });
    expect(await screen.findByText('Memindai halaman 3…')).toBeVisible();
  });

  test('that jammed goes on in itself, and the next order begins a new one', async () => {
    const backend = feeder({ ...over, baki: { kiriman: 's-2', pages: 3 }, trouble: jam });
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await user.click(await screen.findByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(begun(backend)).toEqual([null, 's-2']));
    await user.click(await screen.findByRole('button', { name: 'Ubah pengaturan' }));
    expect(screen.getByText('Letakkan hanya sisanya.')).toBeVisible();
    expect(await scanAct()).toHaveFocus();
    backend.answer('scan_begin', { ...over, baki: { kiriman: 's-2', pages: 5 } });
    await user.keyboard(' ');
    expect(await screen.findByText('5 halaman masuk ke Baki.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Pindai lagi' }));
    (await scanAct()).focus();
    await user.keyboard(' ');
    await waitFor(() => expect(begun(backend)).toEqual([null, 's-2', 's-2', null]));
  });

  test('that somebody took meanwhile is told, and the next order begins a new one', async () => {
    const backend = feeder({ ...over, baki: { kiriman: 's-2', pages: 3 }, trouble: jam });
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    const again = await screen.findByRole('button', { name: 'Coba lagi' });
    const taken = {
      code: 'TransitionRefused',
      what: 'Kiriman ini sudah diambil.',
      todo: 'Pindai lagi.',
    } as const;
    backend.refuse('scan_begin', wireError(taken));
    await user.click(again);
    expect(await screen.findByText('Kiriman ini sudah diambil.')).toBeVisible();
    expect(screen.queryByText('Letakkan hanya sisanya.')).toBeNull();
    backend.answer('scan_begin', { ...over, baki: { kiriman: 's-3', pages: 1 } });
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(begun(backend)).toEqual([null, 's-2', null]));
  });

  test('that jammed does not go on from the glass', async () => {
    const backend = feeder({ ...over, baki: { kiriman: 's-2', pages: 3 }, trouble: jam });
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await user.click(await screen.findByRole('button', { name: 'Ubah pengaturan' }));
    await user.selectOptions(screen.getByLabelText('Letak dokumen'), 'kaca');
    backend.answer('scan_begin', over);
    await user.click(await scanAct());
    await waitFor(() => expect(begun(backend)).toEqual([null, null]));
  });

  test('gives two documents to a case at the counter, and nothing that came by e-mail', async () => {
    const backend = feeder({ ...over, baki: { kiriman: 's-9', pages: 2 } });
    backend.answer('baki', tray());
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await screen.findByText('2 halaman masuk ke Baki.');
    await user.click(screen.getByRole('button', { name: /Pilih dari Baki/ }));
    const first = await screen.findByRole('dialog', { name: 'Ambil KTP dari Baki' });
    await waitFor(() => expect(first.querySelectorAll('[data-page]')).toHaveLength(2));
    expect(within(first).queryByRole('heading', { name: 'Kiriman lain' })).toBeNull();
    await user.click(first.querySelector('[data-page="h-8"]') as HTMLElement);
    await screen.findByRole('dialog', { name: 'Tandai keempat sudut KTP' });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const npwp = document.querySelector<HTMLElement>('[data-place="document:npwp"]') as HTMLElement;
    await user.click(within(npwp).getByRole('button', { name: 'Ambil dari Baki' }));
    const second = await screen.findByRole('dialog', { name: 'Ambil NPWP dari Baki' });
    await waitFor(() => expect(second.querySelector('[data-page="h-9"]')).not.toBeNull());
    await user.click(second.querySelector('[data-page="h-9"]') as HTMLElement);
    await waitFor(() =>
      expect(backend.asked('page_give')).toMatchObject([
        { kiriman: 's-9', page: 'h-8', document: 'ktp' },
        { kiriman: 's-9', page: 'h-9', document: 'npwp' },
      ]),
    );
  });

  test('is still had from the case when nobody chose from it at once', async () => {
    const backend = feeder({ ...over, baki: { kiriman: 's-9', pages: 2 } });
    const { user } = await readyScanner(backend);
    await user.keyboard(' ');
    await screen.findByText('2 halaman masuk ke Baki.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getAllByRole('button', { name: 'Ambil dari Baki' }).length).toBeGreaterThan(0);
  });

  test('is left to a colleague by whoever may not open pages', async () => {
    const backend = feeder({ ...over, baki: { kiriman: 's-9', pages: 2 } });
    const { user } = await openScanner(backend, {
      ...session,
      rights: { ...session.rights, sees_pictures: false },
    });
    (await scanAct()).focus();
    await user.keyboard(' ');
    expect(
      await screen.findByText('Rekan yang boleh membuka halaman melanjutkannya dari Baki.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Pilih dari Baki/ })).toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Pindai lagi' })).toHaveFocus());
    expect(await violations()).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Ambil dari Baki' })).toBeNull();
  });

  test.each(['pemindai', 'folder_pindai'] as const)(
    'of the source %s that the officer came from in the Baki is offered at the counter',
    async (source) => {
      const backend = new CaseBackend(emptyCase(), { baki: tray(source) });
      const { user } = await showCase(backend, session, 's-9');
      await user.click(screen.getAllByRole('button', { name: 'Ambil dari Baki' })[0] as HTMLElement);
      const dialog = await screen.findByRole('dialog', { name: 'Ambil KTP dari Baki' });
      await waitFor(() => expect(dialog.querySelector('[data-group="s-9"] [data-page]')).not.toBeNull());
    },
  );
});
