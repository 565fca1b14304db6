// The inbox of the office beside the Baki: listed, taken and set aside by keyboard, and what is said when the
// server is out of reach or one message cannot be had.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InboxView, KirimanView } from '../../src/bindings';
import '../case-show';
import type { Answers } from '../fake-backend';
import { inbox } from '../fictional/mail';
import { bakiOf } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const full = { ...bakiOf('baki'), reads_mail: true };
const [mail] = full.kiriman as [KirimanView];
const came: KirimanView = { ...mail, id: 's-9', sender_name: 'Tirta Abadi', source: 'kotak_surat' };
const away = wireError({
  code: 'MailServerUnreachable',
  what: 'Server surel tidak terjangkau.',
  todo: 'Periksa sambungan internet.',
});

beforeEach(() => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:loket');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

const card = () => screen.findByRole('region', { name: /^Kotak masuk kantor/ });
const list = async () => within(await card()).findByRole('list');
const rows = async () => within(await list()).queryAllByRole('listitem');
const button = async (index: number, name = 'Ambil ke Baki') =>
  within((await rows())[index] as HTMLElement).getByRole('button', { name });
const check = () => screen.findByRole('button', { name: 'Periksa kotak surat' });
const kiriman = (name: RegExp) =>
  within(screen.getByRole('list', { name: 'Kiriman' })).getByRole('button', { name });

async function openBaki(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow({ baki: full, inbox_list: inbox, inbox_take: came, ...answers });
  await screen.findByRole('button', { name: /^Baki/ });
  await shown.user.keyboard('{F7}');
  await screen.findByRole('heading', { name: 'Baki' });
  return shown;
}

/** With the focus in the Baki, as it opens. */
async function opened(answers: Answers = {}): Promise<Shown> {
  const shown = await openBaki(answers);
  await card();
  await waitFor(() => expect(kiriman(/^Slamet Riyadi/)).toHaveFocus());
  return shown;
}

/** An answer that comes when the test says so. */
function later<T>(): { answer: () => Promise<T>; come: (value: T) => void; fail: (error: unknown) => void } {
  let come: (value: T) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const answer = () =>
    new Promise<T>((resolve, reject) => {
      come = resolve;
      fail = reject;
    });
  return { answer, come: (value) => come(value), fail: (error) => fail(error) };
}

describe('the inbox', () => {
  test('lists what nobody has looked at, without a violation, and leaves the focus in the Baki', async () => {
    const { backend } = await opened();
    const [first, second] = await rows();
    expect(await rows()).toHaveLength(2);
    for (const words of ['Tirta Abadi', 'cv@tirtaabadi.example', 'Akun penyedia baru'])
      expect(first).toHaveTextContent(words);
    expect(first).toHaveTextContent('Diterima 23 Nov 07.41 · 2,4 MB · lampiran');
    expect(second).toHaveTextContent('info@warta.example Tanpa perihal Diterima 23 Nov 07.41 · 800 B');
    expect(second).not.toHaveTextContent('lampiran');
    expect(await button(0)).toHaveAccessibleDescription(/Tirta Abadi/);
    expect(await card()).toHaveTextContent('2 surat baru.');
    expect(backend.asked('inbox_list')).toHaveLength(1);
    expect(await violations()).toEqual([]);
  });

  test('of an office without a mailbox is not there at all', async () => {
    const { backend, user } = await openBaki({ baki: { ...full, reads_mail: false } });
    await waitFor(() => expect(kiriman(/^Slamet Riyadi/)).toHaveFocus());
    expect(screen.queryByText(/Kotak masuk kantor|Kotak surat kantor/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Periksa kotak surat' })).toBeNull();
    await user.keyboard('k');
    expect(backend.asked('inbox_list')).toEqual([]);
  });

  test('is not asked for before the Baki is known', async () => {
    const { backend } = await openBaki({ baki: () => new Promise(() => undefined) });
    expect(screen.queryByText(/Kotak masuk kantor/)).toBeNull();
    expect(backend.asked('inbox_list')).toEqual([]);
  });

  test('is not asked for where the Baki cannot be read, and comes with it', async () => {
    const { backend, user } = await openBaki({
      baki: () => {
        throw wireError({ what: 'Basis data sedang dipakai.' });
      },
    });
    expect(await screen.findByText('Basis data sedang dipakai.')).toBeVisible();
    expect(backend.asked('inbox_list')).toEqual([]);
    backend.answer('baki', full);
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  test('is asked for once, however often the Baki is read again', async () => {
    const { backend } = await opened();
    backend.drop({ kind: 'drop', files: [new File(['x'], 'satu.eml')] });
    await waitFor(() => expect(backend.asked('baki').length).toBeGreaterThan(1));
    expect(backend.asked('inbox_list')).toHaveLength(1);
  });

  test('that a server refuses although the Baki says it is on is told, and asked for no more', async () => {
    const { backend } = await openBaki({
      inbox_list: () => {
        throw wireError({ code: 'MailboxOff', what: 'Kotak surat kantor belum dinyalakan.' });
      },
    });
    expect(await within(await card()).findByText('Kotak surat kantor belum dinyalakan.')).toBeVisible();
    expect(backend.asked('inbox_list')).toHaveLength(1);
  });

  test('that was turned off meanwhile goes away, and the Baki stays', async () => {
    const { backend, user } = await opened();
    backend.refuse('inbox_list', wireError({ code: 'MailboxOff' }));
    backend.answer('baki', { ...full, reads_mail: false });
    await user.click(await check());
    await waitFor(() => expect(screen.queryByText(/Kotak masuk kantor/)).toBeNull());
    expect(kiriman(/^Slamet Riyadi/)).toBeVisible();
  });

  test('also shows what was taken or set aside when asked to', async () => {
    const { user } = await opened();
    await user.click(screen.getByLabelText('Tampilkan juga yang sudah diambil atau disisihkan (2)'));
    const all = await rows();
    expect(all).toHaveLength(4);
    expect(all[2]).toHaveTextContent('Sudah diambil');
    expect(within(all[2] as HTMLElement).queryByRole('button')).toBeNull();
    expect(all[3]).toHaveTextContent('Disisihkan');
    expect(within(all[3] as HTMLElement).queryByRole('button', { name: 'Sisihkan' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('that was cut says so, and an empty one too', async () => {
    await opened({ inbox_list: { messages: [], is_cut: true } });
    expect(await card()).toHaveTextContent('Hanya 1.000 surat terbaru yang ditampilkan.');
    expect(await card()).toHaveTextContent('Tidak ada surat baru.');
    expect(screen.queryByText('Panah berpindah, Enter mengambil.')).toBeNull();
  });

  test('may take its time: the Baki is used meanwhile, and the list is not asked for twice', async () => {
    const slow = later<InboxView>();
    const { backend, user } = await openBaki({ inbox_list: slow.answer });
    await waitFor(() => expect(kiriman(/^Slamet Riyadi/)).toHaveFocus());
    expect(await within(await card()).findAllByText('Memeriksa kotak surat…')).not.toHaveLength(0);
    await user.keyboard('{ArrowDown}');
    expect(kiriman(/^npwp alas roban.jpg/)).toHaveFocus();
    await user.click(await check());
    expect(backend.asked('inbox_list')).toHaveLength(1);
    slow.come(inbox);
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  test('that is out of reach says so calmly, the Baki works, and it is tried again', async () => {
    const { backend, user } = await opened({
      inbox_list: () => {
        throw away;
      },
    });
    const told = within(await card())
      .getByText('Server surel tidak terjangkau.')
      .closest('[role]');
    expect(told).toHaveAttribute('role', 'status');
    expect(told).toHaveTextContent('Periksa sambungan internet.');
    expect(screen.queryByRole('alert')).toBeNull();
    backend.answer('inbox_list', inbox);
    await user.click(within(await card()).getByRole('button', { name: 'Coba lagi' }));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(screen.queryByText('Server surel tidak terjangkau.')).toBeNull();
  });

  test('that was listed before stays when it is out of reach now', async () => {
    const { backend, user } = await opened();
    backend.refuse('inbox_list', away);
    await user.keyboard('k');
    expect(await screen.findByText('Server surel tidak terjangkau.')).toBeVisible();
    expect(await rows()).toHaveLength(2);
  });
});

describe('a message', () => {
  test('is reached with K, walked to by arrows and taken with Enter; the focus follows it', async () => {
    const { backend, user } = await opened();
    await user.keyboard('k');
    await waitFor(async () => expect(await button(0)).toHaveFocus());
    await user.keyboard('{ArrowDown}');
    expect(await button(1)).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(await button(1, 'Sisihkan')).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowUp}{Enter}');
    await waitFor(() => expect(kiriman(/^Tirta Abadi/)).toHaveFocus());
    expect(backend.asked('inbox_take')).toEqual([{ validity: 7, uid: 14 }]);
    expect(screen.getByRole('region', { name: 'Tirta Abadi' })).toBeVisible();
    expect(await rows()).toHaveLength(1);
    expect(screen.getByLabelText(/sudah diambil atau disisihkan \(3\)/)).toBeVisible();
  });

  test('is reached by Tab once, however many there are', async () => {
    await opened();
    const stops = within(await list())
      .getAllByRole('button')
      .filter((each) => each.tabIndex === 0);
    expect(stops).toEqual([await button(0), await button(0, 'Sisihkan')]);
  });

  test('is taken once, however often Enter is pressed, and the list may be asked for meanwhile', async () => {
    const slow = later<KirimanView>();
    const { backend, user } = await opened({ inbox_take: slow.answer });
    (await button(0)).focus();
    await user.keyboard('{Enter}{Enter}');
    expect(backend.asked('inbox_take')).toHaveLength(1);
    expect(await button(0)).toHaveAttribute('aria-busy', 'true');
    slow.come(came);
    await waitFor(() => expect(kiriman(/^Tirta Abadi/)).toHaveFocus());
  });

  test('that comes after one has gone on is in the Baki, and takes nobody away', async () => {
    const slow = later<KirimanView>();
    const { user } = await opened({ inbox_take: slow.answer });
    await user.click(await button(0));
    await user.click(kiriman(/^npwp alas roban.jpg/));
    slow.come(came);
    await waitFor(() => expect(kiriman(/^Tirta Abadi/)).toBeVisible());
    expect(kiriman(/^npwp alas roban.jpg/)).toHaveFocus();
    expect(kiriman(/^npwp alas roban.jpg/)).toHaveAttribute('aria-current', 'true');
  });

  test('that comes while a question is open leaves the question as it is', async () => {
    const slow = later<KirimanView>();
    const { user } = await opened({ inbox_take: slow.answer });
    await user.click(await button(0));
    await user.keyboard('a');
    const dialog = await screen.findByRole('dialog', { name: 'Akhiri kiriman' });
    slow.come(came);
    await screen.findByText('1 surat baru.');
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    expect(screen.queryByRole('region', { name: 'Tirta Abadi', hidden: true })).toBeNull();
  });

  test('that a list on its way does not know to be taken is not offered again', async () => {
    const { backend, user } = await opened();
    const slow = later<InboxView>();
    backend.answer('inbox_list', slow.answer);
    await user.keyboard('k');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    slow.come(inbox);
    await waitFor(() => expect(screen.queryByText('Memeriksa kotak surat…')).toBeNull());
    expect(await rows()).toHaveLength(1);
  });

  test('that cannot be had says why in its row, and the others stay as they were', async () => {
    const { backend, user } = await opened();
    backend.refuse(
      'inbox_take',
      wireError({
        code: 'AttachmentTooLarge',
        what: 'Berkas ini terlalu besar.',
        todo: 'Minta dikirim ulang.',
      }),
    );
    await user.click(await button(1));
    const alert = await screen.findByRole('alert');
    expect((await rows())[1]).toContainElement(alert);
    expect(alert).toHaveTextContent('Berkas ini terlalu besar. Minta dikirim ulang.');
    expect(await rows()).toHaveLength(2);
    expect(await button(1)).toHaveFocus();
    backend.answer('inbox_take', came);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(kiriman(/^Tirta Abadi/)).toHaveFocus());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is set aside with the second button, and the next one has the focus', async () => {
    const { backend, user } = await opened();
    (await button(0)).focus();
    await user.keyboard('{ArrowRight}{Enter}');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect(backend.asked('inbox_set_aside')).toEqual([{ validity: 7, uid: 14 }]);
    await waitFor(async () => expect(await button(0)).toHaveFocus());
    await user.keyboard('{ArrowRight}{Enter}');
    await waitFor(async () => expect(await card()).toHaveTextContent('Tidak ada surat baru.'));
    expect(document.activeElement).toContainElement(await card());
  });

  test('that could not be set aside says why, and stays', async () => {
    const { backend, user } = await opened();
    backend.refuse('inbox_set_aside', wireError({ what: 'Ruang diska habis.' }));
    await user.click(await button(0, 'Sisihkan'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(await rows()).toHaveLength(2);
  });

  test('that was set aside by mistake is taken all the same', async () => {
    const { backend, user } = await opened();
    await user.click(screen.getByLabelText(/Tampilkan juga/));
    await user.click(await button(3));
    await waitFor(() => expect(backend.asked('inbox_take')).toEqual([{ validity: 7, uid: 11 }]));
    await waitFor(() => expect(kiriman(/^Tirta Abadi/)).toHaveFocus());
    expect((await rows())[3]).toHaveTextContent('Sudah diambil');
  });

  test('goes into a Baki that holds nothing yet', async () => {
    const { user } = await openBaki({ baki: { ...full, kiriman: [] } });
    await user.click(await button(0));
    await waitFor(() => expect(kiriman(/^Tirta Abadi/)).toHaveFocus());
    expect(screen.queryByText('Baki kosong')).toBeNull();
  });

  test('that a list of the Baki holds already stands there once', async () => {
    const slow = later<KirimanView>();
    const { backend, user } = await opened({ inbox_take: slow.answer });
    await user.click(await button(0));
    backend.answer('baki', { ...full, kiriman: [came, ...full.kiriman] });
    backend.drop({ kind: 'drop', files: [new File(['x'], 'satu.eml')] });
    await waitFor(() => expect(kiriman(/^Tirta Abadi/)).toBeVisible());
    slow.come(came);
    await screen.findByText('1 surat baru.');
    expect(kiriman(/^Tirta Abadi/)).toBeVisible();
  });
});
