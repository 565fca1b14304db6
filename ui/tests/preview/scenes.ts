// What the preview page can show: a name and the office behind it. `npm run dev`, then /?layar=beranda
import { FakeBackend, wireError } from '../fake-backend';
import { caseScenes } from './case-scenes';
import { clockWentBack, emptyHome, home, waiting } from '../fictional/cases';
import { desks } from '../fictional/office';

export const scenes: Record<string, () => FakeBackend> = {
  ...caseScenes,
  beranda: () => new FakeBackend(),
  'beranda-kosong': () => new FakeBackend({ home: emptyHome }),
  'beranda-pulih': () =>
    new FakeBackend({
      home: {
        ...home,
        recovered: { at: '2026-11-23T04:31:00Z', cases: waiting.slice(0, 1) },
        clock_warning: clockWentBack,
      },
    }),
  'beranda-galat': () => {
    const backend = new FakeBackend();
    backend.refuse(
      'home',
      wireError({ code: 'DatabaseDamaged', what: 'Basis data rusak.', todo: 'Pulihkan dari cadangan.' }),
    );
    return backend;
  },
  latihan: () => new FakeBackend({ desk_state: desks.practice }),
  kunci: () => new FakeBackend({ desk_state: desks.locked }),
  'kunci-tunggu': () => new FakeBackend({ desk_state: { ...desks.locked, wait_seconds: 30 } }),
  awal: () => new FakeBackend({ desk_state: desks.none }),
  lembar: () => new FakeBackend({ desk_state: desks.setup }),
};
