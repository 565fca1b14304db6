// The Baki by keyboard alone, what it is told, and what it does when something fails.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KirimanView, PageRequest, Role } from '../../src/bindings';
import { LOOK_AFTER } from '../../src/baki/look';
import '../case-show';
import type { Answers } from '../fake-backend';
import { desks, session } from '../fictional/office';
import { heldWaits } from '../held-waits';
import { bakiOf, homeOf, moment, notice, rightsOf } from '../recorded';
import { type Shown, startWindow, violations } from '../show';
import { wireError } from '../wire-error';

const full = bakiOf('baki');
const [mail, loose, old] = full.kiriman as [KirimanView, KirimanView, KirimanView];
const without = (id: string) => ({ ...full, kiriman: full.kiriman.filter((each) => each.id !== id) });
const ended = wireError({
  code: 'CaseErased',
  what: 'Kiriman ini sudah diakhiri.',
  todo: 'Minta pelaku usaha mengirim ulang.',
});
const as = (role: Role): Answers => ({
  desk_state: { ...desks.open, session: { ...session, roles: [role], rights: rightsOf(role) } },
});

/** Addresses of pictures that are in the window. */
const addresses = new Set<string>();
beforeEach(() => {
  let next = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const address = `blob:loket-${(next += 1)}`;
    addresses.add(address);
    return address;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void addresses.delete(address));
});
afterEach(() => {
  vi.restoreAllMocks();
  addresses.clear();
});

const atHome = () => screen.findByRole('button', { name: /^Baki/ });
const row = (name: RegExp) => screen.findByRole('button', { name });
const pages = async () =>
  within(await screen.findByRole('list', { name: 'Halaman' })).findAllByRole('button');

async function openBaki(answers: Answers = {}): Promise<Shown> {
  const shown = startWindow(answers);
  await atHome();
  await shown.user.keyboard('{F7}');
  await screen.findByRole('heading', { name: 'Baki' });
  return shown;
}

async function filledBaki(answers: Answers = {}): Promise<Shown> {
  const shown = await openBaki(answers);
  await waitFor(async () => expect(await row(/^Slamet Riyadi/)).toHaveFocus());
  return shown;
}

const file = (name: string, bytes = 'x') => new File([bytes], name);
const paste = (files: File[]) => {
  const event = new Event('paste', { cancelable: true, bubbles: true });
  Object.defineProperty(event, 'clipboardData', { value: { files } });
  document.body.dispatchEvent(event);
};
const added = ({ backend }: Shown) =>
  backend.calls.filter((call) => call.name === 'kiriman_add').map((call) => call.request);

describe('the home', () => {
  test('counts what waits and says how much is late', async () => {
    startWindow({ home: { ...homeOf('beranda'), baki_waiting: 3, baki_expired: 1 } });
    expect(await atHome()).toHaveTextContent('Baki (3), 1 lewat waktu');
  });

  test('offers nothing of it to whoever does not receive', async () => {
    const { user } = startWindow(as('auditor'));
    await screen.findByRole('button', { name: /Buka permohonan/ });
    expect(screen.queryByRole('button', { name: /^Baki/ })).toBeNull();
    await user.keyboard('{F7}');
    expect(screen.queryByRole('heading', { name: 'Baki' })).toBeNull();
  });
});

describe('the Baki', () => {
  test('lists what waits, and which is late or used', async () => {
    await filledBaki({ baki: bakiOf('bakiTerpakai') });
    expect(await row(/^Slamet Riyadi/)).toHaveTextContent('Dipakai 2026/1/0001');
    expect(await row(/^npwp alas roban.jpg/)).toHaveTextContent('Berkas lepas, tanpa surel');
    expect(await row(/^Dewi Lestari/)).toHaveTextContent('Lewat waktu simpan (habis 19 Nov)');
    expect(await violations()).toEqual([]);
  });

  test('tells of the chosen one who, when, until when, its pages and what was not taken', async () => {
    await filledBaki();
    const detail = await screen.findByRole('region', { name: 'Slamet Riyadi' });
    for (const words of [
      'Slamet Riyadi · toko@sumberrejeki.example',
      '23 November 2026, 07.41 WIB',
      'Permohonan verifikasi akun SPSE',
      '23 Desember 2026',
    ])
      expect(within(detail).getByText(words)).toBeVisible();
    expect(detail).toHaveTextContent('surat pengantar.docx: Berkas zip ini terpotong atau rusak.');
    expect(detail).toHaveTextContent('Minta dikirim ulang, atau potret ulang.');
    const [ktp] = await pages();
    expect(ktp).toHaveAccessibleName(/Perbesar KTP Slamet.jpg.*960 × 540 piksel.*Belum dipakai/);
  });

  test('says where a page was given', async () => {
    await filledBaki({ baki: bakiOf('bakiTerpakai') });
    const [ktp] = await pages();
    expect(ktp).toHaveAccessibleName(/Dipakai: KTP, 2026\/1\/0001/);
  });

  test('is walked by the arrows, entered by Enter, and a page shown large is closed by Esc alone', async () => {
    const { backend, user } = await filledBaki();
    await user.keyboard('{ArrowDown}');
    expect(await row(/^npwp alas roban.jpg/)).toHaveFocus();
    await user.keyboard('{ArrowUp}{Enter}');
    const [ktp, npwp] = await pages();
    expect(ktp).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(npwp).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'NPWP Slamet.jpg' })).toBeVisible();
    expect(backend.asked('kiriman_page')).toContainEqual({
      kiriman: 's-2',
      page: 'h-2',
      variant: 'original',
    });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(async () => expect((await pages())[1]).toHaveFocus());
    await user.keyboard('{Escape}');
    expect(await atHome()).toBeVisible();
  });

  test('looks at no page that was only walked past, and leaves no picture in the window', async () => {
    const wait = heldWaits(LOOK_AFTER);
    const { backend, user } = await filledBaki();
    await user.keyboard('{ArrowDown}');
    await waitFor(async () => expect(await row(/^Slamet Riyadi/)).not.toHaveFocus());
    wait.end();
    await waitFor(() => expect(backend.asked('kiriman_page')).toHaveLength(1));
    expect(backend.asked('kiriman_page')).toEqual([{ kiriman: 's-3', page: 'h-3', variant: 'thumb' }]);
    await waitFor(() => expect(addresses.size).toBe(1));
    await user.keyboard('{ArrowUp}');
    await waitFor(async () => expect(await row(/^Slamet Riyadi/)).toHaveFocus());
    wait.end();
    await waitFor(() => expect(addresses.size).toBe(2));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(addresses.size).toBe(0));
  });

  test('asks for no page where the officer may not open them, and says who may', async () => {
    const { backend } = await filledBaki({ baki: { ...full, may_open: false }, ...as('petugas') });
    expect(await screen.findByText('Hanya verifikator yang boleh membuka halaman.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Perbesar/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Buka permohonan/ })).toBeNull();
    await new Promise((rest) => setTimeout(rest, 300));
    expect(backend.asked('kiriman_page')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('says in the page what is wrong with a page that cannot be shown', async () => {
    await filledBaki({
      kiriman_page: ({ page }: PageRequest) => {
        if (page === 'h-1') throw wireError({ code: 'PictureAltered', what: 'Berkas gambar berubah.' });
        return new ArrayBuffer(4);
      },
    });
    await waitFor(async () => expect((await pages())[0]).toHaveTextContent('Berkas gambar berubah.'));
    expect((await pages())[1]).not.toHaveTextContent('Berkas gambar berubah.');
  });

  test('that is empty says what to do in one sentence, with the focus on it', async () => {
    await openBaki({ baki: { ...full, kiriman: [] } });
    expect(await screen.findByText('Simpan surel sebagai .eml, lalu seret ke sini atau pilih berkasnya.'))
      .toBeVisible(); // prettier-ignore
    await waitFor(() => expect(screen.getByRole('button', { name: /Pilih berkas/ })).toHaveFocus());
    expect(await violations()).toEqual([]);
  });

  test('that cannot be read says so and is tried again', async () => {
    const shown = startWindow();
    await atHome();
    shown.backend.refuse('baki', wireError({ what: 'Basis data rusak.' }));
    await shown.user.keyboard('{F7}');
    expect(await screen.findByText('Basis data rusak.')).toBeVisible();
    shown.backend.answer('baki', full);
    await shown.user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await row(/^Slamet Riyadi/)).toBeVisible();
  });
});

describe('what is brought in', () => {
  test('goes one after the other, and one that fails costs the others nothing', async () => {
    const shown = await filledBaki();
    const save = shown.backend.addKiriman.bind(shown.backend);
    shown.backend.addKiriman = (meta, bytes) =>
      meta.file_name === 'rusak.eml'
        ? Promise.reject(
            wireError({ code: 'MailUnreadable', what: 'Ini bukan surel.', todo: 'Simpan lagi.' }),
          )
        : save(meta, bytes);
    shown.backend.drop({ kind: 'drop', files: [file('satu.eml'), file('rusak.eml'), file('tiga.eml')] });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('rusak.eml tidak masuk. Ini bukan surel. Simpan lagi.');
    expect(alert).toHaveTextContent('MailUnreadable');
    await waitFor(() =>
      expect(added(shown)).toEqual([
        { file_name: 'satu.eml', source: 'seret' },
        { file_name: 'tiga.eml', source: 'seret' },
      ]),
    );
    await shown.user.click(await screen.findByRole('button', { name: 'Mengerti' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('may be thirty files at once: all go in, each that fails is named, and the focus stays', async () => {
    const shown = await filledBaki();
    const save = shown.backend.addKiriman.bind(shown.backend);
    const names = Array.from({ length: 30 }, (_, index) => `pindai-${index + 1}.pdf`);
    const broken = ['pindai-7.pdf', 'pindai-30.pdf'];
    shown.backend.addKiriman = (meta, bytes) =>
      broken.includes(meta.file_name)
        ? Promise.reject(wireError({ code: 'AttachmentEncrypted', what: 'PDF ini terkunci.' }))
        : save(meta, bytes);
    const before = await row(/^Slamet Riyadi/);
    shown.backend.drop({ kind: 'drop', files: names.map((name) => file(name)) });
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(broken.length));
    await waitFor(() => expect(screen.queryByText(/^Membuka/)).toBeNull());
    const taken = names.filter((name) => !broken.includes(name));
    expect(added(shown)).toEqual(taken.map((name) => ({ file_name: name, source: 'seret' })));
    const told = screen.getAllByRole('alert').map((alert) => alert.textContent);
    broken.forEach((name, index) => expect(told[index]).toContain(`${name} tidak masuk.`));
    expect(before).toHaveFocus();
    // One question for the list when all are in, not one after each.
    expect(shown.backend.asked('baki')).toHaveLength(2);
  });

  test('a folder is named as what cannot be read', async () => {
    const shown = await filledBaki();
    const folder = file('kiriman november');
    folder.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    shown.backend.drop({ kind: 'drop', files: [folder] });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'kiriman november tidak masuk. Berkas ini tidak dapat dibaca, atau ini sebuah folder.',
    );
    expect(added(shown)).toEqual([]);
  });

  test('a file that is too large is not even copied', async () => {
    const shown = await filledBaki();
    const huge = Object.defineProperty(file('besar.eml'), 'size', { value: 60_000_001 });
    shown.backend.drop({ kind: 'drop', files: [huge] });
    expect(await screen.findByRole('alert')).toHaveTextContent('besar.eml tidak masuk.');
    expect(added(shown)).toEqual([]);
  });

  test('a drop or a paste of nothing says so', async () => {
    const { backend } = await filledBaki();
    backend.drop({ kind: 'drop', files: [] });
    expect(await screen.findByText(/Tidak ada berkas yang diterima/)).toBeVisible();
    paste([]);
    expect(await screen.findByText(/Papan klip tidak berisi berkas atau gambar/)).toBeVisible();
  });

  test('by Ctrl+V says where it came from', async () => {
    const shown = await filledBaki();
    paste([file('image.png')]);
    await waitFor(() => expect(added(shown)).toEqual([{ file_name: 'image.png', source: 'tempel' }]));
  });

  test('keeps Esc from leaving while it is being opened, and what comes meanwhile waits its turn', async () => {
    const shown = await filledBaki();
    let opened: () => void = () => undefined;
    const save = shown.backend.addKiriman.bind(shown.backend);
    shown.backend.addKiriman = async (meta, bytes) => {
      await new Promise<void>((done) => (opened = done));
      return save(meta, bytes);
    };
    shown.backend.drop({ kind: 'drop', files: [file('satu.eml'), file('dua.eml')] });
    expect(await screen.findByText('Membuka satu.eml… 1 berkas lagi menunggu.')).toBeVisible();
    await shown.user.keyboard('{Escape}');
    shown.backend.drop({ kind: 'drop', files: [file('tiga.eml')] });
    for (const name of ['satu.eml', 'dua.eml', 'tiga.eml']) {
      await screen.findByText(new RegExp(`Membuka ${name}`));
      await waitFor(
        () => (opened(), expect(added(shown)).toContainEqual({ file_name: name, source: 'seret' })),
      );
    }
    await waitFor(() => expect(screen.queryByText(/^Membuka/)).toBeNull());
    expect(screen.getByRole('heading', { name: 'Baki' })).toBeVisible();
  });

  test('is chosen with P; each one that failed is named, and leaving the picker changes nothing', async () => {
    const { backend, user } = await filledBaki({ kiriman_pick: [] });
    await user.keyboard('p');
    await waitFor(() => expect(backend.asked('kiriman_pick')).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
    const { code, what, todo, missing } = ended;
    const error = { code: code as 'CaseErased', what, todo, missing, wait_seconds: null };
    backend.answer('kiriman_pick', [
      { file_name: 'baik.eml', kiriman: { ...mail, id: 's-9', sender_name: 'Yuli Kartika' }, error: null },
      { file_name: 'kunci.pdf', kiriman: null, error },
    ]);
    backend.answer('baki', {
      ...full,
      kiriman: [{ ...mail, id: 's-9', sender_name: 'Yuli Kartika' }, ...full.kiriman],
    });
    await user.keyboard('p');
    expect(await screen.findByRole('alert')).toHaveTextContent('kunci.pdf tidak masuk.');
    expect(await screen.findByRole('region', { name: 'Yuli Kartika' })).toBeVisible();
  });
});

describe('a permohonan from a kiriman', () => {
  const opens: Answers = {
    privacy_notice: notice,
    kiriman_open_permohonan: moment('draf-daring'),
    permohonan_get: moment('draf-daring'),
  };

  test('needs the kind of applicant, goes along with the notice, and the case opens', async () => {
    const { backend, user } = await filledBaki(opens);
    await user.keyboard('b');
    await screen.findByText(`Versi ${notice.version}`);
    expect(await violations()).toEqual([]);
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Badan usaha' })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Pilih jenis pelaku usaha lebih dulu.');
    await user.click(screen.getByRole('radio', { name: 'Usaha perorangan' }));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: /Terima permintaan/ })).toBeVisible();
    expect(backend.asked('kiriman_open_permohonan')).toEqual([
      { kiriman: 's-2', profil: 'usaha_perorangan', notice_version: notice.version },
    ]);
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: 'Baki' })).toBeVisible();
  });

  test('is not opened without the notice', async () => {
    const { backend, user } = await filledBaki(opens);
    backend.refuse('privacy_notice', wireError({ what: 'Pemberitahuan tidak terbaca.' }));
    await user.keyboard('b');
    expect(await screen.findByText('Pemberitahuan tidak terbaca.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Badan usaha' }));
    await user.keyboard('{Enter}');
    expect(backend.asked('kiriman_open_permohonan')).toEqual([]);
  });

  test('that has one already opens it at once', async () => {
    const { backend, user } = await filledBaki({ ...opens, baki: bakiOf('bakiTerpakai') });
    await user.keyboard('b');
    await waitFor(() => expect(backend.asked('permohonan_get')).toEqual([{ id: 'k-1' }]));
    expect(backend.asked('kiriman_open_permohonan')).toEqual([]);
  });

  test('of one that was ended meanwhile is told on the screen, and the list is read again', async () => {
    const { backend, user } = await filledBaki(opens);
    await user.keyboard('b');
    await user.click(await screen.findByRole('radio', { name: 'Badan usaha' }));
    await screen.findByText(`Versi ${notice.version}`);
    backend.refuse('kiriman_open_permohonan', ended);
    backend.answer('baki', without('s-2'));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Kiriman ini sudah diakhiri.');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('button', { name: /^Slamet Riyadi/ })).toBeNull();
  });

  test('that is refused while the kiriman still waits is told in the dialog', async () => {
    const { backend, user } = await filledBaki(opens);
    backend.refuse('kiriman_open_permohonan', wireError({ what: 'Ruang diska habis.' }));
    await user.keyboard('b');
    await user.click(await screen.findByRole('radio', { name: 'Badan usaha' }));
    await screen.findByText(`Versi ${notice.version}`);
    await user.keyboard('{Enter}');
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent(
      'Ruang diska habis.',
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('heading', { name: 'Baki' })).toBeVisible();
  });
});

describe('a kiriman for another permohonan', () => {
  const rows = homeOf('beranda').intake.concat(homeOf('beranda').repairs);
  const found = { cases: rows.map((each) => ({ ...each, status: 'draf' as const })), total: rows.length };
  const waits = { ...moment('draf-daring-tanpa-surel'), id: rows[0]?.id ?? '' };
  const [first] = found.cases;

  async function ask(answers: Answers): Promise<Shown> {
    const shown = await filledBaki({ search: found, permohonan_get: waits, ...answers });
    await shown.user.keyboard('m');
    await screen.findByRole('dialog', { name: 'Masukkan ke permohonan lain' });
    await waitFor(() => expect(screen.getByLabelText('Cari nama, NPWP, atau nomor')).toHaveFocus());
    return shown;
  }

  test('becomes its request when it has none, by keyboard alone', async () => {
    const { backend, user } = await ask({ kiriman_request: moment('draf-daring') });
    await within(screen.getByRole('list', { name: 'Permohonan yang cocok' })).findAllByRole('button');
    expect(await violations()).toEqual([]);
    await user.keyboard('{ArrowDown}');
    await waitFor(() =>
      expect(within(screen.getByRole('dialog')).getAllByRole('listitem')[0]).toContainElement(
        document.activeElement as HTMLElement,
      ),
    );
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('kiriman_request')).toEqual([{ id: first?.id, kiriman: 's-2' }]),
    );
    expect(await screen.findByRole('heading', { name: 'Surel permintaan' })).toBeVisible();
  });

  test('with a request already is only opened', async () => {
    const { backend, user } = await ask({ permohonan_get: moment('draf-daring') });
    await user.keyboard('{Enter}{Enter}');
    expect(await screen.findByRole('heading', { name: 'Surel permintaan' })).toBeVisible();
    expect(backend.asked('kiriman_request')).toEqual([]);
  });

  test('that is face to face is not touched', async () => {
    const { backend, user } = await ask({ permohonan_get: moment('draf-kosong') });
    await user.keyboard('{Enter}{Enter}');
    expect(await screen.findByText(/Permohonan itu tatap muka/)).toBeVisible();
    expect(backend.asked('kiriman_request')).toEqual([]);
  });

  const scanned = ['pemindai', 'folder_pindai'] as const;
  test.each(scanned)('that is face to face takes what came by %s', async (source) => {
    const baki = { ...full, kiriman: [{ ...mail, source, is_request: false }] };
    await (await ask({ permohonan_get: moment('draf-kosong'), baki })).user.keyboard('{Enter}{Enter}');
    expect(await screen.findAllByRole('button', { name: 'Ambil dari Baki' })).not.toEqual([]);
  });

  test('that takes no documents any more is not listed', async () => {
    await ask({ search: { cases: homeOf('beranda').sikap, total: 1 } });
    expect(await screen.findByText('Tidak ada permohonan terbuka yang cocok.')).toBeVisible();
  });
});

describe('the end of a kiriman', () => {
  test('needs a reason, and none is chosen beforehand', async () => {
    const { backend, user } = await filledBaki({ kiriman_end: without('s-2') });
    await user.keyboard('a');
    const dialog = await screen.findByRole('dialog', { name: 'Akhiri kiriman' });
    expect(dialog).toHaveTextContent('Isi kiriman dimusnahkan dan tidak dapat dikembalikan.');
    const choices = within(dialog).getAllByRole('radio');
    for (const radio of choices) expect(radio).not.toBeChecked();
    expect(within(dialog).queryByLabelText('Waktu simpannya sudah lewat')).toBeNull();
    expect(await violations()).toEqual([]);
    await waitFor(() => expect(choices[0]).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Pilih sebabnya lebih dulu.');
    expect(backend.asked('kiriman_end')).toEqual([]);
    await user.click(within(dialog).getByLabelText('Bukan permohonan'));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(backend.asked('kiriman_end')).toEqual([{ kiriman: 's-2', end: 'bukan_permohonan' }]),
    );
    await waitFor(async () => expect(await row(/^npwp alas roban.jpg/)).toHaveFocus());
    expect(screen.queryByRole('button', { name: /^Slamet Riyadi/ })).toBeNull();
  });

  test('because its time is over is offered only when it is', async () => {
    const { user } = await filledBaki({ baki: { ...full, kiriman: [mail, { ...old }] } });
    await user.keyboard('{ArrowDown}a');
    expect(await screen.findByLabelText('Waktu simpannya sudah lewat')).toBeVisible();
  });

  test('stays with the kiriman that was asked about, also when another comes in meanwhile', async () => {
    const shown = await filledBaki({ kiriman_end: without('s-2') });
    await shown.user.keyboard('a');
    await shown.user.click(await screen.findByLabelText('Bukan permohonan'));
    shown.backend.drop({ kind: 'drop', files: [file('baru.eml')] });
    await waitFor(() => expect(added(shown)).toHaveLength(1));
    await shown.user.keyboard('{Enter}');
    await waitFor(() =>
      expect(shown.backend.asked('kiriman_end')).toEqual([{ kiriman: 's-2', end: 'bukan_permohonan' }]),
    );
  });

  test('leaves the last one with the way to bring in another', async () => {
    const { user } = await openBaki({
      baki: { ...full, kiriman: [loose] },
      kiriman_end: { ...full, kiriman: [] },
    });
    await waitFor(async () => expect(await row(/^npwp alas roban.jpg/)).toHaveFocus());
    await user.keyboard('a');
    await user.click(await screen.findByLabelText('Sudah selesai dipakai'));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Baki kosong')).toBeVisible();
  });
});
