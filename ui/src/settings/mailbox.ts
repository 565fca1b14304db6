// The fields of the mailbox: what the program knows as text to type in, and back.
import type { MailboxInput, MailboxView, MailServer, Security } from '../bindings';

type ServerDraft = { host: string; port: string; security: Security };

export type MailboxDraft = {
  inbox: ServerDraft;
  outbox: ServerDraft;
  user: string;
  password: string;
  authority: string;
};

/** Where servers usually listen; only proposed. */
const INBOX_PORT = '993';
const OUTBOX_PORTS: Record<Security, string> = { tls: '465', starttls: '587' };
const MOST = 65535;

const serverDraft = (server: MailServer | null, port: string): ServerDraft =>
  server ? { ...server, port: String(server.port) } : { host: '', port, security: 'tls' };

export function draftOf(known: MailboxView): MailboxDraft {
  return {
    inbox: serverDraft(known.inbox, INBOX_PORT),
    outbox: serverDraft(known.outbox, OUTBOX_PORTS.tls),
    user: known.user,
    password: '',
    authority: known.authority,
  };
}

/** The way of a server changes: a port of one's own stays, a proposed one follows. */
export function secure(draft: ServerDraft, security: Security): void {
  const proposed = ['', ...Object.values(OUTBOX_PORTS)].includes(draft.port.trim());
  draft.security = security;
  if (proposed) draft.port = OUTBOX_PORTS[security];
}

/** A number that the wire can carry; whether anything listens there is for the program to say. */
function portOf(draft: ServerDraft): number | null {
  const port = /^\d{1,5}$/.test(draft.port.trim()) ? Number(draft.port.trim()) : 0;
  return port >= 1 && port <= MOST ? port : null;
}

export const leftOut = (draft: ServerDraft) => draft.host.trim() === '';
export const wrongPort = (draft: ServerDraft) => !leftOut(draft) && portOf(draft) === null;

const serverOf = (draft: ServerDraft): MailServer | null =>
  leftOut(draft) ? null : { host: draft.host.trim(), port: portOf(draft) ?? 0, security: draft.security };

/** Null while a port is none. */
export function inputOf(draft: MailboxDraft): MailboxInput | null {
  if (wrongPort(draft.inbox) || wrongPort(draft.outbox)) return null;
  const { user, password, authority } = draft;
  return {
    inbox: serverOf(draft.inbox),
    outbox: serverOf(draft.outbox),
    user: user.trim(),
    password,
    authority,
  };
}
