// On which service the last call is held; offered for the next one, to the same officer only, until Loket is
// closed. Link and number are not remembered: they would lead the next vendor into somebody else's call.
import type { VideoWay } from '../../bindings';

let last: { way: VideoWay; officer: string } | null = null;

export function rememberWay(officer: string, way: VideoWay): void {
  last = { officer, way };
}

export function knownWay(officer: string): VideoWay | null {
  return last?.officer === officer ? last.way : null;
}

export function forgetWay(): void {
  last = null;
}
