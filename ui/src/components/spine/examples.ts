import type { Step } from '../../bindings';

const step = (number: number, label: string, change: Partial<Step> = {}): Step => ({
  number,
  label,
  standard_minutes: 5,
  party: 'verifikator',
  state: 'open',
  elapsed_minutes: null,
  measured: true,
  over: false,
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

/** Run through axe in the tests. */
export const examples = [
  { name: 'empty', props: { steps: [] } },
  { name: 'running', props: { steps: [arrived, skipped, running(12), following] } },
  { name: 'over its standard', props: { steps: [arrived, skipped, running(47), following] } },
  { name: 'running without a clock', props: { steps: [arrived, running(null), following] } },
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
        running(1440),
      ],
    },
  },
];
