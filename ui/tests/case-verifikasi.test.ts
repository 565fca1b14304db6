import type { PictureRequest } from '../src/bindings';
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { focusedPlace, showCase } from './case-show';
import { CaseBackend, comparedCase } from './fake-case';
import { moment } from './recorded';
import { wireError } from './wire-error';
import { violations } from './show';

const row = (key: string) => document.querySelector<HTMLElement>(`[data-place="row:${key}"]`);

async function focusRow(key: string): Promise<void> {
  await waitFor(() => expect(row(key)).not.toBeNull());
  row(key)?.focus();
}

describe('the comparison', () => {
  test('nothing is ticked before the verifikator has answered the asli question', async () => {
    const view = moment('verifikasi-mulai');
    await showCase(new CaseBackend(view));
    await waitFor(() => expect(row('nama_usaha')).not.toBeNull());
    expect(screen.queryAllByText('Cocok', { selector: '.decision span' })).toHaveLength(0);
  });

  test('once the original was seen, SAMA and SETARA are ticked and MIRIP still waits', async () => {
    const { user } = await showCase(new CaseBackend({ ...comparedCase() }));
    const decision = (key: string) => row(key)?.querySelector('.decision')?.textContent?.trim();
    await focusRow('nama_usaha');
    expect([decision('nama_usaha'), decision('npwp'), decision('pj_nama'), decision('alamat')]).toEqual([
      'Cocok',
      'Cocok',
      'Belum',
      'Belum',
    ]);
    await user.keyboard(' ');
    await waitFor(() => expect(decision('nama_usaha')).toBe('Belum'));
  });

  test('a proposal stands beside the field and not in it, and needs no second hint', async () => {
    const view = comparedCase();
    const nik = view.rows.find((each) => each.key === 'pj_nik');
    await showCase(new CaseBackend(view));
    await focusRow('pj_nik');
    const field = await screen.findByLabelText('NIK menurut KTP');
    expect(field).toHaveValue('');
    expect(field).toHaveAttribute('placeholder', 'Ketik dari dokumen');
    expect(field).toHaveAccessibleDescription(
      `Usulan: ${nik?.proposal}. Baca dari dokumen asli; ketik bila berbeda.`,
    );
    expect(screen.queryByText('Lihat gambar di kanan, lalu ketik apa adanya.')).toBeNull();
  });

  test('without a proposal the row says where to read', async () => {
    await showCase(new CaseBackend(moment('verifikasi-mulai')));
    await focusRow('pj_nik');
    expect(await screen.findByText('Lihat gambar di kanan, lalu ketik apa adanya.')).toBeVisible();
  });

  test.each(['ditunda', 'verifikasi-petugas-lain'] as const)(
    'at %s no key is named that does nothing',
    async (at) => {
      const { container } = await showCase(new CaseBackend(moment(at)));
      await focusRow('pj_nama');
      const bar = [...container.querySelectorAll('footer.keys > span')].map((each) =>
        each.textContent?.trim(),
      );
      expect(bar).toEqual(['↑↓ pindah baris', 'G gambar besar', 'F1 SOP langkah ini']);
      expect(container.querySelectorAll('.question button kbd, .question [aria-keyshortcuts]')).toHaveLength(
        0,
      );
    },
  );

  test('the asli question has no answer of its own, also when somebody answered it at intake', async () => {
    await showCase(new CaseBackend(moment('verifikasi-mulai')));
    const question = await screen.findByRole('group', { name: 'KTP yang ditunjukkan:' });
    expect(
      within(question)
        .getAllByRole('button')
        .map((button) => button.textContent?.trim()),
    ).toEqual(['Asli', 'Salinan', 'IKD']);
  });

  test('a KTP that nothing frames is shown only small, and large only after a reason', async () => {
    const view = moment('verifikasi-ktp-tanpa-sudut');
    const { backend, user } = await showCase(new CaseBackend(view));
    await focusRow('pj_nama');
    const ktp = view.documents.find((one) => one.kind === 'ktp')?.pictures.map((each) => each.id);
    const asked = () =>
      backend
        .asked('picture_bytes')
        .map((request) => request as PictureRequest)
        .filter(({ picture }) => ktp?.includes(picture))
        .map(({ variant, reason }) => [variant, reason]);
    await waitFor(() => expect(asked()).toEqual([['thumb', null]]));
    await user.click(screen.getByRole('button', { name: /^Gambar besar: KTP/ }));
    expect(await screen.findByRole('dialog', { name: /Lihat asli/ })).toBeTruthy();
    expect(asked()).toEqual([['thumb', null]]);
  });

  test('F8 walks through what is missing in the order of the program', async () => {
    const view = moment('verifikasi-mulai');
    const { backend, user } = await showCase(new CaseBackend(view));
    await waitFor(() => expect(focusedPlace()).toMatch(/^document:/));
    const places = backend.view.missing.map((missing) => missing.place);
    const walked: (string | null)[] = [];
    for (let i = 0; i < 3; i += 1) {
      await user.keyboard('{F8}');
      await waitFor(() => expect(focusedPlace()).not.toBe(walked.at(-1) ?? null));
      walked.push(focusedPlace());
    }
    expect(walked).toEqual(places.slice(0, 3));
  });

  test('begins at the first original that nobody has looked at, and never on a button that answers', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('verifikasi-mulai')));
    await waitFor(() => expect(focusedPlace()).toBe('document:npwp'));
    await user.keyboard('{Enter} ');
    expect(backend.asked('document_sighting_set')).toEqual([]);
  });

  test('an answered original leads to the next one', async () => {
    const view = moment('verifikasi-mulai');
    const seen = structuredClone(view);
    for (const each of seen.documents) if (each.kind === 'npwp') each.sighting_counts = true;
    const backend = new CaseBackend(view, { document_sighting_set: () => seen });
    const { user } = await showCase(backend);
    await waitFor(() => expect(focusedPlace()).toBe('document:npwp'));
    await user.keyboard('a');
    await waitFor(() => expect(focusedPlace()).toBe('document:ktp'));
  });

  test('a single letter on a row answers the asli question of its document and stays on the row', async () => {
    const view = moment('verifikasi-mulai');
    const { backend, user, container } = await showCase(new CaseBackend(view));
    await waitFor(() => expect(focusedPlace()).toMatch(/^document:/));
    container.querySelector<HTMLElement>('[data-place="row:pj_nama"]')?.focus();
    await user.keyboard('a');
    await waitFor(() =>
      expect(backend.asked('document_sighting_set')).toEqual([
        expect.objectContaining({ document: 'ktp', sighting: 'asli' }),
      ]),
    );
    expect(focusedPlace()).toBe('row:pj_nama');
  });

  test('a reason that was being written when Loket was closed stands open again', async () => {
    const view = comparedCase();
    view.drafts['reason:pj_nama'] = 'Nama pada kartu lebih';
    await showCase(new CaseBackend(view));
    await waitFor(() => expect(focusedPlace()).toBe('row:pj_nama'));
    expect(screen.getByDisplayValue('Nama pada kartu lebih')).toBeVisible();
  });

  test('a single letter answers the asli question in which the focus stands', async () => {
    const view = moment('verifikasi-mulai');
    const { backend, user } = await showCase(new CaseBackend(view));
    await waitFor(() => expect(focusedPlace()).toMatch(/^document:/));
    await user.keyboard('{F8}s');
    await waitFor(() =>
      expect(backend.asked('document_sighting_set')).toEqual([
        { id: 'k-1', document: 'ktp', sighting: 'salinan' },
      ]),
    );
  });

  test('arrows move from row to row and stop at the ends', async () => {
    const { user } = await showCase(new CaseBackend(comparedCase()));
    await focusRow('bentuk_usaha');
    await user.keyboard('{ArrowUp}');
    expect(focusedPlace()).toBe('row:bentuk_usaha');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(focusedPlace()).toBe('row:nama_usaha'));
  });

  test('Alt+1 fills the ready reason, Enter accepts it and goes on to the next open row', async () => {
    const { backend, user } = await showCase(new CaseBackend(comparedCase()));
    await focusRow('pj_nama');
    await user.keyboard('{Alt>}1{/Alt}{Enter}');
    await waitFor(() =>
      expect(backend.asked('row_decide')).toEqual([
        {
          id: 'k-1',
          row: 'pj_nama',
          decision: 'cocok_dengan_catatan',
          reason: 'Nama pada formulir disingkat. KTP asli memuat nama lengkap.',
          reason_code: 'disingkat',
        },
      ]),
    );
    await waitFor(() => expect(focusedPlace()).toBe('row:pj_nik'));
  });

  test('a MIRIP without a reason is not accepted, and Enter says why', async () => {
    const { backend, user } = await showCase(new CaseBackend(comparedCase()));
    await focusRow('pj_nama');
    await user.keyboard('{Enter}');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Tulis atau pilih alasan lebih dulu.');
    expect(backend.asked('row_decide')).toEqual([]);
  });

  test('Space on a MIRIP row asks for a reason instead of ticking it', async () => {
    const { backend, user } = await showCase(new CaseBackend(comparedCase()));
    await focusRow('pj_nama');
    await user.keyboard(' ');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Alasan untuk Nama'));
    expect(backend.asked('row_decide')).toEqual([]);
  });

  test('letters typed into a reason are text, not keys of the screen', async () => {
    const { backend, user } = await showCase(new CaseBackend(comparedCase()));
    await focusRow('pj_nama');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Alasan untuk Nama'));
    await user.keyboard('cetak g t');
    expect(document.activeElement).toHaveValue('cetak g t');
    expect(backend.asked('row_decide')).toEqual([]);
  });

  test('a BEDA NPWP cannot be accepted, only sent back with a code', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('verifikasi-npwp-beda')));
    await focusRow('npwp');
    expect(
      screen.getByText('Perbedaan ini tidak dapat diterima dengan catatan. Minta perbaikan (F7).'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Cocok/ })).toBeNull();
    await user.keyboard('{Alt>}1{/Alt}{Enter}');
    await waitFor(() =>
      expect(backend.asked('row_decide')).toEqual([
        { id: 'k-1', row: 'npwp', decision: 'tidak_cocok', reason: '', reason_code: 'P05' },
      ]),
    );
  });

  test('the differing part is underlined and the rest is not', async () => {
    await showCase(new CaseBackend(comparedCase()));
    await focusRow('alamat');
    const underlined = [...(row('alamat')?.querySelectorAll('u') ?? [])].map((part) => part.textContent);
    expect(underlined).toEqual(['Gajah Mada', 'CONTOH RAYA']);
  });

  test('a value typed from the document goes to the program as one act on Enter', async () => {
    const typing = new CaseBackend(comparedCase());
    typing.follows('document_field_set', 'verifikasi-nik-dibaca');
    const { backend, user } = await showCase(typing);
    await focusRow('pj_nama');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('NIK menurut KTP'));
    await user.keyboard('3325114508759002{Enter}');
    await waitFor(() =>
      expect(backend.asked('document_field_set')).toEqual([
        { id: 'k-1', document: 'ktp', field: 'nik', value: '3325114508759002' },
      ]),
    );
    await waitFor(() => expect(focusedPlace()).toBe('row:lahir'));
  });

  test('Ctrl+Enter with something missing says so and goes to the first of it', async () => {
    const { backend, user } = await showCase(new CaseBackend(comparedCase()));
    await focusRow('bentuk_usaha');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/Belum dapat dinyatakan sesuai/)).toBeVisible();
    expect(backend.asked('permohonan_declare')).toEqual([]);
    await waitFor(() => expect(focusedPlace()).toBe(backend.view.missing[0]?.place));
  });

  test('a failed decision keeps the reason on the screen', async () => {
    const backend = new CaseBackend(comparedCase());
    backend.refuse(
      'row_decide',
      wireError({ code: 'DiskFull', what: 'Ruang diska habis, jadi data belum tersimpan.' }),
    );
    const { user } = await showCase(backend);
    await focusRow('pj_nama');
    await user.keyboard('{Alt>}1{/Alt}{Enter}');
    expect(await screen.findByText('Ruang diska habis, jadi data belum tersimpan.')).toBeVisible();
    expect(screen.getByLabelText('Alasan untuk Nama')).toHaveValue(
      'Nama pada formulir disingkat. KTP asli memuat nama lengkap.',
    );
  });

  test('a case held by somebody else is read only and says who holds it', async () => {
    const { backend, user } = await showCase(new CaseBackend(moment('verifikasi-petugas-lain')));
    expect(await screen.findByText(/Sedang ditangani Dewi Anggraini/)).toBeVisible();
    await focusRow('nama_usaha');
    await user.keyboard(' ct');
    expect(backend.asked('row_decide')).toEqual([]);
  });

  test('a sole owner, who answers for himself, is not asked about authority', async () => {
    await showCase(new CaseBackend({ ...comparedCase(), kewenangan_asked: false }));
    await waitFor(() => expect(row('npwp')).not.toBeNull());
    expect(screen.queryAllByText(/Kewenangan/)).toEqual([]);
  });

  test('the screen has no violation that axe can see', async () => {
    const { container } = await showCase(new CaseBackend(comparedCase()));
    await focusRow('pj_nama');
    expect(await violations(container)).toEqual([]);
  });
});
