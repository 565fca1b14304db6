// What kind of paper a document is.
import type { DocumentKind } from '../bindings';

/** A page fills its picture; a card lies somewhere in it. */
export const isPage = (kind: DocumentKind): boolean => !['ktp', 'npwp', 'ktp_kuasa'].includes(kind);
