//! The office as the log knows it.

use serde::{Deserialize, Serialize};

use crate::schedule::TimeZone;

/// The office as it stands on letterheads. Public data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfficeIdentity {
    pub government: String,
    pub unit: String,
    pub name: String,
    pub address: String,
    pub city: String,
    pub contact: String,
    /// Address from which the office writes to vendors; empty where it has none.
    pub email: String,
    pub time_zone: TimeZone,
    pub legal_basis: Vec<LegalBasis>,
    pub privacy_contact: String,
}

/// One legal-basis line with its validity, ISO dates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasis {
    pub text: String,
    pub since: String,
    pub until: Option<String>,
}
