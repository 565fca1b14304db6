// Letters of a case from afar: queued with one key, seen as they stand, withdrawn; and what is said when that fails.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { LetterView, Outbox, PermohonanView, Role } from '../src/bindings';
import { sendLetters } from '../src/outbox';
import { showCase, type ShownCase } from './case-show';
import { CaseBackend } from './fake-case';
import type { Answers } from './fake-backend';
import { session } from './fictional/office';
import { agendaOf, moment, rightsOf, type Moment } from './recorded';
import { violations } from './show';
import { wireError } from './wire-error';

const as = (role: Role) => ({ ...session, roles: [role], rights: rightsOf(role) });
const waiting: LetterView = {
  id: 'l-1',
  permohonan: 'k-1',
  kind: 'jadwal',
  kind_label: 'Undangan panggilan video',
  queued_at: '2026-11-23T02:00:00Z',
  end: null,
  ended_at: null,
  why: null,
  next_try_at: null,
};
const sent: LetterView = { ...waiting, end: 'terkirim', ended_at: '2026-11-23T02:14:00Z' };
const away = { why: 'Server surel tidak terjangkau.', next_try_at: '2026-11-23T03:05:00Z' };

/** The case with these letters, of an office that sends. */
function withLetters(letters: LetterView[], name: Moment = 'terjadwal-baru'): PermohonanView {
  const view = moment(name);
  if (view.schedule) Object.assign(view.schedule, { letters, sends_letters: true });
  return view;
}

/** What the program holds of the case from now on, as another round or another desk left it. */
function becomes({ backend }: { backend: CaseBackend }, letters: LetterView[]): void {
  backend.view = withLetters(letters);
}

function mailing(letters: LetterView[] = [], answers: Answers = {}, name?: Moment): CaseBackend {
  const backend: CaseBackend = new CaseBackend(withLetters(letters, name), {
    agenda: agendaOf('agendaTerisi'),
    letter_queue: () => structuredClone((backend.view = withLetters([...letters, waiting], name))),
    ...answers,
  });
  return backend;
}

const send = () => screen.findByRole('button', { name: 'Kirim lewat surel' });
const list = () => screen.findByRole('region', { name: /^Surat keluar/ });
const lines = async () => within(await list()).getAllByRole('listitem');

describe('a notice of an office that sends', () => {
  test('goes out with Enter: queued, handed over once, and the case is read again', async () => {
    const { backend, user } = await showCase(mailing());
    await waitFor(async () => expect(await send()).toHaveFocus());
    expect(await violations()).toEqual([]);
    backend.answer('outbox_send', () => {
      becomes({ backend }, [sent]);
      return { waiting: [] };
    });
    await user.keyboard('{Enter}');
    await waitFor(async () => expect((await lines())[0]).toHaveTextContent('Terkirim 23 Nov 2026, 09.14'));
    expect(backend.asked('letter_queue')).toEqual([{ id: 'k-1', kind: 'jadwal' }]);
    expect(backend.asked('outbox_send')).toHaveLength(1);
    expect(backend.asked('permohonan_get')).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  test('has sending first and as the one main act, until another act is', async () => {
    await showCase(mailing());
    const acts = (await send()).parentElement as HTMLElement;
    expect(within(acts).getAllByRole('button')[0]).toBe(await send());
    expect(await send()).toHaveClass('primary');
    expect(screen.getByRole('button', { name: /Mulai verifikasi/ })).toHaveClass('not-yet');
  });

  test('leaves the main act to what follows once that may begin', async () => {
    await showCase(mailing([sent], {}, 'terjadwal-lewat'));
    expect(await send()).not.toHaveClass('primary');
  });

  test('says that nobody came by a letter of its own kind', async () => {
    const { backend, user } = await showCase(mailing([], {}, 'tidak-hadir'));
    await user.click(await send());
    await waitFor(() => expect(backend.asked('letter_queue')).toEqual([{ id: 'k-1', kind: 'tidak_hadir' }]));
  });

  test('does not keep the screen waiting for the server, and a second Enter sends nothing', async () => {
    const { backend, user } = await showCase(
      mailing([], { outbox_send: () => new Promise(() => undefined) }),
    );
    await waitFor(async () => expect(await send()).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Menunggu dikirim')).toBeVisible();
    await waitFor(async () => expect(await list()).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(backend.asked('letter_queue')).toHaveLength(1);
    expect(await send()).not.toHaveAttribute('aria-busy');
  });

  test('that the program does not queue says why, and nothing is sent', async () => {
    const { backend, user } = await showCase(mailing());
    backend.refuse(
      'letter_queue',
      wireError({ code: 'TransitionRefused', what: 'Surat yang sama masih menunggu dikirim.' }),
    );
    await user.click(await send());
    expect(await screen.findByRole('alert')).toHaveTextContent('Surat yang sama masih menunggu dikirim.');
    expect(backend.asked('outbox_send')).toEqual([]);
    expect(screen.queryByRole('region', { name: /^Surat keluar/ })).toBeNull();
  });

  test('whose sending fails waits, and no alarm is raised', async () => {
    const { backend, user } = await showCase(mailing());
    backend.refuse('outbox_send', wireError({ what: 'Basis data sedang dipakai.' }));
    await user.click(await send());
    expect(await screen.findByText('Menunggu dikirim')).toBeVisible();
    await waitFor(() => expect(backend.asked('outbox_send')).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('that was read a last time and could not be stays as it was known', async () => {
    const { backend, user } = await showCase(mailing([], { outbox_send: { waiting: [] } }));
    await send();
    backend.refuse('permohonan_get', wireError({ what: 'Basis data sedang dipakai.' }));
    await user.click(await send());
    await waitFor(() => expect(backend.asked('permohonan_get')).toHaveLength(2));
    expect(await screen.findByText('Menunggu dikirim')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is not sent as a message for WhatsApp', async () => {
    const { user } = await showCase(mailing());
    await send();
    await user.click(screen.getByRole('radio', { name: 'WhatsApp' }));
    expect(screen.queryByRole('button', { name: 'Kirim lewat surel' })).toBeNull();
  });

  test('is sent by nobody who may not log a contact', async () => {
    await showCase(mailing([waiting]), as('auditor'));
    expect(await screen.findByText('Menunggu dikirim')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Kirim lewat surel' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Batalkan' })).toBeNull();
  });
});

test('an office that does not send offers only to copy and to save', async () => {
  await showCase(new CaseBackend(moment('terjadwal-baru'), { agenda: agendaOf('agendaTerisi') }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Salin teks' })).toHaveFocus());
  expect(screen.queryByRole('button', { name: 'Kirim lewat surel' })).toBeNull();
  expect(screen.queryByRole('region', { name: /^Surat keluar/ })).toBeNull();
});

describe('a letter', () => {
  test.each<[string, Partial<LetterView>, string]>([
    ['waits', {}, 'Menunggu dikirim'],
    ['is tried again', away, 'Menunggu dikirim Server surel tidak terjangkau. Dicoba lagi pukul 10.05.'],
    ['was sent', sent, 'Terkirim 23 Nov 2026, 09.14'],
    [
      'was refused',
      { end: 'ditolak', ended_at: '2026-11-23T02:14:00Z' },
      'Ditolak server: pelaku usaha belum tahu. Hubungi dengan cara lain atau perbaiki alamat surel.',
    ],
    ['was withdrawn', { end: 'dibatalkan' }, 'Dibatalkan'],
    ['no longer holds', { end: 'usang' }, 'Tidak dikirim karena isinya tidak berlaku lagi'],
  ])('that %s says so', async (_, change, words) => {
    await showCase(mailing([{ ...waiting, ...change }]));
    const [line] = await lines();
    expect(line).toHaveTextContent(`Undangan panggilan video ${words}`);
    expect(within(line as HTMLElement).queryAllByRole('button')).toHaveLength(change.end ? 0 : 1);
    expect(await violations()).toEqual([]);
  });

  test('that goes out in a later round is seen to, and one that stands as it stood is not read again', async () => {
    const { backend } = await showCase(mailing([waiting], { outbox_send: { waiting: [waiting] } }));
    await lines();
    await sendLetters(backend);
    expect(backend.asked('permohonan_get')).toHaveLength(1);
    backend.answer('outbox_send', { waiting: [{ ...waiting, ...away }] });
    becomes({ backend }, [{ ...waiting, ...away }]);
    await sendLetters(backend);
    await waitFor(async () => expect((await lines())[0]).toHaveTextContent('Dicoba lagi pukul 10.05.'));
    expect(backend.asked('permohonan_get')).toHaveLength(2);
  });

  test('of a missed call is still seen while the next time is looked for', async () => {
    await showCase(mailing([{ ...waiting, end: 'ditolak' }], {}, 'menunggu-jadwal-lagi'));
    expect(await list()).toHaveTextContent('Ditolak server: pelaku usaha belum tahu.');
  });

  async function withdrawing(outcome: (backend: CaseBackend) => Outbox): Promise<ShownCase> {
    const backend = mailing([waiting], { letter_withdraw: () => outcome(backend) });
    const shown = await showCase(backend);
    await shown.user.click(await screen.findByRole('button', { name: 'Batalkan' }));
    return shown;
  }

  test('that waits is withdrawn, and the list has the focus', async () => {
    const { backend } = await withdrawing((backend) => {
      becomes({ backend }, [{ ...waiting, end: 'dibatalkan' }]);
      return { waiting: [] };
    });
    await waitFor(async () => expect((await lines())[0]).toHaveTextContent('Dibatalkan'));
    expect(backend.asked('letter_withdraw')).toEqual([{ letter: 'l-1' }]);
    await waitFor(async () => expect(await list()).toHaveFocus());
  });

  test('that went out before it could be withdrawn says both', async () => {
    await withdrawing((backend) => {
      becomes({ backend }, [sent]);
      throw wireError({ code: 'TransitionRefused', what: 'Surat ini tidak menunggu lagi.' });
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Surat ini tidak menunggu lagi.');
    await waitFor(async () => expect((await lines())[0]).toHaveTextContent('Terkirim'));
  });

  test('that could not be withdrawn stays, and may be withdrawn once more', async () => {
    const { backend, user } = await withdrawing(() => {
      throw wireError({ what: 'Ruang diska habis.' });
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Ruang diska habis.');
    backend.answer('letter_withdraw', () => {
      becomes({ backend }, [{ ...waiting, end: 'dibatalkan' }]);
      return { waiting: [] };
    });
    await user.click(screen.getByRole('button', { name: 'Batalkan' }));
    await waitFor(async () => expect((await lines())[0]).toHaveTextContent('Dibatalkan'));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
