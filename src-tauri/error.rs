//! A failure on its way to the window: the closed code, the two sentences, what is missing.

use loket_core::actions::Refusal;
use loket_core::error::{Code, Error, Missing};
use loket_core::scanner::Trouble;
use serde::Serialize;
use ts_rs::TS;

/// What the window gets when a command fails.
#[derive(Debug, Serialize, TS)]
pub struct WireError {
    pub code: Code,
    pub what: String,
    pub todo: String,
    pub missing: Vec<Missing>,
    /// Seconds until the next try, after too many wrong passwords.
    pub wait_seconds: Option<u32>,
}

/// What every command answers.
pub type Reply<T> = Result<T, WireError>;

impl From<Trouble> for WireError {
    fn from(trouble: Trouble) -> Self {
        Error::from(trouble).into()
    }
}

impl From<Error> for WireError {
    fn from(error: Error) -> Self {
        Self {
            code: error.code,
            what: error.what_happened(),
            todo: error.what_to_do(),
            missing: error.missing,
            wait_seconds: None,
        }
    }
}

impl From<Refusal> for WireError {
    fn from(refusal: Refusal) -> Self {
        Self { wait_seconds: refusal.wait_seconds, ..Self::from(refusal.error) }
    }
}

impl WireError {
    pub fn of(code: Code) -> Self {
        Error::new(code, "desk").into()
    }
}
