//! S-02 from afar, by keyboard alone: from the message of the vendor to the printed proof. Every key is counted.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::key::Key;
use loket_core::document::DocumentKind;
use loket_tests::Letter;
use loket_tests::cards::{guest_of, photo_of};
use serde_json::json;

use crate::desk::Desk;
use crate::hands::Hands;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::{PASSWORD, found_office};

/// Keys and fields that a clean request from afar may take, from the message to the proof.
const MOST: usize = 55;

#[tokio::test]
async fn a_request_by_e_mail_becomes_a_proof_with_few_keys_and_a_picture_of_the_call() {
    let mut machine = Machine::new("daring");
    machine.set_clock(MONDAY);
    let _call = machine.begin_call("Panggilan dengan Toko Sumber Rejeki");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    let hands = Hands::on(&desk);
    open_from_message(&desk, &hands).await;
    fill(&desk, &hands).await;
    promise(&desk, &hands).await;
    hands.chord("", Key::Control, char::from(Key::Enter)).await;
    desk.reads("Hasil banding").await;
    compare(&hands).await;
    capture(&desk, &hands).await;
    desk.show("daring-tangkapan").await;
    decide(&desk, &hands).await;
    desk.show("daring-disetujui").await;
    println!("S-02 from afar by keyboard: {}", hands.told());
    assert!(hands.steps() <= MOST, "{}", hands.told());
    desk.close().await;
}

/// Before the first call of a day of service.
const MONDAY: &str = "2026-11-23T08:00:00+07:00";

/// A quarter of an hour after the call that was promised instead.
const LATER: &str = "2026-11-23T10:46:00+07:00";

#[tokio::test]
async fn an_appointment_is_moved_and_then_nobody_comes() {
    let mut machine = Machine::new("tidak-hadir");
    machine.set_clock(MONDAY);
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    let hands = Hands::on(&desk);
    open_from_message(&desk, &hands).await;
    fill(&desk, &hands).await;
    promise(&desk, &hands).await;
    move_appointment(&desk).await;
    machine.cut_power();

    machine.set_clock(LATER);
    let desk = machine.open_desk().await;
    desk.fill("Nama pengguna", "dewi").await;
    desk.fill("Kata sandi", PASSWORD).await;
    desk.click("button", "Buka kunci").await;
    nobody_comes(&desk).await;
    desk.close().await;
}

async fn move_appointment(desk: &Desk) {
    desk.click("button", "Jadwal ulang…").await;
    desk.find("dialog", "Jadwal ulang").await;
    desk.click("button", "Ganti jadwal").await;
    desk.reads("Waktu belum dipilih.").await;
    desk.click("button", "Senin, 23 November 2026, 10.30").await;
    desk.click("button", "Diminta pelaku usaha").await;
    desk.show("jadwal-ulang").await;
    desk.click("button", "Ganti jadwal").await;
    desk.reads("Jadwal ke-2").await;
    desk.reads("10.30–11.15 WIB").await;
    // The vendor knows of the old time only, so nothing may begin yet.
    desk.reads("Catatan bahwa jadwal sudah diberitahukan").await;
    desk.click_at(Some("schedule:notice"), "button", "WhatsApp").await;
    desk.reads("Pemberitahuan tercatat.").await;
    desk.show("jadwal-kedua").await;
}

async fn nobody_comes(desk: &Desk) {
    desk.reads("Panggilan Zoom pukul 10.30.").await;
    desk.click("button", "Buka panggilan").await;
    desk.reads("0 dari 2 kali").await;
    for attempt in ["1 dari 2 kali", "2 dari 2 kali"] {
        desk.click("button", "Catat panggilan…").await;
        desk.click("radio", "Tidak").await;
        desk.show("catat-panggilan").await;
        desk.click("button", "Simpan catatan").await;
        desk.reads(attempt).await;
    }
    desk.click("button", "Tidak hadir…").await;
    desk.find("dialog", "Catat tidak hadir").await;
    desk.show("catat-tidak-hadir").await;
    desk.click("button", "Catat tidak hadir").await;
    desk.reads("Pelaku usaha tidak hadir").await;
    desk.show("tidak-hadir").await;
    desk.click("button", "Minta jadwal baru").await;
    desk.reads("Pelaku usaha sudah satu dari tiga kali tidak hadir.").await;
}

/// The message of Slamet Riyadi with both of his cards.
pub(super) fn message() -> Vec<u8> {
    let guest = guest_of("S-02");
    [("ktp.jpg", DocumentKind::Ktp), ("npwp.jpg", DocumentKind::Npwp)]
        .into_iter()
        .fold(Letter::of_slamet(), |letter, (name, document)| {
            letter.attach(name, "image/jpeg", &photo_of(&guest, document).jpeg)
        })
        .bytes()
}

/// Ctrl+V with a file in the clipboard: what WebDriver cannot put there, the page is told directly.
pub(super) async fn paste_file(desk: &Desk, name: &str, bytes: &[u8]) {
    let script = "const [name, text] = arguments; \
                  const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0)); \
                  const clipboardData = new DataTransfer(); \
                  clipboardData.items.add(new File([bytes], name, { type: 'message/rfc822' })); \
                  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }); \
                  (document.activeElement ?? document.body).dispatchEvent(event)";
    desk.run(script, vec![json!(name), json!(STANDARD.encode(bytes))]).await;
}

async fn open_from_message(desk: &Desk, hands: &Hands<'_>) {
    desk.find("button", "Baki").await;
    hands.key("", char::from(Key::F7)).await;
    desk.reads("Baki kosong").await;
    hands.pastes();
    paste_file(desk, "permohonan.eml", &message()).await;
    desk.reads("toko@sumberrejeki.example").await;
    hands.key("", 'b').await;
    desk.find("dialog", "Buka permohonan daring").await;
    hands.key("", char::from(Key::Down)).await;
    hands.enter("Usaha perorangan").await;
    desk.find("heading", "Formulir SPSE").await;
}

async fn fill(desk: &Desk, hands: &Hands<'_>) {
    hands.field("Bentuk usaha", "p").await;
    hands.field("Nama usaha", "Toko Sumber Rejeki").await;
    hands.field("NPWP", "3325110508759001").await;
    hands.field("Alamat", "Jl. Dr. Sutomo No. 21").await;
    hands.write("Kabupaten atau kota", "Kabupaten Batang").await;
    desk.find("option", "Kabupaten Batang").await;
    desk.press(&[], char::from(Key::Enter)).await;
    hands.field("Nama pemilik", "Slamet Riyadi").await;
    hands.field("NIK pemilik", "3325110508759001").await;
    hands.field("Surel", "toko@sumberrejeki.example").await;
    hands.field("Nomor HP", "0812 0000 9003").await;
    // The scans lie in the Baki; the frame that is proposed on each is taken.
    for document in ["KTP", "NPWP"] {
        hands.enter("Ambil dari Baki").await;
        hands.enter(&format!("Ambil {document} dari Baki")).await;
        desk.find("heading", &format!("Tandai keempat sudut {document}")).await;
        hands.enter("Sudut kiri atas").await;
    }
}

async fn promise(desk: &Desk, hands: &Hands<'_>) {
    hands.enter("Terima permintaan").await;
    hands.enter("Berkas lengkap, jadwalkan").await;
    // The first free time of the day; the link follows later.
    desk.has_focus_on("09.00").await;
    hands.enter("button").await;
    hands.enter("Tautan atau nomor panggilan").await;
    hands.enter("Tetapkan jadwal").await;
    hands.enter("Salin teks").await;
    hands.key("group Tandai sudah dikirim lewat", char::from(Key::Tab)).await;
    hands.enter("button Surel").await;
    desk.reads("Pemberitahuan tercatat.").await;
}

/// Originals are shown on the call; what is read from them is confirmed as at the counter.
async fn compare(hands: &Hands<'_>) {
    hands.key("NPWP yang ditunjukkan", 'a').await;
    hands.key("KTP yang ditunjukkan", 'a').await;
    for row in ["NPWP menurut NPWP", "Nama pada NPWP menurut NPWP"] {
        hands.enter(row).await;
    }
    hands.field("Alamat menurut KTP", "JL. DR. SUTOMO NO. 21").await;
    // An address never passes without a word (W-20); the first ready reason is it.
    hands.chord("Alasan untuk Alamat", Key::Alt, '1').await;
    hands.enter("Alasan untuk Alamat").await;
    for row in ["Nama", "NIK", "Lahir", "Berlaku", "Kewarganegaraan"] {
        hands.enter(&format!("{row} menurut KTP")).await;
    }
    for row in ["Orang yang hadir", "Surel", "Telepon"] {
        hands.key(&format!("row {row}"), ' ').await;
    }
    hands.enter("Pemilik").await;
}

/// The window in which the call runs is photographed, and what the picture shows is said of it.
async fn capture(desk: &Desk, hands: &Hands<'_>) {
    hands.key("", char::from(Key::F6)).await;
    desk.reads("Pilih jendela panggilan").await;
    hands.enter("Panggilan dengan Toko Sumber Rejeki").await;
    hands.enter("Wajah dan kode").await;
    hands.enter("Kode terlihat").await;
    desk.reads("1 tangkapan").await;
    desk.until("the picture of the call is drawn", CALL_IS_SEEN, vec![]).await;
}

/// The picture has the size of the window, not of the screen.
const CALL_IS_SEEN: &str = "const image = document.querySelector('[data-tangkapan] img'); \
                            return image !== null && image.complete && image.naturalWidth > 0 && \
                              Math.abs(image.naturalWidth / image.naturalHeight - 1.6) < 0.05";

async fn decide(desk: &Desk, hands: &Hands<'_>) {
    hands.chord("", Key::Control, char::from(Key::Enter)).await;
    hands.enter("Tidak tercantum").await;
    hands.enter("Tanggal daftar").await;
    hands.enter("Nyatakan sesuai").await;
    hands.field("Kata sandi Anda", PASSWORD).await;
    // No printer here: one key either way.
    desk.find("dialog", "2 kertas belum dicetak").await;
    hands.enter("Cetak nanti").await;
    desk.reads("Bukti Verifikasi").await;
}
