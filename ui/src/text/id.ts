// Every Indonesian word of the window, one file per view. A view imports its own group from here and
// holds no sentence of its own, so that the office's words can be read and corrected in one place.
export { agenda } from './agenda';
export { archive } from './archive';
export { unexpectedError } from './errors';
export { hotFolder } from './folder';
export { guide } from './guide';
export { home } from './home';
export { hitam } from './hitam';
export { dated, holidays, hours } from './hours';
export { lock } from './lock';
export { mailbox } from './mailbox';
export { perangkat } from './perangkat';
export { report } from './report';
export { settings } from './settings';
export { setup } from './setup';
export { roleNames, shell } from './shell';
export { limits } from './limits';
export { standards } from './standards';
export { timeline } from './timeline';

// The case's words are many, so each of its views keeps them under its own name.
export * as bakiText from './baki';
export * as captureText from './capture';
export * as closingText from './closing';
export * as correctionText from './correction';
export * as decisionText from './decision';
export * as jadwalText from './jadwal';
export * as letterText from './letter';
export * as paperText from './paper';
export * as pasteText from './paste';
export * as pendampinganText from './pendampingan';
export * as permohonanText from './permohonan';
export * as perubahanText from './perubahan';
export * as printText from './print';
export * as registrationText from './registration';
export * as scanText from './scan';
export * as sikapText from './sikap';
export * as tangkapanText from './tangkapan';
export * as verifikasiText from './verifikasi';
