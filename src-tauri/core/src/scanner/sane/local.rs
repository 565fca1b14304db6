//! A list of SANE that asks nobody in the network.
//!
//! SANE can be told to list local devices only, but some of its drivers look around the network as soon as they are
//! loaded. The library is therefore given a list of drivers in which they are missing.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// Where the library looks, and what it reads where nothing is named; an empty name at the end stands for the latter.
const VARIABLE: &str = "SANE_CONFIG_DIR";
const USUAL: [&str; 2] = ["/etc/sane.d", "/usr/local/etc/sane.d"];

/// Drivers of scanners that stand in the network only, and those that search there when they are loaded.
const NETWORK: [&str; 4] = ["airscan", "escl", "net", "dell1600n_net"];

/// The folder with the shorter list; gone when it is dropped.
pub(in crate::scanner) struct Shortened(PathBuf);

impl Drop for Shortened {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Shortens the list of drivers for this process, before the library is loaded. None where that cannot be done.
#[expect(unsafe_code, reason = "the library takes its folders from the environment")]
pub(in crate::scanner) fn only() -> Option<Shortened> {
    let before = std::env::var(VARIABLE).unwrap_or_default();
    let (named, and_usual) = match before.strip_suffix(':') {
        Some(named) => (named, true),
        None => (before.as_str(), before.is_empty()),
    };
    let mut folders: Vec<&Path> =
        named.split(':').filter(|folder| !folder.is_empty()).map(Path::new).collect();
    if and_usual {
        folders.extend(USUAL.map(Path::new));
    }
    let list = local_drivers(&folders);
    let folder = own_folder()?;
    let shortened = Shortened(folder);
    fs::write(shortened.0.join("dll.conf"), list).ok()?;
    // The first of these folders that is found is the only one that counts.
    fs::create_dir(shortened.0.join("dll.d")).ok()?;
    // SAFETY: the helper does one thing, and no other thread of it reads the environment now.
    unsafe { std::env::set_var(VARIABLE, format!("{}:{before}", shortened.0.display())) };
    Some(shortened)
}

/// A folder that nobody else has, or can have made before.
fn own_folder() -> Option<PathBuf> {
    let mut name = [0; 8];
    getrandom::fill(&mut name).ok()?;
    let folder = std::env::temp_dir().join(format!("loket-sane-{:016x}", u64::from_ne_bytes(name)));
    DirBuilder::new().mode(0o700).create(&folder).ok()?;
    Some(folder)
}

/// The drivers that the library would load, of the first list that is found and of the packages that added theirs, without
/// those of the network: as a list of one each line.
fn local_drivers(folders: &[&Path]) -> String {
    let names = |text: String| {
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim().to_owned());
        lines.collect::<Vec<_>>()
    };
    let list = folders.iter().find_map(|folder| fs::read_to_string(folder.join("dll.conf")).ok());
    let added = folders.iter().find_map(|folder| fs::read_dir(folder.join("dll.d")).ok());
    let added =
        added.into_iter().flatten().flatten().filter_map(|entry| fs::read_to_string(entry.path()).ok());
    let all: BTreeSet<String> = list.into_iter().chain(added).flat_map(names).collect();
    let here = all.iter().filter(|name| !name.is_empty() && !NETWORK.contains(&name.as_str()));
    here.map(|name| format!("{name}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_that_look_around_the_network_are_left_out_wherever_they_stand() {
        let place = std::env::temp_dir().join(format!("loket-drivers-{}", std::process::id()));
        let [first, second, packages] = ["a", "b", "b/dll.d"]
            .map(|name| place.join(name))
            .map(|path| fs::create_dir_all(&path).map(|()| path).unwrap());
        fs::write(second.join("dll.conf"), "# penggerak\nepson2\nnet # jauh\n  fujitsu\n\n#hp\n").unwrap();
        fs::write(packages.join("airscan"), "airscan\n").unwrap();
        fs::write(packages.join("hplip"), "hpaio\n").unwrap();
        assert_eq!(local_drivers(&[&first, &second]), "epson2\nfujitsu\nhpaio\n");
        assert_eq!(local_drivers(&[&first]), "");
        fs::remove_dir_all(place).unwrap();
    }
}
