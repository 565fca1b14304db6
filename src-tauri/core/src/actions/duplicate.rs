//! Permohonan ganda: which other permohonan an officer is asked about (W-DUP), and how.

use crate::error::Result;
use crate::layanan::Layanan;
use crate::permohonan::{DuplicateGround, DuplicateWeight, Status, Vendor, duplicate_grounds};
use crate::store::read::{Candidate, CaseRecord, Reader};

/// Another permohonan that may come from the same vendor. It holds no number of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    pub id: String,
    pub number: String,
    pub status: Status,
    pub layanan: Layanan,
    /// Never empty, the strongest first.
    pub grounds: Vec<GroundLine>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundLine {
    pub ground: DuplicateGround,
    pub weight: DuplicateWeight,
    pub text: String,
}

impl Duplicate {
    /// T-05 waits for a written reason because of this one.
    pub fn needs_reason(&self) -> bool {
        self.grounds.iter().any(|line| line.weight == DuplicateWeight::NeedsReason)
    }

    /// The data of this very vendor were changed there, after a permohonan of that number.
    pub(super) fn changed_after(&self, number: &str) -> bool {
        let is_vendor = self.grounds.iter().any(|line| line.ground == DuplicateGround::SameNpwp);
        is_vendor
            && self.layanan == Layanan::PerubahanData
            && self.status.was_approved()
            && self.number.as_str() > number
    }

    /// The taxpayer is the same, so the account that exists may be this vendor's.
    pub fn has_same_taxpayer(&self) -> bool {
        use DuplicateGround::{OtherOffice, SameFamily, SameNpwp, SameOwner};
        let is_taxpayer =
            |line: &GroundLine| matches!(line.ground, SameNpwp | OtherOffice | SameFamily | SameOwner);
        self.grounds.iter().any(is_taxpayer)
    }
}

/// What to ask beside this permohonan: what holds up T-05 first, then the latest changed.
pub(super) fn duplicates(reader: &Reader<'_>, record: &CaseRecord) -> Result<Vec<Duplicate>> {
    let vendor = Vendor::new(record.profil, &record.form, (&record.attendee_name, &record.attendee_nik));
    let mut found = Vec::new();
    // Help with INAPROC opens no account here.
    if record.layanan == Layanan::PendampinganInaproc {
        return Ok(Vec::new());
    }
    let former = reader.former_of(&record.id)?;
    let from_spse = record.perubahan.as_ref().is_some_and(|change| change.read_from_spse);
    // A change is of the same vendor as the permohonan whose data it changes, and those before it.
    for other in reader
        .candidates_beside(&record.id)?
        .into_iter()
        .filter(|other| other.layanan != Layanan::PendampinganInaproc && !former.contains(&other.id))
    {
        let mut grounds: Vec<GroundLine> = duplicate_grounds(&vendor, &other.vendor)
            .into_iter()
            .filter_map(|ground| {
                let weight = ground.weight(other.status)?;
                let beside_change = from_spse.then(|| ground.text_beside_change(&other.number, other.status));
                let text =
                    beside_change.flatten().unwrap_or_else(|| ground.text(&other.number, other.status));
                Some(GroundLine { ground, weight, text })
            })
            .collect();
        grounds.sort_by_key(|line| line.weight);
        if !grounds.is_empty() {
            let Candidate { id, number, status, layanan, .. } = other;
            found.push(Duplicate { id, number, status, layanan, grounds });
        }
    }
    found.sort_by_key(|other| other.grounds.first().map(|line| line.weight));
    Ok(found)
}
