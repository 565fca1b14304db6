import type { ComponentProps } from 'svelte';
import { LoketError } from '../../backend';
import type ReasonDialog from './ReasonDialog.svelte';

const props: ComponentProps<typeof ReasonDialog> = {
  title: 'Jeda verifikasi',
  lead: 'Penghitungan waktu berhenti. Pilih alasan atau tulis sendiri.',
  act: 'Jeda',
  busy: false,
  failure: null,
  ondone: () => undefined,
  onclose: () => undefined,
};
const ready = ['Internet terputus', 'Istirahat'];
const failure = new LoketError({
  code: 'DiskFull',
  what: 'Ruang diska habis.',
  todo: 'Kosongkan 200 MB.',
  missing: [],
  wait_seconds: null,
});
const long = 'Pelaku usaha mengambil dokumen asli yang tertinggal di kantor cabang. '.repeat(5).slice(0, 300);

/** Run through axe in the tests. */
export const examples: { name: string; props: ComponentProps<typeof ReasonDialog> }[] = [
  { name: 'empty', props },
  { name: 'with ready reasons', props: { ...props, ready } },
  { name: 'filled', props: { ...props, ready, start: 'Internet terputus' } },
  { name: 'busy', props: { ...props, busy: true, start: 'Istirahat' } },
  { name: 'refused', props: { ...props, kind: 'danger', start: 'Istirahat', failure } },
  { name: 'longest', props: { ...props, ready: [...ready, long], start: long } },
];
