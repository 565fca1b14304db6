//! Builds the UI, then lets Tauri embed it; the window may call only the commands named here.

use std::path::Path;
use std::process::Command;

/// Commands stand between these two lines in `commands/mod.rs`.
const BEGIN: &str = "// begin commands";
const END: &str = "// end commands";

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/commands/mod.rs");
    println!("cargo:rerun-if-changed=tauri.conf.json");
    println!("cargo:rerun-if-env-changed=LOKET_SKIP_UI_BUILD");
    for input in ["src", "index.html", "package-lock.json", "vite.config.ts", "svelte.config.js"] {
        println!("cargo:rerun-if-changed=ui/{input}");
    }
    if std::env::var_os("LOKET_SKIP_UI_BUILD").is_none() {
        build_ui();
    }
    let commands = command_names();
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(commands));
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("tauri-build: {error:#}");
    }
    // Schemas that only editors read.
    let _ = std::fs::remove_dir_all("gen");
}

/// The names of all commands, read from the one list that declares them.
fn command_names() -> &'static [&'static str] {
    let source = std::fs::read_to_string("src-tauri/commands/mod.rs").expect("the list of commands is there");
    let list =
        source.split(BEGIN).nth(1).and_then(|rest| rest.split(END).next()).expect("the list is marked");
    let names: Vec<&'static str> = list
        .lines()
        .filter_map(|line| line.trim().split_once("::")?.1.split_once('('))
        .map(|(name, _)| &*name.to_owned().leak())
        .collect();
    assert!(!names.is_empty(), "no commands found");
    names.leak()
}

/// `npm ci` once, `npm run build` when something changed.
fn build_ui() {
    if !Path::new("ui/node_modules/.package-lock.json").exists() {
        npm(&["ci"]);
    }
    npm(&["run", "build"]);
}

fn npm(arguments: &[&str]) {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(program).args(arguments).current_dir("ui").status();
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => panic!("npm {arguments:?} ended with {status}"),
        Err(error) => panic!("npm is needed to build the window ({error}); install Node.js 20 or newer"),
    }
}
