// The office's identity as it is typed: an empty form, and what the program will miss in it.
import type { OfficeInput } from '../bindings';
import { setup } from '../text/id';
import { proposedBasis } from './legal-basis';

export function emptyOffice(): OfficeInput {
  return {
    government: '',
    unit: '',
    name: '',
    address: '',
    city: '',
    contact: '',
    email: '',
    time_zone: 'WIB',
    legal_basis: structuredClone(proposedBasis),
    privacy_contact: '',
  };
}

/**
 * What the program misses when it is empty (its places `office:...`), so that it is said two parts earlier.
 * A test holds this beside the program's own list; everything else of an office may stay empty.
 */
export const REQUIRED_OF_OFFICE = ['government', 'name', 'city'] as const;

export type OfficeText = Exclude<keyof OfficeInput, 'legal_basis' | 'time_zone'>;

export function isMissing(office: OfficeInput, key: OfficeText): boolean {
  return REQUIRED_OF_OFFICE.some((required) => required === key) && office[key].trim() === '';
}

/** What is still missing, in the words of the labels; for the button that is not allowed yet. */
export function missingOfOffice(office: OfficeInput): string[] {
  return REQUIRED_OF_OFFICE.filter((key) => isMissing(office, key)).map((key) =>
    setup.kantor[key].toLowerCase(),
  );
}

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
    email: office.email.trim(),
    privacy_contact: office.privacy_contact.trim(),
    legal_basis: office.legal_basis
      .filter((line) => line.text.trim() !== '')
      .map((line) => ({ text: line.text.trim(), since: line.since, until: line.until || null })),
  };
}
