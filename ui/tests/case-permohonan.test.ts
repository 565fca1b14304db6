import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { BACKEND } from '../src/backend';
import type { Duplicate, FormField } from '../src/bindings';
import NewGuest from '../src/permohonan/intake/NewGuest.svelte';
import { focusedPlace, showCase } from './case-show';
import { CaseBackend, emptyCase, places } from './fake-case';
import { wireError } from './wire-error';
import { moment, notice } from './recorded';
import { violations } from './show';

function showGuest(backend = new CaseBackend()) {
  const opened: string[] = [];
  const props = { onopened: (id: string) => opened.push(id), oncancel: () => undefined };
  render(NewGuest, { props, context: new Map([[BACKEND, backend]]) });
  return { backend, opened, user: userEvent.setup() };
}

describe('a new guest', () => {
  test('no kind of applicant is chosen beforehand', async () => {
    showGuest();
    const kinds = within(await screen.findByRole('group', { name: 'Siapa yang mendaftar?' }));
    for (const radio of kinds.getAllByRole('radio')) expect(radio).not.toBeChecked();
  });

  test('opening without a choice says what is missing and opens nothing', async () => {
    const { backend, opened, user } = showGuest();
    await screen.findByText(`Versi ${notice.version}`);
    await user.click(screen.getByRole('button', { name: /Buka permohonan/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Pilih jenis pelaku usaha lebih dulu.');
    expect(backend.asked('permohonan_open')).toEqual([]);
    expect(opened).toEqual([]);
  });

  test('the version of the notice that was read goes along', async () => {
    const { backend, opened, user } = showGuest();
    await screen.findByText(`Versi ${notice.version}`);
    await user.click(screen.getByLabelText(/Badan usaha/));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(opened).toEqual(['k-1']));
    expect(backend.asked('permohonan_open')).toEqual([
      { profil: 'badan_usaha', notice_version: notice.version },
    ]);
  });

  test('without the notice nothing can be opened', async () => {
    const backend = new CaseBackend();
    backend.refuse('privacy_notice', wireError({ what: 'Pemberitahuan tidak terbaca.' }));
    const { opened, user } = showGuest(backend);
    await screen.findByText('Pemberitahuan tidak terbaca.');
    await user.click(screen.getByLabelText(/Badan usaha/));
    await user.keyboard('{Enter}');
    expect(opened).toEqual([]);
  });
});

describe('the kabupaten', () => {
  async function leaveAfter(typed: string, backend = new CaseBackend(emptyCase())) {
    const { user } = await showCase(backend);
    const field = screen.getByLabelText('Kabupaten atau kota *');
    await user.type(field, typed);
    await user.tab();
    return { backend, user, field };
  }
  const codes = (backend: CaseBackend) =>
    (backend.asked('form_set') as { field: FormField; value: string }[])
      .filter((request) => request.field === 'kabupaten')
      .map((request) => request.value);

  test.each([
    ['batang', '3325'],
    ['kota pekalongan', '3375'],
    ['KABUPATEN PEKALONGAN, jawa tengah', '3326'],
    ['3326', '3326'],
  ])('left by Tab after "%s" stores the only place it can mean', async (typed, code) => {
    const backend = new CaseBackend(emptyCase());
    const { field } = await leaveAfter(typed, backend);
    await waitFor(() => expect(codes(backend)).toEqual([code]));
    expect(field).toHaveValue(
      { '3325': 'Kabupaten Batang', '3326': 'Kabupaten Pekalongan', '3375': 'Kota Pekalongan' }[code] +
        ', Jawa Tengah',
    );
    expect(field).toBeValid();
  });

  test.each([
    ['pekalongan', /belum tersimpan/],
    ['ba', /belum tersimpan/],
    ['Batavia', /Tidak ada kabupaten atau kota dengan nama itu/],
  ])('left by Tab after "%s" says that nothing is stored', async (typed, sentence) => {
    const backend = new CaseBackend(emptyCase());
    backend.answer('region_search', ({ text }) => (text === 'ba' ? places('k') : places(text)));
    const { field } = await leaveAfter(typed, backend);
    await waitFor(() => expect(field).toHaveAccessibleDescription(sentence));
    expect(field).toHaveValue(typed);
    expect(field).toBeInvalid();
    expect(codes(backend)).toEqual([]);
  });

  test('left with an entry that the arrows chose stores that entry', async () => {
    const backend = new CaseBackend(emptyCase());
    const { user } = await showCase(backend);
    const field = screen.getByLabelText('Kabupaten atau kota *');
    await user.type(field, 'pekalongan');
    await screen.findByRole('option', { name: /Kota Pekalongan/ });
    await user.keyboard('{ArrowDown}');
    await user.tab();
    await waitFor(() => expect(codes(backend)).toEqual(['3375']));
    expect(field).toHaveValue('Kota Pekalongan, Jawa Tengah');
  });

  test('chosen with Enter takes the focus from nobody who typed on meanwhile', async () => {
    const backend = new CaseBackend(emptyCase());
    const { user } = await showCase(backend);
    await user.type(screen.getByLabelText('Kabupaten atau kota *'), 'batang');
    await screen.findByRole('option', { name: /Batang/ });
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const setForm = backend.call.bind(backend);
    vi.spyOn(backend, 'call').mockImplementation((async (...asked: Parameters<typeof setForm>) => {
      const reply = await setForm(...asked);
      if (asked[0] === 'form_set') await answered;
      return reply;
    }) as typeof backend.call);
    await user.keyboard('{Enter}');
    const field = screen.getByLabelText(/^Nama direktur/);
    await user.type(field, 'Wulan');
    answer();
    await waitFor(() => expect(codes(backend)).toEqual(['3325']));
    await new Promise((rest) => setTimeout(rest, 50));
    await user.keyboard(' Pertiwi');
    expect(field).toHaveValue('Wulan Pertiwi');
  });

  test('chosen with Enter and then left is stored once', async () => {
    const backend = new CaseBackend(emptyCase());
    const { user } = await showCase(backend);
    await user.type(screen.getByLabelText('Kabupaten atau kota *'), 'batang');
    await screen.findByRole('option', { name: /Batang/ });
    await user.keyboard('{Enter}');
    await user.tab();
    await waitFor(() => expect(codes(backend)).toEqual(['3325']));
    // What leaving asks of the program is asked before the next act, and answered by the end of it.
    await user.type(screen.getByLabelText('Nama usaha *'), 'CV Alas Roban Sejahtera{Enter}');
    await waitFor(() =>
      expect(backend.asked('form_set')).toContainEqual(expect.objectContaining({ field: 'nama_usaha' })),
    );
    expect(codes(backend)).toEqual(['3325']);
  });

  test('that could not be looked up says so, and what was cut off before is not taken for stored', async () => {
    const backend = new CaseBackend({ ...emptyCase(), drafts: { 'form:kabupaten': 'batang' } });
    backend.refuse('region_search', wireError({ what: 'Loket tidak menjawab.' }));
    const { user } = await showCase(backend);
    const field = screen.getByLabelText('Kabupaten atau kota *');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/belum tersimpan/));
    await user.type(field, 'x');
    await user.tab();
    await waitFor(() => expect(field).toHaveAccessibleDescription(/belum tersimpan/));
    expect(codes(backend)).toEqual([]);
  });

  test('emptied and left is empty in the program too', async () => {
    const backend = new CaseBackend(moment('draf-terisi'));
    const { user } = await showCase(backend);
    const field = screen.getByLabelText('Kabupaten atau kota *');
    await waitFor(() => expect(field).toHaveValue('Kabupaten Batang, Jawa Tengah'));
    await user.clear(field);
    await user.tab();
    await waitFor(() => expect(codes(backend)).toEqual(['']));
  });
});

describe('the intake', () => {
  test('typing becomes a draft at once and one act on Enter', async () => {
    const { backend, user } = await showCase(new CaseBackend(emptyCase()));
    await user.type(screen.getByLabelText('Nama usaha *'), 'CV Alas Roban Sejahtera');
    await waitFor(() =>
      expect(backend.asked('draft_save')).toContainEqual({
        id: 'k-1',
        key: 'form:nama_usaha',
        value: 'CV Alas Roban Sejahtera',
      }),
    );
    expect(backend.asked('form_set')).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('form_set')).toEqual([
        { id: 'k-1', field: 'nama_usaha', value: 'CV Alas Roban Sejahtera' },
      ]),
    );
    expect(focusedPlace()).toBe('form:npwp');
  });

  test('a rest of one second is enough for the act', async () => {
    const { backend, user } = await showCase(new CaseBackend(emptyCase()));
    await user.type(screen.getByLabelText('Alamat'), 'Jl. Contoh 1');
    await waitFor(() => expect(backend.asked('form_set')).toHaveLength(1), { timeout: 2000 });
  });

  test('a failed save keeps every letter, says why, and the next try saves it', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse(
      'form_set',
      wireError({ what: 'Ruang diska habis, jadi data belum tersimpan.', todo: 'Kosongkan 200 MB.' }),
    );
    const { user } = await showCase(backend);
    const field = screen.getByLabelText('Nama usaha *');
    await user.type(field, 'CV Alas Roban{Enter}');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Ruang diska habis/));
    expect(field).toHaveValue('CV Alas Roban');
    expect(field).toHaveFocus();
    expect(screen.getByText('Belum tersimpan')).toBeVisible();
    backend.answer('form_set', () => backend.view);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field).not.toHaveAccessibleDescription(/Ruang diska habis/));
    expect(screen.queryByText('Belum tersimpan')).toBeNull();
  });

  test('a galat stands under its field and is its description', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.follows('form_set', 'draf-npwp-salah');
    const { user } = await showCase(backend);
    const field = screen.getByLabelText('NPWP *');
    await user.type(field, '99.700{Enter}');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/NPWP harus 15 atau 16 angka/));
    expect(field).toBeInvalid();
  });

  test('what was typed before a crash comes back from the draft', async () => {
    await showCase(new CaseBackend({ ...emptyCase(), drafts: { 'form:alamat': 'Jl. Gajah Ma' } }));
    expect(screen.getByLabelText('Alamat')).toHaveValue('Jl. Gajah Ma');
  });

  test.each(['badan_usaha', 'usaha_perorangan'] as const)(
    'what is compulsory for %s is what the program says, and nothing else',
    async (profil) => {
      const form_required: FormField[] =
        profil === 'badan_usaha'
          ? ['nama_usaha', 'kabupaten', 'bentuk_usaha']
          : ['npwp', 'penanggung_jawab_nama', 'pusat_cabang'];
      const { container } = await showCase(new CaseBackend({ ...emptyCase(), profil, form_required }));
      const starred = [...container.querySelectorAll<HTMLElement>('[data-place^="form:"]')]
        .filter((place) => place.textContent.includes('*'))
        .map((place) => place.dataset['place']);
      expect(starred.sort()).toEqual(form_required.map((field) => `form:${field}`).sort());
    },
  );

  test('"Terima berkas" is never grey: it names what is missing and goes there', async () => {
    const { backend, user } = await showCase(new CaseBackend(emptyCase()));
    const act = screen.getByRole('button', { name: /Terima berkas/ });
    expect(act).toHaveAttribute('aria-disabled', 'true');
    expect(act).toHaveAccessibleDescription(
      'Masih kurang 4: Kapasitas orang yang hadir, Nama orang yang hadir, KTP direktur, NPWP perusahaan.',
    );
    await user.click(act);
    expect(focusedPlace()).toBe('attendee');
    expect(backend.asked('permohonan_submit')).toEqual([]);
  });

  test('an act waits for the field that is still being typed', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('draf-terisi')));
    await user.type(screen.getByLabelText('Nama usaha *'), ' Jaya');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(backend.asked('permohonan_submit')).toHaveLength(1));
    const names = backend.calls.map((call) => call.name);
    expect(names.indexOf('form_set')).toBeLessThan(names.indexOf('permohonan_submit'));
  });

  test('received papers are answered with the Tanda Terima, which waits for the printer without stopping', async () => {
    const { user } = await showCase(new CaseBackend(moment('draf-terisi')));
    await user.click(screen.getByRole('button', { name: /Terima berkas/ }));
    expect(await screen.findByText(/^Tanda Terima Berkas .*terbit dan belum dicetak/)).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{Control>}p{/Control}');
    const dialog = await screen.findByRole('dialog', { name: /Tanda Terima Berkas/ });
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Cetak' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByText(/belum dicetak/)).toBeNull();
  });

  test('the screen has no violation that axe can see', async () => {
    const { container } = await showCase(new CaseBackend(emptyCase()));
    expect(await violations(container)).toEqual([]);
  });
});

describe('another permohonan that may be of the same vendor', () => {
  const [sameNpwp] = moment('draf-ganda').duplicates as [Duplicate];
  const QUESTION =
    'NPWP sama dengan permohonan 2026/1/0001 (Pemantauan pengisian SIKAP). Apakah ini akun kedua pelaku usaha yang sama?';
  const samePhone = (index: number): Duplicate => ({
    id: `k-${index + 100}`, needs_reason: false,
    grounds: [{ ground: 'same_phone', weight: 'question', text: `Nomor telepon ini dipakai juga pada ${index}?` }],
  }); // prettier-ignore
  const director: Duplicate = {
    id: 'k-9', needs_reason: false,
    grounds: [{ ground: 'same_person_in_charge', weight: 'information', text: 'Penanggung jawab ini tercatat juga.' }],
  }; // prettier-ignore
  const shown = (...duplicates: Duplicate[]) =>
    showCase(new CaseBackend({ ...moment(duplicates.length ? 'draf-ganda' : 'draf-terisi'), duplicates }));
  const reason = () => screen.queryByLabelText('Alasan tetap melanjutkan');

  test('is asked about in the words of the program, and the reason goes along with the act', async () => {
    const { backend, user, container } = await shown(sameNpwp);
    expect(screen.getByText('Mungkin permohonan ganda')).toBeVisible();
    expect(screen.getByText(QUESTION)).toBeVisible();
    await user.type(screen.getByLabelText('Alasan tetap melanjutkan'), 'Kantor cabang');
    await user.click(screen.getByRole('button', { name: /^Terima berkas/ }));
    await waitFor(() =>
      expect(backend.asked('permohonan_submit')).toEqual([{ id: 'k-2', duplicate_reason: 'Kantor cabang' }]),
    );
    expect(await violations(container)).toEqual([]);
  });

  test('leads to the reason while there is none, and nothing is handed in', async () => {
    const { backend, user } = await shown(sameNpwp);
    await user.click(screen.getByRole('button', { name: /^Terima berkas/ }));
    expect(backend.asked('permohonan_submit')).toEqual([]);
    await waitFor(() => expect(focusedPlace()).toBe('duplicate'));
  });

  test('lets Enter go on from the reason, and stays while it is empty', async () => {
    const { user } = await shown(sameNpwp);
    await user.click(screen.getByLabelText('Alasan tetap melanjutkan'));
    await user.keyboard('{Enter}');
    expect(focusedPlace()).toBe('duplicate');
    await user.keyboard('Kantor cabang{Enter}');
    await waitFor(() => expect(focusedPlace()).not.toBe('duplicate'));
  });

  test('lets Ctrl+Enter hand the case in from the reason', async () => {
    const { backend, user } = await shown(sameNpwp);
    await user.type(screen.getByLabelText('Alasan tetap melanjutkan'), 'Kantor cabang');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(backend.asked('permohonan_submit')).toHaveLength(1));
  });

  test('asks for no reason where nothing waits for one', async () => {
    await shown(samePhone(1), director);
    expect(screen.getByText('Nomor telepon ini dipakai juga pada 1?')).toBeVisible();
    expect(reason()).toBeNull();
  });

  test('is only told of where nothing is asked', async () => {
    await shown(director);
    expect(screen.getByText('Untuk diketahui')).toBeVisible();
    expect(screen.queryByText('Mungkin permohonan ganda')).toBeNull();
    expect(reason()).toBeNull();
  });

  test('shows the five strongest of many and says how many there are beside them', async () => {
    await shown(sameNpwp, ...Array.from({ length: 7 }, (_, index) => samePhone(index)));
    expect(screen.getByText(QUESTION)).toBeVisible();
    expect(screen.getByText('Nomor telepon ini dipakai juga pada 3?')).toBeVisible();
    expect(screen.queryByText('Nomor telepon ini dipakai juga pada 4?')).toBeNull();
    expect(screen.getByText(/Ada 3 permohonan lain yang serupa/)).toBeVisible();
  });

  test('is not asked about where there is none', async () => {
    await shown();
    expect(screen.queryByText('Mungkin permohonan ganda')).toBeNull();
    expect(reason()).toBeNull();
  });
});
