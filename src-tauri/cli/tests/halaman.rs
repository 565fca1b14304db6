//! `loket-cli halaman` as it is run: pages of scanned files, and files that are none.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use loket_tests::escl_device::page;
use loket_tests::scans::{pdf_of, tiff_of};

const PROGRAM: &str = env!("CARGO_BIN_EXE_loket-cli");

fn run(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.arg("halaman").args(words).current_dir(folder).stdin(Stdio::null());
    command.output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("it prints UTF-8")
}

#[test]
fn every_page_of_pdf_and_tiff_is_taken_and_a_photo_in_a_pdf_as_it_is() {
    let place = tempfile::tempdir().unwrap();
    let (first, second) = (page(600, 800), page(610, 820));
    let pdf = pdf_of(&[(first.clone(), 600, 800), (second.clone(), 610, 820)]);
    fs::write(place.path().join("akta.pdf"), pdf).unwrap();
    fs::write(place.path().join("nib.tif"), tiff_of(3, 400, 500)).unwrap();
    fs::write(place.path().join("ktp.jpg"), &first).unwrap();
    let output = run(place.path(), &["akta.pdf", "nib.tif", "ktp.jpg", "--keluar", "hasil"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let told = "hasil/01-001.jpg: akta.pdf, halaman 1, 600 x 800\n\
                hasil/01-002.jpg: akta.pdf, halaman 2, 610 x 820\n\
                hasil/02-001.png: nib.tif, halaman 1, 400 x 500\n\
                hasil/02-002.png: nib.tif, halaman 2, 400 x 500\n\
                hasil/02-003.png: nib.tif, halaman 3, 400 x 500\n\
                hasil/03-001.jpg: ktp.jpg, 600 x 800\n";
    assert_eq!(text(&output.stdout), told);
    let result = place.path().join("hasil");
    assert_eq!(fs::read(result.join("01-001.jpg")).unwrap(), first);
    assert_eq!(fs::read(result.join("01-002.jpg")).unwrap(), second);
    let shades = ["02-001.png", "02-002.png", "02-003.png"]
        .map(|name| image::open(result.join(name)).unwrap().into_luma8().get_pixel(200, 250).0[0]);
    assert_eq!(shades, [40, 41, 42]);
}

#[test]
fn a_refused_file_is_told_and_costs_none_of_the_others() {
    let place = tempfile::tempdir().unwrap();
    let photo = page(600, 800);
    let pdf = pdf_of(&[(photo.clone(), 600, 800)]);
    let half_tiff = tiff_of(3, 400, 500);
    for (name, bytes) in [
        ("rusak.pdf", &pdf[..pdf.len() / 3]),
        ("kosong.pdf", b"".as_slice()),
        ("surat.docx", b"PK\x03\x04bukan".as_slice()),
        ("potong.tif", &half_tiff[..half_tiff.len() - 200_100]),
        ("catatan.txt", b"halo".as_slice()),
        ("ktp.jpg", &photo),
    ] {
        fs::write(place.path().join(name), bytes).unwrap();
    }
    let names =
        ["rusak.pdf", "kosong.pdf", "surat.docx", "potong.tif", "catatan.txt", "hilang.pdf", "ktp.jpg"];
    let output = run(place.path(), &[&names[..], &["--keluar", "hasil"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    for name in &names[..6] {
        assert!(told.contains(&format!("{name}: DITOLAK. ")), "{name} in {told}");
    }
    assert!(told.contains("hasil/07-001.jpg: ktp.jpg, 600 x 800\n"), "{told}");
    assert!(told.contains("potong.tif, halaman 1, 400 x 500"), "what is whole of it is taken: {told}");
    assert_eq!(text(&output.stderr), "6 berkas tidak diambil seluruhnya.\n");
}

#[test]
fn a_folder_may_be_there_and_what_lies_in_it_is_not_touched() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("ktp.jpg"), page(600, 800)).unwrap();
    fs::create_dir(place.path().join("hasil")).unwrap();
    assert_eq!(run(place.path(), &["ktp.jpg", "--keluar", "hasil"]).status.code(), Some(0));
    fs::write(place.path().join("hasil/01-001.jpg"), "milik orang").unwrap();
    let again = run(place.path(), &["ktp.jpg", "--keluar", "hasil"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("sudah ada dan tidak ditimpa"), "{}", text(&again.stderr));
    assert_eq!(fs::read(place.path().join("hasil/01-001.jpg")).unwrap(), b"milik orang");
}

#[test]
fn what_is_missing_of_the_command_is_named() {
    let place = tempfile::tempdir().unwrap();
    for (words, missing) in [(&["--keluar", "hasil"][..], "berkas"), (&["ktp.jpg"][..], "--keluar")] {
        let output = run(place.path(), words);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(missing), "{}", text(&output.stderr));
    }
}
