// The keys of the comparison, in the order in which F1 lists them. Single letters act on a row that has the
// focus, never on what is being typed in it.
import type { Shortcut } from '../../keyboard/shortcuts.svelte';
import { attendee, correction } from '../../text/correction';
import { acts as caseActs } from '../../text/permohonan';
import { acts, columns, pane } from '../../text/verifikasi';

export type ComparisonActs = {
  /** Something lies over the screen: its keys are asleep. */
  covered: () => boolean;
  editable: () => boolean;
  mayReturn: () => boolean;
  step: (by: 1 | -1) => void;
  toggle: () => void;
  edit: (mode: 'note' | 'disagree') => void;
  /** The field behind the row, or any field of the form. */
  correct: (which: 'row' | 'any') => void;
  attendee: () => void;
  pictures: () => void;
  walk: () => void;
  shortage: () => void;
  declare: () => void;
};

export function comparisonKeys(act: ComparisonActs): Shortcut[] {
  const awake = () => !act.covered();
  const onRow = () => awake() && document.activeElement?.getAttribute('role') === 'row';
  const inTable = () => awake() && (document.activeElement?.closest('[role=row]') ?? null) !== null;
  const editing = () => awake() && act.editable();
  const deciding = () => onRow() && act.editable();
  return [
    { keys: 'ArrowDown', label: columns.data, run: () => act.step(1), when: inTable },
    { keys: 'ArrowUp', label: columns.data, run: () => act.step(-1), when: inTable },
    { keys: 'Space', label: acts.agree, run: act.toggle, when: deciding },
    { keys: 'C', label: acts.note, run: () => act.edit('note'), when: deciding },
    { keys: 'T', label: acts.disagree, run: () => act.edit('disagree'), when: deciding },
    { keys: 'P', label: correction.act, run: () => act.correct('row'), when: deciding },
    { keys: 'Alt+P', label: correction.actAny, run: () => act.correct('any'), when: editing },
    { keys: 'Alt+H', label: attendee.act, run: act.attendee, when: editing },
    { keys: 'G', label: pane.large, run: act.pictures, when: awake },
    { keys: 'F8', label: acts.toMissing, run: act.walk, when: awake },
    { keys: 'F7', label: caseActs.repair, run: act.shortage, when: () => awake() && act.mayReturn() },
    { keys: 'Ctrl+Enter', label: acts.declare, run: act.declare, when: editing },
  ];
}
