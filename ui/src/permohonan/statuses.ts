// Which screen a status belongs to, where more than one place has to know it.
import type { Status } from '../bindings';

/** The form and the papers are still being taken in. */
export const takesDocuments = (status: Status): boolean =>
  status === 'draf' ||
  status === 'pengisian_formulir' ||
  status === 'diajukan' ||
  status === 'perlu_perbaikan';

const CLOSED: readonly Status[] = ['selesai', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'dialihkan'];

/** The case came to an end; it keeps no drafts any more. */
export const isClosed = (status: Status): boolean => CLOSED.includes(status);
