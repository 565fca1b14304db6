//! The disk on which an office lies: how much room it has, and how long it takes until something is safely on it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Its ending says that it is no file of the office; see [`super::sealed_file::sweep_unfinished`].
pub(super) const SAMPLE_NAME: &str = "periksa.sementara";

/// About as much as a picture of a card.
const SAMPLE: usize = 1 << 20;

#[derive(Clone, Copy, Debug)]
pub struct Disk {
    /// Bytes that this user may still write, where the system says it.
    pub free: Option<u64>,
    /// How long a sample took until it would have survived a power cut.
    pub wrote: Duration,
}

/// Writes a sample beside the files of an office and takes it away again. What a power cut leaves of it is swept at the
/// next start, like any file that was not finished.
///
/// # Errors
/// Those of the disk.
pub fn look(folder: &Path) -> io::Result<Disk> {
    // Two looks at once would take each other's sample away.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let sample = folder.join(SAMPLE_NAME);
    // Bytes that no file system can store as nothing.
    let bytes: Vec<u8> = (0..SAMPLE).map(|at| (at % 251) as u8 ^ (at >> 8) as u8).collect();
    let begun = Instant::now();
    let written =
        OpenOptions::new().write(true).create(true).truncate(true).open(&sample).and_then(|mut file| {
            file.write_all(&bytes)?;
            file.sync_all()
        });
    let wrote = begun.elapsed();
    let removed = fs::remove_file(&sample);
    written?;
    removed?;
    Ok(Disk { free: free(folder), wrote })
}

#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let told = rustix::fs::statvfs(folder).ok()?;
    told.f_bavail.checked_mul(told.f_frsize)
}

#[cfg(not(unix))]
fn free(_folder: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::look;
    use crate::world::{SystemRandom, new_id};

    #[test]
    fn a_look_leaves_nothing_behind() {
        let folder = std::env::temp_dir().join(format!("loket-diska-{}", new_id(&SystemRandom)));
        std::fs::create_dir_all(&folder).unwrap();
        let disk = look(&folder).unwrap();
        assert!(disk.wrote.as_nanos() > 0);
        #[cfg(unix)]
        assert!(disk.free.is_some());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(look(&folder).is_err(), "a folder that is gone takes nothing");
    }
}
