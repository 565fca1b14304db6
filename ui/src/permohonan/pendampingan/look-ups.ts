// What only a look elsewhere can tell, and which line of the sheet it answers.
import type { LookedUp, Syarat } from '../../bindings';

export type LookUp = { syarat: Syarat; key: keyof LookedUp };

/** In the order of the sheet. */
export const lookUps: readonly LookUp[] = [
  { syarat: 'nib_berlaku', key: 'nib_valid' },
  { syarat: 'bebas_daftar_hitam', key: 'listed' },
  { syarat: 'belum_terdaftar', key: 'registered' },
];

export const lookUpPlace = (key: keyof LookedUp) => `look_up:${key}`;
