// Components that stand on more than one screen: every example by axe, and each by keyboard alone.
import { screen, waitFor } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { examples as banners } from '../../src/components/banner/examples';
import Banner from '../../src/components/banner/Banner.svelte';
import { examples as checks } from '../../src/components/check-field/examples';
import CheckField from '../../src/components/check-field/CheckField.svelte';
import { examples as choiceDialogs } from '../../src/components/choice-dialog/examples';
import ChoiceDialog from '../../src/components/choice-dialog/ChoiceDialog.svelte';
import { examples as choices } from '../../src/components/choice-list/examples';
import ChoiceList from '../../src/components/choice-list/ChoiceList.svelte';
import { examples as rows } from '../../src/components/comparison-row/examples';
import { examples as covers } from '../../src/components/cover/examples';
import Cover from '../../src/components/cover/Cover.svelte';
import { examples as dates } from '../../src/components/date-field/examples';
import DateField from '../../src/components/date-field/DateField.svelte';
import { examples as acts } from '../../src/components/dialog/examples';
import DialogActs from '../../src/components/dialog/DialogActs.svelte';
import { examples as dropHints } from '../../src/components/drop-hint/examples';
import DropHint from '../../src/components/drop-hint/DropHint.svelte';
import { examples as folds } from '../../src/components/fold/examples';
import Fold from '../../src/components/fold/Fold.svelte';
import { examples as passwords } from '../../src/components/password-field/examples';
import PasswordField from '../../src/components/password-field/PasswordField.svelte';
import { examples as reasons } from '../../src/components/reason-dialog/examples';
import ReasonDialog from '../../src/components/reason-dialog/ReasonDialog.svelte';
import { examples as segments } from '../../src/components/segment/examples';
import Segment from '../../src/components/segment/Segment.svelte';
import { examples as selects } from '../../src/components/select-field/examples';
import SelectField from '../../src/components/select-field/SelectField.svelte';
import { examples as spines } from '../../src/components/spine/examples';
import Spine from '../../src/components/spine/Spine.svelte';
import { examples as sures } from '../../src/components/sure-dialog/examples';
import SureDialog from '../../src/components/sure-dialog/SureDialog.svelte';
import { examples as verdicts } from '../../src/components/verdict/examples';
import Verdict from '../../src/components/verdict/Verdict.svelte';
import { wireError } from '../wire-error';
import { toLoketError } from '../../src/backend';
import { show, violations } from '../show';
import Row from './Row.svelte';

type Example = { name: string; props: object };
const shelf: [string, unknown, readonly Example[]][] = [
  ['Banner', Banner, banners],
  ['CheckField', CheckField, checks],
  ['ChoiceDialog', ChoiceDialog, choiceDialogs],
  ['ChoiceList', ChoiceList, choices],
  ['ComparisonRow', Row, rows],
  ['Cover', Cover, covers],
  ['DateField', DateField, dates],
  ['DialogActs', DialogActs, acts],
  ['DropHint', DropHint, dropHints],
  ['Fold', Fold, folds],
  ['PasswordField', PasswordField, passwords],
  ['ReasonDialog', ReasonDialog, reasons],
  ['Segment', Segment, segments],
  ['SelectField', SelectField, selects],
  ['Spine', Spine, spines],
  ['SureDialog', SureDialog, sures],
  ['Verdict', Verdict, verdicts],
];

describe.each(shelf)('%s', (_, component, examples) => {
  test.each(examples)('$name has no violation', async ({ props }) => {
    show(component as Component<object>, props);
    // The whole page is looked at: a dialog does not stand where it was asked for.
    expect(await violations()).toEqual([]);
  });
});

describe('DialogActs', () => {
  test('Tab passes the way out before the act, and Enter presses each', async () => {
    const oncancel = vi.fn();
    const onact = vi.fn();
    const { user } = show(DialogActs, { act: 'Tutup permohonan', oncancel, onact });
    await user.tab();
    await user.keyboard('{Enter}');
    expect(oncancel).toHaveBeenCalledOnce();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(onact).toHaveBeenCalledOnce();
  });

  test('that is not ready says what is missing and does not act', async () => {
    const onact = vi.fn();
    const onnotyet = vi.fn();
    const { user } = show(DialogActs, {
      act: 'Tolak',
      missing: ['alasan'],
      oncancel: vi.fn(),
      onact,
      onnotyet,
    });
    const act = screen.getByRole('button', { name: 'Tolak' });
    expect(act).toHaveAccessibleDescription('Masih kurang 1: alasan.');
    act.focus();
    await user.keyboard('{Enter}');
    expect(onact).not.toHaveBeenCalled();
    expect(onnotyet).toHaveBeenCalledOnce();
  });

  test('says a refusal above the act and keeps the focus where it was', async () => {
    const error = toLoketError(wireError({ what: 'Ruang diska habis.' }));
    const { user } = show(DialogActs, { act: 'Simpan', error, oncancel: vi.fn() });
    await user.tab();
    expect(screen.getByRole('alert')).toHaveTextContent('Ruang diska habis.');
    expect(screen.getByRole('button', { name: 'Batal' })).toHaveFocus();
  });
});

describe('ChoiceList', () => {
  const options = [
    { value: 'inaproc', label: 'INAPROC' },
    { value: 'lpse_lain', label: 'LPSE lain' },
  ];

  test('takes the focus without choosing, and Space chooses', async () => {
    const onchange = vi.fn();
    const { user } = show(ChoiceList, { legend: 'Tujuan', value: null, options, autofocus: true, onchange });
    const first = screen.getByRole('radio', { name: 'INAPROC' });
    expect(first).toHaveFocus();
    expect(first).not.toBeChecked();
    await user.keyboard(' ');
    expect(onchange).toHaveBeenCalledExactlyOnceWith('inaproc');
  });

  test('that was left open says so at once', () => {
    show(ChoiceList, { legend: 'Tujuan', value: null, options, error: 'Pilih tujuan.' });
    expect(screen.getByRole('alert')).toHaveTextContent('Pilih tujuan.');
    expect(screen.getByRole('group', { name: 'Tujuan' })).toHaveAccessibleDescription('Pilih tujuan.');
  });
});

describe('Cover', () => {
  test('takes the focus, and gives it back when it is closed', async () => {
    const before = document.body.appendChild(document.createElement('button'));
    before.focus();
    const { unmount } = show(Cover, covers[1].props);
    expect(screen.getByRole('dialog', { name: 'KTP' })).toHaveFocus();
    unmount();
    await waitFor(() => expect(before).toHaveFocus());
    before.remove();
  });
});

describe('Fold', () => {
  test('hides what is in it until it is opened', async () => {
    const { user } = show(Fold, folds[0].props);
    expect(screen.getByText('Baris 3: tanggal tidak dikenal.')).not.toBeVisible();
    await user.click(screen.getByText('Lihat tabel'));
    expect(screen.getByText('Baris 3: tanggal tidak dikenal.')).toBeVisible();
  });

  test('makes what is much only when it is opened', async () => {
    const { user } = show(Fold, { ...folds[0].props, late: true });
    expect(screen.queryByText('Baris 3: tanggal tidak dikenal.')).toBeNull();
    await user.click(screen.getByText('Lihat tabel'));
    expect(await screen.findByText('Baris 3: tanggal tidak dikenal.')).toBeVisible();
    await user.click(screen.getByText('Lihat tabel'));
    expect(screen.getByText('Baris 3: tanggal tidak dikenal.')).not.toBeVisible();
  });
});

describe('CheckField', () => {
  test('is ticked by Space and described by its hint', async () => {
    const onchange = vi.fn();
    const { user } = show(CheckField, {
      label: 'Verifikator',
      checked: false,
      hint: 'Membandingkan.',
      onchange,
    });
    await user.tab();
    await user.keyboard(' ');
    expect(onchange).toHaveBeenCalledExactlyOnceWith(true);
    expect(screen.getByRole('checkbox')).toHaveAccessibleDescription('Membandingkan.');
  });
});

describe('SelectField', () => {
  test('that is wrong says why to those who cannot see the border', () => {
    const options = [{ value: 'WIB', label: 'WIB (UTC+7)' }];
    show(SelectField, { label: 'Zona waktu', value: 'WIB', options, error: 'Bukan zona kota itu.' });
    expect(screen.getByLabelText('Zona waktu')).toBeInvalid();
    expect(screen.getByLabelText('Zona waktu')).toHaveAccessibleDescription('Bukan zona kota itu.');
  });
});
