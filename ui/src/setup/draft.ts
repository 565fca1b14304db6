// The setup before there is an office: what was typed is there again when one comes back from the choice
// screen. It stays in memory, because before there is an office there is no sealed place to keep it.
import type { OfficeInput } from '../bindings';
import { emptyOffice } from '../office/office';

export type SetupDraft = { office: OfficeInput; folder: string };

let kept: SetupDraft | null = null;

export function loadDraft(proposedFolder: string): SetupDraft {
  return kept ?? { office: emptyOffice(), folder: proposedFolder };
}

export function saveDraft(draft: SetupDraft): void {
  kept = draft;
}

export function forgetDraft(): void {
  kept = null;
}
