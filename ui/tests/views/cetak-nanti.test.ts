// The list "Cetak nanti" of the home: printed with one key, followed, left in its place with a reason, and emptied.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PrintLater, Printer, PrintView } from '../../src/bindings';
import { LOOK_AFTER } from '../../src/home/printers.svelte';
import { ASK_AFTER } from '../../src/printing.svelte';
import type { Answers } from '../fake-backend';
import { bukti, fotokopi, printOf } from '../fictional/print';
import { heldWaits } from '../held-waits';
import { homeOf, moment } from '../recorded';
import { startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const JAM = { state: 'gagal', what: 'Kertas di printer habis.', todo: 'Isi kertas.' } as const;
const [anyPaper] = moment('disetujui').papers;

afterEach(() => void vi.restoreAllMocks());

const card = () => screen.findByRole('region', { name: /^Cetak nanti/ });
const row = async (name: RegExp) =>
  (await within(await card()).findByRole('button', { name })).closest('li') as HTMLElement;
const printAll = async () => within(await card()).findByRole('button', { name: 'Cetak semua' });

/** A home with this list, on a printer that takes everything and tells what the test says. */
function open(list: PrintLater[] = [bukti, fotokopi], answers: Answers = {}) {
  let prints: PrintView[] = [];
  let later = list;
  const shown = startWindow({
    home: () => ({ ...homeOf('beranda'), print_later: later }),
    prints: () => prints,
    paper_print: ({ paper }) => {
      const sent = list.find((each) => each.paper === paper);
      if (!sent || !anyPaper) throw wireError({ code: 'NotFound' });
      prints = [printOf(sent), ...prints];
      later = later.filter((each) => each !== sent);
      return anyPaper;
    },
    ...answers,
  });
  const tell = (paper: PrintLater, told: Partial<PrintView>) => {
    prints = prints.map((each) => (each.paper === paper.paper ? { ...each, ...told } : each));
    if (told.state === 'gagal') later = [...later, paper];
  };
  const printed = () => shown.backend.asked('paper_print');
  return { ...shown, tell, printed, setPrints: (next: PrintView[]) => (prints = next) };
}

describe('the list Cetak nanti', () => {
  test('is not there while nothing waits', async () => {
    const { backend } = open([]);
    await screen.findByText('CV Alas Roban Sejahtera');
    expect(screen.queryByRole('region', { name: /^Cetak nanti/ })).toBeNull();
    expect(backend.asked('prints')).toEqual([]);
  });

  test('says what waits, and that the printer is ready', async () => {
    open();
    expect(await card()).toHaveTextContent('2 kertas menunggu dicetak.');
    const first = await row(/^Bukti Verifikasi BV-2026-1-000004/);
    expect(first).toHaveTextContent('CV Alas Roban Sejahtera');
    expect(first).toHaveTextContent('Permohonan 2026/1/0007, 2 rangkap');
    expect(await violations()).toEqual([]);
  });

  test('opens the permohonan of a row', async () => {
    const { backend, user } = open();
    const opens = await within(await card()).findByRole('button', { name: /^Fotokopi/ });
    opens.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: 'k-7' }]));
  });

  test('is printed with Ctrl+P, each on the printer of its kind, and rows go when they are printed', async () => {
    const wait = heldWaits(ASK_AFTER);
    const printers: Printer[] = [
      { name: 'Laser A4', default: true, kinds: [] },
      { name: 'Tinta', default: false, kinds: ['fotokopi'] },
    ];
    const { user, tell, printed } = open(undefined, { printers });
    await printAll();
    await user.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(printed()).toHaveLength(2));
    expect(printed()).toEqual([
      { id: 'k-7', paper: 'p-1', printer: 'Laser A4', copies: 2 },
      { id: 'k-7', paper: 'p-2', printer: 'Tinta', copies: 1 },
    ]);
    await waitFor(async () =>
      expect(within(await card()).getAllByText('Dikirim ke printer')).toHaveLength(2),
    );
    expect(within(await card()).queryByRole('button', { name: 'Cetak semua' })).toBeNull();
    expect(await violations()).toEqual([]);
    tell(bukti, { state: 'tercetak' });
    tell(fotokopi, { state: 'menunggu', what: 'Kertas habis.', todo: 'Isi kertas.' });
    wait.end();
    await waitFor(() => expect(screen.queryByText('BV-2026-1-000004')).toBeNull());
    expect(await row(/^Fotokopi/)).toHaveTextContent('Menunggu printer Kertas habis. Isi kertas.');
    tell(fotokopi, { state: 'tercetak' });
    wait.end();
    await waitFor(() => expect(screen.queryByRole('region', { name: /^Cetak nanti/ })).toBeNull());
    expect(printed()).toHaveLength(2);
  });

  test('is sent once, however often the key is pressed', async () => {
    const { user, printed } = open();
    await printAll();
    await user.keyboard('{Control>}pppp{/Control}');
    await waitFor(async () =>
      expect(within(await card()).getAllByText('Dikirim ke printer')).toHaveLength(2),
    );
    expect(printed()).toHaveLength(2);
  });

  test('keeps what failed with its reason, and prints it again', async () => {
    const wait = heldWaits(ASK_AFTER);
    const { user, tell, printed } = open([bukti]);
    await user.click(await printAll());
    await waitFor(() => expect(printed()).toHaveLength(1));
    await within(await card()).findByText('Dikirim ke printer');
    tell(bukti, JAM);
    wait.end();
    await waitFor(async () =>
      expect(await row(/^Bukti/)).toHaveTextContent('Kertas di printer habis. Isi kertas.'),
    );
    expect(await row(/^Bukti/)).toHaveTextContent('Belum tercetak');
    expect(await violations()).toEqual([]);
    await user.click(await printAll());
    await waitFor(() => expect(printed()).toHaveLength(2));
    await waitFor(async () => expect(await row(/^Bukti/)).toHaveTextContent('Dikirim ke printer'));
    expect(screen.queryByText(/Kertas di printer habis/)).toBeNull();
  });

  test('goes on after one that the printer does not take, which stays with its reason', async () => {
    const { backend, user, printed } = open();
    const working = backend.working('paper_print');
    backend.answer('paper_print', (request) => {
      if (request.paper === bukti.paper)
        throw wireError({ what: 'Printer menolak.', todo: 'Periksa printer.' });
      return working(request);
    });
    await user.click(await printAll());
    await waitFor(() => expect(printed()).toHaveLength(2));
    await waitFor(async () =>
      expect(await row(/^Bukti/)).toHaveTextContent('Printer menolak. Periksa printer.'),
    );
    expect(await row(/^Fotokopi/)).toHaveTextContent('Dikirim ke printer');
  });

  test('does not send what is on its way from a permohonan', async () => {
    const { user, printed, setPrints } = open();
    await printAll();
    setPrints([printOf(bukti, { state: 'mencetak' })]);
    await user.click(await printAll());
    await waitFor(() => expect(printed()).toMatchObject([{ paper: fotokopi.paper }]));
    await waitFor(async () => expect(await row(/^Bukti/)).toHaveTextContent('Sedang dicetak'));
  });

  test('tells why one failed before the home was opened', async () => {
    open([bukti], { prints: [printOf(bukti, JAM)] });
    await waitFor(async () => expect(await row(/^Bukti/)).toHaveTextContent('Kertas di printer habis.'));
  });

  test('says of a paper that was printed once and waits again only that it waits', async () => {
    const { backend } = open([bukti], { prints: [printOf(bukti, { state: 'tercetak' })] });
    await waitFor(() => expect(backend.asked('prints').length).toBeGreaterThan(0));
    expect(await row(/^Bukti/)).not.toHaveTextContent('Tercetak');
    expect(await printAll()).toBeVisible();
  });

  test('says that the progress cannot be read, until it can', async () => {
    const wait = heldWaits(ASK_AFTER);
    const { backend, user, tell, printed } = open([bukti]);
    await user.click(await printAll());
    await waitFor(() => expect(printed()).toHaveLength(1));
    await within(await card()).findByText('Dikirim ke printer');
    const working = backend.working('prints');
    backend.refuse('prints', wireError({ code: 'Io' }));
    wait.end();
    expect(await screen.findByText('Kemajuan cetak belum terbaca.')).toBeVisible();
    backend.answer('prints', working);
    tell(bukti, { state: 'mencetak' });
    wait.end();
    await waitFor(() => expect(screen.queryByText('Kemajuan cetak belum terbaca.')).toBeNull());
    expect(await row(/^Bukti/)).toHaveTextContent('Sedang dicetak');
  });

  test('leaves out what this officer may not open', async () => {
    const { user, printed } = open([bukti, { ...fotokopi, may_print: false }]);
    expect(await row(/^Fotokopi/)).toHaveTextContent('Dicetak petugas yang berhak membukanya.');
    await user.click(await printAll());
    await waitFor(() => expect(printed()).toMatchObject([{ paper: bukti.paper }]));
    await within(await card()).findByText('Dikirim ke printer');
    expect(printed()).toHaveLength(1);
  });

  test('offers nothing to print where this officer may open none', async () => {
    const { user, printed } = open([{ ...fotokopi, may_print: false }]);
    await row(/^Fotokopi/);
    await user.keyboard('{Control>}p{/Control}');
    expect(within(await card()).queryByRole('button', { name: /Cetak semua|Printer belum siap/ })).toBeNull();
    expect(printed()).toEqual([]);
  });
});

describe('without a printer the list', () => {
  test('says so, and looks again when that is pressed', async () => {
    const { backend, user, printed } = open(undefined, { printers: [] });
    const act = await within(await card()).findByRole('button', { name: 'Printer belum siap' });
    expect(act).toHaveAccessibleDescription('Masih kurang 1: printer yang siap.');
    expect(await card()).toHaveTextContent('Nyalakan printer dan periksa kabelnya.');
    expect(await violations()).toEqual([]);
    backend.answer('printers', [{ name: 'Laser A4', default: true, kinds: [] }]);
    await user.click(act);
    expect(await printAll()).toBeVisible();
    expect(printed()).toEqual([]);
  });

  test('sees one that comes back by itself, and asks one look at a time', async () => {
    const wait = heldWaits(LOOK_AFTER);
    const { backend } = open(undefined, { printers: [] });
    await screen.findByText('Printer tidak terhubung. Bukti dapat dicetak nanti.');
    let come: (printers: Printer[]) => void = () => undefined;
    backend.answer('printers', () => new Promise<Printer[]>((done) => (come = done)));
    const before = backend.asked('printers').length;
    await waitFor(() => {
      wait.end();
      expect(backend.asked('printers')).toHaveLength(before + 1);
    });
    wait.end();
    expect(backend.asked('printers')).toHaveLength(before + 1);
    come([{ name: 'Laser A4', default: true, kinds: [] }]);
    expect(await screen.findByText('2 kertas menunggu dicetak.')).toBeVisible();
    expect(screen.getByText('Printer siap')).toBeVisible();
  });
});

describe('a paper that is not needed', () => {
  const ask = async (name: RegExp) => within(await card()).findByRole('button', { name });

  test('leaves the list after one question, which says that it is logged', async () => {
    const { backend, user } = open([bukti, fotokopi], { paper_not_needed: null });
    await user.click(await ask(/^Tidak perlu Fotokopi/));
    const dialog = await screen.findByRole('dialog', { name: 'Tidak perlu dicetak' });
    expect(dialog).toHaveTextContent(
      'Fotokopi keluar dari daftar dan tetap tersimpan. Tindakan ini tercatat.',
    );
    expect(await violations()).toEqual([]);
    backend.answer('home', { ...homeOf('beranda'), print_later: [bukti] });
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Kertas keluar dari daftar Cetak nanti.')).toBeVisible();
    expect(backend.asked('paper_not_needed')).toEqual([{ id: 'k-7', paper: 'p-2' }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Fotokopi/ })).toBeNull());
    await waitFor(() => expect(screen.getByRole('group', { name: 'Cetak nanti' })).toHaveFocus());
  });

  test('that was the last one leaves the focus on the home', async () => {
    const { backend, user } = open([bukti], { paper_not_needed: null });
    await user.click(await ask(/^Tidak perlu Bukti/));
    await screen.findByRole('dialog', { name: 'Tidak perlu dicetak' });
    backend.answer('home', { ...homeOf('beranda'), print_later: [] });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Cetak nanti' })).toBeNull());
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  test('stays when the question is left', async () => {
    const { backend, user } = open();
    await user.click(await ask(/^Tidak perlu Bukti/));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.asked('paper_not_needed')).toEqual([]);
    await waitFor(async () => expect(await ask(/^Tidak perlu Bukti/)).toHaveFocus());
  });

  test('says in the question why it stays', async () => {
    const { backend, user } = open();
    backend.refuse('paper_not_needed', wireError({ code: 'RoleForbidden', what: 'Peran Anda tidak dapat.' }));
    await user.click(await ask(/^Tidak perlu Bukti/));
    const dialog = await screen.findByRole('dialog');
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Peran Anda tidak dapat.');
    expect(screen.getByText('BV-2026-1-000004')).toBeInTheDocument();
  });
});
