// What the program answered at the moments of a case that the tests need. `cargo xtask bindings` plays the stories
// and writes the files; nothing in them is typed by hand.
import type {
  OfficerRights,
  PermohonanView,
  PrivacyNotice,
  ReasonCode,
  Role,
  WireError,
} from '../src/bindings';
import { wireError } from './fake-backend';
import alasan from './recorded/alasan.json';
import hak from './recorded/hak.json';
import { views } from './recorded/index';
import pemberitahuan from './recorded/pemberitahuan.json';
import penolakan from './recorded/penolakan.json';

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
