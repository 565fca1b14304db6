// What the program finds out about the devices of a desk, and the report it writes about them.
import type { DeviceFinding, Part } from '../../src/bindings';

export const findings: Record<Part, DeviceFinding> = {
  pemindai: { part: 'pemindai', standing: 'baik', what: '1 pemindai menjawab.', todo: null },
  kamera: { part: 'kamera', standing: 'baik', what: 'Kamera memberi gambar.', todo: null },
  printer: { part: 'printer', standing: 'baik', what: 'Printer bawaan siap mencetak.', todo: null },
  diska: { part: 'diska', standing: 'baik', what: 'Masih ada ruang 120 GB.', todo: null },
  jam: { part: 'jam', standing: 'baik', what: 'Jam komputer wajar.', todo: null },
  portal: { part: 'portal', standing: 'baik', what: 'Layanan desktop menjawab.', todo: null },
};

export const scannerGone: DeviceFinding = {
  part: 'pemindai',
  standing: 'perhatian',
  what: 'Tidak ada pemindai yang menjawab.',
  todo: 'Nyalakan pemindai dan periksa kabelnya.',
};

export const printerOff: DeviceFinding = {
  part: 'printer',
  standing: 'masalah',
  what: 'Printer bawaan tidak menerima cetakan.',
  todo: 'Nyalakan printer, lalu periksa lagi.',
};

export const reportText = ['Loket 0.1.0', 'Pemindai: baik', 'Kamera: baik', 'Printer: baik'].join('\n');
