//! What most actions ask before they write: that a text fits, and that the permohonan may still change.

use crate::error::{Code, Error, Result};
use crate::privacy;
use crate::store::read::CaseRecord;

/// Longest text taken into one field; longer is a paste by mistake.
pub(super) const LONGEST: usize = 500;

pub(super) fn require_length(value: &str) -> Result<()> {
    if value.chars().count() <= LONGEST {
        return Ok(());
    }
    Err(Error::new(Code::InvalidInput, "value too long").saying("Isian lebih dari 500 karakter."))
}

/// The privacy notice that holds now was shown.
pub(super) fn require_notice(version: &str) -> Result<()> {
    if version == privacy::NOTICE_VERSION {
        return Ok(());
    }
    Err(Error::new(Code::InvalidInput, "unknown notice version")
        .saying("Pemberitahuan privasi yang berlaku belum ditampilkan.")
        .advising("Perlihatkan pemberitahuan itu, lalu buka permohonan lagi."))
}

/// Closed and erased cases take nothing new.
pub(super) fn require_open(record: &CaseRecord) -> Result<()> {
    if record.erased_at.is_some() {
        return Err(Error::new(Code::CaseErased, "the case is erased"));
    }
    if record.status.is_final() {
        return Err(Error::new(Code::TransitionRefused, "the case is closed")
            .saying("Permohonan ini sudah ditutup, jadi tidak dapat diubah lagi."));
    }
    Ok(())
}

/// After the decision nothing that was compared may change any more.
pub(super) fn require_editable(record: &CaseRecord) -> Result<()> {
    require_open(record)?;
    if !record.status.is_editable() {
        return Err(Error::new(Code::TransitionRefused, "the case is decided")
            .saying("Permohonan sudah dinyatakan sesuai, jadi isiannya tidak dapat diubah lagi."));
    }
    Ok(())
}

/// The form is typed while documents are taken in; later it is corrected, and says why.
pub(super) fn require_in_intake(record: &CaseRecord) -> Result<()> {
    if !record.status.in_intake() {
        return Err(Error::new(Code::TransitionRefused, "the form was handed in").saying(
            "Formulir sudah diterima. Isinya hanya dapat diperbaiki saat verifikasi, dengan menyebut sebabnya.",
        ));
    }
    Ok(())
}

/// Sight of pictures is passed on only by somebody who has it: say so instead of speaking of a picture.
pub(super) fn passes_on_sight(error: Error, why: &str) -> Error {
    if error.code == Code::PictureKeyMissing {
        error.saying(format!("{why} Pembuatnya harus memegang peran yang boleh melihat gambar."))
    } else {
        error
    }
}
