/** Run through axe in the tests. */
const oncancel = () => undefined;

/** Of DialogActs; a Dialog needs a screen below it and is tested with its views. */
export const examples = [
  { name: 'ready', props: { act: 'Simpan', oncancel } },
  { name: 'busy', props: { act: 'Simpan', busy: true, oncancel } },
  { name: 'not yet', props: { act: 'Tolak', kind: 'danger', keys: null, missing: ['alasan'], oncancel } },
  { name: 'only the way out', props: { act: null, oncancel } },
] as const;
