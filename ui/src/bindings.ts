// Generated from the Rust commands by `cargo xtask bindings`. Do not edit by hand.

export type Activate = { id: string, user_id: string, };

export type Agenda = { 
/**
 * ISO date.
 */
today: string, days: Array<AgendaDay>, verifikators: Array<VerifikatorView>, me: string, };

export type AgendaDay = { 
/**
 * ISO date.
 */
date: string, 
/**
 * `Senin, 23 November 2026`
 */
label: string, holiday: string | null, 
/**
 * `09.00-12.00`; empty on a day without service.
 */
windows: Array<string>, sessions: Array<AgendaView>, slots: Array<SlotView>, };

export type AgendaRequest = { 
/**
 * The case that an appointment is looked for; its own does not stand in its way.
 */
id: string | null, 
/**
 * ISO date; today when it is missing.
 */
from: string | null, days: number, };

export type AgendaView = { 
/**
 * The case.
 */
id: string, number: string, company: string, state: SessionState, state_label: string, start: string, 
/**
 * `10.00`
 */
time: string, 
/**
 * `10.45 WIB`
 */
until: string, verifikator: string, way: VideoWay, way_label: string, };

export type Agreement = "sama" | "cabang";

export type Allowed = { transition: TransitionId, missing: Array<Missing>, };

export type Approve = { id: string, password: string, over_time_reason: string | null, };

export type Approved = { bukti: PaperView, 
/**
 * Absent when the case has no picture of a card (IKD).
 */
fotokopi: PaperView | null, case: PermohonanView, };

export type Attendee = { name: string, kapasitas: Kapasitas | null, nik: string, phone: string, priority: string | null, };

export type AttendeeProposal = { name: string, nik: string, phone: string, };

export type Bagian = "surel" | "npwp" | "penanggung_jawab" | "nama_usaha" | "alamat";

export type Baki = { kiriman: Array<KirimanView>, 
/**
 * Whether this officer may look at pages and give them to a case.
 */
may_open: boolean, 
/**
 * Whether the office's inbox can be asked for more.
 */
reads_mail: boolean, };

export type BeginScan = { address: string, model: string, id: string | null, order: ScanOrder, 
/**
 * All of the glass where none is named.
 */
part: ScanPart | null, 
/**
 * A quick look at all of the glass, which is not remembered as an order.
 */
look: boolean, 
/**
 * The stack in the Baki in which pages of the feeder go on, after a jam.
 */
kiriman: string | null, };

export type CaptureScreen = { id: string, target: ScreenTarget, 
/**
 * Whole pixels; of a screen there is always one.
 */
part: ScreenPart | null, };

export type CaseRef = { id: string, };

export type CaseSummary = { id: string, number: string, status: Status, status_label: string, layanan: Layanan, profil: Profil, channel: Channel, company: string, attendee: string, kapasitas: Kapasitas | null, queue: string | null, priority: string | null, npwp_masked: string, waiting_minutes: number, updated_at: string, 
/**
 * What is still open, or that everything is there.
 */
remark: string, complete: boolean, shortages: Array<string>, held_by: string | null, due: string | null, 
/**
 * Where the vendor is reached; masked for roles that see no numbers.
 */
phone: string, };

export type ChangePassword = { old: string, new: string, };

export type Channel = "tatap_muka" | "daring";

export type CheckDevice = { part: Part, 
/**
 * Of the camera alone: what the window found when it opened it.
 */
camera: WindowCamera | null, };

export type ChoosePrinter = { kind: PaperKind, 
/**
 * Nothing for the usual one.
 */
printer: string | null, };

export type ChosenField = { field: FormField, value: string, };

export type ChosenPrinter = { printer: string | null, };

export type CloseSikap = { id: string, confirmation: Confirmation, };

export type Code = "TransitionRefused" | "GuardFailed" | "RoleForbidden" | "Locked" | "NotFound" | "InvalidInput" | "ClockWentBack" | "ClockWentAhead" | "WrongPassword" | "TooManyTries" | "WrongRecoveryWords" | "WeakPassword" | "PictureKeyMissing" | "PictureTooLarge" | "PictureTooManyPixels" | "PictureNotAnImage" | "PictureTruncated" | "PictureMissing" | "PictureAltered" | "MailUnreadable" | "AttachmentUnknown" | "AttachmentEncrypted" | "AttachmentTooLarge" | "MailboxOff" | "MailServerUnreachable" | "MailServerUntrusted" | "MailLoginRefused" | "MailServerBroken" | "MailRefused" | "DiskFull" | "ReadOnly" | "FileLocked" | "OfficeMissing" | "OfficeExists" | "KeysDamaged" | "WrongKey" | "DatabaseDamaged" | "DatabaseNewer" | "LogBroken" | "CaseErased" | "PrinterMissing" | "PrintFailed" | "DialogMissing" | "ScreenMissing" | "ScannerFailed" | "ScannerChanged" | "HotFolderGone" | "HotFolderStays" | "Io" | "Internal";

export type ComparisonRow = { key: RowKey, group: RowGroup, label: string, 
/**
 * The field of the form behind it, which may be corrected while verifying.
 */
form_field: FormField | null, form_value: string | null, form_hint: string | null, 
/**
 * What was verified before, where the form says something else now.
 */
former_value: string | null, document_value: string | null, document_hint: string | null, 
/**
 * What the document probably says, to be confirmed with the original in hand.
 */
proposal: string | null, document: DocumentKind | null, 
/**
 * Field to type when the document value is still empty.
 */
document_field: DocumentField | null, outcome: Outcome | null, explanation: string, notes: Array<Note>, compulsory: boolean, 
/**
 * Only the verifikator's eye or ear can judge this row.
 */
by_eye: boolean, overridable: boolean, 
/**
 * It passes only with a written reason.
 */
needs_reason: boolean, 
/**
 * It passes only with a reason from `ready_reasons`.
 */
needs_listed_reason: boolean, decision: Decision | null, reason: string | null, reason_code: string | null, 
/**
 * Ticked by the program after the original of its document was seen.
 */
preticked: boolean, ready_reasons: Array<ReadyReason>, repair_codes: Array<string>, };

export type ConfirmRecovery = { first: string, second: string, };

export type Confirmation = "telepon" | "surel" | "tangkapan_layar";

export type ContactMethod = "telepon" | "whatsapp" | "surel" | "langsung";

export type ContactPurpose = "jadwal" | "sikap" | "pengingat" | "lainnya";

export type ContactView = { at: string, by: string, method: string, purpose: ContactPurpose, reached: boolean, note: string, };

export type Corner = { x: number, y: number, };

export type CorrectForm = { id: string, field: FormField, value: string, cause: CorrectionCause, 
/**
 * When SPSE was seen to say it (RFC 3339); only for what the vendor corrected there.
 */
seen_at: string | null, };

export type CorrectionCause = "salah_salin" | "diperbaiki_di_spse";

export type CorrectionView = { field: FormField, old: string, cause: string, at: string, by: string, };

export type CreateOffice = { folder: string, office: OfficeInput, officer: OfficerInput, };

export type CropPicture = { id: string, picture: string, corners: Array<Corner>, quarter_turns: number, };

export type DaftarHitam = { answer: JawabanDaftarHitam | null, list_date: string | null, };

export type DaftarHitamAnswerView = { 
/**
 * ISO date.
 */
list_date: string, 
/**
 * Vendors of the list with a number of this one; what holds today stands first.
 */
hits: Array<DaftarHitamHitView>, };

export type DaftarHitamHitView = { name: string, npwp: string, agreement: Agreement, 
/**
 * Whether the sanction holds today.
 */
holds: boolean, 
/**
 * ISO dates; nothing where the list does not say it.
 */
from: string | null, until: string | null, decision: string, };

export type DaftarHitamInfo = { 
/**
 * ISO date.
 */
list_date: string, rows: number, by: string, at: string, };

export type DaftarHitamListView = { list: DaftarHitamInfo | null, 
/**
 * ISO date of the office's day.
 */
today: string, };

export type DaftarHitamPreview = { rows: number, 
/**
 * Rows whose sanction has ended or has not begun.
 */
resting: number, 
/**
 * The first rows that were not taken; `refused_rows` says how many there are.
 */
refused: Array<RefusedRowView>, refused_rows: number, 
/**
 * Rows taken although the days of their sanction cannot be read; it is held to hold.
 */
undated: Array<RefusedRowView>, undated_rows: number, };

export type DecideRow = { id: string, row: RowKey, decision: Decision | null, reason: string, reason_code: string | null, };

export type Decision = "cocok" | "cocok_dengan_catatan" | "tidak_cocok";

export type DeskStage = "none" | "setup" | "locked" | "open";

export type DeskState = { stage: DeskStage, practice: boolean, office_name: string | null, folder: string | null, 
/**
 * Proposed folder for a new office.
 */
default_folder: string, session: SessionInfo | null, wait_seconds: number | null, };

export type DeviceFinding = { part: Part, standing: Standing, what: string, todo: string | null, };

export type DeviceReport = { text: string, };

export type DocumentField = "nik" | "nama" | "tempat_lahir" | "tanggal_lahir" | "alamat" | "kewarganegaraan" | "berlaku_hingga" | "npwp" | "nitku" | "nama_usaha" | "pkp";

export type DocumentKind = "ktp" | "npwp" | "ktp_kuasa" | "surat_kuasa" | "akta" | "nib" | "sppkp" | "surat_permohonan" | "npwp_lama" | "akta_lama" | "kswp" | "pernyataan_pemilik" | "surat_kerja";

export type DocumentState = "diharapkan" | "menyusul" | "diterima";

export type DocumentView = { kind: DocumentKind, label: string, required: boolean, state: DocumentState, paper_copy: boolean | null, sighting: Sighting | null, sighted_by: string | null, 
/**
 * Whether the sighting counts for G-ORI: by the verifikator who holds the case now.
 */
sighting_counts: boolean, fields: Partial<Record<DocumentField, FieldState>>, pictures: Array<PictureView>, 
/**
 * Why it is asked for, with its legal ground.
 */
ground: string, };

export type Duplicate = { id: string, 
/**
 * T-05 waits for a written reason because of this one.
 */
needs_reason: boolean, grounds: Array<DuplicateLine>, };

export type DuplicateGround = "same_npwp" | "other_office" | "same_family" | "same_owner" | "nik_of_another" | "same_email" | "same_phone" | "same_person_in_charge";

export type DuplicateLine = { ground: DuplicateGround, weight: DuplicateWeight, text: string, };

export type DuplicateWeight = "needs_reason" | "question" | "information";

export type EndKiriman = { kiriman: string, end: KirimanEnd, };

export type ExplainOverrun = { id: string, row: number, reason: string, };

export type FieldState = { value: string, notes: Array<Note>, };

export type FindScanners = { 
/**
 * Also in the network.
 */
network: boolean, 
/**
 * Behind this address of the network, as it was typed. What is found there is remembered.
 */
address: string | null, };

export type FinishPendampingan = { id: string, outcome: HasilPendampingan, note: string, };

export type FollowUpView = { 
/**
 * Sentences for the telephone, in order.
 */
script: Array<string>, 
/**
 * For e-mail or WhatsApp.
 */
message: string, 
/**
 * ISO days on which SIKAP is asked about.
 */
days: Array<string>, 
/**
 * Days since the request, of a reminder that is due.
 */
reminder: number | null, };

export type FormField = "bentuk_usaha" | "nama_usaha" | "npwp" | "pkp" | "alamat" | "kode_pos" | "kabupaten" | "pusat_cabang" | "nitku" | "telepon" | "hp" | "surel" | "website" | "user_id" | "penanggung_jawab_nama" | "penanggung_jawab_nik";

export type FormerFieldView = { field: FormField, required: boolean, value: string, notes: Array<Note>, };

export type FotokopiView = { can_issue: boolean, left_out: Array<LeftOut>, 
/**
 * The corners of what is left out may still be marked.
 */
can_mark: boolean, };

export type GivePage = { id: string, kiriman: string, page: string, document: DocumentKind, };

export type GivenCase = { id: string, number: string, company: string, };

export type GivenPage = { permohonan: GivenCase, document: DocumentKind, };

export type HasilPendampingan = "akun_jadi" | "menunggu_inaproc" | "mendaftar_sendiri" | "belum_berhasil";

export type HoldsOn = { 
/**
 * ISO day; none for the first one that can be chosen.
 */
day: string | null, };

export type HolidayList = { text: string, };

export type HolidayPreview = { holidays: Array<HolidayView>, 
/**
 * Years of which the list takes all days back.
 */
emptied: Array<number>, source: string, refused: Array<RefusedHoliday>, };

export type HolidayView = { 
/**
 * ISO date.
 */
date: string, label: string, name: string, };

export type Home = { now: string, next: CaseSummary | null, 
/**
 * The call, where it is the turn of one.
 */
next_call: AgendaView | null, waiting: Array<CaseSummary>, intake: Array<CaseSummary>, repairs: Array<CaseSummary>, approvals: Array<CaseSummary>, activations: Array<CaseSummary>, sikap: Array<CaseSummary>, 
/**
 * Past the limit from form to verification; each may lapse (T-29).
 */
late: Array<CaseSummary>, 
/**
 * Must be reminded before that limit is over.
 */
to_remind: Array<CaseSummary>, 
/**
 * The link to the SPSE form did not come in time (T-04).
 */
links_late: Array<CaseSummary>, 
/**
 * Verifications that run or pause.
 */
paused: Array<CaseSummary>, 
/**
 * Complete requests from afar that have no appointment yet.
 */
to_schedule: Array<CaseSummary>, 
/**
 * Appointments of today, earliest first.
 */
sessions: Array<AgendaView>, 
/**
 * Nobody came to the call.
 */
no_shows: Array<CaseSummary>, 
/**
 * Papers on the list "Cetak nanti", oldest first.
 */
print_later: Array<PrintLater>, 
/**
 * The server refused a notice, so that the vendor knows nothing of it.
 */
letters_refused: Array<CaseSummary>, 
/**
 * Kiriman that wait in the Baki, and how many of them past their last day.
 */
baki_waiting: number, baki_expired: number, 
/**
 * Whether the office reads or sends e-mail over the network; otherwise nothing is connected.
 */
mailbox_on: boolean, recovered: RecoveredCases | null, done_today: number, done_minutes: number, done_standard: number, log_checked_at: string | null, log_ok: boolean, 
/**
 * The clock went back (S-30).
 */
clock_warning: WireError | null, };

export type HotFolderProposal = { path: string, 
/**
 * Files that lie in it already.
 */
files: number, };

export type HotFolderView = { 
/**
 * Nothing while it is off.
 */
path: string | null, 
/**
 * Files are kept in a subfolder once they are taken.
 */
keep: boolean, 
/**
 * Name of the file that is being taken.
 */
taking: string | null, 
/**
 * Files that are neither taken nor refused.
 */
waiting: number, 
/**
 * How many were taken since the desk was unlocked.
 */
taken: number, refused: Array<RefusedFile>, 
/**
 * What keeps all of it from going on.
 */
trouble: WireError | null, };

export type HoursInput = { session_minutes: number, per_verifikator: number, windows: Array<WindowInput>, };

export type ImportDaftarHitam = { 
/**
 * ISO date of the list.
 */
list_date: string, };

export type InboxView = { 
/**
 * Newest first.
 */
messages: Array<MessageView>, 
/**
 * Older ones than these are not listed.
 */
is_cut: boolean, };

export type JawabanDaftarHitam = "tidak_tercantum" | "tidak_dapat_diperiksa" | "tercantum";

export type Kapasitas = "direktur" | "pemilik" | "kuasa";

export type KeepScan = { id: string, page: string, document: DocumentKind, 
/**
 * In the page as it is seen after the quarter turns, as of a cropped picture.
 */
corners: Array<Corner>, quarter_turns: number, };

export type Kewenangan = { checked: boolean | null, basis: string, };

export type KirimanEnd = "selesai" | "bukan_permohonan" | "lewat_waktu";

export type KirimanMeta = { file_name: string, source: KirimanSource, };

export type KirimanSource = "berkas" | "seret" | "tempel" | "kotak_surat" | "pemindai" | "folder_pindai";

export type KirimanView = { id: string, source: KirimanSource, received_at: string, received_by: string, 
/**
 * Nothing for a loose file.
 */
sent_at: string | null, file_name: string, 
/**
 * Empty for a loose file.
 */
sender: string, sender_name: string, subject: string, 
/**
 * ISO date of the last day on which it is kept.
 */
until: string, expired: boolean, 
/**
 * Date and sender are known, so that it can be the request of a permohonan.
 */
is_request: boolean, 
/**
 * The permohonan whose request it is.
 */
permohonan: GivenCase | null, pages: Array<PageView>, refused: Array<RefusedView>, };

export type LaterHours = { 
/**
 * ISO day from which they hold.
 */
since: string, label: string, };

export type Layanan = "akun_baru" | "perubahan_data" | "pendampingan_inaproc";

export type LeftOut = { label: string, picture: string, };

export type LegalBasis = { text: string, since: string, until: string | null, };

export type LetterEnd = "terkirim" | "ditolak" | "dibatalkan" | "usang";

export type LetterRef = { letter: string, };

export type LetterView = { id: string, permohonan: string, kind: NoticeKind, kind_label: string, queued_at: string, 
/**
 * Nothing while it waits.
 */
end: LetterEnd | null, ended_at: string | null, 
/**
 * What happened at the last try, while it waits.
 */
why: string | null, 
/**
 * When it is tried again, where a try failed.
 */
next_try_at: string | null, };

export type Limits = { 
/**
 * `batas_terima_tautan`: calendar days.
 */
link_days: number, 
/**
 * Calendar days from the filled form to verification.
 */
verification_days: number, 
/**
 * Calendar days after the request on which a vendor who must still come is reminded.
 */
reminder_days: [number, number], 
/**
 * `maks_jadwal_ulang`
 */
reschedules: number, 
/**
 * Minutes after the appointed time.
 */
no_show_minutes: number, contact_attempts: number, 
/**
 * How many no-shows end the case (S-13).
 */
no_shows: number, 
/**
 * Calendar days without an answer after a no-show.
 */
silent_days: number, 
/**
 * Working days after the activation on which the office asks about SIKAP. After the last of them the case may be
 * closed as "belum mengisi" (T-26).
 */
sikap_days: [number, number, number], };

export type LimitsSet = { since: string, limits: Limits, };

export type LimitsView = { 
/**
 * What will hold on the day that was asked about.
 */
proposed: Limits, 
/**
 * What the office has set, with the ISO day from which it holds, oldest first.
 */
set: Array<LimitsSet>, 
/**
 * The first ISO day from which new limits may hold.
 */
earliest: string, 
/**
 * The ISO day from which something else holds that was set already.
 */
until: string | null, };

export type LinkedCaseView = { id: string, number: string, status_label: string, };

export type Lock = { idle: boolean, };

export type LogContact = { id: string, method: ContactMethod, purpose: ContactPurpose, reached: boolean, note: string, };

export type Lolos = "ya" | "tidak" | "belum_diketahui";

export type LookedUp = { 
/**
 * OSS shows the NIB as valid.
 */
nib_valid: boolean | null, 
/**
 * The taxpayer stands in the daftar hitam.
 */
listed: boolean | null, 
/**
 * The NIB has an account at INAPROC.
 */
registered: boolean | null, };

export type MailServer = { host: string, port: number, security: Security, };

export type MailboxInput = { inbox: MailServer | null, outbox: MailServer | null, user: string, 
/**
 * Empty keeps the one that stands for this user.
 */
password: string, 
/**
 * PEM; empty for none.
 */
authority: string, };

export type MailboxTrial = { inbox: ServerTrial | null, outbox: ServerTrial | null, };

export type MailboxView = { is_on: boolean, inbox: MailServer | null, outbox: MailServer | null, user: string, 
/**
 * PEM; empty where only the authorities of the computer are trusted.
 */
authority: string, 
/**
 * The office's address, from which letters are sent; empty where none is set.
 */
office_address: string, };

export type MarkTangkapan = { id: string, tangkapan: string, shows: TangkapanShows | null, code_visible: boolean, readable: boolean, };

export type MessageId = { 
/**
 * UIDVALIDITY.
 */
validity: number, 
/**
 * UID.
 */
uid: number, };

export type MessageState = "new" | "taken" | "set_aside";

export type MessageView = { id: MessageId, sender: string, sender_name: string, subject: string, 
/**
 * When the server received it, RFC 3339.
 */
received_at: string | null, bytes: number, 
/**
 * It calls itself a message of several parts, which one with scans does.
 */
has_parts: boolean, fate: MessageState, };

export type Missing = { 
/**
 * Guard or rule that asks for it, for example `G-ORI`.
 */
guard: string, 
/**
 * Where the desk should put the focus.
 */
place: Place, 
/**
 * What is missing, as a short Indonesian phrase: "Putusan nama".
 */
label: string, };

export type Note = { severity: Severity, 
/**
 * Rule id, for example `N-12`.
 */
rule: string, 
/**
 * Plain Indonesian, at most two short sentences.
 */
text: string, };

export type NoteRequest = { id: string, sender: string, 
/**
 * RFC 3339.
 */
sent_at: string, };

export type NoticeFile = "ics" | "eml";

export type NoticeKind = "jadwal" | "jadwal_ulang" | "tidak_hadir" | "pengingat";

export type NoticeLine = { kind: NoticeKind, kind_label: string, method: string, session: number | null, at: string, by: string, };

export type NoticeRequest = { id: string, kind: NoticeKind, };

export type NoticeTold = { id: string, kind: NoticeKind, method: ContactMethod, };

export type NoticeView = { subject: string, body: string, whatsapp: string, };

export type OfficeHours = { 
/**
 * Those of the day that was asked about.
 */
hours: HoursInput, 
/**
 * The ISO day from which other hours hold that were set already.
 */
until: string | null, later: Array<LaterHours>, holidays: Array<HolidayView>, holidays_source: string, 
/**
 * ISO date.
 */
today: string, };

export type OfficeInput = { government: string, unit: string, name: string, address: string, city: string, contact: string, 
/**
 * Address from which vendors are written to; may stay empty.
 */
email: string, time_zone: TimeZone, legal_basis: Array<LegalBasis>, privacy_contact: string, };

export type OfficerInput = { name: string, nip: string, username: string, password: string, roles: Array<Role>, };

export type OfficerRights = { receives: boolean, verifies: boolean, 
/**
 * Opens pictures of papers and calls without a reason.
 */
sees_pictures: boolean, 
/**
 * The role that an approval, or a Bukti in place of another, will name.
 */
approves_as: Role | null, logs_contacts: boolean, manages_office: boolean, };

export type OpenFolder = { folder: string, };

export type OpenFromKiriman = { kiriman: string, profil: Profil, notice_version: string, };

export type OpenPendampingan = { profil: Profil, notice_version: string, };

export type OpenPermohonan = { profil: Profil, notice_version: string, };

export type OpenPerubahan = { 
/**
 * The permohonan whose data change.
 */
id: string, parts: Array<Bagian>, channel: Channel, notice_version: string, };

export type OpenPerubahanFromSpse = { profil: Profil, channel: Channel, notice_version: string, };

export type Outbox = { 
/**
 * Letters that wait, the longest waiting first.
 */
waiting: Array<LetterView>, };

export type Outcome = "sama" | "setara" | "mirip" | "beda";

export type PageRequest = { kiriman: string, page: string, 
/**
 * `card` is not known here and is answered like `original`.
 */
variant: Variant, };

export type PageView = { id: string, name: string, 
/**
 * Which sheet of its PDF or TIFF, from 1.
 */
sheet: number | null, width: number, height: number, given: GivenPage | null, };

export type PaperKind = "tiket_antrean" | "tanda_terima" | "lembar_kekurangan" | "bukti_verifikasi" | "berita_acara" | "surat_penolakan" | "lembar_pengalihan" | "surat_pemberitahuan" | "fotokopi";

export type PaperLook = { id: string, paper: string, reason: string, };

export type PaperPage = { id: string, paper: string, 
/**
 * From 0.
 */
page: number, width: number, };

export type PaperRef = { id: string, paper: string, };

export type PaperView = { id: string, kind: PaperKind, label: string, number: string | null, issued_at: string, pages: number, prints: number, 
/**
 * Copies that wait on the list "Cetak nanti"; 0: none.
 */
later: number, 
/**
 * Number of the paper that took its place.
 */
replaced_by: string | null, 
/**
 * Number of the paper whose place it took.
 */
replaces: string | null, 
/**
 * This officer gives a reason before it opens.
 */
asks_reason: boolean, };

export type Part = "pemindai" | "kamera" | "printer" | "diska" | "jam" | "portal";

export type Party = "pelaku_usaha" | "verifikator";

export type PasteForm = { id: string, fields: Array<ChosenField>, };

export type PastePreview = { fields: Array<PastedField>, unclear: Array<UnclearField>, not_understood: Array<string>, more: number, 
/**
 * One sentence about the office's own map of labels, where it was not used.
 */
peta_fault: string | null, };

export type PastedField = { field: FormField, raw: string, value: string, value_name: string | null, notes: Array<Note>, current: string, current_name: string | null, chosen: boolean, };

export type PendampinganView = { syarat: Array<SyaratView>, looked_up: LookedUp, 
/**
 * NIK that the NIB names, as typed.
 */
nik_on_nib: string, 
/**
 * How it ended, once it did.
 */
outcome: string | null, };

export type PermohonanView = { id: string, number: string, status: Status, status_label: string, layanan: Layanan, profil: Profil, channel: Channel, 
/**
 * Only where data are changed.
 */
perubahan: PerubahanView | null, 
/**
 * Only where somebody is helped with INAPROC.
 */
pendampingan: PendampinganView | null, 
/**
 * What a letter may ask to change for a vendor of this kind.
 */
changeable: Array<Bagian>, 
/**
 * The permohonan that change the data of this one, in the order in which they were opened.
 */
changed_by: Array<LinkedCaseView>, 
/**
 * Only on the online channel.
 */
request: RequestView | null, 
/**
 * Only on the online channel, once it was asked for.
 */
schedule: ScheduleView | null, 
/**
 * Pictures of the call, oldest first.
 */
tangkapan: Array<TangkapanView>, 
/**
 * Pictures of a filled SIKAP.
 */
sikap_proof: Array<TangkapanView>, queue: string | null, company: string, erased: boolean, form: Partial<Record<FormField, FieldState>>, 
/**
 * Form fields that must be filled before the file is complete (T-08).
 */
form_required: Array<FormField>, 
/**
 * Form fields that are compulsory or compared: where Enter stops.
 */
form_asked: Array<FormField>, drafts: Record<string, string>, attendee: Attendee, 
/**
 * Who probably came, where the director or owner comes in person.
 */
attendee_proposal: AttendeeProposal, 
/**
 * Where the vendor is reached.
 */
phone: ReachedAt | null, surat_kuasa: SuratKuasa | null, 
/**
 * What is said beside the date of the surat kuasa.
 */
kuasa_tanggal_notes: Array<Note>, kewenangan: Kewenangan, kewenangan_asked: boolean, daftar_hitam: DaftarHitam, 
/**
 * What the list that the office imported says; nothing where it has none.
 */
daftar_hitam_list: DaftarHitamAnswerView | null, 
/**
 * ISO date; what the date of the list probably is: that of the imported one, or else it is looked up while the
 * vendor waits.
 */
list_date_proposal: string, 
/**
 * ISO date; until when a repair is usually asked for.
 */
repair_until_proposal: string, documents: Array<DocumentView>, rows: Array<ComparisonRow>, steps: Array<Step>, shortages: Array<Shortage>, allowed: Array<Allowed>, 
/**
 * What T-19 still needs, in the order in which F8 walks.
 */
missing: Array<Missing>, papers: Array<PaperView>, fotokopi: FotokopiView, 
/**
 * A Berita Acara can be issued now.
 */
may_issue_berita_acara: boolean, duplicates: Array<Duplicate>, corrections: Array<CorrectionView>, contacts: Array<ContactView>, 
/**
 * What is due towards the vendor.
 */
follow_up: FollowUpView | null, 
/**
 * Since when this desk is calling or writing to the vendor.
 */
contact_since: string | null, 
/**
 * Where the vendor was sent on to.
 */
redirected_to: string | null, 
/**
 * How the office knows that SIKAP is filled.
 */
sikap_confirmation: string | null, verifier: string | null, verifier_is_me: boolean, saved_at: string, user_id_spse: string | null, 
/**
 * Until when the link to the SPSE form is waited for, while it is.
 */
link_due: string | null, sikap_due: string | null, 
/**
 * What the approval asks about the minutes of the verification; the answer may stay empty.
 */
overrun_question: string | null, };

export type PerubahanView = { 
/**
 * The permohonan whose data change.
 */
of: LinkedCaseView | null, parts: Array<Bagian>, 
/**
 * The former data were not verified here: an officer reads them in SPSE.
 */
read_from_spse: boolean, former_asked: Array<FormerFieldView>, 
/**
 * What was true before, only where the form says something else now.
 */
former: Partial<Record<FormField, string>>, surat: SuratPermohonan, 
/**
 * What is said beside the date of the letter.
 */
tanggal_notes: Array<Note>, };

export type PhoneOf = "hp" | "attendee" | "telepon";

export type PickPicture = { id: string, document: DocumentKind, };

export type PickedKiriman = { file_name: string, kiriman: KirimanView | null, error: WireError | null, };

export type PictureMeta = { id: string, document: DocumentKind, source: PictureSource, };

export type PictureRequest = { id: string, picture: string, variant: Variant, reason: string | null, };

export type PictureSource = "kamera" | "berkas" | "seret" | "tempel" | "pemindai" | "surel";

export type PictureView = { id: string, document: DocumentKind, taken_at: string, width: number, height: number, 
/**
 * Top left, top right, bottom right, bottom left in the turned original; null until cropped.
 */
corners: Array<Corner> | null, quarter_turns: number, current: boolean, 
/**
 * A Fotokopi leaves this picture out unless the four corners of its card are marked.
 */
whole_is_left_out: boolean, 
/**
 * Nothing on it could be hidden, so its card too is shown only as the original is.
 */
asks_a_reason: boolean, };

export type Place = `form:${FormField}` | `former:${FormField}` | `row:${RowKey}` | `document:${DocumentKind}` | "shortage:P01" | "shortage:P02" | "shortage:P03" | "shortage:P04" | "shortage:P05" | "shortage:P06" | "shortage:P07" | "shortage:P08" | "shortage:P09" | "shortage:P10" | "shortage:P11" | "shortage:P12" | "shortage:P13" | "shortage:P14" | "shortage:P15" | "shortage:P16" | "shortage:P17" | "shortage:P18" | "shortage:P19" | "shortage:X01" | "shortage:X02" | "shortage:X03" | "shortage:X04" | "shortage:X05" | "shortage:X06" | "form" | "rows" | "documents" | "shortages" | "attendee" | "attendee:name" | "duplicate" | "notice" | "request" | "channel" | "schedule" | "schedule:notice" | "status" | "holder" | "reason" | "reasons" | "kuasa:pemberi" | "kuasa:penerima" | "kuasa:nomor" | "kuasa:tanggal" | "kuasa:tujuan" | "kuasa:meterai" | "kuasa:tanda_tangan" | "kuasa:cap" | "perubahan" | "surat:nomor" | "surat:tanggal" | "surat:kop" | "surat:meterai" | "surat:tanda_tangan" | "surat:cap" | "kewenangan" | "kewenangan:basis" | "daring:jadwal" | "daring:tangkapan" | "daring:kode" | "daftar_hitam" | "daftar_hitam:list_date" | "correction:seen_at" | "password" | "approver" | "user_id" | "confirmation" | "sikap:bukti" | "contact" | "redirect" | "link" | "office:name" | "office:government" | "office:city" | "office:email" | "office:legal_basis" | "officer:name" | "officer:nip" | "officer:username" | "officer:password" | "officer:roles";

export type Preferences = { theme: Theme, 
/**
 * Whether single letters and digits act as keys (WCAG 2.1.4).
 */
single_keys: boolean, };

export type PreviewBukti = { id: string, width: number, };

export type PreviewPaste = { id: string, html: string | null, text: string, };

export type PrintLater = { permohonan: string, permohonan_number: string, company: string, paper: string, kind: PaperKind, label: string, number: string | null, copies: number, 
/**
 * Whether this officer may open it; it may show identity papers.
 */
may_print: boolean, };

export type PrintLaterInput = { id: string, paper: string, copies: number, };

export type PrintPaper = { id: string, paper: string, printer: string | null, copies: number, };

export type PrintState = "dikirim" | "menunggu" | "mencetak" | "tercetak" | "gagal";

export type PrintTicket = { id: string, 
/**
 * Nobody asked for it: it is printed only where a printer was chosen for tickets.
 */
unasked: boolean, };

export type PrintView = { 
/**
 * Nothing for a test page.
 */
permohonan: string | null, 
/**
 * Nothing for a test page, and for the ticket of the permohonan.
 */
paper: string | null, label: string, number: string | null, printer: string, state: PrintState, 
/**
 * Why it waits or failed.
 */
what: string | null, todo: string | null, };

export type Printer = { name: string, default: boolean, 
/**
 * Kinds of paper for which this computer uses it.
 */
kinds: Array<PaperKind>, };

export type PrivacyNotice = { version: string, title: string, paragraphs: Array<string>, };

export type Profil = "badan_usaha" | "usaha_perorangan";

export type ReachedAt = { whose: PhoneOf, number: string, };

export type ReadyReason = { code: string, label: string, sentence: string, };

export type ReasonCode = { code: string, text: string, bring: string, kind: ReasonKind, };

export type ReasonKind = "perbaikan" | "tolak";

export type ReasonedMove = { id: string, reason: string, };

export type RecoveredCases = { at: string, cases: Array<CaseSummary>, };

export type RecoveryCheck = { first: number, second: number, printed: boolean, };

export type RecoveryWord = { index: number, total: number, word: string, };

export type RedirectMove = { id: string, target: RedirectTarget, text: string, };

export type RedirectTarget = "inaproc" | { "lpse_lain": string } | { "akun_lama": string };

export type RefuseMove = { id: string, code: string, reason: string, };

export type RefusedFile = { name: string, what: string, todo: string, };

export type RefusedHoliday = { line: number, why: string, };

export type RefusedRowView = { line: number, why: string, };

export type RefusedView = { name: string, what: string, todo: string, };

export type Region = { code: string, name: string, province: string, };

export type RegionRequest = { text: string, limit: number, };

export type ReplaceBukti = { id: string, password: string, reason: string, 
/**
 * The name of who attended, where it stands wrong on the Bukti.
 */
attendee_name: string | null, };

export type Report = { kind: ReportKind, title: string, label: string, 
/**
 * First ISO day.
 */
day: string, 
/**
 * Last ISO day that is counted: at most today.
 */
until: string, 
/**
 * An ISO day of the period before.
 */
previous: string, 
/**
 * None where the next period lies ahead.
 */
next: string | null, may_save: boolean, may_unmask: boolean, summary: ReportSummary, flow: Array<ReportCount>, channels: Array<ReportCount>, profils: Array<ReportCount>, 
/**
 * Empty where all that were opened were for a new account.
 */
layanan: Array<ReportCount>, 
/**
 * Of a month: each verification whose minutes are known.
 */
points: Array<ReportPoint>, 
/**
 * Of a year.
 */
months: Array<ReportMonth>, steps: Array<ReportStep>, deviations: Array<ReportDeviation>, reasons: Array<ReportReason>, officers: Array<ReportOfficer>, sikap: Array<ReportFigure>, 
/**
 * Of a day: every case to which something happened.
 */
lines: Array<ReportLine>, };

export type ReportCount = { label: string, count: number, };

export type ReportDeviation = { id: string, number: string, day: string, row: number, minutes: number, standard: number, reason: string | null, };

export type ReportFigure = { label: string, value: string, };

export type ReportFormat = "pdf" | "xlsx" | "csv";

export type ReportKind = "hari" | "bulan" | "tahun";

export type ReportLine = { id: string, number: string, 
/**
 * Of the office's clock.
 */
time: string, company: string, 
/**
 * Masked.
 */
npwp: string, channel: Channel, profil_label: string, 
/**
 * What happened last on this day.
 */
event: string, 
/**
 * Of the verification, where it was decided on this day.
 */
minutes: string, officer: string, };

export type ReportMonth = { 
/**
 * Its first ISO day.
 */
day: string, label: string, within: number, over: number, untold: number, };

export type ReportOfficer = { name: string, count: number, median: string, };

export type ReportPoint = { id: string, number: string, 
/**
 * ISO day on which the verification ended.
 */
day: string, minutes: number, standard: number, channel: Channel, over: boolean, };

export type ReportReason = { code: string, text: string, kind: ReasonKind, count: number, };

export type ReportRequest = { kind: ReportKind, 
/**
 * Any ISO day of the period; of today where there is none.
 */
day: string | null, };

export type ReportSave = { kind: ReportKind, 
/**
 * Any ISO day of the period.
 */
day: string, format: ReportFormat, 
/**
 * Why whole numbers are needed; none masks them.
 */
reason: string | null, };

export type ReportStep = { number: number, label: string, standard: string, count: number, 
/**
 * Empty where nothing was measured.
 */
median: string, 
/**
 * Within which time nine of ten were done.
 */
ninth: string, over: number, };

export type ReportSummary = { verified: number, within: number, over: number, 
/**
 * Their minutes cannot be told.
 */
untold: number, 
/**
 * Over, without a reason so far.
 */
unexplained: number, 
/**
 * Minutes that the SOP granted the verification last.
 */
standard: number, 
/**
 * The same in words; both where a new standard began within the period.
 */
standard_label: string, };

export type RequestView = { sender: string, sender_name: string, subject: string, sent_at: string, 
/**
 * The whole message is kept; otherwise an officer wrote down date and sender.
 */
message_kept: boolean, 
/**
 * The kiriman whose pages may still wait in the Baki.
 */
kiriman: string | null, };

export type Role = "petugas" | "verifikator" | "penyetuju" | "koordinator" | "auditor" | "admin";

export type Roll = "mm80" | "mm58";

export type RowGroup = "usaha" | "penanggung_jawab" | "kontak";

export type RowKey = "bentuk_usaha" | "nama_usaha" | "npwp" | "pkp" | "alamat" | "pusat_cabang" | "kode_pos" | "telepon" | "surel" | "pj_nama" | "pj_nik" | "pj_npwp" | "pj_akta" | "lahir" | "berlaku" | "kewarganegaraan" | "orang" | "kuasa_pemberi" | "kuasa_penerima";

export type SaidAt = { id: string, 
/**
 * RFC 3339.
 */
at: string, };

export type SaveDraft = { id: string, key: string, value: string, };

export type SaveNotice = { id: string, kind: NoticeKind, file: NoticeFile, };

export type SaveReply = { saved: boolean, };

export type ScanDone = { 
/**
 * From the glass; it waits in memory to be cut.
 */
page: ScannedPage | null, 
/**
 * From the feeder.
 */
baki: ScannedStack | null, stopped: boolean, 
/**
 * Why no more came, where something came.
 */
trouble: ScanTrouble | null, };

export type ScanMode = "warna" | "abu";

export type ScanOrder = { source: ScanSource, mode: ScanMode, dpi: number, };

export type ScanPageRef = { page: string, };

export type ScanPart = { left: number, top: number, width: number, height: number, };

export type ScanProgress = { 
/**
 * The page that is being read, from 1.
 */
page: number, 
/**
 * Bytes of it that came, and how many it will have where the scanner knows.
 */
read: number, of: number | null, 
/**
 * The page from the glass has come, and the scanner is only closed.
 */
came: boolean, };

export type ScanSource = "kaca" | "pengumpan" | "pengumpan_bolak_balik";

export type ScanTrouble = { what: string, todo: string, };

export type ScannedPage = { id: string, 
/**
 * Pixels.
 */
width: number, height: number, dpi: number, };

export type ScannedStack = { kiriman: string, 
/**
 * All that it has now.
 */
pages: number, };

export type ScannerAbility = { sources: Array<ScanSource>, modes: Array<ScanMode>, dpi: Array<number>, 
/**
 * Width and height of the largest original.
 */
bed_mm: [number, number], 
/**
 * What was asked of this model last, or what is usual.
 */
order: ScanOrder, };

export type ScannerDevice = { 
/**
 * Good for now only.
 */
address: string, model: string, id: string | null, };

export type ScannerList = { devices: Array<ScannerDevice>, 
/**
 * Address of the one that stands where it was looked for by an address.
 */
found: string | null, 
/**
 * Id of the one that was used last on this computer, or its model where it has none.
 */
last: string | null, };

export type ScannerRef = { address: string, model: string, id: string | null, 
/**
 * Takes the certificate that it shows now as its own.
 */
renew: boolean, };

export type ScheduleView = { 
/**
 * In the order in which they were promised or begun.
 */
sessions: Array<SessionView>, 
/**
 * What the vendor was told, oldest first.
 */
notices: Array<NoticeLine>, 
/**
 * Letters that wait to be sent or were, in the order in which they were queued.
 */
letters: Array<LetterView>, 
/**
 * Whether the office can send a notice by itself.
 */
sends_letters: boolean, 
/**
 * Times that the appointment may still be moved.
 */
moves_left: number, no_shows: number, no_shows_most: number, 
/**
 * From when nobody there counts as a no-show; of the promised session.
 */
no_show_from: string | null, 
/**
 * `10.15 WIB`
 */
no_show_from_label: string | null, 
/**
 * Attempts to reach the vendor since the promised time.
 */
attempts: number, attempts_needed: number, };

export type ScreenChoice = { target: ScreenTarget, };

export type ScreenPart = { x: number, y: number, width: number, height: number, };

export type ScreenTarget = { "kind": "window", "id": number } | { "kind": "monitor", "id": number };

export type ScreenWindow = { target: ScreenTarget, title: string, program: string, width: number, height: number, };

export type SearchRequest = { text: string, limit: number, };

export type SearchResult = { cases: Array<CaseSummary>, total: number, };

export type Security = "tls" | "starttls";

export type ServerTrial = { 
/**
 * Messages that lie in the inbox.
 */
messages: number | null, error: WireError | null, };

export type SessionInfo = { officer_id: string, name: string, username: string, roles: Array<Role>, rights: OfficerRights, office_name: string, time_zone: TimeZone, practice: boolean, station: number, idle_minutes: number, };

export type SessionInput = { id: string, 
/**
 * ISO date at the office.
 */
day: string, 
/**
 * `10.00`, as the clock on the office wall shows it.
 */
time: string, verifikator: string, way: VideoWay, join: string, 
/**
 * Why the time is moved; empty for a first one.
 */
reason: string, };

export type SessionJudged = { fits: boolean, ends_within_hours: boolean, 
/**
 * The first thing against it.
 */
why: string | null, };

export type SessionState = "dijadwalkan" | "dijadwalkan_ulang" | "tidak_hadir" | "berlangsung" | "terputus" | "selesai" | "dibatalkan";

export type SessionView = { n: number, state: SessionState, state_label: string, start: string, 
/**
 * ISO date at the office.
 */
day: string, 
/**
 * `Senin, 23 November 2026`
 */
day_label: string, 
/**
 * `10.00`
 */
time: string, 
/**
 * `10.45 WIB`
 */
until: string, minutes: number, 
/**
 * Id of the officer who leads it.
 */
verifikator: string, verifikator_name: string, way: VideoWay, way_label: string, join: string, reason: string, 
/**
 * What the vendor shows beside the face; from when it began.
 */
code: string | null, began_at: string | null, ended_at: string | null, };

export type SetAttendee = { id: string, name: string, kapasitas: Kapasitas, nik: string, phone: string, priority: string | null, };

export type SetDaftarHitam = { id: string, daftar_hitam: DaftarHitam, };

export type SetDocumentField = { id: string, document: DocumentKind, field: DocumentField, value: string, };

export type SetDocumentState = { id: string, document: DocumentKind, state: DocumentState, paper_copy: boolean | null, };

export type SetFormField = { id: string, field: FormField, value: string, };

export type SetFormer = { id: string, field: FormField, 
/**
 * As SPSE says it; empty takes back what was noted.
 */
value: string, };

export type SetHotFolder = { keep: boolean, 
/**
 * The folder that was chosen last, and not the one in use.
 */
chosen: boolean, };

export type SetKewenangan = { id: string, kewenangan: Kewenangan, };

export type SetLimits = { 
/**
 * ISO day.
 */
since: string, limits: Limits, };

export type SetLookedUp = { id: string, looked_up: LookedUp, };

export type SetPerubahan = { id: string, parts: Array<Bagian>, };

export type SetProfil = { id: string, profil: Profil, };

export type SetServiceHours = { hours: HoursInput, 
/**
 * ISO date from which they hold.
 */
since: string, };

export type SetSighting = { id: string, document: DocumentKind, sighting: Sighting, };

export type SetStandard = { 
/**
 * ISO day.
 */
since: string, minutes: [number, number, number, number, number, number, number, number], };

export type SetSuratKuasa = { id: string, surat: SuratKuasa, };

export type SetSuratPermohonan = { id: string, surat: SuratPermohonan, };

export type Severity = "info" | "peringatan" | "galat";

export type Shortage = { code: string, text: string, bring: string, note: string, answered: boolean, };

export type ShortageChoice = { code: string, note: string, };

export type ShortageMove = { id: string, items: Array<ShortageChoice>, 
/**
 * ISO date.
 */
until: string, };

export type Sighting = "asli" | "salinan" | "ikd";

export type SlotView = { 
/**
 * `10.00`
 */
time: string, until: string, 
/**
 * Ids of the officers who could lead it.
 */
free: Array<string>, };

export type StandardRow = { number: number, label: string, party: Party, minutes: number, };

export type StandardSet = { since: string, minutes: [number, number, number, number, number, number, number, number], };

export type Standards = { 
/**
 * What will hold on the day that was asked about, row by row.
 */
rows: Array<StandardRow>, 
/**
 * What the office has set, with the ISO day from which it holds, oldest first.
 */
set: Array<StandardSet>, 
/**
 * The first ISO day from which a new standard may hold.
 */
earliest: string, 
/**
 * The ISO day from which something else holds that was set already.
 */
until: string | null, };

export type Standing = "baik" | "perhatian" | "masalah";

export type Status = "draf" | "menunggu_tautan" | "pengisian_formulir" | "diajukan" | "perlu_perbaikan" | "antre" | "menunggu_jadwal" | "terjadwal" | "tidak_hadir" | "verifikasi" | "ditunda" | "sesuai" | "disetujui" | "terverifikasi" | "pemantauan_sikap" | "selesai" | "ditolak" | "dibatalkan" | "kedaluwarsa" | "dialihkan";

export type Step = { number: number, label: string, standard_minutes: number, party: Party, state: StepProgress, elapsed_minutes: number | null, 
/**
 * Whether the row happens where its minutes can be told.
 */
measured: boolean, 
/**
 * It took longer than the SOP grants.
 */
over: boolean, 
/**
 * It took longer, and nobody said why.
 */
asks_reason: boolean, overrun_reason: string | null, remark: string | null, };

export type StepProgress = "done" | "active" | "open" | "skipped";

export type SubmitPermohonan = { id: string, 
/**
 * Why it goes on although another permohonan may be of the same vendor (W-DUP).
 */
duplicate_reason: string | null, };

export type SuratKuasa = { pemberi: string, penerima: string, 
/**
 * May be "-": many letters carry no number.
 */
nomor: string, 
/**
 * As typed; ISO or as a card prints it.
 */
tanggal: string, tujuan: string, meterai: boolean | null, tanda_tangan: boolean | null, cap: boolean | null, };

export type SuratPermohonan = { 
/**
 * May be "-": many letters carry no number.
 */
nomor: string, 
/**
 * As typed; ISO or as a letter prints it.
 */
tanggal: string, 
/**
 * Is it written on the letterhead of the vendor?
 */
kop: boolean | null, meterai: boolean | null, tanda_tangan: boolean | null, cap: boolean | null, };

export type Syarat = "nib_berlaku" | "nik_sama_nib" | "bebas_daftar_hitam" | "belum_terdaftar" | "npwp_enam_belas" | "kontak";

export type SyaratView = { syarat: Syarat, label: string, lolos: Lolos, lolos_label: string, says: string, 
/**
 * Empty where nothing is to be done.
 */
todo: string, };

export type TakeRequest = { id: string, kiriman: string, };

export type TangkapanMeta = { id: string, source: TangkapanSource, };

export type TangkapanRequest = { id: string, tangkapan: string, variant: Variant, reason: string | null, };

export type TangkapanShows = "wajah" | "ktp" | "npwp" | "lainnya";

export type TangkapanSource = "layar" | "tempel" | "foto_hp";

export type TangkapanView = { id: string, 
/**
 * Which session of the case.
 */
session: number, source: TangkapanSource, source_label: string, 
/**
 * When Loket sealed it.
 */
sealed_at: string, 
/**
 * What a phone's camera said, beside which the session stands.
 */
exif_at: string | null, 
/**
 * Why it does not count as evidence of the call (G-DARING); `null`: it counts.
 */
objection: string | null, shows: TangkapanShows | null, code_visible: boolean, readable: boolean, width: number, height: number, };

export type TestPrinter = { printer: string, };

export type Theme = "system" | "light" | "dark";

export type TicketPrinter = { printer: string, 
/**
 * Nothing for sheets of A4, from which a ticket is cut.
 */
roll: Roll | null, };

export type TicketReply = { 
/**
 * It is followed until it is out (`prints`).
 */
sent: boolean, };

export type TimeZone = "WIB" | "WITA" | "WIT";

export type TimelineEntry = { seq: number, at: string, verb: string, text: string, actor: string, role: string, };

export type TransitionId = "T-01" | "T-02" | "T-03" | "T-04" | "T-05" | "T-06" | "T-07" | "T-08" | "T-09" | "T-10" | "T-11" | "T-12" | "T-13" | "T-14" | "T-15" | "T-16" | "T-17" | "T-18" | "T-19" | "T-20" | "T-21" | "T-22" | "T-23" | "T-24" | "T-25" | "T-26" | "T-27" | "T-28" | "T-29" | "T-30" | "T-31";

export type UnclearField = { field: FormField, values: Array<string>, why: string, };

export type Unlock = { username: string, password: string, };

export type UnlockWithRecovery = { words: string, username: string, new_password: string, };

export type Variant = "thumb" | "original" | "card";

export type VerifikatorView = { id: string, name: string, };

export type VideoWay = "zoom" | "google_meet" | "whatsapp" | "lainnya";

export type WindowCamera = "working" | "refused" | "missing" | "busy" | "unsuitable" | "unplugged" | "unsupported" | "slow";

export type WindowInput = { 
/**
 * `senin` to `minggu`.
 */
weekday: string, 
/**
 * `09.00`
 */
from: string, until: string, };

export type WireError = { code: Code, what: string, todo: string, missing: Array<Missing>, 
/**
 * Seconds until the next try, after too many wrong passwords.
 */
wait_seconds: number | null, };

export type WordIndex = { index: number, };

/** Every command of the desk: its request and its answer. `bytes` answers are raw. */
export interface Commands {
  desk_state: { request: null; response: DeskState };
  office_choose_folder: { request: null; response: string | null };
  office_open_folder: { request: OpenFolder; response: DeskState };
  office_create: { request: CreateOffice; response: DeskState };
  practice_open: { request: null; response: DeskState };
  practice_leave: { request: null; response: DeskState };
  preferences_get: { request: null; response: Preferences };
  preferences_set: { request: Preferences; response: null };
  office_get: { request: null; response: OfficeInput };
  office_set: { request: OfficeInput; response: OfficeInput };
  office_logo: { request: null; response: boolean };
  recovery_print: { request: ChosenPrinter; response: RecoveryCheck };
  recovery_word: { request: WordIndex; response: RecoveryWord };
  recovery_check: { request: null; response: RecoveryCheck };
  recovery_confirm: { request: ConfirmRecovery; response: DeskState };
  session_unlock: { request: Unlock; response: DeskState };
  session_recover: { request: UnlockWithRecovery; response: DeskState };
  session_lock: { request: Lock | null; response: DeskState };
  session_change_password: { request: ChangePassword; response: null };
  home: { request: null; response: Home };
  clock_confirm: { request: null; response: null };
  search: { request: SearchRequest; response: SearchResult };
  privacy_notice: { request: null; response: PrivacyNotice };
  reason_codes: { request: null; response: Array<ReasonCode> };
  permohonan_open: { request: OpenPermohonan; response: PermohonanView };
  permohonan_get: { request: CaseRef; response: PermohonanView };
  permohonan_timeline: { request: CaseRef; response: Array<TimelineEntry> };
  form_set: { request: SetFormField; response: PermohonanView };
  form_paste_preview: { request: PreviewPaste; response: PastePreview };
  form_paste: { request: PasteForm; response: PermohonanView };
  form_correct: { request: CorrectForm; response: PermohonanView };
  profil_set: { request: SetProfil; response: PermohonanView };
  permohonan_withdraw_shortages: { request: ReasonedMove; response: PermohonanView };
  pendampingan_open: { request: OpenPendampingan; response: PermohonanView };
  inaproc_look_up: { request: SetLookedUp; response: PermohonanView };
  pendampingan_finish: { request: FinishPendampingan; response: PermohonanView };
  perubahan_open: { request: OpenPerubahan; response: PermohonanView };
  perubahan_open_from_spse: { request: OpenPerubahanFromSpse; response: PermohonanView };
  former_set: { request: SetFormer; response: PermohonanView };
  perubahan_set: { request: SetPerubahan; response: PermohonanView };
  surat_permohonan_set: { request: SetSuratPermohonan; response: PermohonanView };
  permohonan_redirect: { request: RedirectMove; response: PermohonanView };
  permohonan_lapse: { request: CaseRef; response: PermohonanView };
  contact_log: { request: LogContact; response: PermohonanView };
  sikap_close: { request: CloseSikap; response: PermohonanView };
  sikap_give_up: { request: ReasonedMove; response: PermohonanView };
  document_field_set: { request: SetDocumentField; response: PermohonanView };
  document_field_confirm: { request: SetDocumentField; response: PermohonanView };
  draft_save: { request: SaveDraft; response: null };
  attendee_set: { request: SetAttendee; response: PermohonanView };
  surat_kuasa_set: { request: SetSuratKuasa; response: PermohonanView };
  kewenangan_set: { request: SetKewenangan; response: PermohonanView };
  daftar_hitam_set: { request: SetDaftarHitam; response: PermohonanView };
  document_state_set: { request: SetDocumentState; response: PermohonanView };
  document_sighting_set: { request: SetSighting; response: PermohonanView };
  permohonan_submit: { request: SubmitPermohonan; response: PermohonanView };
  permohonan_complete: { request: CaseRef; response: PermohonanView };
  permohonan_return: { request: ShortageMove; response: PermohonanView };
  permohonan_resubmit: { request: CaseRef; response: PermohonanView };
  permohonan_start: { request: CaseRef; response: PermohonanView };
  permohonan_pause: { request: ReasonedMove; response: PermohonanView };
  permohonan_resume: { request: ReasonedMove; response: PermohonanView };
  permohonan_cancel: { request: ReasonedMove; response: PermohonanView };
  permohonan_refuse: { request: RefuseMove; response: PermohonanView };
  row_decide: { request: DecideRow; response: PermohonanView };
  permohonan_declare: { request: CaseRef; response: PermohonanView };
  permohonan_send_back: { request: ReasonedMove; response: PermohonanView };
  permohonan_approve: { request: Approve; response: Approved };
  permohonan_activate: { request: Activate; response: PermohonanView };
  picture_pick: { request: PickPicture; response: PermohonanView | null };
  picture_crop: { request: CropPicture; response: PermohonanView };
  picture_bytes: { request: PictureRequest; response: "bytes" };
  scanner_list: { request: FindScanners; response: ScannerList };
  scanner_ability: { request: ScannerRef; response: ScannerAbility };
  scan_begin: { request: BeginScan; response: ScanDone };
  scan_progress: { request: null; response: ScanProgress | null };
  scan_stop: { request: null; response: null };
  scan_page: { request: ScanPageRef; response: "bytes" };
  scan_keep: { request: KeepScan; response: PermohonanView };
  scan_forget: { request: ScanPageRef; response: null };
  paper_issue_fotokopi: { request: CaseRef; response: PermohonanView };
  paper_issue_berita_acara: { request: CaseRef; response: PermohonanView };
  bukti_replace: { request: ReplaceBukti; response: PermohonanView };
  paper_look: { request: PaperLook; response: PermohonanView };
  paper_page: { request: PaperPage; response: "bytes" };
  bukti_preview: { request: PreviewBukti; response: "bytes" };
  paper_save: { request: PaperRef; response: SaveReply };
  paper_print: { request: PrintPaper; response: PaperView };
  paper_later: { request: PrintLaterInput; response: PaperView };
  paper_not_needed: { request: PaperRef; response: null };
  prints: { request: null; response: Array<PrintView> };
  print_cancel: { request: PaperRef; response: Array<PrintView> };
  printers: { request: null; response: Array<Printer> };
  printer_choose: { request: ChoosePrinter; response: Array<Printer> };
  printer_test: { request: TestPrinter; response: null };
  device_check: { request: CheckDevice; response: DeviceFinding };
  device_report: { request: null; response: DeviceReport };
  device_report_save: { request: null; response: SaveReply };
  ticket_print: { request: PrintTicket; response: TicketReply };
  ticket_printer: { request: null; response: TicketPrinter | null };
  ticket_printer_choose: { request: TicketPrinter | null; response: TicketPrinter | null };
  agenda: { request: AgendaRequest; response: Agenda };
  session_judge: { request: SessionInput; response: SessionJudged };
  session_schedule: { request: SessionInput; response: PermohonanView };
  session_reschedule: { request: SessionInput; response: PermohonanView };
  session_no_show: { request: CaseRef; response: PermohonanView };
  session_ask_again: { request: CaseRef; response: PermohonanView };
  session_close: { request: CaseRef; response: PermohonanView };
  notice_text: { request: NoticeRequest; response: NoticeView };
  notice_sent: { request: NoticeTold; response: PermohonanView };
  notice_save: { request: SaveNotice; response: SaveReply };
  screen_windows: { request: null; response: Array<ScreenWindow> };
  screen_look: { request: ScreenChoice; response: "bytes" };
  tangkapan_screen: { request: CaptureScreen; response: PermohonanView };
  tangkapan_pick: { request: CaseRef; response: PermohonanView | null };
  tangkapan_mark: { request: MarkTangkapan; response: PermohonanView };
  tangkapan_bytes: { request: TangkapanRequest; response: "bytes" };
  email_registered: { request: SaidAt; response: PermohonanView };
  link_came: { request: SaidAt; response: PermohonanView };
  link_lapse: { request: CaseRef; response: PermohonanView };
  sikap_letter: { request: CaseRef; response: PermohonanView };
  standards_get: { request: HoldsOn; response: Standards };
  standards_set: { request: SetStandard; response: Standards };
  limits_get: { request: HoldsOn; response: LimitsView };
  limits_set: { request: SetLimits; response: LimitsView };
  contact_begin: { request: CaseRef; response: PermohonanView };
  overrun_explain: { request: ExplainOverrun; response: PermohonanView };
  service_hours_get: { request: HoldsOn; response: OfficeHours };
  service_hours_set: { request: SetServiceHours; response: OfficeHours };
  holidays_read: { request: HolidayList; response: HolidayPreview };
  holidays_set: { request: HolidayList; response: OfficeHours };
  baki: { request: null; response: Baki };
  kiriman_pick: { request: null; response: Array<PickedKiriman> };
  kiriman_page: { request: PageRequest; response: "bytes" };
  kiriman_open_permohonan: { request: OpenFromKiriman; response: PermohonanView };
  kiriman_request: { request: TakeRequest; response: PermohonanView };
  request_note: { request: NoteRequest; response: PermohonanView };
  page_give: { request: GivePage; response: PermohonanView };
  kiriman_end: { request: EndKiriman; response: Baki };
  hot_folder_get: { request: null; response: HotFolderView };
  hot_folder_choose: { request: null; response: HotFolderProposal | null };
  hot_folder_set: { request: SetHotFolder; response: HotFolderView };
  hot_folder_off: { request: null; response: HotFolderView };
  hot_folder_retry: { request: null; response: HotFolderView };
  daftar_hitam_list: { request: null; response: DaftarHitamListView };
  daftar_hitam_pick: { request: null; response: DaftarHitamPreview | null };
  daftar_hitam_import: { request: ImportDaftarHitam; response: DaftarHitamListView };
  mailbox_get: { request: null; response: MailboxView };
  mailbox_try: { request: MailboxInput; response: MailboxTrial };
  mailbox_set: { request: MailboxInput; response: MailboxView };
  mailbox_close: { request: null; response: MailboxView };
  inbox_list: { request: null; response: InboxView };
  inbox_take: { request: MessageId; response: KirimanView };
  inbox_set_aside: { request: MessageId; response: null };
  letter_queue: { request: NoticeRequest; response: PermohonanView };
  letter_withdraw: { request: LetterRef; response: Outbox };
  outbox: { request: null; response: Outbox };
  outbox_send: { request: null; response: Outbox };
  report: { request: ReportRequest; response: Report };
  report_save: { request: ReportSave; response: SaveReply };
  region_search: { request: RegionRequest; response: Array<Region> };
}

/** Takes raw bytes, with `meta` as percent-encoded JSON in the header `x-loket-meta`. */
export interface RawCommands {
  picture_add: { meta: PictureMeta; response: PermohonanView };
  tangkapan_add: { meta: TangkapanMeta; response: PermohonanView };
  kiriman_add: { meta: KirimanMeta; response: KirimanView };
}
