import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import type { PastedField, PastePreview } from '../src/bindings';
import { forgetToasts, shownToast } from '../src/components/toast/toasts.svelte';
import { showCase, type ShownCase } from './case-show';
import { CaseBackend, emptyCase, filledCase, plain } from './fake-case';
import { wireError } from './wire-error';
import { violations } from './show';

afterEach(async () => {
  await new Promise((done) => setTimeout(done));
  forgetToasts();
});

const found = (change: Partial<PastedField> & Pick<PastedField, 'field' | 'value'>): PastedField => ({
  raw: change.value,
  value_name: null,
  notes: [],
  current: '',
  current_name: null,
  chosen: true,
  ...change,
});

const fault = { severity: 'galat' as const, rule: 'N-11', text: 'NPWP harus 15 atau 16 angka.' };

/** S-01 as the program reads it, over a form in which name and place stand already. */
const s01: PastePreview = {
  fields: [
    found({
      field: 'nama_usaha',
      value: 'CV Alas Roban Sejahtera',
      current: 'CV Alas Roban',
      chosen: false,
    }),
    found({ field: 'npwp', value: '09970010115130', notes: [fault] }),
    found({
      field: 'kabupaten',
      raw: 'Kab. Batang',
      value: '3325',
      value_name: 'Kabupaten Batang, Jawa Tengah',
      current: '3325',
      current_name: 'Kabupaten Batang, Jawa Tengah',
    }),
    found({ field: 'hp', raw: '0812-0000-9001', value: '+6281200009001' }),
  ],
  unclear: [
    { field: 'surel', values: ['a@usaha.example', 'b@usaha.example'], why: 'Ada lebih dari satu nilai.' },
  ],
  not_understood: ['Data Penyedia'],
  more: 0,
  peta_fault: null,
};

const nothing: PastePreview = {
  fields: [],
  unclear: [],
  not_understood: ['Beranda'],
  more: 3,
  peta_fault: null,
};

async function openDialog(preview: PastePreview = s01): Promise<ShownCase> {
  const backend = new CaseBackend(
    { ...emptyCase(), form: { nama_usaha: plain('CV Alas Roban'), kabupaten: plain('3325') } },
    { form_paste_preview: preview },
  );
  const shown = await showCase(backend);
  await shown.user.keyboard('{F6}');
  await waitFor(() => expect(box()).toHaveFocus());
  return shown;
}

const box = () => screen.getByLabelText('Tempel di sini');
const checkbox = (name: string) => screen.getByRole('checkbox', { name: `Isi ${name}` });

/** A paste as the browser tells it; false when the page kept it out of the box. */
function paste(text: string, html = ''): Promise<boolean> {
  const kinds: Record<string, string> = { 'text/plain': text, 'text/html': html };
  return fireEvent.paste(box(), { clipboardData: { getData: (kind: string) => kinds[kind] ?? '' } });
}

async function pasted(preview: PastePreview = s01): Promise<ShownCase> {
  const shown = await openDialog(preview);
  await paste('NPWP: 1', '<p>NPWP: 1</p>');
  return shown;
}

describe('pasting from SPSE', () => {
  test('fills what was ticked with the keyboard alone', async () => {
    const { backend, user } = await pasted();
    await waitFor(() => expect(checkbox('Nama usaha')).toHaveFocus());
    expect(backend.asked('form_paste_preview')).toEqual([
      { id: 'k-1', html: '<p>NPWP: 1</p>', text: 'NPWP: 1' },
    ]);
    expect(screen.getByRole('button', { name: 'Isi 2 isian' })).toBeVisible();
    await user.keyboard(' ');
    expect(screen.getByRole('button', { name: 'Isi 3 isian' })).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('form_paste')).toEqual([
      {
        id: 'k-1',
        fields: [
          { field: 'nama_usaha', value: 'CV Alas Roban Sejahtera' },
          { field: 'npwp', value: '09970010115130' },
          { field: 'hp', value: '+6281200009001' },
        ],
      },
    ]);
    expect(shownToast()?.text).toBe('3 isian diisi dari SPSE.');
    await waitFor(() => expect(screen.getByLabelText(/^Nama usaha/)).toHaveValue('CV Alas Roban Sejahtera'));
  });

  test('names the place and the choices that were pasted on the form behind it', async () => {
    const fields = [
      found({ field: 'bentuk_usaha', value: 'CV' }),
      found({ field: 'kabupaten', value: '3326', value_name: 'Kabupaten Pekalongan, Jawa Tengah' }),
      found({ field: 'pusat_cabang', value: 'cabang' }),
    ];
    const { backend, user } = await openDialog({ ...s01, fields });
    backend.answer('region_search', [
      { code: '3326', name: 'Kabupaten Pekalongan', province: 'Jawa Tengah' },
    ]);
    await paste('x');
    await waitFor(() => expect(checkbox('Bentuk usaha')).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const place = screen.getByRole('combobox', { name: /^Kabupaten atau kota/ });
    await waitFor(() => expect(place).toHaveValue('Kabupaten Pekalongan, Jawa Tengah'));
    expect(screen.getByRole('combobox', { name: /^Bentuk usaha/ })).toHaveValue('CV');
    expect(screen.getByRole('radio', { name: 'Cabang' })).toBeChecked();
    await user.click(place);
    await user.tab();
    expect(backend.asked('form_set'), 'a place that was pasted is not stored once more').toEqual([]);
  });

  test('shows old and new side by side and ticks nothing over what is filled', async () => {
    await pasted();
    const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) }));
    await waitFor(() => expect(row('Nama usaha').getByText('CV Alas Roban')).toBeVisible());
    expect(checkbox('Nama usaha')).not.toBeChecked();
    expect(checkbox('NPWP')).toBeChecked();
    expect(checkbox('NPWP')).toHaveAccessibleDescription('NPWP harus 15 atau 16 angka.');
    expect(row('Kabupaten').getByText('Sudah sama')).toBeVisible();
    expect(row('Kabupaten').queryByRole('checkbox')).toBeNull();
    expect(row('Kabupaten').getByText('Tertulis di SPSE: Kab. Batang')).toBeVisible();
    expect(screen.getByText('a@usaha.example / b@usaha.example', { exact: false })).toBeVisible();
    expect(screen.getByText('1 baris tidak dikenali')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('leaves with Esc and changes nothing, and what was pasted is nowhere on the page', async () => {
    const { backend, user, container } = await openDialog();
    expect(await violations()).toEqual([]);
    expect(await paste('rahasia: 12345', '<p>rahasia: 12345</p>')).toBe(false);
    await waitFor(() => expect(checkbox('NPWP')).toBeVisible());
    expect(document.body.textContent).not.toContain('12345');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('form_paste')).toEqual([]);
    expect(document.body.textContent).not.toContain('+6281200009001');
    expect(within(container).getByLabelText(/^Nama usaha/)).toHaveValue('CV Alas Roban');
    await user.keyboard('{F6}');
    await waitFor(() => expect(box()).toHaveValue(''));
  });

  test('with nothing recognised says what to copy and takes the next paste', async () => {
    const { backend } = await pasted(nothing);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Tidak ada isian yang dikenali.');
    expect(alert).toHaveTextContent('Salin tabel data penyedia di SPSE');
    expect(box()).toHaveFocus();
    backend.answer('form_paste_preview', s01);
    await paste('NPWP: 1');
    await waitFor(() => expect(checkbox('NPWP')).toBeVisible());
    expect(screen.queryByText('Tidak ada isian yang dikenali.')).toBeNull();
  });

  test('a clipboard without words is said to be empty, and nothing is asked', async () => {
    const { backend, user } = await openDialog();
    await paste('  ');
    expect(await screen.findByText('Belum ada yang ditempel.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Baca' }));
    expect(box()).toHaveFocus();
    expect(backend.asked('form_paste_preview')).toEqual([]);
  });

  test('words that came without a paste are read with Ctrl+Enter', async () => {
    const { backend, user } = await openDialog();
    await user.keyboard('NPWP: 1{Control>}{Enter}{/Control}');
    await waitFor(() => expect(checkbox('NPWP')).toBeVisible());
    expect(backend.asked('form_paste_preview')).toEqual([{ id: 'k-1', html: null, text: 'NPWP: 1' }]);
    expect(backend.asked('permohonan_submit')).toEqual([]);
  });

  test('a paste that is refused says why and keeps the box ready', async () => {
    const { backend } = await openDialog();
    backend.refuse(
      'form_paste_preview',
      wireError({ code: 'InvalidInput', what: 'Yang ditempel terlalu panjang.' }),
    );
    await paste('NPWP: 1');
    expect(await screen.findByText(/Yang ditempel terlalu panjang./)).toBeVisible();
    expect(box()).toHaveFocus();
  });

  test('with nothing ticked says so instead of doing nothing', async () => {
    const { backend, user } = await pasted();
    await waitFor(() => expect(checkbox('NPWP')).toBeVisible());
    await user.click(checkbox('NPWP'));
    await user.click(checkbox('Nomor HP'));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Pilih paling sedikit satu isian.')).toBeVisible();
    expect(backend.asked('form_paste')).toEqual([]);
  });

  test('where everything is the same already the button closes', async () => {
    const same = s01.fields.filter((each) => each.field === 'kabupaten');
    const { backend, user } = await pasted({ ...s01, fields: same, unclear: [] });
    const close = await screen.findByText('Sudah sama');
    expect(close).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement),
    );
    await user.click(screen.getAllByRole('button', { name: 'Tutup' }).at(-1) as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('form_paste')).toEqual([]);
  });

  test('a refusal while filling is read in the dialog, and nothing chosen is lost', async () => {
    const { backend, user } = await pasted();
    backend.refuse('form_paste', wireError({ code: 'DiskFull', what: 'Ruang diska habis.' }));
    await waitFor(() => expect(checkbox('NPWP')).toBeVisible());
    await user.click(checkbox('Nama usaha'));
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Ruang diska habis./)).toBeVisible();
    expect(checkbox('Nama usaha')).toBeChecked();
  });

  test("a faulty line of the office's own map is said above the table", async () => {
    await pasted({ ...s01, peta_fault: 'Baris 2 pada peta-spse.tsv milik kantor salah.' });
    expect(await screen.findByText(/Baris 2 pada peta-spse.tsv/)).toBeVisible();
    expect(screen.getByText(/Perbaiki peta itu di folder kantor/)).toBeVisible();
    expect(checkbox('NPWP')).toBeVisible();
  });

  test('is not offered once the case waits for its turn', async () => {
    const { user } = await showCase(new CaseBackend(filledCase()));
    expect(screen.queryByRole('button', { name: /Tempel dari SPSE/ })).toBeNull();
    await user.keyboard('{F6}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
