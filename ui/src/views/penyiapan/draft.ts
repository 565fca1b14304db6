// The setup before there is an office: the letterhead and the folder are remembered, so that closing Loket
// in the middle resumes. The officer is not: a name, a NIP and a password belong in no browser storage.
import type { OfficeInput } from '../../bindings';
import { emptyOffice } from './kantor';

const KEY = 'loket.penyiapan';

export type SetupDraft = { office: OfficeInput; folder: string };

export function loadDraft(proposedFolder: string): SetupDraft {
  const empty = { office: emptyOffice(), folder: proposedFolder };
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<SetupDraft> | null;
    return {
      office: { ...empty.office, ...stored?.office },
      folder: stored?.folder || proposedFolder,
    };
  } catch {
    // Nothing stored, or something unreadable: one starts again.
    return empty;
  }
}

export function saveDraft(draft: SetupDraft): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Without storage the setup still works, in one go.
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // See saveDraft().
  }
}
