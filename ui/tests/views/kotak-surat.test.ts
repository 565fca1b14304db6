// What an admin says of the mailbox, what a trial of it tells, and what is said when something is wrong.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { MailboxTrial, Role } from '../../src/bindings';
import type { Answers } from '../fake-backend';
import { mailboxOff, mailboxOn } from '../fictional/mail';
import { desks, office, session } from '../fictional/office';
import { rightsOf } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const on: Answers = { mailbox_get: mailboxOn };
const as = (role: Role): Answers => ({
  desk_state: { ...desks.open, session: { ...session, roles: [role], rights: rightsOf(role) } },
});
const wire = (what: string) => {
  const { code, todo, missing } = wireError({ code: 'MailLoginRefused', todo: 'Periksa keduanya.' });
  return { code: code as 'MailLoginRefused', what, todo, missing, wait_seconds: null };
};
const reached: MailboxTrial = {
  inbox: { messages: 42, error: null },
  outbox: { messages: null, error: null },
};

const card = () => screen.findByRole('region', { name: 'Kotak surat' });
const act = async (name: string) => within(await card()).getByRole('button', { name });
const server = (which: 'masuk (IMAP)' | 'keluar (SMTP)') =>
  within(screen.getByRole('group', { name: `Server surat ${which}` }));
const host = (which: Parameters<typeof server>[0]) => server(which).getByLabelText('Nama server');
const port = (which: Parameters<typeof server>[0]) => server(which).getByLabelText('Port');

async function open(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow(answers);
  await screen.findByRole('navigation', { name: 'Bagian' });
  await shown.user.keyboard('{Control>}3{/Control}');
  await within(await card()).findByLabelText('Nama pengguna');
  return shown;
}

async function typed(answers: Answers = {}): Promise<Shown> {
  const shown = await open(answers);
  await shown.user.type(host('masuk (IMAP)'), ' imap.lpse-contoh.example ');
  await shown.user.type(screen.getByLabelText('Nama pengguna'), 'verifikasi');
  await shown.user.type(screen.getByLabelText('Kata sandi surel'), 'sandi aplikasi');
  return shown;
}

describe('the mailbox', () => {
  test('says that it is off, that nothing is connected to before, and has no violation', async () => {
    const { backend } = await open();
    expect(within(await card()).getByText('Mati')).toBeVisible();
    expect(await card()).toHaveTextContent(
      'Loket tidak membuka sambungan apa pun sebelum kotak surat dinyalakan.',
    );
    expect(await card()).toHaveTextContent('Masuk dengan akun Google (OAuth) tidak didukung.');
    expect(within(await card()).queryByRole('button', { name: 'Matikan…' })).toBeNull();
    expect(await violations()).toEqual([]);
    expect(backend.asked('mailbox_try')).toEqual([]);
  });

  test('is turned on with one server alone; the other stays left out', async () => {
    const { backend, user } = await typed();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Kotak surat menyala.')).toBeVisible();
    expect(backend.asked('mailbox_set')).toEqual([
      {
        inbox: { host: 'imap.lpse-contoh.example', port: 993, security: 'tls' },
        outbox: null,
        user: 'verifikasi',
        password: 'sandi aplikasi',
        authority: '',
      },
    ]);
    expect(within(await card()).getByText('Menyala')).toBeVisible();
    expect(screen.getByLabelText('Kata sandi surel')).toHaveValue('');
  });

  test('that is on shows everything but the password, which may stay', async () => {
    const { backend, user } = await open(on);
    expect(host('keluar (SMTP)')).toHaveValue('smtp.lpse-contoh.example');
    expect(screen.getByLabelText('Kata sandi surel')).toHaveAccessibleDescription(
      'Kosongkan untuk memakai kata sandi yang tersimpan.',
    );
    await user.click(await act('Simpan perubahan'));
    expect(await screen.findByText('Perubahan kotak surat tersimpan.')).toBeVisible();
    expect(backend.asked('mailbox_set')).toMatchObject([{ password: '', user: office.email }]);
  });

  test('proposes the port of a way, but never over a port of one’s own', async () => {
    const { user } = await open(on);
    await user.click(screen.getByRole('radio', { name: 'STARTTLS' }));
    expect(port('keluar (SMTP)')).toHaveValue('587');
    await user.click(screen.getByRole('radio', { name: 'TLS langsung' }));
    expect(port('keluar (SMTP)')).toHaveValue('465');
    await user.clear(port('keluar (SMTP)'));
    await user.type(port('keluar (SMTP)'), '2525');
    await user.click(screen.getByRole('radio', { name: 'STARTTLS' }));
    expect(port('keluar (SMTP)')).toHaveValue('2525');
  });

  test.each(['', '0', '65536', 'lima'])('with the port "%s" is neither tried nor kept', async (text) => {
    const { backend, user } = await open(on);
    await user.clear(port('masuk (IMAP)'));
    if (text) await user.type(port('masuk (IMAP)'), text);
    await user.click(await act('Simpan perubahan'));
    await waitFor(() => expect(port('masuk (IMAP)')).toHaveFocus());
    expect(port('masuk (IMAP)')).toHaveAccessibleDescription('Tulis angka 1 sampai 65535.');
    await user.click(await act('Uji sambungan'));
    expect([...backend.asked('mailbox_set'), ...backend.asked('mailbox_try')]).toEqual([]);
  });

  test('does not mind the port of a server that is left out', async () => {
    const { backend, user } = await typed();
    await user.clear(port('keluar (SMTP)'));
    await user.click(await act('Nyalakan'));
    await waitFor(() => expect(backend.asked('mailbox_set')).toMatchObject([{ outbox: null }]));
  });

  test('that the program refuses says why, and what was typed stays', async () => {
    const { backend, user } = await typed();
    backend.refuse('mailbox_set', wireError({ what: 'Belum ada server yang diisi.' }));
    await user.click(await act('Nyalakan'));
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Belum ada server yang diisi.');
    expect(screen.getByLabelText('Kata sandi surel')).toHaveValue('sandi aplikasi');
    expect(within(await card()).getByText('Mati')).toBeVisible();
  });

  test('of the practice office is refused in the words of the program', async () => {
    const { backend, user } = await typed({ desk_state: desks.practice });
    const what = 'Kantor latihan tidak terhubung ke kotak surat.';
    const todo = 'Nyalakan kotak surat di kantor yang sebenarnya.';
    backend.refuse('mailbox_set', wireError({ code: 'TransitionRefused', what, todo }));
    await user.click(await act('Nyalakan'));
    expect(await within(await card()).findByRole('alert')).toHaveTextContent(`${what} ${todo}`);
    expect(within(await card()).getByText('Mati')).toBeVisible();
  });

  test('is kept once, however often Enter is pressed', async () => {
    let answer: () => void = () => undefined;
    const { backend, user } = await typed({
      mailbox_set: () => new Promise((done) => (answer = () => done(mailboxOn))),
    });
    await user.keyboard('{Enter}{Enter}');
    await user.click(await act('Nyalakan'));
    expect(backend.asked('mailbox_set')).toHaveLength(1);
    answer();
    expect(await screen.findByText('Kotak surat menyala.')).toBeVisible();
  });

  test('takes a certificate of one’s own, folded away until it is asked for', async () => {
    const { backend, user } = await typed();
    expect(screen.getByLabelText('Sertifikat penerbit')).not.toBeVisible();
    await user.click(screen.getByText('Server memakai sertifikat sendiri'));
    await user.click(screen.getByLabelText('Sertifikat penerbit'));
    await user.paste('-----BEGIN CERTIFICATE-----');
    await user.click(await act('Nyalakan'));
    await waitFor(() =>
      expect(backend.asked('mailbox_set')).toMatchObject([{ authority: '-----BEGIN CERTIFICATE-----' }]),
    );
  });

  test('that sends says when the office has no address, until it has one', async () => {
    const lacks = { ...mailboxOn, office_address: '' };
    const { backend, user } = await open({ mailbox_get: lacks });
    expect(await card()).toHaveTextContent('Surel kantor belum diisi, jadi surat belum dapat dikirim.');
    await user.type(screen.getByLabelText('Nama pengguna'), 'x');
    backend.answer('mailbox_get', mailboxOn);
    await user.click(await screen.findByRole('button', { name: 'Simpan identitas' }));
    await waitFor(async () => expect(await card()).not.toHaveTextContent('Surel kantor belum diisi'));
    expect(screen.getByLabelText('Nama pengguna')).toHaveValue(`${office.email}x`);
  });

  test('that only reads needs no address of the office', async () => {
    await open({ mailbox_get: { ...mailboxOn, outbox: null, office_address: '' } });
    expect(await card()).not.toHaveTextContent('Surel kantor belum diisi');
  });

  test('that cannot be read says so, and is asked for again', async () => {
    const { backend, user } = startWindow({
      mailbox_get: () => {
        throw wireError({ what: 'Basis data sedang dipakai.' });
      },
    });
    await screen.findByRole('navigation', { name: 'Bagian' });
    await user.keyboard('{Control>}3{/Control}');
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    backend.answer('mailbox_get', mailboxOff);
    await user.click(await act('Coba lagi'));
    expect(await screen.findByLabelText('Nama pengguna')).toBeVisible();
  });

  test.each(['petugas', 'verifikator', 'auditor'] as const)('is not asked for by a %s', async (role) => {
    const { backend, user } = startWindow(as(role));
    await screen.findByRole('navigation', { name: 'Bagian' });
    await user.keyboard('{Control>}3{/Control}');
    await screen.findByText(/Hanya Admin/);
    expect(screen.queryByRole('region', { name: 'Kotak surat' })).toBeNull();
    expect(backend.asked('mailbox_get')).toEqual([]);
  });
});

describe('a trial of the mailbox', () => {
  test('tells of each server that it was reached, and keeps nothing', async () => {
    const { backend, user } = await open({ ...on, mailbox_try: reached });
    await user.click(await act('Uji sambungan'));
    expect(await screen.findByText('Surat masuk: tersambung, 42 pesan.')).toBeVisible();
    expect(screen.getByText('Surat keluar: tersambung.')).toBeVisible();
    expect(backend.asked('mailbox_set')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('tells of one that failed its two sentences beside the other', async () => {
    const outbox = { messages: null, error: wire('Server surel menolak nama atau kata sandi.') };
    const { user } = await open({ ...on, mailbox_try: { ...reached, outbox } });
    await user.click(await act('Uji sambungan'));
    const alert = await within(await card()).findByRole('alert');
    expect(alert).toHaveTextContent('Surat keluar: Server surel menolak nama atau kata sandi.');
    expect(alert).toHaveTextContent('Periksa keduanya.');
    expect(screen.getByText('Surat masuk: tersambung, 42 pesan.')).toBeVisible();
  });

  test('that the program does not begin says why', async () => {
    const { backend, user } = await open(on);
    backend.refuse('mailbox_try', wireError({ what: 'Kata sandi surel belum diisi.' }));
    await user.click(await act('Uji sambungan'));
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Kata sandi surel belum diisi.');
  });

  test('may take its time: it is told, and not begun twice', async () => {
    let answer: () => void = () => undefined;
    const { backend, user } = await open({
      ...on,
      mailbox_try: () => new Promise((done) => (answer = () => done(reached))),
    });
    await user.click(await act('Uji sambungan'));
    expect(screen.getByText('Menguji sambungan. Tunggu paling lama satu menit.')).toBeVisible();
    await user.click(await act('Uji sambungan'));
    expect(backend.asked('mailbox_try')).toHaveLength(1);
    answer();
    expect(await screen.findByText('Surat keluar: tersambung.')).toBeVisible();
    expect(screen.queryByText(/Menguji sambungan/)).toBeNull();
  });

  test.each(['before', 'after'])('is not told of what was typed %s it was answered', async (when) => {
    let answer: () => void = () => undefined;
    const { user } = await open({
      ...on,
      mailbox_try: () => new Promise((done) => (answer = () => done(reached))),
    });
    await user.click(await act('Uji sambungan'));
    const other = () => user.type(host('masuk (IMAP)'), '2');
    if (when === 'before') await other();
    answer();
    await waitFor(() => expect(screen.queryByText(/Menguji sambungan/)).toBeNull());
    if (when === 'after') {
      await screen.findByText('Surat keluar: tersambung.');
      await other();
    }
    expect(screen.queryByText(/tersambung/)).toBeNull();
  });
});

describe('turning the mailbox off', () => {
  test('is asked once, and then it is off, with the focus on that', async () => {
    const { backend, user } = await open(on);
    await user.click(await act('Matikan…'));
    const dialog = await screen.findByRole('dialog', { name: 'Matikan kotak surat' });
    expect(dialog).toHaveTextContent('Kata sandi surel dimusnahkan.');
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Kotak surat dimatikan.')).toBeVisible();
    expect(backend.asked('mailbox_close')).toHaveLength(1);
    await waitFor(async () =>
      expect(
        within(await card())
          .getByText('Mati')
          .closest('[tabindex]'),
      ).toHaveFocus(),
    );
    expect(host('masuk (IMAP)')).toHaveValue('');
  });

  test('is left with Esc, and nothing has happened', async () => {
    const { backend, user } = await open(on);
    await user.click(await act('Matikan…'));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('mailbox_close')).toEqual([]);
    expect(within(await card()).getByText('Menyala')).toBeVisible();
  });

  test('that the program refuses is told in the question', async () => {
    const { backend, user } = await open(on);
    backend.refuse('mailbox_close', wireError({ what: 'Ruang diska habis.' }));
    await user.click(await act('Matikan…'));
    const dialog = await screen.findByRole('dialog');
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(within(await card()).getByText('Menyala')).toBeVisible();
  });
});
