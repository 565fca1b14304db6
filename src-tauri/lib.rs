//! Loket's window: a thin coat around `loket_core` that decides nothing.
// The list of commands is one macro call per command deep where tests read it.
#![cfg_attr(test, recursion_limit = "256")]
#![expect(unreachable_pub, reason = "modules here are private; `pub` marks what a module shows the others")]

mod app;
mod commands;
mod dialog;
mod error;
mod folder_watch;
mod hot_folder;
mod prints;
mod scans;
mod screen;
#[cfg(feature = "mock-camera")]
mod story_clock;

use std::time::{Duration, Instant};

use app::Desk;
use folder_watch::{LOOK_EVERY, Watch};
use tauri::webview::{PermissionKind, PermissionResponse};
use tauri::{Manager as _, RunEvent};

/// How often somebody looks after a desk where nobody works.
const TEND_EVERY: Duration = Duration::from_secs(20);

/// A page whose process ended is loaded again at most this often.
#[cfg(target_os = "linux")]
const RELOAD_EVERY: Duration = Duration::from_secs(10);

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
            let handle = app.handle().clone();
            std::thread::spawn(move || {
                let mut watch = Watch::default();
                loop {
                    std::thread::sleep(LOOK_EVERY);
                    watch.round(&handle.state::<Desk>(), Instant::now());
                }
            });
            #[cfg(target_os = "linux")]
            set_up_webkit(app)?;
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

/// WebKit draws on the processor: see docs/decisions/0008-drawing-without-gpu.md. Test builds get a drawn camera
/// besides; that is not in shipped builds.
#[cfg(target_os = "linux")]
fn set_up_webkit(app: &tauri::App) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};
    if let Some(window) = app.get_webview_window(app::DESK_WINDOW) {
        window.with_webview(|webview| {
            reload_what_ended(&webview.inner());
            if let Some(settings) = webview.inner().settings() {
                if draws_on_processor() {
                    settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
                }
                #[cfg(feature = "mock-camera")]
                {
                    settings.set_enable_mock_capture_devices(true);
                    settings.set_enable_webrtc(true);
                }
            }
        })?;
    }
    Ok(())
}

/// A page whose process ended (no memory, a fault in WebKit) leaves a white window. The desk lives in this process, so
/// the page is loaded again and begins at the home screen; nothing that was kept is lost. One that ends again within seconds is
/// left alone, or it would never stop.
#[cfg(target_os = "linux")]
fn reload_what_ended(page: &webkit2gtk::WebView) {
    use std::cell::Cell;
    use std::time::Instant;

    use webkit2gtk::WebViewExt as _;
    let reloaded = Cell::new(None::<Instant>);
    page.connect_web_process_terminated(move |page, _| {
        eprintln!("Loket: proses halaman berhenti.");
        if reloaded.replace(Some(Instant::now())).is_none_or(|before| before.elapsed() > RELOAD_EVERY) {
            page.reload();
        }
    });
}

/// In such a window WebDriver sometimes waits five minutes for nothing, while a person waits less than with
/// layers. So builds that WebDriver drives keep their layers, unless a story asks for the shipped window.
#[cfg(target_os = "linux")]
fn draws_on_processor() -> bool {
    !cfg!(feature = "mock-camera") || std::env::var_os("LOKET_DRAWS_AS_SHIPPED").is_some()
}
