//! Daftar hitam: a list of vendors under sanction that the office imported, and whether a vendor stands in it.
//!
//! The desk is offline when the question comes (G-HITAM), so the office keeps the list it downloaded, with its date.
//! It is matched on the NPWP alone: fifteen digits and the same with a zero in front are one number, and a branch
//! stands for its head office and the other way round, for it is the same taxpayer (N-19, N-20). A name is no match.
//! The list points; the verifikator answers.

mod read;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::read::{DaftarHitamRead, MOST_ROWS, RefusedRow, read};
use crate::identity::npwp_sixteen;

/// One vendor of the list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Sixteen digits; an old number with a zero in front.
    pub npwp: String,
    pub name: String,
    /// First day of the sanction; nothing where the list does not say it.
    pub from: Option<NaiveDate>,
    /// Last day of the sanction.
    pub until: Option<NaiveDate>,
    /// The decision it rests on, in the words of the list.
    pub decision: String,
}

/// Names nobody.
impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Listed")
    }
}

/// How a vendor's number and one of the list agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Agreement {
    /// The same number, whichever way it was written.
    Sama,
    /// The same taxpayer at another office: the first nine digits agree.
    Cabang,
}

/// A vendor of the list who may be the one at the desk.
#[derive(Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    pub listed: &'a Listed,
    pub agreement: Agreement,
    /// Whether the sanction holds on the day that was asked for.
    pub holds: bool,
}

impl std::fmt::Debug for Hit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hit({:?}, {})", self.agreement, self.holds)
    }
}

impl Listed {
    /// Whether the sanction holds on a day. A list that names no days speaks of the present.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Who of the list has one of these numbers: NPWP in any form, or the NIK of a person. What holds stands first.
pub fn find<'a>(list: &'a [Listed], numbers: &[&str], today: NaiveDate) -> Vec<Hit<'a>> {
    let numbers: Vec<String> = numbers.iter().filter_map(|number| npwp_sixteen(number)).collect();
    let mut hits: Vec<Hit<'_>> = list
        .iter()
        .filter_map(|listed| {
            let agreement = numbers.iter().filter_map(|number| agree(number, &listed.npwp)).min()?;
            Some(Hit { listed, agreement, holds: listed.holds_on(today) })
        })
        .collect();
    hits.sort_by_key(|hit| (!hit.holds, hit.agreement));
    hits
}

/// Two numbers of sixteen digits.
fn agree(left: &str, right: &str) -> Option<Agreement> {
    if left == right {
        return Some(Agreement::Sama);
    }
    (taxpayer(left) == taxpayer(right)).then_some(Agreement::Cabang)
}

/// What all offices of one taxpayer share of their sixteen digits. Only old numbers have offices (N-20): of a NIK and
/// of a new number every digit counts.
pub fn taxpayer(npwp: &str) -> &str {
    if npwp.starts_with('0') { &npwp[..10] } else { npwp }
}
