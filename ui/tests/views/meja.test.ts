import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { AgendaView, CaseSummary, Role, SearchResult, WireError } from '../../src/bindings';
import { wireError } from '../wire-error';
import { desks, session } from '../fictional/office';
import { homeOf, rightsOf, timeline } from '../recorded';
import { singleKeysOn } from '../../src/preferences.svelte';
import { startWindow, violations } from '../show';

const home = homeOf('beranda');
const [mariyam, alasRoban] = home.waiting as [CaseSummary, CaseSummary];
const [reban] = home.repairs as [CaseSummary];
const clockWentBack = homeOf('berandaJamMundur').clock_warning as WireError;

const start = () => screen.findByRole('button', { name: /Mulai verifikasi/ });
const as = (role: Role) => ({
  desk_state: { ...desks.open, session: { ...session, roles: [role], rights: rightsOf(role) } },
});

describe('the home', () => {
  test('has the focus on the one next act and no violation', async () => {
    startWindow();
    await waitFor(async () => expect(await start()).toHaveFocus());
    expect(await start()).toHaveAccessibleDescription(/A-04.*Toko Mariyam/);
    expect(await violations()).toEqual([]);
  });

  test.each([
    [false, 'Luring', 'Kotak surat menyala'],
    [true, 'Kotak surat menyala', 'Luring'],
  ])('with a mailbox that is on being %s says "%s"', async (mailbox_on, said, unsaid) => {
    startWindow({ home: { ...home, mailbox_on } });
    expect(await screen.findByText(said)).toBeVisible();
    expect(screen.queryByText(unsaid)).toBeNull();
  });

  test('promises nothing of the network before it is known', async () => {
    startWindow({ home: () => new Promise(() => undefined) });
    expect(await screen.findByRole('button', { name: /^Cari nama/ })).toBeVisible();
    expect(screen.queryByText(/^(Luring|Kotak surat menyala)$/)).toBeNull();
  });

  test('takes the case with Enter', async () => {
    const { backend, user } = startWindow();
    await waitFor(async () => expect(await start()).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('permohonan_start')).toEqual([{ id: mariyam.id }]));
  });

  test('goes on with a case already taken without starting it again', async () => {
    const { backend, user } = startWindow({
      home: { ...home, next: { ...mariyam, status: 'verifikasi' } },
    });
    await user.click(await screen.findByRole('button', { name: /Lanjutkan verifikasi/ }));
    expect(backend.asked('permohonan_start')).toEqual([]);
  });

  test('puts a call that is due first, and Enter opens its case without starting it', async () => {
    const call: AgendaView = {
      id: mariyam.id,
      number: mariyam.number,
      company: mariyam.company,
      state: 'dijadwalkan',
      state_label: 'dijadwalkan',
      start: '2026-11-23T03:00:00Z',
      time: '10.00',
      until: '10.45 WIB',
      verifikator: 'Ratna Purnomo',
      way: 'zoom',
      way_label: 'Zoom',
    };
    const { backend, user } = startWindow({
      home: { ...home, next: { ...mariyam, status: 'terjadwal', channel: 'daring' }, next_call: call },
    });
    const open = await screen.findByRole('button', { name: /Buka panggilan/ });
    expect(open.closest('section')).toHaveTextContent(/Daring, .*Panggilan Zoom pukul 10\.00\./);
    await waitFor(() => expect(open).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: mariyam.id }]));
    expect(backend.asked('permohonan_start')).toEqual([]);
  });

  test('stays and says why when somebody else was quicker', async () => {
    const { backend, user } = startWindow();
    backend.refuse(
      'permohonan_start',
      wireError({ code: 'TransitionRefused', what: 'Sedang ditangani Dewi sejak 09.05.' }),
    );
    await user.click(await start());
    expect(await screen.findByRole('alert')).toHaveTextContent('Sedang ditangani Dewi sejak 09.05.');
  });

  test('lists who waits once, without the next one', async () => {
    startWindow();
    const card = await screen.findByRole('region', { name: /Menunggu di loket 2/ });
    expect(within(card).getByText('CV Alas Roban Sejahtera')).toBeVisible();
    expect(within(card).getByText('PT Lintas Kandeman Digital')).toBeVisible();
    expect(within(card).queryByText('Toko Mariyam')).toBeNull();
  });

  test.each([
    ['Ibu hamil atau membawa bayi', 'Didahulukan: ibu hamil atau membawa bayi.'],
    ['hamil', 'Didahulukan: hamil.'],
  ])('says why the next one goes first in a sentence (%s)', async (priority, sentence) => {
    startWindow({ home: { ...home, next: { ...mariyam, waiting_minutes: 69, priority } } });
    await start();
    expect(screen.getByText(/Menunggu 1 jam 9 menit\./)).toHaveTextContent(
      `Menunggu 1 jam 9 menit. ${sentence}`,
    );
  });

  test('shows no full NIK or NPWP anywhere', async () => {
    const { container } = startWindow();
    await start();
    expect(container.textContent).not.toMatch(/\d{15,}/);
  });

  test('has the number to call beside the sentence about SIKAP, as the program gives it', async () => {
    const [open] = home.sikap as [CaseSummary];
    const masked = { ...open, id: 'k-13', phone: '****-****-9003' };
    startWindow({ home: { ...home, sikap: [open, masked] } });
    const card = await screen.findByRole('region', { name: /Tindak lanjut SIKAP 2/ });
    const rows = await within(card).findAllByRole('button', { name: /Hubungi pelaku usaha/ });
    expect(rows[0]).toHaveTextContent('Hubungi pelaku usaha paling lambat 26 November 2026 0812-0000-9003');
    expect(rows[1]).toHaveTextContent('Hubungi pelaku usaha paling lambat 26 November 2026 ****-****-9003');
  });

  test('names the cases past the limit, and only when there are any', async () => {
    const { backend, user } = startWindow({ home: { ...home, late: [reban] } });
    const desk = await screen.findByRole('region', { name: 'Di meja ini' });
    const heading = await within(desk).findByRole('heading', { name: /Lewat batas verifikasi 1/ });
    const group = heading.parentElement as HTMLElement;
    await user.click(within(group).getByRole('button', { name: /PT Reban Karya Utama/ }));
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: reban.id }]));
  });

  test('says nothing of a limit that no case has passed', async () => {
    startWindow();
    await start();
    expect(screen.queryByText(/Lewat batas verifikasi/)).toBeNull();
  });

  test('names the cases whose letter was refused, says that nobody was told, and opens one', async () => {
    const { backend, user } = startWindow({ home: { ...home, letters_refused: [reban] } });
    const desk = await screen.findByRole('region', { name: 'Di meja ini' });
    const heading = await within(desk).findByRole('heading', { name: /Surat ditolak 1/ });
    const group = heading.parentElement as HTMLElement;
    expect(group).toHaveTextContent('Pelaku usaha belum tahu. Hubungi dengan cara lain.');
    expect(await violations()).toEqual([]);
    await user.click(within(group).getByRole('button', { name: /PT Reban Karya Utama/ }));
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: reban.id }]));
  });

  test('says nothing of letters while none was refused', async () => {
    startWindow();
    await start();
    expect(screen.queryByText(/Surat ditolak|Pelaku usaha belum tahu/)).toBeNull();
  });

  test('offers a new guest when nobody waits, and N does the same', async () => {
    const { user } = startWindow({ home: homeOf('berandaKosong') });
    expect(await screen.findByText('Tidak ada yang menunggu')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: /Tamu baru/ })).toHaveFocus());
    expect(await violations()).toEqual([]);
    await user.keyboard('n');
    await waitFor(() => expect(screen.queryByText('Tidak ada yang menunggu')).toBeNull());
  });

  test('offers an auditor neither the case nor a new guest', async () => {
    const { backend, user } = startWindow(as('auditor'));
    expect(await screen.findByRole('button', { name: /Buka permohonan/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Tamu baru/ })).toBeNull();
    await user.keyboard('n');
    expect(backend.asked('permohonan_start')).toEqual([]);
  });

  test('says what was recovered after a power cut', async () => {
    startWindow({ home: homeOf('berandaPulih') });
    expect(await screen.findByText('Loket tertutup saat verifikasi pukul 09.12.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Lanjutkan Toko Mariyam' })).toBeVisible();
  });

  test('says the day too when the power went on another day', async () => {
    startWindow({ home: { ...home, recovered: { at: '2026-11-20T04:31:00Z', cases: [] } } });
    expect(
      await screen.findByText('Loket tertutup saat verifikasi pada 20 November 2026 pukul 11.31.'),
    ).toBeVisible();
  });

  test('warns of a clock that went back until somebody confirms it', async () => {
    const { backend, user } = startWindow({ home: homeOf('berandaJamMundur') });
    await screen.findByText(clockWentBack.what);
    backend.answer('home', home);
    await user.click(screen.getByRole('button', { name: 'Jam sudah benar' }));
    await waitFor(() => expect(screen.queryByText(clockWentBack.what)).toBeNull());
    expect(backend.asked('clock_confirm')).toHaveLength(1);
  });

  test('says that the log is broken as an error', async () => {
    startWindow({ home: { ...home, log_ok: false } });
    expect(await screen.findByRole('alert')).toHaveTextContent('Catatan kantor tidak utuh.');
  });

  test('says that reading failed and can be asked again', async () => {
    const { backend, user } = startWindow();
    await start();
    backend.refuse(
      'home',
      wireError({ code: 'FileLocked', what: 'Data kantor sedang dipakai program lain.' }),
    );
    await user.keyboard('{Control>}2{/Control}{Control>}1{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Data kantor sedang dipakai program lain.');
    // The last known list stays.
    expect(screen.getByText('CV Alas Roban Sejahtera')).toBeVisible();
    backend.answer('home', home);
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  test('says what this desk cannot do now', async () => {
    startWindow({ printers: [] });
    expect(await screen.findByText('Printer tidak terhubung. Bukti dapat dicetak nanti.')).toBeVisible();
    expect(screen.getByText('Catatan utuh, diperiksa 07.48')).toBeVisible();
  });
});

describe('the archive', () => {
  async function open(answers = {}) {
    const shown = startWindow(answers);
    await start();
    await shown.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('heading', { name: 'Arsip' });
    return shown;
  }
  const field = () => screen.getByLabelText('Cari nama, NPWP, NIK, atau nomor');

  test('opens with Ctrl+K in the search field, newest first, without a violation', async () => {
    await open();
    await waitFor(() => expect(field()).toHaveFocus());
    expect(await screen.findByText('Terbaru')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('searches while one types', async () => {
    const { backend, user } = await open();
    await user.type(field(), 'mariyam');
    expect(await screen.findByText('1 ditemukan')).toBeVisible();
    expect(backend.asked('search').at(-1)).toEqual({ text: 'mariyam', limit: 50 });
  });

  test('is walked by the arrow keys, down into the rows and up to the field', async () => {
    const { user } = await open();
    await screen.findByText('Terbaru');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('button', { name: /CV Alas Roban Sejahtera Wulan/ })).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(field()).toHaveFocus();
  });

  test('never lets an older, slower answer replace a newer one', async () => {
    const slow: ((result: SearchResult) => void)[] = [];
    const { backend, user } = await open();
    await screen.findByText('Terbaru');
    backend.answer('search', () => new Promise<SearchResult>((resolve) => slow.push(resolve)));
    await user.type(field(), 'a');
    await waitFor(() => expect(slow).toHaveLength(1));
    await user.type(field(), 'l');
    await waitFor(() => expect(slow).toHaveLength(2));
    slow[1]?.({ cases: [alasRoban], total: 1 });
    await screen.findByText('1 ditemukan');
    slow[0]?.({ cases: home.waiting, total: 3 });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(screen.getByText('1 ditemukan')).toBeVisible();
  });

  test('opens the only answer with Enter, and goes to the first of several', async () => {
    const { backend, user } = await open();
    await user.type(field(), 'a{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: /Toko Mariyam Siti/ })).toHaveFocus());
    expect(backend.asked('permohonan_get')).toEqual([]);
    await user.clear(field());
    await user.type(field(), 'mariyam{Enter}');
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: mariyam.id }]));
  });

  test('says what to try when nothing is found', async () => {
    const { user } = await open();
    await user.type(field(), 'tidak ada begini');
    expect(await screen.findByText('Tidak ditemukan')).toBeVisible();
    expect(screen.getByText(/empat angka terakhir/)).toBeVisible();
  });

  test('empties the field with the first Esc and goes back with the second', async () => {
    const { user } = await open();
    await user.type(field(), 'siti{Escape}');
    expect(field()).toHaveValue('');
    await user.keyboard('{Escape}');
    expect(await start()).toBeVisible();
  });

  test('shows the timeline of a case from the log, and Esc comes back to it', async () => {
    const { backend, user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Riwayat CV Alas Roban Sejahtera' }));
    expect(await screen.findByText('Senin, 23 November 2026')).toBeVisible();
    expect(screen.getByText(`Ratna Purnomo, verifikator · Catatan ke-${timeline.at(-1)?.seq}`)).toBeVisible();
    expect(backend.asked('permohonan_timeline')).toEqual([{ id: alasRoban.id }]);
    expect(await violations()).toEqual([]);
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: 'Arsip' })).toBeVisible();
  });
});

describe('the settings', () => {
  async function open(answers = {}) {
    const shown = startWindow(answers);
    await start();
    await shown.user.keyboard('{Control>}3{/Control}');
    await screen.findByRole('heading', { name: 'Setelan' });
    return shown;
  }

  test('have no violation', async () => {
    await open();
    await screen.findByLabelText('Nama layanan *');
    expect(await violations()).toEqual([]);
  });

  test('do not send to the place where one already is', async () => {
    await open();
    expect(await screen.findByText(/Dicetak pada Bukti/)).toHaveTextContent(/berlakunya\.$/);
  });

  test('change the theme at once and keep it on this computer', async () => {
    const { backend, user } = await open();
    await user.click(screen.getByRole('radio', { name: 'Gelap' }));
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    expect(backend.asked('preferences_set')).toEqual([{ theme: 'dark', single_keys: true }]);
    await user.click(screen.getByRole('radio', { name: 'Ikuti sistem' }));
    expect(document.documentElement).not.toHaveAttribute('data-theme');
  });

  test('come back as the program kept them', async () => {
    startWindow({ preferences_get: { theme: 'dark', single_keys: false } });
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-theme', 'dark'));
    expect(singleKeysOn()).toBe(false);
  });

  test('change the password and forget all three', async () => {
    const { backend, user } = await open();
    await user.type(screen.getByLabelText('Kata sandi sekarang'), 'tiga kata rahasia');
    await user.type(screen.getByLabelText('Kata sandi baru'), 'payung merah di teras');
    await user.type(screen.getByLabelText('Ulangi kata sandi baru'), 'payung merah di teras{Enter}');
    expect(await screen.findByText('Kata sandi sudah diganti.')).toBeVisible();
    expect(backend.asked('session_change_password')).toEqual([
      { old: 'tiga kata rahasia', new: 'payung merah di teras' },
    ]);
    for (const label of ['Kata sandi sekarang', 'Kata sandi baru', 'Ulangi kata sandi baru']) {
      expect(screen.getByLabelText(label)).toHaveValue('');
    }
  });

  test('refuse two different new passwords before asking the program', async () => {
    const { backend, user } = await open();
    await user.type(screen.getByLabelText('Kata sandi sekarang'), 'tiga kata rahasia');
    await user.type(screen.getByLabelText('Kata sandi baru'), 'payung merah di teras');
    await user.type(screen.getByLabelText('Ulangi kata sandi baru'), 'payung biru di teras{Enter}');
    expect(screen.getByLabelText('Ulangi kata sandi baru')).toBeInvalid();
    expect(backend.asked('session_change_password')).toEqual([]);
  });

  test('let an admin correct the letterhead', async () => {
    const { backend, user } = await open();
    const field = await screen.findByLabelText('Nama layanan *');
    await user.clear(field);
    await user.type(field, 'LPSE Kota Contoh');
    await user.click(screen.getByRole('button', { name: 'Simpan identitas' }));
    expect(await screen.findByText('Identitas kantor tersimpan.')).toBeVisible();
    expect(backend.asked('office_set')).toMatchObject([{ name: 'LPSE Kota Contoh' }]);
  });

  test('show others the letterhead without fields, and no recovery sheet', async () => {
    await open(as('verifikator'));
    expect(await screen.findByText(/Hanya Admin/)).toBeVisible();
    expect(screen.queryByLabelText('Nama layanan *')).toBeNull();
    expect(screen.queryByText('Lembar pemulihan')).toBeNull();
  });
});

describe('the window', () => {
  test('lists the keys of the screen under F1, and Esc closes only the help', async () => {
    const { user } = startWindow();
    await start();
    await user.keyboard('{Control>}2{/Control}');
    await screen.findByRole('heading', { name: 'Arsip' });
    await user.keyboard('{F1}');
    const help = await screen.findByRole('dialog', { name: 'Panduan' });
    expect(within(help).getByText('Kunci layar')).toBeVisible();
    expect(within(help).getByText('Verifikasi dokumen')).toBeVisible();
    expect(await violations(help)).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('heading', { name: 'Arsip' })).toBeVisible();
  });

  test('is locked with Ctrl+L also from under the help', async () => {
    const { user } = startWindow();
    await start();
    await user.keyboard('{F1}');
    await screen.findByRole('dialog');
    await user.keyboard('{Control>}l{/Control}');
    expect(await screen.findByText('Loket terkunci')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('shows the lock when the program is already locked', async () => {
    const { backend, user } = startWindow();
    await start();
    backend.answer('desk_state', desks.locked);
    backend.refuse('search', wireError({ code: 'Locked', what: 'Loket terkunci.' }));
    await user.keyboard('{Control>}k{/Control}');
    expect(await screen.findByRole('button', { name: 'Buka kunci' })).toBeVisible();
  });

  test('puts the focus into the part one has gone to', async () => {
    const { user } = startWindow();
    await waitFor(async () => expect(await start()).toHaveFocus());
    await user.keyboard('{Control>}3{/Control}');
    await screen.findByRole('heading', { name: 'Setelan' });
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  test('is called Loket and nothing else', async () => {
    const { backend } = startWindow();
    await start();
    expect(backend.title).toBe('Loket');
    expect(document.title).toBe('Loket');
  });

  test('says what happened when the program cannot tell its state, and asks again', async () => {
    const { backend, user } = startWindow({
      desk_state: () => {
        throw wireError({ code: 'DatabaseNewer', what: 'Basis data ini dari Loket yang lebih baru.' });
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Basis data ini dari Loket yang lebih baru.');
    backend.answer('desk_state', desks.locked);
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByText('Loket terkunci')).toBeVisible();
  });

  test('keeps short messages under Ctrl+J', async () => {
    const { user } = startWindow();
    await start();
    await user.keyboard('{Control>}j{/Control}');
    expect(await screen.findByText('Belum ada pesan.')).toBeVisible();
  });
});
