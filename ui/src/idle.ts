// Locks the desk when nobody has touched it for a while (UU 27/2022: a screen left alone shows nothing).

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Calls `onidle` once after `minutes` without input. Returns the function that stops watching. */
export function watchIdle(minutes: number, onidle: () => void, target: Window = window): () => void {
  if (minutes <= 0) return () => undefined;
  const limit = minutes * 60_000;
  let last = Date.now();
  let timer = setTimeout(look, limit);

  // The timer is set again only when it runs out, not at every movement of the mouse. A computer that
  // slept is caught too, because the clock is compared and not the number of ticks.
  function look() {
    const left = limit - (Date.now() - last);
    if (left <= 0) onidle();
    else timer = setTimeout(look, left);
  }
  const touched = () => {
    if (Date.now() - last >= limit) onidle();
    else last = Date.now();
  };
  for (const sign of SIGNS_OF_LIFE) target.addEventListener(sign, touched, { passive: true, capture: true });
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS_OF_LIFE) target.removeEventListener(sign, touched, { capture: true });
  };
}
