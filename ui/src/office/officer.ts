// The first officer as typed. The password stays in this page's memory and is forgotten once it is used.
import type { OfficerInput, Role } from '../bindings';
import { penyiapan } from '../text/id';
import { passwordFault } from './password';

const { petugas, wrong } = penyiapan;

export type OfficerDraft = OfficerInput & { repeat: string };
export type OfficerFaults = Partial<Record<'name' | 'nip' | 'username' | 'password', string>>;

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

export function officerFaults(officer: OfficerDraft): OfficerFaults {
  const faults: OfficerFaults = {};
  if (officer.name.trim() === '') faults.name = wrong.required;
  const nip = officer.nip.replace(/\s/g, '');
  if (nip !== '' && !/^\d{18}$/.test(nip)) faults.nip = wrong.nip;
  if (!/^[a-z0-9._-]{3,32}$/.test(officer.username)) faults.username = wrong.username;
  const password = passwordFault(officer.password, officer.repeat);
  if (password) faults.password = password;
  return faults;
}

export function missingOfOfficer(officer: OfficerDraft): string[] {
  const faults = officerFaults(officer);
  const labels: [keyof OfficerFaults, string][] = [
    ['name', petugas.name],
    ['nip', petugas.nip],
    ['username', petugas.username],
    ['password', petugas.password],
  ];
  return labels
    .filter(([key]) => faults[key])
    .map(([, label]) => (label === petugas.nip ? label : label.toLowerCase()));
}

export function officerInput(officer: OfficerDraft): OfficerInput {
  return {
    name: officer.name.trim(),
    nip: officer.nip.replace(/\s/g, ''),
    username: officer.username,
    password: officer.password,
    roles: [...officer.roles],
  };
}
