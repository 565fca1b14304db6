//! A new office on a fresh machine, and its lock.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;

pub(super) const PASSWORD: &str = "rumah kecil di tepi kali";

#[tokio::test]
async fn a_fresh_machine_becomes_an_office_that_locks_and_unlocks() {
    let mut machine = Machine::new("setup");
    let desk = machine.open_desk().await;
    desk.reads("Selamat datang di Loket").await;
    desk.has_focus_on("Siapkan kantor").await;
    desk.show("awal").await;
    found_office(&desk, Eyes::Open).await;
    desk.show("beranda-kosong").await;
    lock_and_unlock(&desk).await;
    desk.close().await;
}

/// The whole wizard, from the first choice to an empty home.
pub(super) async fn found_office(desk: &Desk, eyes: Eyes) {
    desk.click("button", "Siapkan kantor").await;
    describe_office(desk).await;
    eyes.see(desk, "penyiapan-kantor").await;
    desk.click("button", "Lanjut").await;
    desk.reads("Folder kantor").await;
    eyes.see(desk, "penyiapan-folder").await;
    desk.click("button", "Lanjut").await;
    introduce_officer(desk).await;
    eyes.see(desk, "penyiapan-petugas").await;
    desk.click("button", "Buat kantor").await;
    copy_sheet_by_hand(desk).await;
    eyes.see(desk, "penyiapan-lembar").await;
    desk.click("button", "Lanjut").await;
    if eyes == Eyes::Open {
        look_at_camera(desk).await;
    }
    desk.click("button", "Buka Loket").await;
    desk.reads("Tidak ada yang menunggu").await;
}

async fn describe_office(desk: &Desk) {
    let fields = [
        ("Pemerintah daerah atau instansi", "Pemerintah Kabupaten Contoh"),
        ("Unit kerja", "Sekretariat Daerah"),
        ("Nama layanan", "LPSE Kabupaten Contoh"),
        ("Kontak kantor", "lpse@contoh.example"),
        ("Alamat", "Jalan Contoh Nomor 1"),
        ("Kota tempat surat diterbitkan", "Contoh"),
        ("Kontak data pribadi", "privasi@contoh.example"),
    ];
    for (label, text) in fields {
        desk.fill(label, text).await;
    }
}

async fn introduce_officer(desk: &Desk) {
    let fields = [
        ("Nama lengkap", "Dewi Contoh"),
        ("NIP", "199001012020012001"),
        ("Nama pengguna", "dewi"),
        ("Kata sandi", PASSWORD),
        ("Ulangi kata sandi", PASSWORD),
    ];
    for (label, text) in fields {
        desk.fill(label, text).await;
    }
    for role in ["Petugas", "Verifikator", "Penyetuju"] {
        let field = desk.find("checkbox", role).await;
        if !field.is_selected().await.expect("a tick can be read") {
            desk.click("checkbox", role).await;
        }
    }
}

/// No printer here: the words are shown one at a time and written down.
async fn copy_sheet_by_hand(desk: &Desk) {
    desk.click("button", "Salin dengan tangan").await;
    let mut words = Vec::new();
    for index in 1..=12 {
        desk.reads(&format!("Kata ke-{index} dari 12")).await;
        let word = desk.run("return document.querySelector('.word[aria-live]').innerText", vec![]).await;
        words.push(word.as_str().unwrap_or_default().to_owned());
        desk.click("button", if index < 12 { "Kata berikutnya" } else { "Selesai disalin" }).await;
    }
    desk.find("textbox", "Kata ke-").await;
    for (index, word) in words.iter().enumerate() {
        let label = format!("Kata ke-{} di lembar", index + 1);
        if desk.look_for(None, "textbox", &label).await.is_some() {
            desk.fill(&label, word).await;
        }
    }
}

async fn look_at_camera(desk: &Desk) {
    desk.click("button", "Uji kamera").await;
    desk.reads("Gambar diterima").await;
    desk.show("penyiapan-alat").await;
    desk.click("button", "Selesai menguji").await;
}

async fn lock_and_unlock(desk: &Desk) {
    desk.press(&[Key::Control], 'l').await;
    desk.reads("Loket terkunci").await;
    desk.hides("Tidak ada yang menunggu").await;
    desk.show("kunci").await;
    desk.fill("Kata sandi", "rumah besar di tepi kali").await;
    desk.click("button", "Buka kunci").await;
    desk.reads("Kata sandi salah.").await;
    desk.show("kunci-salah").await;
    desk.click("button", "Pakai lembar pemulihan").await;
    desk.find("textbox", "Dua belas kata").await;
    desk.show("pemulihan").await;
    desk.click("button", "Kembali ke kata sandi").await;
    desk.fill("Kata sandi", PASSWORD).await;
    desk.click("button", "Buka kunci").await;
    desk.reads("Tidak ada yang menunggu").await;
}
