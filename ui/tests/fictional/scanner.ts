// Two scanners of a fictional desk, what one of them can do, and a page from its glass.
import type { ScannedPage, ScannerAbility, ScannerList } from '../../src/bindings';

export const scanners: ScannerList = {
  devices: [
    { address: 'pixma:04A91913', model: 'Canon LiDE 300', id: null },
    { address: 'epsonds:usb:001:004', model: 'EPSON DS-530', id: null },
  ],
  found: null,
  last: null,
};

export const ability: ScannerAbility = {
  sources: ['kaca', 'pengumpan', 'pengumpan_bolak_balik'],
  modes: ['warna', 'abu'],
  dpi: [150, 300, 600],
  bed_mm: [215.9, 297],
  order: { source: 'kaca', mode: 'warna', dpi: 300 },
};

/** A4 at 300 dpi. */
export const page: ScannedPage = { id: 'p-1', width: 2480, height: 3508, dpi: 300 };
