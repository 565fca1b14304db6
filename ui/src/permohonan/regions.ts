// Kabupaten and kota by their names.
import type { Backend } from '../backend';
import type { Region } from '../bindings';

export const nameOf = (region: Region) => `${region.name}, ${region.province}`;

/** What a code is called; null where the list does not know it or cannot be asked. */
export async function regionNamed(backend: Backend, code: string): Promise<string | null> {
  try {
    const found = await backend.call('region_search', { text: code, limit: 1 });
    const region = found.find((each) => each.code === code);
    return region ? nameOf(region) : null;
  } catch {
    return null;
  }
}

/** The place that the typed words can only mean: the only one found, or the only one so named. */
export function meantRegion(typed: string, found: readonly Region[]): Region | null {
  const same = (name: string) => name.toLowerCase() === typed.trim().toLowerCase();
  const named = found.filter((region) => same(region.name) || same(nameOf(region)));
  const left = named.length > 0 ? named : found;
  return left.length === 1 ? (left[0] ?? null) : null;
}
