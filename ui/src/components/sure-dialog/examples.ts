const props = {
  title: 'Matikan kotak surat',
  lead: 'Kotak masuk tidak dibaca lagi.',
  act: 'Matikan',
  busy: false,
  failure: null,
  ondone: () => undefined,
  onclose: () => undefined,
};

/** Run through axe in the tests. */
export const examples = [
  { name: 'open', props },
  { name: 'busy', props: { ...props, busy: true } },
];
