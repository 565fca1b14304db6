//! What the store takes from outside: time, chance, and where a test may cut the power.

use std::sync::Arc;

use super::watch::LastLook;
use super::write_point::{NoPoints, WritePoints};
use crate::world::{Clock, Random, SystemClock, SystemRandom, new_id};

/// Time, chance and the places where a test may cut the power.
#[derive(Clone)]
pub struct World {
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub points: Arc<dyn WritePoints>,
    /// Names this run of the program, so that the next run knows that it ended. 32 hex digits.
    pub run: Arc<str>,
    /// What the clock showed when it was last looked at.
    pub last_look: Arc<LastLook>,
}

impl Default for World {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            points: Arc::new(NoPoints),
            run: new_id(&SystemRandom).into(),
            last_look: Arc::default(),
        }
    }
}
