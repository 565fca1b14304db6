//! Which permohonan came later and says what is true of a vendor by now (T-30).

use crate::store::read::{CaseRecord, LinkedCase};

use super::duplicate::Duplicate;

/// A later permohonan that holds or will hold the data of this one; nothing where this one still says what is true.
pub(super) fn later_than(record: &CaseRecord) -> Option<&LinkedCase> {
    record.changed_by.iter().rfind(|later| !later.status.is_final() || later.status.was_approved())
}

/// A later change of this vendor that did not begin here: it was opened as of an account verified elsewhere.
pub(super) fn changed_elsewhere<'a>(record: &CaseRecord, beside: &'a [Duplicate]) -> Option<&'a Duplicate> {
    beside.iter().find(|other| other.changed_after(&record.number))
}
