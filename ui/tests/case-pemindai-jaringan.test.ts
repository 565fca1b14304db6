// Scanners of the network: told by their address, known by their id, and those that show another certificate.
import { screen, waitFor } from '@testing-library/svelte';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { BeginScan, ScannerDevice, ScannerRef } from '../src/bindings';
import { CaseBackend, emptyCase } from './fake-case';
import { ability, scanners } from './fictional/scanner';
import { broken, openScanner, over, readyScanner, scanAct } from './scanner-show';
import { violations } from './show';
import { wireError } from './wire-error';

const [usb] = scanners.devices as [ScannerDevice];
const afar: ScannerDevice = { address: 'escl:192.168.1.20:443', model: 'Brother MFC-L2750', id: 'u-20' };
const none = { devices: [], found: null, last: null };
const changed = wireError({
  code: 'ScannerChanged',
  what: 'Pemindai ini menunjukkan tanda pengenal lain.',
  todo: 'Pastikan dulu pemindainya benar.',
});

/** Only what was found by cable, and the one at its address. */
function withAddress(devices = [usb]): CaseBackend {
  return new CaseBackend(emptyCase(), {
    scanner_list: ({ address }) => ({
      devices: address === '192.168.1.20' ? [...devices, afar] : devices,
      found: address === '192.168.1.20' ? afar.address : null,
      last: null,
    }),
  });
}

const field = () => screen.getByLabelText('Alamat pemindai di jaringan');

async function opened(user: UserEvent): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Tambah dengan alamat' }));
  await waitFor(() => expect(field()).toHaveFocus());
}

const abilities = (backend: CaseBackend) => backend.asked('scanner_ability') as ScannerRef[];

describe('the address of a scanner', () => {
  test('is looked at by Enter, and what stands there is chosen', async () => {
    const { user, backend } = await readyScanner(withAddress());
    await opened(user);
    expect(await violations()).toEqual([]);
    await user.keyboard('192.168.1.20{Enter}');
    await waitFor(() => expect(abilities(backend).at(-1)).toEqual({ ...afar, renew: false }));
    await waitFor(async () => expect(await scanAct()).toHaveFocus());
    expect(screen.getByLabelText('Pemindai yang dipakai')).toHaveDisplayValue('Brother MFC-L2750');
    expect(backend.asked('scanner_list')).toEqual([
      { network: false, address: null },
      { network: false, address: '192.168.1.20' },
    ]);
    await user.keyboard(' ');
    await waitFor(() => expect((backend.asked('scan_begin') as BeginScan[])[0]).toMatchObject(afar));
  });

  test('helps where no scanner was found at all', async () => {
    const { user, backend } = await openScanner(withAddress([]));
    expect(await screen.findByText(/beberapa pemindai USB juga hanya ditemukan di sana/)).toBeVisible();
    await opened(user);
    expect(await violations()).toEqual([]);
    await user.keyboard('192.168.1.20');
    await user.click(screen.getByRole('button', { name: 'Cari pemindai ini' }));
    expect(await scanAct()).toBeVisible();
    expect(abilities(backend)).toEqual([{ ...afar, renew: false }]);
  });

  test('chooses the one that stands there, also when it was found before', async () => {
    const near = { ...afar, address: 'escl:192.168.1.2:443', model: 'Contoh 2', id: 'u-2' };
    const backend = new CaseBackend(emptyCase(), {
      scanner_list: ({ address }) => ({
        devices: [near, afar],
        found: address === null ? null : afar.address,
        last: null,
      }),
    });
    const { user } = await readyScanner(backend);
    await opened(user);
    await user.keyboard('192.168.1.20{Enter}');
    await waitFor(() => expect(abilities(backend).map((each) => each.id)).toEqual(['u-2', 'u-20']));
  });

  test('where nothing stands says so and keeps what was typed', async () => {
    const { user, backend } = await readyScanner(withAddress());
    await opened(user);
    await user.keyboard('192.168.1.9{Enter}');
    expect(await screen.findByText('Tidak ada pemindai yang menjawab di alamat itu.')).toBeVisible();
    expect(screen.getByText(/Nyalakan pemindainya dan periksa alamatnya/)).toBeVisible();
    expect(field()).toHaveValue('192.168.1.9');
    expect(field()).toHaveFocus();
    expect(await violations()).toEqual([]);
    expect(abilities(backend)).toHaveLength(1);
    await user.keyboard('9');
    expect(screen.queryByText('Tidak ada pemindai yang menjawab di alamat itu.')).toBeNull();
  });

  test('that cannot be asked says why and what to do', async () => {
    const backend = withAddress();
    const { user } = await readyScanner(backend);
    await opened(user);
    backend.refuse('scanner_list', broken);
    await user.keyboard('192.168.1.20{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Pemindai tidak menjawab.');
    expect(screen.getByText('Nyalakan lagi.')).toBeVisible();
    expect(field()).toHaveValue('192.168.1.20');
  });

  test('that was not written asks for it', async () => {
    const { user, backend } = await readyScanner(withAddress());
    await opened(user);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Tulis alamatnya lebih dulu.')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(backend.asked('scanner_list')).toHaveLength(1);
  });

  test('is given up by Esc, which leaves the screen where it is, and its late answer is nobody’s', async () => {
    const backend = withAddress();
    const { user } = await readyScanner(backend);
    await opened(user);
    let found: () => void = () => undefined;
    backend.answer(
      'scanner_list',
      () =>
        new Promise(
          (resolve) => (found = () => resolve({ devices: [usb, afar], found: afar.address, last: null })),
        ),
    );
    await user.keyboard('192.168.1.20{Enter}{Escape}');
    expect(screen.getByRole('dialog', { name: 'Ambil gambar KTP' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Tambah dengan alamat' })).toHaveFocus());
    found();
    await new Promise((rest) => setTimeout(rest, 20));
    expect(abilities(backend)).toHaveLength(1);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a scanner with an id', () => {
  test('is known by it as the last one, and not by its model', async () => {
    const twins = ['u-1', 'u-2'].map((id) => ({ address: `escl:${id}`, model: 'Brother MFC-L2750', id }));
    const backend = new CaseBackend(emptyCase(), {
      scanner_list: { devices: twins, found: null, last: 'u-2' },
    });
    await readyScanner(backend);
    expect(screen.getByLabelText('Pemindai yang dipakai')).toHaveDisplayValue('Brother MFC-L2750 (escl:u-2)');
    expect(abilities(backend)).toEqual([{ ...twins[1], renew: false }]);
  });

  test('that shows another certificate is asked nothing more until somebody knows it again', async () => {
    const backend = new CaseBackend(emptyCase(), {
      scanner_list: { devices: [afar], found: null, last: null },
      scanner_ability: ({ renew }) => {
        if (!renew) throw changed;
        return ability;
      },
    });
    const { user } = await openScanner(backend);
    expect(await screen.findByText('Pemindai ini menunjukkan tanda pengenal lain.')).toBeVisible();
    expect(screen.getByText('Pastikan dulu pemindainya benar.')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(screen.getByRole('button', { name: 'Kenali lagi pemindai ini' })).not.toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Kenali lagi pemindai ini' }));
    expect(await scanAct()).toBeVisible();
    expect(abilities(backend).map((each) => each.renew)).toEqual([false, true]);
  });

  test('that changed in the middle is known again, and the order stands', async () => {
    const backend = new CaseBackend(emptyCase(), {
      scanner_list: { devices: [afar], found: null, last: null },
    });
    backend.refuse('scan_begin', changed);
    const { user } = await readyScanner(backend);
    await user.selectOptions(screen.getByLabelText('Ketajaman'), '600');
    await user.click(await scanAct());
    await user.click(await screen.findByRole('button', { name: 'Kenali lagi pemindai ini' }));
    await waitFor(async () => expect(await scanAct()).toHaveFocus());
    expect(screen.getByLabelText('Ketajaman')).toHaveValue('600');
    backend.answer('scan_begin', over);
    await user.keyboard(' ');
    await waitFor(() => expect(backend.asked('scan_begin')).toHaveLength(2));
  });

  test('that fails in another way is not offered to be known again', async () => {
    const backend = new CaseBackend(emptyCase());
    backend.refuse('scan_begin', broken);
    const { user } = await readyScanner(backend);
    await user.click(await scanAct());
    await screen.findByText('Pemindai tidak menjawab.');
    expect(screen.queryByRole('button', { name: 'Kenali lagi pemindai ini' })).toBeNull();
  });
});

test('no scanner, in the network neither, is told without the advice to look there', async () => {
  const { user } = await openScanner(new CaseBackend(emptyCase(), { scanner_list: none }));
  await user.click(await screen.findByRole('button', { name: 'Cari juga di jaringan' }));
  expect(await screen.findByText('Pemindai tidak ditemukan, juga di jaringan.')).toBeVisible();
  expect(screen.queryByText(/hanya ditemukan di sana/)).toBeNull();
});
