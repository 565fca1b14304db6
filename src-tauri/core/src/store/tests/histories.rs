//! Random histories: whatever happened, the tables are the fold of the log, and rebuilding gives
//! the same tables again — erased cases and payloads of an older version included.

use chrono::TimeDelta;
use ciborium::Value;
use rusqlite::{Connection, params};

use super::broken_chain::rewrite_chain;
use super::office::{Dice, Office, PASSWORD, officer};
use super::story;
use crate::actions::Session;
use crate::actions::contact::Contact;
use crate::actions::correction::Correction;
use crate::actions::picture::PictureVariant;
use crate::actions::step::ShortageItem;
use crate::document::{DocumentKind, DocumentState, PictureSource, Sighting};
use crate::error::{Code, Result};
use crate::form::{CorrectionCause, DocumentField, FormField, Profil};
use crate::kiriman::KirimanEnd;
use crate::permohonan::{Channel, ContactMethod, ContactPurpose, RedirectTarget};
use crate::privacy::NOTICE_VERSION;
use crate::reasons::Reason;
use crate::role::Role;
use crate::store::act::ErasureScope;
use crate::store::kunci::Credentials;
use crate::verifikasi::{DaftarHitam, Decision, JawabanDaftarHitam, Kewenangan, RowKey, SuratKuasa};

const FIELDS: [FormField; 6] = [
    FormField::NamaUsaha,
    FormField::Npwp,
    FormField::Alamat,
    FormField::Hp,
    FormField::PenanggungJawabNama,
    FormField::PenanggungJawabNik,
];
const VALUES: [&str; 8] = [
    "",
    "CV Alas Roban Sejahtera",
    "99.700.102.9-513.001",
    "0997001011513000",
    "3325110508759001",
    "WULAN \u{1F600} \"PERTIWI\"",
    "Robert'); DROP TABLE act;--",
    "Jl. Raya % _ \\ 12",
];
const DOCUMENTS: [DocumentKind; 4] =
    [DocumentKind::Ktp, DocumentKind::Npwp, DocumentKind::SuratKuasa, DocumentKind::Akta];
const ROWS: [RowKey; 4] = [RowKey::Npwp, RowKey::NamaUsaha, RowKey::PjNama, RowKey::Orang];
const DECISIONS: [Option<Decision>; 3] = [None, Some(Decision::Cocok), Some(Decision::TidakCocok)];

/// "Not allowed now" is an answer; anything else would be broken.
const REFUSALS: [Code; 7] = [
    Code::TransitionRefused,
    Code::GuardFailed,
    Code::InvalidInput,
    Code::NotFound,
    Code::ClockWentBack,
    Code::CaseErased,
    Code::RoleForbidden,
];

fn pick<T: Copy>(dice: &Dice, from: &[T]) -> T {
    from[dice.below(from.len())]
}

/// One thing somebody tries. The rules may refuse it; then nothing may have happened.
fn try_something(session: &mut Session, dice: &Dice, cases: &mut Vec<String>) -> Result<()> {
    if cases.is_empty() || dice.below(14) == 0 {
        let profil = pick(dice, &[Profil::BadanUsaha, Profil::UsahaPerorangan]);
        cases.push(session.open_permohonan(profil, Channel::TatapMuka, NOTICE_VERSION)?);
        return Ok(());
    }
    let case = &cases[dice.below(cases.len())].clone();
    let document = pick(dice, &DOCUMENTS);
    match dice.below(36) {
        0..=4 => session.set_form_field(case, pick(dice, &FIELDS), pick(dice, &VALUES)).map(drop),
        5 | 6 => {
            let field = pick(dice, &[DocumentField::Nik, DocumentField::Nama, DocumentField::Npwp]);
            session.set_document_field(case, document, field, pick(dice, &VALUES)).map(drop)
        }
        7 => story::attend(session, case),
        8 => session.add_picture(case, PictureSource::Seret, story::taken(document, 9)).map(drop),
        9 => session.set_sighting(case, document, pick(dice, &[Sighting::Asli, Sighting::Salinan])),
        10 => session.set_document_state(case, document, DocumentState::Menyusul, Some(dice.below(2) == 0)),
        11 => session.set_surat_kuasa(case, SuratKuasa { nomor: "7".into(), ..SuratKuasa::default() }),
        12 => session.set_kewenangan(case, Kewenangan { checked: Some(true), basis: "Akta 9".into() }),
        13 => {
            let answer =
                DaftarHitam { answer: Some(JawabanDaftarHitam::TidakDapatDiperiksa), list_date: None };
            session.set_daftar_hitam(case, answer)
        }
        14 => session.decide_row(case, pick(dice, &ROWS), pick(dice, &DECISIONS), "Dilihat", None),
        15 => session.save_draft(case, "form:hp", pick(dice, &VALUES)),
        16 => see_and_turn(session, case),
        17 => session.submit(case, Some("Lagi")),
        18 => session.complete(case).and_then(|()| session.start(case)),
        19 => session.pause(case, "Istirahat"),
        20 => session.resume(case, "Lanjut"),
        21 => {
            let codes = [Reason::P01, Reason::P02];
            let items = codes.map(|reason| ShortageItem { reason, note: pick(dice, &VALUES).to_owned() });
            let until = session.today() + chrono::Days::new(3);
            session.send_for_repair(case, &items, until)
        }
        22 => session.resubmit(case),
        23 => session.cancel(case, "Ditarik"),
        24 => {
            let _ = session.cancel(case, "Ditarik");
            for kiriman in session.baki()? {
                let _ = session.end_kiriman(&kiriman.id, KirimanEnd::Selesai);
            }
            let scope = pick(dice, &[ErasureScope::Pictures, ErasureScope::Everything]);
            let approver = Credentials { user_name: "budi", password: PASSWORD };
            session.erase_case(case, scope, "Retensi habis", approver).map_err(|refusal| refusal.error)
        }
        25 => session.set_profil(case, pick(dice, &[Profil::BadanUsaha, Profil::UsahaPerorangan])),
        26 | 27 => {
            let correction = Correction {
                field: pick(dice, &FIELDS),
                value: pick(dice, &VALUES).to_owned(),
                cause: pick(dice, &[CorrectionCause::SalahSalin, CorrectionCause::DiperbaikiDiSpse]),
                seen_at: Some(session.store().now()),
            };
            session.correct_form(case, &correction).map(drop)
        }
        28 => session.log_contact(case, &contact(dice)),
        29 => session.withdraw_shortages(case, "Keliru"),
        30 => session.redirect(case, RedirectTarget::LpseLain(pick(dice, &VALUES).to_owned()), "Pindah"),
        31 => {
            let name = pick(dice, &VALUES);
            session.replace_bukti(case, PASSWORD, "Nama", Some(name)).map_err(|refusal| refusal.error)
        }
        32..=34 => by_mail(session, dice, cases),
        _ => session.confirm_clock(),
    }
}

/// A message comes in, becomes a case or not, and ends or stays.
fn by_mail(session: &mut Session, dice: &Dice, cases: &mut Vec<String>) -> Result<()> {
    match cases.len() % 6 {
        0 => session.set_mailbox(story::mailbox(), &story::login())?,
        1 => session.close_mailbox()?,
        _ => {}
    }
    if dice.below(3) == 0 {
        return by_feeder(session, dice, cases);
    }
    let kiriman = session.receive_kiriman(story::letter(dice.below(200) as u8))?;
    let page = session.kiriman(&kiriman)?.pages[0].id.clone();
    let case = session.open_permohonan(Profil::UsahaPerorangan, Channel::Daring, NOTICE_VERSION)?;
    cases.push(case.clone());
    if dice.below(3) > 0 {
        session.take_request(&case, &kiriman)?;
    }
    let taken = session.open_page(&kiriman, &page)?.check(pick(dice, &DOCUMENTS))?;
    session.give_page(&case, &kiriman, &page, taken)?;
    match dice.below(3) {
        0 => session.end_kiriman(&kiriman, KirimanEnd::Selesai),
        1 => session.note_request(&case, "kantor@usaha.example", session.store().now()),
        _ => Ok(()),
    }
}

/// A stack comes in, a page of it becomes a picture or not, and it ends or stays.
fn by_feeder(session: &mut Session, dice: &Dice, cases: &[String]) -> Result<()> {
    let kiriman = session.receive_stack("EPSON DS-530", &story::sheet())?;
    for _ in 0..dice.below(3) {
        session.add_sheet(&kiriman, &story::sheet())?;
    }
    if let Some(case) = cases.last()
        && dice.below(2) == 0
    {
        let page = session.kiriman(&kiriman)?.pages.last().expect("a page").id.clone();
        let taken = session.open_page(&kiriman, &page)?.check(pick(dice, &DOCUMENTS))?;
        session.give_page(case, &kiriman, &page, taken)?;
    }
    match dice.below(2) {
        0 => session.end_kiriman(&kiriman, KirimanEnd::BukanPermohonan),
        _ => Ok(()),
    }
}

fn contact(dice: &Dice) -> Contact {
    Contact {
        method: pick(dice, &[ContactMethod::Telepon, ContactMethod::Surel]),
        purpose: pick(dice, &[ContactPurpose::Sikap, ContactPurpose::Pengingat]),
        reached: dice.below(2) == 0,
        note: pick(dice, &VALUES).to_owned(),
    }
}

fn see_and_turn(session: &mut Session, case: &str) -> Result<()> {
    let record = session.see_case(case)?;
    let Some(picture) = record.pictures.last() else { return Ok(()) };
    session.see_picture(case, &picture.id, PictureVariant::Thumb, None)?;
    session.crop_picture(case, &picture.id, [[1.0, 1.0], [39.0, 1.0], [39.0, 63.0], [1.0, 63.0]], 1)
}

/// Lives through a history, comparing tables and log on the way. Returns acts, cases and erasures.
fn live(seed: u64, tries: usize) -> (Office, Vec<String>) {
    let dice = Dice::new(seed);
    let mut office = Office::new();
    office.session().add_officer(officer("budi", &[Role::Admin])).expect("added");
    // One case goes all the way, so that every kind of act is in every history.
    let mut cases = vec![story::whole(office.session()).expect("story")];
    for number in 0..tries {
        if dice.below(30) == 0 {
            office.clock.turn(TimeDelta::minutes(dice.below(400) as i64 - 120));
        }
        if dice.below(60) == 0 {
            office.open().expect("opens");
        }
        if let Err(error) = try_something(office.session(), &dice, &mut cases) {
            assert!(REFUSALS.contains(&error.code), "{error}");
        }
        if number % 75 == 0 {
            assert_eq!(office.session().store().compare_with_rebuild().expect("compared"), []);
        }
    }
    (office, cases)
}

#[test]
fn tables_are_the_fold_of_the_log_on_random_histories() {
    let (mut acts, mut erased) = (0, 0);
    for seed in [20261123, 9002] {
        let (mut office, cases) = live(seed, 300);
        office.assert_clean();
        let before = office.dump();
        office.session().store.rebuild().expect("rebuilt");
        assert!(office.dump() == before, "rebuilding changed the tables (seed {seed})");
        office.open().expect("opens");
        office.assert_clean();
        acts += office.acts();
        let reader = office.session().store().reader();
        erased += cases.iter().filter(|case| reader.case(case).expect("case").erased_at.is_some()).count();
    }
    assert!(acts > 300, "{acts} acts");
    assert!(erased >= 3, "{erased} cases erased");
}

#[test]
fn payloads_of_the_trial_version_fold_into_the_same_tables() {
    let (mut office, cases) = live(4, 80);
    let before = office.dump();
    office.tamper(|conn| {
        assert!(write_as_trial_version(conn) > 2);
        rewrite_chain(conn);
    });
    let session = office.open().expect("opens");
    let entry = &session.case_log(&cases[0]).expect("log")[0];
    assert!(format!("{:?}", entry.open).contains("channel: TatapMuka"), "{entry:?}");
    session.store.rebuild().expect("rebuilt");
    office.assert_clean();
    let after = office.dump();
    for table in ["permohonan", "form_value", "decision", "phase", "search"] {
        assert!(after[table] == before[table], "{table}");
    }
}

/// Rewrites openings at the counter as trial offices wrote them: version 0, without a channel.
fn write_as_trial_version(conn: &Connection) -> usize {
    let mut statement =
        conn.prepare("SELECT seq, open FROM act WHERE verb = 'permohonan_opened'").expect("openings");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("openings");
    let openings: Vec<(i64, Vec<u8>)> = rows.map(|row| row.expect("row")).collect();
    let mut rewritten = 0;
    for (seq, open) in &openings {
        let mut value: Value = ciborium::from_reader(open.as_slice()).expect("cbor");
        let fields = value.as_map_mut().expect("map")[0].1.as_map_mut().expect("fields");
        if fields.iter().any(|(_, value)| value.as_text() == Some("daring")) {
            continue;
        }
        rewritten += 1;
        let known = fields.len();
        fields.retain(|(key, _)| key.as_text() != Some("channel"));
        assert_eq!(fields.len(), known - 1);
        let mut bytes = Vec::new();
        ciborium::into_writer(&value, &mut bytes).expect("cbor");
        conn.execute("UPDATE act SET open = ?1, version = 0 WHERE seq = ?2", params![bytes, seq])
            .expect("rewritten");
    }
    rewritten
}
