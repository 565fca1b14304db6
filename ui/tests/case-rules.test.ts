import { describe, expect, test } from 'vitest';
import type { RowGroup } from '../src/bindings';
import { differingParts } from '../src/components/comparison-row/difference';
import {
  afterTurning, beforeTurning, moveCorner, proposedCorners, stepOfKey, wholePicture,
} from '../src/components/crop/corners'; // prettier-ignore
import { writeDate } from '../src/dates';
import { documentsOf, MissingWalk, neighbour, nextOpen } from '../src/permohonan/walk';
import { CaseBackend, comparedCase } from './fake-case';

const marked = (parts: { text: string; differs: boolean }[]) =>
  parts.map((part) => (part.differs ? `[${part.text}]` : part.text)).join('');

describe('the differing part of two values', () => {
  test.each([
    ['MOH. ARIFIN', 'H. MUHAMMAD ARIFIN, S.T.', '[MOH.] ARIFIN', '[H. MUHAMMAD] ARIFIN, [S.T.]'],
    ['Jl. Gajah Mada No. 41', 'JL. GAJAH MADA NO. 41', 'Jl. Gajah Mada No. 41', 'JL. GAJAH MADA NO. 41'],
    ['SANTOSO BUDI', 'BUDI SANTOSO', '[SANTOSO] BUDI', 'BUDI [SANTOSO]'],
    ['', 'BUDI', '', '[BUDI]'],
    ['A  B', 'A C', 'A  [B]', 'A [C]'],
  ])('%s / %s', (left, right, shownLeft, shownRight) => {
    const found = differingParts(left, right);
    expect(marked(found.left)).toBe(shownLeft);
    expect(marked(found.right)).toBe(shownRight);
  });
});

describe('the corners of a card', () => {
  const size = { width: 1600, height: 1200 };

  test('are proposed in the shape of a card inside the picture', () => {
    const [topLeft, topRight, bottomRight] = proposedCorners(size);
    if (!topLeft || !topRight || !bottomRight) throw new Error('four corners were promised');
    const ratio = (topRight.x - topLeft.x) / (bottomRight.y - topRight.y);
    expect(ratio).toBeCloseTo(85.6 / 54, 2);
  });

  test.each([0, 1, 2, 3])('survive %i quarter turns there and back', (turns) => {
    const corners = [{ x: 10, y: 20 }, { x: 900, y: 30 }, { x: 880, y: 700 }, { x: 15, y: 690 }]; // prettier-ignore
    expect(beforeTurning(afterTurning(corners, turns, size), turns, size)).toEqual(corners);
  });

  test('turned once, the corner that lay bottom left lies top left', () => {
    expect(afterTurning(wholePicture(size), 1, size)).toEqual(wholePicture({ width: 1200, height: 1600 }));
  });

  test('stay inside the picture', () => {
    expect(moveCorner(wholePicture(size), 0, { x: -50, y: -50 }, size)[0]).toEqual({ x: 0, y: 0 });
  });

  test('cannot be crossed, because the card would be turned over', () => {
    const corners = wholePicture(size);
    expect(moveCorner(corners, 0, { x: 1599, y: 1199 }, size)).toEqual(corners);
  });

  test.each([
    ['ArrowLeft', false, { x: -1, y: 0 }],
    ['ArrowDown', true, { x: 0, y: 10 }],
    ['a', false, null],
    ['Tab', false, null],
  ])('%s with shift %s moves by %o', (key, shift, step) => {
    expect(stepOfKey(key, shift)).toEqual(step);
  });
});

describe('a typed date', () => {
  test('is written back as it was typed', () => {
    expect(writeDate('2026-11-23')).toBe('23-11-2026');
    expect(writeDate(null)).toBe('');
  });
});

describe('the original of a document', () => {
  const { rows, documents } = comparedCase();
  const asked = (group: RowGroup, of = rows) => documentsOf(group, of, documents).map(({ kind }) => kind);

  test('is asked for in the group of its rows', () => {
    expect([asked('usaha'), asked('penanggung_jawab'), asked('kontak')]).toEqual([['npwp'], ['ktp'], []]);
  });

  test('that is compared in two groups is asked for once, where most of its rows stand', () => {
    const trader = rows.map((row) => (row.key === 'alamat' ? { ...row, document: 'ktp' as const } : row));
    expect([asked('usaha', trader), asked('penanggung_jawab', trader)]).toEqual([['npwp'], ['ktp']]);
  });

  test('that has as many rows in both groups is asked for in the first', () => {
    const two = rows
      .filter((row) => row.key === 'alamat' || row.key === 'pj_nama')
      .map((row) => ({ ...row, document: 'ktp' as const }));
    expect([asked('usaha', two), asked('penanggung_jawab', two)]).toEqual([['ktp'], []]);
  });
});

describe('where the keys lead', () => {
  const { rows } = new CaseBackend(comparedCase()).view;

  test('the next open row goes round once and skips what is answered', () => {
    expect(nextOpen(rows, null)?.key).toBe('alamat');
    expect(nextOpen(rows, 'telepon')?.key).toBe('alamat');
    expect(
      nextOpen(
        rows.map((row) => ({ ...row, decision: 'cocok' as const })),
        'alamat',
      ),
    ).toBeNull();
  });

  test('the last row has no row below it', () => {
    expect(neighbour(rows, 'telepon', 1)?.key).toBe('telepon');
    expect(neighbour(rows, null, -1)?.key).toBe('bentuk_usaha');
  });

  test('F8 begins with the first missing thing and goes on only from where it led', () => {
    const missing = (['document:ktp', 'row:npwp'] as const).map((place) => ({ guard: '', place, label: '' }));
    const walk = new MissingWalk();
    expect(walk.next(missing, 'row:npwp')?.place).toBe('document:ktp');
    expect(walk.next(missing, 'document:ktp')?.place).toBe('row:npwp');
    expect(walk.next(missing, 'row:npwp')?.place).toBe('document:ktp');
    expect(walk.next([], null)).toBeNull();
  });
});
