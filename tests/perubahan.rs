//! A vendor whose account was verified comes back to change its data (T-30).

use loket_core::actions::permohonan::AttendeeInput;
use loket_core::document::{DocumentKind, DocumentState};
use loket_core::form::{DocumentField, FormField, Kapasitas};
use loket_core::layanan::perubahan::{Bagian, SuratPermohonan};
use loket_core::permohonan::{Channel, Confirmation};
use loket_core::privacy::NOTICE_VERSION;

use crate::cards::guest_of;
use crate::desk::{Desk, Guest};

/// Dewi Lestari Putri, who directs PT Reban Karya Utama after Bambang Sutrisno.
pub const NEW_DIRECTOR_NIK: &str = "3325115506929014";

/// A letter that lacks nothing.
pub fn surat_permohonan() -> SuratPermohonan {
    SuratPermohonan {
        nomor: "017/RKU/XI/2026".to_owned(),
        tanggal: "2026-11-20".to_owned(),
        kop: Some(true),
        meterai: Some(true),
        tanda_tangan: Some(true),
        cap: Some(true),
    }
}

impl Desk {
    /// The whole way of a guest, from the walk-in to a closed permohonan with a filled SIKAP.
    #[track_caller]
    pub fn verified(&mut self, scenario: &str) -> Guest {
        let guest = self.take_in(scenario);
        self.verify(&guest);
        self.declare(&guest);
        self.approve(&guest);
        let user_id = format!("akun.{}", scenario.to_lowercase());
        self.session.record_activation(&guest.case, &user_id).expect("noted");
        self.session.close_sikap(&guest.case, Confirmation::Telepon).expect("closed");
        guest
    }

    #[track_caller]
    pub fn open_perubahan(&mut self, former: &Guest, parts: &[Bagian]) -> Guest {
        let opened = self.session.open_perubahan(&former.case, parts, Channel::TatapMuka, NOTICE_VERSION);
        Guest { case: opened.expect("opened"), brought: former.brought.clone() }
    }

    /// The account of this guest was verified elsewhere: the director or owner comes in person.
    #[track_caller]
    pub fn open_change_from_spse(&mut self, scenario: &str, parts: &[Bagian]) -> Guest {
        let brought = guest_of(scenario);
        let opened =
            self.session.open_perubahan_from_spse(brought.profil, Channel::TatapMuka, NOTICE_VERSION);
        let guest = Guest { case: opened.expect("opened"), brought };
        self.session.set_perubahan(&guest.case, parts).expect("noted");
        self.attend(&guest);
        guest
    }

    /// The new director of S-17 is at the desk with everything that the letter names; the akta is not read yet.
    #[track_caller]
    pub fn bring_new_director(&mut self, guest: &Guest) {
        let case = guest.case.as_str();
        let attendee = AttendeeInput {
            name: "Dewi Lestari Putri".to_owned(),
            nik: NEW_DIRECTOR_NIK.to_owned(),
            phone: "081200009014".to_owned(),
            priority: None,
        };
        self.session.set_attendee(case, Kapasitas::Direktur, attendee).expect("noted");
        for (field, value) in [
            (FormField::PenanggungJawabNama, "Dewi Lestari Putri"),
            (FormField::PenanggungJawabNik, NEW_DIRECTOR_NIK),
        ] {
            self.session.set_form_field(case, field, value).expect("typed");
        }
        self.session.set_surat_permohonan(case, surat_permohonan()).expect("noted");
        for document in [
            DocumentKind::SuratPermohonan,
            DocumentKind::Ktp,
            DocumentKind::Npwp,
            DocumentKind::Akta,
            DocumentKind::AktaLama,
        ] {
            let brought = DocumentState::Diterima;
            self.session.set_document_state(case, document, brought, Some(true)).expect("noted");
        }
        for (document, field, value) in [
            (DocumentKind::Ktp, DocumentField::Nama, "DEWI LESTARI PUTRI"),
            (DocumentKind::Ktp, DocumentField::Nik, NEW_DIRECTOR_NIK),
            (DocumentKind::Ktp, DocumentField::TanggalLahir, "15-06-1992"),
            (DocumentKind::Ktp, DocumentField::Kewarganegaraan, "WNI"),
            (DocumentKind::Ktp, DocumentField::BerlakuHingga, "SEUMUR HIDUP"),
            (DocumentKind::Npwp, DocumentField::Npwp, "99.700.102.9-513.000"),
            (DocumentKind::Npwp, DocumentField::NamaUsaha, "PT REBAN KARYA UTAMA"),
            (DocumentKind::Npwp, DocumentField::Alamat, "JL. PEMUDA NO. 45"),
        ] {
            self.read(guest, document, field, value);
        }
    }
}
