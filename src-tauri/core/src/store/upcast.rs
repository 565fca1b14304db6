//! Upcasters: reading payloads that an older Loket wrote.
//!
//! The log is never rewritten. When a payload changes shape, its version rises and one function is
//! added here that turns the older CBOR value into the next version.

use std::collections::BTreeSet;

use ciborium::Value;

use super::act::Open;
use crate::error::{Code, Error, Result};

/// Turns the open payload of one version into that of the next.
pub(super) type Upcaster = fn(verb: &str, payload: Value) -> Value;

/// `UPCASTERS[n]` leads from version `n` to `n + 1`.
pub(super) const UPCASTERS: [Upcaster; 2] = [from_trial, from_one_source];

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

/// Version 1: a list of holidays named one source for all its years.
fn from_one_source(verb: &str, payload: Value) -> Value {
    if verb != "holidays_set" {
        return payload;
    }
    let Value::Map(mut outer) = payload else { return payload };
    for (_, inner) in &mut outer {
        let Value::Map(fields) = inner else { continue };
        for (_, holidays) in fields.iter_mut().filter(|(key, _)| key.as_text() == Some("holidays")) {
            if let Value::Map(holidays) = holidays
                && !holidays.iter().any(|(key, _)| key.as_text() == Some("years"))
            {
                let years = years_of(holidays);
                holidays.retain(|(key, _)| key.as_text() != Some("source"));
                holidays.push((Value::from("years"), Value::Map(years)));
            }
        }
    }
    Value::Map(outer)
}

/// The years of the days in a list, each with the one source.
fn years_of(holidays: &[(Value, Value)]) -> Vec<(Value, Value)> {
    let find = |name| holidays.iter().find(|(key, _)| key.as_text() == Some(name)).map(|(_, value)| value);
    let source = find("source").and_then(Value::as_text).unwrap_or_default();
    let list = find("list").and_then(Value::as_map).map(Vec::as_slice).unwrap_or_default();
    let years: BTreeSet<i32> =
        list.iter().filter_map(|(day, _)| day.as_text()?.get(..4)?.parse().ok()).collect();
    years.into_iter().map(|year| (Value::from(year), Value::from(source))).collect()
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
