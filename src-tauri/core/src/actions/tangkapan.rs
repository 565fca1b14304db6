//! Tangkapan: pictures of the call are sealed with their session, marked by the verifikator, seen with a trace. The
//! same way keeps what SIKAP shows once it is filled.

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use crate::capture::{self, CameraTime, PictureVariant};
use crate::error::{Code, Error, Result};
use crate::permohonan::{Channel, Status};
use crate::role::Right;
use crate::schedule::{SessionState, TimeZone};
use crate::store::act::{Act, NO_CALL, Open, Sealed, TangkapanFiled, TangkapanMarks};
use crate::store::read::{CaseRecord, TangkapanRecord, VideoSession};
use crate::tangkapan::TangkapanSource;

use super::Session;
use super::kiriman::OpenedPage;

/// A picture of the call that was checked, pixels included.
pub struct CheckedTangkapan {
    source: TangkapanSource,
    bytes: Zeroizing<Vec<u8>>,
    width: u32,
    height: u32,
    camera: Option<CameraTime>,
}

impl CheckedTangkapan {
    /// Slow: every pixel is opened.
    pub fn check(source: TangkapanSource, bytes: Vec<u8>) -> Result<Self> {
        let bytes = Zeroizing::new(bytes);
        let decoded = capture::decode(&bytes)?;
        let camera = (source == TangkapanSource::FotoHp).then(|| capture::camera_time(&bytes)).flatten();
        Ok(Self { source, width: decoded.width, height: decoded.height, camera, bytes })
    }
}

impl Session {
    /// Seals a picture of the call with the session that runs; a photograph may follow when the call has ended. Of a
    /// case whose SIKAP is watched it is a picture of the filled SIKAP (T-25).
    pub fn add_tangkapan(&mut self, case: &str, checked: &CheckedTangkapan) -> Result<String> {
        let watched = self.store.reader().case(case)?.status == Status::PemantauanSikap;
        let actor = self.acting(if watched { Right::RecordActivation } else { Right::Verify })?;
        let zone = self.time_zone();
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            let session = if watched && record.status == Status::PemantauanSikap {
                NO_CALL
            } else {
                require_holder(&record, &self.seat.officer.id)?;
                session_for(&record, checked.source)?.n
            };
            id = plan.new_id();
            let tangkapan = TangkapanFiled {
                id: id.clone(),
                session,
                source: checked.source,
                file: plan.file_picture(case, &checked.bytes)?,
                width: checked.width,
                height: checked.height,
                exif_at: checked.camera.map(|camera| moment_of(camera, zone).to_rfc3339()),
            };
            Ok(Act::on_case(case, Open::TangkapanSealed { tangkapan }))
        })?;
        Ok(id)
    }

    /// The verifikator says what a picture shows: the code beside the face, a card that can be read.
    pub fn mark_tangkapan(&mut self, case: &str, tangkapan: &str, marks: TangkapanMarks) -> Result<()> {
        let actor = self.acting(Right::Verify)?;
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            require_holder(&record, &self.seat.officer.id)?;
            find(&record.tangkapan, tangkapan)?;
            Ok(Act::on_case(case, Open::TangkapanMarked { tangkapan: tangkapan.to_owned(), marks }))
        })?;
        Ok(())
    }

    /// Opens a picture of the call. The first look of a session is an act; it shows a face, which is specific
    /// personal data (UU 27/2022 art. 4).
    pub fn open_tangkapan(
        &mut self,
        case: &str,
        tangkapan: &str,
        variant: PictureVariant,
        reason: Option<&str>,
    ) -> Result<OpenedPage> {
        let record = self.store.reader().case(case)?;
        let file = find(record.tangkapan.iter().chain(&record.sikap_proof), tangkapan)?.file.clone();
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        let actor = self.acting_to_see(reason.is_some())?;
        let trace = format!("{tangkapan}/{variant:?}");
        if reason.is_some() || !self.seen.contains(&trace) {
            self.store.act(&actor, |_| {
                let act = Act::on_case(case, Open::TangkapanSeen { tangkapan: tangkapan.to_owned() });
                Ok(match reason {
                    Some(reason) => act.sealing(Sealed::Text(reason.to_owned())),
                    None => act,
                })
            })?;
            self.seen.insert(trace);
        }
        self.store.open_picture(case, &file).map(OpenedPage::of)
    }
}

/// Where the camera knows no zone it hung on the same wall as the office's clock.
fn moment_of(camera: CameraTime, zone: TimeZone) -> DateTime<Utc> {
    match camera.offset.and_then(|offset| camera.local.and_local_timezone(offset).single()) {
        Some(time) => time.to_utc(),
        None => zone.moment(camera.local.date(), camera.local.time()),
    }
}

fn require_holder(record: &CaseRecord, me: &str) -> Result<()> {
    if record.erased_at.is_some() {
        return Err(Error::new(Code::CaseErased, "the case is erased"));
    }
    if record.channel != Channel::Daring || !matches!(record.status, Status::Verifikasi | Status::Ditunda) {
        return Err(Error::new(Code::TransitionRefused, "no call")
            .saying("Bukti panggilan hanya dapat ditambah selama verifikasi daring.")
            .advising("Mulai verifikasi lebih dahulu, atau lanjutkan yang dijeda."));
    }
    if record.verifier.as_deref() != Some(me) {
        return Err(Error::new(Code::TransitionRefused, "held by another")
            .saying("Permohonan ini sedang dipegang verifikator lain.")
            .advising("Ambil alih dengan catatan serah terima lebih dahulu."));
    }
    Ok(())
}

/// What the screen shows belongs to the call that runs; a photograph to the last one.
fn session_for(record: &CaseRecord, source: TangkapanSource) -> Result<&VideoSession> {
    let begun = record.sessions.iter().rev().find(|session| session.began_at.is_some());
    let running = begun.filter(|session| session.state == SessionState::Berlangsung);
    let found = if source == TangkapanSource::FotoHp { begun } else { running };
    found.ok_or_else(|| {
        Error::new(Code::TransitionRefused, "no call runs")
            .saying("Tidak ada panggilan yang sedang berlangsung.")
            .advising("Lanjutkan verifikasi agar sesi berikutnya dimulai, lalu tangkap lagi.")
    })
}

fn find<'a>(
    among: impl IntoIterator<Item = &'a TangkapanRecord>,
    tangkapan: &str,
) -> Result<&'a TangkapanRecord> {
    let found = among.into_iter().find(|found| found.id == tangkapan);
    let found = found.ok_or_else(|| Error::new(Code::NotFound, "no such picture"))?;
    if found.erased { Err(Error::new(Code::CaseErased, "the picture is erased")) } else { Ok(found) }
}
