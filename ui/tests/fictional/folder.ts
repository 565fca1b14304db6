// A fictional folder into which the office's scanner writes: before an admin turned it on, and while it is on.
import type { HotFolderProposal, HotFolderView, RefusedFile } from '../../src/bindings';

export const hotFolderOff: HotFolderView = {
  path: null,
  keep: false,
  taking: null,
  waiting: 0,
  taken: 0,
  refused: [],
  trouble: null,
};

export const hotFolderOn: HotFolderView = { ...hotFolderOff, path: '\\\\pindai-contoh\\lpse\\masuk' };

export const proposal: HotFolderProposal = { path: 'D:\\Pindai', files: 0 };

export const refusedFiles: RefusedFile[] = [
  {
    name: 'kunci.pdf',
    what: 'PDF ini terkunci kata sandi.',
    todo: 'Pindai ulang tanpa kata sandi.',
  },
  {
    name: 'daftar hadir.xlsx',
    what: 'Jenis berkas ini tidak dikenal.',
    todo: 'Pindai sebagai PDF atau JPEG.',
  },
];
