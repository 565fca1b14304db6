//! What a machine must have before the desk can be built: installed where that is possible without a
//! question, otherwise named in one line that can be copied.

use std::process::Command;

use crate::shell::{asked, must};

/// Debian and Ubuntu packages for building and opening the desk.
const TO_BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "libgtk-3-dev",
    "libsoup-3.0-dev",
    "librsvg2-dev",
    "libxdo-dev",
    // To take pictures of other windows.
    "libpipewire-0.3-dev",
    "libclang-dev",
    "libgbm-dev",
    "libegl-dev",
    "libwayland-dev",
    "libxcb1-dev",
];

/// Packages that only the tests in the built window, and those against real mail servers, need.
const TO_TEST: &[&str] =
    &["webkit2gtk-driver", "xvfb", "openbox", "strace", "dovecot-imapd", "exim4-daemon-light"];

const NODE: (u32, u32) = (20, 19);

/// Which work is about to begin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Run,
    Test,
}

/// Installs or names everything that is missing.
pub(crate) fn provide(purpose: Purpose) -> Result<(), String> {
    let mut missing = Vec::new();
    if let Err(sentence) = node_is_new_enough(asked(Command::new("node").arg("--version")).as_deref()) {
        missing.push(sentence);
    }
    if cfg!(target_os = "linux") {
        missing.extend(linux(purpose));
    }
    if cfg!(windows) {
        missing.extend(windows());
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(format!("Something is missing:\n- {}", missing.join("\n- ")))
    }
}

fn node_is_new_enough(version: Option<&str>) -> Result<(), String> {
    let advice = format!("install Node.js {}.{} or newer (https://nodejs.org)", NODE.0, NODE.1);
    let Some(version) = version else {
        return Err(format!("Node.js is missing: {advice}"));
    };
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found >= NODE { Ok(()) } else { Err(format!("Node.js {version} is too old: {advice}")) }
}

fn linux(purpose: Purpose) -> Option<String> {
    if asked(Command::new("dpkg-query").arg("--version")).is_none() {
        // Another distribution: its package names are not known here, but pkg-config can be asked.
        let found =
            asked(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1", "gtk+-3.0", "openssl"]));
        return found.is_none().then(|| {
            "the development files of webkit2gtk 4.1, GTK 3 and OpenSSL, with pkg-config and a C compiler"
                .to_owned()
        });
    }
    let wanted = TO_BUILD.iter().chain(if purpose == Purpose::Test { TO_TEST } else { &[] });
    let absent: Vec<&str> = wanted.copied().filter(|package| !is_installed(package)).collect();
    if absent.is_empty() {
        return None;
    }
    if install(&absent).is_ok() {
        return None;
    }
    Some(format!("sudo apt-get install --no-install-recommends -y {}", absent.join(" ")))
}

fn is_installed(package: &str) -> bool {
    asked(Command::new("dpkg-query").args(["-W", "-f=${Status}", package]))
        .is_some_and(|status| status.contains("install ok installed"))
}

/// As root, or with a sudo that asks nothing.
fn install(packages: &[&str]) -> Result<(), String> {
    let prefix: &[&str] = if asked(Command::new("id").arg("-u")).as_deref() == Some("0") {
        &["env"]
    } else if asked(Command::new("sudo").args(["-n", "true"])).is_some() {
        &["sudo", "-n", "env"]
    } else {
        return Err("no right to install".to_owned());
    };
    let apt = |arguments: &[&str]| {
        let words: Vec<&str> = prefix
            .iter()
            .chain(&["DEBIAN_FRONTEND=noninteractive", "apt-get"])
            .chain(arguments)
            .copied()
            .collect();
        must(Command::new(words[0]).args(&words[1..]))
    };
    println!("Installing {}", packages.join(" "));
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

/// Windows: what cannot be seen from here is named together with the command that installs it.
fn windows() -> Vec<String> {
    const WEBVIEW2: &str = "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let mut missing = Vec::new();
    let mut want = |found: bool, name: &str, package: &str| {
        if !found {
            missing.push(format!("{name}: winget install {package}"));
        }
    };
    let runtime_is_registered = [
        format!(r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{WEBVIEW2}"),
        format!(r"HKCU\Software\Microsoft\EdgeUpdate\Clients\{WEBVIEW2}"),
    ]
    .iter()
    .any(|key| asked(Command::new("reg").args(["query", key, "/v", "pv"])).is_some());
    want(runtime_is_registered, "WebView2 Runtime", "Microsoft.EdgeWebView2Runtime");
    let programs = std::env::var("ProgramFiles(x86)").unwrap_or_default();
    let vswhere = format!(r"{programs}\Microsoft Visual Studio\Installer\vswhere.exe");
    let tools = ["-products", "*", "-requires", "Microsoft.VisualStudio.Component.VC.Tools.x86.x64"];
    want(
        asked(Command::new(vswhere).args(tools)).is_some_and(|answer| !answer.is_empty()),
        "Visual Studio Build Tools with \"Desktop development with C++\"",
        "Microsoft.VisualStudio.2022.BuildTools",
    );
    // SQLCipher stands on OpenSSL, which is built from source here and wants these two.
    want(asked(Command::new("perl").arg("-v")).is_some(), "Perl", "StrawberryPerl.StrawberryPerl");
    want(asked(Command::new("nasm").arg("-v")).is_some(), "NASM", "NASM.NASM");
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_or_absent_node_is_named_with_its_remedy() {
        for good in ["v20.19.0", "v20.20.2", "v22.1.0", "24.0.0"] {
            assert_eq!(node_is_new_enough(Some(good)), Ok(()), "{good}");
        }
        for bad in [None, Some("v18.20.4"), Some("v20.18.9"), Some(""), Some("nonsense")] {
            let sentence = node_is_new_enough(bad).unwrap_err();
            assert!(sentence.contains("20.19"), "{sentence}");
        }
    }

    #[test]
    fn no_package_is_named_twice() {
        let mut names: Vec<&str> = TO_BUILD.iter().chain(TO_TEST).copied().collect();
        let before = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), before);
    }
}
