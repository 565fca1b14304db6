// What a change of data still needs before it can be verified.
import type { PermohonanView, Place } from '../bindings';

const GUARD = 'G-UBAH';
const LETTER = 'surat:';

export const ofChange = (view: PermohonanView) => view.missing.filter((missing) => missing.guard === GUARD);

/** Where Enter leads. A letter that was read and lacks something is answered: no typing mends it. */
export function openOfChange(view: PermohonanView): Place[] {
  const read = new Map(
    Object.entries(view.perubahan?.surat ?? {}).map(([key, value]) => [
      LETTER + key,
      value !== null && value !== '',
    ]),
  );
  return ofChange(view)
    .map((missing) => missing.place)
    .filter((place) => !read.get(place));
}
