//! Arsip: checking a whole office from outside a session, without writing an act.

use std::path::Path;

use crate::store::check::ArchiveReport;
use crate::store::kunci::tries::{self, Refusal};
use crate::store::kunci::{Credentials, Kunci};
use crate::store::{Store, World};

/// Opens an office with one officer's password and checks everything in it.
///
/// Wrong passwords slow down here as they do at the lock. Nothing enters the log: a check that
/// changed what it looks at would prove less.
pub fn check_office(folder: &Path, who: Credentials<'_>, world: World) -> Result<ArchiveReport, Refusal> {
    let kunci = Kunci::load(folder)?;
    let unlocked = tries::guarded(folder, world.clock.as_ref(), world.points.as_ref(), || kunci.unlock(who))?;
    Ok(Store::open(folder, unlocked.keys, world)?.check_archive()?)
}
