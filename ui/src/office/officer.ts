// The first officer as typed. The password stays in this page's memory and is forgotten once it is used.
import type { OfficerInput, Role } from '../bindings';
import { setup } from '../text/id';
import { passwordStands } from './password';

const { petugas } = setup;

export type OfficerDraft = OfficerInput & { repeat: string };

export const ROLES: readonly Role[] = [
  'admin',
  'verifikator',
  'petugas',
  'penyetuju',
  'koordinator',
  'auditor',
];

export function emptyOfficer(): OfficerDraft {
  // A small office is one person with everything that a case needs from door to paper.
  return {
    name: '',
    nip: '',
    username: '',
    password: '',
    repeat: '',
    roles: ['admin', 'verifikator', 'petugas', 'penyetuju'],
  };
}

/** What the program misses when it is empty (its places `officer:...`); the same test holds it. */
export const REQUIRED_OF_OFFICER = ['name', 'username', 'password'] as const;

export function missingOfOfficer(officer: OfficerDraft): string[] {
  return REQUIRED_OF_OFFICER.filter((key) =>
    key === 'password' ? !passwordStands(officer.password, officer.repeat) : officer[key].trim() === '',
  ).map((key) => petugas[key].toLowerCase());
}

export function officerInput(officer: OfficerDraft): OfficerInput {
  return {
    name: officer.name.trim(),
    nip: officer.nip.replace(/\s/g, ''),
    username: officer.username.trim(),
    password: officer.password,
    roles: [...officer.roles],
  };
}
