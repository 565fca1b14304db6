// What the imported daftar hitam says beside the question, and how it becomes the answer: never by itself.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DaftarHitam, DaftarHitamAnswerView, DaftarHitamHitView, PermohonanView } from '../src/bindings';
import { focusedPlace, showCase, type ShownCase } from './case-show';
import { CaseBackend, comparedCase } from './fake-case';
import { hit } from './fictional/hitam';
import { moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const past = hit({ agreement: 'sama', holds: false, from: '2019-01-12', until: '2020-01-12', decision: '' });

const LISTED = '2026-11-16';
const saying = (hits: DaftarHitamHitView[], list_date = LISTED): DaftarHitamAnswerView => ({
  list_date,
  hits,
});
const caseWith = (found: DaftarHitamAnswerView | null, answer?: DaftarHitam): PermohonanView => ({
  ...comparedCase(),
  daftar_hitam_list: found,
  list_date_proposal: found?.list_date ?? '2026-11-23',
  ...(answer && { daftar_hitam: answer }),
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  // Still the 22nd in Greenwich, and the 23rd in the office.
  vi.setSystemTime('2026-11-22T18:30:00Z');
});
afterEach(() => vi.useRealTimers());

const panel = () => screen.getByRole('region', { name: 'Daftar hitam' });
const use = () => within(panel()).getByRole('button', { name: 'Pakai hasil ini' });
const maybeUse = () => within(panel()).queryByRole('button', { name: 'Pakai hasil ini' });
const radio = (name: RegExp | string) => within(panel()).getByRole('radio', { name });

async function showWith(view: PermohonanView): Promise<ShownCase> {
  const shown = await showCase(new CaseBackend(view));
  await waitFor(() => expect(focusedPlace()).toMatch(/^row:/));
  return shown;
}

describe('the list that the office imported', () => {
  test('calmly says that it does not hold this vendor, with its date and its age', async () => {
    const { container } = await showWith(caseWith(saying([])));
    expect(panel()).toHaveTextContent(
      'Daftar tanggal 16 November 2026 (7 hari lalu): NPWP ini tidak tercantum.',
    );
    expect(within(panel()).queryByRole('status')).toBeNull();
    expect(within(panel()).queryByRole('list')).toBeNull();
    expect(await violations(container)).toEqual([]);
  });

  test('of the day in the office tells no age', async () => {
    await showWith(caseWith(saying([], '2026-11-23')));
    expect(panel()).toHaveTextContent('Daftar tanggal 23 November 2026: NPWP ini tidak tercantum.');
  });

  test('warns of a sanction that holds, says that it only points, and answers nothing', async () => {
    const { backend, container } = await showWith(caseWith(saying([hit(), past])));
    const banner = within(panel()).getByRole('status');
    expect(banner).toHaveTextContent(
      'Daftar tanggal 16 November 2026 (7 hari lalu) menunjuk pelaku usaha ini.',
    );
    expect(banner).toHaveTextContent('Daftar hanya menunjuk; verifikator yang menjawab.');
    const [first, second] = within(panel()).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'CV Tirta Contoh NPWP 0997000009321907 cabang wajib pajak yang sama · sanksi 12 Januari 2026 sampai 12 Januari 2027 · keputusan SK-2/2026',
    );
    expect(first).not.toHaveTextContent('tidak berlaku');
    expect(second).toHaveTextContent(
      'NPWP sama · sanksi 12 Januari 2019 sampai 12 Januari 2020 · sanksi tidak berlaku hari ini',
    );
    expect(second).toHaveClass('muted');
    expect(radio('Tercantum')).toHaveAttribute('aria-checked', 'false');
    expect(backend.asked('daftar_hitam_set')).toEqual([]);
    expect(await violations(container)).toEqual([]);
  });

  test('does not warn of a sanction that does not hold today', async () => {
    await showWith(caseWith(saying([past])));
    expect(panel()).toHaveTextContent('tidak ada sanksi yang berlaku hari ini.');
    expect(panel()).not.toHaveTextContent(/menunjuk|tidak tercantum\./);
    expect(within(panel()).queryByRole('status')).toBeNull();
  });

  test.each([
    [{ until: null }, 'sanksi sejak 12 Januari 2026'],
    [{ from: null }, 'sanksi sampai 12 Januari 2027'],
    [{ from: null, until: null }, 'masa sanksi tidak disebut'],
    [{ name: '' }, 'Nama tidak disebut'],
  ])('that leaves out %j says what it does say', async (change, words) => {
    await showWith(caseWith(saying([hit(change)])));
    expect(within(panel()).getByRole('listitem')).toHaveTextContent(words);
    expect(panel()).not.toHaveTextContent(/null|undefined/);
  });

  test('may name a vendor twice', async () => {
    await showWith(caseWith(saying([hit(), hit()])));
    expect(within(panel()).getAllByRole('listitem')).toHaveLength(2);
  });

  test('that is not there leaves the question as it was', async () => {
    const { backend, user } = await showWith(caseWith(null));
    expect(panel()).not.toHaveTextContent(/Daftar tanggal|hari lalu/);
    expect(maybeUse()).toBeNull();
    await user.click(radio('Tidak tercantum'));
    expect(backend.asked('daftar_hitam_set')).toEqual([
      { id: 'k-1', daftar_hitam: { answer: 'tidak_tercantum', list_date: null } },
    ]);
    expect(screen.getByLabelText('Tanggal daftar yang dilihat')).toHaveValue('23-11-2026');
  });
});

describe('the result of the list', () => {
  test.each([
    ['tidak_tercantum', []],
    ['tidak_tercantum', [past]],
    ['tercantum', [past, hit()]],
  ] as const)('becomes %s together with its date, in one save', async (answer, hits) => {
    const { backend, user } = await showWith(caseWith(saying([...hits])));
    await user.click(use());
    await waitFor(() => expect(maybeUse()).toBeNull());
    expect(backend.asked('daftar_hitam_set')).toEqual([
      { id: 'k-1', daftar_hitam: { answer, list_date: LISTED } },
    ]);
    expect(screen.getByLabelText('Tanggal daftar yang dilihat')).toHaveValue('16-11-2026');
  });

  test('is the first thing that F8 comes to, and Enter goes on to what is missing next', async () => {
    const view = caseWith(saying([]));
    view.missing = view.missing.filter(({ place }) => place === 'daftar_hitam' || place === 'kewenangan');
    const { user } = await showWith(view);
    await user.keyboard('{F8}');
    if (focusedPlace() !== 'daftar_hitam') await user.keyboard('{F8}');
    expect(use()).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focusedPlace()).toBe('kewenangan'));
  });

  test('that names the vendor stays at the answer, where the refusal is told', async () => {
    const { user } = await showWith(caseWith(saying([hit()])));
    use().focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(radio('Tercantum')).toHaveFocus());
    expect(within(panel()).getByText('Bila tercantum, permohonan ditolak dengan kode X01.')).toBeVisible();
  });

  test('is not offered where it is the answer already', async () => {
    await showWith(caseWith(saying([]), { answer: 'tidak_tercantum', list_date: LISTED }));
    expect(maybeUse()).toBeNull();
  });

  test.each([
    ['says something else', { answer: 'tidak_dapat_diperiksa', list_date: null }],
    ['contradicts it', { answer: 'tercantum', list_date: LISTED }],
    ['comes from another list', { answer: 'tidak_tercantum', list_date: '2026-11-02' }],
    ['has no date yet', { answer: 'tidak_tercantum', list_date: null }],
  ] as const)('is offered where the answer %s, and replaces it whole', async (_, answer) => {
    const { backend, user } = await showWith(caseWith(saying([]), answer));
    await user.click(use());
    await waitFor(() => expect(maybeUse()).toBeNull());
    expect(backend.asked('daftar_hitam_set')).toEqual([
      { id: 'k-1', daftar_hitam: { answer: 'tidak_tercantum', list_date: LISTED } },
    ]);
  });

  test('takes the place of a date that was being typed, also after the case is opened again', async () => {
    const view = caseWith(saying([]), { answer: 'tidak_tercantum', list_date: null });
    view.drafts['daftar_hitam:list_date'] = '2-11-20';
    const { backend, user } = await showWith(view);
    await user.click(use());
    await waitFor(() =>
      expect(backend.asked('draft_save')).toEqual([{ id: 'k-1', key: 'daftar_hitam:list_date', value: '' }]),
    );
    expect(screen.getByLabelText('Tanggal daftar yang dilihat')).toHaveValue('16-11-2026');
  });

  test('that could not be saved says why, and is offered again', async () => {
    const backend = new CaseBackend(caseWith(saying([])));
    backend.refuse('daftar_hitam_set', wireError({ what: 'Ruang diska habis.', todo: 'Kosongkan diska.' }));
    const { user } = await showCase(backend);
    await waitFor(() => expect(focusedPlace()).toMatch(/^row:/));
    await user.click(use());
    expect(await within(panel()).findByRole('alert')).toHaveTextContent(
      'Ruang diska habis. Kosongkan diska.',
    );
    expect(use()).toHaveFocus();
    backend.answer('daftar_hitam_set', ({ daftar_hitam }) => ({ ...backend.view, daftar_hitam }));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(maybeUse()).toBeNull());
    expect(within(panel()).queryByRole('alert')).toBeNull();
  });

  test('is saved once, however often Enter is pressed', async () => {
    const backend = new CaseBackend(caseWith(saying([])));
    backend.answer('daftar_hitam_set', () => new Promise(() => undefined));
    const { user } = await showCase(backend);
    await waitFor(() => expect(focusedPlace()).toMatch(/^row:/));
    use().focus();
    await user.keyboard('{Enter}{Enter}');
    expect(backend.asked('daftar_hitam_set')).toHaveLength(1);
    expect(use()).toHaveAttribute('aria-busy', 'true');
  });

  test('is not offered to who only looks', async () => {
    await showWith({ ...moment('verifikasi-petugas-lain'), daftar_hitam_list: saying([hit()]) });
    expect(panel()).toHaveTextContent('menunjuk pelaku usaha ini.');
    expect(maybeUse()).toBeNull();
  });
});
