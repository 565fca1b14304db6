//! The office's mailbox, against a real Dovecot and Exim: turned on, looked into, and taken from.

use fantoccini::key::Key;
use loket_core::mailbox::{MailServer, Security};
use loket_tests::Letter;
use loket_tests::mail_server::{PASSWORD, Server, USER};

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::setup::found_office;

#[tokio::test]
async fn an_admin_turns_the_mailbox_on_and_a_request_goes_from_the_inbox_into_the_baki() {
    let server = Server::start();
    server.arrive(1, &Letter::of_slamet().bytes());
    let lay = server.as_it_lies();
    let mut machine = Machine::new("mailbox");
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;

    desk.press(&[Key::Control], '3').await;
    desk.find("heading", "Kotak surat").await;
    describe(&desk, &server, "kata sandi yang salah").await;
    desk.click("button", "Uji sambungan").await;
    desk.reads("Surat masuk: Server surel menolak nama atau kata sandi.").await;
    desk.fill("Kata sandi surel", PASSWORD).await;
    desk.click("button", "Uji sambungan").await;
    desk.reads("Surat masuk: tersambung, 1 pesan.").await;
    desk.reads("Surat keluar: tersambung.").await;
    desk.show("kotak-surat").await;
    desk.click("button", "Nyalakan").await;
    desk.reads("Kotak surat menyala.").await;

    desk.press(&[Key::Control], '1').await;
    desk.click("button", "Baki").await;
    desk.reads("Permohonan verifikasi akun SPSE").await;
    desk.show("kotak-masuk").await;
    desk.click("button", "Ambil ke Baki").await;
    desk.reads("toko@sumberrejeki.example").await;
    desk.find("button", "Buka permohonan").await;
    desk.show("kotak-masuk-diambil").await;
    assert!(bodies(&server.as_it_lies()) == bodies(&lay), "the inbox was changed");
    desk.close().await;
}

async fn describe(desk: &Desk, server: &Server, password: &str) {
    let settings = server.settings();
    for (place, known) in [("mailbox:inbox", settings.inbox), ("mailbox:outbox", settings.outbox)] {
        let MailServer { host, port, security } = known.expect("both are served");
        assert_eq!(security, Security::Tls);
        let named = desk.find_at(Some(place), "textbox", "Nama server").await;
        desk.write(&named, &host).await;
        let door = desk.find_at(Some(place), "textbox", "Port").await;
        desk.write(&door, &port.to_string()).await;
    }
    desk.fill("Nama pengguna", USER).await;
    desk.fill("Kata sandi surel", password).await;
    desk.run("document.querySelector('details:has(textarea)').open = true", vec![]).await;
    let authority = desk.find("textbox", "Sertifikat penerbit").await;
    let pem = settings.authority.expect("the test's own");
    desk.run(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
        vec![serde_json::to_value(&authority).expect("an element"), pem.into()],
    )
    .await;
}

/// What lies there, whatever Dovecot calls its files. A first visit moves what is new among what it has seen.
fn bodies(inbox: &[(String, Vec<u8>)]) -> Vec<(Vec<u8>, bool)> {
    let mut bodies: Vec<_> = inbox.iter().map(|(name, bytes)| (bytes.clone(), name.ends_with('S'))).collect();
    bodies.sort();
    bodies
}
