// The printers of this computer in the settings: one for each kind of paper, saved at once, and test pages.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Printer, PrintView, Role } from '../../src/bindings';
import { ASK_AFTER } from '../../src/printing.svelte';
import type { Answers } from '../fake-backend';
import { desks, session } from '../fictional/office';
import { heldWaits } from '../held-waits';
import { rightsOf } from '../recorded';
import { startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const laser: Printer = { name: 'Laser A4', default: true, kinds: [] };
const ink: Printer = { name: 'Tinta', default: false, kinds: [] };
const page = (told: Partial<PrintView> = {}): PrintView => ({
  permohonan: null,
  paper: null,
  label: 'Halaman uji',
  number: null,
  printer: laser.name,
  state: 'dikirim',
  what: null,
  todo: null,
  ...told,
});

afterEach(() => void vi.restoreAllMocks());

const card = () => screen.findByRole('region', { name: 'Printer' });
const kind = async (label: string) => within(await card()).findByLabelText(label);
const testOf = async (name: string) =>
  within(await card()).findByRole('button', { name: new RegExp(`Cetak halaman uji ${name}`) });
const rowOf = async (name: string) => (await testOf(name)).closest('li') as HTMLElement;

async function open(answers: Answers = {}) {
  const shown = startWindow({ printers: [laser, ink], ...answers });
  await screen.findByRole('navigation', { name: 'Bagian' });
  await shown.user.keyboard('{Control>}3{/Control}');
  await card();
  return shown;
}

describe('the printer of a kind of paper', () => {
  test('is the usual one or its own, and no ticket is printed by itself unless one is chosen', async () => {
    await open({ printers: [laser, { ...ink, kinds: ['fotokopi'] }] });
    expect(await kind('Fotokopi')).toHaveValue('Tinta');
    expect(await kind('Bukti Verifikasi')).toHaveDisplayValue('Printer bawaan (Laser A4)');
    expect(await kind('Tiket antrean')).toHaveDisplayValue('Tanpa printer tiket');
    expect(within(await card()).queryByLabelText('Kertas tiket')).toBeNull();
    expect(within(await card()).getAllByRole('combobox')).toHaveLength(9);
    expect(await violations()).toEqual([]);
  });

  test('is saved at once, and given back to the usual one', async () => {
    const { backend, user } = await open({
      printer_choose: ({ kind: of, printer }) => [laser, { ...ink, kinds: printer === ink.name ? [of] : [] }],
    });
    await user.selectOptions(await kind('Fotokopi'), 'Tinta');
    expect(await screen.findByText('Pilihan printer tersimpan.')).toBeVisible();
    expect(await kind('Fotokopi')).toHaveValue('Tinta');
    await user.selectOptions(await kind('Fotokopi'), 'Printer bawaan (Laser A4)');
    await waitFor(() =>
      expect(backend.asked('printer_choose')).toEqual([
        { kind: 'fotokopi', printer: 'Tinta' },
        { kind: 'fotokopi', printer: null },
      ]),
    );
    expect(await kind('Fotokopi')).toHaveValue('');
  });

  test('does not stay chosen when that is refused, and says why', async () => {
    const { backend, user } = await open();
    backend.refuse('printer_choose', wireError({ code: 'PrinterMissing', what: 'Printer itu dicabut.' }));
    await user.selectOptions(await kind('Fotokopi'), 'Tinta');
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Printer itu dicabut.');
    expect(await kind('Fotokopi')).toHaveValue('');
  });

  test('is saved after the one before it, and no earlier answer replaces a later choice', async () => {
    const answers: ((printers: Printer[]) => void)[] = [];
    const { backend, user } = await open({
      printer_choose: () => new Promise<Printer[]>((done) => answers.push(done)),
    });
    await user.selectOptions(await kind('Fotokopi'), 'Tinta');
    await user.selectOptions(await kind('Tanda Terima Berkas'), 'Tinta');
    expect(backend.asked('printer_choose')).toHaveLength(1);
    answers[0]?.([laser, { ...ink, kinds: ['fotokopi'] }]);
    await waitFor(() => expect(backend.asked('printer_choose')).toHaveLength(2));
    expect(await kind('Tanda Terima Berkas')).toHaveValue('Tinta');
    answers[1]?.([laser, { ...ink, kinds: ['fotokopi', 'tanda_terima'] }]);
    await screen.findByText('Pilihan printer tersimpan.');
    expect(await kind('Tanda Terima Berkas')).toHaveValue('Tinta');
    expect(await kind('Fotokopi')).toHaveValue('Tinta');
  });

  test.each(['petugas', 'verifikator', 'auditor'] as const)('is chosen by a %s too', async (role: Role) => {
    await open({
      desk_state: { ...desks.open, session: { ...session, roles: [role], rights: rightsOf(role) } },
    });
    expect(await kind('Fotokopi')).toBeVisible();
  });
});

describe('the printer for tickets', () => {
  const receipt: Printer = { name: 'Struk', default: false, kinds: [] };

  test('is chosen with the paper that is in it', async () => {
    const { backend, user } = await open({
      printers: [laser, receipt],
      ticket_printer_choose: (chosen) => chosen,
    });
    await user.selectOptions(await kind('Tiket antrean'), 'Struk');
    await user.selectOptions(await kind('Kertas tiket'), 'Gulungan 58 mm');
    const struk = { printer: 'Struk', roll: 'mm58' };
    await waitFor(() => expect(backend.asked('ticket_printer_choose')).toContainEqual(struk));
    expect(await kind('Kertas tiket')).toHaveDisplayValue('Gulungan 58 mm');
    expect(backend.asked('printer_choose')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('takes no roll along to another printer, which would print letters without end', async () => {
    const { backend, user } = await open({
      printers: [laser, receipt],
      ticket_printer: { printer: 'Struk', roll: 'mm80' },
      ticket_printer_choose: (chosen) => chosen,
    });
    await waitFor(async () => expect(await kind('Kertas tiket')).toHaveDisplayValue('Gulungan 80 mm'));
    await user.selectOptions(await kind('Tiket antrean'), 'Laser A4');
    await waitFor(() =>
      expect(backend.asked('ticket_printer_choose')).toEqual([{ printer: 'Laser A4', roll: null }]),
    );
    expect(await kind('Kertas tiket')).toHaveDisplayValue('Lembar A4');
  });

  test('that was taken away is still named, and can be given up', async () => {
    const { backend, user } = await open({
      printers: [laser],
      ticket_printer: { printer: 'Struk', roll: 'mm80' },
      ticket_printer_choose: (chosen) => chosen,
    });
    await waitFor(async () =>
      expect(await kind('Tiket antrean')).toHaveDisplayValue('Struk (tidak ditemukan)'),
    );
    await user.selectOptions(await kind('Tiket antrean'), 'Tanpa printer tiket');
    await waitFor(() => expect(backend.asked('ticket_printer_choose')).toEqual([null]));
    expect(within(await card()).queryByLabelText('Kertas tiket')).toBeNull();
  });

  test('stays what it was when another is refused, and an alert says why', async () => {
    const { backend, user } = await open({
      printers: [laser, receipt],
      ticket_printer: { printer: 'Struk', roll: 'mm80' },
    });
    await waitFor(async () => expect(await kind('Kertas tiket')).toHaveDisplayValue('Gulungan 80 mm'));
    backend.refuse('ticket_printer_choose', wireError({ what: 'Pilihan belum tersimpan.' }));
    await user.selectOptions(await kind('Kertas tiket'), 'Lembar A4');
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Pilihan belum tersimpan.');
    expect(await kind('Kertas tiket')).toHaveDisplayValue('Gulungan 80 mm');
  });
});

describe('without a printer', () => {
  test('the card says what to do, and looks again', async () => {
    const { backend, user } = await open({ printers: [] });
    expect(await within(await card()).findByText(/Pasang printer pada komputer ini/)).toBeVisible();
    expect(within(await card()).queryByRole('combobox')).toBeNull();
    expect(await violations()).toEqual([]);
    backend.answer('printers', [laser]);
    await user.click(within(await card()).getByRole('button', { name: 'Coba lagi' }));
    expect(await kind('Fotokopi')).toBeVisible();
  });

  test('that can be read the card says why', async () => {
    const { backend, user } = await open({
      printers: () => {
        throw wireError({ what: 'Layanan cetak tidak menjawab.' });
      },
    });
    expect(await within(await card()).findByRole('alert')).toHaveTextContent('Layanan cetak tidak menjawab.');
    backend.answer('printers', [laser]);
    await user.click(within(await card()).getByRole('button', { name: 'Coba lagi' }));
    expect(await kind('Fotokopi')).toBeVisible();
    expect(within(await card()).queryByRole('alert')).toBeNull();
  });
});

describe('a test page', () => {
  /** One page on its way, of a program that knows an older one. */
  async function sent(told: Partial<PrintView> = {}) {
    let prints = [page({ state: 'tercetak' })];
    const wait = heldWaits(ASK_AFTER);
    const shown = await open({
      prints: () => prints,
      printer_test: () => {
        prints = [page(), ...prints];
        return null;
      },
    });
    expect(await rowOf('Laser A4')).not.toHaveTextContent('Tercetak');
    await shown.user.click(await testOf('Laser A4'));
    await within(await rowOf('Laser A4')).findByText('Dikirim ke printer');
    const tell = (next: Partial<PrintView>) => {
      prints = [page(next), ...prints.slice(1)];
      wait.end();
    };
    if (told.state) tell(told);
    return { ...shown, tell, wait };
  }

  test('is followed until it is printed, and says what the ruler must measure', async () => {
    const { backend, tell, wait } = await sent({ state: 'mencetak' });
    expect(await within(await rowOf('Laser A4')).findByText('Sedang dicetak')).toBeVisible();
    expect(await rowOf('Tinta')).not.toHaveTextContent('Sedang dicetak');
    expect(await card()).toHaveTextContent(
      'Garis ukur harus tepat 50 mm pada halaman uji, dan 40 mm pada tiket uji. Bila halaman uji meleset, matikan “sesuaikan dengan halaman” pada printer.',
    );
    tell({ state: 'tercetak' });
    expect(await within(await rowOf('Laser A4')).findByText('Tercetak')).toBeVisible();
    expect(await violations()).toEqual([]);
    const asked = backend.asked('prints').length;
    wait.end();
    expect(backend.asked('prints')).toHaveLength(asked);
    expect(backend.asked('printer_test')).toEqual([{ printer: 'Laser A4' }]);
  });

  test('is printed once while it is on its way', async () => {
    const { backend, user } = await sent();
    await user.keyboard('{Enter}{Enter}');
    expect(backend.asked('printer_test')).toHaveLength(1);
    expect(await testOf('Laser A4')).toHaveAttribute('aria-busy', 'true');
  });

  test('that waits or failed says why, and is printed again', async () => {
    const { backend, user, tell } = await sent({
      state: 'menunggu',
      what: 'Kertas habis.',
      todo: 'Isi kertas.',
    });
    expect(await within(await card()).findByText('Kertas habis.')).toBeVisible();
    tell({ state: 'gagal', what: 'Printer mati.', todo: 'Nyalakan printer.' });
    expect(await within(await card()).findByRole('alert')).toHaveTextContent(
      'Printer mati. Nyalakan printer.',
    );
    await user.click(await testOf('Laser A4'));
    await waitFor(() => expect(backend.asked('printer_test')).toHaveLength(2));
    await waitFor(() => expect(screen.queryByText('Printer mati.')).toBeNull());
  });

  test('that the printer does not take says why', async () => {
    const { backend, user } = await open();
    backend.refuse('printer_test', wireError({ code: 'PrintFailed', what: 'Printer tidak menjawab.' }));
    await user.click(await testOf('Tinta'));
    expect(await within(await rowOf('Tinta')).findByRole('alert')).toHaveTextContent(
      'Printer tidak menjawab.',
    );
    expect(backend.asked('prints')).toEqual([]);
  });

  test('is asked about again when that went wrong, and no more after the settings are left', async () => {
    const { backend, user, wait } = await sent();
    const working = backend.working('prints');
    backend.refuse('prints', wireError({ code: 'Io' }));
    wait.end();
    expect(await screen.findByText('Kemajuan cetak belum terbaca.')).toBeVisible();
    backend.answer('prints', working);
    wait.end();
    await waitFor(() => expect(screen.queryByText('Kemajuan cetak belum terbaca.')).toBeNull());
    await user.keyboard('{Control>}2{/Control}');
    await screen.findByRole('heading', { name: 'Arsip' });
    const asked = backend.asked('prints').length;
    wait.end();
    expect(backend.asked('prints')).toHaveLength(asked);
  });
});
