// What the program answered at the moments of a case that the tests need. `cargo xtask bindings` plays the stories
// and writes the files; nothing in them is typed by hand.
import type {
  Agenda,
  Baki,
  HolidayPreview,
  Home,
  NoticeView,
  OfficeHours,
  OfficerRights,
  PermohonanView,
  PrivacyNotice,
  ReasonCode,
  Role,
  LimitsSet,
  LimitsView,
  StandardSet,
  Standards,
  TimelineEntry,
  WireError,
} from '../src/bindings';
import { wireError } from './wire-error';
import agendaKosong from './recorded/agenda.json';
import agendaTerisi from './recorded/agenda-terisi.json';
import alasan from './recorded/alasan.json';
import baki from './recorded/baki.json';
import bakiLewatWaktu from './recorded/baki-lewat-waktu.json';
import bakiTerpakai from './recorded/baki-terpakai.json';
import beranda from './recorded/beranda.json';
import berandaDaring from './recorded/beranda-daring.json';
import berandaJamMundur from './recorded/beranda-jam-mundur.json';
import berandaKosong from './recorded/beranda-kosong.json';
import berandaPulih from './recorded/beranda-pulih.json';
import hak from './recorded/hak.json';
import hariLibur from './recorded/hari-libur.json';
import { views } from './recorded/index';
import jamLayanan from './recorded/jam-layanan.json';
import pemberitahuan from './recorded/pemberitahuan.json';
import pemberitahuanJadwal from './recorded/pemberitahuan-jadwal.json';
import penolakan from './recorded/penolakan.json';
import riwayat from './recorded/riwayat.json';

/** A type as JSON carries it: the compiler reads every string of a JSON file as any string. */
type Carried<T> = T extends string
  ? string
  : T extends (infer Each)[]
    ? Carried<Each>[]
    : T extends object
      ? { [Key in keyof T]: Carried<T[Key]> }
      : T;

export type Moment = keyof typeof views;

const checked: Record<Moment, Carried<PermohonanView>> = views;
const codes: Carried<ReasonCode>[] = alasan;
const said: Record<keyof typeof penolakan, Carried<WireError>> = penolakan;

/** The case at this moment; every caller gets a copy of its own. */
export const moment = (name: Moment) => structuredClone(checked[name]) as PermohonanView;

const rights: Record<Role, Carried<OfficerRights>> = hak;

/** What an officer who has only this role may do. */
export const rightsOf = (role: Role) => structuredClone(rights[role]) as OfficerRights;

export const reasonCodes = codes as ReasonCode[];
export const notice: PrivacyNotice = pemberitahuan;

/** What the program says when it refuses. */
export const refusal = (name: keyof typeof penolakan) => wireError(said[name] as WireError);

const mornings = { beranda, berandaDaring, berandaJamMundur, berandaKosong, berandaPulih };
const homes: Record<keyof typeof mornings, Carried<Home>> = mornings;

/** The home screen on a full morning, on a day with a call, before the first guest, after a power cut, and when the clock went back. */
export const homeOf = (name: keyof typeof mornings) => structuredClone(homes[name]) as Home;

const trays = { baki, bakiLewatWaktu, bakiTerpakai };
const waiting: Record<keyof typeof trays, Carried<Baki>> = trays;

/** What waits in the Baki: a message, a loose file and an old question; the pages given; the old one alone. */
export const bakiOf = (name: keyof typeof trays) => structuredClone(waiting[name]) as Baki;

const diaries = { agendaKosong, agendaTerisi };
const weeks: Record<keyof typeof diaries, Carried<Agenda>> = diaries;

/** A week of the diary with nothing promised, and with one call on its second day. */
export const agendaOf = (name: keyof typeof diaries) => structuredClone(weeks[name]) as Agenda;

export const noticeText: NoticeView = pemberitahuanJadwal;
/** A list of holidays of which one line was refused. */
export const holidayPreview: HolidayPreview = hariLibur;
export const officeHours = () => structuredClone(jamLayanan) as OfficeHours;
/** The rows of the SOP as a case shows them, before the office set minutes of its own. */
export const standardsOf = (set: StandardSet[] = []): Standards => ({
  rows: moment('selesai').steps.map(({ number, label, party, standard_minutes }) => ({
    number,
    label,
    party,
    minutes: standard_minutes,
  })),
  set,
  earliest: '2026-11-24',
  until: null,
});

/** What the procedure proposes, and what an office set instead. */
export const limitsOf = (set: LimitsSet[] = []): LimitsView => ({
  proposed: {
    link_days: 2,
    verification_days: 30,
    reminder_days: [14, 25],
    reschedules: 3,
    no_show_minutes: 15,
    contact_attempts: 2,
    no_shows: 3,
    silent_days: 14,
    sikap_days: [3, 7, 14],
  },
  set,
  earliest: '2026-11-24',
  until: null,
});

const entries: Carried<TimelineEntry>[] = riwayat;

/** A case that began on one day and went on two days later. */
export const timeline = entries as TimelineEntry[];
