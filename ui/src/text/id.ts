// Every Indonesian word of the window, one file per view. A view imports its own group from here and
// holds no sentence of its own, so that the office's words can be read and corrected in one place.
export { arsip } from './arsip';
export { beranda } from './beranda';
export { unexpectedError } from './errors';
export { kunci } from './kunci';
export { panduan } from './panduan';
export { penyiapan } from './penyiapan';
export { riwayat } from './riwayat';
export { setelan } from './setelan';
export { roleNames, shell } from './shell';
