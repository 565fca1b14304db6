// Enter leads to the next wanted place below, round once, and never back to where one stands.
import { describe, expect, test } from 'vitest';
import { goOn } from '../src/permohonan/onward';
import type { Place } from '../src/bindings';

const MARKUP = `
  <div data-place="form:npwp"><input id="npwp" /></div>
  <div data-place="form:alamat"><input id="alamat" /></div>
  <div data-place="attendee"><button role="radio" id="direktur">Direktur</button></div>
  <div data-place="document:ktp">
    <button role="radio" id="received">Diterima</button>
    <span data-first><button id="capture">Ambil</button></span>
  </div>`;

function walk(from: string, wanted: Place[]): string | null {
  document.body.innerHTML = MARKUP;
  document.getElementById(from)?.focus();
  return goOn(document.body, wanted, document.activeElement) ? (document.activeElement?.id ?? null) : null;
}

describe('Enter', () => {
  test.each([
    ['npwp', ['form:npwp', 'form:alamat'], 'alamat'],
    ['npwp', ['document:ktp', 'attendee'], 'direktur'],
    ['direktur', ['form:npwp', 'document:ktp'], 'capture'],
    ['capture', ['form:alamat'], 'alamat'],
  ] as const)('from %s with %j wanted leads to %s', (from, wanted, to) => {
    expect(walk(from, [...wanted])).toBe(to);
  });

  test.each([
    ['nothing', []],
    ['only the field in which one stands', ['form:npwp']],
    ['only what is not on the screen', ['row:npwp', 'form:surel']],
  ] as const)('leads nowhere when %s is wanted', (_, wanted) => {
    expect(walk('npwp', [...wanted])).toBeNull();
  });
});
