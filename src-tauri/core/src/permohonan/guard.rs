//! Syarat langkah: the guards of the transition table.
//!
//! Guards read no store and no clock: they look at [`Facts`] and answer with what is missing. An
//! empty answer means "may happen".

use chrono::Duration;

use super::facts::{Confirmation, Evidence, Facts, RedirectTarget, RequiredDocument};
use super::status::Channel;
use super::transition_id::TransitionId;
use crate::document::DocumentState;
use crate::error::Missing;
use crate::form::FormField;
use crate::place::Place;
use crate::reasons::{Reason, ReasonKind};

/// A condition of one or more transitions (column "guard" of procedure 1.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Guard {
    /// T-01: the privacy notice was shown and its version is known.
    Notice,
    /// T-02: the address passes N-30.
    Email,
    /// T-04: the time in which the link must arrive is over.
    LinkLate,
    /// T-05
    Channel,
    /// T-05, online: date and sender of the e-mail stand for the Tanda Terima.
    MailedRequest,
    /// T-05: every required document is here or promised.
    DocumentsPromised,
    /// T-05: no other permohonan that may be this vendor's (W-DUP), or a person said why it goes on.
    NoDuplicate,
    /// T-06, T-18: at least one reason that can be repaired, and none that refuses.
    RepairReasons,
    /// T-07
    ShortagesAnswered,
    /// T-08
    FaceToFace,
    /// T-08, T-09: every required document is here and the compulsory form fields are filled.
    Checklist,
    /// T-09
    Online,
    /// T-09: a scan of every required document.
    Scans,
    /// T-10
    Slot,
    /// T-10
    ServiceHours,
    /// T-10
    Contact,
    /// T-11, T-16, T-20, T-22, T-27, T-31: a sentence that says why.
    Reason,
    /// T-11
    RescheduleLimit,
    /// T-12: the tolerance after the appointed time is over (S-13).
    NoShowTime,
    /// T-12
    ContactAttempts,
    /// T-13
    NoShowsLeft,
    /// T-14: no-shows used up, or silence.
    NoShowsUsedUp,
    /// T-15, online: the vendor was told of the time before the call.
    Told,
    /// T-15, T-17, T-19: the verifikator is not the applicant.
    NoConflict,
    /// T-16, T-18, T-19, T-31: this officer holds the case (S-29).
    Holds,
    /// T-17: the same verifikator, or a note of the handover.
    Handover,
    /// T-19: G-ORI
    Original,
    /// T-19: G-BANDING
    Comparison,
    /// T-19: G-UBAH
    Perubahan,
    /// T-19: G-KUASA
    Kuasa,
    /// T-19: G-DARING
    OnlineSession,
    /// T-19: G-HITAM
    DaftarHitam,
    /// T-20
    RefusalReason,
    /// T-21
    Password,
    /// T-21: with four eyes, the approver is another person.
    FourEyes,
    /// T-23
    UserId,
    /// T-25
    SikapConfirmed,
    /// T-26
    LastFollowUp,
    /// T-28
    Target,
    /// T-29: past the limit from form to verification.
    VerificationLate,
    /// T-29
    Reminded,
    /// T-30: the new permohonan names the old one.
    Link,
    /// T-05, T-08, T-19: papers say who was there, so nothing is received from or shown by nobody. A request by
    /// e-mail has a sender instead, until somebody shows the originals on the call.
    Attendee,
    /// T-31
    SentBackWhileVerifying,
}

impl Guard {
    /// Whether it is content because a time is over.
    pub(super) fn asks_the_clock(self) -> bool {
        matches!(
            self,
            Self::LinkLate
                | Self::NoShowTime
                | Self::NoShowsUsedUp
                | Self::LastFollowUp
                | Self::VerificationLate
        )
    }

    /// What this guard still needs for `transition`; empty when it is content.
    pub(super) fn missing(self, transition: TransitionId, facts: &Facts) -> Vec<Missing> {
        let rule = transition.to_string();
        let needs = |content: bool, place: Place, label: &str| {
            if content { Vec::new() } else { vec![Missing::new(&rule, place, label)] }
        };
        let limits = &facts.limits;
        match self {
            Self::Notice => needs(!blank(&facts.notice_version), Place::Notice, "Pemberitahuan privasi"),
            Self::Email => needs(facts.email_valid, Place::Form(FormField::Surel), "Surel yang benar"),
            Self::LinkLate => needs(facts.link_is_late(), Place::Status, "Lewatnya batas terima tautan"),
            Self::Channel => needs(facts.channel.is_some(), Place::Channel, "Cara verifikasi"),
            Self::MailedRequest => needs(
                facts.channel != Some(Channel::Daring) || facts.request_mailed,
                Place::Request,
                "Surel permintaan: pengirim dan tanggalnya",
            ),
            Self::DocumentsPromised => {
                documents(&rule, facts, |document| document.state != DocumentState::Diharapkan)
            }
            Self::NoDuplicate => no_duplicate(facts),
            Self::RepairReasons => needs(
                only(&facts.reasons, ReasonKind::Perbaikan),
                Place::Reasons,
                "Alasan perbaikan dari daftar (P)",
            ),
            Self::ShortagesAnswered => shortages(&rule, facts),
            Self::FaceToFace => {
                needs(facts.channel == Some(Channel::TatapMuka), Place::Channel, "Cara verifikasi tatap muka")
            }
            Self::Checklist => {
                let mut list = documents(&rule, facts, |document| document.state == DocumentState::Diterima);
                match &facts.form_gaps {
                    Some(gaps) => list.extend(gaps.iter().cloned()),
                    None => list.push(Missing::new(&rule, Place::WholeForm, "Pemeriksaan isi formulir")),
                }
                list
            }
            Self::Online => {
                needs(facts.channel == Some(Channel::Daring), Place::Channel, "Cara verifikasi daring")
            }
            Self::Scans => documents(&rule, facts, |document| document.scanned),
            Self::Slot => needs(facts.slot_free, Place::Schedule, "Waktu yang masih kosong"),
            Self::ServiceHours => {
                needs(facts.within_service_hours, Place::Schedule, "Waktu dalam jam layanan")
            }
            Self::Contact => needs(facts.contact_known, Place::Form(FormField::Surel), "Kontak pelaku usaha"),
            Self::Reason => needs(!blank(&facts.reason_text), Place::Reason, "Alasan"),
            Self::RescheduleLimit => needs(
                facts.reschedules.is_some_and(|moved| moved < limits.reschedules),
                Place::Schedule,
                "Batas jadwal ulang sudah tercapai",
            ),
            Self::NoShowTime => needs(
                facts.schedule_start.is_some_and(|start| {
                    facts.now >= start + Duration::minutes(limits.no_show_minutes.into())
                }),
                Place::Schedule,
                "Waktu tunggu belum lewat",
            ),
            Self::ContactAttempts => needs(
                facts.contact_attempts >= limits.contact_attempts,
                Place::Contact,
                &format!("Catatan {} kali menghubungi", limits.contact_attempts),
            ),
            Self::NoShowsLeft => needs(
                facts.no_shows.is_some() && !facts.no_shows_used_up(),
                Place::Schedule,
                "Batas tidak hadir sudah tercapai",
            ),
            Self::NoShowsUsedUp => needs(
                facts.no_shows_used_up() || facts.silent(),
                Place::Schedule,
                "Batas tidak hadir atau batas jawaban belum lewat",
            ),
            Self::Told => needs(
                facts.channel != Some(Channel::Daring) || facts.vendor_told,
                Place::ScheduleNotice,
                "Catatan bahwa jadwal sudah diberitahukan",
            ),
            Self::NoConflict => needs(
                facts.verifier_is_applicant == Some(false),
                Place::Attendee,
                "Verifikator yang bukan orang yang hadir",
            ),
            Self::Holds => {
                needs(facts.actor_holds_case, Place::Holder, "Serah terima permohonan kepada Anda")
            }
            Self::Handover => needs(
                facts.actor_holds_case || !blank(&facts.reason_text),
                Place::Reason,
                "Catatan serah terima",
            ),
            Self::Original => evidence(facts, "G-ORI", |evidence| &evidence.original),
            Self::Comparison => evidence(facts, "G-BANDING", |evidence| &evidence.comparison),
            Self::Perubahan => evidence(facts, "G-UBAH", |evidence| &evidence.perubahan),
            Self::Kuasa => evidence(facts, "G-KUASA", |evidence| &evidence.kuasa),
            Self::OnlineSession => evidence(facts, "G-DARING", |evidence| &evidence.online_session),
            Self::DaftarHitam => evidence(facts, "G-HITAM", |evidence| &evidence.daftar_hitam),
            Self::RefusalReason => {
                if facts.reasons.contains(&Reason::X04) {
                    // An account that exists already is no ground for refusal: T-28 leads there.
                    vec![Missing::new(
                        &rule,
                        Place::Reasons,
                        "Pengalihan ke akun yang sudah ada, bukan penolakan",
                    )]
                } else {
                    needs(
                        only(&facts.reasons, ReasonKind::Tolak),
                        Place::Reasons,
                        "Alasan penolakan dari daftar (X)",
                    )
                }
            }
            Self::Password => needs(facts.password_reentered, Place::Password, "Kata sandi Anda"),
            Self::FourEyes => needs(
                !facts.four_eyes || facts.approver_declared == Some(false),
                Place::Approver,
                "Penyetuju lain, bukan verifikator permohonan ini",
            ),
            Self::UserId => needs(!blank(&facts.spse_user_id), Place::UserId, "User ID SPSE"),
            Self::SikapConfirmed => match facts.confirmation {
                None => needs(false, Place::Confirmation, "Cara konfirmasi SIKAP"),
                Some(Confirmation::TangkapanLayar) => {
                    needs(facts.sikap_pictured, Place::SikapProof, "Tangkapan layar SIKAP yang terisi")
                }
                Some(Confirmation::Telepon | Confirmation::Surel) => Vec::new(),
            },
            Self::LastFollowUp => needs(
                facts.past(facts.last_follow_up, Duration::zero()),
                Place::Contact,
                "Tindak lanjut terakhir belum lewat",
            ),
            Self::Target => {
                needs(facts.redirect.as_ref().is_some_and(named), Place::Redirect, "Tujuan pengalihan")
            }
            Self::VerificationLate => {
                needs(facts.verification_is_late(), Place::Status, "Lewatnya batas verifikasi")
            }
            Self::Reminded => needs(facts.reminder_sent, Place::Contact, "Pengingat kepada pelaku usaha"),
            Self::Attendee if transition == TransitionId::T05 && facts.channel == Some(Channel::Daring) => {
                Vec::new()
            }
            Self::Attendee => {
                // At T-19 G-KUASA asks for the capacity itself.
                let capacity = facts.kapasitas_known || transition == TransitionId::T19;
                let mut list = needs(capacity, Place::Attendee, "Kapasitas orang yang hadir");
                list.extend(needs(facts.attendee_named, Place::AttendeeName, "Nama orang yang hadir"));
                list
            }
            Self::SentBackWhileVerifying => needs(
                facts.sent_back_while_verifying,
                Place::Status,
                "Lembar Kekurangan yang terbit saat verifikasi",
            ),
            Self::Link => needs(!blank(&facts.linked_to), Place::Link, "Nomor permohonan lama"),
        }
    }
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// At least one reason, and all of this kind.
fn only(reasons: &[Reason], kind: ReasonKind) -> bool {
    !reasons.is_empty() && reasons.iter().all(|reason| reason.kind() == kind)
}

fn named(target: &RedirectTarget) -> bool {
    match target {
        RedirectTarget::Inaproc => true,
        RedirectTarget::LpseLain(name) | RedirectTarget::AkunLama(name) => !blank(name),
    }
}

fn documents(rule: &str, facts: &Facts, content: impl Fn(&RequiredDocument) -> bool) -> Vec<Missing> {
    if facts.documents.is_empty() {
        return vec![Missing::new(rule, Place::Documents, "Daftar dokumen")];
    }
    facts
        .documents
        .iter()
        .filter(|document| !content(document))
        .map(|document| Missing::new(rule, Place::Document(document.kind), document.label))
        .collect()
}

fn no_duplicate(facts: &Facts) -> Vec<Missing> {
    match facts.duplicates {
        Some(0) => Vec::new(),
        Some(_) if !blank(&facts.duplicate_reason) => Vec::new(),
        Some(_) => {
            vec![Missing::new("W-DUP", Place::Duplicate, "Alasan melanjutkan permohonan yang mungkin ganda")]
        }
        None => vec![Missing::new("W-DUP", Place::Duplicate, "Pemeriksaan permohonan ganda")],
    }
}

fn shortages(rule: &str, facts: &Facts) -> Vec<Missing> {
    match &facts.unanswered_shortages {
        Some(open) => open
            .iter()
            .map(|reason| Missing::new(rule, Place::Shortage(*reason), format!("Jawaban {}", reason.code())))
            .collect(),
        None => vec![Missing::new(rule, Place::Shortages, "Jawaban setiap kekurangan")],
    }
}

fn evidence(facts: &Facts, guard: &str, part: impl Fn(&Evidence) -> &Vec<Missing>) -> Vec<Missing> {
    match &facts.evidence {
        Some(evidence) => part(evidence).clone(),
        None => vec![Missing::new(guard, Place::Rows, "Pembandingan belum dilakukan")],
    }
}
