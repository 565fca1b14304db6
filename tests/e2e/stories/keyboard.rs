//! S-01 by keyboard alone, as an officer with a queue does it: every key is counted.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::hands::Hands;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::{PASSWORD, found_office};
use crate::stories::steps::CAMERA_RUNS;

/// Keys and fields that a clean S-01 may take, from the home to the noted User ID.
const MOST: usize = 48;

#[tokio::test]
async fn a_clean_walk_in_takes_few_keys_and_no_mouse() {
    let mut machine = Machine::new("keyboard");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    let hands = Hands::on(&desk);
    take_in(&desk, &hands).await;
    photograph(&desk, &hands).await;
    compare(&desk, &hands).await;
    decide(&desk, &hands).await;
    println!("S-01 by keyboard: {}", hands.told());
    assert!(hands.steps() <= MOST, "{}", hands.told());
    desk.close().await;
}

async fn take_in(desk: &Desk, hands: &Hands<'_>) {
    desk.find("button", "Tamu baru").await;
    hands.key("", 'n').await;
    desk.reads("Pemberitahuan").await;
    desk.find("button", "Buka permohonan").await;
    hands.key("Badan usaha", ' ').await;
    hands.enter("Badan usaha").await;

    hands.field("Bentuk usaha", "C").await;
    hands.field("Nama usaha", "CV Alas Roban Sejahtera").await;
    hands.field("NPWP", "0997001011513000").await;
    hands.enter("Pusat").await;
    hands.field("Alamat", "Jl. Alas Roban No. 1").await;
    hands.write("Kabupaten atau kota", "Kabupaten Batang").await;
    desk.find("option", "Kabupaten Batang").await;
    desk.press(&[], char::from(Key::Enter)).await;
    hands.field("Nama direktur", "Wulan Pertiwi").await;
    hands.field("NIK direktur", "3325114508759002").await;
    hands.field("Surel", "kantor@alasroban.example").await;
    hands.field("Nomor HP", "0812 0000 9001").await;
    // Who came is the director: name, NIK and telephone come from the form.
    hands.enter("Direktur").await;
    desk.show("penerimaan-papan-ketik").await;
}

async fn photograph(desk: &Desk, hands: &Hands<'_>) {
    hands.enter("Ambil").await;
    for document in ["KTP", "NPWP"] {
        desk.reads(&format!("Ambil gambar {document}")).await;
        desk.until("the camera gives pictures", CAMERA_RUNS, vec![]).await;
        hands.key("", ' ').await;
        desk.reads(&format!("Apakah {document} yang ditunjukkan asli?")).await;
        hands.key("", 'a').await;
        desk.until("the answer is kept", ANSWERED, vec![]).await;
        hands.key("", char::from(Key::Enter)).await;
    }
    hands.enter("Terima berkas").await;
    hands.enter("Berkas lengkap").await;
    desk.reads("Menunggu panggilan, nomor").await;
    hands.enter("Mulai verifikasi").await;
    desk.reads("Hasil banding").await;
}

/// The cards are read beside what is proposed; only what they print differently is typed.
async fn compare(desk: &Desk, hands: &Hands<'_>) {
    desk.has_focus_on("Bentuk usaha menurut NPWP").await;
    desk.show("verifikasi-usulan").await;
    hands.enter("Bentuk usaha menurut NPWP").await;
    hands.field("NPWP menurut NPWP", "99.700.101.1-513.000").await;
    hands.field("Alamat menurut NPWP", "JALAN ALAS ROBAN NOMOR 1").await;
    // An address never passes without a word (W-20); the first ready reason is it.
    hands.chord("Alasan untuk Alamat", Key::Alt, '1').await;
    hands.enter("Alasan untuk Alamat").await;
    for row in ["Nama", "NIK", "Lahir", "Berlaku", "Kewarganegaraan"] {
        hands.enter(&format!("{row} menurut KTP")).await;
    }
    for row in ["Orang yang hadir", "Surel", "Telepon"] {
        hands.key(&format!("row {row}"), ' ').await;
    }
    hands.key("Diperiksa", char::from(Key::Right)).await;
    hands.enter("Tidak diperiksa").await;
    hands.enter("Tidak tercantum").await;
    hands.enter("Tanggal daftar").await;
    hands.enter("Nyatakan sesuai").await;
}

async fn decide(desk: &Desk, hands: &Hands<'_>) {
    hands.field("Kata sandi Anda", PASSWORD).await;
    // No printer here: the papers wait, all three of them.
    desk.find("dialog", "3 kertas belum dicetak").await;
    desk.until("the print panel has the focus", IN_PANEL, vec![]).await;
    hands.enter("Cetak nanti").await;
    hands.enter("Cetak nanti, catat aktivasi").await;
    hands.field("User ID SPSE", "alasroban").await;
    desk.reads("Hubungi pelaku usaha tentang SIKAP").await;
}

const IN_PANEL: &str = "return document.activeElement.closest('[aria-labelledby=print-title]') !== null";

/// The answer about the original stands, and nothing is under way.
const ANSWERED: &str = "return document.querySelector('[data-place=sighting] [aria-checked=true]') !== null && \
                        document.querySelector('[aria-busy=true]') === null";
