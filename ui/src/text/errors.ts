import type { WireError } from '../bindings';

/** For a failure that the program did not foresee: still two sentences and a code. */
export const unexpectedError: WireError = {
  code: 'Internal',
  what: 'Loket tidak dapat menyelesaikan perintah ini.',
  todo: 'Isian Anda aman. Coba lagi, atau tutup lalu buka Loket.',
  missing: [],
  wait_seconds: null,
};
