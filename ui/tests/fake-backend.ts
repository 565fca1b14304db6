// A program that is not there: answers from a table, remembers what it was asked. For tests and the preview.
import type { Backend, CommandName, FileDrop, Reply, Request } from '../src/backend';
import type { LoketError } from '../src/backend';
import type {
  KirimanMeta,
  KirimanView,
  PermohonanView,
  PictureMeta,
  Printer,
  TangkapanMeta,
} from '../src/bindings';
import { findings, reportText } from './fictional/device';
import { listOf, noList, preview } from './fictional/hitam';
import { mailboxOff, mailboxOn } from './fictional/mail';
import { hotFolderOff, hotFolderOn, proposal } from './fictional/folder';
import { desks, office } from './fictional/office';
import { reportOf } from './fictional/report';
import { ability, page, scanners } from './fictional/scanner';
import { drawKtp, drawNpwp } from './fake-pictures';
import {
  agendaOf,
  bakiOf,
  holidayPreview,
  homeOf,
  limitsOf,
  noticeText,
  officeHours,
  standardsOf,
  timeline,
} from './recorded';
import { wireError } from './wire-error';

type Answer<K extends CommandName> = Reply<K> | ((request: Request<K>) => Reply<K> | Promise<Reply<K>>);
export type Answers = { [K in CommandName]?: Answer<K> };

export type Call = { name: CommandName | 'picture_add' | 'kiriman_add' | 'tangkapan_add'; request: unknown };

const usualPrinters: Printer[] = [
  { name: 'Laser A4', default: true, kinds: [] },
  { name: 'Printer Struk', default: false, kinds: [] },
];

/** What an office with one day of work answers. */
const usual: Answers = {
  desk_state: desks.open,
  preferences_get: { theme: 'system', single_keys: true },
  preferences_set: null,
  home: homeOf('beranda'),
  search: ({ text }) => {
    const { waiting, repairs } = homeOf('beranda');
    const cases = [...waiting, ...repairs].filter((row) =>
      `${row.company} ${row.attendee} ${row.number}`.toLowerCase().includes(text.toLowerCase()),
    );
    return { cases, total: cases.length };
  },
  printers: usualPrinters,
  ticket_printer: null,
  ticket_print: { sent: false },
  prints: [],
  printer_choose: ({ kind, printer }) =>
    usualPrinters.map((each) => ({ ...each, kinds: each.name === printer ? [kind] : [] })),
  printer_test: null,
  device_check: ({ part }) => findings[part],
  device_report: { text: reportText },
  device_report_save: { saved: true },
  office_get: office,
  office_set: (next) => next,
  office_logo: true,
  office_choose_folder: 'E:\\Loket',
  office_create: desks.setup,
  office_open_folder: desks.locked,
  practice_open: desks.practice,
  practice_leave: desks.locked,
  recovery_print: { first: 4, second: 9, printed: true },
  recovery_check: { first: 4, second: 9, printed: false },
  recovery_word: ({ index }) => ({ index, total: 12, word: ['tenun', 'sawah', 'perahu'][index % 3] ?? '' }),
  recovery_confirm: desks.open,
  session_unlock: desks.open,
  session_recover: desks.open,
  session_lock: desks.locked,
  session_change_password: null,
  clock_confirm: null,
  permohonan_timeline: timeline,
  agenda: agendaOf('agendaKosong'),
  report: ({ kind }) => reportOf(kind),
  report_save: { saved: true },
  session_judge: { fits: true, ends_within_hours: true, why: null },
  notice_text: noticeText,
  notice_save: { saved: true },
  service_hours_get: officeHours(),
  service_hours_set: ({ hours }) => ({ ...officeHours(), hours }),
  limits_get: limitsOf(),
  limits_set: (next) => limitsOf([next]),
  standards_get: standardsOf(),
  standards_set: (next) => standardsOf([next]),
  holidays_read: holidayPreview,
  holidays_set: () => ({
    ...officeHours(),
    holidays: holidayPreview.holidays,
    holidays_source: holidayPreview.source,
  }),
  daftar_hitam_list: noList,
  daftar_hitam_pick: preview,
  daftar_hitam_import: ({ list_date }) => listOf({ list_date }),
  mailbox_get: mailboxOff,
  mailbox_set: ({ password: _password, ...set }) => ({ ...mailboxOn, ...set }),
  mailbox_close: mailboxOff,
  inbox_set_aside: null,
  hot_folder_get: hotFolderOff,
  hot_folder_choose: proposal,
  hot_folder_set: ({ keep }) => ({ ...hotFolderOn, keep }),
  hot_folder_off: hotFolderOff,
  hot_folder_retry: hotFolderOn,
  outbox_send: { waiting: [] },
  scanner_list: scanners,
  scanner_ability: ability,
  scan_begin: { page, baki: null, stopped: false, trouble: null },
  scan_progress: null,
  scan_stop: null,
  scan_page: () => drawKtp(),
  scan_forget: null,
  baki: bakiOf('baki'),
  kiriman_page: ({ page }) => (page === 'h-1' ? drawKtp() : drawNpwp()),
};

export class FakeBackend implements Backend {
  readonly calls: Call[] = [];
  title = '';
  #answers: Answers;
  #drops: ((event: FileDrop) => void)[] = [];

  constructor(answers: Answers = {}) {
    this.#answers = { ...usual, ...answers };
  }

  /** Changes one answer from now on. */
  answer<K extends CommandName>(name: K, answer: Answer<K>): void {
    this.#answers = { ...this.#answers, [name]: answer };
  }

  /** How a command is answered now, to be answered so again after it failed. */
  working<K extends CommandName>(name: K): (request: Request<K>) => Reply<K> {
    // Opened untyped, as below.
    const answer: unknown = this.#answers[name];
    return (request) => (typeof answer === 'function' ? answer(request) : answer) as Reply<K>;
  }

  /** Makes one command fail from now on. */
  refuse(name: CommandName, error: LoketError): void {
    this.#answers = {
      ...this.#answers,
      [name]: () => {
        throw error;
      },
    };
  }

  asked(name: CommandName): unknown[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.request);
  }

  async call<K extends CommandName>(name: K, request: Request<K>): Promise<Reply<K>> {
    this.calls.push({ name, request: structuredClone(request) });
    // The compiler would multiply every request with every answer here, so the table is opened untyped.
    const answer: unknown = this.#answers[name];
    if (answer === undefined) throw wireError({ code: 'NotFound', what: `No fake answer for ${name}.` });
    const value: unknown = typeof answer === 'function' ? await answer(request) : answer;
    return structuredClone(value) as Reply<K>;
  }

  async addPicture(meta: PictureMeta): Promise<PermohonanView> {
    this.calls.push({ name: 'picture_add', request: meta });
    return this.call('permohonan_get', { id: meta.id });
  }

  async addKiriman(meta: KirimanMeta, _bytes?: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<KirimanView> {
    this.calls.push({ name: 'kiriman_add', request: meta });
    const [like] = bakiOf('baki').kiriman;
    if (!like) throw wireError({ code: 'NotFound' });
    return { ...like, id: `baru-${this.calls.length}`, file_name: meta.file_name, source: meta.source };
  }

  async addTangkapan(
    meta: TangkapanMeta,
    _bytes?: ArrayBuffer | Uint8Array<ArrayBuffer>,
  ): Promise<PermohonanView> {
    this.calls.push({ name: 'tangkapan_add', request: meta });
    return this.call('permohonan_get', { id: meta.id });
  }

  onFileDrop(listener: (event: FileDrop) => void): () => void {
    this.#drops.push(listener);
    return () => {
      this.#drops = this.#drops.filter((each) => each !== listener);
    };
  }

  drop(event: FileDrop): void {
    for (const listener of this.#drops) listener(event);
  }

  setTitle(title: string): void {
    this.title = title;
  }
}
