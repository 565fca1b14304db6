//! The Berita Acara Hasil Verifikasi of an approved case. As with a Fotokopi, pixels are opened where nobody waits.

use chrono::{DateTime, Utc};

use super::changes::changes;
use super::compose::{
    Composer, approved_at, attendee_line, channel_line, company_line, masked_nik, masked_npwp, outcome_word,
    row_label, seen_documents, short_hash, thousands,
};
use super::filed;
use super::seen::{Drawn, DrawnPictures, Origin, SeenPictures, calls, cards};
use crate::actions::Session;
use crate::actions::assess::Assessment;
use crate::actions::clock::{StepLine, StepState};
use crate::error::{Code, Error, Result};
use crate::form::FormField;
use crate::layanan::Layanan;
use crate::masking::mask_numbers_in;
use crate::numbering::{PaperKind, PaperNumber};
use crate::outcome::Outcome;
use crate::pdf::{BeritaAcara, ComparedValues, HeldSession, ShownPicture, TakenStep, render_berita_acara};
use crate::permohonan::TransitionId;
use crate::persyaratan;
use crate::role::Right;
use crate::sop::reason_on_paper;
use crate::store::act::{Act, Open};
use crate::store::chain::Head;
use crate::store::read::{CaseRecord, VideoSession};
use crate::tangkapan::TangkapanShows;

impl Session {
    /// Whether a Berita Acara can be issued of this case now. There is one of each case.
    pub fn may_issue_berita_acara(&self, record: &CaseRecord) -> bool {
        self.may(Right::Unmask) && require_ready(record).is_ok()
    }

    /// The pictures that a Berita Acara shows. Nobody sees them on the way there.
    pub fn pictures_of_verification(&self, case: &str) -> Result<SeenPictures> {
        self.acting(Right::Unmask)?;
        let record = self.store.reader().case(case)?;
        require_ready(&record)?;
        let open = |file| self.store.open_picture(case, file);
        Ok(SeenPictures {
            officer: self.officer().id.clone(),
            cards: cards(&record).map(|card| Ok((card.clone(), open(&card.file)?))).collect::<Result<_>>()?,
            calls: calls(&record).map(|call| Ok((call.clone(), open(&call.file)?))).collect::<Result<_>>()?,
        })
    }

    /// Issues the Berita Acara under the next number of its series. Refused when a picture changed since
    /// [`Self::pictures_of_verification`].
    pub fn issue_berita_acara(&mut self, case: &str, drawn: DrawnPictures) -> Result<String> {
        let actor = self.acting(Right::Unmask)?;
        let composer = self.composer()?;
        let assessment = self.assess(&self.store.reader().case(case)?)?;
        let head = self.store.head()?;
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            require_ready(&record)?;
            if !drawn.shows(&record) || drawn.officer != actor.officer {
                return Err(Error::new(Code::InvalidInput, "a picture changed meanwhile")
                    .saying("Gambar baru saja diubah, jadi Berita Acara belum diterbitkan.")
                    .advising("Periksa gambarnya, lalu buat Berita Acara lagi."));
            }
            let number = plan.next_paper_number(PaperKind::BeritaAcara, composer.year())?;
            let bytes = composer.berita_acara(&record, &assessment, drawn, &number, &head)?;
            id = plan.new_id();
            let file = plan.file_picture(case, &bytes)?;
            let paper = filed(id.clone(), PaperKind::BeritaAcara, Some(number), file, &bytes)?;
            Ok(Act::on_case(case, Open::PaperIssued { paper }))
        })?;
        Ok(id)
    }

    /// The three steps at once, for whoever keeps nobody waiting.
    pub fn make_berita_acara(&mut self, case: &str) -> Result<String> {
        let drawn = self.pictures_of_verification(case)?.draw()?;
        self.issue_berita_acara(case, drawn)
    }
}

fn require_ready(record: &CaseRecord) -> Result<()> {
    if record.erased_at.is_some() {
        return Err(Error::new(Code::CaseErased, "the case is erased"));
    }
    // Its key went with the pictures: a paper that shows them could be sealed and never opened.
    let pictures_gone = record.pictures.iter().any(|picture| picture.erased)
        || record.tangkapan.iter().any(|tangkapan| tangkapan.erased);
    if pictures_gone {
        return Err(Error::new(Code::CaseErased, "its pictures are erased")
            .saying("Gambar permohonan ini sudah dimusnahkan, jadi Berita Acara tidak dapat dibuat lagi."));
    }
    if !record.status.was_approved() {
        return Err(Error::new(Code::TransitionRefused, "a Berita Acara follows an approval")
            .saying("Berita Acara baru dapat diterbitkan setelah permohonan disetujui."));
    }
    if record.papers.iter().any(|paper| paper.kind == PaperKind::BeritaAcara) {
        return Err(Error::new(Code::TransitionRefused, "there is one already")
            .saying("Berita Acara permohonan ini sudah terbit; cetak lagi dari daftar kertas."));
    }
    Ok(())
}

impl Composer {
    fn berita_acara(
        &self,
        record: &CaseRecord,
        assessment: &Assessment,
        drawn: DrawnPictures,
        number: &PaperNumber,
        head: &Head,
    ) -> Result<Vec<u8>> {
        let approved = approved_at(record).unwrap_or_else(|| self.now());
        let verified_by = self.last_actor(record, TransitionId::T19);
        let approved_by = self.last_actor(record, TransitionId::T21);
        let bukti = record
            .papers
            .iter()
            .rfind(|paper| paper.kind == PaperKind::BuktiVerifikasi && paper.replaced_by.is_none());
        let lpse = self.office_name().trim_start_matches("LPSE").trim();
        let mark = format!(
            "SALINAN - ARSIP VERIFIKASI AKUN SPSE - LPSE {} - {}",
            lpse.to_uppercase(),
            record.number
        );
        render_berita_acara(&BeritaAcara {
            letterhead: self.letterhead(),
            number: number.to_string(),
            opening: self.opening(record, approved, verified_by, approved_by),
            company: company_line(record),
            npwp_masked: masked_npwp(record.form_value(FormField::Npwp)),
            permohonan: record.number.clone(),
            attendee: attendee_line(record),
            nik_masked: masked_nik(&record.attendee_nik),
            channel: channel_line(record),
            time_line: self.time_line(record, approved, assessment),
            bukti: bukti.and_then(|bukti| bukti.number.clone()).unwrap_or_default(),
            documents: seen_documents(record, assessment),
            changes: changes(record),
            rows: self.compared_values(record, assessment),
            steps: assessment.steps.iter().map(taken_step).collect(),
            sessions: record.sessions.iter().map(|session| self.held(session)).collect(),
            pictures: drawn.pictures.into_iter().map(|drawn| self.shown(record, drawn)).collect(),
            mark,
            result: "Dinyatakan sesuai dan disetujui".to_owned(),
            result_text:
                "Data pada formulir SPSE sesuai dengan dokumen asli yang dilihat, dengan catatan seperti \
                          pada tabel perbandingan."
                    .to_owned(),
            seal_lines: vec![format!("Segel {} · Catatan ke-{}", head.short(), thousands(head.seq))],
            signers: if verified_by == approved_by {
                vec![self.signer_of(approved_by, "Verifikator dan penyetuju")]
            } else {
                vec![self.signer_of(verified_by, "Verifikator"), self.signer_of(approved_by, "Penyetuju")]
            },
            privacy_line: self.privacy_line(),
        })
    }

    fn last_actor<'a>(&self, record: &'a CaseRecord, step: TransitionId) -> &'a str {
        record.phases.iter().rfind(|phase| phase.transition == step).map_or("", |phase| phase.actor.as_str())
    }

    fn opening(&self, record: &CaseRecord, at: DateTime<Utc>, verifier: &str, approver: &str) -> String {
        let day = crate::schedule::format_long_date(self.office_day(at));
        let who = if verifier == approver {
            format!("{} selaku verifikator dan penyetuju", self.name_of(verifier))
        } else {
            format!(
                "{} selaku verifikator dan {} selaku penyetuju",
                self.name_of(verifier),
                self.name_of(approver)
            )
        };
        format!(
            "Pada hari {day}, {who} pada {} telah memverifikasi permohonan {} dari {}, dengan hasil sebagai \
             berikut.",
            self.office_name(),
            match record.layanan {
                Layanan::AkunBaru | Layanan::PendampinganInaproc => "akun SPSE",
                Layanan::PerubahanData => "perubahan data akun SPSE",
            },
            record.company.as_deref().unwrap_or("pelaku usaha")
        )
    }

    fn compared_values(&self, record: &CaseRecord, assessment: &Assessment) -> Vec<ComparedValues> {
        let decided = assessment.rows.iter().filter_map(|row| {
            let decision = record.decisions.get(&row.key);
            if decision.is_none() && !row.preticked {
                return None;
            }
            let value = |value: &Option<String>| mask_numbers_in(value.as_deref().unwrap_or("–"));
            let said = decision.map_or("", |decision| decision.reason.as_str());
            let finding = row.finding.as_ref();
            let note = match finding {
                _ if !said.is_empty() => mask_numbers_in(said),
                Some(finding) if finding.outcome != Outcome::Sama => finding.explanation.clone(),
                _ => String::new(),
            };
            Some(ComparedValues {
                label: row_label(record.profil, row),
                form: value(&row.form_value),
                document: value(&row.document_value),
                outcome: outcome_word(
                    finding.map(|finding| finding.outcome),
                    decision.and_then(|decision| decision.decision),
                ),
                note,
            })
        });
        let answers = self.answers(record, assessment, true).into_iter().map(|answer| ComparedValues {
            label: answer.label,
            outcome: answer.outcome,
            note: answer.note,
            ..ComparedValues::default()
        });
        decided.chain(answers).collect()
    }

    fn held(&self, session: &VideoSession) -> HeldSession {
        let zone = self.zone();
        let begun = session.began_at.unwrap_or(session.start);
        let end = session.ended_at.map(|end| format!("–{}", zone.format_clock(end))).unwrap_or_default();
        let day = crate::schedule::format_date(self.office_day(begun));
        HeldSession {
            label: session.n.to_string(),
            time: format!("{day}, {}{end} {}", zone.format_clock(begun), zone.label()),
            code: session.code.clone().unwrap_or_default(),
            state: session.state.label().to_owned(),
        }
    }

    fn shown(&self, record: &CaseRecord, mut drawn: Drawn) -> ShownPicture {
        let (caption, hash) = match &drawn.of {
            Origin::Card(picture) => {
                let label = persyaratan::requirement(record.layanan, record.profil, picture.kind)
                    .map_or("Dokumen", |found| found.label);
                let at = self.zone().format_date_time(picture.taken_at);
                (format!("{label}, {at}."), &picture.file.content_sha256)
            }
            Origin::Call(call) => {
                let shows = call.marks.shows.map_or("Panggilan video", TangkapanShows::label);
                let at = self.zone().format_date_time(call.sealed_at);
                (format!("{shows}, sesi {}, {at}.", call.session), &call.file.content_sha256)
            }
        };
        ShownPicture {
            jpeg: std::mem::take(&mut *drawn.jpeg),
            width: drawn.size.0,
            height: drawn.size.1,
            caption,
            hash: short_hash(hash),
        }
    }
}

fn taken_step(step: &StepLine) -> TakenStep {
    let took = match step.elapsed_minutes {
        Some(minutes) => format!("{minutes} menit"),
        None if step.state == StepState::Open => "belum".to_owned(),
        None if step.measured => "tidak terukur".to_owned(),
        None => "tidak diukur".to_owned(),
    };
    let reason = step.overrun_reason.clone();
    let reason = reason.map(|reason| reason_on_paper(reason, step.is_explained, "tanpa alasan tertulis"));
    let note = reason.or_else(|| step.remark.clone()).unwrap_or_default();
    let note = mask_numbers_in(&note);
    TakenStep {
        label: format!("{}. {}", step.number, step.label),
        standard: format!("{} menit", step.standard_minutes),
        took,
        note,
    }
}
