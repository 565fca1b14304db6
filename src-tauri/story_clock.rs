//! The clock of a story: builds with the drawn camera may begin at a moment that the story names, so that an appointment
//! can be promised on a Monday and missed on it. Shipped builds know the computer's clock only.

use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use loket_core::actions::World;
use loket_core::world::Clock;

/// Runs as the computer does, from another moment on.
struct StoryClock {
    begun: DateTime<Utc>,
    since: Instant,
}

impl Clock for StoryClock {
    fn now(&self) -> DateTime<Utc> {
        self.begun + TimeDelta::from_std(self.since.elapsed()).unwrap_or_default()
    }
}

/// The world of `LOKET_CLOCK` (RFC 3339); without it, or where nobody can read it, the usual one.
pub fn world() -> World {
    let told = std::env::var("LOKET_CLOCK").ok();
    match told.as_deref().map(DateTime::parse_from_rfc3339) {
        Some(Ok(begun)) => {
            let clock = StoryClock { begun: begun.to_utc(), since: Instant::now() };
            World { clock: Arc::new(clock), ..World::default() }
        }
        _ => World::default(),
    }
}
