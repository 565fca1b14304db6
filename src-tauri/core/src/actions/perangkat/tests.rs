//! Each device in each state: one sentence, what to do, and nothing in the report that a person gave a name to.

use std::time::Duration;

use super::*;
use crate::error::Code;
use crate::printer::Printer;

const GIB: u64 = 1 << 30;

fn said(finding: &Finding) -> (Standing, &str, &str) {
    (finding.standing, &finding.what, finding.todo.as_deref().unwrap_or_default())
}

fn scanners(found: &[(&str, Option<Trouble>)]) -> Finding {
    let found: Vec<_> = found.iter().map(|(model, trouble)| ((*model).to_owned(), *trouble)).collect();
    judge_scanners(Ok(&found))
}

#[test]
fn scanners_are_named_and_the_first_in_trouble_says_why() {
    let lide = "Canon LiDE 110";
    assert_eq!(
        said(&scanners(&[(lide, None), ("Epson L5290", None)])),
        (Standing::Baik, "Pemindai siap: Canon LiDE 110, Epson L5290.", "")
    );
    let open = scanners(&[(lide, None), ("Epson L5290", Some(Trouble::PenutupTerbuka))]);
    assert_eq!(
        said(&open),
        (
            Standing::Perhatian,
            "Epson L5290: Penutup pemindai terbuka.",
            "Tutup penutupnya, lalu periksa lagi."
        )
    );
    assert_eq!(open.reported, "1 dari 2 pemindai: Penutup pemindai terbuka.");
    let only = scanners(&[(lide, Some(Trouble::TanpaIzin))]);
    assert_eq!(only.standing, Standing::Masalah);
    assert_eq!(said(&scanners(&[])).0, Standing::Perhatian);
    let failed = judge_scanners(Err(Trouble::Terputus));
    assert_eq!(
        (failed.standing, failed.what.as_str()),
        (Standing::Masalah, Trouble::Terputus.what_happened())
    );
    assert_eq!(scanners(&[(lide, Some(Trouble::Pemanasan))]).standing, Standing::Perhatian, "it passes");
    assert_eq!(judge_scanners(Err(Trouble::Sibuk)).standing, Standing::Perhatian, "somebody scans");
}

#[test]
fn nothing_is_told_to_be_scanned_or_printed_again_where_nothing_was() {
    for trouble in Trouble::ALL {
        let todo = judge_scanners(Err(trouble)).todo.unwrap();
        assert!(!todo.contains("pindai lagi") && !todo.contains("Kenali"), "{trouble:?}: {todo}");
    }
    for trouble in PrintTrouble::ALL {
        let todo = judge_printers(Some(&[queue("Kantor", Some(trouble))])).todo.unwrap();
        assert!(!todo.contains("etak nanti") && !todo.contains("cetak lagi"), "{trouble:?}: {todo}");
    }
}

fn camera(allowed: bool) -> Camera {
    Camera { name: "HD Webcam C270".to_owned(), allowed }
}

#[test]
fn a_camera_is_judged_by_the_window_and_explained_by_the_system() {
    use WindowCamera::*;
    let (own, barred) = ([camera(true)], [camera(false)]);
    let none: [Camera; 0] = [];
    for (listed, window, standing, what) in [
        (&own[..], Some(Working), Standing::Baik, "Kamera siap: HD Webcam C270."),
        (&none[..], Some(Working), Standing::Baik, "Kamera siap."),
        (&own[..], None, Standing::Baik, "Kamera siap: HD Webcam C270."),
        (&none[..], None, Standing::Perhatian, "Tidak ada kamera yang terhubung."),
        (&none[..], Some(Missing), Standing::Perhatian, "Tidak ada kamera yang terhubung."),
        (
            &own[..],
            Some(Missing),
            Standing::Masalah,
            "Kamera terhubung, tetapi jendela Loket tidak menemukannya.",
        ),
        (
            &barred[..],
            Some(Missing),
            Standing::Masalah,
            "Pengguna komputer ini tidak diberi izin memakai kamera.",
        ),
        (&barred[..], None, Standing::Masalah, "Pengguna komputer ini tidak diberi izin memakai kamera."),
        (
            &barred[..],
            Some(Refused),
            Standing::Masalah,
            "Pengguna komputer ini tidak diberi izin memakai kamera.",
        ),
        (&own[..], Some(Refused), Standing::Masalah, "Izin kamera ditolak."),
        (&none[..], Some(Refused), Standing::Masalah, "Izin kamera ditolak."),
        (&own[..], Some(Busy), Standing::Perhatian, "Kamera dipakai aplikasi lain."),
        (&own[..], Some(Slow), Standing::Perhatian, "Kamera tidak kunjung memberi gambar."),
        (&own[..], Some(Unsuitable), Standing::Masalah, "Kamera terhubung, tetapi tidak memberi gambar."),
        (&own[..], Some(Unplugged), Standing::Masalah, "Kamera terhubung, tetapi tidak memberi gambar."),
        (&none[..], Some(Unsupported), Standing::Masalah, "Jendela ini tidak dapat memakai kamera."),
    ] {
        let finding = judge_cameras(listed, window);
        assert_eq!((finding.standing, finding.what.as_str()), (standing, what), "{listed:?} {window:?}");
        assert_eq!(finding.todo.is_none(), standing == Standing::Baik, "{what}");
    }
}

fn queue(name: &str, trouble: Option<PrintTrouble>) -> Queue {
    Queue { printer: Printer { name: name.to_owned(), is_default: false }, trouble }
}

#[test]
fn a_queue_is_named_on_the_screen_and_not_in_the_report() {
    let (bu_sri, jammed) = (queue("Printer_Bu_Sri", None), Some(PrintTrouble::KertasMacet));
    let ready = judge_printers(Some(std::slice::from_ref(&bu_sri)));
    assert_eq!(
        (ready.standing, ready.what.as_str()),
        (Standing::Baik, "Antrean printer tanpa kendala: Printer_Bu_Sri.")
    );
    assert!(
        ready.todo.as_deref().unwrap_or_default().contains("halaman uji"),
        "a printer that is off does not say so"
    );
    assert_eq!(ready.reported, "1 antrean printer tanpa kendala.");
    let one = judge_printers(Some(&[bu_sri, queue("Gudang", jammed)]));
    assert_eq!(
        said(&one),
        (Standing::Perhatian, "Gudang: Kertas macet di printer.", "Keluarkan kertas yang macet.")
    );
    assert_eq!(one.reported, "1 dari 2 printer: Kertas macet di printer.");
    assert_eq!(judge_printers(Some(&[queue("Gudang", jammed)])).standing, Standing::Masalah);
    assert_eq!(judge_printers(Some(&[])).standing, Standing::Perhatian);
    let silent = judge_printers(None);
    assert_eq!(
        (silent.standing, silent.what.as_str()),
        (Standing::Masalah, "Layanan cetak komputer ini tidak menjawab.")
    );
}

#[test]
fn a_disk_is_judged_by_its_room_and_then_by_its_speed() {
    let quick = Duration::from_millis(40);
    let disk = |free, wrote| judge_disk(Ok(Disk { free, wrote }));
    for (free, wrote, standing, what) in [
        (Some(80 * GIB), quick, Standing::Baik, "Diska siap, tersisa 80 GB."),
        (Some(2 * GIB), quick, Standing::Baik, "Diska siap, tersisa 2 GB."),
        (Some(2 * GIB - 1), quick, Standing::Perhatian, "Ruang diska tinggal 1 GB."),
        (Some(GIB - 1), quick, Standing::Perhatian, "Ruang diska tinggal 1023 MB."),
        (Some((200 << 20) - 1), quick, Standing::Masalah, "Diska hampir penuh, tersisa 199 MB."),
        (Some(0), quick, Standing::Masalah, "Diska hampir penuh, tersisa 0 MB."),
        (None, quick, Standing::Baik, "Diska siap."),
        (
            Some(80 * GIB),
            Duration::from_millis(2_400),
            Standing::Perhatian,
            "Diska ini lambat: satu gambar tersimpan dalam 2 detik.",
        ),
    ] {
        let finding = disk(free, wrote);
        assert_eq!((finding.standing, finding.what.as_str()), (standing, what));
    }
    let full = judge_disk(Err(Error::new(Code::DiskFull, "no room")));
    assert_eq!(full.standing, Standing::Masalah);
    assert_eq!(full.what, Code::DiskFull.what());
}

#[test]
fn a_desktop_that_shows_no_windows_says_how_else_a_call_is_pictured() {
    assert_eq!(judge_desktop(Ok(())).standing, Standing::Baik);
    let refused = judge_desktop(Err(Error::new(Code::ScreenMissing, "wayland")));
    assert_eq!(refused.standing, Standing::Perhatian);
    assert_eq!(refused.what, Code::ScreenMissing.what());
    assert!(refused.todo.is_some());
}

#[test]
fn the_report_names_every_part_and_nothing_that_a_person_named() {
    let findings = [
        judge_printers(Some(&[queue("Printer_Bu_Sri", Some(PrintTrouble::KertasHabis))])),
        scanners(&[("MFP Bu Sri VNB3K12345", None)]),
        judge_cameras(&[camera(true)], Some(WindowCamera::Working)),
        judge_disk(Ok(Disk { free: Some(80 * GIB), wrote: Duration::ZERO })),
    ];
    let computer = Computer { version: "1.0", system: "Debian GNU/Linux 12".to_owned(), processor: "x86_64" };
    let text = report(&findings, &computer, "1 Desember 2026, 09.12 WIB");
    let expected = "LAPORAN PERANGKAT LOKET\n\
        \n\
        Dibuat        1 Desember 2026, 09.12 WIB\n\
        Loket         1.0\n\
        Sistem        Debian GNU/Linux 12, x86_64\n\
        \n\
        Pemindai      [baik] 1 pemindai siap.\n\
        Kamera        [baik] Kamera siap.\n\
        Printer       [masalah] 1 dari 1 printer: Kertas printer habis.\n              \
                      Isi kertas di printer.\n\
        Diska         [baik] Diska siap, tersisa 80 GB.\n\
        Jam           belum diperiksa\n\
        Desktop       belum diperiksa\n\
        \n\
        Laporan ini tidak memuat data pelaku usaha maupun petugas.\n";
    assert_eq!(text, expected);
}
