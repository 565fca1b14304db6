// The office's identity as it is typed: an empty form, and what is still wrong with it.
import type { OfficeInput } from '../bindings';
import { penyiapan } from '../text/id';
import { proposedBasis } from './legal-basis';

export function emptyOffice(): OfficeInput {
  return {
    government: '',
    unit: '',
    name: '',
    address: '',
    city: '',
    contact: '',
    time_zone: 'WIB',
    legal_basis: structuredClone(proposedBasis),
    privacy_contact: '',
  };
}

export type OfficeFaults = Partial<Record<keyof OfficeInput, string>> & { basis: (string | null)[] };

const REQUIRED = ['government', 'unit', 'name', 'address', 'city', 'contact', 'privacy_contact'] as const;

/** What the page can see by itself; the program checks again. */
export function officeFaults(office: OfficeInput): OfficeFaults {
  const faults: OfficeFaults = { basis: office.legal_basis.map(basisFault) };
  for (const key of REQUIRED) if (office[key].trim() === '') faults[key] = penyiapan.wrong.required;
  if (!office.legal_basis.some((line) => line.text.trim() !== '')) faults.legal_basis = penyiapan.wrong.basis;
  return faults;
}

function basisFault(line: OfficeInput['legal_basis'][number]): string | null {
  if (line.text.trim() === '') return null;
  if (line.since === '') return penyiapan.wrong.since;
  return line.until !== null && line.until !== '' && line.until < line.since ? penyiapan.wrong.until : null;
}

export function isComplete(faults: OfficeFaults): boolean {
  return Object.keys(faults).length === 1 && faults.basis.every((fault) => fault === null);
}

/** What is still missing, in the words of the labels; for the button that is not allowed yet. */
export function missingOfOffice(office: OfficeInput): string[] {
  const faults = officeFaults(office);
  const labels = REQUIRED.filter((key) => faults[key]).map((key) => LABELS[key].toLowerCase());
  return faults.legal_basis || faults.basis.some(Boolean)
    ? [...labels, penyiapan.kantor.basis.toLowerCase()]
    : labels;
}

const LABELS: Record<(typeof REQUIRED)[number], string> = {
  government: penyiapan.kantor.government,
  unit: penyiapan.kantor.unit,
  name: penyiapan.kantor.name,
  address: penyiapan.kantor.address,
  city: penyiapan.kantor.city,
  contact: penyiapan.kantor.contact,
  privacy_contact: penyiapan.kantor.privacyContact,
};

/** Without the lines left empty, and with trimmed words. */
export function cleanOffice(office: OfficeInput): OfficeInput {
  return {
    ...office,
    government: office.government.trim(),
    unit: office.unit.trim(),
    name: office.name.trim(),
    address: office.address.trim(),
    city: office.city.trim(),
    contact: office.contact.trim(),
    privacy_contact: office.privacy_contact.trim(),
    legal_basis: office.legal_basis
      .filter((line) => line.text.trim() !== '')
      .map((line) => ({ text: line.text.trim(), since: line.since, until: line.until || null })),
  };
}
