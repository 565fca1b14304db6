//! A recovery sheet that was made and is not yet proven to be on paper.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::store::kunci::RecoveryWords;
use crate::world::Random;

/// A sheet on its way to paper.
pub(super) struct SheetUnderway {
    /// Tells it from others of this run, whoever made them.
    pub(super) turn: u64,
    pub(super) words: RecoveryWords,
    pub(super) check: SheetCheck,
}

/// What proves that a sheet is on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetCheck {
    /// Positions, from 1, of the two words that must be typed back: one of each half.
    pub asked: [u8; 2],
    pub printed: bool,
}

impl SheetUnderway {
    pub(super) fn new(words: RecoveryWords, random: &dyn Random) -> Self {
        let total = words.words().len() as u8;
        let half = total / 2;
        let mut chance = [0_u8; 2];
        random.fill(&mut chance);
        let asked = [1 + chance[0] % half, 1 + half + chance[1] % (total - half)];
        static TURNS: AtomicU64 = AtomicU64::new(0);
        let turn = TURNS.fetch_add(1, Ordering::Relaxed);
        Self { turn, words, check: SheetCheck { asked, printed: false } }
    }
}
