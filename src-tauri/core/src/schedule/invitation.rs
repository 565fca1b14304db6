//! Undangan: an online session as an `.ics` file that a vendor's calendar opens (RFC 5545, RFC 5546).
//!
//! Nothing is drawn at random and no clock is read: the same invitation is the same bytes. Times are UTC, so
//! that no table of time zones has to travel with them.

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Parameter, Property};

use super::appointment::end_of;
use super::notice::one_line;

/// Name under which the file is attached.
pub const INVITATION_FILE: &str = "jadwal-verifikasi.ics";

/// The program that wrote a file, as RFC 5545 section 3.7.3 asks to be told.
const PRODUCT: &str = "-//Loket//Jadwal//ID";

/// Octets of a line without its break (RFC 5545 section 3.1).
const LINE: usize = 75;

/// Somebody who can be written to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailAddress {
    /// The name beside the address; may be empty.
    pub name: String,
    /// `nama@contoh.example`
    pub address: String,
}

/// Does the session still stand?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InvitationStatus {
    #[default]
    Confirmed,
    Cancelled,
}

/// What an `.ics` file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The same for every version of one session; a calendar replaces what it has under this name.
    pub uid: String,
    /// When this version was written.
    pub stamp: DateTime<Utc>,
    pub start: DateTime<Utc>,
    pub minutes: u16,
    pub summary: String,
    /// May have several lines; left out when empty, as the location is.
    pub description: String,
    /// Link or number of the call.
    pub location: String,
    /// RFC 5546 wants one in a published event; calendars open a file without one all the same.
    pub organizer: Option<MailAddress>,
    /// 0 for the first version, one more each time the session is moved or called off.
    pub sequence: u32,
    pub status: InvitationStatus,
}

impl Invitation {
    /// The file: lines end with CR LF and are folded at 75 octets.
    ///
    /// METHOD is PUBLISH, never REQUEST: the vendor is told and asked for no answer by calendar, and a
    /// session called off is published again with its status.
    pub fn to_ics(&self) -> String {
        let status = match self.status {
            InvitationStatus::Confirmed => EventStatus::Confirmed,
            InvitationStatus::Cancelled => EventStatus::Cancelled,
        };
        let mut event = Event::with_uid(&one_line(&self.uid));
        event
            .timestamp(self.stamp)
            .starts(self.start)
            .ends(end_of(self.start, self.minutes))
            .summary(&one_line(&self.summary))
            .sequence(self.sequence)
            .status(status);
        let (description, location) = (paragraphs(&self.description), one_line(&self.location));
        if !description.trim().is_empty() {
            event.description(&description);
        }
        if !location.is_empty() {
            event.location(&location);
        }
        if let Some(organizer) = &self.organizer {
            event.append_property(organizer_line(organizer));
        }
        let mut calendar = Calendar::empty();
        for (key, value) in
            [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
        {
            calendar.append_property(Property::new(key, value));
        }
        folded(&calendar.push(event.done()).to_string())
    }
}

fn organizer_line(organizer: &MailAddress) -> Property {
    let mut line =
        Property::new("ORGANIZER", format!("mailto:{}", one_line(&organizer.address).replace(' ', "")));
    // A parameter cannot hold a quotation mark in any spelling (RFC 5545 section 3.2).
    let name = one_line(&organizer.name).replace('"', "'");
    if !name.is_empty() {
        line.append_parameter(Parameter::new("CN", &name));
    }
    line
}

/// Lines of a text, each without signs that no calendar shows. The writer escapes the breaks between them.
fn paragraphs(text: &str) -> String {
    text.lines().map(one_line).collect::<Vec<_>>().join("\n")
}

/// Folds anew what the writer folded: its last piece of a long line can have 76 octets, because it does not
/// count the space in front of it.
fn folded(ics: &str) -> String {
    let mut out = String::with_capacity(ics.len());
    for line in ics.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > LINE {
                out.push_str("\r\n ");
                octets = 1;
            }
            out.push(letter);
            octets += letter.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}
