//! The case that the child lives through, as steps of one act each. A step knows from the record
//! whether it is still needed, so that the story goes on wherever it was cut off.

use loket_core::actions::Session;
use loket_core::actions::kiriman::Incoming;
use loket_core::actions::permohonan::AttendeeInput;
use loket_core::actions::tangkapan::CheckedTangkapan;
use loket_core::capture::Taken;
use loket_core::document::{DocumentKind, PictureSource, Sighting};
use loket_core::error::Error;
use loket_core::form::{DocumentField, FormField, Kapasitas};
use loket_core::kiriman::{KirimanEnd, KirimanSource};
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_core::store::read::CaseRecord;
use loket_core::tangkapan::TangkapanSource;
use loket_core::verifikasi::{DaftarHitam, Decision, JawabanDaftarHitam, Kewenangan, RowKey};
use loket_tests::Letter;

pub const PASSWORD: &str = "kopi pagi tanpa gula";

pub type Done = Result<(), Error>;

/// One step: its name, whether the case still needs it, and what the officer does, in one act.
/// It is taken until it is needed no more.
pub struct Step {
    pub name: &'static str,
    pub needed: fn(&Session, &CaseRecord) -> Result<bool, Error>,
    pub act: fn(&mut Session, &str, &Pictures) -> Done,
}

/// The two photographs, drawn once.
pub struct Pictures {
    pub ktp: Vec<u8>,
    pub npwp: Vec<u8>,
}

macro_rules! form_step {
    ($name:literal, $field:ident, $value:literal) => {
        Step {
            name: $name,
            needed: |_, case| Ok(is_intake(case) && case.form_value(FormField::$field).is_empty()),
            act: |session, case, _| session.set_form_field(case, FormField::$field, $value).map(drop),
        }
    };
}

macro_rules! card_step {
    ($name:literal, $document:ident, $field:ident, $value:literal) => {
        Step {
            name: $name,
            needed: |_, case| {
                Ok(is_intake(case) && !has_value(case, DocumentKind::$document, DocumentField::$field))
            },
            act: |session, case, _| {
                session
                    .set_document_field(case, DocumentKind::$document, DocumentField::$field, $value)
                    .map(drop)
            },
        }
    };
}

macro_rules! picture_step {
    ($name:literal, $document:ident, $picture:ident) => {
        Step {
            name: $name,
            needed: |_, case| Ok(is_intake(case) && case.current_picture(DocumentKind::$document).is_none()),
            act: |session, case, pictures| {
                let taken = Taken::check(DocumentKind::$document, pictures.$picture.clone())?;
                session.add_picture(case, PictureSource::Kamera, taken).map(drop)
            },
        }
    };
}

/// Takes in a message with two scans; nothing of it may be lost.
pub const RECEIVE: &str = "receive";
/// Destroys what was taken in.
pub const END: &str = "end kiriman";

/// Every step after the permohonan was opened, in the order of the desk.
pub const STEPS: &[Step] = &[
    Step {
        name: RECEIVE,
        needed: |session, case| Ok(is_intake(case) && session.baki()?.is_empty()),
        act: |session, _, pictures| {
            let letter = Letter::of_slamet().attach("ktp.jpg", "image/jpeg", &pictures.ktp).attach(
                "npwp.jpg",
                "image/jpeg",
                &pictures.npwp,
            );
            let incoming = Incoming::read("permohonan.eml", KirimanSource::Seret, letter.bytes())?;
            session.receive_kiriman(incoming).map(drop)
        },
    },
    Step {
        name: "attendee",
        needed: |_, case| Ok(is_intake(case) && case.kapasitas.is_none()),
        act: |session, case, _| {
            let attendee = AttendeeInput {
                name: "Wulan Pertiwi".to_owned(),
                nik: "3325114508759002".to_owned(),
                phone: "081200009001".to_owned(),
                priority: None,
            };
            session.set_attendee(case, Kapasitas::Direktur, attendee)
        },
    },
    Step {
        name: "draft",
        needed: |session, case| {
            let kept = session.store().reader().drafts(&case.id)?;
            Ok(is_intake(case) && case.form.is_empty() && kept.is_empty())
        },
        act: |session, case, _| session.save_draft(case, "form:bentuk_usaha", "C"),
    },
    form_step!("form bentuk", BentukUsaha, "CV"),
    form_step!("form nama", NamaUsaha, "CV Alas Roban Sejahtera"),
    form_step!("form npwp", Npwp, "0997001011513000"),
    form_step!("form pkp", Pkp, "Non-PKP"),
    form_step!("form kabupaten", Kabupaten, "3325"),
    form_step!("form pusat", PusatCabang, "pusat"),
    form_step!("form surel", Surel, "kantor@usaha.example"),
    form_step!("form pj nama", PenanggungJawabNama, "Wulan Pertiwi"),
    form_step!("form pj nik", PenanggungJawabNik, "3325114508759002"),
    picture_step!("picture ktp", Ktp, ktp),
    picture_step!("picture npwp", Npwp, npwp),
    card_step!("ktp nik", Ktp, Nik, "3325114508759002"),
    card_step!("ktp nama", Ktp, Nama, "WULAN PERTIWI"),
    card_step!("ktp lahir", Ktp, TanggalLahir, "05-08-1975"),
    card_step!("ktp warga", Ktp, Kewarganegaraan, "WNI"),
    card_step!("ktp berlaku", Ktp, BerlakuHingga, "SEUMUR HIDUP"),
    card_step!("npwp nama", Npwp, NamaUsaha, "CV ALAS ROBAN SEJAHTERA"),
    card_step!("npwp nomor", Npwp, Npwp, "99.700.101.1-513.000"),
    Step {
        name: "submit",
        needed: |_, case| Ok(is_intake(case)),
        act: |session, case, _| session.submit(case, Some("Kantor lain dari usaha yang sama")),
    },
    Step {
        name: "complete",
        needed: |_, case| Ok(case.status == Status::Diajukan),
        act: |session, case, _| session.complete(case),
    },
    Step {
        name: "start",
        needed: |_, case| Ok(case.status == Status::Antre),
        act: |session, case, _| session.start(case),
    },
    Step {
        name: "resume",
        needed: |_, case| Ok(case.status == Status::Ditunda),
        act: |session, case, _| session.resume(case, ""),
    },
    Step {
        name: "sighting ktp",
        needed: |_, case| Ok(is_verified(case) && !was_seen(case, DocumentKind::Ktp)),
        act: |session, case, _| session.set_sighting(case, DocumentKind::Ktp, Sighting::Asli),
    },
    Step {
        name: "sighting npwp",
        needed: |_, case| Ok(is_verified(case) && !was_seen(case, DocumentKind::Npwp)),
        act: |session, case, _| session.set_sighting(case, DocumentKind::Npwp, Sighting::Asli),
    },
    Step {
        name: "daftar hitam",
        needed: |_, case| Ok(is_verified(case) && case.daftar_hitam.is_none()),
        act: |session, case, _| {
            let list_date = Some(session.today());
            let answer = DaftarHitam { answer: Some(JawabanDaftarHitam::TidakTercantum), list_date };
            session.set_daftar_hitam(case, answer)
        },
    },
    Step {
        name: "kewenangan",
        needed: |_, case| Ok(is_verified(case) && case.kewenangan.is_none()),
        act: |session, case, _| {
            session.set_kewenangan(case, Kewenangan { checked: Some(true), basis: "Akta 9".to_owned() })
        },
    },
    Step {
        name: "rows",
        needed: |session, case| Ok(is_verified(case) && open_row(session, case)?.is_some()),
        act: |session, case, _| {
            let record = session.store().reader().case(case)?;
            match open_row(session, &record)? {
                Some(row) => {
                    session.decide_row(case, row, Some(Decision::Cocok), "Dilihat pada kartu asli", None)
                }
                None => Ok(()),
            }
        },
    },
    Step {
        name: "declare",
        needed: |_, case| Ok(is_verified(case)),
        act: |session, case, _| session.declare(case),
    },
    Step {
        name: "approve",
        needed: |_, case| Ok(case.status == Status::Sesuai),
        act: |session, case, _| {
            session.approve(case, PASSWORD, "Terputus listrik").map_err(|refusal| refusal.error)
        },
    },
    Step {
        name: "fotokopi",
        needed: |_, case| {
            let made = case.papers.iter().any(|paper| paper.kind == PaperKind::Fotokopi);
            Ok(case.status == Status::Disetujui && !made)
        },
        act: |session, case, _| session.make_fotokopi(case).map(drop),
    },
    Step {
        name: "activation",
        needed: |_, case| Ok(case.status == Status::Disetujui),
        act: |session, case, _| session.record_activation(case, "alasroban2026"),
    },
    Step {
        name: "sikap proof",
        needed: |_, case| Ok(is_watched(case) && case.sikap_proof.is_empty()),
        act: |session, case, pictures| {
            let checked = CheckedTangkapan::check(TangkapanSource::Layar, pictures.ktp.clone())?;
            session.add_tangkapan(case, &checked).map(drop)
        },
    },
    Step {
        name: END,
        needed: |session, case| Ok(is_watched(case) && !session.baki()?.is_empty()),
        act: |session, _, _| match session.baki()?.first() {
            Some(kiriman) => session.end_kiriman(&kiriman.id, KirimanEnd::BukanPermohonan),
            None => Ok(()),
        },
    },
];

/// Nothing more happens to the case.
pub fn is_finished(session: &Session, case: &CaseRecord) -> Result<bool, Error> {
    Ok(is_watched(case) && !case.sikap_proof.is_empty() && session.baki()?.is_empty())
}

fn is_watched(case: &CaseRecord) -> bool {
    case.status == Status::PemantauanSikap
}

fn is_intake(case: &CaseRecord) -> bool {
    case.status == Status::Draf
}

fn is_verified(case: &CaseRecord) -> bool {
    case.status == Status::Verifikasi
}

fn was_seen(case: &CaseRecord, document: DocumentKind) -> bool {
    case.documents.get(&document).is_some_and(|found| found.sighting.is_some())
}

fn has_value(case: &CaseRecord, document: DocumentKind, field: DocumentField) -> bool {
    case.documents.get(&document).is_some_and(|found| found.values.contains_key(&field))
}

/// The first row that a person must still decide.
fn open_row(session: &Session, record: &CaseRecord) -> Result<Option<RowKey>, Error> {
    let rows = session.assess(record)?.rows;
    Ok(rows.iter().find(|row| row.open_question().is_some()).map(|row| row.key))
}
