//! Reading a refusal: its code, what was missing and where to go.

use loket_core::actions::Refusal;
use loket_core::error::Error;
use loket_core::place::Place;

/// Both ways in which an action says no.
pub trait Refused {
    fn into_error(self) -> Error;
}

impl Refused for Error {
    fn into_error(self) -> Error {
        self
    }
}

impl Refused for Refusal {
    fn into_error(self) -> Error {
        self.error
    }
}

/// The error of something that must not have worked.
#[track_caller]
pub fn refused<T, E: Refused>(result: Result<T, E>) -> Error {
    match result {
        Ok(_) => panic!("this should have been refused"),
        Err(refusal) => refusal.into_error(),
    }
}

/// What is missing, in the words of the desk.
pub fn labels(error: &Error) -> Vec<&str> {
    error.missing.iter().map(|missing| missing.label.as_str()).collect()
}

/// Where F8 would go.
pub fn places(error: &Error) -> Vec<Place> {
    error.missing.iter().map(|missing| missing.place).collect()
}
