// The data of a verified vendor change: a permohonan of its own, what the letter asks for, and both values side by side.
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { focusedPlace, showCase, type ShownCase } from './case-show';
import { CaseBackend } from './fake-case';
import App from '../src/App.svelte';
import Archive from '../src/archive/ArchiveTable.svelte';
import type { FormField, PermohonanView } from '../src/bindings';
import FollowRow from '../src/home/FollowRow.svelte';
import NextPanel from '../src/home/NextPanel.svelte';
import WaitingRow from '../src/home/WaitingRow.svelte';
import { dispatchKey } from '../src/keyboard/shortcuts.svelte';
import type { Answers } from './fake-backend';
import { session } from './fictional/office';
import { homeOf, moment, notice } from './recorded';
import { show, violations } from './show';
import { wireError } from './wire-error';

const dialog = () => screen.getByRole('dialog', { name: 'Ajukan perubahan data' });
/** The company and the chips beside it. */
const named = () => screen.getByRole('heading', { level: 1 }).parentElement as HTMLElement;
const part = (name: string) => screen.getByRole('checkbox', { name });

describe('a case that was verified', () => {
  async function asking(answers: Answers = {}): Promise<ShownCase> {
    const shown = await showCase(new CaseBackend(moment('selesai'), answers));
    await shown.user.click(screen.getByRole('button', { name: 'Ajukan perubahan data' }));
    await screen.findByText(notice.paragraphs[0] ?? '');
    return shown;
  }

  test('opens the permohonan that changes its data, and goes there', async () => {
    const { backend, user, opened } = await asking();
    await waitFor(() => expect(part('Surel')).toHaveFocus());
    expect(await violations(dialog())).toEqual([]);
    await user.keyboard(' ');
    await user.click(part('Direktur'));
    await user.click(screen.getByRole('radio', { name: 'Daring' }));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    await waitFor(() => expect(opened).toEqual(['k-9']));
    expect(backend.asked('perubahan_open')).toEqual([
      { id: 'k-1', parts: ['surel', 'penanggung_jawab'], channel: 'daring', notice_version: notice.version },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asks for a part before anything is sent, and the focus stands there', async () => {
    const { backend, user } = await asking();
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Pilih paling sedikit satu data yang berubah.',
    );
    expect(part('Surel')).toHaveFocus();
    expect(screen.getByRole('group', { name: 'Data yang berubah' })).toHaveAccessibleDescription(
      'Pilih paling sedikit satu data yang berubah.',
    );
    expect(backend.asked('perubahan_open')).toEqual([]);
    expect(await violations(dialog())).toEqual([]);
  });

  test('sends nothing when the only part was unticked again', async () => {
    const { backend, user } = await asking();
    await user.click(part('NPWP atau PKP'));
    await user.click(part('NPWP atau PKP'));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(backend.asked('perubahan_open')).toEqual([]);
  });

  test('says in the dialog why it could not be opened, and what was ticked stays', async () => {
    const { backend, user, opened } = await asking();
    backend.refuse(
      'perubahan_open',
      wireError({
        code: 'TransitionRefused',
        what: 'Perubahan data ini sedang berjalan pada permohonan 2026/1/0002.',
      }),
    );
    await user.click(part('Alamat'));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(await within(dialog()).findByRole('alert')).toHaveTextContent('sedang berjalan pada permohonan');
    expect(part('Alamat')).toBeChecked();
    expect(opened).toEqual([]);
  });

  test('opens nothing without the notice, and asks for it once more', async () => {
    const { backend, user, opened } = await showCase(new CaseBackend(moment('selesai')));
    backend.refuse('privacy_notice', wireError({ what: 'Diska tidak terbaca.' }));
    await user.click(screen.getByRole('button', { name: 'Ajukan perubahan data' }));
    expect(await within(dialog()).findByRole('alert')).toHaveTextContent('Diska tidak terbaca.');
    await user.click(part('Surel'));
    backend.answer('privacy_notice', notice);
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(await screen.findByText(notice.paragraphs[0] ?? '')).toBeVisible();
    expect(opened).toEqual([]);
  });

  test('opens nothing twice while the first answer is awaited', async () => {
    const { backend, user } = await asking({ perubahan_open: () => new Promise(() => undefined) });
    await user.click(part('Surel'));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    await user.click(screen.getByRole('button', { name: 'Buka permohonan' }));
    expect(backend.asked('perubahan_open')).toHaveLength(1);
  });

  test('is left as it was with Escape', async () => {
    const { backend, user, closed } = await asking();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Ajukan perubahan data' })).toHaveFocus());
    expect(backend.asked('perubahan_open')).toEqual([]);
    expect(closed()).toBe(0);
  });

  test('offers only what a vendor of its kind may change', async () => {
    const view = moment('selesai');
    const { user } = await showCase(new CaseBackend({ ...view, changeable: ['surel', 'npwp'] }));
    await user.click(screen.getByRole('button', { name: 'Ajukan perubahan data' }));
    expect(within(dialog()).getAllByRole('checkbox')).toHaveLength(2);
    expect(screen.queryByRole('checkbox', { name: 'Direktur' })).toBeNull();
  });

  test('whose data are being changed offers no second change, and leads to the first', async () => {
    const { user, opened } = await showCase(new CaseBackend(moment('selesai-diubah')));
    expect(screen.queryByRole('button', { name: 'Ajukan perubahan data' })).toBeNull();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: '2026/1/0002 (Draf)' }));
    expect(opened).toEqual(['k-1']);
  });

  test('of another end offers no change', async () => {
    await showCase(new CaseBackend(moment('ditolak')));
    expect(screen.queryByRole('button', { name: 'Ajukan perubahan data' })).toBeNull();
  });
});

test('the window goes from case to case, the focus with it, and Escape leads back to the desk', async () => {
  const cases: Record<string, PermohonanView> = {
    'k-1': moment('selesai'),
    'k-9': { ...moment('perubahan-draf'), id: 'k-9', company: 'Yang berubah' },
  };
  const backend = new CaseBackend(moment('selesai'), {
    permohonan_get: ({ id }) => structuredClone(cases[id === 'k-9' ? id : 'k-1'] as PermohonanView),
  });
  window.addEventListener('keydown', dispatchKey);
  const user = userEvent.setup();
  render(App, { props: { backend } });
  await user.click(await screen.findByRole('button', { name: /^Mulai verifikasi|^Lanjutkan/ }));
  await user.click(await screen.findByRole('button', { name: 'Ajukan perubahan data' }));
  await screen.findByText(notice.paragraphs[0] ?? '');
  await user.click(part('Surel'));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Yang berubah' })).toBeVisible();
  await waitFor(() => expect(focusedPlace()).toBe('surat:nomor'));
  await new Promise((done) => setTimeout(done, 20));
  expect(focusedPlace()).toBe('surat:nomor');
  await user.keyboard('{Escape}');
  expect(await screen.findByText('Menunggu di loket')).toBeVisible();
});

describe('the header', () => {
  test('says that data are changed', async () => {
    await showCase(new CaseBackend(moment('perubahan-terisi')));
    expect(within(named()).getByText('Perubahan data')).toBeVisible();
  });

  test('says nothing of it where an account is new', async () => {
    await showCase(new CaseBackend(moment('draf-terisi')));
    expect(within(named()).queryByText('Perubahan data')).toBeNull();
  });
});

const card = () => screen.getByRole('region', { name: 'Perubahan data' });
const letter = () => screen.getByRole('region', { name: 'Surat permohonan' });
const fact = (name: string) => within(within(letter()).getByRole('radiogroup', { name }));

describe('what changes', () => {
  test('is saved with every tick, in the order of the program', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('perubahan-draf')));
    expect(await violations()).toEqual([]);
    expect(part('Direktur')).toBeChecked();
    await user.click(part('Surel'));
    await waitFor(() =>
      expect(backend.asked('perubahan_set')).toEqual([{ id: 'k-1', parts: ['surel', 'penanggung_jawab'] }]),
    );
    await user.click(part('Direktur'));
    await waitFor(() => expect(backend.asked('perubahan_set')).toHaveLength(2));
    expect(backend.asked('perubahan_set')[1]).toEqual({ id: 'k-1', parts: ['surel'] });
    expect(part('Direktur')).not.toBeChecked();
  });

  test('is never nothing: the last tick stays, says why, and nothing is sent', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('perubahan-draf')));
    await user.click(part('Direktur'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Paling sedikit satu data harus berubah.');
    await waitFor(() => expect(part('Direktur')).toBeChecked());
    expect(part('Direktur')).toHaveFocus();
    await user.click(part('Direktur'));
    await waitFor(() => expect(part('Direktur')).toBeChecked());
    expect(backend.asked('perubahan_set')).toEqual([]);
    await user.click(part('NPWP atau PKP'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  test('that is not kept says so, and the tick stands on the screen until it is', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('perubahan-draf')));
    backend.refuse('perubahan_set', wireError({ what: 'Ruang diska habis.' }));
    await user.click(part('Alamat'));
    expect(await within(card()).findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(part('Alamat')).toBeChecked();
    expect(screen.getByText('Belum tersimpan')).toBeVisible();
  });

  test('leads to the permohonan whose data they are', async () => {
    const { user, opened } = await showCase(new CaseBackend(moment('perubahan-draf')));
    await user.click(screen.getByRole('button', { name: 'Dari permohonan 2026/1/0001' }));
    expect(opened).toEqual(['k-2']);
  });

  test('names no permohonan that is not known any more', async () => {
    const view = moment('perubahan-draf');
    if (view.perubahan) view.perubahan.of = null;
    await showCase(new CaseBackend(view));
    expect(screen.queryByRole('button', { name: /Dari permohonan/ })).toBeNull();
  });

  test('is asked of nobody whose account is new', async () => {
    await showCase(new CaseBackend(moment('draf-terisi')));
    expect(screen.queryByRole('region', { name: 'Perubahan data' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Surat permohonan' })).toBeNull();
  });
});

describe('the letter', () => {
  test('is where a change begins, and Enter goes through it', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('perubahan-draf')));
    await waitFor(() => expect(focusedPlace()).toBe('surat:nomor'));
    await user.keyboard('-{Enter}');
    await waitFor(() => expect(focusedPlace()).toBe('surat:tanggal'));
    await user.keyboard('20-11-2026{Enter}');
    await waitFor(() => expect(focusedPlace()).toBe('surat:kop'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focusedPlace()).toBe('surat:meterai'));
    expect(backend.view.perubahan?.surat).toEqual({
      nomor: '-',
      tanggal: '20-11-2026',
      kop: true,
      meterai: null,
      tanda_tangan: null,
      cap: null,
    });
  });

  test('has no answer until somebody gives one, and every answer is kept with the others', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('perubahan-draf')));
    for (const radio of within(letter()).getAllByRole('radio')) expect(radio).not.toBeChecked();
    await user.click(fact('Berkop').getByRole('radio', { name: 'Ya' }));
    await user.click(fact('Bermeterai').getByRole('radio', { name: 'Tidak' }));
    await user.click(fact('Ditandatangani').getByRole('radio', { name: 'Ya' }));
    await user.click(fact('Bercap perusahaan').getByRole('radio', { name: 'Ya' }));
    await waitFor(() => expect(backend.asked('surat_permohonan_set')).toHaveLength(4));
    expect(backend.asked('surat_permohonan_set')[3]).toEqual({
      id: 'k-1',
      surat: { nomor: '', tanggal: '', kop: true, meterai: false, tanda_tangan: true, cap: true },
    });
  });

  test('that is not kept says so, and the answer stays', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('perubahan-draf')));
    backend.refuse('surat_permohonan_set', wireError({ what: 'Ruang diska habis.' }));
    await user.click(fact('Berkop').getByRole('radio', { name: 'Tidak' }));
    expect(await within(letter()).findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(fact('Berkop').getByRole('radio', { name: 'Tidak' })).toBeChecked();
  });

  test('whose number is not kept keeps what was typed in its field', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('perubahan-draf')));
    backend.refuse('surat_permohonan_set', wireError({ what: 'Isian terlalu panjang.' }));
    const field = within(letter()).getByRole('textbox', { name: 'Nomor' });
    await user.type(field, '017{Enter}');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Isian terlalu panjang/));
    expect(field).toHaveValue('017');
    expect(focusedPlace()).toBe('surat:nomor');
  });

  test('opens again with what was being typed', async () => {
    const view = moment('perubahan-draf');
    view.drafts['surat:nomor'] = '017/RKU';
    await showCase(new CaseBackend(view));
    expect(within(letter()).getByRole('textbox', { name: 'Nomor' })).toHaveValue('017/RKU');
  });

  /** The case while it is compared, with these things missing of the change. */
  function comparing(...places: PermohonanView['missing'][number]['place'][]): PermohonanView {
    const view = moment('perubahan-verifikasi');
    view.missing = places.map((place) => ({ guard: 'G-UBAH', label: place, place }));
    return view;
  }

  test.each(['surat:meterai', 'surat:tanggal', 'perubahan'] as const)(
    'is reached at %s while it is compared',
    async (place) => {
      const { user } = await showCase(new CaseBackend(comparing(place)));
      await user.keyboard('{F8}');
      await waitFor(() => expect(focusedPlace()).toBe(place));
    },
  );

  test('is not where a field that is still as it was leads: that is its row', async () => {
    const { user } = await showCase(new CaseBackend(comparing('form:surel')));
    await user.keyboard('{F8}');
    await waitFor(() => expect(focusedPlace()).toBe('row:surel'));
  });

  test('stands on the spine until nothing of the change is missing', async () => {
    const { user } = await showCase(new CaseBackend(comparing('form:surel', 'surat:cap')));
    const task = within(screen.getByRole('navigation', { name: 'Langkah SOP' })).getByRole('button', {
      name: 'Perubahan data',
    });
    expect(task).not.toHaveClass('done');
    await user.click(task);
    await waitFor(() => expect(focusedPlace()).toBe('surat:cap'));
  });

  test('is done on the spine once it was read, and no violation is on the screen', async () => {
    await showCase(new CaseBackend(moment('perubahan-verifikasi')));
    expect(screen.getByRole('button', { name: 'Perubahan data' })).toHaveClass('done');
    expect(await violations()).toEqual([]);
  });
});

describe('what was verified before', () => {
  /** The filled form, where these fields said something else. */
  function changed(former: Partial<Record<FormField, string>>): CaseBackend {
    const view = moment('perubahan-terisi');
    if (view.perubahan) view.perubahan.former = former;
    return new CaseBackend(view);
  }
  const field = (name: RegExp) => screen.getByRole('textbox', { name });

  test('stands under the field that says something else now, and is read with it', async () => {
    await showCase(new CaseBackend(moment('perubahan-terisi')));
    expect(field(/^Nama direktur/)).toHaveAccessibleDescription('Semula: Bambang Sutrisno');
    expect(field(/^NIK direktur/)).toHaveAccessibleDescription(/Semula: 3325112305709012$/);
    expect(screen.getAllByText(/^Semula:/)).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  test('is said also where nothing had been filled in', async () => {
    await showCase(changed({ website: '' }));
    expect(field(/^Laman/)).toHaveAccessibleDescription('Semula: tidak diisi');
  });

  test('does not give way to what is wrong with the new value', async () => {
    const view = moment('perubahan-terisi');
    const note = { severity: 'galat', rule: 'F-01', text: 'Surel belum lengkap.' } as const;
    view.form.surel = { value: 'kantor@', notes: [note] };
    if (view.perubahan) view.perubahan.former = { surel: 'kantor@reban.example' };
    await showCase(new CaseBackend(view));
    expect(field(/^Surel/)).toHaveAccessibleDescription('Surel belum lengkap. Semula: kantor@reban.example');
  });

  test('is said of a closed list in words, and not as it is stored', async () => {
    await showCase(changed({ bentuk_usaha: 'CV', pusat_cabang: 'cabang' }));
    expect(screen.getByRole('combobox', { name: /^Bentuk usaha/ })).toHaveAccessibleDescription('Semula: CV');
    expect(screen.getByRole('radiogroup', { name: /^Pusat atau cabang/ })).toHaveAccessibleDescription(
      'Semula: Cabang',
    );
  });

  test('names the kabupaten, and says its code where the list cannot be asked', async () => {
    await showCase(changed({ kabupaten: '3375' }));
    const kabupaten = screen.getByRole('combobox', { name: /^Kabupaten/ });
    await waitFor(() =>
      expect(kabupaten).toHaveAccessibleDescription('Semula: Kota Pekalongan, Jawa Tengah'),
    );
  });

  test('is at least a code where the list of kabupaten cannot be asked', async () => {
    const backend = changed({ kabupaten: '3375' });
    backend.refuse('region_search', wireError({ what: 'Daftar tidak terbaca.' }));
    await showCase(backend);
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: /^Kabupaten/ })).toHaveAccessibleDescription(
        'Semula: 3375',
      ),
    );
  });

  test('is said of nothing in a form of a new account', async () => {
    await showCase(new CaseBackend(moment('draf-terisi')));
    expect(screen.queryByText(/^Semula:/)).toBeNull();
  });

  test('stands in its row below the value of the form', async () => {
    await showCase(new CaseBackend(moment('perubahan-verifikasi')));
    const row = screen.getByRole('row', { name: /^Nama Dewi/ });
    expect(within(row).getByText('Semula: Bambang Sutrisno')).toBeVisible();
    expect(within(screen.getByRole('grid')).getAllByText(/^Semula:/)).toHaveLength(2);
  });
});

describe('an approved change', () => {
  function approved(user_id: string | null): CaseBackend {
    const view: PermohonanView = { ...moment('disetujui'), layanan: 'perubahan_data' };
    if (user_id === null) delete view.form.user_id;
    else view.form.user_id = { value: user_id, notes: [] };
    return new CaseBackend(view);
  }

  test('is noted with the User ID of the account that exists', async () => {
    const { backend, user } = await showCase(approved('akun.s-17'));
    expect(screen.getByRole('region', { name: 'Catat perubahan di SPSE' })).toHaveTextContent(
      'Ubah data di SPSE, lalu pastikan User ID-nya.',
    );
    const field = screen.getByRole('textbox', { name: 'User ID SPSE' });
    expect(field).toHaveValue('akun.s-17');
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('permohonan_activate')).toEqual([{ id: 'k-1', user_id: 'akun.s-17' }]),
    );
  });

  test('says beside another User ID that the account stays, and takes it', async () => {
    const { backend, user } = await showCase(approved('akun.s-17'));
    const field = screen.getByRole('textbox', { name: 'User ID SPSE' });
    expect(field).not.toHaveAccessibleDescription();
    await user.clear(field);
    await user.type(field, 'akun.s-71');
    expect(field).toHaveAccessibleDescription(/^Semula akun.s-17\. Perubahan data tidak mengganti/);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('permohonan_activate')).toHaveLength(1));
  });

  test('is not noted without one', async () => {
    const { backend, user } = await showCase(approved(null));
    await user.click(screen.getByRole('button', { name: /Catat perubahan/ }));
    expect(screen.getByRole('textbox', { name: 'User ID SPSE' })).toBeInvalid();
    expect(backend.asked('permohonan_activate')).toEqual([]);
  });

  test('is not what the screen speaks of where an account is new', async () => {
    await showCase(new CaseBackend(moment('disetujui')));
    expect(screen.getByRole('region', { name: 'Catat aktivasi di SPSE' })).toBeVisible();
    expect(screen.queryByText(/Catat perubahan/)).toBeNull();
  });
});

describe('a list', () => {
  const [fresh] = homeOf('beranda').waiting;
  if (!fresh) throw new Error('nobody waits on the recorded morning');
  const nothing = () => undefined;
  const lists = (row: typeof fresh) =>
    [
      ['of those who wait', () => show(WaitingRow, { row, onopen: nothing })],
      ['of those who are waited for', () => show(FollowRow, { row, text: '', onopen: nothing })],
      [
        'of what was found',
        () => show(Archive, { cases: [row], session, onopen: nothing, ontimeline: nothing, onwalk: nothing }),
      ],
      [
        'that has come to its first',
        () =>
          show(NextPanel, {
            row,
            call: null,
            verifies: true,
            busy: false,
            onstart: nothing,
            onopen: nothing,
          }),
      ],
    ] as const;

  test.each(lists({ ...fresh, layanan: 'perubahan_data' }))('%s says whose data change', (_, put) => {
    put();
    expect(screen.getByText(/Perubahan data/)).toBeVisible();
  });

  test.each(lists(fresh))('%s says nothing of a new account', (_, put) => {
    put();
    expect(screen.queryByText(/Perubahan data/)).toBeNull();
  });
});
