// Several documents on one page from the glass: where their frames lie, and what is sent of each.
import { describe, expect, test } from 'vitest';
import type { PermohonanView } from '../src/bindings';
import { proposedCorners, wholePicture } from '../src/components/crop/corners';
import { OpenCase } from '../src/permohonan/case.svelte';
import { cardFrame, Cuts } from '../src/permohonan/capture/cuts.svelte';
import { CaseBackend, emptyCase } from './fake-case';
import { page } from './fictional/scanner';

function started(kind: 'ktp' | 'nib' = 'ktp', on = page): Cuts {
  const backend = new CaseBackend(emptyCase());
  const cuts = new Cuts(new OpenCase(backend, backend.view.id));
  cuts.start(on, kind);
  return cuts;
}

describe('the frame of a card', () => {
  test('has the true size of a card, a finger from the upper left corner of the glass', () => {
    const [first, , third] = cardFrame(page, 0) ?? [];
    expect(first).toEqual({ x: 118, y: 118 });
    expect([(third?.x ?? 0) - 118, (third?.y ?? 0) - 118]).toEqual([1011, 638]);
  });

  test('follows the sharpness of the scan', () => {
    expect(cardFrame({ ...page, dpi: 150 }, 0)?.[2]).toEqual({ x: 565, y: 378 });
  });

  test('of the next one lies below, and never where one lies already', () => {
    const cuts = started();
    cuts.add('npwp');
    cuts.add('ktp_kuasa');
    expect(cuts.list.map((each) => each.corners[0])).toEqual([
      { x: 118, y: 118 },
      { x: 118, y: 874 },
      { x: 118, y: 1630 },
    ]);
    cuts.choose(1);
    cuts.drop();
    cuts.add('npwp');
    expect(cuts.chosen?.corners[0]).toEqual({ x: 118, y: 874 });
  });

  test('of the next one lies beside no cut that was moved into its place', () => {
    const cuts = started();
    cuts.move(cuts.chosen?.corners.map(({ x, y }) => ({ x: x + 40, y: y + 300 })) ?? []);
    cuts.add('npwp');
    expect(cuts.chosen?.corners[0]).toEqual({ x: 118, y: 1630 });
  });

  test.each([
    ['lower', { ...page, height: 500 }],
    ['narrower', { ...page, width: 1000 }],
  ])('is only proposed on a page that is %s than the card', (_name, small) => {
    expect(started('ktp', small).chosen?.corners).toEqual(proposedCorners(small));
  });

  test('is not drawn for a document that fills its page', () => {
    expect(started('nib').chosen?.corners).toEqual(wholePicture(page));
  });
});

describe('the cuts', () => {
  test('answer nothing by themselves, and are not saved so', async () => {
    const cuts = started();
    cuts.add('npwp');
    cuts.answer('asli');
    expect(cuts.chosen?.document).toBe('npwp');
    expect(await cuts.save()).toBe(false);
    expect(cuts.chosen).toMatchObject({ document: 'ktp', sighting: null });
    expect(cuts.asked).toBe(true);
  });

  test('of one document are one: asked for again it is only chosen', () => {
    const cuts = started();
    cuts.add('npwp');
    cuts.add('ktp');
    expect(cuts.list).toHaveLength(2);
    expect(cuts.at).toBe(0);
  });

  test('go round with the next one', () => {
    const cuts = started();
    cuts.add('npwp');
    cuts.next();
    expect(cuts.at).toBe(0);
    cuts.next();
    expect(cuts.at).toBe(1);
  });

  test('keep the last one, whatever is pressed', () => {
    const cuts = started();
    cuts.drop();
    expect(cuts.list).toHaveLength(1);
  });

  test('turned are seen turned, and lie where they lay in the page', () => {
    const cuts = started();
    const before = cuts.chosen?.corners ?? [];
    cuts.turn();
    const seen = cuts.chosen ? cuts.seen(cuts.chosen) : [];
    expect(seen[1]).toEqual({ x: page.height - 118, y: 118 });
    cuts.move(seen);
    expect(cuts.chosen).toMatchObject({ corners: before, turns: 1 });
  });

  test('of the others are seen in the page as it is turned now, and keep their own turns', () => {
    const cuts = started();
    cuts.add('npwp');
    cuts.turn();
    const [ktp] = cuts.list;
    expect(ktp && cuts.seen(ktp)[1]).toEqual({ x: page.height - 118, y: 118 });
    expect(cuts.list.map((each) => each.turns)).toEqual([0, 1]);
  });

  test('taken whole take the page, also a turned one', () => {
    const cuts = started();
    cuts.turn();
    cuts.whole();
    expect(new Set(cuts.chosen?.corners.map(({ x, y }) => `${x},${y}`))).toEqual(
      new Set(wholePicture(page).map(({ x, y }) => `${x},${y}`)),
    );
  });

  test('take no document that another cut has', () => {
    const cuts = started();
    cuts.add('npwp');
    cuts.rename('ktp');
    expect(cuts.list.map((each) => each.document)).toEqual(['ktp', 'npwp']);
  });

  test('of a page that was given up while they are saved are no end of anything', async () => {
    const backend = new CaseBackend(emptyCase());
    const cuts = new Cuts(new OpenCase(backend, backend.view.id));
    cuts.start(page, 'ktp');
    cuts.answer('asli');
    let keep: (view: PermohonanView) => void = () => undefined;
    backend.answer('scan_keep', () => new Promise<PermohonanView>((resolve) => (keep = resolve)));
    const saving = cuts.save();
    await new Promise((rest) => setTimeout(rest));
    cuts.clear();
    keep(backend.view);
    expect(await saving).toBe(false);
    expect(backend.asked('document_sighting_set')).toEqual([]);
    expect(cuts.list).toEqual([]);
  });

  test('say when a card was not cut out of the page', () => {
    const cuts = started();
    expect(cuts.wholeCard).toBe(false);
    cuts.turn();
    cuts.whole();
    expect(cuts.wholeCard).toBe(true);
    cuts.rename('nib');
    expect(cuts.wholeCard).toBe(false);
  });

  test('of no page save nothing', async () => {
    const cuts = started();
    cuts.answer('asli');
    cuts.clear();
    expect(await cuts.save()).toBe(false);
    expect(cuts.chosen).toBeNull();
  });
});
