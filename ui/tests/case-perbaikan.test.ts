import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PermohonanView } from '../src/bindings';
import { forgetToasts, shownToast } from '../src/components/toast/toasts.svelte';
import { focusedPlace, showCase, type ShownCase } from './case-show';
import { CaseBackend, comparedCase, emptyCase, filledCase } from './fake-case';
import { wireError } from './wire-error';
import { moment, refusal } from './recorded';
import { violations } from './show';

// 09.24 in the office; the clock stands still so that a time can be read on the screen.
const NOW = new Date('2026-11-23T02:24:30Z');

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(async () => {
  // The focus that goes back after a dialog belongs to this test and not to the next.
  await new Promise((done) => setTimeout(done));
  vi.useRealTimers();
  forgetToasts();
});

const row = (key: string) => document.querySelector<HTMLElement>(`[data-place="row:${key}"]`);
const newValue = () => screen.getByLabelText('Isian yang benar');
const decision = (key: string) => row(key)?.querySelector('.decision')?.textContent?.trim();

async function showVerifying(change: Partial<PermohonanView> = {}): Promise<ShownCase> {
  const shown = await showCase(new CaseBackend({ ...comparedCase(), ...change }));
  await waitFor(() => expect(focusedPlace()).toMatch(/^row:/));
  return shown;
}

/** The dialog of one row, by its key. */
async function correctRow(key: string, change: Partial<PermohonanView> = {}): Promise<ShownCase> {
  const shown = await showVerifying(change);
  row(key)?.focus();
  await shown.user.keyboard('p');
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
  return shown;
}

describe('the form while it is verified', () => {
  test('is put right from its row with the keyboard alone, and the row waits again', async () => {
    const { backend, user } = await correctRow('nama_usaha');
    const dialog = screen.getByRole('dialog', { name: 'Perbaiki formulir: Nama usaha' });
    expect(within(dialog).getByText('CV Alas Roban Sejahtera')).toBeVisible();
    await waitFor(() => expect(newValue()).toHaveFocus());
    // The old value is selected, so the first letter replaces it.
    await user.keyboard('CV Alas Roban{Tab} {Enter}');
    await waitFor(() =>
      expect(backend.asked('form_correct')).toEqual([
        { id: 'k-1', field: 'nama_usaha', value: 'CV Alas Roban', cause: 'salah_salin', seen_at: null },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(row('nama_usaha')));
    expect(decision('nama_usaha')).toBe('Belum');
    expect(shownToast()?.text).toBe('Nama usaha pada formulir diperbaiki. 1 baris menunggu keputusan lagi.');
  });

  test('says in its row that it was put right, from what, why, when and by whom', async () => {
    const { user } = await correctRow('alamat');
    await waitFor(() => expect(newValue()).toHaveFocus());
    expect(row('alamat')).not.toHaveTextContent('diperbaiki');
    await user.keyboard('Jl. Contoh Raya No. 41{Alt>}1{/Alt}{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(row('alamat')));
    expect(row('alamat')?.querySelector('.form')).toHaveTextContent('Jl. Contoh Raya No. 41 diperbaiki');
    expect(row('alamat')).toHaveTextContent('Semula: Jl. Gajah Mada No. 41');
    expect(row('alamat')).toHaveTextContent(
      'Diperbaiki pukul 09.24 oleh Ratna Purnomo, salah salin dari SPSE.',
    );
  });

  test('has no cause of its own, and without one nothing is sent', async () => {
    const { backend, user } = await correctRow('alamat');
    await waitFor(() => expect(newValue()).toHaveFocus());
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
    await user.keyboard('Jl. Contoh 1{Enter}');
    expect(await screen.findByText('Pilih sebabnya lebih dulu.')).toBeVisible();
    expect(screen.getByRole('radio', { name: /Salah salin/ })).toHaveFocus();
    expect(backend.asked('form_correct')).toEqual([]);
  });

  test('that the vendor corrected in SPSE was seen there now, until another time is typed', async () => {
    const { backend, user } = await correctRow('alamat');
    await waitFor(() => expect(newValue()).toHaveFocus());
    await user.keyboard('Jl. Contoh 1{Alt>}2{/Alt}');
    expect(await screen.findByLabelText('Terlihat di SPSE pukul (WIB)')).toHaveValue('09.24');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('form_correct')).toHaveLength(1));
    expect(backend.asked('form_correct')).toEqual([
      expect.objectContaining({ cause: 'diperbaiki_di_spse', seen_at: '2026-11-23T02:24:30.000Z' }),
    ]);
  });

  test('that was seen in SPSE earlier carries that minute of the office', async () => {
    const { backend, user } = await correctRow('alamat');
    await waitFor(() => expect(newValue()).toHaveFocus());
    await user.keyboard('Jl. Contoh 1');
    await user.click(screen.getByRole('radio', { name: /Diperbaiki di SPSE/ }));
    const seen = await screen.findByLabelText('Terlihat di SPSE pukul (WIB)');
    await user.clear(seen);
    await user.type(seen, '8:05{Enter}');
    await waitFor(() =>
      expect(backend.asked('form_correct')).toEqual([
        expect.objectContaining({ seen_at: '2026-11-23T01:05:00.000Z' }),
      ]),
    );
  });

  test.each(['', '25.00', '9.60', 'tadi', '9', '09.2'])(
    'seen in SPSE at "%s" is no time, and nothing is sent',
    async (typed) => {
      const { backend, user } = await correctRow('alamat');
      await waitFor(() => expect(newValue()).toHaveFocus());
      await user.keyboard('Jl. Contoh 1{Alt>}2{/Alt}');
      const seen = await screen.findByLabelText('Terlihat di SPSE pukul (WIB)');
      await user.clear(seen);
      if (typed) await user.type(seen, typed);
      await user.type(seen, '{Enter}');
      await waitFor(() => expect(seen).toHaveAccessibleDescription(/Tulis seperti 09.24/));
      expect(seen).toHaveFocus();
      expect(backend.asked('form_correct')).toEqual([]);
    },
  );

  test('seen at a time that the program refuses says so at the time, and keeps what was typed', async () => {
    const backend = new CaseBackend(comparedCase());
    backend.refuse(
      'form_correct',
      wireError({
        code: 'GuardFailed',
        what: 'Masih ada yang kurang.',
        missing: [{ guard: 'G-BANDING', place: 'correction:seen_at', label: 'Waktu sampai sekarang' }],
      }),
    );
    const { user } = await showCase(backend);
    await waitFor(() => expect(focusedPlace()).toMatch(/^row:/));
    row('alamat')?.focus();
    await user.keyboard('p');
    await waitFor(() => expect(newValue()).toHaveFocus());
    await user.keyboard('Jl. Contoh 1{Alt>}2{/Alt}');
    const seen = await screen.findByLabelText('Terlihat di SPSE pukul (WIB)');
    await user.clear(seen);
    await user.type(seen, '23.59{Enter}');
    await waitFor(() =>
      expect(seen).toHaveAccessibleDescription(/Masih ada yang kurang. Waktu sampai sekarang./),
    );
    expect(seen).toHaveFocus();
    expect(newValue()).toHaveValue('Jl. Contoh 1');
    await user.type(seen, '{Backspace}');
    expect(seen).toBeValid();
  });

  test.each([
    ['alamat', ''],
    ['npwp', '0997001011513000'],
  ])('of %s is left to the program to refuse: "%s"', async (key, typed) => {
    const backend = new CaseBackend(comparedCase());
    if (typed === '')
      backend.refuse('form_correct', wireError({ code: 'InvalidInput', what: 'Isian ini wajib.' }));
    else backend.refuse('form_correct', refusal('nothing_changes'));
    const { user } = await showCase(backend);
    await waitFor(() => expect(focusedPlace()).toMatch(/^row:/));
    row(key)?.focus();
    await user.keyboard('p');
    await waitFor(() => expect(newValue()).toHaveFocus());
    await user.clear(newValue());
    if (typed) await user.type(newValue(), typed);
    await user.keyboard('{Alt>}1{/Alt}{Enter}');
    await waitFor(() =>
      expect(newValue()).toHaveAccessibleDescription(typed ? /sama dengan yang lama/ : /Isian ini wajib/),
    );
    expect(backend.asked('form_correct')).toEqual([expect.objectContaining({ value: typed })]);
    expect(newValue()).toHaveFocus();
  });

  test('that could not be saved says why in the dialog, once, and not over the case after closing', async () => {
    const backend = new CaseBackend(comparedCase());
    backend.refuse('form_correct', wireError({ code: 'DiskFull', what: 'Ruang diska habis.' }));
    const { user } = await showCase(backend);
    await waitFor(() => expect(focusedPlace()).toMatch(/^row:/));
    row('alamat')?.focus();
    await user.keyboard('p');
    await waitFor(() => expect(newValue()).toHaveFocus());
    await user.keyboard('Jl. Contoh 1{Alt>}1{/Alt}{Enter}');
    expect(await screen.findByText('Ruang diska habis.')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByText('Ruang diska habis.')).toBeNull();
    expect(backend.view.drafts['correction:alamat']).toBe('Jl. Contoh 1');
  });

  test('left with Esc keeps the letters as a draft, goes back to the row, and offers them again', async () => {
    const { backend, user, closed } = await correctRow('alamat');
    await waitFor(() => expect(newValue()).toHaveFocus());
    await user.keyboard('Jl. Contoh Ra{Escape}');
    await waitFor(() => expect(backend.view.drafts['correction:alamat']).toBe('Jl. Contoh Ra'));
    await waitFor(() => expect(document.activeElement).toBe(row('alamat')));
    expect(closed()).toBe(0);
    expect(backend.asked('form_correct')).toEqual([]);
    await user.keyboard('p');
    await waitFor(() => expect(newValue()).toHaveValue('Jl. Contoh Ra'));
  });

  test('cut off by a closed Loket stands in its row again', async () => {
    const { user } = await showVerifying({ drafts: { 'correction:surel': 'kantor@contoh.exam' } });
    await waitFor(() => expect(focusedPlace()).toBe('row:surel'));
    await user.keyboard('p');
    await waitFor(() => expect(newValue()).toHaveValue('kantor@contoh.exam'));
  });

  test('of BEDA and MIRIP has its button in the open row, without a pointer over it', async () => {
    await showVerifying();
    for (const key of ['alamat', 'pj_nama']) {
      row(key)?.focus();
      await waitFor(() => expect(row(key)).toHaveTextContent('Perbaiki formulir'));
    }
  });

  test('whose row has no field in the form offers no button there', async () => {
    await showVerifying();
    row('berlaku')?.focus();
    await waitFor(() => expect(row('berlaku')?.querySelector('.detail')).not.toBeNull());
    expect(row('berlaku')).not.toHaveTextContent('Perbaiki formulir');
  });

  test.each(['ditunda', 'verifikasi-petugas-lain'] as const)('is not offered at %s', async (at) => {
    const { user } = await showCase(new CaseBackend(moment(at)));
    await waitFor(() => expect(row('alamat')).not.toBeNull());
    row('alamat')?.focus();
    await user.keyboard('p{Alt>}p{/Alt}{Alt>}h{/Alt}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('button', { name: /Perbaiki|Ubah yang hadir/ })).toBeNull();
  });

  test('typed with letters that are keys of the screen is text', async () => {
    const { backend, user } = await correctRow('alamat');
    await waitFor(() => expect(newValue()).toHaveFocus());
    await user.keyboard('p c t g');
    expect(newValue()).toHaveValue('p c t g');
    expect(backend.asked('row_decide')).toEqual([]);
  });

  test('the dialog has no violation that axe can see, also with every question on it', async () => {
    const { user } = await correctRow('alamat');
    await user.keyboard('{Alt>}2{/Alt}');
    await screen.findByLabelText('Terlihat di SPSE pukul (WIB)');
    expect(await violations()).toEqual([]);
  });
});

describe('a field of the form that has its own picker', () => {
  test('pusat or cabang is chosen, with the old one in words', async () => {
    const { backend, user } = await correctRow('pusat_cabang');
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText('Pusat', { selector: 'strong' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Cabang' }));
    await user.keyboard('{Alt>}1{/Alt}{Enter}');
    await waitFor(() =>
      expect(backend.asked('form_correct')).toEqual([
        expect.objectContaining({ field: 'pusat_cabang', value: 'cabang' }),
      ]),
    );
    await waitFor(() => expect(row('pusat_cabang')).toHaveTextContent('Semula: Pusat'));
  });

  test('the legal form is one of the list of this kind of vendor', async () => {
    const { backend, user } = await correctRow('bentuk_usaha');
    await user.selectOptions(newValue(), 'Firma');
    await user.keyboard('{Alt>}1{/Alt}');
    newValue().focus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('form_correct')).toEqual([
        expect.objectContaining({ field: 'bentuk_usaha', value: 'Firma' }),
      ]),
    );
  });

  test('the kabupaten, which no row shows, is reached by Alt+P and found by its name', async () => {
    const { backend, user } = await showVerifying();
    await user.keyboard('{Alt>}p{/Alt}');
    await user.selectOptions(await screen.findByLabelText('Isian yang diperbaiki'), 'kabupaten');
    const dialog = screen.getByRole('dialog', { name: 'Perbaiki isian formulir' });
    expect(
      await within(dialog).findByText('Kabupaten Batang, Jawa Tengah', { selector: 'strong' }),
    ).toBeVisible();
    await user.clear(newValue());
    await user.type(newValue(), 'kota pekalongan');
    await screen.findByRole('option', { name: /Kota Pekalongan/ });
    await user.keyboard('{Enter}{Alt>}1{/Alt}{Enter}');
    await waitFor(() =>
      expect(backend.asked('form_correct')).toEqual([
        { id: 'k-1', field: 'kabupaten', value: '3375', cause: 'salah_salin', seen_at: null },
      ]),
    );
    expect(backend.asked('form_set')).toEqual([]);
    expect(await screen.findByText(/1 kali diperbaiki/)).toBeVisible();
  });

  test('a kabupaten that the words do not name is not sent, and the field says so', async () => {
    const { backend, user } = await showVerifying();
    await user.keyboard('{Alt>}p{/Alt}');
    await user.selectOptions(await screen.findByLabelText('Isian yang diperbaiki'), 'kabupaten');
    await user.clear(newValue());
    await user.type(newValue(), 'Batavia');
    await user.keyboard('{Alt>}1{/Alt}');
    await user.click(screen.getByRole('button', { name: /Simpan perbaikan/ }));
    await waitFor(() => expect(newValue()).toHaveAccessibleDescription(/Tidak ada kabupaten/));
    expect(backend.asked('form_correct')).toEqual([]);
  });

  test('every field of the form can be chosen, and choosing another shows that one', async () => {
    const { user } = await showVerifying();
    await user.click(screen.getByRole('button', { name: /Perbaiki isian formulir/ }));
    const which = await screen.findByLabelText('Isian yang diperbaiki');
    await waitFor(() => expect(which).toHaveFocus());
    expect(within(which).getAllByRole('option')).toHaveLength(17);
    expect(screen.queryByLabelText('Isian yang benar')).toBeNull();
    await user.selectOptions(which, 'website');
    expect(newValue()).toHaveValue('');
    expect(within(screen.getByRole('dialog')).getByText('(kosong)')).toBeVisible();
    await user.selectOptions(which, 'surel');
    expect(newValue()).toHaveValue('kantor@alasroban.example');
  });
});

describe('who attends, while verifying', () => {
  test('is put right in a dialog, and what is still being typed is saved when it closes', async () => {
    const { backend, user } = await showVerifying();
    await user.keyboard('{Alt>}h{/Alt}');
    const dialog = await screen.findByRole('dialog', { name: 'Ubah yang hadir' });
    const name = within(dialog).getByLabelText('Nama yang hadir');
    await waitFor(() => expect(name).toHaveFocus());
    await user.clear(name);
    await user.type(name, 'Wulan Pertiwi Ningrum');
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(backend.asked('attendee_set')).toEqual([
        expect.objectContaining({ name: 'Wulan Pertiwi Ningrum', kapasitas: 'direktur' }),
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(
      await screen.findByText(/Wulan Pertiwi Ningrum, direktur/, { selector: 'section p' }),
    ).toBeVisible();
    await waitFor(() => expect(focusedPlace()).toMatch(/^row:/));
  });

  test('that could not be saved keeps the dialog open, with the letters and the reason', async () => {
    const backend = new CaseBackend(comparedCase());
    backend.refuse('attendee_set', wireError({ code: 'DiskFull', what: 'Ruang diska habis.' }));
    const { user } = await showCase(backend);
    await user.click(await screen.findByRole('button', { name: /Ubah yang hadir/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Ubah yang hadir' });
    await user.type(within(dialog).getByLabelText('Nomor HP yang hadir'), '0812');
    await user.click(within(dialog).getByRole('button', { name: 'Selesai' }));
    expect((await screen.findAllByText(/Ruang diska habis/))[0]).toBeVisible();
    expect(screen.getByLabelText('Nomor HP yang hadir')).toHaveValue('0812');
  });

  test('the dialog has no violation that axe can see', async () => {
    const { user } = await showVerifying();
    await user.keyboard('{Alt>}h{/Alt}');
    await screen.findByRole('dialog');
    expect(await violations()).toEqual([]);
  });
});

describe('the kind of vendor, chosen by mistake', () => {
  test.each(['draf-kosong', 'diajukan', 'perlu-perbaikan-penerimaan'] as const)(
    'can be changed while %s, after one question that says what stays',
    async (at) => {
      const { backend, user } = await showCase(new CaseBackend(moment(at)));
      await user.click(screen.getByRole('button', { name: 'Ubah jenis pelaku usaha' }));
      const dialog = await screen.findByRole('dialog', { name: 'Ubah menjadi usaha perorangan' });
      expect(dialog).toHaveTextContent('Semua isian formulir, yang hadir, dan gambar tetap tersimpan.');
      expect(dialog).toHaveTextContent('Isian wajib dan dokumen mengikuti jenis yang baru');
      expect(backend.asked('profil_set')).toEqual([]);
      await waitFor(() =>
        expect(screen.getByRole('button', { name: /^Ubah jenis(?! pelaku)/ })).toHaveFocus(),
      );
      await user.keyboard('{Enter}');
      await waitFor(() =>
        expect(backend.asked('profil_set')).toEqual([{ id: 'k-1', profil: 'usaha_perorangan' }]),
      );
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(screen.getByText('Nama pemilik', { exact: false, selector: 'label' })).toBeVisible();
    },
  );

  test('stays as it is on Esc, and a refusal is read in the dialog', async () => {
    const backend = new CaseBackend(emptyCase());
    const { user } = await showCase(backend);
    const act = screen.getByRole('button', { name: 'Ubah jenis pelaku usaha' });
    await user.click(act);
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(act).toHaveFocus());
    expect(backend.asked('profil_set')).toEqual([]);
    backend.refuse('profil_set', wireError({ what: 'Jenis hanya diubah sebelum berkas lengkap.' }));
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog');
    await user.click(screen.getByRole('button', { name: /^Ubah jenis(?! pelaku)/ }));
    expect(
      await within(screen.getByRole('dialog')).findByText('Jenis hanya diubah sebelum berkas lengkap.'),
    ).toBeVisible();
  });

  test('is not offered once the file is complete', async () => {
    await showCase(new CaseBackend(filledCase()));
    expect(screen.queryByRole('button', { name: /Ubah jenis/ })).toBeNull();
  });
});

describe('a Lembar Kekurangan given by mistake', () => {
  const sentBack = () => new CaseBackend(moment('perlu-perbaikan'));

  test('is withdrawn with a reason, and the verification goes on', async () => {
    const { backend, user } = await showCase(sentBack());
    await user.click(screen.getByRole('button', { name: /Tarik Lembar Kekurangan/ }));
    await screen.findByRole('dialog', { name: 'Tarik Lembar Kekurangan' });
    await user.keyboard('Salah pilih kode{Enter}');
    await waitFor(() =>
      expect(backend.asked('permohonan_withdraw_shortages')).toEqual([
        { id: 'k-1', reason: 'Salah pilih kode' },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(focusedPlace()).toMatch(/^document:/));
  });

  test('is not withdrawn without a reason, and the reason survives Esc', async () => {
    const { backend, user } = await showCase(sentBack());
    await user.click(screen.getByRole('button', { name: /Tarik Lembar Kekurangan/ }));
    await screen.findByRole('dialog');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Tulis alasannya lebih dulu.')).toBeVisible();
    await user.keyboard('Salah pi{Escape}');
    expect(backend.asked('permohonan_withdraw_shortages')).toEqual([]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: /Tarik Lembar Kekurangan/ }));
    expect(await screen.findByLabelText('Alasan')).toHaveValue('Salah pi');
  });

  test('is not offered when it came from the intake', async () => {
    await showCase(new CaseBackend(moment('perlu-perbaikan-penerimaan')));
    expect(screen.queryByRole('button', { name: /Tarik Lembar Kekurangan/ })).toBeNull();
  });
});

test('a case that was declared sesuai is sent back to verification with a reason', async () => {
  const { backend, user } = await showCase(new CaseBackend(moment('sesuai')));
  await user.click(await screen.findByRole('button', { name: 'Kembalikan…' }));
  await screen.findByRole('dialog', { name: 'Kembalikan ke verifikasi' });
  await user.keyboard('NIK belum dibaca ulang{Enter}');
  await waitFor(() =>
    expect(backend.asked('permohonan_send_back')).toEqual([{ id: 'k-1', reason: 'NIK belum dibaca ulang' }]),
  );
  await waitFor(() => expect(row('alamat')).not.toBeNull());
});
