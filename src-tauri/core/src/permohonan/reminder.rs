//! Pengingat: when a vendor who must still come is reminded, before the limit from form to verification is over (A-02,
//! T-29).

use chrono::{DateTime, Duration, Utc};

/// The reminder that is due: the latest of `days` after the request (T-05) that is reached and that nobody has given
/// since.
pub fn reminder_due(
    days: [u32; 2],
    submitted: DateTime<Utc>,
    reminded: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Option<u32> {
    let after = |days: u32| submitted + Duration::days(days.into());
    let reached = days.into_iter().rev().find(|days| now >= after(*days))?;
    let since = after(reached);
    reminded.is_none_or(|at| at < since).then_some(reached)
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;

    use super::*;

    /// Ten o'clock of a day after the request, which came at eight of the first day.
    fn day(after: i64) -> DateTime<Utc> {
        submitted() + Duration::days(after) + Duration::hours(2)
    }

    fn submitted() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 23, 1, 0, 0).unwrap()
    }

    #[test]
    fn a_reminder_is_due_from_its_day_until_it_was_given() {
        for (reminded, now, due) in [
            (None, day(13), None),
            (None, submitted() + Duration::days(14), Some(14)),
            (None, day(24), Some(14)),
            (Some(day(3)), day(14), Some(14)),
            (Some(day(14)), day(24), None),
            (Some(day(14)), day(25), Some(25)),
            (None, day(26), Some(25)),
            (Some(day(25)), day(29), None),
            // The clock went back: what lies in the future was given.
            (Some(day(40)), day(15), None),
            (None, submitted() - Duration::days(30), None),
        ] {
            assert_eq!(reminder_due([14, 25], submitted(), reminded, now), due, "{reminded:?} {now}");
        }
        assert_eq!(reminder_due([7, 20], submitted(), None, day(7)), Some(7));
    }
}
