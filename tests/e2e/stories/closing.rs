//! What is put right and how a case ends, in the practice office: a typo corrected, a refusal with its letter,
//! a guest sent on, a Bukti replaced, SIKAP followed and closed.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::machine::Machine;
use crate::stories::steps::{open_practice, stand_on};

/// Everybody's password in the practice office.
const PASSWORD: &str = "latihan";

#[tokio::test]
async fn a_typo_is_corrected_while_verifying_and_stays_to_be_seen() {
    let mut machine = Machine::on_a_quiet_morning("correction");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    desk.click("button", "Mulai verifikasi").await;
    desk.reads("Hasil banding").await;
    stand_on(&desk, "row:alamat").await;
    desk.press(&[], 'p').await;
    desk.find("dialog", "Perbaiki formulir").await;
    desk.show("perbaiki-formulir").await;
    // Without a cause nothing is corrected, and the dialog says so.
    let field = desk.find_at(Some("correction:value"), "textbox", "").await;
    desk.write(&field, "Jl. Contoh Baru No. 9").await;
    desk.press(&[], char::from(Key::Enter)).await;
    desk.reads("Pilih sebabnya lebih dulu.").await;
    desk.press(&[Key::Alt], '1').await;
    desk.click("button", "Simpan perbaikan").await;
    desk.reads("pada formulir diperbaiki.").await;
    stand_on(&desk, "row:alamat").await;
    desk.reads("Jl. Contoh Baru No. 9").await;
    desk.reads("Semula:").await;
    desk.show("formulir-diperbaiki").await;
    desk.close().await;
}

#[tokio::test]
async fn a_refused_guest_and_one_sent_on_leave_with_their_papers() {
    let mut machine = Machine::on_a_quiet_morning("closing");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    desk.click("button", "Mulai verifikasi").await;
    desk.reads("Hasil banding").await;
    refuse(&desk).await;
    desk.click("button", "Kembali ke daftar").await;
    desk.click("button", "Mulai verifikasi").await;
    desk.reads("Hasil banding").await;
    send_on(&desk).await;
    desk.close().await;
}

async fn refuse(desk: &Desk) {
    desk.click("button", "Tolak…").await;
    // An account that exists is no ground for a refusal; the dialog leads elsewhere.
    desk.click("radio", "X04").await;
    desk.reads("Akun yang sudah ada bukan dasar penolakan.").await;
    desk.click("radio", "X02").await;
    desk.fill("Alasan", "Huruf pada KTP ditempel.").await;
    desk.click("checkbox", "Saya sudah menjelaskan").await;
    desk.show("tolak").await;
    desk.click("button", "Tolak permohonan").await;
    desk.find("dialog", "Surat Penolakan SP-").await;
    desk.show("surat-penolakan").await;
    desk.click("button", "Tutup").await;
    desk.reads("Permohonan ditolak").await;
    desk.show("ditolak").await;
}

async fn send_on(desk: &Desk) {
    desk.click("button", "Alihkan…").await;
    desk.find("dialog", "Alihkan permohonan").await;
    desk.click("radio", "LPSE lain").await;
    desk.fill("Nama LPSE", "LPSE Kabupaten Sebelah").await;
    desk.show("alihkan").await;
    desk.click("button", "Alihkan dan terbitkan Lembar Pengalihan").await;
    desk.find("dialog", "Lembar Pengalihan LP-").await;
    desk.show("lembar-pengalihan").await;
    desk.click("button", "Tutup").await;
    desk.reads("Dialihkan ke LPSE Kabupaten Sebelah.").await;
    desk.show("dialihkan").await;
}

#[tokio::test]
async fn a_bukti_is_replaced_and_sikap_is_followed_until_it_is_filled() {
    let mut machine = Machine::on_a_quiet_morning("sikap");
    let _page = machine.begin_call(SIKAP_PAGE);
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    desk.reads("Hubungi pelaku usaha paling lambat").await;
    desk.press(&[Key::Control], 'k').await;
    desk.type_keys("99.700.101.1-513.000").await;
    desk.reads("1 ditemukan").await;
    desk.click("button", "CV Alas Roban Sejahtera").await;
    desk.reads("Riwayat kontak").await;
    replace_the_bukti(&desk).await;
    follow_sikap(&desk).await;
    desk.close().await;
}

async fn replace_the_bukti(desk: &Desk) {
    desk.click("button", "Ganti Bukti…").await;
    desk.fill("Alasan Bukti diganti", "Nama yang hadir kurang satu kata.").await;
    desk.fill("Nama yang hadir", "Wulan Ayu Pertiwi").await;
    desk.fill("Kata sandi Anda", "bukan kata sandi saya").await;
    desk.show("ganti-bukti").await;
    desk.click("button", "Terbitkan Bukti pengganti").await;
    desk.reads("Kata sandi salah.").await;
    desk.fill("Kata sandi Anda", PASSWORD).await;
    desk.click("button", "Terbitkan Bukti pengganti").await;
    desk.find("dialog", "Bukti Verifikasi BV-").await;
    desk.show("bukti-pengganti").await;
    desk.click("button", "Tutup").await;
    desk.reads("Menggantikan BV-").await;
    desk.reads("Digantikan oleh BV-").await;
}

async fn follow_sikap(desk: &Desk) {
    desk.reads("Nomor HP").await;
    desk.show("sikap").await;
    desk.click("radio", "Tidak").await;
    desk.fill("Catatan", "Tidak diangkat.").await;
    desk.click("button", "Simpan catatan").await;
    desk.reads("tidak terhubung").await;
    // Too early to give up: the desk says what is missing and stays.
    desk.click("button", "Tutup, belum terisi…").await;
    desk.reads("Tindak lanjut terakhir belum lewat").await;
    desk.show("sikap-terlalu-dini").await;
    desk.click("button", "SIKAP sudah terisi…").await;
    desk.find("dialog", "SIKAP sudah terisi").await;
    desk.click("radio", "Tangkapan layar SIKAP").await;
    desk.click("button", "Tutup, SIKAP terisi").await;
    // Who says that it was seen there keeps what was seen.
    desk.reads("Tangkapan layar SIKAP yang terisi").await;
    desk.click("button", "Batal").await;
    desk.click("button", "Tangkap layar…").await;
    desk.click("button", SIKAP_PAGE).await;
    desk.until("the page of SIKAP is drawn", PAGE_IS_SEEN, vec![]).await;
    desk.show("sikap-bukti").await;
    desk.click("button", "SIKAP sudah terisi…").await;
    desk.click("radio", "Tangkapan layar SIKAP").await;
    desk.click("button", "Tutup, SIKAP terisi").await;
    desk.reads("SIKAP sudah terisi, dipastikan lewat tangkapan layar SIKAP.").await;
    desk.show("sikap-selesai").await;
}

/// Another program's window, in which SIKAP stands.
const SIKAP_PAGE: &str = "SIKAP, data kualifikasi";

const PAGE_IS_SEEN: &str = "const image = document.querySelector('[data-tangkapan] img'); \
                            return image !== null && image.complete && image.naturalWidth > 0";
