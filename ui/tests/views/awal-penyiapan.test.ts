import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { loadDraft } from '../../src/setup/draft';
import { REQUIRED_OF_OFFICE } from '../../src/office/office';
import { REQUIRED_OF_OFFICER } from '../../src/office/officer';
import { passwordStrength } from '../../src/office/password';
import { wireError } from '../wire-error';
import { desks } from '../fictional/office';
import { type Shown, startWindow, violations } from '../show';

/** What the program asks of a new office stands in this file of the core. */
const founding = import.meta.glob<string>('../../../src-tauri/core/src/place.rs', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const firstRun = () => startWindow({ desk_state: desks.none });
const press = (name: RegExp | string) => screen.getByRole('button', { name });

async function fillOffice({ user }: Shown) {
  await user.click(await screen.findByRole('button', { name: /Siapkan kantor/ }));
  await user.type(screen.getByLabelText('Pemerintah daerah atau instansi *'), 'Pemerintah Kabupaten Contoh');
  await user.type(screen.getByLabelText('Unit kerja'), 'Sekretariat Daerah');
  await user.type(screen.getByLabelText('Nama layanan *'), 'LPSE Kabupaten Contoh');
  await user.type(screen.getByLabelText('Kontak kantor'), '(0000) 000000');
  await user.type(screen.getByLabelText('Alamat'), 'Jalan Contoh Nomor 1');
  await user.type(screen.getByLabelText('Kota tempat surat diterbitkan *'), 'Contoh');
  await user.type(screen.getByLabelText('Kontak data pribadi'), 'pdp@contoh.example{Enter}');
}

async function fillOfficer({ user }: Shown) {
  await user.type(await screen.findByLabelText('Nama lengkap *'), 'Ratna Purnomo');
  await user.type(screen.getByLabelText('Nama pengguna *'), 'ratna');
  await user.type(screen.getByLabelText('Kata sandi'), 'tiga kata rahasia');
  await user.type(screen.getByLabelText('Ulangi kata sandi'), 'tiga kata rahasia');
}

describe('the first run', () => {
  test('offers three ways in, with the focus on setting up', async () => {
    firstRun();
    await waitFor(() => expect(press(/Siapkan kantor/)).toHaveFocus());
    expect(press(/Buka kantor latihan/)).toBeVisible();
    expect(press(/Buka kantor yang sudah ada/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('opens the practice office, which says so on the screen and in the title', async () => {
    const { backend, user } = firstRun();
    await user.click(await screen.findByRole('button', { name: /Buka kantor latihan/ }));
    expect(await screen.findByText('LATIHAN.')).toBeVisible();
    expect(backend.title).toBe('Loket · LATIHAN');
  });

  test('says what is being made while the practice office is not ready, and starts it once', async () => {
    const { backend, user } = firstRun();
    let ready = () => {};
    backend.answer('practice_open', () => new Promise((resolve) => (ready = () => resolve(desks.practice))));
    const practice = await screen.findByRole('button', { name: /Buka kantor latihan/ });
    await user.click(practice);
    expect(practice).toHaveTextContent('permohonan contoh dan foto kartunya dibuat');
    expect(practice).toHaveAttribute('aria-busy', 'true');
    await user.click(practice);
    expect(backend.asked('practice_open')).toHaveLength(1);
    ready();
    expect(await screen.findByText('LATIHAN.')).toBeVisible();
  });

  test('stays where it is when no folder was chosen', async () => {
    const { backend, user } = firstRun();
    backend.answer('office_choose_folder', null);
    await user.click(await screen.findByRole('button', { name: /Buka kantor yang sudah ada/ }));
    expect(backend.asked('office_open_folder')).toEqual([]);
    expect(press(/Siapkan kantor/)).toBeVisible();
  });

  test('says what is wrong with a folder that holds no office', async () => {
    const { backend, user } = firstRun();
    backend.refuse(
      'office_open_folder',
      wireError({ code: 'OfficeMissing', what: 'Folder kantor tidak ditemukan.' }),
    );
    await user.click(await screen.findByRole('button', { name: /Buka kantor yang sudah ada/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Folder kantor tidak ditemukan.');
  });
});

describe('the setup', () => {
  test('starts in the first empty field', async () => {
    const { user } = firstRun();
    await user.click(await screen.findByRole('button', { name: /Siapkan kantor/ }));
    await waitFor(() => expect(screen.getByLabelText('Pemerintah daerah atau instansi *')).toHaveFocus());
    expect(await violations()).toEqual([]);
  });

  test('does not go on while something is missing, and goes to it', async () => {
    const { user } = firstRun();
    await user.click(await screen.findByRole('button', { name: /Siapkan kantor/ }));
    await user.type(
      screen.getByLabelText('Pemerintah daerah atau instansi *'),
      'Pemerintah Kabupaten Contoh',
    );
    expect(press('Lanjut')).toHaveAttribute('aria-disabled', 'true');
    await user.click(press('Lanjut'));
    expect(press('Lanjut')).toHaveAccessibleDescription(
      'Masih kurang 2: nama layanan, kota tempat surat diterbitkan.',
    );
    const name = screen.getByLabelText('Nama layanan *');
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toHaveAccessibleDescription('Bagian ini perlu diisi.');
    expect(await violations()).toEqual([]);
  });

  test('asks only for what the program asks for: an office without NIP, unit and contact is made', async () => {
    const { backend, user } = firstRun();
    await user.click(await screen.findByRole('button', { name: /Siapkan kantor/ }));
    await user.type(
      screen.getByLabelText('Pemerintah daerah atau instansi *'),
      'Pemerintah Kabupaten Contoh',
    );
    await user.type(screen.getByLabelText('Nama layanan *'), 'LPSE Kabupaten Contoh');
    await user.type(screen.getByLabelText('Kota tempat surat diterbitkan *'), 'Contoh{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Folder kantor')).toHaveFocus());
    await user.keyboard('{Enter}');
    await user.type(await screen.findByLabelText('Nama lengkap *'), 'Ratna Purnomo');
    await user.type(screen.getByLabelText('NIP'), '1988');
    await user.type(screen.getByLabelText('Nama pengguna *'), 'Ratna P');
    await user.type(screen.getByLabelText('Kata sandi'), 'pendek');
    await user.type(screen.getByLabelText('Ulangi kata sandi'), 'pendek{Enter}');
    await waitFor(() =>
      expect(backend.asked('office_create')).toMatchObject([
        {
          office: { unit: '', contact: '' },
          officer: { nip: '1988', username: 'Ratna P', password: 'pendek' },
        },
      ]),
    );
  });

  test('requires no place that the program does not, and every text that it does', () => {
    const places = [
      ...Object.values(founding)
        .join('')
        .matchAll(/"((?:office|officer):\w+)"/g),
    ].map(([, place]) => place);
    // These may be empty; what is wrong in them only the program says.
    const free = ['office:email', 'office:legal_basis', 'officer:nip', 'officer:roles'];
    expect(places.filter((place) => !free.includes(place ?? '')).sort()).toEqual(
      [
        ...REQUIRED_OF_OFFICE.map((key) => `office:${key}`),
        ...REQUIRED_OF_OFFICER.map((key) => `officer:${key}`),
      ].sort(),
    );
  });

  test('leads back to the part with the field that the program misses', async () => {
    const shown = firstRun();
    const missing = [{ guard: 'setup', place: 'office:city' as const, label: 'Kota' }];
    shown.backend.refuse('office_create', wireError({ code: 'InvalidInput', missing }));
    await fillOffice(shown);
    await shown.user.keyboard('{Enter}');
    await fillOfficer(shown);
    await shown.user.keyboard('{Enter}');
    const city = await screen.findByLabelText('Kota tempat surat diterbitkan *');
    await waitFor(() => expect(city).toHaveFocus());
    expect(city).toHaveAccessibleDescription('Bagian ini perlu diisi.');
    await shown.user.keyboard(' Baru{Enter}{Enter}');
    expect(await screen.findByLabelText('Kata sandi')).toHaveValue('tiga kata rahasia');
  });

  test('leads back to the folder when it cannot be taken', async () => {
    const shown = firstRun();
    shown.backend.refuse(
      'office_create',
      wireError({ code: 'OfficeExists', what: 'Folder ini tidak kosong.' }),
    );
    await fillOffice(shown);
    await shown.user.keyboard('{Enter}');
    await fillOfficer(shown);
    await shown.user.keyboard('{Enter}');
    const folder = await screen.findByLabelText('Folder kantor');
    await waitFor(() => expect(folder).toHaveFocus());
    expect(folder).toHaveAccessibleDescription(/^Folder ini tidak kosong\./);
  });

  test('says at the password why the program refuses it, until another is typed', async () => {
    const shown = firstRun();
    shown.backend.refuse(
      'office_create',
      wireError({ code: 'WeakPassword', what: 'Kata sandi memuat nama yang mudah ditebak.' }),
    );
    await fillOffice(shown);
    await shown.user.keyboard('{Enter}');
    await fillOfficer(shown);
    await shown.user.keyboard('{Enter}');
    const password = screen.getByLabelText('Kata sandi');
    await waitFor(() => expect(password).toHaveFocus());
    expect(password).toHaveAccessibleDescription(/^Kata sandi memuat nama yang mudah ditebak\./);
    await shown.user.keyboard('x');
    expect(password).toBeValid();
  });

  test('says at the roles that the first officer must see and manage', async () => {
    const shown = firstRun();
    const label = 'Peran petugas pertama: admin dan verifikator';
    const missing = [{ guard: 'setup', place: 'officer:roles' as const, label }];
    shown.backend.refuse('office_create', wireError({ code: 'InvalidInput', missing }));
    await fillOffice(shown);
    await shown.user.keyboard('{Enter}');
    await fillOfficer(shown);
    await shown.user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(label);
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Verifikator' })).toHaveFocus());
    expect(await violations()).toEqual([]);
  });

  test('says at the NIP and the user name what the program finds wrong in them, until they change', async () => {
    const shown = firstRun();
    const username =
      'Nama pengguna: 3 sampai 32 huruf, angka, titik, tanda hubung, atau garis bawah, tanpa spasi';
    const missing = [
      { guard: 'setup', place: 'officer:username' as const, label: username },
      { guard: 'setup', place: 'officer:nip' as const, label: 'NIP: 18 angka, atau kosong bila tidak ada' },
    ];
    shown.backend.refuse('office_create', wireError({ code: 'InvalidInput', missing }));
    await fillOffice(shown);
    await shown.user.keyboard('{Enter}');
    await fillOfficer(shown);
    await shown.user.keyboard('{Enter}');
    const nip = await screen.findByLabelText('NIP');
    await waitFor(() => expect(nip).toHaveFocus());
    expect(nip).toHaveAccessibleDescription(/^NIP: 18 angka/);
    expect(screen.getByLabelText('Nama pengguna *')).toHaveAccessibleDescription(username);
    expect(await violations()).toEqual([]);
    await shown.user.keyboard('1');
    expect(nip).toBeValid();
  });

  test('says at the legal basis that it ends before it begins', async () => {
    const shown = firstRun();
    const label = 'Dasar hukum 2: tanggal akhir mendahului tanggal mulai';
    const missing = [{ guard: 'setup', place: 'office:legal_basis' as const, label }];
    shown.backend.refuse('office_create', wireError({ code: 'InvalidInput', missing }));
    await fillOffice(shown);
    await shown.user.keyboard('{Enter}');
    await fillOfficer(shown);
    await shown.user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(label);
    expect(await violations()).toEqual([]);
  });

  test('shows the letterhead as the paper prints it: as typed, and with the city', async () => {
    const { user } = firstRun();
    await user.click(await screen.findByRole('button', { name: /Siapkan kantor/ }));
    const type = (label: string, text: string) => user.type(screen.getByLabelText(label), text);
    await type('Pemerintah daerah atau instansi *', 'Pemerintah Kabupaten Contoh');
    await type('Alamat', 'Jalan Contoh Nomor 1');
    await type('Kota tempat surat diterbitkan *', 'Contoh');
    await type('Kontak kantor', 'lpse@contoh.example');
    expect(screen.getByText('Pemerintah Kabupaten Contoh')).toBeVisible();
    expect(screen.getByText('Jalan Contoh Nomor 1 · Contoh · lpse@contoh.example')).toBeVisible();
  });

  test('says that the legal basis can be changed later', async () => {
    const { user } = firstRun();
    await user.click(await screen.findByRole('button', { name: /Siapkan kantor/ }));
    expect(screen.getByText(/Dapat diubah di Setelan\./)).toBeVisible();
  });

  test('names the chosen folder by its last part, and the whole way to whoever points at it', async () => {
    const shown = firstRun();
    await fillOffice(shown);
    await waitFor(() => expect(screen.getByLabelText('Folder kantor')).toHaveFocus());
    await shown.user.keyboard('{Enter}');
    await screen.findByLabelText('Kata sandi');
    const whole = desks.none.default_folder;
    expect(screen.getByTitle(whole)).toHaveTextContent(new RegExp(`^${whole.split(/[\\/]/).at(-1)}$`));
  });

  test('is gone through with Enter alone, from the letterhead to the desk', async () => {
    const shown = firstRun();
    const { backend, user } = shown;
    await fillOffice(shown);
    await waitFor(() => expect(screen.getByLabelText('Folder kantor')).toHaveFocus());
    await user.keyboard('{Enter}');
    await fillOfficer(shown);
    await user.keyboard('{Enter}');

    await user.click(await screen.findByRole('button', { name: 'Cetak lembar' }));
    await user.type(await screen.findByLabelText('Kata ke-4 di lembar'), 'Tenun');
    await user.type(screen.getByLabelText('Kata ke-9 di lembar'), 'sawah{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Buka Loket' }));
    expect(await screen.findByRole('button', { name: /Mulai verifikasi/ })).toBeVisible();

    const [created] = backend.asked('office_create');
    expect(created).toMatchObject({
      folder: desks.none.default_folder,
      office: { name: 'LPSE Kabupaten Contoh', time_zone: 'WIB' },
      officer: { username: 'ratna', nip: '', roles: ['admin', 'verifikator', 'petugas', 'penyetuju'] },
    });
    expect(backend.asked('recovery_confirm')).toEqual([{ first: 'tenun', second: 'sawah' }]);
  });

  test('remembers the letterhead for this run of Loket, and nothing in the WebView', async () => {
    const shown = firstRun();
    await fillOffice(shown);
    await shown.user.keyboard('{Enter}');
    await fillOfficer(shown);
    expect({ ...localStorage }).toEqual({});
    expect(loadDraft('').office.unit).toBe('Sekretariat Daerah');
    expect(JSON.stringify(loadDraft(''))).not.toContain('Ratna');
  });

  test('keeps what was typed when the office could not be made', async () => {
    const shown = firstRun();
    shown.backend.refuse(
      'office_create',
      wireError({ code: 'ReadOnly', what: 'Folder kantor tidak dapat ditulisi.' }),
    );
    await fillOffice(shown);
    await shown.user.keyboard('{Enter}');
    await fillOfficer(shown);
    await shown.user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Folder kantor tidak dapat ditulisi.');
    expect(screen.getByLabelText('Nama lengkap *')).toHaveValue('Ratna Purnomo');
  });

  test('goes back one part with Esc and from the first part to the choice', async () => {
    const shown = firstRun();
    await fillOffice(shown);
    await screen.findByLabelText('Folder kantor');
    await shown.user.keyboard('{Escape}');
    expect(await screen.findByLabelText('Unit kerja')).toHaveValue('Sekretariat Daerah');
    await shown.user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: /Siapkan kantor/ })).toBeVisible();
  });

  test('resumes at the recovery sheet once the office exists', async () => {
    startWindow({ desk_state: desks.setup });
    expect(await screen.findByRole('heading', { name: 'Lembar pemulihan' })).toBeVisible();
    const step = within(screen.getByRole('list', { name: 'Bagian penyiapan' })).getAllByRole('listitem')[3];
    expect(step).toHaveAttribute('aria-current', 'step');
    expect(await violations()).toEqual([]);
  });

  test('asks for the password first when it is resumed after Loket was closed', async () => {
    startWindow({ desk_state: { ...desks.setup, session: null } });
    expect(await screen.findByText(/Penyiapan belum selesai/)).toBeVisible();
    expect(screen.getByLabelText('Kata sandi')).toBeVisible();
  });
});

describe('the recovery sheet', () => {
  const sheet = (answers = {}) => startWindow({ desk_state: desks.setup, ...answers });

  test('shows no word on the screen when it is printed', async () => {
    const { backend, user } = sheet();
    await user.click(await screen.findByRole('button', { name: 'Cetak lembar' }));
    expect(await screen.findByText(/Lembar dikirim ke printer/)).toBeVisible();
    expect(backend.asked('recovery_word')).toEqual([]);
    expect(backend.asked('recovery_print')).toEqual([{ printer: 'Laser A4' }]);
    await waitFor(() => expect(screen.getByLabelText('Kata ke-4 di lembar')).toHaveFocus());
  });

  test('is copied by hand one word at a time where there is no printer', async () => {
    const { backend, user } = sheet({ printers: [] });
    expect(await screen.findByText('Printer tidak ditemukan.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cetak lembar' })).toBeNull();
    await user.click(press('Salin dengan tangan'));
    for (let index = 1; index < 12; index += 1) {
      expect(await screen.findByText(`Kata ke-${index} dari 12`)).toBeVisible();
      await user.keyboard('{Enter}');
    }
    await user.click(await screen.findByRole('button', { name: 'Selesai disalin' }));
    expect(await screen.findByLabelText('Kata ke-9 di lembar')).toBeVisible();
    expect(screen.queryByText(/dari 12/)).toBeNull();
    expect(backend.asked('recovery_word')).toHaveLength(12);
  });

  test('is not confirmed before both words are typed', async () => {
    const { backend, user } = sheet();
    expect(await screen.findByRole('button', { name: 'Lanjut' })).toHaveAccessibleDescription(
      /lembar tercetak/,
    );
    await user.click(await screen.findByRole('button', { name: 'Cetak lembar' }));
    await user.type(await screen.findByLabelText('Kata ke-4 di lembar'), 'tenun{Enter}');
    expect(press('Lanjut')).toHaveAccessibleDescription('Masih kurang 1: kata ke-9.');
    expect(backend.asked('recovery_confirm')).toEqual([]);
  });

  test('says so when a word does not match, and stays', async () => {
    const { backend, user } = sheet();
    backend.refuse(
      'recovery_confirm',
      wireError({ code: 'WrongRecoveryWords', what: 'Kata pemulihan tidak cocok.' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Cetak lembar' }));
    await user.type(await screen.findByLabelText('Kata ke-4 di lembar'), 'tenun');
    await user.type(screen.getByLabelText('Kata ke-9 di lembar'), 'sawit');
    // Nothing calls the words right before the program has.
    expect(document.querySelector('.back svg')).toBeNull();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Kata pemulihan tidak cocok.');
    expect(screen.getByLabelText('Kata ke-9 di lembar')).toHaveValue('sawit');
  });

  test('offers the other way on the same screen when printing fails', async () => {
    const { backend, user } = sheet();
    backend.refuse('recovery_print', wireError({ code: 'PrintFailed', what: 'Printer tidak menjawab.' }));
    await user.click(await screen.findByRole('button', { name: 'Cetak lembar' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Printer tidak menjawab.');
    expect(press('Salin dengan tangan')).toBeVisible();
  });
});

describe('a password', () => {
  test.each([
    ['pendek', 'short'],
    ['', 'short'],
    ['1234567890', 'plain'],
    ['aaaaaaaaaaaa', 'plain'],
    ['abcdefghijkl', 'plain'],
    ['kopi-pahit7', 'fair'],
    ['tiga kata rahasia', 'strong'],
    ['payung merah di teras', 'strong'],
  ])('"%s" is %s', (password, level) => expect(passwordStrength(password).level).toBe(level));
});
