import type { Outcome } from '../../bindings';

/** Run through axe in the tests. Every outcome there is; none is empty or wrong. */
export const examples: { name: string; props: { outcome: Outcome; word?: string } }[] = [
  { name: 'the same', props: { outcome: 'sama' } },
  { name: 'the same in meaning', props: { outcome: 'setara' } },
  { name: 'alike', props: { outcome: 'mirip' } },
  { name: 'different', props: { outcome: 'beda' } },
  { name: 'a word of its own', props: { outcome: 'sama', word: 'Lolos' } },
];
