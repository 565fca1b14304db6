import type { ComponentProps } from 'svelte';
import type { Step } from '../../bindings';
import type Spine from './Spine.svelte';

const step = (number: number, label: string, change: Partial<Step> = {}): Step => ({
  number,
  label,
  standard_minutes: 5,
  party: 'verifikator',
  state: 'open',
  elapsed_minutes: null,
  measured: true,
  over: false,
  asks_reason: false,
  overrun_reason: null,
  remark: null,
  ...change,
});
const arrived = step(3, 'Datang ke LPSE', { party: 'pelaku_usaha', state: 'done', remark: 'Tiba 08.50' });
const skipped = step(4, 'Jadwal video', { state: 'skipped', remark: 'Dilewati (tatap muka)' });
const running = (elapsed_minutes: number | null) =>
  step(5, 'Verifikasi dokumen', {
    state: 'active',
    standard_minutes: 30,
    elapsed_minutes,
    over: (elapsed_minutes ?? 0) > 30,
  });
const following = step(6, 'Persetujuan', { standard_minutes: 1 });
const done = (number: number, label: string, change: Partial<Step> = {}) =>
  step(number, label, { state: 'done', ...change });
const late = (overrun_reason: string | null) =>
  done(3, 'Datang ke LPSE', {
    remark: 'Tiba 08.50',
    elapsed_minutes: 9,
    over: true,
    asks_reason: overrun_reason === null,
    overrun_reason,
  });
/** Every step behind the running one: elsewhere, in time, over the night, and longer than its standard. */
const behind = (reason: string | null) => [
  done(1, 'Daftar daring', { party: 'pelaku_usaha', measured: false }),
  done(2, 'Isi formulir SPSE', {
    party: 'pelaku_usaha',
    measured: false,
    remark: 'Diajukan 23 November 2026',
  }),
  late(reason),
  skipped,
  done(5, 'Verifikasi dokumen', { standard_minutes: 30, elapsed_minutes: 42, over: true }),
  done(6, 'Persetujuan', { standard_minutes: 1 }),
  step(7, 'Pantau SIKAP', { state: 'active', elapsed_minutes: 7, over: true, asks_reason: true }),
  step(8, 'Isi SIKAP', { party: 'pelaku_usaha', standard_minutes: 15, measured: false }),
];
const onexplain = () => undefined;

/** Run through axe in the tests. */
export const examples: { name: string; props: ComponentProps<typeof Spine> }[] = [
  { name: 'empty', props: { steps: [] } },
  { name: 'running', props: { steps: [arrived, skipped, running(12), following] } },
  { name: 'over its standard', props: { steps: [arrived, skipped, running(47), following] } },
  { name: 'running without a clock', props: { steps: [arrived, running(null), following] } },
  { name: 'behind', props: { steps: behind(null), onexplain } },
  { name: 'explained', props: { steps: behind('Pemindai macet'), onexplain } },
  { name: 'read only', props: { steps: behind(null) } },
  {
    name: 'longest',
    props: {
      steps: [
        step(1, 'Pendaftaran daring pelaku usaha nonperorangan', {
          party: 'pelaku_usaha',
          state: 'done',
          standard_minutes: 120,
          remark: 'Dikembalikan dua kali, diajukan lagi 23 November 2026 pukul 08.50',
        }),
        late(
          'Pelaku usaha mengambil dokumen asli yang tertinggal di kantor cabang. '.repeat(5).slice(0, 300),
        ),
        running(1440),
      ],
    },
  },
];
