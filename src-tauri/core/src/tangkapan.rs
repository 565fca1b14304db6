//! Tangkapan: pictures of the video call as evidence that the originals were shown (SOP row 5b, R-05, G-DARING).
//!
//! A picture counts when it was taken inside a session of the case. What Loket captures or takes from the clipboard
//! it dates itself; a photograph from a phone says its own time, which is shown beside the session and never
//! believed without one.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How far the clock of a phone may be off before its picture is outside the session.
pub const PHONE_CLOCK_SLACK: TimeDelta = TimeDelta::minutes(2);

/// How a picture of the call came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum TangkapanSource {
    /// A window or part of the screen.
    Layar,
    Tempel,
    FotoHp,
}

/// What a picture of the call is meant to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum TangkapanShows {
    Wajah,
    Ktp,
    Npwp,
    Lainnya,
}

/// A stretch of time in which a call was held; it still runs while there is no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallTime {
    pub began: DateTime<Utc>,
    pub ended: Option<DateTime<Utc>>,
}

/// What a picture of the call is worth as evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Counts,
    /// Taken before or after its call, or nobody knows when.
    Outside,
    /// Of a call that a decision cannot rest on any more: a predecessor's, or before the vendor was sent home.
    Earlier,
}

impl Standing {
    /// Why a picture does not count, as the strip says it.
    pub fn objection(self) -> Option<&'static str> {
        match self {
            Self::Counts => None,
            Self::Outside => Some("di luar sesi"),
            Self::Earlier => Some("panggilan terdahulu"),
        }
    }
}

impl TangkapanSource {
    pub fn label(self) -> &'static str {
        match self {
            Self::Layar => "tangkapan layar",
            Self::Tempel => "ditempel",
            Self::FotoHp => "foto dari HP",
        }
    }

    /// The same of a picture that belongs to no call: what is picked there is what the vendor sent.
    pub fn label_outside_call(self) -> &'static str {
        match self {
            Self::Layar | Self::Tempel => self.label(),
            Self::FotoHp => "dari berkas",
        }
    }
}

impl TangkapanShows {
    pub fn label(self) -> &'static str {
        match self {
            Self::Wajah => "Wajah dan kode",
            Self::Ktp => "KTP asli di video",
            Self::Npwp => "NPWP asli di video",
            Self::Lainnya => "Lainnya",
        }
    }
}

impl CallTime {
    /// Whether a picture belongs to this call. `exif_at` is what a phone says; Loket's own time is `sealed_at`.
    pub fn holds(
        &self,
        source: TangkapanSource,
        sealed_at: DateTime<Utc>,
        exif_at: Option<DateTime<Utc>>,
    ) -> bool {
        let (at, slack) = match (source, exif_at) {
            // Nobody photographs what is still to come.
            (TangkapanSource::FotoHp, Some(at)) if at > sealed_at + PHONE_CLOCK_SLACK => return false,
            (TangkapanSource::FotoHp, Some(at)) => (at, PHONE_CLOCK_SLACK),
            // Without a time of its own a photograph may be of any day.
            (TangkapanSource::FotoHp, None) => return false,
            _ => (sealed_at, TimeDelta::zero()),
        };
        at >= self.began - slack && self.ended.is_none_or(|ended| at <= ended + slack)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;

    use super::*;

    fn at(hour: u32, minute: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 24, hour, minute, 0).unwrap()
    }

    #[test]
    fn what_loket_captures_counts_from_the_first_moment_of_the_call_to_the_last() {
        let call = CallTime { began: at(3, 0), ended: Some(at(3, 20)) };
        for source in [TangkapanSource::Layar, TangkapanSource::Tempel] {
            assert!(!call.holds(source, at(2, 59), None));
            assert!(call.holds(source, at(3, 0), None) && call.holds(source, at(3, 20), None));
            assert!(!call.holds(source, at(3, 21), None));
            assert!(call.holds(source, at(3, 5), Some(at(9, 0))), "the screen has no clock of its own");
        }
        assert!(CallTime { ended: None, ..call }.holds(TangkapanSource::Layar, at(9, 0), None));
    }

    #[test]
    fn a_photograph_counts_by_its_own_time_and_never_without_one() {
        let call = CallTime { began: at(3, 0), ended: Some(at(3, 20)) };
        let photo = |exif_at| call.holds(TangkapanSource::FotoHp, at(3, 30), exif_at);
        assert!(photo(Some(at(3, 10))), "sealed later, taken in time");
        assert!(photo(Some(at(2, 58))) && photo(Some(at(3, 22))), "the phone may be a little off");
        assert!(!photo(Some(at(2, 57))) && !photo(Some(at(3, 23))));
        assert!(!photo(None));
        assert!(!call.holds(TangkapanSource::FotoHp, at(3, 10), None), "nor by the time it was sealed");
        let running = CallTime { ended: None, ..call };
        let ahead = |minute| running.holds(TangkapanSource::FotoHp, at(3, 10), Some(at(3, minute)));
        assert!(ahead(12) && !ahead(13), "nor by a time that is still to come");
    }
}
