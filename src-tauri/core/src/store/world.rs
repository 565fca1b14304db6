//! What the store takes from outside: time, chance, and where a test may cut the power.

use std::sync::Arc;

use super::write_point::{NoPoints, WritePoints};
use crate::world::{Clock, Random, SystemClock, SystemRandom};

/// Time, chance and the places where a test may cut the power.
#[derive(Clone)]
pub struct World {
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub points: Arc<dyn WritePoints>,
}

impl Default for World {
    fn default() -> Self {
        Self { clock: Arc::new(SystemClock), random: Arc::new(SystemRandom), points: Arc::new(NoPoints) }
    }
}
