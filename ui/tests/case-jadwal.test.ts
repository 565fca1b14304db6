// The appointment of a case from afar, by keyboard alone: chosen, moved, announced, missed, begun; and what is said
// when the program refuses.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Agenda, Role } from '../src/bindings';
import { showCase } from './case-show';
import { CaseBackend } from './fake-case';
import type { Answers } from './fake-backend';
import { session } from './fictional/office';
import { agendaOf, moment, noticeText, rightsOf, type Moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const week = agendaOf('agendaKosong');
const taken = wireError({
  code: 'GuardFailed',
  what: 'Masih ada yang kurang.',
  missing: [{ guard: 'T-10', place: 'schedule', label: 'Waktu itu sudah terisi' }],
});
const as = (role: Role) => ({ ...session, roles: [role], rights: rightsOf(role) });
const at = (name: Moment, answers: Answers = {}) => showCase(new CaseBackend(moment(name), answers));
const slot = (name: RegExp) => screen.findByRole('button', { name });
const first = () => slot(/^Senin, 23 November 2026, 09\.00–09\.45 WIB/);
const act = () => screen.getByRole('button', { name: /Tetapkan jadwal/ });
const join = () => screen.getByLabelText('Tautan atau nomor panggilan');
/** The week as it is, but for one day. */
const withDay = (index: number, change: Partial<Agenda['days'][number]>): Agenda => ({
  ...week,
  days: week.days.map((day, at) => (at === index ? { ...day, ...change } : day)),
});
afterEach(() => vi.restoreAllMocks());

describe('a case that waits for its day', () => {
  test('is promised one by arrows, Enter, the link and Enter', async () => {
    const { backend, user } = await at('menunggu-jadwal');
    await waitFor(async () => expect(await first()).toHaveFocus());
    expect(backend.asked('agenda')).toEqual([{ id: 'k-1', from: null, days: 7 }]);
    await user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    await waitFor(() => expect(join()).toHaveFocus());
    await user.keyboard('https://rapat.contoh.example/j/1{Enter}');
    await waitFor(() => expect(act()).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('session_schedule')).toEqual([
        {
          id: 'k-1',
          day: '2026-11-24',
          time: '09.45',
          verifikator: 'o-1',
          way: 'zoom',
          join: 'https://rapat.contoh.example/j/1',
          reason: '',
        },
      ]),
    );
    expect(await screen.findByRole('region', { name: 'Teks undangan' })).toBeVisible();
  });

  test('has no violation', async () => {
    await at('menunggu-jadwal');
    await first();
    expect(await violations()).toEqual([]);
  });

  test('says what is missing until a time is chosen, and Ctrl+Enter leads there', async () => {
    const { backend, user } = await at('menunggu-jadwal');
    await first();
    expect(act()).toHaveAccessibleDescription(/Waktu yang masih kosong/);
    join().focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(backend.asked('session_schedule')).toEqual([]);
    await user.click(await first());
    expect(act()).not.toHaveAttribute('aria-disabled');
  });

  test('whose time was taken meanwhile is told so, and the times are read again', async () => {
    const { backend, user } = await at('menunggu-jadwal');
    await user.click(await first());
    backend.refuse('session_schedule', taken);
    backend.answer('agenda', withDay(0, { slots: week.days[0]?.slots.slice(1) ?? [] }));
    await user.click(act());
    expect(await screen.findByText('Waktu itu sudah terisi', { selector: 'li button' })).toBeVisible();
    await waitFor(() => expect(backend.asked('agenda')).toHaveLength(2));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^Senin, 23 November 2026, 09\.00/ })).toBeNull(),
    );
    expect(screen.getByText('Waktu belum dipilih.')).toBeVisible();
    expect(act()).toHaveAttribute('aria-disabled', 'true');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-slot', '2026-11-23 09.45'));
  });

  test('keeps the chosen time when something else was refused', async () => {
    const { backend, user } = await at('menunggu-jadwal');
    await user.click(await first());
    backend.refuse('session_schedule', wireError({ code: 'DiskFull', what: 'Ruang diska habis.' }));
    await user.click(act());
    expect(await screen.findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    await waitFor(async () => expect(await first()).toHaveAttribute('aria-pressed', 'true'));
  });

  test.each([
    ['a holiday', { holiday: 'Hari Guru', slots: [] }, 'Libur: Hari Guru'],
    ['a day without service', { windows: [], slots: [] }, 'Tidak ada layanan daring'],
    ['a full day', { slots: [] }, 'Semua waktu sudah terisi'],
  ])('says of %s why it has no times, and the arrows pass it over', async (_, change, words) => {
    const { user } = await at('menunggu-jadwal', { agenda: withDay(1, change) });
    await waitFor(async () => expect(await first()).toHaveFocus());
    expect(screen.getByText(words)).toBeVisible();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAttribute('data-slot', '2026-11-25 09.00');
  });

  test('in an empty week says where to go on', async () => {
    await at('menunggu-jadwal', {
      agenda: { ...week, days: week.days.map((day) => ({ ...day, slots: [] })) },
    });
    expect(await screen.findByText('Tidak ada waktu kosong')).toBeVisible();
  });

  test('walks through the weeks with PageDown and PageUp, never before today', async () => {
    const { backend, user } = await at('menunggu-jadwal');
    await waitFor(async () => expect(await first()).toHaveFocus());
    await user.keyboard('{PageUp}');
    expect(backend.asked('agenda')).toHaveLength(1);
    await user.keyboard('{PageDown}');
    await waitFor(() => expect(backend.asked('agenda')).toHaveLength(2));
    expect(backend.asked('agenda')[1]).toMatchObject({ from: '2026-11-30' });
    await screen.findByRole('button', { name: /Minggu sebelumnya/ });
    await user.keyboard('{PageUp}');
    await waitFor(() => expect(backend.asked('agenda')[2]).toMatchObject({ from: null }));
  });

  test('without a verifikator says so', async () => {
    const days = week.days.map((day) => ({ ...day, slots: [] }));
    await at('menunggu-jadwal', { agenda: { ...week, days, verifikators: [] } });
    expect(await screen.findByText('Belum ada verifikator yang dapat memimpin panggilan.')).toBeVisible();
  });

  test('offers only the verifikators who are free, the officer here first', async () => {
    const verifikators = [
      { id: 'o-2', name: 'Dewi' },
      { id: 'o-1', name: 'Ratna Purnomo' },
    ];
    const slots = (week.days[0]?.slots ?? []).map((each, index) => ({
      ...each,
      free: index === 0 ? ['o-2', 'o-1'] : ['o-2'],
    }));
    const { user } = await at('menunggu-jadwal', { agenda: { ...withDay(0, { slots }), verifikators } });
    await user.click(await first());
    const select = screen.getByLabelText('Verifikator');
    expect(select).toHaveValue('o-1');
    await user.click(await slot(/^Senin, 23 November 2026, 09\.45/));
    expect(select).toHaveValue('o-2');
    expect(within(select).getAllByRole('option')).toHaveLength(1);
  });

  test('says when the diary cannot be read, and asks again', async () => {
    const backend = new CaseBackend(moment('menunggu-jadwal'));
    backend.refuse('agenda', wireError({ what: 'Basis data sedang dipakai.' }));
    const { user } = await showCase(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    backend.answer('agenda', week);
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await first()).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('offers nothing to whoever may not promise it', async () => {
    const view = moment('menunggu-jadwal');
    view.allowed = [];
    const backend = new CaseBackend(view);
    await showCase(backend, as('auditor'));
    expect(screen.getByText('Jadwal ditetapkan oleh petugas atau verifikator.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Tetapkan jadwal/ })).toBeNull();
    expect(backend.asked('agenda')).toEqual([]);
  });

  test('that was missed before says how often, and keeps way and link', async () => {
    await at('menunggu-jadwal-lagi');
    expect(await screen.findByText('Pelaku usaha sudah satu dari tiga kali tidak hadir.')).toBeVisible();
    expect(join()).toHaveValue('https://rapat.contoh.example/j/9001');
    expect(screen.getByText(/Sesi ke-2: Selasa, 24 November 2026, 11\.00–11\.45 WIB/)).toBeVisible();
  });
});

describe('a time of one’s own', () => {
  const day = () => screen.getByLabelText('Hari');
  const time = () => screen.getByLabelText('Jam');
  async function typed(answers: Answers, text = '10.20') {
    const shown = await at('menunggu-jadwal', answers);
    await first();
    await shown.user.type(day(), '24-11-2026');
    await shown.user.type(time(), `${text}{Enter}`);
    return shown;
  }

  test('that fits is taken, and the act has the focus', async () => {
    const { backend, user } = await typed({});
    await waitFor(() => expect(act()).toHaveFocus());
    expect(backend.asked('session_judge')).toMatchObject([{ day: '2026-11-24', time: '10.20', reason: '' }]);
    expect(screen.getByText('Selasa, 24 November 2026, pukul 10.20')).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('session_schedule')).toMatchObject([{ time: '10.20' }]));
  });

  test('that does not fit says why at the field, and nothing is chosen', async () => {
    const { backend } = await typed({
      session_judge: { fits: false, ends_within_hours: false, why: 'Verifikator sudah mempunyai sesi' },
    });
    await waitFor(() => expect(time()).toHaveAccessibleDescription(/Verifikator sudah mempunyai sesi\./));
    expect(time()).toHaveFocus();
    expect(act()).toHaveAttribute('aria-disabled', 'true');
    expect(backend.asked('session_schedule')).toEqual([]);
  });

  test('takes the place of a time that was chosen, also when it does not fit', async () => {
    const { user } = await at('menunggu-jadwal', {
      session_judge: { fits: false, ends_within_hours: true, why: 'Hari libur' },
    });
    await user.click(await first());
    await user.type(day(), '24-11-2026');
    await user.type(time(), '10.20{Enter}');
    expect(await screen.findByText('Waktu belum dipilih.')).toBeVisible();
  });

  test('that ends late says so', async () => {
    await typed({ session_judge: { fits: true, ends_within_hours: false, why: null } });
    expect(await screen.findByText(/Sesi berakhir setelah jam layanan\./)).toBeVisible();
  });

  test('that cannot be judged tells the failure, and what was typed stays', async () => {
    await typed({
      session_judge: () => {
        throw wireError({ code: 'InvalidInput', what: 'Hari atau jam sesi belum benar.' });
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Hari atau jam sesi belum benar.');
    expect(time()).toHaveValue('10.20');
  });

  test.each(['', 'kemarin'])('is not asked about with the day "%s"', async (text) => {
    const { backend, user } = await at('menunggu-jadwal');
    await first();
    if (text) await user.type(day(), text);
    await user.type(time(), '10.00{Enter}');
    expect(backend.asked('session_judge')).toEqual([]);
    expect(time()).toHaveAccessibleDescription(/Tulis hari dan jam lebih dulu\./);
  });
});

describe('a case with its appointment', () => {
  const copy = () => screen.findByRole('button', { name: 'Salin teks' });
  const diary = { agenda: agendaOf('agendaTerisi') };

  test('has the focus on the text to copy, its own time marked, and no violation', async () => {
    const { backend } = await at('terjadwal', diary);
    await waitFor(async () => expect(await copy()).toHaveFocus());
    const list = await screen.findByRole('list', { name: 'Agenda hari itu' });
    expect(within(list).getByText('Toko Sumber Rejeki').closest('li')).toHaveTextContent(
      '11.00 Toko Sumber Rejeki, permohonan ini',
    );
    // It was moved once, so the words of a move are asked for.
    expect(backend.asked('notice_text')).toEqual([{ id: 'k-1', kind: 'jadwal_ulang' }]);
    expect(screen.getByText('KTP pemilik asli')).toBeVisible();
    expect(
      screen.getByText('Tidak hadir dapat dicatat mulai 11.15 WIB, setelah dua kali dihubungi.'),
    ).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('copies the text of either form', async () => {
    const { user } = await at('terjadwal-baru', diary);
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    await waitFor(async () => expect(await copy()).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(write).toHaveBeenCalledWith(noticeText.body));
    await user.click(screen.getByRole('radio', { name: 'WhatsApp' }));
    await user.click(await copy());
    await waitFor(() => expect(write).toHaveBeenLastCalledWith(noticeText.whatsapp));
  });

  test('marks the text when the clipboard fails, and says which key copies it', async () => {
    const { user } = await at('terjadwal-baru', diary);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(await copy());
    expect(await screen.findByRole('alert')).toHaveTextContent('Teks sudah dipilih. Tekan Ctrl+C.');
    expect(document.activeElement).toHaveTextContent(/^Yth\. Bapak\/Ibu/);
  });

  test('saves the calendar file and the draft; a closed file window says nothing', async () => {
    const { backend, user } = await at('terjadwal-baru', { ...diary, notice_save: { saved: false } });
    await user.click(await screen.findByRole('button', { name: 'Berkas .ics' }));
    await user.click(screen.getByRole('button', { name: 'Berkas surel .eml' }));
    await waitFor(() =>
      expect(backend.asked('notice_save')).toEqual([
        { id: 'k-1', kind: 'jadwal', file: 'ics' },
        { id: 'k-1', kind: 'jadwal', file: 'eml' },
      ]),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('says why a file could not be written, and the text stays', async () => {
    const backend = new CaseBackend(moment('terjadwal-baru'), diary);
    backend.refuse('notice_save', wireError({ what: 'Alamat surel kantor belum diisi.' }));
    const { user } = await showCase(backend);
    await user.click(await screen.findByRole('button', { name: 'Berkas surel .eml' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Alamat surel kantor belum diisi.');
    expect(await copy()).toBeVisible();
  });

  test('writes down how the vendor was told', async () => {
    const { backend, user } = await at('terjadwal-baru', diary);
    expect(await screen.findByText('Belum dikirim')).toBeVisible();
    const group = screen.getByRole('group', { name: 'Tandai sudah dikirim lewat' });
    await user.click(within(group).getByRole('button', { name: 'Surel' }));
    await waitFor(() =>
      expect(backend.asked('notice_sent')).toEqual([{ id: 'k-1', kind: 'jadwal', method: 'surel' }]),
    );
    expect(await screen.findByText('Dikirim 23 Nov 14.10 lewat surel, oleh Ratna Purnomo')).toBeVisible();
  });

  test('does not count what was sent for the time before', async () => {
    await at('terjadwal', diary);
    expect(await screen.findByText('Belum dikirim')).toBeVisible();
  });

  test('says when the text cannot be read', async () => {
    const backend = new CaseBackend(moment('terjadwal-baru'), diary);
    backend.refuse('notice_text', wireError({ what: 'Kunci tidak dapat dibuka.' }));
    const { user } = await showCase(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent('Kunci tidak dapat dibuka.');
    backend.answer('notice_text', noticeText);
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await copy()).toBeVisible();
  });

  test('shows the text to nobody who may not read it', async () => {
    const view = moment('terjadwal-baru');
    view.allowed = [];
    const backend = new CaseBackend(view, diary);
    await showCase(backend, as('auditor'));
    expect(await screen.findByText('Teks hanya untuk petugas dan verifikator.')).toBeVisible();
    expect(backend.asked('notice_text')).toEqual([]);
    for (const name of [/Salin/, /Catat panggilan/, /Jadwal ulang/, /Tidak hadir/, /Mulai verifikasi/])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('group', { name: /Tandai sudah dikirim/ })).toBeNull();
  });

  test('begins with Ctrl+Enter', async () => {
    const backend = new CaseBackend(moment('terjadwal-lewat'), diary);
    backend.follows('permohonan_start', 'verifikasi-daring');
    const { user } = await showCase(backend);
    await copy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const code = moment('verifikasi-daring').schedule?.sessions.at(-1)?.code;
    expect(await screen.findByText(code ?? 'no code')).toBeVisible();
  });

  test('of which nobody was told does not begin: it leads to the note of how it was told', async () => {
    const { backend, user } = await at('terjadwal', diary);
    await copy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText('Catatan bahwa jadwal sudah diberitahukan')).toBeVisible();
    expect(document.activeElement).toHaveTextContent('Surel');
    expect(backend.asked('permohonan_start')).toEqual([]);
  });

  test('is not marked as missed too early: it says what is missing and goes to the calls', async () => {
    const { backend, user } = await at('terjadwal', diary);
    await copy();
    await user.click(screen.getByRole('button', { name: 'Tidak hadir…' }));
    expect(screen.getByText(/Belum dapat dicatat tidak hadir/)).toHaveTextContent(
      'Masih kurang: Waktu tunggu belum lewat, Catatan 2 kali menghubungi.',
    );
    expect(screen.getByRole('button', { name: 'Catat panggilan…' })).toHaveFocus();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(backend.asked('session_no_show')).toEqual([]);
  });

  test('logs a call about the appointment', async () => {
    const backend = new CaseBackend(moment('terjadwal'), diary);
    backend.follows('contact_log', 'terjadwal-lewat');
    const { user } = await showCase(backend);
    await copy();
    await user.click(screen.getByRole('button', { name: 'Catat panggilan…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Catat panggilan' });
    await user.click(within(dialog).getByRole('radio', { name: 'Tidak' }));
    await user.click(within(dialog).getByRole('button', { name: /Simpan catatan/ }));
    await waitFor(() =>
      expect(backend.asked('contact_log')).toMatchObject([
        { method: 'telepon', purpose: 'jadwal', reached: false },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('2 dari 2 kali')).toBeVisible();
  });

  test('is marked as missed after a question', async () => {
    const { backend, user } = await at('terjadwal-lewat', diary);
    await copy();
    await user.click(screen.getByRole('button', { name: 'Tidak hadir…' }));
    await screen.findByRole('dialog', { name: 'Catat tidak hadir' });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('session_no_show')).toEqual([{ id: 'k-1' }]));
    expect(await screen.findByRole('heading', { name: 'Pelaku usaha tidak hadir' })).toBeVisible();
  });

  test('that somebody else moved on meanwhile tells it in the question', async () => {
    const backend = new CaseBackend(moment('terjadwal-lewat'), diary);
    backend.refuse('session_no_show', wireError({ what: 'Permohonan sudah berpindah.' }));
    const { user } = await showCase(backend);
    await copy();
    await user.click(screen.getByRole('button', { name: 'Tidak hadir…' }));
    const dialog = await screen.findByRole('dialog');
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Permohonan sudah berpindah.');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  test('says when the diary of its day cannot be read, and the text is there all the same', async () => {
    const backend = new CaseBackend(moment('terjadwal'));
    backend.refuse('agenda', wireError({ what: 'Agenda tidak terbaca.' }));
    await showCase(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent('Agenda tidak terbaca.');
    expect(await copy()).toBeVisible();
  });
});
