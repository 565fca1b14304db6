import type { Role, SessionInfo } from '../bindings';

/** As the program does: the first role that may approve is the one the act names. Null: none may. */
export function approvingRole(session: SessionInfo): Role | null {
  return session.roles.find((each) => each === 'verifikator' || each === 'penyetuju') ?? null;
}
