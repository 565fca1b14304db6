// How each field of the form is named and typed, wherever it is typed.
import type { FormField, PermohonanView, Profil } from '../bindings';
import { bentukUsaha, formFieldNames, intake, responsibleNames } from '../text/permohonan';
import { former } from '../text/perubahan';

export const monoFields: readonly FormField[] = ['npwp', 'nitku', 'penanggung_jawab_nik'];

export const inputModes: Partial<Record<FormField, 'numeric' | 'tel' | 'email' | 'url'>> = {
  kode_pos: 'numeric',
  penanggung_jawab_nik: 'numeric',
  telepon: 'tel',
  hp: 'tel',
  surel: 'email',
  website: 'url',
};

export function fieldName(field: FormField, profil: Profil): string {
  if (field === 'penanggung_jawab_nama') return responsibleNames[profil].name;
  if (field === 'penanggung_jawab_nik') return responsibleNames[profil].nik;
  return formFieldNames[field];
}

export const branchChoices = [
  { value: 'pusat', label: intake.branches.pusat },
  { value: 'cabang', label: intake.branches.cabang },
];

/** The legal forms of this profile, and the one that is stored even when it is none of them. */
export function bentukUsahaChoices(profil: Profil, stored: string) {
  return [...new Set(['', ...bentukUsaha[profil], stored])].map((name) => ({
    value: name,
    label: name || intake.choose,
  }));
}

/** A stored value in words. The name of a kabupaten is known to the program only. */
export function valueInWords(field: FormField, value: string): string {
  if (field !== 'pusat_cabang') return value;
  return branchChoices.find((each) => each.value === value)?.label ?? value;
}

/** How a field was before, where it says something else now, in words; nothing where it says the same. */
export function formerWords(
  view: PermohonanView,
  field: FormField,
  name?: string | null,
): string | undefined {
  const value = view.perubahan?.former[field];
  const readFromSpse = view.perubahan?.read_from_spse ?? false;
  return value === undefined ? undefined : former(name ?? valueInWords(field, value), readFromSpse);
}
