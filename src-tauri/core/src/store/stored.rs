//! How a value stands in the database, and back: a time, a hash, the payload of an act.

use chrono::{DateTime, TimeZone as _, Utc};

use super::act::Sealed;
use super::cipher;
use crate::error::{Code, Error, Result};

pub(super) fn parse_sha256(text: &str) -> Result<[u8; 32]> {
    cipher::unhex(text)
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| Error::new(Code::DatabaseDamaged, "not a SHA-256"))
}

/// Wall time as stored, in UTC.
pub(crate) fn time_of(ms: i64) -> DateTime<Utc> {
    Utc.timestamp_millis_opt(ms).single().unwrap_or_default()
}

/// The personal part of an act as bytes for sealing.
pub(super) fn encode<T: serde::Serialize>(value: &T) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes)
        .map_err(|error| Error::new(Code::Internal, format!("encode: {error}")))?;
    Ok(bytes)
}

pub(super) fn decode_sealed(bytes: &[u8]) -> Result<Sealed> {
    ciborium::from_reader(bytes).map_err(|_| Error::new(Code::LogBroken, "a sealed payload is not readable"))
}
