// One fictional case behind the window: it moves through the procedure and keeps what is typed.
import type { CommandName, Reply, Request } from '../src/backend';
import type {
  Missing,
  Allowed,
  PermohonanView,
  Confirmation,
  ContactMethod,
  CorrectionCause,
  DocumentKind,
  DocumentView,
  PaperKind,
  PaperView,
  PictureMeta,
  PictureSource,
  RowKey,
  Status,
  Step,
  TransitionId,
} from '../src/bindings';
import { FakeBackend, wireError, type Answers } from './fake-backend';
import { drawKtp, drawNpwp, drawPaper } from './fake-pictures';
import { fakeMissing, fakeRows } from './fake-rows';
import { emptyCase, labels, NOW, picture, places, plain } from './fictional/case';
import { session } from './fictional/office';

export { comparedCase, emptyCase, filledCase, followedCase, places } from './fictional/case';

const causes: Record<CorrectionCause, string> = {
  salah_salin: 'salah salin dari SPSE',
  diperbaiki_di_spse: 'diperbaiki di SPSE',
};

const order: Status[] = [
  'draf',
  'diajukan',
  'antre',
  'verifikasi',
  'sesuai',
  'disetujui',
  'pemantauan_sikap',
];
function steps(status: Status, elapsed: number): Step[] {
  const at = status === 'ditunda' ? 3 : order.indexOf(status);
  const state = (from: number) => (at > from ? 'done' : at === from ? 'active' : 'open');
  const step = (number: number, label: string, minutes: number, vendor: boolean, which: Step['state'], remark: string | null = null): Step => ({
    number, label, standard_minutes: minutes, party: vendor ? 'pelaku_usaha' : 'verifikator', state: which,
    elapsed_minutes: which === 'active' && number === 5 ? elapsed : null, remark,
  }); // prettier-ignore
  return [
    step(1, 'Daftar daring', 5, true, 'done'),
    step(2, 'Isi formulir SPSE', 10, true, 'done'),
    step(3, 'Datang ke LPSE', 5, true, at > 1 ? 'done' : 'active', 'Tiba 08.50'),
    step(4, 'Jadwal video', 5, false, 'skipped', 'Dilewati (tatap muka)'),
    step(5, 'Verifikasi dokumen', 30, false, state(3)),
    step(6, 'Persetujuan', 1, false, state(4)),
    step(7, 'Pantau SIKAP', 5, false, state(6)),
    step(8, 'Isi SIKAP', 15, true, 'open'),
  ];
}

const TARGET: Missing = { guard: 'T-28', place: 'redirect', label: 'Tujuan pengalihan' };
const reminder: Missing = { guard: 'T-29', place: 'contact', label: 'Pengingat kepada pelaku usaha' };
const tooEarly: Missing = { guard: 'T-26', place: 'contact', label: 'Tindak lanjut terakhir belum lewat' };
const refusedFor = (...missing: Allowed['missing']) =>
  wireError({ code: 'GuardFailed', what: 'Belum dapat dilanjutkan.', todo: 'Lengkapi dulu.', missing });
const passwordChecked = (password: string) => {
  if (password !== 'latihan') {
    throw wireError({
      code: 'WrongPassword',
      what: 'Kata sandi salah.',
      todo: 'Periksa Caps Lock, lalu ketik ulang.',
    });
  }
};
const methods: Record<ContactMethod, string> = {
  telepon: 'telepon',
  whatsapp: 'WhatsApp',
  surel: 'surel',
  langsung: 'tatap muka',
};
const confirmations: Record<Confirmation, string> = {
  telepon: 'telepon',
  surel: 'surel',
  tangkapan_layar: 'tangkapan layar SIKAP',
};

export class CaseBackend extends FakeBackend {
  view: PermohonanView;
  elapsed = 12;
  /** The last Lembar Kekurangan came out of a verification, so it may be withdrawn (T-31). */
  sentBack = false;
  /** The limit from form to verification is over (T-29). */
  late = false;
  /** The last follow-up of SIKAP is over (T-26). */
  followedUp = false;
  #touched = new Set<RowKey>();
  #bytes = new Map<string, ArrayBuffer>();

  constructor(view: PermohonanView = emptyCase(), answers: Answers = {}) {
    super(answers);
    this.view = view;
    this.#settle();
    for (const [name, answer] of Object.entries({ ...this.#commands(), ...answers })) {
      this.answer(name as CommandName, answer as never);
    }
  }

  override async addPicture(
    meta: PictureMeta,
    bytes: ArrayBuffer | Uint8Array<ArrayBuffer> = new ArrayBuffer(0),
  ): Promise<PermohonanView> {
    await super.addPicture(meta);
    this.#add(meta.document, meta.source, bytes instanceof ArrayBuffer ? bytes : bytes.buffer);
    return structuredClone(this.view);
  }

  #add(kind: DocumentKind, source: PictureSource, bytes: ArrayBuffer | null): void {
    const paper = this.#document(kind);
    const taken = { ...picture(kind, source), corners: null };
    if (bytes) this.#bytes.set(taken.id, bytes);
    paper.state = 'diterima';
    paper.pictures = [...paper.pictures.map((each) => ({ ...each, current: false })), taken];
    this.#settle();
  }

  #document(kind: DocumentKind): DocumentView {
    const found = this.view.documents.find((each) => each.kind === kind);
    if (!found) throw wireError({ code: 'NotFound' });
    return found;
  }

  #move(status: Status): PermohonanView {
    this.view.status = status;
    return this.#settle();
  }

  #issue(kind: PaperKind, label: string, number: string | null) {
    const paper: PaperView = {
      id: `p-${this.view.papers.length + 1}`,
      kind,
      label,
      number,
      issued_at: NOW,
      pages: 1,
      prints: 0,
      replaced_by: null,
      replaces: null,
    };
    this.view.papers = [...this.view.papers, paper];
    return paper;
  }

  /** What follows from what is there: rows, missing things, allowed acts. */
  #settle(): PermohonanView {
    const { view } = this;
    view.company = view.form.nama_usaha?.value ?? view.company;
    view.status_label = labels[view.status] ?? view.status;
    view.rows = view.status === 'verifikasi' || view.rows.length > 0 ? fakeRows(view, this.#touched) : [];
    view.missing = view.status === 'verifikasi' ? fakeMissing(view) : [];
    view.steps = steps(view.status, this.elapsed);
    const lacking = view.documents
      .filter((each) => each.required && each.state === 'diharapkan')
      .map((each): Missing => ({ guard: 'T-05', place: `document:${each.kind}`, label: each.label }));
    const withdrawal: Missing[] = [{ guard: 'T-31', place: 'reason', label: 'Alasan' }];
    const duplicate: Missing[] = view.duplicates.some((other) => other.needs_reason)
      ? [{ guard: 'W-DUP', place: 'duplicate', label: 'Alasan melanjutkan permohonan yang mungkin ganda' }]
      : [];
    const act = (transition: TransitionId, missing: Allowed['missing'] = []): Allowed => ({
      transition,
      label: '',
      missing,
    });
    const redirect = act('T-28', [TARGET]);
    const reminded = view.contacts.some((each) => each.purpose === 'pengingat');
    const away = this.late ? [redirect, act('T-29', reminded ? [] : [reminder])] : [redirect];
    const confirmation: Missing = { guard: 'T-25', place: 'confirmation', label: 'Cara konfirmasi SIKAP' };
    const by: Partial<Record<Status, Allowed[]>> = {
      draf: [act('T-05', [...lacking, ...duplicate]), act('T-27')],
      diajukan: [act('T-08', lacking), act('T-06'), act('T-20'), act('T-27'), ...away],
      perlu_perbaikan: [
        act('T-07'),
        act('T-27'),
        ...away,
        ...(this.sentBack ? [act('T-31', withdrawal)] : []),
      ],
      antre: [act('T-15'), act('T-20'), act('T-27'), ...away],
      verifikasi: [act('T-19', view.missing), act('T-16'), act('T-18'), act('T-20'), act('T-27'), redirect],
      ditunda: [act('T-17'), act('T-27')],
      sesuai: [act('T-20'), act('T-21'), act('T-22')],
      disetujui: [act('T-23')],
      pemantauan_sikap: [act('T-25', [confirmation]), act('T-26', this.followedUp ? [] : [tooEarly])],
    };
    view.allowed = by[view.status] ?? [];
    return structuredClone(view);
  }

  #commands(): Answers {
    return {
      privacy_notice: {
        version: '2026-1',
        title: 'Pemberitahuan privasi',
        paragraphs: [
          'Data Anda dipakai hanya untuk verifikasi akun SPSE.',
          'Agama, golongan darah, status, dan pekerjaan tidak dicatat.',
        ],
      },
      reason_codes: [
        {
          code: 'P01',
          text: 'KTP tidak terbaca atau rusak',
          bring: 'KTP yang terbaca, atau IKD',
          kind: 'perbaikan',
        },
        {
          code: 'P03',
          text: 'NIK pada formulir tidak sesuai',
          bring: 'formulir SPSE yang diperbaiki',
          kind: 'perbaikan',
        },
        {
          code: 'P04',
          text: 'Nama pada formulir tidak sesuai',
          bring: 'formulir SPSE yang diperbaiki',
          kind: 'perbaikan',
        },
        {
          code: 'P05',
          text: 'NPWP pada formulir tidak sesuai',
          bring: 'formulir SPSE yang diperbaiki',
          kind: 'perbaikan',
        },
        { code: 'P06', text: 'NPWP 15 angka belum padan', bring: 'bukti pemadanan NPWP', kind: 'perbaikan' },
        { code: 'X01', text: 'Tercantum dalam daftar hitam', bring: '', kind: 'tolak' },
        { code: 'X02', text: 'Dokumen diduga palsu', bring: '', kind: 'tolak' },
        { code: 'X04', text: 'Sudah mempunyai akun SPSE', bring: '', kind: 'tolak' },
      ],
      region_search: ({ text }) => places(text),
      permohonan_open: ({ profil }) => {
        this.view = { ...emptyCase(), profil };
        return this.#settle();
      },
      permohonan_get: () => this.#settle(),
      form_paste: ({ fields }) => {
        for (const { field, value } of fields) this.view.form[field] = plain(value);
        return this.#settle();
      },
      form_set: ({ field, value }) => {
        const wrong = field === 'npwp' && digits(value).length < 15;
        const notes = wrong
          ? [
              {
                severity: 'galat' as const,
                rule: 'N-11',
                text: 'NPWP harus 15 atau 16 angka. Periksa lagi kartunya.',
              },
            ]
          : [];
        this.view.form[field] = { value, notes, source: 'formulir' };
        delete this.view.drafts[`form:${field}`];
        return this.#settle();
      },
      form_correct: ({ field, value, cause }) => {
        const old = this.view.form[field]?.value ?? '';
        if (value === old)
          throw wireError({
            code: 'InvalidInput',
            what: 'Isian yang baru sama dengan yang lama.',
            todo: 'Periksa lagi, lalu coba lagi.',
          });
        this.view.form[field] = plain(value);
        delete this.view.drafts[`correction:${field}`];
        const made = {
          field,
          label: field,
          old,
          new: value,
          cause: causes[cause],
          at: NOW,
          by: session.name,
        };
        this.view.corrections = [...this.view.corrections, made];
        // A decision holds only for the two values on which it was taken.
        for (const row of this.view.rows.filter((each) => each.form_field === field)) {
          row.decision = null;
          this.#touched.add(row.key);
        }
        return this.#settle();
      },
      profil_set: ({ profil }) => {
        this.view.profil = profil;
        return this.#settle();
      },
      permohonan_withdraw_shortages: () => {
        this.view.shortages = [];
        Object.assign(this.view, { verifier: session.name, verifier_is_me: true });
        return this.#move('verifikasi');
      },
      document_field_set: ({ document: kind, field, value }) => {
        this.#document(kind).fields[field] = plain(value);
        delete this.view.drafts[`doc:${kind}:${field}`];
        return this.#settle();
      },
      draft_save: ({ key, value }) => {
        this.view.drafts[key] = value;
        return null;
      },
      attendee_set: ({ id: _id, ...attendee }) => {
        this.view.attendee = attendee;
        return this.#settle();
      },
      surat_kuasa_set: ({ surat }) => {
        this.view.surat_kuasa = surat;
        return this.#settle();
      },
      kewenangan_set: ({ kewenangan }) => {
        this.view.kewenangan = kewenangan;
        return this.#settle();
      },
      daftar_hitam_set: ({ daftar_hitam }) => {
        this.view.daftar_hitam = daftar_hitam;
        return this.#settle();
      },
      document_state_set: ({ document: kind, state, paper_copy }) => {
        Object.assign(this.#document(kind), { state, paper_copy });
        return this.#settle();
      },
      document_sighting_set: ({ document: kind, sighting }) => {
        const counts = this.view.status === 'verifikasi';
        Object.assign(this.#document(kind), {
          sighting,
          sighting_counts: counts,
          sighted_by: session.name,
          sighted_at: NOW,
        });
        return this.#settle();
      },
      permohonan_submit: () => {
        this.#issue('tanda_terima', 'Tanda Terima Berkas', 'TT-2026-1-000412');
        return this.#move('diajukan');
      },
      permohonan_complete: () => {
        this.view.queue = 'A-07';
        return this.#move('antre');
      },
      permohonan_return: ({ items }) => {
        this.sentBack = this.view.status === 'verifikasi';
        this.view.shortages = items.map((item) => ({
          ...item,
          text: item.code,
          bring: 'formulir',
          answered: false,
        }));
        this.#issue('lembar_kekurangan', 'Lembar Kekurangan', 'LK-2026-1-000031');
        return this.#move('perlu_perbaikan');
      },
      permohonan_resubmit: () => this.#move('diajukan'),
      permohonan_start: () => {
        Object.assign(this.view, { verifier: session.name, verifier_is_me: true, started_at: NOW });
        return this.#move('verifikasi');
      },
      permohonan_pause: () => this.#move('ditunda'),
      permohonan_resume: () => this.#move('verifikasi'),
      permohonan_cancel: () => this.#move('dibatalkan'),
      permohonan_refuse: () => {
        this.#issue('surat_penolakan', 'Surat Penolakan', 'SP-2026-1-000007');
        return this.#move('ditolak');
      },
      permohonan_redirect: ({ target }) => {
        const named = target === 'inaproc' ? 'akun INAPROC' : Object.values(target)[0];
        if (!named) throw refusedFor(TARGET);
        this.#issue('lembar_pengalihan', 'Lembar Pengalihan', 'LP-2026-1-000003');
        this.view.redirected_to = named;
        return this.#move('dialihkan');
      },
      permohonan_lapse: () => this.#move('kedaluwarsa'),
      contact_log: ({ method, purpose, reached, note }) => {
        const entry = { at: NOW, by: session.name, method: methods[method], purpose, reached, note };
        this.view.contacts = [...this.view.contacts, entry];
        delete this.view.drafts['contact:note'];
        return this.#settle();
      },
      sikap_close: ({ confirmation }) => {
        this.view.sikap_confirmation = confirmations[confirmation];
        return this.#move('selesai');
      },
      sikap_give_up: () => {
        if (!this.followedUp) throw refusedFor(tooEarly);
        return this.#move('selesai');
      },
      bukti_replace: ({ password, attendee_name }) => {
        passwordChecked(password);
        const old = this.view.papers.find((each) => each.kind === 'bukti_verifikasi' && !each.replaced_by);
        if (!old) throw wireError({ code: 'TransitionRefused' });
        const next = this.#issue('bukti_verifikasi', 'Bukti Verifikasi', 'BV-2026-1-000312');
        old.replaced_by = next.number;
        next.replaces = old.number;
        this.view.attendee.name = attendee_name ?? this.view.attendee.name;
        return this.#settle();
      },
      row_decide: ({ row, decision, reason, reason_code }) => {
        const found = this.view.rows.find((each) => each.key === row);
        if (found) Object.assign(found, { decision, reason: reason || null, reason_code, preticked: false });
        this.#touched.add(row);
        return this.#settle();
      },
      permohonan_declare: () => this.#move('sesuai'),
      permohonan_send_back: () => this.#move('verifikasi'),
      permohonan_approve: ({ password, over_time_reason }) => {
        passwordChecked(password);
        this.view.over_time_reason = over_time_reason;
        const bukti = this.#issue('bukti_verifikasi', 'Bukti Verifikasi', 'BV-2026-1-000311');
        const fotokopi = this.#issue('fotokopi', 'Fotokopi', null);
        return { bukti, fotokopi, case: this.#move('disetujui') };
      },
      permohonan_activate: ({ user_id }) => {
        Object.assign(this.view, { user_id_spse: user_id, activated_at: NOW, sikap_due: '2026-11-26' });
        return this.#move('pemantauan_sikap');
      },
      picture_pick: ({ document: kind }) => {
        this.#add(kind, 'berkas', null);
        return structuredClone(this.view);
      },
      picture_crop: ({ picture: id, corners, quarter_turns }) => {
        for (const paper of this.view.documents) {
          for (const each of paper.pictures)
            if (each.id === id) Object.assign(each, { corners, quarter_turns });
        }
        return this.#settle();
      },
      picture_bytes: (request) => this.#pictureBytes(request),
      bukti_preview: ({ width }) => drawPaper(width, 'Bukti Verifikasi', null),
      paper_page: ({ paper: id, width }) => {
        const paper = this.view.papers.find((each) => each.id === id);
        return drawPaper(width, paper?.label ?? '', paper?.number ?? null);
      },
      paper_save: { saved: true },
      paper_issue_fotokopi: () => {
        this.view.fotokopi = { can_issue: false, left_out: [], can_mark: false };
        this.#issue('fotokopi', 'Fotokopi', null);
        return this.#settle();
      },
      paper_print: ({ paper: id }) => {
        const paper = this.view.papers.find((each) => each.id === id);
        if (!paper) throw wireError({ code: 'NotFound' });
        paper.prints += 1;
        return paper;
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

const digits = (value: string) => value.replace(/\D/g, '');
