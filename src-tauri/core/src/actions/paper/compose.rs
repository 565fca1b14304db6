//! From a case record to the words on a paper. Numbers of persons are masked to their last four digits.

use chrono::{DateTime, NaiveDate, Utc};

use crate::capture;
use crate::document::{DocumentState, Sighting};
use crate::error::Result;
use crate::form::{FormField, Kapasitas, Profil};
use crate::layanan::Layanan;
use crate::masking::{mask_number, mask_numbers_in};
use crate::numbering::PaperNumber;
use crate::outcome::Outcome;
use crate::pdf::{
    Bukti, ComparedRow, HandedIn, Kekurangan, LembarKekurangan, Letterhead, Pixels, SeenDocument, Signer,
    TandaTerima, render_bukti, render_lembar_kekurangan, render_tanda_terima,
};
use crate::permohonan::{Channel, TransitionId};
use crate::reasons::Reason;
use crate::schedule::{TimeZone, add_working_days, format_date, format_long_date};
use crate::store::chain::Head;
use crate::store::read::{CaseRecord, OfficeRecord, OfficerRecord};
use crate::verifikasi::{Decision, Row, RowKey};

use super::changes::changes;
use crate::actions::assess::Assessment;

/// Everything a paper takes from the office and the moment.
#[derive(Clone)]
pub(in crate::actions) struct Composer {
    office: OfficeRecord,
    officer: OfficerRecord,
    /// Everybody who works or worked here, for the names in the notes.
    officers: Vec<OfficerRecord>,
    zone: TimeZone,
    now: DateTime<Utc>,
}

impl Composer {
    pub(in crate::actions) fn new(
        office: &OfficeRecord,
        officer: &OfficerRecord,
        officers: Vec<OfficerRecord>,
        zone: TimeZone,
        now: DateTime<Utc>,
    ) -> Self {
        Self { office: office.clone(), officer: officer.clone(), officers, zone, now }
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.now
    }

    pub(super) fn officer_name(&self) -> &str {
        &self.officer.name
    }

    pub(super) fn zone(&self) -> TimeZone {
        self.zone
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.zone.office_day(self.now)
    }

    pub(super) fn is_practice(&self) -> bool {
        self.office.practice
    }

    /// The name of an officer by id; what the program did by itself is Loket's.
    pub(super) fn name_of(&self, officer: &str) -> &str {
        self.officers.iter().find(|known| known.id == officer).map_or("Loket", |known| known.name.as_str())
    }

    pub(super) fn office_name(&self) -> &str {
        &self.office.identity.name
    }

    /// Where to ask.
    pub(super) fn contact(&self) -> String {
        let identity = &self.office.identity;
        let parts = [identity.address.as_str(), &identity.contact];
        parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// Year of the office day: the year of every series.
    pub(super) fn office_day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.office_day(at)
    }

    pub(in crate::actions) fn year(&self) -> u16 {
        self.zone.office_year(self.now)
    }

    pub(in crate::actions) fn bukti(
        &self,
        record: &CaseRecord,
        assessment: &Assessment,
        number: Option<&PaperNumber>,
        replaces: Option<&str>,
        head: &Head,
    ) -> Result<Vec<u8>> {
        // A replacement says again when it was approved, not when it was printed anew.
        let approved = approved_at(record).unwrap_or(self.now);
        let [days, ..] = assessment.limits.sikap_days;
        let follow_up = add_working_days(self.zone.office_day(approved), days, &assessment.holidays);
        render_bukti(&Bukti {
            letterhead: self.letterhead(),
            number: number.map(ToString::to_string),
            company: company_line(record),
            npwp_masked: masked_npwp(record.form_value(FormField::Npwp)),
            attendee: attendee_line(record),
            nik_masked: masked_nik(&record.attendee_nik),
            channel: channel_line(record),
            time_line: self.time_line(record, approved, assessment),
            spse_user_id: user_id(record),
            replaces: replaces.map(str::to_owned),
            documents: seen_documents(record, assessment),
            changes: changes(record),
            rows: self.compared_rows(record, assessment, number.is_some()),
            result: "Dinyatakan sesuai dan disetujui".to_owned(),
            next_step: format!(
                "Selanjutnya, {} data kualifikasi di SIKAP. Petugas LPSE akan menghubungi Anda sekitar {}.",
                match record.layanan {
                    Layanan::AkunBaru | Layanan::PendampinganInaproc => "lengkapi",
                    Layanan::PerubahanData => "perbarui",
                },
                format_date(follow_up)
            ),
            seal_lines: vec![
                format!("Segel {}", head.short()),
                format!("Catatan ke-{}", thousands(head.seq)),
            ],
            signer: self.signer(self.acting_title()),
            privacy_line: self.privacy_line(),
        })
    }

    pub(in crate::actions) fn tanda_terima(
        &self,
        record: &CaseRecord,
        assessment: &Assessment,
        number: &PaperNumber,
    ) -> Result<Vec<u8>> {
        let items = assessment
            .requirements
            .iter()
            .filter(|requirement| requirement.required || record.documents.contains_key(&requirement.kind))
            .map(|requirement| {
                let document = record.documents.get(&requirement.kind);
                HandedIn {
                    name: requirement.label.to_owned(),
                    original_shown: document.is_some_and(|document| {
                        matches!(document.sighting, Some(Sighting::Asli | Sighting::Ikd))
                    }),
                    copy_kept: document.is_some_and(|document| document.paper_copy == Some(true))
                        || record.current_picture(requirement.kind).is_some(),
                    to_follow: document.is_none_or(|document| document.state != DocumentState::Diterima),
                }
            })
            .collect();
        render_tanda_terima(&TandaTerima {
            letterhead: self.letterhead(),
            number: number.to_string(),
            date_line: self.date_line(),
            permohonan: record.number.clone(),
            company: company_line(record),
            bearer: attendee_line(record),
            items,
            received_by: self.signer("Petugas penerima"),
            privacy_line: self.privacy_line(),
        })
    }

    pub(in crate::actions) fn lembar_kekurangan(
        &self,
        record: &CaseRecord,
        reasons: &[(Reason, String)],
        until: &str,
        number: &PaperNumber,
    ) -> Result<Vec<u8>> {
        let reasons = reasons
            .iter()
            .map(|(reason, note)| Kekurangan {
                code: reason.code().to_owned(),
                what: reason.text().to_owned(),
                bring: if note.trim().is_empty() {
                    reason.bring().to_owned()
                } else {
                    format!("{} Catatan: {}", reason.bring(), note.trim())
                },
            })
            .collect();
        let until = until.parse().map_or_else(|_| until.to_owned(), format_long_date);
        render_lembar_kekurangan(&LembarKekurangan {
            letterhead: self.letterhead(),
            number: number.to_string(),
            date_line: self.date_line(),
            permohonan: record.number.clone(),
            company: company_line(record),
            attendee: attendee_line(record),
            reasons,
            until,
            contact: self.office.identity.contact.clone(),
            signer: self.signer(self.acting_title()),
            privacy_line: self.privacy_line(),
        })
    }

    /// Head of a recovery sheet and every other paper of this office.
    pub(in crate::actions) fn letterhead(&self) -> Letterhead {
        let identity = &self.office.identity;
        let parts = [identity.address.as_str(), &identity.city, &identity.contact];
        let address: Vec<&str> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        Letterhead {
            government: identity.government.clone(),
            unit: identity.unit.clone(),
            service: identity.name.clone(),
            address_line: address.join(" · "),
            logo: self.office.logo.as_deref().and_then(|logo| capture::decode(logo).ok()).map(|decoded| {
                Pixels { width: decoded.width, height: decoded.height, rgb: decoded.image.into_raw() }
            }),
            practice: self.office.practice,
        }
    }

    pub(super) fn signer(&self, role: &str) -> Signer {
        Signer {
            city_date: format!("{}, {}", self.office.identity.city, format_date(self.today())),
            role: role.to_owned(),
            name: self.officer.name.clone(),
            nip: if self.officer.nip.is_empty() {
                String::new()
            } else {
                format!("NIP {}", self.officer.nip)
            },
        }
    }

    /// The place where another officer of the office signs.
    pub(super) fn signer_of(&self, officer: &str, role: &str) -> Signer {
        let known = self.officers.iter().find(|known| known.id == officer);
        Self { officer: known.unwrap_or(&self.officer).clone(), ..self.clone() }.signer(role)
    }

    pub(super) fn acting_title(&self) -> &'static str {
        use crate::role::Role;
        let holds = |role| self.officer.roles.contains(&role);
        if holds(Role::Verifikator) {
            "Verifikator"
        } else if holds(Role::Penyetuju) {
            "Penyetuju"
        } else {
            "Petugas"
        }
    }

    pub(super) fn date_line(&self) -> String {
        let day = format_long_date(self.today());
        format!("{day}, {}", self.zone.format_time(self.now))
    }

    pub(super) fn privacy_line(&self) -> String {
        let identity = &self.office.identity;
        let contact =
            if identity.privacy_contact.is_empty() { &identity.contact } else { &identity.privacy_contact };
        format!(
            "Data pribadi dipakai hanya untuk verifikasi akun SPSE{} dan disimpan menurut jadwal retensi \
             arsip. Anda berhak meminta salinan, perbaikan, atau penghapusan: {contact}.",
            self.standing_basis().map(|basis| format!(" sesuai dengan {basis}")).unwrap_or_default()
        )
    }

    /// The first legal-basis line in force today.
    pub(super) fn standing_basis(&self) -> Option<&str> {
        let today = self.today().to_string();
        self.office
            .identity
            .legal_basis
            .iter()
            .find(|line| line.since <= today && line.until.as_ref().is_none_or(|until| *until >= today))
            .map(|line| line.text.as_str())
    }

    pub(super) fn time_line(
        &self,
        record: &CaseRecord,
        end: DateTime<Utc>,
        assessment: &Assessment,
    ) -> String {
        let start = record.started_at.unwrap_or(end);
        let begin_day = self.zone.office_day(start);
        let end_day = self.zone.office_day(end);
        let clock = |at| self.zone.format_clock(at);
        let span = if begin_day == end_day {
            format!("{}, {}–{} {}", format_long_date(end_day), clock(start), clock(end), self.zone.label())
        } else {
            format!(
                "{} {} s.d. {} {} {}",
                format_date(begin_day),
                clock(start),
                format_date(end_day),
                clock(end),
                self.zone.label()
            )
        };
        let Assessment { verification_minutes: minutes, verification_standard: standard, .. } = assessment;
        match minutes {
            Some(minutes) => format!("{span} ({minutes} menit dari mutu baku {standard})"),
            None => format!("{span} (lama tidak dapat diukur)"),
        }
    }

    fn compared_rows(&self, record: &CaseRecord, assessment: &Assessment, issued: bool) -> Vec<ComparedRow> {
        let mut rows = Vec::new();
        for row in &assessment.rows {
            let decision = record.decisions.get(&row.key);
            if decision.is_none() && !row.preticked {
                continue;
            }
            let note = decision.map_or("", |decision| decision.reason.as_str());
            let finding = row.finding.as_ref();
            let compared = ComparedRow {
                label: row_label(record.profil, row),
                outcome: outcome_word(
                    finding.map(|finding| finding.outcome),
                    decision.and_then(|decision| decision.decision),
                ),
                note: match finding {
                    _ if !note.is_empty() => mask_numbers_in(note),
                    // What is the same needs no words.
                    Some(finding) if finding.outcome != Outcome::Sama => finding.explanation.clone(),
                    _ => String::new(),
                },
            };
            join_row(&mut rows, compared);
        }
        rows.extend(self.answers(record, assessment, issued));
        rows
    }
}

/// When the approval was given, once it was.
pub(super) fn approved_at(record: &CaseRecord) -> Option<DateTime<Utc>> {
    record.phases.iter().find(|phase| phase.transition == TransitionId::T21).map(|phase| phase.since)
}

pub(super) fn company_line(record: &CaseRecord) -> String {
    let name = record.company.as_deref().unwrap_or("(nama usaha belum diisi)");
    match record.profil {
        Profil::BadanUsaha => match record.form_value(FormField::PusatCabang) {
            "" => format!("{name} (badan usaha)"),
            place => format!("{name} (badan usaha, {place})"),
        },
        Profil::UsahaPerorangan => format!("{name} (usaha perorangan)"),
    }
}

pub(super) fn attendee_line(record: &CaseRecord) -> String {
    let kapasitas = match record.kapasitas {
        Some(Kapasitas::Direktur) => ", direktur",
        Some(Kapasitas::Pemilik) => ", pemilik",
        Some(Kapasitas::Kuasa) => ", penerima kuasa",
        None => "",
    };
    format!("{}{kapasitas}", record.attendee_name)
}

pub(super) fn channel_words(channel: Channel) -> &'static str {
    match channel {
        Channel::TatapMuka => "Tatap muka",
        Channel::Daring => "Daring, lewat panggilan video",
    }
}

/// "Tatap muka, akun baru SPSE".
pub(super) fn channel_line(record: &CaseRecord) -> String {
    format!("{}, {}", channel_words(record.channel), record.layanan.label())
}

/// The account, or when it will be noted. Whoever changes data has one already.
fn user_id(record: &CaseRecord) -> String {
    let known = match record.layanan {
        Layanan::AkunBaru | Layanan::PendampinganInaproc => "",
        Layanan::PerubahanData => record.form_value(FormField::UserId),
    };
    match &record.user_id_spse {
        Some(user_id) => user_id.clone(),
        None if !known.is_empty() => known.to_owned(),
        None if record.layanan == Layanan::PerubahanData => "Dicatat saat data diubah di SPSE".to_owned(),
        None => "Dicatat saat akun diaktifkan di SPSE".to_owned(),
    }
}

/// Masks keep the last four digits and the punctuation between the others.
pub(in crate::actions) fn masked_npwp(value: &str) -> String {
    mask_number(value)
}

pub(in crate::actions) fn masked_nik(value: &str) -> String {
    if value.is_empty() { String::new() } else { mask_number(value) }
}

pub(super) fn seen_documents(record: &CaseRecord, assessment: &Assessment) -> Vec<SeenDocument> {
    assessment
        .requirements
        .iter()
        .filter_map(|requirement| {
            let document = record.documents.get(&requirement.kind)?;
            let seen = match document.sighting? {
                Sighting::Asli if record.channel == Channel::Daring => "Asli dilihat lewat video",
                Sighting::Asli => "Dokumen asli diperiksa langsung",
                Sighting::Salinan => "Salinan saja",
                Sighting::Ikd => "KTP digital (IKD) diperlihatkan",
            };
            let picture = record.current_picture(requirement.kind);
            Some(SeenDocument {
                name: requirement.label.to_owned(),
                seen: seen.to_owned(),
                archive: if picture.is_some() { "Gambar tersegel" } else { "Tanpa gambar" }.to_owned(),
                hash: picture.map(|picture| short_hash(&picture.file.content_sha256)).unwrap_or_default(),
            })
        })
        .collect()
}

/// On paper a row stands without its group, so a name says whose it is.
pub(super) fn row_label(profil: Profil, row: &Row) -> String {
    match (row.key, profil) {
        (RowKey::NamaUsaha, _) => "Nama usaha",
        (RowKey::PjNama, Profil::BadanUsaha) => "Nama direktur",
        (RowKey::PjNama, Profil::UsahaPerorangan) => "Nama pemilik",
        _ => row.label,
    }
    .to_owned()
}

/// Rows of which the same is to be said share one line, so that a Bukti fits on its one page.
fn join_row(rows: &mut Vec<ComparedRow>, row: ComparedRow) {
    match rows.iter_mut().find(|known| known.outcome == row.outcome && known.note == row.note) {
        Some(known) => {
            known.label.push_str(", ");
            known.label.push_str(&in_a_list(&row.label));
        }
        None => rows.push(row),
    }
}

/// "Nama direktur" inside a list is "nama direktur"; "NIK" stays.
fn in_a_list(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

pub(super) fn outcome_word(outcome: Option<Outcome>, decision: Option<Decision>) -> String {
    match (outcome, decision) {
        (Some(Outcome::Sama), _) => "Sama",
        (Some(Outcome::Setara), _) => "Setara",
        (Some(Outcome::Mirip), _) => "Mirip",
        (Some(Outcome::Beda), _) => "Beda",
        (None, Some(Decision::TidakCocok)) => "Tidak cocok",
        (None, _) => "Cocok",
    }
    .to_owned()
}

pub(super) fn short_hash(hash: &str) -> String {
    match (hash.get(..4), hash.get(4..8)) {
        (Some(first), Some(second)) => format!("{first} {second}…"),
        _ => String::new(),
    }
}

/// 4812 becomes 4.812.
pub(super) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
