// The program behind the screen of one case. It decides nothing: a step is answered by the recorded moment that
// follows it, and a value that was sent comes back as it was sent.
import type { CommandName, Reply, Request } from '../src/backend';
import type {
  DocumentKind,
  DocumentView,
  FormField,
  PaperView,
  PermohonanView,
  PictureMeta,
  PictureSource,
  PrintState,
  PrintView,
} from '../src/bindings';
import { FakeBackend, type Answers } from './fake-backend';
import { wireError } from './wire-error';
import { drawKtp, drawNpwp, drawPaper } from './fake-pictures';
import { moment, notice, reasonCodes, type Moment } from './recorded';

export const emptyCase = () => moment('draf-kosong');
/** The form with everything on the counter, waiting for the verifikator. */
export const filledCase = () => moment('antre');
/** Both originals seen; the shortened name, the address and the NIK wait. */
export const comparedCase = () => moment('verifikasi-dibandingkan');
/** Approved, the account switched on: the office asks about SIKAP. */
export const followedCase = () => moment('pemantauan-sikap');

export const plain = (value: string) => ({ value, notes: [], source: 'formulir' as const });

export const places = (text: string) =>
  [
    { code: '3325', name: 'Kabupaten Batang', province: 'Jawa Tengah' },
    { code: '3326', name: 'Kabupaten Pekalongan', province: 'Jawa Tengah' },
    { code: '3375', name: 'Kota Pekalongan', province: 'Jawa Tengah' },
  ].filter((each) =>
    `${each.code} ${each.name}, ${each.province}`.toLowerCase().includes(text.toLowerCase()),
  );

/** The moment after each step. */
const usual = {
  permohonan_submit: 'diajukan',
  permohonan_complete: 'antre',
  permohonan_return: 'perlu-perbaikan',
  permohonan_resubmit: 'diajukan',
  permohonan_withdraw_shortages: 'verifikasi-ditarik',
  permohonan_start: 'verifikasi-mulai',
  permohonan_pause: 'ditunda',
  permohonan_resume: 'verifikasi-ditarik',
  permohonan_cancel: 'dibatalkan',
  permohonan_refuse: 'ditolak',
  permohonan_redirect: 'dialihkan',
  permohonan_lapse: 'kedaluwarsa',
  permohonan_declare: 'sesuai',
  permohonan_send_back: 'verifikasi-dikembalikan',
  permohonan_activate: 'pemantauan-sikap',
  profil_set: 'draf-perorangan',
  contact_log: 'pemantauan-sikap-disurati',
  sikap_close: 'selesai',
  sikap_give_up: 'selesai-sikap-kosong',
  bukti_replace: 'bukti-diganti',
  pendampingan_finish: 'pendampingan-selesai',
  paper_issue_fotokopi: 'disetujui',
  paper_issue_berita_acara: 'disetujui-berita-acara',
  session_schedule: 'terjadwal-baru',
  session_reschedule: 'terjadwal',
  session_no_show: 'tidak-hadir',
  session_ask_again: 'menunggu-jadwal-lagi',
  session_close: 'kedaluwarsa',
} satisfies Partial<Record<CommandName, Moment>>;

const corrected: Partial<Record<FormField, Moment>> = {
  nama_usaha: 'koreksi-nama-usaha',
  bentuk_usaha: 'koreksi-bentuk-usaha',
  alamat: 'koreksi-alamat',
  kabupaten: 'koreksi-kabupaten',
  pusat_cabang: 'koreksi-pusat-cabang',
};

export class CaseBackend extends FakeBackend {
  view: PermohonanView;
  /** What the printer was sent, newest first, and how far the next one is when it is asked about. */
  prints: PrintView[] = [];
  printsAs: PrintState = 'tercetak';
  #bytes = new Map<string, ArrayBuffer>();
  #taken = 0;

  constructor(view: PermohonanView = emptyCase(), answers: Answers = {}) {
    super(answers);
    this.view = view;
    for (const [name, next] of Object.entries(usual)) this.follows(name as keyof typeof usual, next);
    for (const [name, answer] of Object.entries({ ...this.#echoes(), ...answers })) {
      this.answer(name as CommandName, answer as never);
    }
  }

  /** From now on this command leads to that moment. */
  follows(name: CommandName, next: Moment): void {
    this.answer(name, (() => this.#show(moment(next))) as never);
  }

  override async addPicture(
    meta: PictureMeta,
    bytes: ArrayBuffer | Uint8Array<ArrayBuffer> = new ArrayBuffer(0),
  ): Promise<PermohonanView> {
    await super.addPicture(meta);
    return this.#add(meta.document, meta.source, bytes instanceof ArrayBuffer ? bytes : bytes.buffer);
  }

  /** One paper as the program has it. */
  paper(id: string): PaperView {
    const paper = this.view.papers.find((each) => each.id === id);
    if (!paper) throw wireError({ code: 'NotFound' });
    return paper;
  }

  /** What the program tells next of the newest print of a paper. */
  tell(paper: string, told: Partial<PrintView>): void {
    this.prints = this.prints.map((each) => (each.paper === paper ? { ...each, ...told } : each));
    if (told.state === 'tercetak') this.cameOut(this.paper(paper));
  }

  /** The program counts a print when it came out. */
  private cameOut(paper: PaperView): void {
    paper.prints += 1;
    paper.later = 0;
  }

  #show(view: PermohonanView): PermohonanView {
    this.view = view;
    return structuredClone(view);
  }

  #echo(change: (view: PermohonanView) => void): PermohonanView {
    change(this.view);
    return structuredClone(this.view);
  }

  #document(kind: DocumentKind): DocumentView {
    const found = this.view.documents.find((each) => each.kind === kind);
    if (!found) throw wireError({ code: 'NotFound' });
    return found;
  }

  #add(kind: DocumentKind, source: PictureSource, bytes: ArrayBuffer | null): PermohonanView {
    const paper = this.#document(kind);
    const [like] = moment('draf-terisi').documents.flatMap((each) => each.pictures.filter((one) => one.document === kind)); // prettier-ignore
    if (!like) throw wireError({ code: 'NotFound' });
    const taken = { ...like, id: `baru-${(this.#taken += 1)}`, source, corners: null };
    if (bytes) this.#bytes.set(taken.id, bytes);
    paper.state = 'diterima';
    paper.pictures = [...paper.pictures.map((each) => ({ ...each, current: false })), taken];
    return structuredClone(this.view);
  }

  #echoes(): Answers {
    const fill = (field: FormField, value: string) => {
      this.view.form[field] = plain(value);
      delete this.view.drafts[`form:${field}`];
    };
    return {
      privacy_notice: notice,
      reason_codes: reasonCodes,
      region_search: ({ text }) => places(text),
      permohonan_open: ({ profil }) => this.#show({ ...emptyCase(), profil }),
      paper_look: ({ paper }) =>
        this.#echo((view) => {
          view.papers = view.papers.map((each) =>
            each.id === paper ? { ...each, asks_reason: false } : each,
          );
        }),
      perubahan_open: () => this.#show({ ...moment('perubahan-draf'), id: 'k-9' }),
      perubahan_open_from_spse: ({ profil }) => this.#show({ ...moment('perubahan-dari-spse'), profil }),
      former_set: ({ field, value }) =>
        this.#echo(({ perubahan, drafts }) => {
          const line = perubahan?.former_asked.find((each) => each.field === field);
          if (line) line.value = value;
          delete drafts[`former:${field}`];
        }),
      perubahan_set: ({ parts }) => this.#echo(({ perubahan }) => perubahan && (perubahan.parts = parts)),
      surat_permohonan_set: ({ surat }) =>
        this.#echo(({ perubahan }) => perubahan && (perubahan.surat = surat)),
      pendampingan_open: ({ profil }) => this.#show({ ...moment('pendampingan-kosong'), profil }),
      inaproc_look_up: ({ looked_up }) =>
        this.#echo(({ pendampingan }) => pendampingan && Object.assign(pendampingan, { looked_up })),
      permohonan_get: () => structuredClone(this.view),
      form_paste: ({ fields }) => this.#echo(() => fields.forEach((each) => fill(each.field, each.value))),
      form_set: ({ field, value }) => this.#echo(() => fill(field, value)),
      form_correct: ({ field }) => this.#show(moment(corrected[field] ?? 'koreksi-alamat')),
      document_field_set: ({ document: kind, field, value }) =>
        this.#echo(() => (this.#document(kind).fields[field] = plain(value))),
      draft_save: ({ key, value }) => {
        this.view.drafts[key] = value;
        return null;
      },
      attendee_set: ({ id: _id, ...attendee }) => this.#echo((view) => (view.attendee = attendee)),
      surat_kuasa_set: ({ surat }) => this.#echo((view) => (view.surat_kuasa = surat)),
      kewenangan_set: ({ kewenangan }) => this.#echo((view) => (view.kewenangan = kewenangan)),
      daftar_hitam_set: ({ daftar_hitam }) => this.#echo((view) => (view.daftar_hitam = daftar_hitam)),
      document_state_set: ({ document: kind, state, paper_copy }) =>
        this.#echo(() => Object.assign(this.#document(kind), { state, paper_copy })),
      document_sighting_set: ({ document: kind, sighting }) =>
        this.#echo(() => (this.#document(kind).sighting = sighting)),
      row_decide: ({ row, decision, reason, reason_code }) =>
        this.#echo((view) => {
          const found = view.rows.find((each) => each.key === row);
          if (found)
            Object.assign(found, { decision, reason: reason || null, reason_code, preticked: false });
        }),
      contact_begin: () => this.#echo((view) => (view.contact_since = '2026-11-23T03:05:00Z')),
      overrun_explain: ({ row, reason }) =>
        this.#echo(({ steps }) => {
          for (const each of steps)
            if (each.number === row) Object.assign(each, { overrun_reason: reason, asks_reason: false });
        }),
      permohonan_approve: () => {
        const view = this.#show(moment('disetujui'));
        const [fotokopi, bukti] = [...view.papers].reverse();
        if (!bukti || !fotokopi) throw wireError({ code: 'NotFound' });
        return { bukti, fotokopi, case: view };
      },
      page_give: ({ document: kind }) => this.#add(kind, 'surel', null),
      request_note: ({ sender, sent_at }) =>
        this.#echo((view) => {
          const bare = { sender_name: '', subject: '', message_kept: false, kiriman: null };
          view.request = { ...bare, sender, sent_at };
        }),
      kiriman_request: () => this.#show(moment('draf-daring')),
      notice_sent: ({ kind, method }) =>
        this.#echo(({ schedule }) => {
          const session = schedule?.sessions.at(-1)?.n ?? null;
          const at = '2026-11-23T07:10:00Z';
          schedule?.notices.push({ kind, kind_label: kind, method, session, at, by: 'Ratna Purnomo' });
        }),
      picture_pick: ({ document: kind }) => this.#add(kind, 'berkas', null),
      picture_crop: ({ picture: id, corners, quarter_turns }) =>
        this.#echo((view) => {
          const all = view.documents.flatMap((each) => each.pictures);
          for (const each of all) if (each.id === id) Object.assign(each, { corners, quarter_turns });
        }),
      scan_keep: ({ document: kind, corners, quarter_turns }) => {
        this.#add(kind, 'pemindai', null);
        return this.#echo(() => {
          const taken = this.#document(kind).pictures.at(-1);
          if (taken) Object.assign(taken, { corners, quarter_turns });
        });
      },
      picture_bytes: (request) => this.#pictureBytes(request),
      bukti_preview: ({ width }) => drawPaper(width, 'Bukti Verifikasi', null),
      paper_page: ({ paper: id, width }) => {
        const paper = this.view.papers.find((each) => each.id === id);
        return drawPaper(width, paper?.label ?? '', paper?.number ?? null);
      },
      paper_save: { saved: true },
      paper_print: ({ paper: id, printer }) => {
        const paper = this.paper(id);
        paper.later = 1;
        if (this.printsAs === 'tercetak') this.cameOut(paper);
        const { label, number } = paper;
        const told = { state: this.printsAs, what: null, todo: null };
        this.prints.unshift({
          permohonan: this.view.id,
          paper: id,
          label,
          number,
          printer: printer ?? '',
          ...told,
        });
        return paper;
      },
      paper_later: ({ paper: id, copies }) => Object.assign(this.paper(id), { later: copies }),
      prints: () => this.prints,
      print_cancel: ({ paper: id }) => {
        this.prints = this.prints.filter((each) => each.paper !== id);
        return this.prints;
      },
    };
  }

  #pictureBytes({ picture: id }: Request<'picture_bytes'>): Promise<Reply<'picture_bytes'>> | ArrayBuffer {
    const own = this.#bytes.get(id);
    if (own) return own;
    const kind = this.view.documents.find((each) => each.pictures.some((one) => one.id === id))?.kind;
    return kind === 'npwp' ? drawNpwp() : drawKtp();
  }
}
