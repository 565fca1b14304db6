//! Cameras as the system lists them. Pictures are taken by the window; here it is only asked what is connected, so that a
//! window that sees none can be told apart from a cable that is out.

use std::path::Path;

/// A camera that is connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Camera {
    /// Maker and model as its driver says them.
    pub name: String,
    /// Whether the user of this computer may have it.
    pub allowed: bool,
}

/// The cameras of this computer, by their place in the list of the system. It opens none of them.
#[cfg(target_os = "linux")]
pub fn cameras() -> Vec<Camera> {
    listed(Path::new("/sys/class/video4linux"), Path::new("/dev"))
}

/// The window alone knows them here.
#[cfg(not(target_os = "linux"))]
pub fn cameras() -> Vec<Camera> {
    Vec::new()
}

/// A camera has several nodes, of which the first gives pictures and the others tell about them (`index`, Linux media
/// documentation, sysfs-class-video).
#[cfg(target_os = "linux")]
fn listed(class: &Path, nodes: &Path) -> Vec<Camera> {
    let Ok(entries) = std::fs::read_dir(class) else { return Vec::new() };
    let mut folders: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    folders.sort();
    let told = |folder: &Path, file: &str| {
        std::fs::read_to_string(folder.join(file)).ok().map(|text| text.trim().to_owned())
    };
    let mut found = Vec::new();
    for folder in folders {
        let (Some(node), Some(index)) = (folder.file_name(), told(&folder, "index")) else { continue };
        if index != "0" {
            continue;
        }
        let wanted = rustix::fs::Access::READ_OK | rustix::fs::Access::WRITE_OK;
        let allowed = rustix::fs::access(nodes.join(node), wanted).is_ok();
        let name = told(&folder, "name").filter(|name| !name.is_empty());
        found.push(Camera { name: name.unwrap_or_else(|| "Kamera".to_owned()), allowed });
    }
    found
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{Camera, listed};
    use crate::world::{SystemRandom, new_id};

    fn folder() -> PathBuf {
        let folder = std::env::temp_dir().join(format!("loket-kamera-{}", new_id(&SystemRandom)));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn node(folder: &Path, node: &str, index: &str, name: &str, has_file: bool) {
        let class = folder.join("class").join(node);
        fs::create_dir_all(&class).unwrap();
        fs::write(class.join("index"), index).unwrap();
        fs::write(class.join("name"), name).unwrap();
        fs::create_dir_all(folder.join("dev")).unwrap();
        if has_file {
            fs::write(folder.join("dev").join(node), "").unwrap();
        }
    }

    #[test]
    fn a_camera_of_several_nodes_is_one_camera() {
        let folder = folder();
        node(&folder, "video0", "0\n", "HD Webcam C270\n", true);
        node(&folder, "video1", "1\n", "HD Webcam C270\n", true);
        node(&folder, "video2", "0\n", "\n", false);
        fs::create_dir_all(folder.join("class/rusak")).unwrap();
        let found = listed(&folder.join("class"), &folder.join("dev"));
        assert_eq!(
            found,
            [
                Camera { name: "HD Webcam C270".into(), allowed: true },
                Camera { name: "Kamera".into(), allowed: false },
            ]
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_computer_without_the_list_has_none() {
        assert_eq!(listed(Path::new("/tidak/ada"), Path::new("/dev")), []);
    }
}
