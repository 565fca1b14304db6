//! The weeks before the morning: requests from afar, one left in every state that such a request can be in.
//!
//! Calls happen only in the hours that an office offers for them, so their days follow the calendar; what is told
//! between them stands at its distance from today.

use chrono::{DateTime, Days, TimeDelta, Utc};

use super::online::DAYS_AHEAD;
use super::{Arrival, Coming, Morning};
use crate::actions::TangkapanMarks;
use crate::actions::contact::Contact;
use crate::actions::step::ShortageItem;
use crate::actions::tangkapan::CheckedTangkapan;
use crate::error::{Code, Error, Result};
use crate::form::FormField;
use crate::kiriman::KirimanEnd;
use crate::permohonan::{Confirmation, ContactMethod, ContactPurpose, RedirectTarget};
use crate::reasons::Reason;
use crate::schedule::{REPAIR_DAYS, add_working_days};
use crate::specimen::from_afar;
use crate::tangkapan::{TangkapanShows, TangkapanSource};

/// How many write with scans.
pub(super) const WRITERS: usize = 12;

/// How long before now a call must have begun to be found running.
const RUNNING: TimeDelta = TimeDelta::minutes(8);

/// A call that begins later than the weeks end: in the morning itself.
pub(super) struct LaterCall {
    case: String,
    start: DateTime<Utc>,
}

/// How a call went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Call {
    NobodyCame,
    BrokeOff,
    Approved,
    Declared,
    Runs,
}

/// A request whose call has its time.
struct Promised {
    start: DateTime<Utc>,
    case: String,
    arrival: Arrival,
    call: Call,
}

impl Morning<'_> {
    pub(super) fn tell_weeks(&mut self, writers: [Coming; WRITERS]) -> Result<Option<LaterCall>> {
        let [done, listed, elsewhere, followed, unreadable, rest @ ..] = writers;
        let [absent, cut_off, approved, declared, running, waiting, submitted] = rest;

        let silent = self.register("L-01")?;
        self.reach(24, 8);
        self.session.lapse_link(&silent)?;
        let done = self.verify_from_afar(&done.arrive()?)?;
        self.reach(16, 8);
        self.refuse(&listed.arrive()?)?;
        self.reach(10, 8);
        self.session.close_sikap(&done, Confirmation::Telepon)?;
        self.end_early(&elsewhere.arrive()?)?;
        self.verify_from_afar(&followed.arrive()?)?;

        self.reach(5, 6);
        self.ask_for_a_better_scan(&unreadable.arrive()?)?;
        let later = self.hold(vec![
            (absent.arrive()?, Call::NobodyCame),
            (cut_off.arrive()?, Call::BrokeOff),
            (approved.arrive()?, Call::Approved),
            (declared.arrive()?, Call::Declared),
            (running.arrive()?, Call::Runs),
        ])?;

        self.reach(1, 15);
        let registered = self.register("L-08")?;
        self.session.link_came(&registered, self.session.store().now())?;
        self.register("L-07")?;
        self.take_in(&waiting.arrive()?)?;
        self.submit(&submitted.arrive()?)?;
        self.open_without_scans("L-17")?;
        Ok(later)
    }

    pub(super) fn begin_later_call(&mut self, later: LaterCall) -> Result<()> {
        self.clock.reach(later.start);
        self.session.start(&later.case)
    }

    /// Two attempts to reach the vendor, then the time of tolerance is over (S-13).
    fn wait_in_vain(&mut self, case: &str, start: DateTime<Utc>) -> Result<()> {
        for minutes in [4, 11] {
            self.clock.reach(start + TimeDelta::minutes(minutes));
            let attempt = Contact {
                method: ContactMethod::Telepon,
                purpose: ContactPurpose::Jadwal,
                reached: false,
                note: String::new(),
            };
            self.session.log_contact(case, &attempt)?;
        }
        self.clock.reach(start + TimeDelta::minutes(16));
        self.session.mark_no_show(case)
    }

    /// From the message to the account that is switched on (S-02).
    fn verify_from_afar(&mut self, arrival: &Arrival) -> Result<String> {
        let case = self.take_in(arrival)?;
        let start = self.promise(&case, self.session.store().now())?;
        self.call(&case, arrival, start)?;
        self.approve(&case)?;
        let shop = arrival.guest.typed(FormField::NamaUsaha).to_lowercase().replace(' ', "");
        self.session.record_activation(&case, &shop)?;
        Ok(case)
    }

    fn approve(&mut self, case: &str) -> Result<()> {
        self.session.declare(case)?;
        self.clock.pass(1);
        self.session.approve(case, self.password, "").map_err(|refused| refused.error)?;
        Ok(())
    }

    /// The call, with everything that a decision asks for: both originals, the face beside the code, a card.
    fn call(&mut self, case: &str, arrival: &Arrival, start: DateTime<Utc>) -> Result<()> {
        self.clock.reach(start);
        self.verify(case, |morning| {
            morning.greet(case, &arrival.guest, None)?;
            let face = (&arrival.npwp, TangkapanShows::Wajah);
            let card = (&arrival.ktp, TangkapanShows::Ktp);
            for (photo, shows) in [face, card] {
                let checked = CheckedTangkapan::check(TangkapanSource::Layar, photo.jpeg.clone())?;
                let id = morning.session.add_tangkapan(case, &checked)?;
                let is_face = shows == TangkapanShows::Wajah;
                let marks = TangkapanMarks { shows: Some(shows), code_visible: is_face, readable: !is_face };
                morning.session.mark_tangkapan(case, &id, marks)?;
            }
            Ok(())
        })
    }

    /// On the day of the call the vendor stands on the list.
    fn refuse(&mut self, arrival: &Arrival) -> Result<()> {
        let case = self.take_in(arrival)?;
        let start = self.promise(&case, self.session.store().now())?;
        self.clock.reach(start);
        self.session.start(&case)?;
        self.clock.pass(9);
        self.session.refuse(&case, Reason::X01, "Tercantum dalam Daftar Hitam Nasional pada hari verifikasi.")
    }

    /// Ended before any call: by the vendor, or because another service is meant.
    fn end_early(&mut self, elsewhere: &Arrival) -> Result<()> {
        let withdrawn = self.open_without_scans("L-04")?;
        self.session.cancel(&withdrawn, "Pelaku usaha menarik permohonannya lewat surel.")?;
        let elsewhere = self.submit(elsewhere)?;
        self.session.redirect(&elsewhere, RedirectTarget::Inaproc, "Akun baru dibuat lewat INAPROC.")
    }

    fn ask_for_a_better_scan(&mut self, arrival: &Arrival) -> Result<()> {
        let case = self.submit(arrival)?;
        let until = add_working_days(self.session.today(), REPAIR_DAYS, &[]);
        let item = ShortageItem { reason: Reason::P01, note: String::new() };
        self.session.send_for_repair(&case, &[item], until)
    }

    /// The address is registered in SPSE, which sends the link to it.
    fn register(&mut self, id: &str) -> Result<String> {
        let case = self.open_without_scans(id)?;
        self.session.register_email(&case, self.session.store().now())?;
        self.clock.pass(20);
        Ok(case)
    }

    /// Takes several requests in, then leads their calls in the order of their times.
    fn hold(&mut self, arrivals: Vec<(Arrival, Call)>) -> Result<Option<LaterCall>> {
        let mut promised = Vec::new();
        for (arrival, call) in arrivals {
            let case = self.take_in(&arrival)?;
            let start = match call {
                Call::Runs => self.last_time_before_now(&case)?,
                _ => self.promise(&case, self.session.store().now() + TimeDelta::hours(1))?,
            };
            promised.push(Promised { start, case, arrival, call });
        }
        promised.sort_by_key(|each| each.start);
        let mut later = None;
        for Promised { start, case, arrival, call } in promised {
            if call == Call::Runs && start > self.begin_of_morning() {
                later = Some(LaterCall { case, start });
                continue;
            }
            self.clock.reach(start);
            match call {
                Call::NobodyCame => self.wait_in_vain(&case, start)?,
                Call::Runs => self.session.start(&case)?,
                Call::BrokeOff => {
                    self.session.start(&case)?;
                    self.clock.pass(11);
                    self.session.pause(&case, "Sambungan terputus, pelaku usaha minta waktu lain.")?;
                }
                Call::Approved => {
                    self.call(&case, &arrival, start)?;
                    self.approve(&case)?;
                }
                Call::Declared => {
                    self.call(&case, &arrival, start)?;
                    self.session.declare(&case)?;
                }
            }
        }
        Ok(later)
    }

    /// The last time before now that can be promised, for the call that is found running.
    fn last_time_before_now(&mut self, case: &str) -> Result<DateTime<Utc>> {
        let days = self.session.diary(case, self.session.today(), DAYS_AHEAD)?;
        let latest = self.now - RUNNING;
        let start =
            days.iter().flat_map(|day| &day.slots).map(|slot| slot.start).rfind(|start| *start <= latest);
        let start = start.ok_or_else(|| Error::new(Code::Internal, "no time before now"))?;
        self.book(case, start)?;
        Ok(start)
    }

    /// Goes on to an hour of a day before today, as the office counts days.
    fn reach(&self, days_before: u64, hour: u32) {
        let zone = self.session.time_zone();
        let day = zone.office_day(self.now) - Days::new(days_before);
        self.clock.reach(zone.start_of_day(day) + TimeDelta::hours(hour.into()));
    }

    /// The scans will follow: the form is filled from the words of the message.
    fn open_without_scans(&mut self, id: &str) -> Result<String> {
        let guest = from_afar(id).ok_or_else(|| Error::new(Code::NotFound, "no such guest"))?;
        let (case, kiriman) = self.open_from(&guest, &[])?;
        self.session.end_kiriman(&kiriman, KirimanEnd::Selesai)?;
        self.fill(&case, &guest)?;
        Ok(case)
    }
}
