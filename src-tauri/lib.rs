//! Loket's window: a thin coat around `loket_core` that decides nothing.
#![expect(unreachable_pub, reason = "modules here are private; `pub` marks what a module shows the others")]

mod app;
mod commands;
mod dialog;
mod error;

use std::time::Duration;

use app::Desk;
use tauri::webview::{PermissionKind, PermissionResponse};
use tauri::{Manager as _, RunEvent};

/// How often somebody looks after a desk where nobody works.
const TEND_EVERY: Duration = Duration::from_secs(20);

/// Opens the desk and runs until its window closes.
pub fn run() {
    #[cfg(unix)]
    forbid_core_dumps();
    let built = tauri::Builder::default()
        .on_permission_request(|_, kind| match kind {
            // The camera is the one thing a page may ask for.
            PermissionKind::Camera => PermissionResponse::Allow,
            _ => PermissionResponse::Deny,
        })
        .setup(|app| {
            let paths = app.path();
            app.manage(Desk::load(paths.app_config_dir()?, paths.app_data_dir()?));
            let handle = app.handle().clone();
            std::thread::spawn(move || {
                loop {
                    std::thread::sleep(TEND_EVERY);
                    handle.state::<Desk>().tend();
                }
            });
            #[cfg(all(target_os = "linux", feature = "mock-camera"))]
            offer_mock_camera(app)?;
            Ok(())
        })
        .invoke_handler(commands::handler())
        .build(context());
    match built {
        Ok(app) => app.run(|app, event| {
            if let RunEvent::Exit = event {
                app.state::<Desk>().close();
            }
        }),
        Err(_) => {
            // There is no window to say it in.
            eprintln!("Loket tidak dapat membuka jendela. Pasang WebKitGTK atau WebView2, lalu coba lagi.");
            std::process::exit(1);
        }
    }
}

/// A private (incognito) window cannot be driven by WebDriver, so builds with the drawn camera keep
/// an ordinary one.
fn context() -> tauri::Context {
    #[cfg_attr(not(feature = "mock-camera"), expect(unused_mut, reason = "only test builds change it"))]
    let mut context = tauri::generate_context!();
    #[cfg(feature = "mock-camera")]
    for window in &mut context.config_mut().app.windows {
        window.incognito = false;
    }
    context
}

/// A core dump would put opened papers and keys on the disk.
#[cfg(unix)]
fn forbid_core_dumps() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Without the right to lower the limit there is nothing more to do.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// A drawn camera for end-to-end tests; this code is not in shipped builds.
#[cfg(all(target_os = "linux", feature = "mock-camera"))]
fn offer_mock_camera(app: &tauri::App) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt as _, WebViewExt as _};
    if let Some(window) = app.get_webview_window(app::DESK_WINDOW) {
        window.with_webview(|webview| {
            if let Some(settings) = webview.inner().settings() {
                settings.set_enable_mock_capture_devices(true);
                settings.set_enable_webrtc(true);
            }
        })?;
    }
    Ok(())
}
