//! The fold: how an act changes the tables.
//!
//! The same functions run when an act is written and when the tables are rebuilt from the log, so
//! the tables cannot say anything that the log does not. A sealed part may be absent because its
//! case was erased; the fold then writes what the open part still says.

mod applied;
mod clock;
mod daftar_hitam;
mod document;
pub(in crate::store) mod index;
mod kiriman;
mod mailbox;
mod office;
mod paper;
mod permohonan;
mod perubahan;
mod put_right;
mod tangkapan;
mod video_session;

use rusqlite::{Connection, params};

pub(super) use self::applied::{Applied, word};
use super::act::{Open, Sealed};
use super::watch::SLACK;
use crate::error::Result;

/// What a case is found by; it depends on rules that may improve and is left out of comparisons.
pub(super) const INDEXES: [&str; 2] = ["identity_key", "search"];

/// Tables that `rebuild` empties and fills again, in the order in which they are compared.
pub(super) const TABLES: [&str; 35] = [
    "clock",
    "office",
    "officer",
    "permohonan",
    "form_value",
    "document",
    "document_value",
    "picture",
    "decision",
    "shortage",
    "phase",
    "correction",
    "taken_back",
    "contact",
    "paper",
    "kiriman",
    "kiriman_page",
    "kiriman_refused",
    "mailed_request",
    "service_hours",
    "holidays",
    "video_session",
    "tangkapan",
    "notice",
    "mutu_baku",
    "limits",
    "overrun",
    "mailbox",
    "set_aside",
    "outbox",
    "daftar_hitam",
    "daftar_hitam_row",
    "print_later",
    INDEXES[0],
    INDEXES[1],
];

/// Applies one act to the tables.
pub(super) fn apply(
    conn: &Connection,
    applied: &Applied<'_>,
    open: &Open,
    sealed: Option<&Sealed>,
) -> Result<()> {
    watch_clock(conn, applied.wall_ms, open)?;
    match open {
        Open::OfficeFounded { .. }
        | Open::OfficeDescribed { .. }
        | Open::LogoSet { .. }
        | Open::OfficerAdded { .. }
        | Open::OfficerRolesSet { .. }
        | Open::OfficerLeft { .. } => office::apply(conn, open),
        Open::TangkapanSealed { .. } | Open::TangkapanMarked { .. } => tangkapan::apply(conn, applied, open),
        Open::ServiceHoursSet { .. } | Open::HolidaysSet { .. } | Open::NoticeSent { .. } => {
            video_session::apply(conn, applied, open, sealed)
        }
        Open::DocumentFieldSet { .. }
        | Open::DocumentStateSet { .. }
        | Open::SightingSet { .. }
        | Open::PictureSealed { .. }
        | Open::PictureCropped { .. } => document::apply(conn, applied, open, sealed),
        Open::PaperIssued { .. }
        | Open::PaperPrinted { .. }
        | Open::PaperPrintFailed { .. }
        | Open::PrintPostponed { .. }
        | Open::PrintNotNeeded { .. } => paper::apply(conn, applied, open),
        Open::PermohonanOpened { .. }
        | Open::ProfilSet { .. }
        | Open::FormSet { .. }
        | Open::FormCorrected { .. }
        | Open::AttendeeSet { .. }
        | Open::PerubahanSet { .. }
        | Open::FormerSet { .. }
        | Open::SuratPermohonanSet
        | Open::InaprocLookedUp
        | Open::SuratKuasaSet
        | Open::KewenanganSet { .. }
        | Open::DaftarHitamSet { .. }
        | Open::RowDecided { .. }
        | Open::Moved(_)
        | Open::Contacted { .. }
        | Open::BuktiReplaced { .. }
        | Open::CaseErased { .. } => permohonan::apply(conn, applied, open, sealed),
        Open::KirimanReceived { .. }
        | Open::KirimanPageAdded { .. }
        | Open::KirimanEnded { .. }
        | Open::RequestMailed { .. } => kiriman::apply(conn, applied, open, sealed),
        Open::MutuBakuSet { .. } | Open::LimitsSet { .. } | Open::OverrunExplained { .. } => {
            clock::apply(conn, applied, open, sealed)
        }
        Open::DaftarHitamImported { .. } | Open::DaftarHitamDropped => {
            daftar_hitam::apply(conn, applied, open, sealed)
        }
        Open::MailboxSet { .. }
        | Open::MailboxClosed
        | Open::MessageSetAside { .. }
        | Open::LetterQueued { .. }
        | Open::LetterEnded { .. } => mailbox::apply(conn, applied, open, sealed),
        // These leave a trace in the log and change no table.
        Open::PasswordChanged { .. }
        | Open::RecoverySheetMade { .. }
        | Open::RecoveryWordShown { .. }
        | Open::RecoverySheetChecked { .. }
        | Open::RecoverySheetUsed { .. }
        | Open::ReportSaved { .. }
        | Open::SessionOpened { .. }
        | Open::SessionLocked { .. }
        | Open::ClockConfirmed { .. }
        | Open::ClockJumped { .. }
        | Open::PermohonanSeen
        | Open::PictureSeen { .. }
        | Open::KirimanSeen { .. }
        | Open::KirimanSourceRemoved
        | Open::HotFolderSet { .. }
        | Open::HotFolderClosed
        | Open::TangkapanSeen { .. }
        | Open::PaperSaved { .. }
        | Open::PaperSeen { .. } => Ok(()),
    }
}

/// Keeps the highest time seen, but for what was seen while the clock stood ahead; where it was set back, that is the
/// time that it should have shown. A person's word that the clock is right sets it anew.
fn watch_clock(conn: &Connection, wall_ms: i64, open: &Open) -> Result<()> {
    let sql = match open {
        Open::ClockConfirmed { .. } => {
            "INSERT INTO clock (only, high_ms) VALUES (1, ?1) \
             ON CONFLICT (only) DO UPDATE SET high_ms = ?1, expected_ms = NULL, set_back_ms = NULL"
        }
        Open::ClockJumped { expected_ms } if *expected_ms >= wall_ms - SLACK.num_milliseconds() => {
            let set_back = Some(expected_ms - wall_ms).filter(|by| *by > SLACK.num_milliseconds());
            let sql = "UPDATE clock SET high_ms = max(high_ms, ?1), set_back_ms = ?2";
            conn.execute(sql, params![expected_ms, set_back])?;
            return Ok(());
        }
        Open::ClockJumped { expected_ms } => {
            conn.execute("UPDATE clock SET expected_ms = ?1", params![expected_ms])?;
            return Ok(());
        }
        _ => {
            "INSERT INTO clock (only, high_ms) VALUES (1, ?1) \
             ON CONFLICT (only) DO UPDATE SET high_ms = max(high_ms, ?1) WHERE expected_ms IS NULL"
        }
    };
    conn.prepare_cached(sql)?.execute(params![wall_ms])?;
    Ok(())
}
