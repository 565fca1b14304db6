//! Steps that several stories take. Words are those of the screen.

use fantoccini::key::Key;
use serde_json::json;

use crate::desk::Desk;
use crate::looks::Eyes;

/// A firm of the acceptance scenarios, as it stands on the SPSE form and on the cards.
pub(crate) struct Guest {
    pub(crate) bentuk: &'static str,
    pub(crate) name: &'static str,
    /// NPWP as the form has it.
    pub(crate) npwp: &'static str,
    /// What the verifikator reads from the cards, by row.
    pub(crate) cards: &'static [(&'static str, &'static str)],
}

/// S-01: everything agrees, the NPWP once with 16 and once with 15 digits.
pub(crate) const ALAS_ROBAN: Guest = Guest {
    bentuk: "CV",
    name: "CV Alas Roban Sejahtera",
    npwp: "0997001011513000",
    cards: &[
        ("row:bentuk_usaha", "CV ALAS ROBAN SEJAHTERA"),
        ("row:nama_usaha", "CV ALAS ROBAN SEJAHTERA"),
        ("row:npwp", "99.700.101.1-513.000"),
        ("row:alamat", "JALAN ALAS ROBAN NOMOR 1"),
        ("row:pj_nama", "WULAN PERTIWI"),
        ("row:pj_nik", "3325114508759002"),
        ("row:lahir", "05-08-1975"),
        ("row:kewarganegaraan", "WNI"),
        ("row:berlaku", "SEUMUR HIDUP"),
    ],
};

/// S-06: the card belongs to another NPWP.
pub(crate) const OTHER_NPWP: Guest = Guest {
    npwp: "99.700.102.9-513.000",
    cards: &[
        ("row:bentuk_usaha", "CV ALAS ROBAN SEJAHTERA"),
        ("row:nama_usaha", "CV ALAS ROBAN SEJAHTERA"),
        ("row:npwp", "99.700.103.7-502.000"),
        ("row:alamat", "JALAN ALAS ROBAN NOMOR 1"),
        ("row:pj_nama", "WULAN PERTIWI"),
        ("row:pj_nik", "3325114508759002"),
        ("row:lahir", "05-08-1975"),
        ("row:kewarganegaraan", "WNI"),
        ("row:berlaku", "SEUMUR HIDUP"),
    ],
    ..ALAS_ROBAN
};

/// The practice office: open for everybody, nothing in it is real.
pub(crate) async fn open_practice(desk: &Desk) {
    desk.click("button", "Buka kantor latihan").await;
    desk.reads("LATIHAN.").await;
    desk.find("button", "Tamu baru").await;
}

/// From the greeting to the checklist: notice, form, who came, which cards lie on the desk.
pub(crate) async fn receive(desk: &Desk, guest: &Guest, eyes: Eyes) {
    open_case(desk, eyes).await;
    fill_form(desk, guest).await;
    desk.click_at(Some("attendee"), "radio", "Direktur").await;
    desk.fill("Nama yang hadir", "Wulan Pertiwi").await;
    desk.fill("NIK yang hadir", "3325114508759002").await;
    for document in ["ktp", "npwp"] {
        let place = format!("document:{document}");
        desk.click_at(Some(&place), "radio", "Diterima").await;
    }
    eyes.see(desk, "penerimaan").await;
}

/// A new case of a badan usaha, opened from the home by its one key.
pub(crate) async fn open_case(desk: &Desk, eyes: Eyes) {
    desk.find("button", "Tamu baru").await;
    desk.press(&[], 'n').await;
    desk.reads("Pemberitahuan").await;
    desk.click("radio", "Badan usaha").await;
    eyes.see(desk, "tamu-baru").await;
    desk.click("button", "Buka permohonan").await;
    desk.find("textbox", "Nama usaha").await;
}

async fn fill_form(desk: &Desk, guest: &Guest) {
    desk.choose("Bentuk usaha", guest.bentuk).await;
    desk.fill("Nama usaha", guest.name).await;
    desk.fill("NPWP", guest.npwp).await;
    desk.click_at(Some("form:pusat_cabang"), "radio", "Pusat").await;
    desk.fill("Alamat", "Jl. Alas Roban No. 1").await;
    let region = desk.find("combobox", "Kabupaten atau kota").await;
    desk.write(&region, "Kabupaten Batang").await;
    desk.find("option", "Kabupaten Batang").await;
    desk.press(&[], char::from(Key::Enter)).await;
    desk.fill("Kode pos", "51215").await;
    desk.fill("Nama direktur", "Wulan Pertiwi").await;
    desk.fill("NIK direktur", "3325114508759002").await;
    desk.fill("Surel", "kantor@alasroban.example").await;
    desk.fill("Nomor HP", "0812 0000 9001").await;
}

/// The case from "Terima berkas" to the comparison.
pub(crate) async fn begin_comparison(desk: &Desk, eyes: Eyes) {
    desk.click("button", "Terima berkas").await;
    desk.reads("Tanda Terima Berkas").await;
    eyes.see(desk, "tanda-terima").await;
    desk.click("button", "Berkas lengkap, beri nomor antrean").await;
    desk.reads("Menunggu panggilan, nomor").await;
    eyes.see(desk, "antre").await;
    desk.click("button", "Mulai verifikasi").await;
    desk.reads("Hasil banding").await;
    eyes.see(desk, "verifikasi-awal").await;
}

/// Row by row: type what the card says, and agree where a person may.
pub(crate) async fn compare(desk: &Desk, guest: &Guest) {
    for document in ["ktp", "npwp"] {
        let place = format!("document:{document}");
        if desk.look_for(Some(&place), "button", "Asli").await.is_some() {
            desk.click_at(Some(&place), "button", "Asli").await;
        }
    }
    let rows = desk.run(
        "return [...document.querySelectorAll('[data-place^=\"row:\"]')].map((e) => e.dataset.place)",
        vec![],
    );
    let rows = rows.await;
    // Twice: what a card says in one row may settle another.
    for _ in 0..2 {
        for place in rows.as_array().into_iter().flatten().filter_map(|place| place.as_str()) {
            if !decided(desk, place).await {
                decide(desk, guest, place).await;
            }
        }
    }
    desk.click_at(Some("kewenangan"), "radio", "Tidak diperiksa").await;
    desk.click_at(Some("daftar_hitam"), "radio", "Tidak dapat diperiksa").await;
}

async fn decide(desk: &Desk, guest: &Guest, place: &str) {
    stand_on(desk, place).await;
    let said = guest.cards.iter().find(|(row, _)| *row == place).map(|(_, value)| *value);
    if let (Some(value), true) = (said, desk.run(UNTYPED, vec![json!(place)]).await == json!(true)) {
        let field = desk.find_at(Some(place), "textbox", "").await;
        desk.write(&field, value).await;
        desk.press(&[], char::from(Key::Enter)).await;
        desk.until("the card's words are kept", KEPT, vec![json!(place)]).await;
        if decided(desk, place).await {
            return;
        }
        stand_on(desk, place).await;
    }
    if desk.look_for(Some(place), "button", "Cocok, beri catatan").await.is_some() {
        let reason = desk.find_at(Some(place), "textbox", "Alasan untuk").await;
        desk.write(&reason, "Diperiksa pada kartu asli.").await;
        desk.click_at(Some(place), "button", "Cocok, beri catatan").await;
    } else if desk.look_for(Some(place), "button", "Cocok").await.is_some() {
        desk.click_at(Some(place), "button", "Cocok").await;
    } else {
        // A row to which nobody may agree stays undecided.
        return;
    }
    desk.until("the row is decided and left", LEFT, vec![json!(place)]).await;
}

/// What the card says in this row has not been typed yet.
const UNTYPED: &str =
    "return document.querySelector(`[data-place=\"${arguments[0]}\"] [data-typing=empty] input`) !== null";

/// Typed, kept, and the focus stands where the next answer is wanted: elsewhere, or in this row but no
/// longer in its field.
const KEPT: &str = "const row = document.querySelector(`[data-place=\"${arguments[0]}\"]`); \
                    const field = row.querySelector('[data-typing] input'); \
                    return field === null || (document.activeElement !== field && field.value !== '' && \
                      row.querySelector('[data-typing=empty]') === null)";

/// Decided, and the focus went on by itself.
const LEFT: &str = "const row = document.querySelector(`[data-place=\"${arguments[0]}\"]`); \
                    return row.querySelector('.decision.open') === null && !row.contains(document.activeElement)";

/// Ticked by the program, or by a person before.
async fn decided(desk: &Desk, place: &str) -> bool {
    let script = "return document.querySelector(`[data-place=\"${arguments[0]}\"] .decision.open`) === null";
    desk.run(script, vec![json!(place)]).await == json!(true)
}

/// Puts the focus on a row, as the arrow keys would, until it stays there.
pub(crate) async fn stand_on(desk: &Desk, place: &str) {
    let script = "const row = document.querySelector(`[data-place=\"${arguments[0]}\"]`); \
                  if (row?.ariaSelected === 'true' && row.contains(document.activeElement)) return true; \
                  row?.focus(); \
                  return false";
    desk.until("the row has the focus", script, vec![json!(place)]).await;
}

/// Both cards by the camera, one after the other, each with the answer that the original is in hand.
pub(crate) async fn photograph(desk: &Desk, eyes: Eyes) {
    open_camera(desk).await;
    photograph_both(desk, eyes).await;
}

pub(crate) async fn open_camera(desk: &Desk) {
    desk.click_at(Some("document:ktp"), "button", "Ambil").await;
    desk.reads(ADVICE).await;
    desk.until("the camera gives pictures", CAMERA_RUNS, vec![]).await;
}

/// The rest, from where the camera runs.
pub(crate) async fn photograph_both(desk: &Desk, eyes: Eyes) {
    eyes.see(desk, "pengambilan").await;
    shoot(desk, "KTP", "Lanjut ke NPWP", eyes).await;
    desk.reads(ADVICE).await;
    shoot(desk, "NPWP", "Selesai", eyes).await;
    desk.find("heading", "Formulir SPSE").await;
}

const ADVICE: &str = "Letakkan kartu rata di tempat terang.";

pub(crate) const CAMERA_RUNS: &str = "return document.querySelector('video')?.videoWidth > 0";

async fn shoot(desk: &Desk, document: &str, onward: &str, eyes: Eyes) {
    desk.until("the camera gives pictures", CAMERA_RUNS, vec![]).await;
    desk.click("button", "Potret").await;
    desk.reads(&format!("Apakah {document} yang ditunjukkan asli?")).await;
    eyes.see(desk, &format!("luruskan-{}", document.to_lowercase())).await;
    // A KTP keeps the frame that is proposed: taken whole, the Fotokopi would lack it and wait.
    if document != "KTP" {
        desk.click("button", "Pakai seluruh gambar").await;
    }
    desk.click_at(Some("sighting"), "radio", "Asli").await;
    desk.click("button", onward).await;
}
