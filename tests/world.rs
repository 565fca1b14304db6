//! The time and the chance of a story: both are set, so that every run is the same.

use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use loket_core::store::write_point::WritePoints;
use loket_core::world::{Clock, Random};

/// A wall clock that a story sets.
#[derive(Debug)]
pub struct WallClock {
    wall_ms: AtomicI64,
    /// How far it was moved without time passing.
    leaped_ms: AtomicI64,
}

impl WallClock {
    /// Stands at the given hour of the western zone.
    pub fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> Self {
        let clock = Self { wall_ms: AtomicI64::new(0), leaped_ms: AtomicI64::new(0) };
        clock.set(year, month, day, hour, minute);
        clock
    }

    pub fn set(&self, year: i32, month: u32, day: u32, hour: u32, minute: u32) {
        let local = NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(hour, minute, 0).unwrap();
        let utc = (local - TimeDelta::hours(7)).and_utc();
        self.wall_ms.store(utc.timestamp_millis(), Ordering::SeqCst);
    }

    pub fn pass(&self, minutes: i64) {
        self.wall_ms.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    /// Shows another time at once, although none has passed.
    pub fn leap(&self, minutes: i64) {
        self.wall_ms.fetch_add(minutes * 60_000, Ordering::SeqCst);
        self.leaped_ms.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }
}

impl Clock for WallClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.wall_ms.load(Ordering::SeqCst)).unwrap()
    }

    fn steady(&self) -> Duration {
        let passed = self.wall_ms.load(Ordering::SeqCst) - self.leaped_ms.load(Ordering::SeqCst);
        Duration::from_millis(passed.try_into().unwrap())
    }
}

/// SplitMix64: good enough for ids and keys that protect nobody.
#[derive(Debug)]
pub struct SeededRandom(Mutex<u64>);

impl SeededRandom {
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().unwrap();
        for chunk in bytes.chunks_mut(8) {
            *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = *state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            chunk.copy_from_slice(&(mixed ^ (mixed >> 31)).to_le_bytes()[..chunk.len()]);
        }
    }
}

/// Cuts the power the next time a write point is passed after [`PowerCut::arm`].
#[derive(Debug, Default)]
pub struct PowerCut(Mutex<Option<&'static str>>);

impl PowerCut {
    pub fn arm(&self, point: &'static str) {
        *self.0.lock().unwrap() = Some(point);
    }
}

impl WritePoints for PowerCut {
    fn at(&self, point: &'static str) -> io::Result<()> {
        let mut armed = self.0.lock().unwrap();
        if *armed == Some(point) {
            *armed = None;
            return Err(io::Error::other("the power went out"));
        }
        Ok(())
    }
}
