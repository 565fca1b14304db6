import type { Missing } from '../../src/bindings';
import { screen, waitFor } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import Banner from '../../src/components/banner/Banner.svelte';
import { examples as buttons } from '../../src/components/button/examples';
import Button from '../../src/components/button/Button.svelte';
import DateField from '../../src/components/date-field/DateField.svelte';
import PasswordField from '../../src/components/password-field/PasswordField.svelte';
import Segment from '../../src/components/segment/Segment.svelte';
import { examples as fields } from '../../src/components/text-field/examples';
import TextField from '../../src/components/text-field/TextField.svelte';
import { wireError } from '../wire-error';
import { show, violations } from '../show';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

describe('Button', () => {
  test.each(buttons)('$name has no violation', async ({ props, text }) => {
    const { container } = show(Button, { ...props, children: words(text) });
    expect(await violations(container)).toEqual([]);
  });

  test('is named by its word and not by its key cap', () => {
    show(Button, { keys: 'Ctrl+Enter', children: words('Nyatakan sesuai') });
    const button = screen.getByRole('button', { name: 'Nyatakan sesuai' });
    expect(button).toHaveAttribute('aria-keyshortcuts', 'Control+Enter');
  });

  test('that is not allowed yet keeps the focus, says what is missing, and goes there when pressed', async () => {
    const onclick = vi.fn();
    const onnotyet = vi.fn();
    const missing = [{ guard: 'G-ORI', place: 'document:ktp' as const, label: 'Asli KTP' }];
    const { user } = show(Button, { missing, onclick, onnotyet, children: words('Lanjut') });
    const button = screen.getByRole('button', { name: 'Lanjut' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Masih kurang 1: Asli KTP.');
    button.focus();
    await user.keyboard('{Enter}');
    expect(onclick).not.toHaveBeenCalled();
    expect(onnotyet).toHaveBeenCalledWith(missing[0]);
  });

  test('that is busy keeps its word and ignores a second press', async () => {
    const onclick = vi.fn();
    const { user } = show(Button, { busy: true, onclick, children: words('Setujui') });
    await user.click(screen.getByRole('button', { name: 'Setujui' }));
    expect(onclick).not.toHaveBeenCalled();
  });
});

describe('TextField', () => {
  test.each(fields)('$name has no violation', async ({ props }) => {
    const { container } = show(TextField, props);
    expect(await violations(container)).toEqual([]);
  });

  test('that is wrong says why to those who cannot see the border', () => {
    show(TextField, { label: 'NIP', value: '12', error: 'NIP terdiri atas 18 angka.' });
    expect(screen.getByLabelText('NIP')).toBeInvalid();
    expect(screen.getByLabelText('NIP')).toHaveAccessibleDescription('NIP terdiri atas 18 angka.');
  });

  test('with only a warning is not wrong', () => {
    const notes = [
      { severity: 'peringatan', rule: 'N-12', text: 'Digit pemeriksa NPWP tidak cocok.' },
    ] as const;
    show(TextField, { label: 'NPWP', value: '99.700.101.2-513.000', notes });
    expect(screen.getByLabelText('NPWP')).not.toHaveAttribute('aria-invalid');
    expect(screen.getByLabelText('NPWP')).toHaveAccessibleDescription('Digit pemeriksa NPWP tidak cocok.');
  });

  test('with a GALAT of the program is wrong by itself', () => {
    const notes = [{ severity: 'galat', rule: 'N-01', text: 'NIK terdiri atas 16 angka.' }] as const;
    show(TextField, { label: 'NIK', value: '3325', notes });
    expect(screen.getByLabelText('NIK')).toBeInvalid();
  });
});

describe('TextField that keeps what is typed', () => {
  const saved = () => ({
    draft: null as string | null,
    keep: vi.fn(),
    commit: vi.fn(() => Promise.resolve()),
    ondone: vi.fn(),
  });

  test('becomes one act on Enter, and the next thing comes only after it', async () => {
    const saving = saved();
    const { user } = show(TextField, { label: 'Nama', value: '', saving });
    await user.type(screen.getByLabelText('Nama'), 'SITI{Enter}');
    expect(saving.commit).toHaveBeenCalledExactlyOnceWith('SITI');
    await waitFor(() => expect(saving.ondone).toHaveBeenCalledOnce());
  });

  test('shows the draft of the last time and makes it an act when left', async () => {
    const saving = { ...saved(), draft: 'SITI FIKTIF' };
    const { user } = show(TextField, { label: 'Nama', value: 'SITI', saving });
    expect(screen.getByLabelText('Nama')).toHaveValue('SITI FIKTIF');
    await user.tab();
    await user.tab();
    expect(saving.commit).toHaveBeenCalledExactlyOnceWith('SITI FIKTIF');
  });

  test('that could not be saved keeps the words, says why, and does not go on', async () => {
    const saving = { ...saved(), commit: vi.fn(() => Promise.reject(wireError({ what: 'Diska penuh.' }))) };
    const { user } = show(TextField, { label: 'Nama', value: '', saving });
    const field = screen.getByLabelText('Nama');
    await user.type(field, 'SITI{Enter}');
    await waitFor(() => expect(field).toBeInvalid());
    expect(field).toHaveValue('SITI');
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(/^Diska penuh\./);
    expect(saving.ondone).not.toHaveBeenCalled();
  });

  test('that goes away in the middle of a word keeps the word as a draft', async () => {
    const saving = saved();
    const { user, unmount } = show(TextField, { label: 'Nama', value: '', saving });
    await user.type(screen.getByLabelText('Nama'), 'SI');
    unmount();
    expect(saving.keep).toHaveBeenLastCalledWith('SI');
  });

  test('that must be filled says so to those who cannot see the star', () => {
    show(TextField, { label: 'NIK', value: '', required: true, saving: saved() });
    expect(screen.getByRole('textbox', { name: 'NIK *' })).toBeRequired();
  });
});

describe('PasswordField', () => {
  test('is hidden until the eye is pressed, and the eye says what it does', async () => {
    const { user } = show(PasswordField, { label: 'Kata sandi', value: 'rahasia' });
    expect(screen.getByLabelText('Kata sandi')).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Perlihatkan kata sandi' }));
    expect(screen.getByLabelText('Kata sandi')).toHaveAttribute('type', 'text');
    expect(screen.getByRole('button', { name: 'Sembunyikan kata sandi' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('lets Tab pass the eye, and Alt+V does what the eye does', async () => {
    const { user } = show(PasswordField, { label: 'Kata sandi', value: 'rahasia' });
    const field = screen.getByLabelText('Kata sandi');
    await user.click(field);
    await user.keyboard('{Alt>}v{/Alt}');
    expect(field).toHaveAttribute('type', 'text');
    expect(field).toHaveValue('rahasia');
    expect(screen.getByRole('button', { name: 'Sembunyikan kata sandi' })).toHaveAttribute(
      'aria-keyshortcuts',
      'Alt+V',
    );
    await user.keyboard('{Alt>}v{/Alt}');
    expect(field).toHaveAttribute('type', 'password');
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  test('says that Caps Lock is on while one types', async () => {
    const { user } = show(PasswordField, { label: 'Kata sandi', value: '' });
    await user.type(screen.getByLabelText('Kata sandi'), '{CapsLock}a');
    expect(screen.getByText('Caps Lock aktif.')).toBeVisible();
  });
});

describe('DateField', () => {
  test('reads a typed day and writes it back in words', async () => {
    const onchange = vi.fn();
    const { user } = show(DateField, { label: 'Berlaku sejak', value: '', onchange });
    await user.type(screen.getByLabelText('Berlaku sejak'), '22-3-2018');
    await user.tab();
    expect(onchange).toHaveBeenLastCalledWith('2018-03-22');
    expect(screen.getByLabelText('Berlaku sejak')).toHaveValue('22 Maret 2018');
  });

  test('says how to write a day that is none, and keeps no older one behind it', async () => {
    const onchange = vi.fn();
    const { user } = show(DateField, { label: 'Berlaku sejak', value: '2018-03-22', onchange });
    const field = screen.getByLabelText('Berlaku sejak');
    await user.clear(field);
    await user.type(field, '31-4-2026');
    await user.tab();
    expect(onchange).toHaveBeenLastCalledWith('');
    expect(field).toHaveValue('31-4-2026');
    expect(field).toHaveAccessibleDescription('Tulis tanggal seperti 23-11-2026.');
  });
});

describe('Segment', () => {
  const options = [
    { value: 'asli', label: 'Asli' },
    { value: 'salinan', label: 'Salinan' },
    { value: 'ikd', label: 'IKD' },
  ];

  test('chooses nothing by itself', () => {
    show(Segment, { label: 'Kartu asli', value: null, options });
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
  });

  test('is walked by the arrows and left by Tab', async () => {
    const onchange = vi.fn();
    const { user } = show(Segment, { label: 'Kartu asli', value: null, options, onchange });
    await user.tab();
    expect(screen.getByRole('radio', { name: 'Asli' })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Salinan' })).toHaveFocus();
    expect(screen.getByRole('radio', { name: 'Salinan' })).toBeChecked();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(onchange).toHaveBeenLastCalledWith('ikd');
    await user.tab();
    expect(document.body).toHaveFocus();
  });
});

describe('Banner', () => {
  test('of an error is an alert with both sentences and the code', async () => {
    const { container } = show(Banner, {
      error: wireError({ code: 'DiskFull', what: 'Ruang diska habis.', todo: 'Kosongkan 200 MB.' }),
    });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Ruang diska habis. Kosongkan 200 MB. Kode: DiskFull');
    expect(await violations(container)).toEqual([]);
  });

  test('of a mistyped password has no code, because nobody telephones about it', () => {
    show(Banner, { error: wireError({ code: 'WrongPassword', what: 'Kata sandi salah.', todo: 'Ulangi.' }) });
    expect(screen.getByRole('alert')).toHaveTextContent(/^Kata sandi salah\. Ulangi\.$/);
  });

  test('of something missing is no alert, shows no code, and leads to each thing', async () => {
    const missing: Missing[] = [
      { guard: 'G-BANDING', place: 'row:pj_nama', label: 'Putusan nama' },
      { guard: 'G-HITAM', place: 'daftar_hitam', label: 'Jawaban daftar hitam' },
    ];
    const onmissing = vi.fn();
    const { user } = show(Banner, {
      error: wireError({ what: 'Belum dapat dinyatakan sesuai.', missing }),
      onmissing,
    });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText('Internal')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Jawaban daftar hitam' }));
    await waitFor(() => expect(onmissing).toHaveBeenCalledWith(missing[1]));
  });
});
