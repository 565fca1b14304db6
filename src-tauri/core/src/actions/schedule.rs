//! Jadwal: online sessions are promised, moved, missed (T-10 to T-14), and the vendor is told.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use crate::error::{Code, Error, Missing, Result};
use crate::form::FormField;
use crate::permohonan::{ContactMethod, TransitionId};
use crate::place::Place;
use crate::role::Right;
use crate::schedule::{
    Diary, Holidays, Invitation, InvitationStatus, Judgement, MailAddress, Notice, NoticeFacts, NoticeKind,
    ServiceHours, SessionState, Slot, VideoWay, Window, email_draft, email_message, notice,
};
use crate::store::act::{Act, Open, Sealed, SessionBooked};
use crate::store::read::{AgendaLine, CaseRecord, Reader};

use super::Session;
use super::assess::case_facts;
use super::online::{current, promised};
use super::paper::{self, Occasion};
use super::require::require_length;
use super::session::Seat;
use super::step::{Extra, plain};

/// A time that an officer wants to promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    pub start: DateTime<Utc>,
    /// Officer who leads the call.
    pub verifikator: String,
    pub way: VideoWay,
    /// Link or number of the call; may be told later.
    pub join: String,
}

/// One day of the diary.
#[derive(Clone, Debug)]
pub struct DiaryDay {
    pub date: NaiveDate,
    pub holiday: Option<String>,
    pub windows: Vec<Window>,
    pub sessions: Vec<AgendaLine>,
    /// Times that can still be promised, with who could lead each.
    pub slots: Vec<Slot>,
}

/// The address at which a vendor is written to.
pub(super) fn recipient(record: &CaseRecord) -> String {
    record.form_value(FormField::Surel).trim().to_owned()
}

/// Writes a notice with its invitation as a message.
type WriteMessage = fn(&Notice, &MailAddress, &MailAddress, &str, DateTime<Utc>, &str) -> Result<Vec<u8>>;

impl Session {
    /// Some days of the diary with what is promised and what can still be, and who could lead it. The case that is
    /// moved does not stand in its own way.
    pub fn diary(&self, case: &str, from_day: NaiveDate, days: u32) -> Result<Vec<DiaryDay>> {
        self.acting(Right::SeeMasked)?;
        let reader = self.store.reader();
        let zone = self.time_zone();
        let days = from_day.iter_days().take(days.min(MOST_DAYS) as usize);
        days.map(|date| {
            let midnight = zone.start_of_day(date);
            let (slots, holiday, windows) = self.on_day(reader, case, date, |diary| {
                let holiday = diary.holidays.is_holiday(date).map(str::to_owned);
                let windows = diary.hours.on_day(date);
                (diary.free_slots(date, 1), holiday, windows)
            })?;
            let sessions = reader.agenda(midnight, midnight + TimeDelta::days(1))?;
            Ok(DiaryDay { date, holiday, windows, sessions, slots })
        })
        .collect()
    }

    /// What stands against a time that an officer chose.
    pub fn judge_booking(&self, case: &str, booking: &Booking) -> Result<Judgement> {
        self.acting(Right::Completeness)?;
        let reader = self.store.reader();
        let day = self.time_zone().office_day(booking.start);
        let minutes = ServiceHours::of_day(day, &reader.service_hours()?).session_minutes;
        self.on_day(reader, case, day, |diary| diary.judge(booking.start, minutes, &booking.verifikator))
    }

    /// Sessions of some days, earliest first.
    pub fn agenda(&self, from_day: NaiveDate, days: u32) -> Result<Vec<AgendaLine>> {
        self.acting(Right::SeeMasked)?;
        let zone = self.time_zone();
        let until = from_day.checked_add_days(Days::new(u64::from(days.min(MOST_DAYS)))).unwrap_or(from_day);
        self.store.reader().agenda(zone.start_of_day(from_day), zone.start_of_day(until))
    }

    /// T-10: a time is promised.
    pub fn schedule(&mut self, case: &str, booking: &Booking) -> Result<()> {
        self.promise(case, TransitionId::T10, booking, "")
    }

    /// T-11: another time is promised, with the reason.
    pub fn reschedule(&mut self, case: &str, booking: &Booking, reason: &str) -> Result<()> {
        self.promise(case, TransitionId::T11, booking, reason)
    }

    fn promise(&mut self, case: &str, id: TransitionId, booking: &Booking, reason: &str) -> Result<()> {
        self.acting(id.transition().right)?;
        require_length(reason)?;
        require_length(&booking.join)?;
        self.require_verifikator(&booking.verifikator)?;
        let judged = self.judge_booking(case, booking)?;
        let reason = reason.trim().to_owned();
        let said = reason.clone();
        let zone = self.time_zone();
        let hours = ServiceHours::of_day(zone.office_day(booking.start), &self.service_hours_set()?);
        let minutes = hours.session_minutes;
        let session = SessionBooked {
            start: booking.start.to_rfc3339(),
            minutes,
            verifikator: booking.verifikator.clone(),
            way: booking.way,
        };
        let sealed = Sealed::Session { join: booking.join.trim().to_owned(), reason };
        let why = judged.why.as_ref().map(|clash| clash.label(zone));
        self.step(
            case,
            id,
            |facts| {
                facts.slot_free = judged.free;
                facts.within_service_hours = judged.within_hours;
                facts.reason_text = said;
            },
            |_, _, _| match why {
                // The guards of T-11 do not ask about the time; nobody is promised one that is taken.
                Some(why) => Err(unfit(id, why)),
                None => Ok(Extra { session: Some(session), sealed: Some(sealed), ..Extra::default() }),
            },
        )
    }

    /// T-12: nobody came, though the office waited and tried to reach the vendor.
    pub fn mark_no_show(&mut self, case: &str) -> Result<()> {
        self.step(case, TransitionId::T12, |_| {}, plain)
    }

    /// T-13: the vendor wants another appointment.
    pub fn ask_new_schedule(&mut self, case: &str) -> Result<()> {
        self.step(case, TransitionId::T13, |_| {}, plain)
    }

    /// T-14: missed too often, or silent for too long.
    pub fn close_no_show(&mut self, case: &str) -> Result<()> {
        let composer = self.composer()?;
        self.step(
            case,
            TransitionId::T14,
            |_| {},
            |plan, record, _| {
                let paper = paper::issue_letter(plan, &composer, record, Occasion::NoShow)?;
                Ok(Extra { paper: Some(paper), ..Extra::default() })
            },
        )
    }

    /// The ready text of one occasion about the session that counts now.
    pub fn notice(&self, case: &str, kind: NoticeKind) -> Result<Notice> {
        self.acting(Right::Completeness)?;
        self.notice_words(case, kind)
    }

    /// The same for the program itself, which sends on behalf of whoever queued it.
    pub(super) fn notice_words(&self, case: &str, kind: NoticeKind) -> Result<Notice> {
        let record = self.store.reader().case(case)?;
        let facts = self.notice_facts(&record)?;
        let state = current(&record).map(|session| session.state);
        if !kind.fits(state, facts.earlier_start.is_some()) {
            return Err(Error::new(Code::TransitionRefused, "a notice of something else")
                .saying("Pemberitahuan ini tidak sesuai dengan keadaan jadwalnya.")
                .advising("Buka permohonannya lagi untuk melihat teks yang sesuai."));
        }
        Ok(notice(kind, &facts))
    }

    /// The vendor was told, by these means; the words are kept.
    pub fn note_notice(&mut self, case: &str, kind: NoticeKind, method: ContactMethod) -> Result<()> {
        let actor = self.acting(Right::LogContact)?;
        let words = self.notice(case, kind)?;
        let words = match method {
            ContactMethod::Whatsapp => words.whatsapp,
            _ => format!("{}\n\n{}", words.subject, words.body),
        };
        self.store.act(&actor, |plan| {
            super::require::require_open(&plan.reader().case(case)?)?;
            Ok(Act::on_case(case, Open::NoticeSent { kind, method }).sealing(Sealed::Text(words)))
        })?;
        Ok(())
    }

    /// The appointment as a calendar file.
    pub fn invitation(&self, case: &str) -> Result<String> {
        self.acting(Right::Completeness)?;
        let record = self.store.reader().case(case)?;
        self.invitation_of(&record).map(|invitation| invitation.to_ics())
    }

    /// The notice as a message that a mail program opens to be sent, with the calendar file attached.
    pub fn notice_draft(&self, case: &str, kind: NoticeKind) -> Result<Vec<u8>> {
        self.acting(Right::Completeness)?;
        self.written(case, kind, "", email_draft).map(|(_, draft)| draft)
    }

    /// The notice as a message that Loket sends itself, and the address it goes to.
    pub(super) fn notice_message(
        &self,
        case: &str,
        kind: NoticeKind,
        letter: &str,
    ) -> Result<(String, Vec<u8>)> {
        self.written(case, kind, letter, email_message)
    }

    fn written(
        &self,
        case: &str,
        kind: NoticeKind,
        letter: &str,
        write: WriteMessage,
    ) -> Result<(String, Vec<u8>)> {
        let record = self.store.reader().case(case)?;
        let words = self.notice(case, kind)?;
        let invitation = self.invitation_of(&record)?;
        let office = self.office_address().ok_or_else(|| {
            Error::new(Code::InvalidInput, "no office address")
                .saying("Alamat surel kantor belum diisi.")
                .advising("Minta admin mengisi surel kantor di Setelan, atau salin teksnya.")
        })?;
        let to =
            MailAddress { name: record.company.clone().unwrap_or_default(), address: recipient(&record) };
        let id =
            format!("{}-{}-{}{letter}@loket.invalid", invitation.uid, invitation.sequence, kind_word(kind));
        let message = write(&words, &office, &to, &invitation.to_ics(), self.store.now(), &id)?;
        Ok((to.address, message))
    }

    /// The hours that hold today.
    pub fn service_hours(&self) -> Result<ServiceHours> {
        Ok(ServiceHours::of_day(self.today(), &self.service_hours_set()?))
    }

    /// What the office has set, each with the day from which it holds, oldest first.
    pub fn service_hours_set(&self) -> Result<Vec<(NaiveDate, ServiceHours)>> {
        self.store.reader().service_hours()
    }

    /// Hours that hold from a day on; sessions that were promised keep their time.
    pub fn set_service_hours(&mut self, hours: ServiceHours, since: NaiveDate) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        hours.check()?;
        let today = self.today();
        if since < today {
            return Err(Error::new(Code::InvalidInput, "hours in the past")
                .saying("Jam layanan tidak dapat berlaku surut.")
                .advising("Pilih hari ini atau sesudahnya."));
        }
        self.store.act(&actor, |plan| {
            plan.require_trusted_clock()?;
            Ok(Act::office(Open::ServiceHoursSet { hours, since: since.to_string() }))
        })?;
        Ok(())
    }

    pub fn holidays(&self) -> Result<Holidays> {
        self.store.reader().holidays()
    }

    /// Takes a list of holidays in place of the years that it names.
    pub fn set_holidays(&mut self, holidays: Holidays) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        self.store.act(&actor, |plan| {
            let holidays = plan.reader().holidays()?.renewed(holidays);
            Ok(Act::office(Open::HolidaysSet { holidays }))
        })?;
        Ok(())
    }

    /// Officers who may lead a call: id and name.
    pub fn verifikators(&self) -> Result<Vec<(String, String)>> {
        let officers = self.officers()?.into_iter();
        Ok(officers
            .filter(|officer| officer.active && officer.roles.iter().any(|role| role.may(Right::Verify)))
            .map(|officer| (officer.id, officer.name))
            .collect())
    }

    fn require_verifikator(&self, id: &str) -> Result<()> {
        if self.verifikators()?.iter().any(|(known, _)| known == id) {
            return Ok(());
        }
        Err(Error::new(Code::InvalidInput, "no such verifikator")
            .saying("Verifikator untuk sesi ini belum dipilih.")
            .advising("Pilih verifikator yang memimpin panggilan."))
    }

    fn on_day<T>(
        &self,
        reader: Reader<'_>,
        case: &str,
        day: NaiveDate,
        ask: impl FnOnce(&Diary<'_>) -> T,
    ) -> Result<T> {
        let zone = self.time_zone();
        let midnight = zone.start_of_day(day);
        // A session of the evening before may reach into this day.
        let (from, until) = (midnight - TimeDelta::days(1), midnight + TimeDelta::days(2));
        let booked = reader.booked(from, until, case)?;
        let verifikators: Vec<String> = self.verifikators()?.into_iter().map(|(id, _)| id).collect();
        Ok(ask(&Diary {
            hours: &ServiceHours::of_day(day, &reader.service_hours()?),
            holidays: &reader.holidays()?,
            zone,
            booked: &booked,
            verifikators: &verifikators,
            now: self.store.now(),
        }))
    }

    fn notice_facts(&self, record: &CaseRecord) -> Result<NoticeFacts> {
        let session = current(record).ok_or_else(|| {
            Error::new(Code::TransitionRefused, "no session")
                .saying("Permohonan ini belum mempunyai jadwal.")
                .advising("Tetapkan jadwalnya lebih dahulu.")
        })?;
        let moved = record.sessions.iter().rev().find(|other| other.state == SessionState::DijadwalkanUlang);
        let Seat { office, .. } = &self.seat;
        Ok(NoticeFacts {
            company: record.company.clone().unwrap_or_default(),
            permohonan_number: record.number.clone(),
            start: session.start,
            minutes: session.minutes,
            zone: self.time_zone(),
            way: session.way,
            join: session.join.clone(),
            office: office.identity.name.clone(),
            office_contact: office.identity.contact.clone(),
            prepare: to_show(record),
            earlier_start: moved.map(|other| other.start),
        })
    }

    fn invitation_of(&self, record: &CaseRecord) -> Result<Invitation> {
        let facts = self.notice_facts(record)?;
        let words = notice(NoticeKind::Jadwal, &facts);
        let stands =
            promised(record).is_some() || current(record).is_some_and(|session| session.began_at.is_some());
        Ok(Invitation {
            uid: format!("jadwal-{}", record.id),
            stamp: self.store.now(),
            start: facts.start,
            minutes: facts.minutes,
            summary: format!("Verifikasi akun SPSE {}", facts.company),
            description: words.body,
            location: facts.join,
            organizer: self.office_address(),
            // Every promise and its end is newer than what a calendar holds (RFC 5545, section 3.8.7.4).
            sequence: record.sessions.len() as u32 * 2 - u32::from(stands),
            status: if stands { InvitationStatus::Confirmed } else { InvitationStatus::Cancelled },
        })
    }

    pub(super) fn office_address(&self) -> Option<MailAddress> {
        let identity = &self.seat.office.identity;
        let address = identity.email.trim();
        (!address.is_empty())
            .then(|| MailAddress { name: identity.name.clone(), address: address.to_owned() })
    }
}

/// What the vendor has to show on the call: every document without which nothing can be decided (T-19). Of what was true
/// before a change a copy will do.
fn to_show(record: &CaseRecord) -> Vec<String> {
    let required = case_facts(record).required_documents().into_iter();
    required
        .map(|document| {
            let form = if document.kind.is_former() { " (boleh salinan)" } else { " asli" };
            format!("{}{form}", document.label)
        })
        .collect()
}

/// Days that are looked at in one question.
const MOST_DAYS: u32 = 62;

fn kind_word(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Jadwal => "jadwal",
        NoticeKind::JadwalUlang => "ulang",
        NoticeKind::TidakHadir => "tidak-hadir",
        NoticeKind::Pengingat => "pengingat",
    }
}

fn unfit(id: TransitionId, why: String) -> Error {
    Error::missing(Code::GuardFailed, vec![Missing::new(id.to_string(), Place::Schedule, why)])
}
