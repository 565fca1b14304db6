// What the verifikator reads beside the pictures of the call.
import type { TangkapanShows } from '../bindings';

export const strip = {
  title: 'Tangkapan video',
  count: (count: number) => (count === 0 ? 'belum ada' : `${count} tangkapan`),
  stillMissing: 'Belum:',
  open: 'Buka tangkapan video',
  close: 'Ciutkan tangkapan video',
  capture: 'Tangkap',
  another: 'Ganti jendela',
  aimed: (name: string) => `Dari ${name}`,
  paste: 'Tempel',
  photo: 'Foto HP',
  empty: 'Panggilan berlangsung di aplikasi video Anda. Loket hanya menangkap bagian yang Anda pilih.',
  paused: 'Panggilan dijeda. Sekarang hanya foto HP yang dapat ditambah.',
  list: 'Tangkapan, terlama dahulu',
  next: 'Berikutnya',
  nextHint: {
    wajah: 'Minta wajah dan kode sesi ditunjukkan bersama.',
    ktp: 'Minta KTP asli didekatkan ke kamera.',
    npwp: 'Minta NPWP asli didekatkan ke kamera.',
    lainnya: 'Minta yang lain didekatkan ke kamera.',
  } satisfies Record<TangkapanShows, string>,
  kept: 'Gambar yang ditempel masih ada di sini dan belum tersimpan.',
  saveAgain: 'Simpan lagi',
  drop: 'Buang gambar',
};

export const thumb = {
  name: (index: number, total: number) => `Tangkapan ${index} dari ${total}`,
  unmarked: 'Belum ditandai',
  waiting: 'Memuat gambar…',
  taken: (when: string) => `Jam foto ${when}`,
  undated: 'Foto tanpa jam',
  session: (when: string) => `sesi ${when}`,
};

export const marks = {
  title: (index: number) => `Tanda untuk tangkapan ${index}`,
  shows: 'Memperlihatkan',
  showsNames: {
    wajah: 'Wajah dan kode',
    ktp: 'KTP',
    npwp: 'NPWP',
    lainnya: 'Lainnya',
  } satisfies Record<TangkapanShows, string>,
  code: 'Kode terlihat',
  readable: 'Terbaca',
};

export const chooser = {
  title: 'Pilih jendela panggilan',
  lead: 'Loket hanya menangkap jendela atau bagian yang Anda pilih.',
  loading: 'Mencari jendela…',
  list: 'Jendela yang terbuka',
  none: 'Tidak ada jendela lain yang terbuka.',
  noneTodo: 'Buka aplikasi videonya, lalu cari lagi.',
  again: 'Cari lagi',
  untitled: 'Tanpa judul',
  size: (width: number, height: number) => `${width} × ${height} piksel`,
};

export const part = {
  title: 'Pilih bagian layar',
  lead: 'Seret di gambar. Panah menggeser, Shift+panah mengubah ukuran.',
  cancel: 'Batal',
  take: 'Ambil bagian ini',
  move: 'Geser bagian',
  resize: 'Ubah ukuran bagian',
  where: (x: number, y: number, width: number, height: number) =>
    `Kolom ${x}, baris ${y}, ukuran ${width} × ${height} piksel`,
  alt: 'Layar saat ini',
  tooSmall: (smallest: number) => `Bagian terlalu kecil. Paling kecil ${smallest} × ${smallest} piksel.`,
  unreadable: {
    what: 'Gambar layar tidak dapat dibaca.',
    todo: 'Pilih layarnya lagi, atau tempel tangkapan dari program lain.',
  },
};
