//! Upcasters: reading payloads that an older Loket wrote.
//!
//! The log is never rewritten. When a payload changes shape, its version rises and one function is
//! added here that turns the older CBOR value into the next version.

use ciborium::Value;

use super::act::Open;
use crate::error::{Code, Error, Result};

/// Turns the open payload of one version into that of the next.
pub(super) type Upcaster = fn(verb: &str, payload: Value) -> Value;

/// `UPCASTERS[n]` leads from version `n` to `n + 1`.
pub(super) const UPCASTERS: [Upcaster; 1] = [from_trial];

/// Version 0: trial offices wrote no channel, since every permohonan was face to face.
fn from_trial(verb: &str, payload: Value) -> Value {
    if verb != "permohonan_opened" {
        return payload;
    }
    let Value::Map(mut outer) = payload else { return payload };
    for (_, inner) in &mut outer {
        if let Value::Map(fields) = inner
            && !fields.iter().any(|(key, _)| key.as_text() == Some("channel"))
        {
            fields.push((Value::from("channel"), Value::from("tatap_muka")));
        }
    }
    Value::Map(outer)
}

/// The open part of an act, whichever version wrote it.
pub(super) fn decode_open(verb: &str, version: u32, bytes: &[u8]) -> Result<Open> {
    let unreadable = || Error::new(Code::LogBroken, format!("payload of {verb} v{version} is not readable"));
    if version > Open::VERSION {
        return Err(Error::new(Code::DatabaseNewer, format!("payload of {verb} is version {version}")));
    }
    let mut value: Value = ciborium::from_reader(bytes).map_err(|_| unreadable())?;
    for upcaster in &UPCASTERS[version as usize..] {
        value = upcaster(verb, value);
    }
    let open: Open = value.deserialized().map_err(|_| unreadable())?;
    if open.verb() == verb { Ok(open) } else { Err(unreadable()) }
}
