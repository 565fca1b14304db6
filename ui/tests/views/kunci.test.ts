import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { wireError } from '../wire-error';
import { desks, session } from '../fictional/office';
import { startWindow, violations } from '../show';

const locked = (answers = {}) => startWindow({ desk_state: desks.locked, ...answers });
const name = () => screen.findByLabelText('Nama pengguna');
const password = () => screen.getByLabelText('Kata sandi');

describe('the lock screen', () => {
  test('begins in the user name and has no violation', async () => {
    locked();
    await waitFor(async () => expect(await name()).toHaveFocus());
    expect(screen.getByText('LPSE Kabupaten Contoh')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('opens with name, password and Enter', async () => {
    const { backend, user } = locked();
    await user.type(await name(), 'ratna');
    await user.type(password(), 'tiga kata rahasia{Enter}');
    expect(await screen.findByRole('button', { name: /Mulai verifikasi/ })).toBeVisible();
    expect(backend.asked('session_unlock')).toEqual([{ username: 'ratna', password: 'tiga kata rahasia' }]);
  });

  test('asks for nothing while a field is empty, and says which', async () => {
    const { backend, user } = locked();
    await user.type(await name(), 'ratna{Enter}');
    expect(password()).toHaveAccessibleDescription('Ketik kata sandi.');
    expect(backend.asked('session_unlock')).toEqual([]);
  });

  test('forgets a wrong password, says what to do, and waits in the same field', async () => {
    const { backend, user } = locked();
    backend.refuse(
      'session_unlock',
      wireError({
        code: 'WrongPassword',
        what: 'Kata sandi salah.',
        todo: 'Periksa Caps Lock, lalu ketik ulang.',
      }),
    );
    await user.type(await name(), 'ratna');
    await user.type(password(), 'salah{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Kata sandi salah. Periksa Caps Lock, lalu ketik ulang.',
    );
    expect(password()).toHaveValue('');
    expect(password()).toHaveFocus();
  });

  test('counts the seconds after five wrong tries and sends nothing meanwhile', async () => {
    const { backend, user } = locked();
    backend.refuse(
      'session_unlock',
      wireError({ code: 'TooManyTries', what: 'Terlalu banyak percobaan.', wait_seconds: 30 }),
    );
    await user.type(await name(), 'ratna');
    await user.type(password(), 'salah{Enter}');
    expect(await screen.findByText(/Tunggu \d+ detik\./)).toBeVisible();
    await user.type(password(), 'lagi{Enter}');
    expect(backend.asked('session_unlock')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Buka kunci' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('goes on counting when Loket was closed in between', async () => {
    locked({ desk_state: { ...desks.locked, wait_seconds: 12 } });
    expect(await screen.findByText('Tunggu 12 detik.')).toBeVisible();
  });

  test('hides the case, and gives it back to the same officer only', async () => {
    const { backend, user } = startWindow();
    await screen.findByRole('button', { name: /Mulai verifikasi/ });
    await user.keyboard('{Control>}2{/Control}');
    await screen.findByRole('heading', { name: 'Arsip' });
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByText('Loket terkunci');
    expect(screen.queryByText(/Alas Roban/)).toBeNull();
    await user.type(password(), 'tiga kata rahasia{Enter}');
    expect(await screen.findByRole('heading', { name: 'Arsip' })).toBeVisible();

    backend.answer('session_unlock', {
      ...desks.open,
      session: { ...session, officer_id: 'p-2', username: 'dewi' },
    });
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByText('Loket terkunci');
    await user.clear(await name());
    await user.type(await name(), 'dewi');
    await user.type(password(), 'kata sandi dewi{Enter}');
    expect(await screen.findByRole('button', { name: /Mulai verifikasi/ })).toBeVisible();
  });

  test('tells the log whether somebody locked it or nobody was there', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { backend } = startWindow();
    await screen.findByRole('button', { name: /Mulai verifikasi/ });
    await vi.advanceTimersByTimeAsync(session.idle_minutes * 60_000);
    expect(await screen.findByText('Loket terkunci')).toBeVisible();
    expect(backend.asked('session_lock')).toEqual([{ idle: true }]);
    vi.useRealTimers();
  });

  test('remembers the name but never the password', async () => {
    const { user } = startWindow();
    await screen.findByRole('button', { name: /Mulai verifikasi/ });
    await user.keyboard('{Control>}l{/Control}');
    expect(await name()).toHaveValue('ratna');
    expect(password()).toHaveValue('');
    await waitFor(() => expect(password()).toHaveFocus());
  });

  test('covers the desk also when the program cannot answer', async () => {
    const { backend, user } = startWindow();
    await screen.findByRole('button', { name: /Mulai verifikasi/ });
    backend.refuse('session_lock', wireError({ code: 'Internal' }));
    await user.keyboard('{Control>}l{/Control}');
    expect(await screen.findByText('Loket terkunci')).toBeVisible();
    expect(screen.queryByText(/Alas Roban/)).toBeNull();
  });
});

describe('recovery by the sheet', () => {
  const words = 'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas';

  test('takes twelve words in any case and spacing, and a new password', async () => {
    const { backend, user } = locked();
    await user.click(await screen.findByRole('button', { name: 'Pakai lembar pemulihan' }));
    expect(await violations()).toEqual([]);
    await user.type(
      screen.getByLabelText('Dua belas kata'),
      `  ${words.toUpperCase().replaceAll(' ', '  ')} `,
    );
    await user.type(screen.getByLabelText('Nama pengguna'), 'ratna');
    await user.type(screen.getByLabelText('Kata sandi baru'), 'payung merah di teras');
    await user.type(screen.getByLabelText('Ulangi kata sandi baru'), 'payung merah di teras');
    await user.click(screen.getByRole('button', { name: 'Pulihkan dan buka' }));
    await screen.findByRole('button', { name: /Mulai verifikasi/ });
    expect(backend.asked('session_recover')).toEqual([
      { words, username: 'ratna', new_password: 'payung merah di teras' },
    ]);
  });

  test('asks for nothing with eleven words', async () => {
    const { backend, user } = locked();
    await user.click(await screen.findByRole('button', { name: 'Pakai lembar pemulihan' }));
    await user.type(screen.getByLabelText('Dua belas kata'), words.replace(' duabelas', ''));
    expect(screen.getByText('11 dari 12 kata sudah diketik.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Pulihkan dan buka' }));
    expect(backend.asked('session_recover')).toEqual([]);
  });

  test('is left with Esc', async () => {
    const { user } = locked();
    await user.click(await screen.findByRole('button', { name: 'Pakai lembar pemulihan' }));
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'Buka kunci' })).toBeVisible();
  });
});
