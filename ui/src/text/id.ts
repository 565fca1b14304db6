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

// The case's words are many, so each of its views keeps them under its own name.
export * as keputusanText from './keputusan';
export * as kertasText from './kertas';
export * as pengambilanText from './pengambilan';
export * as penutupanText from './penutupan';
export * as perbaikanText from './perbaikan';
export * as permohonanText from './permohonan';
export * as sikapText from './sikap';
export * as tempelText from './tempel';
export * as verifikasiText from './verifikasi';
