// A refusal of the program, complete but for what a test says of it.
import { LoketError } from '../src/backend';
import type { WireError } from '../src/bindings';

export function wireError(error: Partial<WireError>): LoketError {
  return new LoketError({
    code: 'Internal',
    what: 'Ada yang tidak beres.',
    todo: 'Coba lagi.',
    missing: [],
    wait_seconds: null,
    ...error,
  });
}
