//! Permohonan: one request for an SPSE account, and the only table of its allowed transitions.
//!
//! Source: procedure 1.8 (T-01..T-30); T-31 is the desk's own. A status changes through [`check`] and nowhere else. A
//! refused transition always names what is missing, so that the desk can lead there (F8).

mod duplicate;
mod facts;
mod guard;
mod limits;
mod reminder;
mod status;
#[cfg(test)]
mod tests;
mod transition_id;

pub use duplicate::{DuplicateGround, DuplicateWeight, Vendor, duplicate_grounds};
pub use facts::{
    Confirmation, ContactMethod, ContactPurpose, Evidence, Facts, RedirectTarget, RequiredDocument,
};
pub use guard::Guard;
pub use limits::Limits;
pub use reminder::reminder_due;
pub use status::{Channel, Holder, Status};
pub use transition_id::TransitionId;

use crate::error::{Code, Error, Missing, Result};
use crate::place::Place;
use crate::role::Right;

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Transition {
    pub id: TransitionId,
    /// States it may start from. Empty for T-01 alone: before it there is no permohonan.
    pub from: &'static [Status],
    /// States it may lead to. With more than one, the facts choose (see [`check`]).
    pub to: &'static [Status],
    /// What happens, as the button and the timeline say it.
    pub event: &'static str,
    /// The right an officer needs.
    pub right: Right,
    pub guards: &'static [Guard],
}

use Status::{
    Antre, Diajukan, Dialihkan, Dibatalkan, Disetujui, Ditolak, Ditunda, Draf, Kedaluwarsa, MenungguJadwal,
    MenungguTautan, PemantauanSikap, PengisianFormulir, PerluPerbaikan, Selesai, Sesuai, Terjadwal,
    Terverifikasi, TidakHadir, Verifikasi,
};

/// States in which a permohonan waits and may run past the office's limit (T-29).
///
/// Not among them: MENUNGGU_TAUTAN (T-04 has its own limit), TERJADWAL and TIDAK_HADIR (T-12 to
/// T-14 decide), and everything a verifikator has begun.
pub(crate) const WAITING: &[Status] = &[PengisianFormulir, Diajukan, PerluPerbaikan, Antre, MenungguJadwal];

/// Every state before DISETUJUI that is not closed (T-27).
const BEFORE_APPROVAL: &[Status] = &[
    Draf,
    MenungguTautan,
    PengisianFormulir,
    Diajukan,
    PerluPerbaikan,
    Antre,
    MenungguJadwal,
    Terjadwal,
    TidakHadir,
    Verifikasi,
    Ditunda,
    Sesuai,
];

/// DIAJUKAN through VERIFIKASI in the order of the table of states (T-28).
const IN_HAND: &[Status] =
    &[Diajukan, PerluPerbaikan, Antre, MenungguJadwal, Terjadwal, TidakHadir, Verifikasi];

const fn row(
    number: u8,
    from: &'static [Status],
    to: &'static [Status],
    event: &'static str,
    right: Right,
    guards: &'static [Guard],
) -> Transition {
    Transition { id: TransitionId::numbered(number), from, to, event, right, guards }
}

/// The table of allowed transitions, in the order of the procedure.
#[rustfmt::skip]
pub const TRANSITIONS: [Transition; 31] = [
    row(1, &[], &[Draf], "Buka permohonan", Right::Intake, &[Guard::Notice]),
    row(2, &[Draf], &[MenungguTautan], "Surel didaftarkan", Right::Intake, &[Guard::Email]),
    row(3, &[MenungguTautan], &[PengisianFormulir], "Tautan diterima", Right::Intake, &[]),
    row(4, &[MenungguTautan], &[Kedaluwarsa], "Lewat batas terima tautan", Right::Completeness, &[Guard::LinkLate]),
    row(5, &[Draf, PengisianFormulir], &[Diajukan], "Ajukan permintaan", Right::Intake,
        &[Guard::Attendee, Guard::Channel, Guard::MailedRequest, Guard::DocumentsPromised, Guard::NoDuplicate]),
    row(6, &[Diajukan], &[PerluPerbaikan], "Berkas kurang", Right::Completeness, &[Guard::RepairReasons]),
    row(7, &[PerluPerbaikan], &[Diajukan], "Berkas dilengkapi", Right::Intake, &[Guard::ShortagesAnswered]),
    row(8, &[Diajukan], &[Antre], "Berkas lengkap, tatap muka", Right::Completeness,
        &[Guard::Attendee, Guard::FaceToFace, Guard::Checklist]),
    row(9, &[Diajukan], &[MenungguJadwal], "Berkas lengkap, daring", Right::Completeness,
        &[Guard::Online, Guard::Scans, Guard::Checklist]),
    row(10, &[MenungguJadwal], &[Terjadwal], "Tetapkan jadwal", Right::Completeness,
        &[Guard::Slot, Guard::ServiceHours, Guard::Contact]),
    row(11, &[Terjadwal], &[Terjadwal], "Jadwal ulang", Right::Completeness,
        &[Guard::Reason, Guard::RescheduleLimit]),
    row(12, &[Terjadwal], &[TidakHadir], "Tidak hadir", Right::Verify, &[Guard::NoShowTime, Guard::ContactAttempts]),
    row(13, &[TidakHadir], &[MenungguJadwal], "Minta jadwal baru", Right::Completeness, &[Guard::NoShowsLeft]),
    row(14, &[TidakHadir], &[Dibatalkan, Kedaluwarsa], "Tutup karena tidak hadir", Right::Verify,
        &[Guard::NoShowsUsedUp]),
    row(15, &[Antre, Terjadwal], &[Verifikasi], "Mulai verifikasi", Right::Verify,
        &[Guard::Told, Guard::NoConflict]),
    row(16, &[Verifikasi], &[Ditunda], "Jeda", Right::Verify, &[Guard::Holds, Guard::Reason]),
    row(17, &[Ditunda], &[Verifikasi], "Lanjutkan", Right::Verify, &[Guard::Handover, Guard::NoConflict]),
    row(18, &[Verifikasi], &[PerluPerbaikan], "Perlu perbaikan", Right::Verify,
        &[Guard::Holds, Guard::RepairReasons]),
    row(19, &[Verifikasi], &[Sesuai], "Nyatakan sesuai", Right::Decide,
        &[Guard::Holds, Guard::Attendee, Guard::NoConflict, Guard::Original, Guard::Comparison,
            Guard::Perubahan, Guard::Kuasa, Guard::OnlineSession, Guard::DaftarHitam]),
    row(20, &[Diajukan, Antre, Terjadwal, Verifikasi, Sesuai], &[Ditolak], "Tolak", Right::Decide,
        &[Guard::RefusalReason, Guard::Reason]),
    row(21, &[Sesuai], &[Disetujui], "Setujui", Right::Approve, &[Guard::Password, Guard::FourEyes]),
    row(22, &[Sesuai], &[Verifikasi], "Kembalikan", Right::Approve, &[Guard::Reason]),
    row(23, &[Disetujui], &[Terverifikasi], "Catat aktivasi SPSE", Right::RecordActivation, &[Guard::UserId]),
    row(24, &[Terverifikasi], &[PemantauanSikap], "Mulai pantau SIKAP", Right::RecordActivation, &[]),
    row(25, &[PemantauanSikap], &[Selesai], "SIKAP terisi", Right::RecordActivation, &[Guard::SikapConfirmed]),
    row(26, &[PemantauanSikap], &[Selesai], "Tutup pantauan, SIKAP belum terisi", Right::RecordActivation,
        &[Guard::LastFollowUp]),
    row(27, BEFORE_APPROVAL, &[Dibatalkan], "Batalkan", Right::Intake, &[Guard::Reason]),
    row(28, IN_HAND, &[Dialihkan], "Alihkan", Right::Completeness, &[Guard::Target]),
    row(29, WAITING, &[Kedaluwarsa], "Lewat batas verifikasi", Right::Completeness,
        &[Guard::VerificationLate, Guard::Reminded]),
    // The draft is the new permohonan "Perubahan data"; the old one keeps its state, also while its SIKAP is watched: that
    // takes two weeks, and an address may change in them.
    row(30, &[Terverifikasi, PemantauanSikap, Selesai], &[Draf], "Ajukan perubahan data", Right::Intake,
        &[Guard::Link, Guard::Notice]),
    // A Lembar Kekurangan given by mistake: it stays filed, and the same verifikator goes on.
    row(31, &[PerluPerbaikan], &[Verifikasi], "Tarik Lembar Kekurangan", Right::Verify,
        &[Guard::SentBackWhileVerifying, Guard::Holds, Guard::Reason]),
];

/// From these run the time for the link, for the verification, until a call, and until the office asks about SIKAP.
const STARTS_A_TIME: &[TransitionId] = &[
    TransitionId::T02,
    TransitionId::T03,
    TransitionId::T05,
    TransitionId::T10,
    TransitionId::T11,
    TransitionId::T23,
    TransitionId::T24,
];

/// The row of `id`, if it may start from `from` (`None`: no permohonan yet).
pub fn find(from: Option<Status>, id: TransitionId) -> Option<&'static Transition> {
    Some(id.transition()).filter(|transition| transition.starts_from(from))
}

/// Every row that may start from `status`, whatever its guards say.
pub fn allowed_from(status: Status) -> impl Iterator<Item = &'static Transition> {
    TRANSITIONS.iter().filter(move |transition| transition.from.contains(&status))
}

/// May `id` happen now, and where does it lead?
///
/// Two rows have more than one outcome in words: T-14 leads to DIBATALKAN when the no-shows are
/// used up and to KEDALUWARSA when the vendor stayed silent; T-26 leads to SELESAI like T-25, and
/// its event is the note "SIKAP belum terisi". For T-30 the answer is the state of the new draft.
///
/// # Errors
/// [`Code::TransitionRefused`] from a wrong state, [`Code::GuardFailed`] when a guard refuses. Both
/// name what is missing.
pub fn check(id: TransitionId, from: Option<Status>, facts: &Facts) -> Result<Status> {
    let transition = id.transition();
    if !transition.starts_from(from) {
        return Err(Error::missing(Code::TransitionRefused, vec![transition.wrong_state()]));
    }
    let missing = transition.missing(facts);
    if missing.is_empty() {
        Ok(transition.destination(facts))
    } else {
        Err(Error::missing(Code::GuardFailed, missing))
    }
}

impl Transition {
    /// What its guards still need, in the order in which the desk leads through it.
    pub fn missing(&self, facts: &Facts) -> Vec<Missing> {
        self.guards.iter().flat_map(|guard| guard.missing(self.id, facts)).collect()
    }

    /// Whether it needs a clock that nobody doubts: it happens because a time is over, or a time runs from it that ends
    /// something later.
    pub fn needs_trusted_clock(&self) -> bool {
        self.guards.iter().any(|guard| guard.asks_the_clock()) || STARTS_A_TIME.contains(&self.id)
    }

    fn starts_from(&self, from: Option<Status>) -> bool {
        from.map_or(self.from.is_empty(), |status| self.from.contains(&status))
    }

    fn destination(&self, facts: &Facts) -> Status {
        if self.id == TransitionId::T14 && !facts.no_shows_used_up() { Kedaluwarsa } else { self.to[0] }
    }

    fn wrong_state(&self) -> Missing {
        let label = match self.from {
            [] => "Permohonan ini sudah dibuka".to_owned(),
            states if states.len() <= 3 => {
                let names: Vec<_> = states.iter().map(|status| status.label()).collect();
                format!("Hanya dari status: {}", names.join("; "))
            }
            _ => "Status saat ini tidak mengizinkan langkah ini".to_owned(),
        };
        Missing::new(self.id.to_string(), Place::Status, label)
    }
}

impl TransitionId {
    /// Its row. An id outside the table cannot be made.
    pub fn transition(self) -> &'static Transition {
        &TRANSITIONS[self.index()]
    }
}

/// On the wire the numbers of the table and nothing else.
#[cfg(feature = "wire")]
impl ts_rs::TS for TransitionId {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        "TransitionId".to_owned()
    }

    fn inline(_: &ts_rs::Config) -> String {
        TRANSITIONS.map(|row| format!("\"{}\"", row.id)).join(" | ")
    }

    fn decl(config: &ts_rs::Config) -> String {
        format!("type TransitionId = {};", Self::inline(config))
    }

    fn output_path() -> Option<std::path::PathBuf> {
        Some("TransitionId.ts".into())
    }
}

impl TryFrom<String> for TransitionId {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        TRANSITIONS
            .iter()
            .map(|transition| transition.id)
            .find(|id| id.to_string() == text)
            .ok_or_else(|| Error::new(Code::InvalidInput, "unknown transition id"))
    }
}
