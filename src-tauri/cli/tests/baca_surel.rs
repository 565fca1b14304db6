//! `loket-cli baca-surel` as it is run: what it prints, what it writes, and how it ends.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_loket-cli");

/// A message with one picture of two by one pixels and one program.
const LETTER: &str = "From: Wulan Pertiwi <kantor@alasroban.example>\r\n\
    Date: Mon, 23 Nov 2026 08:12:30 +0700\r\nSubject: Permohonan verifikasi\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=batas\r\n\r\n\
    --batas\r\nContent-Type: text/plain\r\n\r\nMohon diverifikasi.\r\n\
    --batas\r\nContent-Type: image/bmp; name=ktp.bmp\r\nContent-Disposition: attachment\r\n\
    Content-Transfer-Encoding: base64\r\n\r\n\
    Qk0+AAAAAAAAADYAAAAoAAAAAgAAAAEAAAABABgAAAAAAAgAAAATCwAAEwsAAAAAAAAAAAAAAAD/AP8AAAA=\r\n\
    --batas\r\nContent-Type: application/octet-stream; name=pasang.exe\r\n\
    Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAA==\r\n--batas--\r\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

fn run(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.arg("baca-surel").args(words).current_dir(folder).stdin(Stdio::null());
    command.output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("it prints UTF-8")
}

#[test]
fn one_line_of_json_a_file_says_what_would_be_taken_and_what_not_and_why() {
    let folder = folder("surel-json");
    fs::write(folder.join("surat.eml"), LETTER).unwrap();
    fs::write(folder.join("catatan.txt"), "halo").unwrap();
    let output = run(&folder, &["surat.eml", "catatan.txt", "hilang.eml", "--json"]);
    assert_eq!(output.status.code(), Some(1), "two files cannot be read");
    let lines: Vec<serde_json::Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    assert_eq!(
        lines[0],
        serde_json::json!({
            "berkas": "surat.eml",
            "pengirim": "kantor@alasroban.example",
            "nama_pengirim": "Wulan Pertiwi",
            "tanggal": "2026-11-23T01:12:30+00:00",
            "perihal": "Permohonan verifikasi",
            "halaman": [{ "nama": "ktp.bmp", "jenis": "bmp", "lebar": 2, "tinggi": 1, "byte": 62 }],
            "ditolak": [{
                "nama": "pasang.exe",
                "kode": "AttachmentUnknown",
                "sebab": "Jenis lampiran ini tidak dipakai. Minta dikirim ulang sebagai JPEG, PNG, TIFF, atau PDF.",
            }],
        })
    );
    assert_eq!((&lines[1]["berkas"], &lines[1]["kode"]), (&"catatan.txt".into(), &"MailUnreadable".into()));
    assert_eq!((&lines[2]["berkas"], &lines[2]["kode"]), (&"hilang.eml".into(), &"NotFound".into()));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn pages_are_written_to_new_files_only() {
    let folder = folder("surel-keluar");
    fs::write(folder.join("surat.eml"), LETTER).unwrap();
    let output = run(&folder, &["surat.eml", "--keluar", "hasil"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(fs::read(folder.join("hasil/01-001.bmp")).unwrap().len(), 62);
    assert!(text(&output.stdout).contains("ktp.bmp: BMP, 2 x 1, 62 byte"), "{}", text(&output.stdout));

    fs::write(folder.join("hasil/01-001.bmp"), "milik orang").unwrap();
    let again = run(&folder, &["surat.eml", "--keluar", "hasil"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("tidak ditimpa"), "{}", text(&again.stderr));
    assert_eq!(fs::read(folder.join("hasil/01-001.bmp")).unwrap(), b"milik orang");
    fs::remove_dir_all(folder).unwrap();
}
