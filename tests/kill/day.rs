//! One office day for parent and children alike. By the real clock a run over midnight or New Year would begin
//! its queue and its series anew, and a gapless series could not be told from a lost number.

use std::sync::{Arc, OnceLock};

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use loket_core::actions::World;
use loket_core::world::{Clock, SystemClock};

/// Milliseconds of the real clock at which the run began; the parent hands it to its children.
pub const BEGAN: &str = "LOKET_KILL_BEGAN";

/// Runs as fast as the real clock, from eight in the morning.
struct OfficeDay {
    began: i64,
}

impl Clock for OfficeDay {
    fn now(&self) -> DateTime<Utc> {
        let eight_in_the_morning = Utc.with_ymd_and_hms(2026, 11, 23, 1, 0, 0).single().expect("a real time");
        eight_in_the_morning + TimeDelta::milliseconds(real_milliseconds() - self.began)
    }
}

/// When this run began, the same for parent and children.
pub fn began() -> i64 {
    static NOW: OnceLock<i64> = OnceLock::new();
    *NOW.get_or_init(|| {
        std::env::var(BEGAN).ok().and_then(|text| text.parse().ok()).unwrap_or_else(real_milliseconds)
    })
}

pub fn world() -> World {
    World { clock: Arc::new(OfficeDay { began: began() }), ..World::default() }
}

fn real_milliseconds() -> i64 {
    SystemClock.now().timestamp_millis()
}
