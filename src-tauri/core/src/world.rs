//! The two things the core may not take from thin air: the time and chance.
//!
//! Both are passed in, so that a test can repeat a whole day to the byte.

use chrono::{DateTime, Utc};

/// The wall clock of the station. It may be wrong, and it may jump back (S-30).
pub trait Clock: Send + Sync {
    fn now(&self) -> DateTime<Utc>;
}

/// A source of bytes for ids and keys.
pub trait Random: Send + Sync {
    fn fill(&self, bytes: &mut [u8]);
}

/// The clock of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the real clock is read")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The random source of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(
        clippy::expect_used,
        reason = "without randomness no key may be made; stopping is the only safe answer"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives randomness");
    }
}

/// A random id of 16 bytes as 32 lower-case hex digits: it names nobody.
pub fn new_id(random: &dyn Random) -> String {
    let mut bytes = [0_u8; 16];
    random.fill(&mut bytes);
    hex(&bytes)
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
