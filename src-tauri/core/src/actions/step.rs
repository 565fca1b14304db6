//! Langkah: the way of a permohonan through its statuses. Each function is one row of the table.

use chrono::{DateTime, NaiveDate, Utc};

use crate::error::{Code, Error, Result};
use crate::layanan::Layanan;
use crate::layanan::inaproc::HasilPendampingan;
use crate::numbering::{DESK_QUEUE, PaperKind, format_queue_number};
use crate::permohonan::{Channel, Confirmation, Facts, Status, TransitionId, check};
use crate::reasons::Reason;
use crate::role::Right;
use crate::schedule::add_working_days;
use crate::store::act::{Act, Actor, Move, Open, PaperFiled, QueueTicket, Sealed, SessionBooked};
use crate::store::kunci::tries::Refusal;
use crate::store::plan::Plan;
use crate::store::read::CaseRecord;

use super::Session;
use super::assess::{Assessment, facts_of_step};
use super::paper;
use super::require::require_length;
use super::session::Seat;

/// A shortage named by code, with the officer's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortageItem {
    pub reason: Reason,
    pub note: String,
}

/// What a step adds to the plain change of status.
#[derive(Default)]
pub(super) struct Extra {
    pub(super) codes: Vec<String>,
    pub(super) queue: Option<QueueTicket>,
    pub(super) due: Option<String>,
    pub(super) paper: Option<PaperFiled>,
    pub(super) confirmation: Option<Confirmation>,
    pub(super) session: Option<SessionBooked>,
    pub(super) sealed: Option<Sealed>,
    /// When the work in truth ended.
    pub(super) cut_at: Option<String>,
    /// When it happened, as the vendor says.
    pub(super) said_at: Option<String>,
    pub(super) outcome: Option<HasilPendampingan>,
}

impl Session {
    /// T-05: the documents are handed in. At the counter the Tanda Terima Berkas is issued; a request from afar
    /// has date and sender of its e-mail instead.
    pub fn submit(&mut self, case: &str, duplicate_reason: Option<&str>) -> Result<()> {
        let composer = self.composer()?;
        let reason = duplicate_reason.unwrap_or_default().to_owned();
        let words = reason.clone();
        self.step(
            case,
            TransitionId::T05,
            |facts| facts.duplicate_reason = reason,
            |plan, record, seat| {
                if record.layanan == Layanan::PendampinganInaproc {
                    return Err(Error::new(Code::TransitionRefused, "nothing is handed in")
                        .saying("Pendampingan INAPROC tidak menerima berkas.")
                        .advising("Selesaikan dengan catatan hasilnya."));
                }
                if record.channel == Channel::Daring {
                    return Ok(Extra { sealed: said(&words), ..Extra::default() });
                }
                let assessment = Assessment::of(seat, &plan.reader(), record, plan.now())?;
                let paper = paper::issue(plan, case, PaperKind::TandaTerima, composer.year(), |number| {
                    composer.tanda_terima(record, &assessment, number)
                })?;
                Ok(Extra { paper: Some(paper), sealed: said(&words), ..Extra::default() })
            },
        )?;
        self.forget_draft(case, "duplicate");
        Ok(())
    }

    /// T-08: everything is there; the guest gets a queue number. T-09: the request waits for its appointment.
    pub fn complete(&mut self, case: &str) -> Result<()> {
        if self.store.reader().case(case)?.channel == Channel::Daring {
            return self.step(case, TransitionId::T09, |_| {}, plain);
        }
        let zone = self.time_zone();
        self.step(
            case,
            TransitionId::T08,
            |_| {},
            |plan, _, _| {
                let day = zone.office_day(plan.now()).to_string();
                let sequence = plan.next_queue(&day)?;
                let label = format_queue_number(DESK_QUEUE, sequence);
                Ok(Extra { queue: Some(QueueTicket { label, day, sequence }), ..Extra::default() })
            },
        )
    }

    /// T-06 or T-18: something is missing or wrong; the Lembar Kekurangan says what to bring.
    pub fn send_for_repair(&mut self, case: &str, items: &[ShortageItem], until: NaiveDate) -> Result<()> {
        let id = match self.store.reader().case(case)?.status {
            Status::Verifikasi => TransitionId::T18,
            _ => TransitionId::T06,
        };
        if until < self.today() {
            return Err(Error::new(Code::InvalidInput, "the date is in the past")
                .saying("Batas waktu perbaikan sudah lewat.")
                .advising("Pilih tanggal hari ini atau sesudahnya."));
        }
        let composer = self.composer()?;
        let reasons: Vec<Reason> = items.iter().map(|item| item.reason).collect();
        let codes: Vec<String> = reasons.iter().map(|reason| reason.code().to_owned()).collect();
        let notes: Vec<(Reason, String)> =
            items.iter().map(|item| (item.reason, item.note.clone())).collect();
        let until = until.to_string();
        self.step(
            case,
            id,
            |facts| facts.reasons = reasons,
            |plan, record, _| {
                let paper =
                    paper::issue(plan, case, PaperKind::LembarKekurangan, composer.year(), |number| {
                        composer.lembar_kekurangan(record, &notes, &until, number)
                    })?;
                let sealed_notes =
                    notes.iter().map(|(reason, note)| (reason.code().to_owned(), note.clone())).collect();
                Ok(Extra {
                    codes,
                    due: Some(until.clone()),
                    paper: Some(paper),
                    sealed: Some(Sealed::Reasons { notes: sealed_notes, text: String::new() }),
                    ..Extra::default()
                })
            },
        )
    }

    /// T-07: the vendor came back; every shortage was answered.
    pub fn resubmit(&mut self, case: &str) -> Result<()> {
        // The petugas who takes the documents back answers for each shortage by this step.
        self.step(case, TransitionId::T07, |facts| facts.unanswered_shortages = Some(Vec::new()), plain)
    }

    /// T-15: a verifikator takes the case; the clock of step 5 starts.
    pub fn start(&mut self, case: &str) -> Result<()> {
        self.step(case, TransitionId::T15, |_| {}, plain)
    }

    /// T-16: a pause with its reason.
    pub fn pause(&mut self, case: &str, reason: &str) -> Result<()> {
        self.reasoned(case, TransitionId::T16, reason)
    }

    /// T-17: goes on; another verifikator than before leaves a note of handover.
    pub fn resume(&mut self, case: &str, note: &str) -> Result<()> {
        self.reasoned(case, TransitionId::T17, note)
    }

    /// T-31: a Lembar Kekurangan given by mistake is taken back; it stays filed.
    pub fn withdraw_shortages(&mut self, case: &str, reason: &str) -> Result<()> {
        self.reasoned(case, TransitionId::T31, reason)
    }

    /// T-22: the approver hands the case back.
    pub fn send_back(&mut self, case: &str, reason: &str) -> Result<()> {
        self.reasoned(case, TransitionId::T22, reason)
    }

    /// T-19: declared SESUAI; every guard names what is missing.
    pub fn declare(&mut self, case: &str) -> Result<()> {
        self.step(case, TransitionId::T19, |_| {}, plain)
    }

    /// T-21: approved with the password; number and Bukti come in one transaction. Past the minutes of the SOP one line
    /// says why; where it stays empty, the Bukti says that.
    pub fn approve(&mut self, case: &str, password: &str, over_time_reason: &str) -> Result<(), Refusal> {
        self.acting(Right::Approve)?;
        require_length(over_time_reason)?;
        // What is missing is said before a password is tried.
        let record = self.store.reader().case(case)?;
        let mut facts = facts_of_step(&self.seat, &self.store.reader(), &record, self.store.now())?;
        facts.password_reentered = true;
        check(TransitionId::T21, Some(record.status), &facts)?;
        self.confirm_password(password)?;
        let composer = self.composer()?;
        let reason = over_time_reason.trim().to_owned();
        self.step(
            case,
            TransitionId::T21,
            |facts| facts.password_reentered = true,
            |plan, record, seat| {
                let mut record = record.clone();
                record.over_time_reason = Some(reason.clone());
                let assessment = Assessment::of(seat, &plan.reader(), &record, plan.now())?;
                let head = plan.head()?;
                let paper =
                    paper::issue(plan, case, PaperKind::BuktiVerifikasi, composer.year(), |number| {
                        composer.bukti(&record, &assessment, Some(number), None, &head)
                    })?;
                let sealed = Sealed::Reasons { notes: Vec::new(), text: reason.clone() };
                Ok(Extra { paper: Some(paper), sealed: Some(sealed), ..Extra::default() })
            },
        )?;
        Ok(())
    }

    /// T-23 and, by the program itself, T-24: the account is active; SIKAP is due some working days later.
    pub fn record_activation(&mut self, case: &str, user_id: &str) -> Result<()> {
        let user_id = user_id.trim().to_owned();
        let sealed = Sealed::Activation { user_id: user_id.clone() };
        self.step(
            case,
            TransitionId::T23,
            |facts| facts.spse_user_id = user_id,
            |_, _, _| Ok(Extra { sealed: Some(sealed), ..Extra::default() }),
        )?;
        // The activation stands; what fails from here on is made up for at the next unlock.
        let _ = self.follow_sikap(case);
        Ok(())
    }

    /// T-24 by the program itself.
    pub(super) fn follow_sikap(&mut self, case: &str) -> Result<()> {
        let holidays = self.store.reader().holidays()?.dates();
        let [days, ..] = self.limits_of(self.store.reader().case(case)?.opened_at)?.sikap_days;
        let due = add_working_days(self.today(), days, &holidays).to_string();
        self.step_as(
            &Actor::system(),
            case,
            TransitionId::T24,
            |_| {},
            |_, _, _| Ok(Extra { due: Some(due), ..Extra::default() }),
        )
    }

    /// T-16 by the program: what a crash or power cut left in VERIFIKASI at `at` waits in DITUNDA (S-22).
    pub(super) fn pause_interrupted(&mut self, case: &str, at: DateTime<Utc>) -> Result<()> {
        let words = "Loket tertutup saat verifikasi".to_owned();
        let sealed = Sealed::Reasons { notes: Vec::new(), text: words.clone() };
        self.step_as(
            &Actor::system(),
            case,
            TransitionId::T16,
            |facts| {
                facts.actor_holds_case = true;
                facts.reason_text = words;
            },
            |_, _, _| Ok(Extra { sealed: Some(sealed), cut_at: Some(at.to_rfc3339()), ..Extra::default() }),
        )
    }

    pub(super) fn reasoned(&mut self, case: &str, id: TransitionId, reason: &str) -> Result<()> {
        require_length(reason)?;
        let text = reason.trim().to_owned();
        let sealed = said(&text);
        self.step(
            case,
            id,
            |facts| facts.reason_text = text,
            |_, _, _| Ok(Extra { sealed, ..Extra::default() }),
        )
    }

    pub(super) fn step(
        &mut self,
        case: &str,
        id: TransitionId,
        answer: impl FnOnce(&mut Facts),
        extra: impl FnOnce(&Plan<'_>, &CaseRecord, &Seat) -> Result<Extra>,
    ) -> Result<()> {
        let actor = self.acting(id.transition().right)?;
        self.step_as(&actor, case, id, answer, extra)
    }

    /// Checks one row of the table inside the transaction and writes the move it allows.
    pub(super) fn step_as(
        &mut self,
        actor: &Actor,
        case: &str,
        id: TransitionId,
        answer: impl FnOnce(&mut Facts),
        extra: impl FnOnce(&Plan<'_>, &CaseRecord, &Seat) -> Result<Extra>,
    ) -> Result<()> {
        let seat = &self.seat;
        self.store.act(actor, |plan| {
            let record = plan.reader().case(case)?;
            if !record.layanan.takes(id) {
                return Err(not_taken(record.layanan));
            }
            let mut facts = facts_of_step(seat, &plan.reader(), &record, plan.now())?;
            answer(&mut facts);
            let to = check(id, Some(record.status), &facts)?;
            if id.transition().needs_trusted_clock() {
                plan.require_trusted_clock()?;
            }
            let Extra { codes, queue, due, paper, confirmation, session, sealed, cut_at, said_at, outcome } =
                extra(plan, &record, seat)?;
            // Whoever is verified from afar shows a code that was made for this call.
            let begins =
                matches!(id, TransitionId::T15 | TransitionId::T17) && record.channel == Channel::Daring;
            let session_code = begins.then(|| plan.new_session_code());
            let step = Move {
                transition: id,
                from: record.status,
                to,
                codes,
                queue,
                due,
                paper,
                confirmation,
                session,
                session_code,
                cut_at,
                said_at,
                outcome,
            };
            let act = Act::on_case(case, Open::Moved(step));
            Ok(match sealed {
                Some(sealed) => act.sealing(sealed),
                None => act,
            })
        })?;
        Ok(())
    }
}

fn not_taken(layanan: Layanan) -> Error {
    let refused = Error::new(Code::TransitionRefused, "no step of this layanan");
    match layanan {
        Layanan::PendampinganInaproc => refused
            .saying("Pendampingan INAPROC tidak diverifikasi di sini.")
            .advising("Selesaikan dengan catatan hasilnya."),
        Layanan::AkunBaru | Layanan::PerubahanData => refused
            .saying("Langkah ini bukan bagian dari perubahan data.")
            .advising("Akunnya sudah ada; teruskan dengan berkas perubahannya."),
    }
}

/// A step that adds nothing.
pub(super) fn plain(_: &Plan<'_>, _: &CaseRecord, _: &Seat) -> Result<Extra> {
    Ok(Extra::default())
}

fn said(text: &str) -> Option<Sealed> {
    (!text.is_empty()).then(|| Sealed::Reasons { notes: Vec::new(), text: text.to_owned() })
}
