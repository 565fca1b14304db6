// What the preview page can show: a name and the office behind it. `npm run dev`, then /?layar=beranda
import { FakeBackend } from '../fake-backend';
import { wireError } from '../wire-error';
import { caseScenes } from './case-scenes';
import { findings, printerOff, scannerGone } from '../fictional/device';
import { hotFolderOn, proposal, refusedFiles } from '../fictional/folder';
import { listOf } from '../fictional/hitam';
import { inbox, mailboxOn } from '../fictional/mail';
import { desks } from '../fictional/office';
import { emptyReport, reportOf } from '../fictional/report';
import { bakiOf, homeOf } from '../recorded';

const busyFolder = {
  ...hotFolderOn,
  taking: 'Pindaian 2026-11-23 0012.pdf',
  waiting: 3,
  taken: 11,
  refused: refusedFiles,
};

const SCANNER_MS = 3000;

export const scenes: Record<string, () => FakeBackend> = {
  ...caseScenes,
  beranda: () => new FakeBackend(),
  'beranda-kosong': () => new FakeBackend({ home: homeOf('berandaKosong') }),
  'beranda-pulih': () => new FakeBackend({ home: homeOf('berandaPulih') }),
  'beranda-jam-mundur': () => new FakeBackend({ home: homeOf('berandaJamMundur') }),
  'beranda-galat': () => {
    const backend = new FakeBackend();
    backend.refuse(
      'home',
      wireError({ code: 'DatabaseDamaged', what: 'Basis data rusak.', todo: 'Pulihkan dari cadangan.' }),
    );
    return backend;
  },
  'beranda-baki': () => new FakeBackend({ home: { ...homeOf('beranda'), baki_waiting: 3, baki_expired: 1 } }),
  'beranda-baki-kosong': () => new FakeBackend({ baki: { ...bakiOf('baki'), kiriman: [] } }),
  // F7 opens the Baki with the inbox below it, Ctrl+3 the settings with the mailbox on.
  'kotak-surat': () =>
    new FakeBackend({
      home: { ...homeOf('beranda'), mailbox_on: true },
      baki: { ...bakiOf('baki'), reads_mail: true },
      mailbox_get: mailboxOn,
      inbox_list: inbox,
    }),
  // F7 opens the Baki with the folder pindai above it, Ctrl+3 the settings with it on.
  'folder-pindai': () => new FakeBackend({ hot_folder_get: busyFolder }),
  // Ctrl+3, then a folder is chosen in which files lie already.
  'folder-pindai-berisi': () => new FakeBackend({ hot_folder_choose: { ...proposal, files: 12 } }),
  // Ctrl+3 opens the settings with a daftar hitam.
  'daftar-hitam': () => new FakeBackend({ daftar_hitam_list: listOf() }),
  // Ctrl+3, then "Periksa perangkat": the scanner takes its time, and the clock cannot be asked.
  perangkat: () =>
    new FakeBackend({
      device_check: async ({ part }) => {
        if (part === 'jam') throw wireError({ code: 'Io', what: 'Jam belum terbaca.' });
        if (part === 'pemindai') await new Promise((done) => setTimeout(done, SCANNER_MS));
        return { ...findings, pemindai: scannerGone, printer: printerOff }[part];
      },
    }),
  // Ctrl+5 opens the report.
  'laporan-kosong': () => new FakeBackend({ report: ({ kind }) => emptyReport(kind) }),
  'laporan-tanpa-simpan': () =>
    new FakeBackend({ report: ({ kind }) => ({ ...reportOf(kind), may_save: false, may_unmask: false }) }),
  latihan: () => new FakeBackend({ desk_state: desks.practice }),
  kunci: () => new FakeBackend({ desk_state: desks.locked }),
  'kunci-tunggu': () => new FakeBackend({ desk_state: { ...desks.locked, wait_seconds: 30 } }),
  awal: () => new FakeBackend({ desk_state: desks.none }),
  lembar: () => new FakeBackend({ desk_state: desks.setup }),
};
