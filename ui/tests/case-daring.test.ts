// A case that was asked for by e-mail: its message, its pages from the Baki, and the words of its acts.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { focusedPlace, showCase, type ShownCase } from './case-show';
import { CaseBackend, emptyCase } from './fake-case';
import { bakiOf, moment, type Moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const at = (name: Moment) => showCase(new CaseBackend(moment(name)));
const sender = () => screen.getByLabelText(/Alamat pengirim/);
const sentAt = () => screen.getByLabelText(/Tanggal dan jam surel/);

describe('the acts of an online case', () => {
  test.each([
    ['draf-daring-terisi', 'Terima permintaan', 'permohonan_submit'],
    ['diajukan-daring', 'Berkas lengkap, jadwalkan', 'permohonan_complete'],
  ] as const)('at %s say "%s"', async (name, words, command) => {
    const { backend, user } = await at(name);
    await user.click(screen.getByRole('button', { name: new RegExp(words) }));
    await waitFor(() => expect(backend.asked(command)).toHaveLength(1));
  });

  test('at the counter keep their words, and the Baki is not offered there', async () => {
    await showCase(new CaseBackend(emptyCase()));
    expect(screen.getByRole('button', { name: /Terima berkas/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Ambil dari Baki/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Surel permintaan' })).toBeNull();
    expect(screen.getAllByLabelText('Fotokopi kertas diterima').length).toBeGreaterThan(0);
  });

  test('ask for no copy on paper and for no place in the queue', async () => {
    await at('draf-daring');
    expect(screen.queryByLabelText('Fotokopi kertas diterima')).toBeNull();
    expect(screen.queryByLabelText('Antrean prioritas')).toBeNull();
  });

  test('while a day is waited for keep the message that asked in sight', async () => {
    await at('menunggu-jadwal');
    expect(screen.getByRole('heading', { name: 'Menunggu penjadwalan' })).toBeVisible();
    expect(screen.getByText('Surel asli tersimpan')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('the message that asked', () => {
  test('says who sent it and when, and that it is kept', async () => {
    await at('draf-daring');
    const card = screen.getByRole('region', { name: 'Surel permintaan' });
    expect(card).toHaveTextContent('Slamet Riyadi · toko@sumberrejeki.example');
    expect(card).toHaveTextContent('23 November 2026, 07.41 WIB');
    expect(card).toHaveTextContent('Surel asli tersimpan');
    expect(await violations()).toEqual([]);
  });

  test('that is missing is where the missing chip leads', async () => {
    const { user } = await at('draf-daring-tanpa-surel');
    await user.click(screen.getByRole('button', { name: /^Surel permintaan: pengirim/ }));
    expect(focusedPlace()).toBe('request');
    expect(sender()).toHaveFocus();
    expect(await violations()).toEqual([]);
  });

  test('is written down on the clock of the office, by keyboard alone', async () => {
    const { backend, user } = await at('draf-daring-tanpa-surel');
    sender().focus();
    await user.keyboard('toko@sumberrejeki.example{Enter}');
    expect(sentAt()).toHaveFocus();
    await user.keyboard('23-11-2026 7.41{Enter}');
    await waitFor(() =>
      expect(backend.asked('request_note')).toEqual([
        { id: 'k-2', sender: 'toko@sumberrejeki.example', sent_at: '2026-11-23T00:41:00.000Z' },
      ]),
    );
    expect(await screen.findByText('Dicatat petugas')).toBeVisible();
  });

  test.each(['', 'kemarin', '23-11-2026', '31-11-2026 07.41', '23-11-2026 25.00'])(
    'is not written down with the time "%s"',
    async (typed) => {
      const { backend, user } = await at('draf-daring-tanpa-surel');
      await user.type(sender(), 'toko@sumberrejeki.example');
      if (typed) await user.type(sentAt(), typed);
      await user.click(screen.getByRole('button', { name: 'Catat surel permintaan' }));
      await waitFor(() => expect(sentAt()).toBeInvalid());
      expect(sentAt()).toHaveFocus();
      expect(backend.asked('request_note')).toEqual([]);
    },
  );

  test('without a sender says so at the field', async () => {
    const { backend, user } = await at('draf-daring-tanpa-surel');
    await user.type(sentAt(), '23-11-2026 07.41{Enter}');
    expect(sender()).toHaveFocus();
    expect(sender()).toHaveAccessibleDescription('Tulis alamat pengirim lebih dulu.');
    expect(backend.asked('request_note')).toEqual([]);
  });

  test('that the program refuses is told beside the fields, and what was typed stays', async () => {
    const backend = new CaseBackend(moment('draf-daring-tanpa-surel'));
    backend.refuse(
      'request_note',
      wireError({ code: 'InvalidInput', what: 'Tanggal surel ada di masa depan.' }),
    );
    const { user } = await showCase(backend);
    await user.type(sender(), 'toko@sumberrejeki.example');
    await user.type(sentAt(), '23-11-2030 07.41{Enter}');
    const card = screen.getByRole('region', { name: 'Surel permintaan' });
    expect(await within(card).findByRole('alert')).toHaveTextContent('Tanggal surel ada di masa depan.');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(sentAt()).toHaveValue('23-11-2030 07.41');
  });

  test('that was being typed when the window closed is still there', async () => {
    const view = moment('draf-daring-tanpa-surel');
    view.drafts['request:sender'] = 'toko@sumber';
    await showCase(new CaseBackend(view));
    expect(sender()).toHaveValue('toko@sumber');
  });
});

describe('a page from the Baki', () => {
  async function openTray(backend = new CaseBackend(moment('draf-daring'))): Promise<ShownCase> {
    const shown = await showCase(backend);
    const [ktp] = screen.getAllByRole('button', { name: 'Ambil dari Baki' });
    if (!ktp) throw new Error('nothing to press');
    ktp.focus();
    await shown.user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Ambil KTP dari Baki' });
    return shown;
  }
  const tray = () => screen.getByRole('dialog', { name: 'Ambil KTP dari Baki' });
  const pages = () => within(tray()).findAllByRole('button', { name: /^Ambil KTP dari Baki:/ });

  test('is where the missing document leads first', async () => {
    const { user } = await at('draf-daring');
    await user.click(screen.getByRole('button', { name: 'KTP pemilik' }));
    expect(focusedPlace()).toBe('document:ktp');
    expect(document.activeElement).toHaveTextContent('Ambil dari Baki');
  });

  test('of the own message comes first; others are looked at only when asked for', async () => {
    const { backend, user } = await openTray();
    await waitFor(async () => expect((await pages())[0]).toHaveFocus());
    expect((await pages()).map((page) => page.dataset['page'])).toEqual(['h-1', 'h-2']);
    await waitFor(() => expect(backend.asked('kiriman_page')).toHaveLength(2));
    expect(await violations()).toEqual([]);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(within(tray()).getByRole('button', { name: 'Lihat 1 halaman' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-page', 'h-3'));
  });

  test('given with Enter goes straight to its corners, and then on in the case', async () => {
    const { backend, user } = await openTray();
    await waitFor(async () => expect((await pages())[0]).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('page_give')).toEqual([
        { id: 'k-1', kiriman: 's-2', page: 'h-1', document: 'ktp' },
      ]),
    );
    expect(await screen.findByRole('dialog', { name: 'Tandai keempat sudut KTP' })).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('picture_crop')).toHaveLength(1));
    expect(backend.asked('document_sighting_set')).toEqual([]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(focusedPlace()).toBe('document:npwp'));
  });

  test('whose corners are left for later leads back to its document', async () => {
    const { backend, user } = await openTray();
    await user.click((await pages())[0] as HTMLElement);
    await screen.findByRole('dialog', { name: 'Tandai keempat sudut KTP' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(focusedPlace()).toBe('document:ktp'));
    expect(backend.asked('picture_crop')).toEqual([]);
  });

  test('that was ended meanwhile is told there, and what waits is read again', async () => {
    const backend = new CaseBackend(moment('draf-daring'));
    backend.answer('baki', bakiOf('baki'));
    const { user } = await openTray(backend);
    backend.refuse('page_give', wireError({ code: 'CaseErased', what: 'Kiriman ini sudah diakhiri.' }));
    backend.answer('baki', bakiOf('bakiLewatWaktu'));
    await user.click((await pages())[0] as HTMLElement);
    expect(await within(tray()).findByRole('alert')).toHaveTextContent('Kiriman ini sudah diakhiri.');
    expect(await within(tray()).findByText('Tidak ada halaman yang menunggu')).toBeVisible();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  test('Esc closes the tray, then the case, one at a time', async () => {
    const shown = await openTray();
    await shown.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(shown.closed()).toBe(0);
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Ambil dari Baki'));
    await shown.user.keyboard('{Escape}');
    expect(shown.closed()).toBe(1);
  });

  test('is not shown to whoever may not open pages, and none is asked for', async () => {
    const backend = new CaseBackend(moment('draf-daring'), { baki: { ...bakiOf('baki'), may_open: false } });
    await openTray(backend);
    expect(await within(tray()).findByText('Hanya verifikator yang boleh membuka halaman.')).toBeVisible();
    await new Promise((rest) => setTimeout(rest, 300));
    expect(backend.asked('kiriman_page')).toEqual([]);
  });

  test('when the Baki cannot be read says so, and nothing else happens', async () => {
    const backend = new CaseBackend(moment('draf-daring'));
    backend.refuse('baki', wireError({ what: 'Basis data rusak.' }));
    await openTray(backend);
    expect(await within(tray()).findByRole('alert')).toHaveTextContent('Basis data rusak.');
  });

  test('already given is not offered again', async () => {
    const backend = new CaseBackend(moment('draf-daring'), { baki: bakiOf('bakiTerpakai') });
    await openTray(backend);
    expect(
      await within(tray()).findByText('Semua halaman kiriman permohonan ini sudah dipakai.'),
    ).toBeVisible();
    expect(within(tray()).queryByRole('button', { name: /KTP Slamet/ })).toBeNull();
  });
});
