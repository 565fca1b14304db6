//! Fold of acts about a permohonan: its data, its decisions, its way through the statuses.

use rusqlite::{Connection, params};

use super::applied::{Applied, moment, touch, word};
use super::{index, paper, perubahan, put_right, video_session};
use crate::error::{Code, Error, Result};
use crate::form::{FormField, Kapasitas, Profil};
use crate::permohonan::{Status, TransitionId};
use crate::store::act::{ErasureScope, Move, Open, Sealed};
use crate::verifikasi::Decision;

pub(super) fn apply(
    conn: &Connection,
    applied: &Applied<'_>,
    open: &Open,
    sealed: Option<&Sealed>,
) -> Result<()> {
    match open {
        Open::PermohonanOpened {
            number,
            year,
            sequence,
            profil,
            channel,
            notice_version,
            layanan,
            changes,
            parts,
        } => {
            conn.prepare_cached(
                "INSERT INTO permohonan (id, number, year, station, sequence, profil, channel, status, \
                 notice_version, opened_ms, updated_ms, layanan, refers_to) \
                 VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?10,?11,?12)",
            )?
            .execute(params![
                applied.case,
                number,
                year,
                applied.station,
                sequence,
                word(profil)?,
                word(channel)?,
                word(Status::Draf)?,
                notice_version,
                applied.wall_ms,
                word(layanan)?,
                changes
            ])?;
            let opened_by = if changes.is_some() { TransitionId::T30 } else { TransitionId::T01 };
            enter_phase(conn, applied, Status::Draf, opened_by, &[])?;
            if let Some(Sealed::Former(former)) = sealed {
                perubahan::begin(conn, applied.case, former, parts, changes.is_none())?;
                for (field, value) in former {
                    set_form_value(conn, applied.case, *field, value)?;
                }
            }
            index::refresh(conn, applied.case)?;
        }
        Open::FormSet { field } => {
            if let Some(Sealed::Text(value)) = sealed {
                set_form_value(conn, applied.case, *field, value)?;
            }
        }
        Open::FormCorrected { field, cause, seen_at } => {
            let (old, new) = match sealed {
                Some(Sealed::Change { old, new }) => (Some(old.as_str()), Some(new.as_str())),
                _ => (None, None),
            };
            put_right::correction(conn, applied, (*field, *cause, seen_at.as_deref()), (old, new))?;
            if let Some(new) = new {
                set_form_value(conn, applied.case, *field, new)?;
            }
        }
        Open::ProfilSet { profil } => set_profil(conn, applied.case, *profil)?,
        Open::Contacted { method, purpose, reached, due, minutes } => {
            let note = match sealed {
                Some(Sealed::Text(note)) => Some(note.as_str()),
                _ => None,
            };
            put_right::contact(conn, applied, (*method, *purpose, *reached, *minutes), due.as_deref(), note)?;
        }
        Open::BuktiReplaced { paper: filed } => {
            if let Some(Sealed::Replacement { attendee_name: Some(name), .. }) = sealed {
                conn.prepare_cached("UPDATE permohonan SET attendee_name = ?2 WHERE id = ?1")?
                    .execute(params![applied.case, name])?;
                index::refresh(conn, applied.case)?;
            }
            paper::file(conn, applied, filed)?;
        }
        Open::AttendeeSet { kapasitas } => set_attendee(conn, applied, word(kapasitas)?, sealed)?,
        Open::PerubahanSet { parts } => perubahan::set_parts(conn, applied.case, parts)?,
        Open::FormerSet { field } => {
            if let Some(Sealed::Text(value)) = sealed {
                perubahan::set_former(conn, applied.case, *field, value)?;
            }
        }
        Open::SuratPermohonanSet => {
            if let Some(Sealed::SuratPermohonan(surat)) = sealed {
                perubahan::set_surat(conn, applied.case, surat)?;
            }
        }
        Open::InaprocLookedUp => {
            let Some(Sealed::LookedUp(looked_up)) = sealed else { return touch(conn, applied) };
            let json = serde_json::to_string(looked_up)
                .map_err(|error| Error::new(Code::Internal, format!("json: {error}")))?;
            conn.prepare_cached("UPDATE permohonan SET inaproc = ?2 WHERE id = ?1")?
                .execute(params![applied.case, json])?;
        }
        Open::SuratKuasaSet => {
            if let Some(Sealed::SuratKuasa(surat)) = sealed {
                let json = serde_json::to_string(surat)
                    .map_err(|error| Error::new(Code::Internal, format!("json: {error}")))?;
                conn.prepare_cached("UPDATE permohonan SET surat_kuasa = ?2 WHERE id = ?1")?
                    .execute(params![applied.case, json])?;
            }
        }
        Open::KewenanganSet { checked } => {
            let basis = match sealed {
                Some(Sealed::Text(basis)) => Some(basis),
                _ => None,
            };
            conn.prepare_cached(
                "UPDATE permohonan SET kewenangan = ?2, kewenangan_basis = ?3 WHERE id = ?1",
            )?
            .execute(params![applied.case, checked, basis])?;
        }
        Open::DaftarHitamSet { answer, list_date } => {
            conn.prepare_cached(
                "UPDATE permohonan SET daftar_hitam = ?2, daftar_hitam_date = ?3 WHERE id = ?1",
            )?
            .execute(params![applied.case, answer.map(word).transpose()?, list_date])?;
        }
        Open::RowDecided { row, decision, outcome, rule, reason_code } => {
            let (reason, form_value, document_value) = match sealed {
                Some(Sealed::Row { reason, form_value, document_value }) => {
                    (Some(reason), form_value.as_ref(), document_value.as_ref())
                }
                _ => (None, None, None),
            };
            let key = word(row)?;
            if *decision != Some(Decision::TidakCocok)
                && let Some(code) = put_right::disagreement_of(conn, applied.case, &key)?
            {
                put_right::taken_back(conn, applied, &key, &code, reason.map(String::as_str))?;
            }
            conn.prepare_cached(
                "INSERT OR REPLACE INTO decision (permohonan, row, decision, outcome, rule, reason_code, \
                 reason, form_value, document_value, decided_by, decided_ms) \
                 VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
            )?
            .execute(params![
                applied.case,
                key,
                decision.map(word).transpose()?,
                outcome.map(word).transpose()?,
                rule,
                reason_code,
                reason,
                form_value,
                document_value,
                applied.actor,
                applied.wall_ms
            ])?;
        }
        Open::Moved(step) => apply_move(conn, applied, step, sealed)?,
        Open::CaseErased { scope, ground, .. } => erase(conn, applied, *scope, ground)?,
        _ => {}
    }
    touch(conn, applied)
}

fn set_form_value(conn: &Connection, case: &str, field: FormField, value: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO form_value (permohonan, field, value) VALUES (?1,?2,?3) \
         ON CONFLICT (permohonan, field) DO UPDATE SET value = ?3",
    )?
    .execute(params![case, word(field)?, value])?;
    match field {
        FormField::NamaUsaha => {
            conn.prepare_cached("UPDATE permohonan SET company = ?2 WHERE id = ?1")?
                .execute(params![case, value])?;
        }
        FormField::Npwp => {
            conn.prepare_cached("UPDATE permohonan SET npwp_key = ?2 WHERE id = ?1")?
                .execute(params![case, npwp_key(value)])?;
        }
        _ => {}
    }
    index::refresh(conn, case)
}

/// Everything that both profiles share stays, and so does what only the old one asked for.
fn set_profil(conn: &Connection, case: &str, profil: Profil) -> Result<()> {
    conn.prepare_cached("UPDATE permohonan SET profil = ?2 WHERE id = ?1")?
        .execute(params![case, word(profil)?])?;
    for kapasitas in [Kapasitas::Direktur, Kapasitas::Pemilik] {
        conn.prepare_cached("UPDATE permohonan SET kapasitas = ?3 WHERE id = ?1 AND kapasitas = ?2")?
            .execute(params![case, word(kapasitas)?, word(kapasitas.under(profil))?])?;
    }
    Ok(())
}

/// The digits of an NPWP as lists show them masked.
pub(in crate::store) fn npwp_key(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        15 => Some(format!("0{digits}")),
        16 => Some(digits),
        _ => None,
    }
}

fn set_attendee(
    conn: &Connection,
    applied: &Applied<'_>,
    kapasitas: String,
    sealed: Option<&Sealed>,
) -> Result<()> {
    conn.prepare_cached("UPDATE permohonan SET kapasitas = ?2 WHERE id = ?1")?
        .execute(params![applied.case, kapasitas])?;
    if let Some(Sealed::Attendee { name, nik, phone, priority }) = sealed {
        conn.prepare_cached(
            "UPDATE permohonan SET attendee_name = ?2, attendee_nik = ?3, attendee_phone = ?4, priority = ?5 \
             WHERE id = ?1",
        )?
        .execute(params![applied.case, name, nik, phone, priority])?;
    }
    index::refresh(conn, applied.case)
}

fn apply_move(conn: &Connection, applied: &Applied<'_>, step: &Move, sealed: Option<&Sealed>) -> Result<()> {
    conn.prepare_cached("UPDATE permohonan SET status = ?2, due = ?3 WHERE id = ?1")?.execute(params![
        applied.case,
        word(step.to)?,
        step.due
    ])?;
    // Minutes without light are nobody's work: the phase and the call end when they were cut off.
    let wall_ms = step.cut_at.as_deref().map_or(Ok(applied.wall_ms), moment)?;
    let applied_then = &Applied { wall_ms, ..*applied };
    enter_phase(conn, applied_then, step.to, step.transition, &step.codes)?;
    video_session::follow(conn, applied_then, step, sealed)?;
    if let Some(ticket) = &step.queue {
        conn.prepare_cached(
            "UPDATE permohonan SET queue = ?2, queue_day = ?3, queue_sequence = ?4 WHERE id = ?1",
        )?
        .execute(params![applied.case, ticket.label, ticket.day, ticket.sequence])?;
    }
    if let Some(filed) = &step.paper {
        paper::file(conn, applied, filed)?;
    }
    match step.transition {
        TransitionId::T06 | TransitionId::T18 => {
            conn.prepare_cached("DELETE FROM shortage WHERE permohonan = ?1")?.execute([applied.case])?;
            // After a repair every original is looked at again (G-ORI).
            conn.prepare_cached(
                "UPDATE document SET sighting = NULL, sighted_by = NULL, sighted_ms = NULL WHERE permohonan = ?1",
            )?
            .execute([applied.case])?;
            for code in &step.codes {
                conn.prepare_cached("INSERT INTO shortage (permohonan, code, note) VALUES (?1,?2,?3)")?
                    .execute(params![applied.case, code, note_for(sealed, code)])?;
            }
        }
        TransitionId::T07 => {
            conn.prepare_cached("UPDATE shortage SET answered = 1 WHERE permohonan = ?1")?
                .execute([applied.case])?;
        }
        TransitionId::T22 => {
            put_right::taken_back(conn, applied, &step.transition.to_string(), "", text_of(sealed))?;
        }
        // The sheet stays filed; what it asked for is asked no more.
        TransitionId::T31 => {
            let codes = put_right::shortage_codes(conn, applied.case)?;
            put_right::taken_back(conn, applied, &step.transition.to_string(), &codes, text_of(sealed))?;
            conn.prepare_cached("DELETE FROM shortage WHERE permohonan = ?1")?.execute([applied.case])?;
        }
        TransitionId::T02 | TransitionId::T03 => {
            let said = step.said_at.as_deref().map(moment).transpose()?.unwrap_or(applied.wall_ms);
            let sql = if step.transition == TransitionId::T02 {
                "UPDATE permohonan SET registered_ms = ?2 WHERE id = ?1"
            } else {
                "UPDATE permohonan SET link_ms = ?2, submitted_ms = ?2 WHERE id = ?1"
            };
            conn.prepare_cached(sql)?.execute(params![applied.case, said])?;
        }
        TransitionId::T25 => {
            let confirmation = step.confirmation.map(word).transpose()?;
            conn.prepare_cached("UPDATE permohonan SET sikap_confirmation = ?2 WHERE id = ?1")?
                .execute(params![applied.case, confirmation])?;
        }
        TransitionId::T28 => {
            if let Some(Sealed::Redirect { target, .. }) = sealed {
                let json = serde_json::to_string(target)
                    .map_err(|error| Error::new(Code::Internal, format!("json: {error}")))?;
                conn.prepare_cached("UPDATE permohonan SET redirect = ?2, outcome = ?3 WHERE id = ?1")?
                    .execute(params![applied.case, json, step.outcome.map(word).transpose()?])?;
            }
        }
        TransitionId::T15 => {
            conn.prepare_cached(
                "UPDATE permohonan SET verifier = ?2, started_ms = coalesce(started_ms, ?3) WHERE id = ?1",
            )?
            .execute(params![applied.case, applied.actor, applied.wall_ms])?;
        }
        TransitionId::T17 => {
            conn.prepare_cached("UPDATE permohonan SET verifier = ?2 WHERE id = ?1")?
                .execute(params![applied.case, applied.actor])?;
        }
        // From here on the decision rests on these pictures: they are never altered again.
        TransitionId::T19 => {
            conn.prepare_cached("UPDATE picture SET cited = 1 WHERE permohonan = ?1 AND current = 1")?
                .execute([applied.case])?;
        }
        TransitionId::T21 => {
            if let Some(Sealed::Reasons { text, .. }) = sealed {
                conn.prepare_cached("UPDATE permohonan SET over_time_reason = ?2 WHERE id = ?1")?
                    .execute(params![applied.case, text])?;
            }
        }
        TransitionId::T23 => {
            let user_id = match sealed {
                Some(Sealed::Activation { user_id }) => Some(user_id),
                _ => None,
            };
            conn.prepare_cached("UPDATE permohonan SET user_id_spse = ?2, activated_ms = ?3 WHERE id = ?1")?
                .execute(params![applied.case, user_id, applied.wall_ms])?;
        }
        _ => {}
    }
    Ok(())
}

fn text_of(sealed: Option<&Sealed>) -> Option<&str> {
    match sealed {
        Some(Sealed::Reasons { text, .. }) => Some(text),
        _ => None,
    }
}

fn note_for<'a>(sealed: Option<&'a Sealed>, code: &str) -> Option<&'a str> {
    let Some(Sealed::Reasons { notes, .. }) = sealed else { return None };
    notes.iter().find(|(noted, _)| noted == code).map(|(_, note)| note.as_str())
}

fn enter_phase(
    conn: &Connection,
    applied: &Applied<'_>,
    status: Status,
    by: TransitionId,
    codes: &[String],
) -> Result<()> {
    conn.prepare_cached("UPDATE phase SET until_ms = ?2 WHERE permohonan = ?1 AND until_ms IS NULL")?
        .execute(params![applied.case, applied.wall_ms])?;
    conn.prepare_cached(
        "INSERT INTO phase (permohonan, n, status, transition, since_ms, actor, codes) VALUES \
         (?1, (SELECT coalesce(max(n), 0) + 1 FROM phase WHERE permohonan = ?1), ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        applied.case,
        word(status)?,
        word(by)?,
        applied.wall_ms,
        applied.actor,
        codes.join(" ")
    ])?;
    let sql = if by == TransitionId::T05 {
        "UPDATE permohonan SET since_ms = ?2, submitted_ms = ?2 WHERE id = ?1"
    } else {
        "UPDATE permohonan SET since_ms = ?2 WHERE id = ?1"
    };
    conn.prepare_cached(sql)?.execute(params![applied.case, applied.wall_ms])?;
    Ok(())
}

/// Erasure leaves number, dates, status and its own ground; everything personal goes.
fn erase(conn: &Connection, applied: &Applied<'_>, scope: ErasureScope, ground: &str) -> Result<()> {
    conn.execute("UPDATE picture SET erased = 1, corners = NULL WHERE permohonan = ?1", [applied.case])?;
    conn.execute("UPDATE tangkapan SET erased = 1 WHERE permohonan = ?1", [applied.case])?;
    conn.execute("UPDATE mailed_request SET erased = 1 WHERE permohonan = ?1", [applied.case])?;
    // A Fotokopi does not open any more, and nobody prints what is being forgotten.
    conn.execute("DELETE FROM print_later WHERE permohonan = ?1", [applied.case])?;
    if scope == ErasureScope::Pictures {
        return Ok(());
    }
    for table in [
        "form_value",
        "document_value",
        "decision",
        "shortage",
        "correction",
        "taken_back",
        "contact",
        "mailed_request",
        "notice",
        "outbox",
        "overrun",
        "identity_key",
        "search",
    ] {
        conn.execute(&format!("DELETE FROM {table} WHERE permohonan = ?1"), [applied.case])?;
    }
    conn.execute(
        "UPDATE video_session SET join_at = NULL, reason = NULL WHERE permohonan = ?1",
        [applied.case],
    )?;
    conn.execute(
        "UPDATE permohonan SET company = NULL, npwp_key = NULL, attendee_name = NULL, attendee_nik = NULL, \
         attendee_phone = NULL, reminded_ms = NULL, priority = NULL, kewenangan_basis = NULL, surat_kuasa = NULL, \
         user_id_spse = NULL, over_time_reason = NULL, redirect = NULL, perubahan = NULL, inaproc = NULL, outcome = NULL, erased_ms = ?2, erased_reason = ?3 WHERE id = ?1",
        params![applied.case, applied.wall_ms, ground],
    )?;
    Ok(())
}
