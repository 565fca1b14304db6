// The report of a day, a month and a year: by keyboard alone, in every state, and what is saved of it.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Report, ReportKind, ReportRequest } from '../../src/bindings';
import type { Answers } from '../fake-backend';
import { emptyReport, reportOf } from '../fictional/report';
import { moment } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const asked = ({ backend }: Shown) => backend.asked('report') as ReportRequest[];
const radio = (name: string) => screen.findByRole('radio', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function openReport(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow({ permohonan_get: moment('selesai'), ...answers });
  await screen.findByRole('navigation', { name: 'Bagian' });
  await shown.user.keyboard('{Control>}5{/Control}');
  await screen.findByRole('heading', { level: 1, name: /^Laporan/ });
  return shown;
}

async function openKind(kind: ReportKind, answers: Answers = {}): Promise<Shown> {
  const shown = await openReport(answers);
  const name = { hari: 'Hari', bulan: 'Bulan', tahun: 'Tahun' }[kind];
  await shown.user.click(await radio(name));
  await waitFor(() => expect(asked(shown).at(-1)?.kind).toBe(kind));
  await screen.findByRole('heading', { level: 1, name: reportOf(kind).title });
  return shown;
}

const saying = (report: Report): Answers => ({ report });

describe('the report', () => {
  test('opens from the rail on this month, with the focus on its kind', async () => {
    const shown = await openReport();
    await waitFor(async () => expect(await radio('Bulan')).toHaveFocus());
    expect(asked(shown)).toEqual([{ kind: 'bulan', day: null }]);
    expect(screen.getByRole('button', { name: 'Laporan' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Laporan bulanan');
    expect(screen.getByText('November 2026')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('turns with the page keys and the buttons, and comes back to today with T', async () => {
    const october = { ...reportOf('bulan'), label: 'Oktober 2026', day: '2026-10-01', until: '2026-10-31' };
    const past = { ...october, previous: '2026-09-01', next: '2026-11-01' };
    const shown = await openReport({ report: ({ day }) => (day === null ? reportOf('bulan') : past) });
    await screen.findByText('November 2026');
    expect(screen.queryByRole('button', { name: 'Bulan ini' })).toBeNull();
    await shown.user.keyboard('{PageUp}');
    expect(await screen.findByText('Oktober 2026')).toBeVisible();
    expect(asked(shown).at(-1)).toEqual({ kind: 'bulan', day: '2026-10-01' });
    await shown.user.click(await button('Bulan sebelumnya'));
    await waitFor(() => expect(asked(shown).at(-1)?.day).toBe('2026-09-01'));
    await shown.user.keyboard('{PageDown}');
    await waitFor(() => expect(asked(shown).at(-1)?.day).toBe('2026-11-01'));
    expect(await button('Bulan ini')).toBeVisible();
    await shown.user.keyboard('t');
    await waitFor(() => expect(asked(shown).at(-1)?.day).toBeNull());
  });

  test('does not turn into what has not begun, and says so', async () => {
    const shown = await openReport();
    await screen.findByText('November 2026');
    const next = await button('Bulan berikutnya');
    expect(next).toHaveAttribute('aria-disabled', 'true');
    expect(next).toHaveAccessibleDescription(/jangka waktu berikutnya belum dimulai/);
    await shown.user.keyboard('{PageDown}');
    await shown.user.click(next);
    expect(asked(shown)).toHaveLength(1);
  });

  test('keeps the place in time when another kind is chosen', async () => {
    const past = { ...reportOf('bulan'), until: '2026-10-31', next: '2026-11-01' };
    const shown = await openReport({ report: ({ kind }) => (kind === 'bulan' ? past : reportOf(kind)) });
    await screen.findByText('November 2026');
    await shown.user.keyboard('{PageUp}');
    await waitFor(() => expect(asked(shown)).toHaveLength(2));
    await shown.user.click(await radio('Hari'));
    await waitFor(() => expect(asked(shown).at(-1)).toEqual({ kind: 'hari', day: '2026-10-31' }));
  });

  test('goes home with Esc, and F1 lists its keys', async () => {
    const { user } = await openReport();
    await screen.findByText('November 2026');
    await user.keyboard('{F1}');
    const guide = await screen.findByRole('dialog', { name: 'Panduan' });
    for (const label of ['Bulan sebelumnya', 'Bulan ini', 'Simpan PDF'])
      expect(within(guide).getByText(label)).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('region', { name: 'Di meja ini' })).toBeVisible();
  });

  test('that cannot be read says so, and keeps the last one', async () => {
    const shown = await openReport();
    await screen.findByText('November 2026');
    shown.backend.refuse('report', wireError({ what: 'Basis data sedang dipakai.' }));
    await shown.user.keyboard('{PageUp}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Basis data sedang dipakai.');
    expect(screen.getByText('November 2026')).toBeVisible();
    shown.backend.answer('report', reportOf('bulan'));
    await shown.user.click(await button('Coba lagi'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(asked(shown).at(-1)).toEqual({ kind: 'bulan', day: '2026-10-01' });
  });

  test('that may not be read shows only why', async () => {
    await openReport({
      report: () => {
        throw wireError({ code: 'RoleForbidden', what: 'Peran Anda tidak boleh melihat laporan.' });
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Peran Anda tidak boleh melihat laporan.');
    expect(screen.queryByRole('button', { name: /Simpan/ })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('says while it loads that it does', async () => {
    await openReport({ report: () => new Promise<Report>(() => undefined) });
    expect(await screen.findByText('Memuat laporan…')).toBeInTheDocument();
  });

  test.each(['hari', 'bulan', 'tahun'] as const)('of an empty %s says so', async (kind) => {
    await openReport(saying(emptyReport(kind)));
    expect(await screen.findByText('Belum ada yang dilaporkan')).toBeVisible();
    expect(screen.queryByRole('table', { name: 'Lama tiap langkah SOP' })).toBeNull();
    expect(await violations()).toEqual([]);
  });
});

describe('the sentence', () => {
  const now = reportOf('bulan');
  const past: Report = { ...now, next: '2026-12-01', until: '2026-11-30' };
  const counts = (summary: Partial<Report['summary']>, report = now): Report => ({
    ...report,
    summary: { ...report.summary, ...summary },
  });
  test.each([
    ['tells what was over and explained', now, '27 permohonan diverifikasi sampai 23 November. 24 di dalam mutu baku 30 menit, 3 lewat. Yang lewat sudah diberi alasan.'],
    ['names a month that is over', past, '27 permohonan diverifikasi selama November 2026. 24 di dalam mutu baku 30 menit, 3 lewat. Yang lewat sudah diberi alasan.'],
    ['counts what has no reason yet', counts({ unexplained: 2 }), '27 permohonan diverifikasi sampai 23 November. 24 di dalam mutu baku 30 menit, 3 lewat. 2 belum diberi alasan.'],
    ['says that all were within', counts({ within: 27, over: 0 }), '27 permohonan diverifikasi sampai 23 November. Semuanya di dalam mutu baku 30 menit.'],
    ['says that all were over', counts({ within: 0, over: 27, unexplained: 27 }), '27 permohonan diverifikasi sampai 23 November. Semuanya lewat mutu baku 30 menit. 27 belum diberi alasan.'],
    ['tells what was not measured', counts({ within: 22, over: 3, untold: 2 }), '27 permohonan diverifikasi sampai 23 November. 22 di dalam mutu baku 30 menit, 3 lewat, 2 tidak terukur. Yang lewat sudah diberi alasan.'],
    ['says that none was over while some were not measured', counts({ within: 25, over: 0, untold: 2 }), '27 permohonan diverifikasi sampai 23 November. 25 di dalam mutu baku 30 menit, tidak ada yang lewat, 2 tidak terukur.'],
    ['says that nothing was measured', counts({ within: 0, over: 0, untold: 27 }), '27 permohonan diverifikasi sampai 23 November. 27 tidak terukur lamanya.'],
    ['says that none was verified yet', counts({ verified: 0, within: 0, over: 0 }), 'Belum ada permohonan yang diverifikasi sampai 23 November.'],
    ['says that none was verified then', counts({ verified: 0, within: 0, over: 0 }, past), 'Tidak ada permohonan yang diverifikasi pada November 2026.'],
    ['names the day', reportOf('hari'), '1 permohonan diverifikasi pada 23 November 2026. Semuanya di dalam mutu baku 30 menit.'],
  ])('%s', async (_, report, sentence) => {
    await openReport(saying(report));
    const said = () =>
      screen.getAllByRole('status').map((each) => each.textContent.replace(/\s+/g, ' ').trim());
    await waitFor(() => expect(said()).toContain(sentence));
  }); // prettier-ignore
});

describe('the month', () => {
  const NAME = '2026/1/0008, 6 November, 38 menit, daring, lewat mutu baku';
  const points = () => screen.findByRole('group', { name: '27 titik permohonan menurut tanggal' });
  const buttons = async () => within(await points()).getAllByRole('button');

  test('is a chart whose points are walked by day in one tab stop', async () => {
    const { user } = await openReport();
    const [first, ...others] = await buttons();
    expect(others).toEqual([]);
    first?.focus();
    expect(first).toHaveAccessibleName('2026/1/0001, 2 November, 11 menit, tatap muka');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName('2026/1/0002, 3 November, 24 menit, daring');
    // A screen reader says only what the focus comes to anew.
    expect(first).not.toBeInTheDocument();
    expect(await buttons()).toEqual([document.activeElement]);
    await user.keyboard('{End}{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(/^2026\/1\/0027, /);
    await user.keyboard('{Home}{ArrowLeft}{ArrowDown>7/}');
    expect(document.activeElement).toHaveAccessibleName(NAME);
    expect((await buttons()).map((each) => each.tabIndex)).toEqual([0]);
  });

  test('opens a case from a point and comes back to it in the same month', async () => {
    const shown = await openReport({ report: ({ kind }) => ({ ...reportOf(kind), next: '2026-12-01' }) });
    await points();
    await shown.user.keyboard('{PageUp}');
    await waitFor(() => expect(asked(shown)).toHaveLength(2));
    (await buttons())[0]?.focus();
    await shown.user.keyboard('{ArrowRight>7/}{Enter}');
    await waitFor(() => expect(shown.backend.asked('permohonan_get')).toEqual([{ id: 'l-8' }]));
    await screen.findByRole('heading', { name: moment('selesai').company });
    await shown.user.keyboard('{Escape}');
    await waitFor(async () => expect(await button(NAME)).toHaveFocus());
    expect(asked(shown).at(-1)).toEqual({ kind: 'bulan', day: '2026-10-01' });
  });

  /** Where the eighth is drawn, as its own button tells when the keys come to it. */
  async function placeOf(
    group: HTMLElement,
    user: Shown['user'],
  ): Promise<{ clientX: number; clientY: number }> {
    within(group).getByRole('button').focus();
    await user.keyboard('{Home}{ArrowRight>7/}');
    const { left, top } = within(group).getByRole('button').style;
    await user.keyboard('{Home}');
    return { clientX: Number.parseFloat(left), clientY: Number.parseFloat(top) };
  }

  test('names the point under the pointer, and lets it go with the pointer', async () => {
    const { user, backend } = await openReport();
    const group = await points();
    const coords = await placeOf(group, user);
    await user.pointer({ target: group, coords });
    const under = await within(group).findByRole('button', { name: NAME });
    expect(under).toHaveAttribute('title', NAME);
    expect(under.tabIndex).toBe(-1);
    await user.pointer({ target: group, coords: { clientX: -400, clientY: -400 } });
    expect(within(group).queryByRole('button', { name: NAME })).toBeNull();
    expect(await buttons()).toEqual([document.activeElement]);
    await user.pointer({ target: group, keys: '[MouseLeft]', coords: { clientX: -400, clientY: -400 } });
    expect(backend.asked('permohonan_get')).toEqual([]);
  });

  test('opens the point under the pointer, and under a finger that was not there before', async () => {
    const { user, backend } = await openReport();
    const group = await points();
    const coords = await placeOf(group, user);
    await user.pointer([{ target: group, keys: '[TouchA]', coords }]);
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: 'l-8' }]));
  });

  test('has the same figures as a table', async () => {
    const { user } = await openReport();
    const chart = await screen.findByRole('region', { name: /Lama verifikasi per permohonan/ });
    await user.click(within(chart).getByText('Lihat tabel'));
    const table = await within(chart).findByRole('table', { name: /Lama verifikasi/ });
    expect(within(table).getAllByRole('row')).toHaveLength(28);
    expect(within(table).getByRole('row', { name: /2026\/1\/0008/ })).toHaveTextContent(
      /6 November\s*38 menit\s*30 menit\s*Daring\s*Lewat/,
    );
  });

  test('shows a case twice that was verified twice, and two officers of one name', async () => {
    const report = reportOf('bulan');
    const [point] = report.points;
    const [officer] = report.officers;
    const [deviation] = report.deviations;
    if (!point || !officer || !deviation) throw new Error('an empty report');
    const { user } = await openReport(
      saying({
        ...report,
        points: [point, { ...point, minutes: 12 }],
        officers: [officer, officer],
        deviations: [deviation, deviation],
      }),
    );
    const twice = within(await screen.findByRole('group', { name: /^2 titik/ }));
    twice.getByRole('button').focus();
    expect(document.activeElement).toHaveAccessibleName(/11 menit/);
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(/12 menit/);
    expect(screen.getAllByText('Ratna Purnomo')).toHaveLength(2);
  });

  test('without a measured verification has words in place of points', async () => {
    await openReport(saying({ ...reportOf('bulan'), points: [] }));
    expect(await screen.findByText('Belum ada verifikasi yang lamanya terukur.')).toBeVisible();
  });

  test('tells why some were over, opens their cases, and marks what has no reason', async () => {
    const report = reportOf('bulan');
    const [first, ...others] = report.deviations;
    if (!first) throw new Error('no deviation');
    const deviations = [{ ...first, row: 4, minutes: 7, reason: null }, ...others];
    const { user, backend } = await openReport(saying({ ...report, deviations }));
    const list = await screen.findByRole('list', { name: 'Alasan yang lewat' });
    expect(within(list).getByText('Belum diberi alasan')).toBeVisible();
    expect(within(list).getByText('6 Nov, 7 menit, langkah 4:')).toBeVisible();
    within(list)
      .getByRole('button', { name: /11 Nov, 33 menit: Akta dicari/ })
      .focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: 'l-14' }]));
  });

  test('shows steps, reasons and the other figures', async () => {
    await openReport();
    const steps = await screen.findByRole('table', { name: 'Lama tiap langkah SOP' });
    expect(within(steps).getByRole('row', { name: /Verifikasi dokumen/ })).toHaveTextContent(
      /30 menit\s*27\s*20 menit\s*33 menit\s*3/,
    );
    const reasons = screen.getByRole('region', { name: 'Alasan perbaikan dan penolakan' });
    expect(within(reasons).getAllByRole('listitem')[0]).toHaveTextContent(
      /P08\s*Surat kuasa tidak lengkap\s*4/,
    );
    const figure = (card: string, words: RegExp) =>
      expect(screen.getByRole('region', { name: card })).toHaveTextContent(words);
    figure('SIKAP dan layanan', /Terkonfirmasi mengisi SIKAP\s*14 dari 22/);
    figure('Arus permohonan', /Diterima\s*34/);
    figure('Saluran dan jenis usaha', /Daring\s*13.*Perorangan\s*6/);
    figure('Beban per verifikator', /Ratna Purnomo\s*15 permohonan, median 19 menit/);
  });
});

describe('the day', () => {
  test('lists what happened; the arrows walk, Enter opens', async () => {
    const { user, backend } = await openKind('hari');
    const list = await screen.findByRole('region', { name: /Kejadian menurut waktu/ });
    const rows = within(list).getAllByRole('button');
    expect(rows).toHaveLength(3);
    expect(within(list).getByRole('row', { name: /09.24/ })).toHaveTextContent(
      /Verifikasi selesai\s*28 menit/,
    );
    expect(await violations()).toEqual([]);
    rows[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(rows[1]).toHaveFocus();
    await user.keyboard('{End}{Enter}');
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: 'l-29' }]));
  });

  test('without an event has words in place of rows', async () => {
    await openReport(saying({ ...reportOf('hari'), lines: [] }));
    expect(await screen.findByText('Tidak ada kejadian pada hari ini.')).toBeVisible();
  });
});

describe('the year', () => {
  test('has a button a month that opens its report, and a table', async () => {
    const shown = await openKind('tahun');
    const months = within(await screen.findByRole('group', { name: 'Bulan dalam setahun' }));
    // December has not begun.
    expect(months.getAllByRole('button')).toHaveLength(11);
    expect(await violations()).toEqual([]);
    const chart = screen.getByRole('region', { name: /per bulan/ });
    await shown.user.click(within(chart).getByText('Lihat tabel'));
    const table = await screen.findByRole('table', { name: /per bulan/ });
    expect(within(table).getByRole('row', { name: /April/ })).toHaveTextContent(/16\s*0\s*3/);
    expect(await violations()).toEqual([]);
    months.getByRole('button', { name: /^Januari/ }).focus();
    await shown.user.keyboard('{ArrowRight>2/}');
    expect(document.activeElement).toHaveAccessibleName(
      'Maret: 25 dalam mutu baku, 4 lewat, 0 tidak terukur',
    );
    await shown.user.keyboard('{Enter}');
    await waitFor(() => expect(asked(shown).at(-1)).toEqual({ kind: 'bulan', day: '2026-03-01' }));
  });
});

describe('saving', () => {
  const saves = ({ backend }: Shown) => backend.asked('report_save');
  const masked = { kind: 'bulan', day: '2026-11-01', reason: null };

  test('masks the numbers, in each of the three forms', async () => {
    const shown = await openReport();
    await screen.findByText('November 2026');
    await shown.user.keyboard('{Control>}p{/Control}');
    expect(await screen.findByText('Laporan tersimpan.')).toBeVisible();
    await shown.user.click(await button('Simpan XLSX'));
    await shown.user.click(await button('Simpan CSV'));
    await shown.user.click(await button('Simpan PDF'));
    await waitFor(() =>
      expect(saves(shown)).toEqual(['pdf', 'xlsx', 'csv', 'pdf'].map((format) => ({ ...masked, format }))),
    );
  });

  test('says nothing when the folder was not chosen, and says why when it fails', async () => {
    const shown = await openReport({ report_save: { saved: false } });
    await shown.user.click(await button('Simpan CSV'));
    await waitFor(() => expect(saves(shown)).toHaveLength(1));
    expect(screen.queryByText('Laporan tersimpan.')).toBeNull();
    shown.backend.refuse('report_save', wireError({ what: 'Ruang diska habis.' }));
    await shown.user.click(await button('Simpan CSV'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Ruang diska habis.');
  });

  test('writes whole numbers only with a reason', async () => {
    const shown = await openReport();
    await shown.user.click(await button('Simpan dengan nomor lengkap…'));
    const dialog = await screen.findByRole('dialog', { name: 'Simpan dengan nomor lengkap' });
    const reason = within(dialog).getByRole('textbox', { name: 'Alasan' });
    await waitFor(() => expect(reason).toHaveFocus());
    expect(await violations(dialog)).toEqual([]);
    await shown.user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Tulis alasannya lebih dulu.')).toBeVisible();
    expect(saves(shown)).toEqual([]);
    await shown.user.click(within(dialog).getByRole('radio', { name: 'XLSX' }));
    await shown.user.type(reason, 'Diminta Inspektorat{Enter}');
    expect(await screen.findByText('Laporan tersimpan.')).toBeVisible();
    expect(saves(shown)).toEqual([{ ...masked, format: 'xlsx', reason: 'Diminta Inspektorat' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('with whole numbers that fails keeps the dialog and its words', async () => {
    const shown = await openReport();
    shown.backend.refuse('report_save', wireError({ what: 'Ruang diska habis.' }));
    await shown.user.click(await button('Simpan dengan nomor lengkap…'));
    const dialog = await screen.findByRole('dialog');
    await shown.user.type(within(dialog).getByRole('textbox'), 'Audit{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(within(dialog).getByRole('textbox')).toHaveValue('Audit');
    await shown.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is not offered to who may not, and Ctrl+P does nothing', async () => {
    const shown = await openReport(saying({ ...reportOf('bulan'), may_save: false, may_unmask: false }));
    expect(await screen.findByText('Laporan dapat disimpan oleh koordinator atau auditor.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Simpan/ })).toBeNull();
    await shown.user.keyboard('{Control>}p{/Control}');
    expect(saves(shown)).toEqual([]);
  });

  test('with whole numbers is not offered to who may only mask', async () => {
    await openReport(saying({ ...reportOf('bulan'), may_unmask: false }));
    expect(await button('Simpan PDF')).toBeVisible();
    expect(screen.queryByRole('button', { name: /nomor lengkap/ })).toBeNull();
  });
});
