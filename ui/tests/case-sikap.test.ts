// After the activation: asking about SIKAP, and replacing a Bukti that turned out wrong.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { PermohonanView } from '../src/bindings';
import { showCase } from './case-show';
import { CaseBackend, followedCase } from './fake-case';
import { session } from './fictional/office';
import { wireError } from './wire-error';
import { moment, refusal, rightsOf } from './recorded';
import { violations } from './show';

const call = () => screen.getByRole('region', { name: 'Hubungi pelaku usaha' });
const log = () => screen.getByRole('region', { name: /Riwayat kontak/ });

describe('following SIKAP', () => {
  test('has number, next date and form together, and the focus in the form', async () => {
    const { container } = await showCase(new CaseBackend(followedCase()));
    expect(within(call()).getByText('0812-0000-9001')).toHaveClass('mono');
    expect(call()).toHaveTextContent('Hubungi pelaku usaha tentang SIKAP paling lambat 26 November 2026.');
    expect(within(call()).getByRole('radio', { name: 'Telepon' })).toHaveFocus();
    expect(container.querySelector('a[href^="tel:"]')).toBeNull();
    expect(await violations(container)).toEqual([]);
  });

  test('waits two weeks, in which data may change already', async () => {
    const { user } = await showCase(new CaseBackend(moment('pemantauan-sikap')));
    await user.click(screen.getByRole('button', { name: 'Ajukan perubahan data' }));
    expect(await screen.findByRole('dialog', { name: 'Ajukan perubahan data' })).toBeVisible();
  });

  test('has the papers right under the contacts', async () => {
    await showCase(new CaseBackend(followedCase()));
    expect(log().nextElementSibling).toBe(screen.getByRole('region', { name: 'Kertas' }));
  });

  test.each([
    ['hp', 'Nomor HP 0812-0000-9001'],
    ['attendee', 'Nomor HP yang hadir 0812-0000-9001'],
    ['telepon', 'Telepon kantor 0812-0000-9001'],
  ] as const)('says whose number it is (%s)', async (whose, shown) => {
    await showCase(new CaseBackend({ ...followedCase(), phone: { whose, number: '0812-0000-9001' } }));
    expect(call()).toHaveTextContent(shown);
  });

  test('says that no number is known', async () => {
    await showCase(new CaseBackend({ ...followedCase(), phone: null }));
    expect(call()).toHaveTextContent('Nomor telepon belum tercatat.');
  });

  test('writes a call down by keys alone, and the newest stands first', async () => {
    const mailed = new CaseBackend(moment('pemantauan-sikap-disurati'));
    mailed.follows('contact_log', 'pemantauan-sikap-ditelepon');
    const { backend, user } = await showCase(mailed);
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(within(call()).getByRole('radio', { name: 'Tidak' })).toBeChecked();
    await user.tab();
    await user.keyboard('Tidak diangkat{Enter}');
    await waitFor(() => expect(within(log()).getAllByRole('listitem')).toHaveLength(2));
    expect(backend.asked('contact_log')).toEqual([
      { id: 'k-1', method: 'telepon', purpose: 'sikap', reached: false, note: 'Tidak diangkat' },
    ]);
    const [first, second] = within(log()).getAllByRole('listitem');
    expect(first).toHaveTextContent('Tidak diangkat');
    expect(second).toHaveTextContent('Surel kembali');
    expect(within(call()).getByLabelText(/Catatan/)).toHaveValue('');
  });

  test('never supposes that somebody answered', async () => {
    const { backend, user } = await showCase(new CaseBackend(followedCase()));
    await user.type(within(call()).getByLabelText(/Catatan/), 'Janji besok{Enter}');
    expect(await within(call()).findByText('Pilih terhubung atau tidak lebih dulu.')).toBeVisible();
    expect(within(call()).getByRole('radio', { name: 'Ya' })).toHaveFocus();
    expect(backend.asked('contact_log')).toEqual([]);
    expect(within(call()).getByLabelText(/Catatan/)).toHaveValue('Janji besok');
  });

  test('keeps the note of a call that could not be saved', async () => {
    const backend = new CaseBackend(followedCase());
    backend.refuse('contact_log', wireError({ what: 'Ruang diska habis.' }));
    const { user } = await showCase(backend);
    await user.click(within(call()).getByRole('radio', { name: 'Ya' }));
    await user.type(within(call()).getByLabelText(/Catatan/), 'Janji besok{Enter}');
    expect(await screen.findByText('Ruang diska habis.')).toBeVisible();
    expect(within(call()).getByLabelText(/Catatan/)).toHaveValue('Janji besok');
  });

  test('begins when one says so, and the time stands there until the note is saved', async () => {
    const { backend, user, container } = await showCase(new CaseBackend(followedCase()));
    await user.click(within(call()).getByRole('button', { name: 'Mulai hubungi' }));
    expect(await within(call()).findByText('Dihubungi sejak 10.05 WIB')).toBeVisible();
    expect(backend.asked('contact_begin')).toEqual([{ id: 'k-1' }]);
    expect(within(call()).queryByRole('button', { name: 'Mulai hubungi' })).toBeNull();
    expect(within(call()).getByRole('radio', { name: 'Telepon' })).toHaveFocus();
    expect(await violations(container)).toEqual([]);
    await user.click(within(call()).getByRole('radio', { name: 'Ya' }));
    await user.type(within(call()).getByLabelText(/Catatan/), 'Janji besok{Enter}');
    expect(await within(call()).findByRole('button', { name: 'Mulai hubungi' })).toBeVisible();
    expect(within(call()).queryByText(/Dihubungi sejak/)).toBeNull();
  });

  test('that was begun here before shows since when, in the zone of the office', async () => {
    const begun = { ...followedCase(), contact_since: '2026-11-23T03:05:00Z' };
    await showCase(new CaseBackend(begun), { ...session, time_zone: 'WITA' });
    expect(within(call()).getByText('Dihubungi sejak 11.05 WITA')).toBeVisible();
  });

  test('that cannot begin says so, and can be tried again', async () => {
    const backend = new CaseBackend(followedCase());
    backend.refuse('contact_begin', wireError({ what: 'Basis data sedang dipakai.' }));
    const { user } = await showCase(backend);
    await user.click(within(call()).getByRole('button', { name: 'Mulai hubungi' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    expect(within(call()).getByRole('button', { name: 'Mulai hubungi' })).toHaveFocus();
  });

  test('is not begun by those who may not write calls down', async () => {
    const begun = { ...followedCase(), contact_since: '2026-11-23T03:05:00Z' };
    await showCase(new CaseBackend(begun), { ...session, roles: ['auditor'], rights: rightsOf('auditor') });
    expect(within(call()).queryByRole('button', { name: 'Mulai hubungi' })).toBeNull();
    expect(within(call()).queryByText(/Dihubungi sejak/)).toBeNull();
  });

  test('ends when SIKAP is filled, and says how the office knows', async () => {
    const { backend, user } = await showCase(new CaseBackend(followedCase()));
    await user.click(screen.getByRole('button', { name: 'SIKAP sudah terisi…' }));
    const dialog = await screen.findByRole('dialog', { name: 'SIKAP sudah terisi' });
    await user.click(within(dialog).getByRole('button', { name: /Tutup, SIKAP terisi/ }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Pilih cara memastikannya');
    expect(backend.asked('sikap_close')).toEqual([]);
    await user.click(within(dialog).getByLabelText('Tangkapan layar SIKAP'));
    await user.keyboard('{Enter}');
    expect(
      await screen.findByText('SIKAP sudah terisi, dipastikan lewat tangkapan layar SIKAP.'),
    ).toBeVisible();
    expect(backend.asked('sikap_close')).toEqual([{ id: 'k-1', confirmation: 'tangkapan_layar' }]);
  });

  test('cannot be given up before the last follow-up, and says so', async () => {
    const { backend, user } = await showCase(new CaseBackend(followedCase()));
    await user.click(screen.getByRole('button', { name: /Tutup, belum terisi…/ }));
    expect(await screen.findByText('Belum dapat ditutup. Tindak lanjut terakhir belum lewat.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(backend.asked('sikap_give_up')).toEqual([]);
  });

  test('is given up after it with a reason', async () => {
    const backend = new CaseBackend(moment('pemantauan-sikap-berakhir'));
    const { user } = await showCase(backend);
    await user.click(screen.getByRole('button', { name: 'Tutup, belum terisi…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tutup, SIKAP belum terisi' });
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Tulis alasannya lebih dulu.')).toBeVisible();
    await user.keyboard('Tiga kali tidak diangkat{Enter}');
    expect(await screen.findByText('Pemantauan ditutup, SIKAP belum terisi.')).toBeVisible();
    expect(backend.asked('sikap_give_up')).toEqual([{ id: 'k-1', reason: 'Tiga kali tidak diangkat' }]);
  });

  test('offers those who may not record it no step', async () => {
    const backend = new CaseBackend(followedCase());
    const view: PermohonanView = { ...backend.view, allowed: [] };
    backend.answer('permohonan_get', view);
    await showCase(backend);
    expect(screen.queryByRole('button', { name: /SIKAP sudah terisi/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /belum terisi/ })).toBeNull();
  });
});

describe('replacing a Bukti', () => {
  async function replacing(backend = new CaseBackend(followedCase())) {
    const shown = await showCase(backend);
    await shown.user.click(screen.getByRole('button', { name: 'Ganti Bukti…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ganti Bukti Verifikasi' });
    await waitFor(() => expect(within(dialog).getByLabelText('Alasan Bukti diganti')).toHaveFocus());
    const password = within(dialog).getByLabelText('Kata sandi Anda');
    return { ...shown, dialog, password };
  }

  test('says what does not change, and shows the new one, which names the old', async () => {
    const { backend, user, dialog, password } = await replacing();
    expect(within(dialog).getByText('Hasil pembandingan dan keputusan tidak berubah.')).toBeVisible();
    expect(await violations(dialog)).toEqual([]);
    await user.keyboard('Nama kurang satu kata');
    const name = within(dialog).getByLabelText('Nama yang hadir');
    expect(name).toHaveValue('Wulan Pertiwi');
    await user.clear(name);
    await user.type(name, 'Wulan Ayu Pertiwi');
    await user.type(password, 'latihan{Enter}');
    await screen.findByRole('dialog', { name: 'Bukti Verifikasi BV-2026-1-000002' });
    expect(backend.asked('bukti_replace')).toEqual([
      { id: 'k-1', password: 'latihan', reason: 'Nama kurang satu kata', attendee_name: 'Wulan Ayu Pertiwi' },
    ]);
    await user.keyboard('{Escape}');
    expect(screen.getByText('Digantikan oleh BV-2026-1-000002')).toBeVisible();
    expect(screen.getByText('Menggantikan BV-2026-1-000001')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Ganti Bukti…' })).toHaveLength(1);
  });

  test('sends no name where none was corrected', async () => {
    const { backend, user, password } = await replacing();
    await user.keyboard('Kop surat lama');
    await user.type(password, 'latihan{Enter}');
    await screen.findByRole('dialog', { name: /BV-2026-1-000002/ });
    expect(backend.asked('bukti_replace')).toMatchObject([{ attendee_name: null }]);
  });

  test('without a reason or a password asks for it and sends nothing', async () => {
    const { backend, user, dialog, password } = await replacing();
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Tulis alasannya lebih dulu.')).toBeVisible();
    await user.keyboard('Kop surat lama{Enter}');
    expect(await within(dialog).findByText('Ketik kata sandi Anda lebih dulu.')).toBeVisible();
    expect(password).toHaveFocus();
    expect(backend.asked('bukti_replace')).toEqual([]);
  });

  test('with a wrong password keeps the rest and asks again', async () => {
    const backend = new CaseBackend(followedCase());
    backend.refuse('bukti_replace', refusal('wrong_password'));
    const { user, dialog, password } = await replacing(backend);
    await user.keyboard('Kop surat lama');
    await user.type(password, 'salah{Enter}');
    await within(dialog).findByText('Kata sandi salah. Periksa Caps Lock, lalu ketik ulang.');
    expect(password).toHaveValue('');
    expect(password).toHaveFocus();
    expect(within(dialog).getByLabelText('Alasan Bukti diganti')).toHaveValue('Kop surat lama');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('after too many tries says how long to wait and sends nothing meanwhile', async () => {
    const backend = new CaseBackend(followedCase());
    backend.refuse('bukti_replace', wireError({ code: 'TooManyTries', wait_seconds: 30 }));
    const { user, dialog, password } = await replacing(backend);
    await user.keyboard('Kop surat lama');
    await user.type(password, 'salah{Enter}');
    expect(await within(dialog).findByText('Tunggu 30 detik, lalu ketik ulang.')).toBeVisible();
    await user.type(password, 'lagi{Enter}');
    expect(backend.asked('bukti_replace')).toHaveLength(1);
  });

  test('says any other refusal of the program as it is', async () => {
    const backend = new CaseBackend(followedCase());
    backend.refuse('bukti_replace', wireError({ what: 'Ruang diska habis.' }));
    const { user, dialog, password } = await replacing(backend);
    await user.keyboard('Kop surat lama');
    await user.type(password, 'latihan{Enter}');
    expect(await within(dialog).findByText('Ruang diska habis.')).toBeVisible();
  });

  test('each paper is opened by a button of its own name, a copy without a number by its time', async () => {
    const view = followedCase();
    const copy = view.papers.find((paper) => paper.kind === 'fotokopi');
    if (copy) view.papers.push({ ...copy, id: 'p-4', issued_at: '2026-11-23T08:15:00Z' });
    await showCase(new CaseBackend(view));
    const names = screen.getAllByRole('button', { name: /^Lihat /, description: '' });
    const heard = names.map((button) => button.textContent?.replace(/\s+/g, ' ').trim());
    expect(heard).toContain('Lihat Bukti Verifikasi BV-2026-1-000001');
    expect(heard).toContain('Lihat Fotokopi 15.15');
    expect(new Set(heard).size).toBe(heard.length);
  });

  test('warns of the old one also when it is looked at', async () => {
    const view = followedCase();
    view.papers = view.papers.map((paper) =>
      paper.kind === 'bukti_verifikasi' ? { ...paper, replaced_by: 'BV-2026-1-000002' } : paper,
    );
    const { user } = await showCase(new CaseBackend(view));
    expect(screen.queryByRole('button', { name: 'Ganti Bukti…' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Lihat Bukti Verifikasi BV-2026-1-000001' }));
    const paper = await screen.findByRole('dialog', { name: /BV-2026-1-000001/ });
    expect(within(paper).getByText('Digantikan oleh BV-2026-1-000002.')).toBeVisible();
  });
});

describe('the words of a follow-up', () => {
  test('stand ready with the days, and the message is copied', async () => {
    const { user } = await showCase(new CaseBackend(followedCase()));
    const card = screen.getByRole('region', { name: 'Yang disampaikan' });
    expect(within(card).getByText(/^Tindak lanjut: 26 November 2026, 2 Desember 2026, /)).toBeVisible();
    expect(within(card).getAllByRole('listitem').length).toBeGreaterThan(2);
    await user.click(within(card).getByRole('button', { name: 'Salin teks pesan' }));
    expect(await navigator.clipboard.readText()).toContain('SIKAP');
  });

  test('are shown marked where the clipboard takes nothing', async () => {
    const { user } = await showCase(new CaseBackend(followedCase()));
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no clipboard'));
    await user.click(screen.getByRole('button', { name: 'Salin teks pesan' }));
    const message = await screen.findByLabelText<HTMLTextAreaElement>('Teks pesan');
    expect(message.value).toContain('Yth. Bapak/Ibu');
    await waitFor(() => expect(message.selectionEnd - message.selectionStart).toBe(message.value.length));
  });

  test('a reminder of 14 days is proposed with its text, and writing it down is one press away', async () => {
    const { user } = await showCase(new CaseBackend(moment('antre-diingatkan')));
    expect(screen.getByText('Sudah 14 hari sejak berkas diterima.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Lihat teks' }));
    expect(screen.getByText(/paling lambat 23 Desember 2026/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Catat pengingat…' }));
    expect(await screen.findByRole('dialog', { name: 'Catat pengingat' })).toBeVisible();
  });
});
