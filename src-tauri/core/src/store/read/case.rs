//! One permohonan with everything that belongs to it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row};

use super::filed::filed;
use super::kiriman::MailedRequest;
use super::put_right::{ContactRecord, CorrectionRecord, TakenBackRecord};
use super::schedule::{NoticeRecord, VideoSession};
use super::tangkapan::TangkapanRecord;
use super::{Reader, parse_json, parse_word, parse_word_opt};
use crate::document::{DocumentKind, DocumentState, PictureSource, Sighting};
use crate::error::{Code, Error, Result};
use crate::form::{DocumentField, FormField, Kapasitas, Profil};
use crate::layanan::Layanan;
use crate::layanan::inaproc::{HasilPendampingan, LookedUp};
use crate::layanan::perubahan::Perubahan;
use crate::numbering::PaperKind;
use crate::outcome::Outcome;
use crate::permohonan::{Channel, Confirmation, RedirectTarget, Status, TransitionId};
use crate::sop::Said;
use crate::store::act::{FiledBytes, NO_CALL};
use crate::store::stored::time_of;
use crate::verifikasi::{Decision, JawabanDaftarHitam, RowKey, SuratKuasa};

#[derive(Clone, Debug, PartialEq)]
pub struct CaseRecord {
    pub id: String,
    pub number: String,
    pub layanan: Layanan,
    pub profil: Profil,
    pub channel: Channel,
    pub status: Status,
    /// What changes of which data, and from which permohonan; only where a change is asked for.
    pub perubahan: Option<Perubahan>,
    pub changes: Option<LinkedCase>,
    /// What was looked up for a registration at INAPROC, and how the help ended.
    pub looked_up: LookedUp,
    pub outcome: Option<HasilPendampingan>,
    /// The permohonan that change the data of this one, in the order in which they were opened.
    pub changed_by: Vec<LinkedCase>,
    pub notice_version: String,
    pub opened_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub queue: Option<String>,
    pub company: Option<String>,
    pub npwp_key: Option<String>,
    pub attendee_name: String,
    pub attendee_nik: String,
    pub attendee_phone: String,
    pub priority: Option<String>,
    pub kapasitas: Option<Kapasitas>,
    pub kewenangan: Option<bool>,
    pub kewenangan_basis: String,
    pub daftar_hitam: Option<JawabanDaftarHitam>,
    pub daftar_hitam_date: Option<String>,
    pub surat_kuasa: Option<SuratKuasa>,
    pub verifier: Option<String>,
    /// When the e-mail was registered at the SPSE, and when its link came, as the vendor says.
    pub registered_at: Option<DateTime<Utc>>,
    pub link_at: Option<DateTime<Utc>>,
    pub started_at: Option<DateTime<Utc>>,
    pub due: Option<String>,
    pub user_id_spse: Option<String>,
    pub activated_at: Option<DateTime<Utc>>,
    pub over_time_reason: Option<String>,
    /// Where the vendor was sent on to (T-28).
    pub redirect: Option<RedirectTarget>,
    pub sikap_confirmation: Option<Confirmation>,
    pub erased_at: Option<DateTime<Utc>>,
    pub erased_reason: Option<String>,
    pub form: BTreeMap<FormField, String>,
    pub documents: BTreeMap<DocumentKind, DocumentRecord>,
    pub pictures: Vec<PictureRecord>,
    pub decisions: BTreeMap<RowKey, DecisionRecord>,
    pub shortages: Vec<ShortageRecord>,
    pub corrections: Vec<CorrectionRecord>,
    pub taken_back: Vec<TakenBackRecord>,
    pub contacts: Vec<ContactRecord>,
    pub phases: Vec<PhaseRecord>,
    pub papers: Vec<PaperRecord>,
    /// The e-mail by which it was asked for, on the online channel.
    pub request: Option<MailedRequest>,
    /// Online sessions in the order in which they were promised or begun.
    pub sessions: Vec<VideoSession>,
    /// What the vendor was told about them.
    pub notices: Vec<NoticeRecord>,
    /// Why rows of the SOP took longer, by row.
    pub overruns: BTreeMap<u8, Vec<Said>>,
    /// Pictures of the call, in the order in which they were sealed.
    pub tangkapan: Vec<TangkapanRecord>,
    /// Pictures that show a filled SIKAP, in the same order.
    pub sikap_proof: Vec<TangkapanRecord>,
}

/// Another permohonan, as a link to it says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedCase {
    pub id: String,
    pub number: String,
    pub status: Status,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DocumentRecord {
    pub kind: DocumentKind,
    pub state: DocumentState,
    pub paper_copy: Option<bool>,
    pub sighting: Option<Sighting>,
    pub sighted_by: Option<String>,
    pub sighted_at: Option<DateTime<Utc>>,
    pub values: BTreeMap<DocumentField, String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PictureRecord {
    pub id: String,
    pub kind: DocumentKind,
    pub file: FiledBytes,
    pub width: u32,
    pub height: u32,
    pub source: PictureSource,
    pub taken_at: DateTime<Utc>,
    pub taken_by: String,
    /// Top left, top right, bottom right, bottom left in the turned original.
    pub corners: Option<[[f32; 2]; 4]>,
    pub quarter_turns: u8,
    pub current: bool,
    pub cited: bool,
    pub erased: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRecord {
    /// `None`: a person took away the tick that the program had set.
    pub decision: Option<Decision>,
    pub outcome: Option<Outcome>,
    pub rule: String,
    pub reason_code: Option<String>,
    pub reason: String,
    /// The two values it was decided on; a later correction opens the row again.
    pub form_value: Option<String>,
    pub document_value: Option<String>,
    pub decided_by: String,
    pub decided_at: DateTime<Utc>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortageRecord {
    pub code: String,
    pub note: String,
    pub answered: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PhaseRecord {
    pub status: Status,
    pub transition: TransitionId,
    pub since: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
    pub actor: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PaperRecord {
    pub id: String,
    pub kind: PaperKind,
    pub number: Option<String>,
    pub file: FiledBytes,
    pub pages: u32,
    pub issued_at: DateTime<Utc>,
    pub issued_by: String,
    pub prints: u32,
    /// Copies that wait for a printer.
    pub later: u8,
    pub replaced_by: Option<String>,
}

impl CaseRecord {
    /// The picture of a document that counts now.
    pub fn current_picture(&self, kind: DocumentKind) -> Option<&PictureRecord> {
        self.pictures.iter().find(|picture| picture.kind == kind && picture.current && !picture.erased)
    }

    pub fn form_value(&self, field: FormField) -> &str {
        self.form.get(&field).map_or("", String::as_str)
    }
}

impl Reader<'_> {
    /// One case with everything that belongs to it.
    pub fn case(&self, id: &str) -> Result<CaseRecord> {
        let mut case = self
            .conn
            .prepare_cached("SELECT * FROM permohonan WHERE id = ?1")?
            .query_row([id], |row| Ok(case_of(row)))
            .optional()?
            .ok_or_else(|| Error::new(Code::NotFound, "no such permohonan"))??;
        self.fill_values(&mut case)?;
        (case.changes, case.changed_by) = self.linked(id)?;
        case.pictures = self.pictures(id)?;
        self.fill_decisions(&mut case)?;
        let put_right = self.put_right(id)?;
        case.corrections = put_right.corrections;
        case.taken_back = put_right.taken_back;
        case.contacts = put_right.contacts;
        case.papers = self.papers(id)?;
        case.request = self.mailed_request(id)?;
        case.sessions = self.sessions_of(id)?;
        case.notices = self.notices_of(id)?;
        case.overruns = self.overruns_of(id)?;
        let on_screen = self.tangkapan_of(id)?.into_iter();
        (case.sikap_proof, case.tangkapan) = on_screen.partition(|each| each.session == NO_CALL);
        Ok(case)
    }

    /// The permohonan whose data this one changes, and those that change the data of this one.
    fn linked(&self, id: &str) -> Result<(Option<LinkedCase>, Vec<LinkedCase>)> {
        let read = |sql: &str| -> Result<Vec<LinkedCase>> {
            let mut statement = self.conn.prepare_cached(sql)?;
            let mut rows = statement.query([id])?;
            let mut linked = Vec::new();
            while let Some(row) = rows.next()? {
                let status = parse_word(&row.get::<_, String>(2)?)?;
                linked.push(LinkedCase { id: row.get(0)?, number: row.get(1)?, status });
            }
            Ok(linked)
        };
        let former = read(
            "SELECT o.id, o.number, o.status FROM permohonan p JOIN permohonan o ON o.id = p.refers_to WHERE p.id = ?1",
        )?;
        let later =
            read("SELECT id, number, status FROM permohonan WHERE refers_to = ?1 ORDER BY opened_ms, rowid")?;
        Ok((former.into_iter().next(), later))
    }

    fn fill_values(&self, case: &mut CaseRecord) -> Result<()> {
        let mut statement =
            self.conn.prepare_cached("SELECT field, value FROM form_value WHERE permohonan = ?1")?;
        let mut rows = statement.query([&case.id])?;
        while let Some(row) = rows.next()? {
            case.form.insert(parse_word(&row.get::<_, String>(0)?)?, row.get(1)?);
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT kind, state, paper_copy, sighting, sighted_by, sighted_ms FROM document WHERE permohonan = ?1",
        )?;
        let mut rows = statement.query([&case.id])?;
        while let Some(row) = rows.next()? {
            let kind: DocumentKind = parse_word(&row.get::<_, String>(0)?)?;
            let document = DocumentRecord {
                kind,
                state: parse_word(&row.get::<_, String>(1)?)?,
                paper_copy: row.get(2)?,
                sighting: parse_word_opt(row.get(3)?)?,
                sighted_by: row.get(4)?,
                sighted_at: row.get::<_, Option<i64>>(5)?.map(time_of),
                values: BTreeMap::new(),
            };
            case.documents.insert(kind, document);
        }
        let mut statement = self
            .conn
            .prepare_cached("SELECT kind, field, value FROM document_value WHERE permohonan = ?1")?;
        let mut rows = statement.query([&case.id])?;
        while let Some(row) = rows.next()? {
            let kind: DocumentKind = parse_word(&row.get::<_, String>(0)?)?;
            let document = case.documents.entry(kind).or_insert_with(|| DocumentRecord {
                kind,
                state: DocumentState::Diharapkan,
                paper_copy: None,
                sighting: None,
                sighted_by: None,
                sighted_at: None,
                values: BTreeMap::new(),
            });
            document.values.insert(parse_word(&row.get::<_, String>(1)?)?, row.get(2)?);
        }
        Ok(())
    }

    fn fill_decisions(&self, case: &mut CaseRecord) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT row, decision, outcome, rule, reason_code, reason, decided_by, decided_ms, form_value, \
             document_value FROM decision \
             WHERE permohonan = ?1",
        )?;
        let mut rows = statement.query([&case.id])?;
        while let Some(row) = rows.next()? {
            let decision = DecisionRecord {
                decision: parse_word_opt(row.get(1)?)?,
                outcome: parse_word_opt(row.get(2)?)?,
                rule: row.get(3)?,
                reason_code: row.get(4)?,
                reason: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
                decided_by: row.get(6)?,
                decided_at: time_of(row.get(7)?),
                form_value: row.get(8)?,
                document_value: row.get(9)?,
            };
            case.decisions.insert(parse_word(&row.get::<_, String>(0)?)?, decision);
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT code, note, answered FROM shortage WHERE permohonan = ?1 ORDER BY code",
        )?;
        let mut rows = statement.query([&case.id])?;
        while let Some(row) = rows.next()? {
            case.shortages.push(ShortageRecord {
                code: row.get(0)?,
                note: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                answered: row.get(2)?,
            });
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT status, transition, since_ms, until_ms, actor FROM phase WHERE permohonan = ?1 ORDER BY n",
        )?;
        let mut rows = statement.query([&case.id])?;
        while let Some(row) = rows.next()? {
            case.phases.push(PhaseRecord {
                status: parse_word(&row.get::<_, String>(0)?)?,
                transition: parse_word(&row.get::<_, String>(1)?)?,
                since: time_of(row.get(2)?),
                until: row.get::<_, Option<i64>>(3)?.map(time_of),
                actor: row.get(4)?,
            });
        }
        Ok(())
    }

    fn pictures(&self, case: &str) -> Result<Vec<PictureRecord>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, kind, sealed_name, content_sha256, bytes, width, height, source, taken_ms, taken_by, \
             corners, quarter_turns, current, cited, erased FROM picture WHERE permohonan = ?1 ORDER BY taken_ms, rowid",
        )?;
        let mut rows = statement.query([case])?;
        let mut pictures = Vec::new();
        while let Some(row) = rows.next()? {
            pictures.push(PictureRecord {
                id: row.get(0)?,
                kind: parse_word(&row.get::<_, String>(1)?)?,
                file: filed(row, 2)?,
                width: row.get(5)?,
                height: row.get(6)?,
                source: parse_word(&row.get::<_, String>(7)?)?,
                taken_at: time_of(row.get(8)?),
                taken_by: row.get(9)?,
                corners: row.get::<_, Option<String>>(10)?.as_deref().map(parse_json).transpose()?,
                quarter_turns: row.get(11)?,
                current: row.get(12)?,
                cited: row.get(13)?,
                erased: row.get(14)?,
            });
        }
        Ok(pictures)
    }

    fn papers(&self, case: &str) -> Result<Vec<PaperRecord>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, kind, sealed_name, content_sha256, bytes, number, pages, issued_ms, issued_by, prints, \
             replaced_by, (SELECT copies FROM print_later WHERE print_later.paper = paper.id) FROM paper WHERE permohonan = ?1 ORDER BY issued_ms, rowid",
        )?;
        let mut rows = statement.query([case])?;
        let mut papers = Vec::new();
        while let Some(row) = rows.next()? {
            papers.push(PaperRecord {
                id: row.get(0)?,
                kind: parse_word(&row.get::<_, String>(1)?)?,
                file: filed(row, 2)?,
                number: row.get(5)?,
                pages: row.get(6)?,
                issued_at: time_of(row.get(7)?),
                issued_by: row.get(8)?,
                prints: row.get(9)?,
                replaced_by: row.get(10)?,
                later: row.get::<_, Option<u8>>(11)?.unwrap_or_default(),
            });
        }
        Ok(papers)
    }
}

fn case_of(row: &Row<'_>) -> Result<CaseRecord> {
    let text = |column: &str| row.get::<_, Option<String>>(column);
    let time = |column: &str| row.get::<_, Option<i64>>(column).map(|ms| ms.map(time_of));
    Ok(CaseRecord {
        id: row.get("id")?,
        number: row.get("number")?,
        layanan: parse_word(&row.get::<_, String>("layanan")?)?,
        profil: parse_word(&row.get::<_, String>("profil")?)?,
        channel: parse_word(&row.get::<_, String>("channel")?)?,
        status: parse_word(&row.get::<_, String>("status")?)?,
        perubahan: text("perubahan")?.as_deref().map(parse_json).transpose()?,
        changes: None,
        looked_up: text("inaproc")?.as_deref().map(parse_json).transpose()?.unwrap_or_default(),
        outcome: parse_word_opt(text("outcome")?)?,
        changed_by: Vec::new(),
        notice_version: row.get("notice_version")?,
        opened_at: time_of(row.get("opened_ms")?),
        updated_at: time_of(row.get("updated_ms")?),
        queue: text("queue")?,
        company: text("company")?,
        npwp_key: text("npwp_key")?,
        attendee_name: text("attendee_name")?.unwrap_or_default(),
        attendee_nik: text("attendee_nik")?.unwrap_or_default(),
        attendee_phone: text("attendee_phone")?.unwrap_or_default(),
        priority: text("priority")?,
        kapasitas: parse_word_opt(text("kapasitas")?)?,
        kewenangan: row.get("kewenangan")?,
        kewenangan_basis: text("kewenangan_basis")?.unwrap_or_default(),
        daftar_hitam: parse_word_opt(text("daftar_hitam")?)?,
        daftar_hitam_date: text("daftar_hitam_date")?,
        surat_kuasa: text("surat_kuasa")?.as_deref().map(parse_json).transpose()?,
        verifier: text("verifier")?,
        registered_at: time("registered_ms")?,
        link_at: time("link_ms")?,
        started_at: time("started_ms")?,
        due: text("due")?,
        user_id_spse: text("user_id_spse")?,
        activated_at: time("activated_ms")?,
        over_time_reason: text("over_time_reason")?,
        redirect: text("redirect")?.as_deref().map(parse_json).transpose()?,
        sikap_confirmation: parse_word_opt(text("sikap_confirmation")?)?,
        erased_at: time("erased_ms")?,
        erased_reason: text("erased_reason")?,
        form: BTreeMap::new(),
        documents: BTreeMap::new(),
        pictures: Vec::new(),
        decisions: BTreeMap::new(),
        shortages: Vec::new(),
        corrections: Vec::new(),
        taken_back: Vec::new(),
        contacts: Vec::new(),
        phases: Vec::new(),
        papers: Vec::new(),
        request: None,
        sessions: Vec::new(),
        notices: Vec::new(),
        overruns: BTreeMap::new(),
        tangkapan: Vec::new(),
        sikap_proof: Vec::new(),
    })
}
