// How the last call is joined; offered for the next one, to the same officer only, until Loket is closed.
import type { VideoWay } from '../../bindings';

type Way = { way: VideoWay; join: string };
let last: (Way & { officer: string }) | null = null;

export function rememberWay(officer: string, { way, join }: Way): void {
  last = { officer, way, join };
}

export function knownWay(officer: string): Way | null {
  return last?.officer === officer ? last : null;
}

export function forgetWay(): void {
  last = null;
}
