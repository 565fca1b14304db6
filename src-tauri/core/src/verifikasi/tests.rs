//! The acceptance scenarios of the procedure, at the level of the rules. Everybody is invented.

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};

use super::*;
use crate::document::{DocumentKind, DocumentState, Sighting};
use crate::error::{Code, Missing};
use crate::form::{DocumentField, FormField, Kapasitas, Profil};
use crate::outcome::{Outcome, Severity};
use crate::permohonan::{Channel, Facts, Status, TransitionId, check};
use crate::place::Place;
use crate::reasons::Reason;

const WULAN: &str = "petugas-wulan";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 2, 24, 0).unwrap()
}

/// S-01: CV Alas Roban Sejahtera, everything in order, originals in hand.
fn company() -> CaseFacts {
    let mut facts = CaseFacts::new(Profil::BadanUsaha, Channel::TatapMuka);
    facts.verifier = Some(WULAN.to_owned());
    fill(&mut facts, FormField::BentukUsaha, "CV");
    fill(&mut facts, FormField::NamaUsaha, "CV Alas Roban Sejahtera");
    fill(&mut facts, FormField::Npwp, "0997001011513000");
    fill(&mut facts, FormField::PusatCabang, "pusat");
    fill(&mut facts, FormField::Kabupaten, "3325");
    fill(&mut facts, FormField::Surel, "kantor@alasroban.example");
    fill(&mut facts, FormField::PenanggungJawabNama, "Wulan Pertiwi");
    fill(&mut facts, FormField::PenanggungJawabNik, "3325114508759002");
    read_ktp(&mut facts, "WULAN PERTIWI", "3325114508759002", "05-08-1975");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "99.700.101.1-513.000");
    read(&mut facts, DocumentKind::Npwp, DocumentField::NamaUsaha, "CV ALAS ROBAN SEJAHTERA");
    facts.attendee = Attendee {
        name: "Wulan Pertiwi".to_owned(),
        kapasitas: Some(Kapasitas::Direktur),
        nik: String::new(),
    };
    facts.kewenangan.checked = Some(false);
    facts.daftar_hitam.answer = Some(JawabanDaftarHitam::TidakDapatDiperiksa);
    see(&mut facts, DocumentKind::Ktp, Sighting::Asli, WULAN);
    see(&mut facts, DocumentKind::Npwp, Sighting::Asli, WULAN);
    decide(&mut facts, RowKey::Orang, Decision::Cocok, "", None);
    decide(&mut facts, RowKey::Surel, Decision::Cocok, "", None);
    facts
}

/// S-02 at the counter: a shop, its owner Slamet Riyadi, NPWP = NIK.
fn shop() -> CaseFacts {
    let mut facts = CaseFacts::new(Profil::UsahaPerorangan, Channel::TatapMuka);
    facts.verifier = Some(WULAN.to_owned());
    fill(&mut facts, FormField::NamaUsaha, "Toko Sumber Rejeki");
    fill(&mut facts, FormField::Npwp, "3325110508759001");
    fill(&mut facts, FormField::Kabupaten, "3325");
    fill(&mut facts, FormField::Surel, "toko@sumberrejeki.example");
    fill(&mut facts, FormField::PenanggungJawabNama, "Slamet Riyadi");
    fill(&mut facts, FormField::PenanggungJawabNik, "3325110508759001");
    read_ktp(&mut facts, "SLAMET RIYADI", "3325110508759001", "05-08-1975");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "3325110508759001");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Nama, "SLAMET RIYADI");
    facts.attendee.kapasitas = Some(Kapasitas::Pemilik);
    facts.daftar_hitam.answer = Some(JawabanDaftarHitam::TidakDapatDiperiksa);
    see(&mut facts, DocumentKind::Ktp, Sighting::Asli, WULAN);
    see(&mut facts, DocumentKind::Npwp, Sighting::Asli, WULAN);
    decide(&mut facts, RowKey::Orang, Decision::Cocok, "", None);
    decide(&mut facts, RowKey::Surel, Decision::Cocok, "", None);
    facts
}

fn fill(facts: &mut CaseFacts, field: FormField, value: &str) {
    facts.form.insert(field, value.to_owned());
}

fn read(facts: &mut CaseFacts, kind: DocumentKind, field: DocumentField, value: &str) {
    let document = facts.documents.entry(kind).or_default();
    document.state = DocumentState::Diterima;
    document.values.insert(field, value.to_owned());
}

fn read_ktp(facts: &mut CaseFacts, name: &str, nik: &str, born: &str) {
    read(facts, DocumentKind::Ktp, DocumentField::Nama, name);
    read(facts, DocumentKind::Ktp, DocumentField::Nik, nik);
    read(facts, DocumentKind::Ktp, DocumentField::TempatLahir, "BATANG");
    read(facts, DocumentKind::Ktp, DocumentField::TanggalLahir, born);
    read(facts, DocumentKind::Ktp, DocumentField::Kewarganegaraan, "WNI");
    read(facts, DocumentKind::Ktp, DocumentField::BerlakuHingga, "SEUMUR HIDUP");
}

fn see(facts: &mut CaseFacts, kind: DocumentKind, sighting: Sighting, by: &str) {
    facts.documents.entry(kind).or_default().seen = Some(Seen { sighting, by: by.to_owned(), at: now() });
}

/// Decides on the values that the row shows now, as the desk does.
fn decide(facts: &mut CaseFacts, key: RowKey, decision: Decision, reason: &str, code: Option<&str>) {
    record(facts, key, Some(decision), reason, code);
}

fn record(facts: &mut CaseFacts, key: RowKey, decision: Option<Decision>, reason: &str, code: Option<&str>) {
    let shown = row(facts, key);
    let said = RowDecision {
        decision,
        reason: reason.to_owned(),
        reason_code: code.map(str::to_owned),
        by: WULAN.to_owned(),
        at: now(),
        form_value: shown.form_value,
        document_value: shown.document_value,
    };
    facts.decisions.insert(key, said);
}

fn row(facts: &CaseFacts, key: RowKey) -> Row {
    rows(facts, today()).into_iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no row {key:?}"))
}

fn open(facts: &CaseFacts) -> Vec<Missing> {
    evidence(facts, today()).missing()
}

fn places(facts: &CaseFacts) -> Vec<String> {
    open(facts).into_iter().map(|missing| missing.place.to_string()).collect()
}

/// What T-19 itself says, with this evidence.
fn declare(facts: &CaseFacts) -> crate::error::Result<Status> {
    let known = Facts {
        evidence: Some(evidence(facts, today())),
        actor_holds_case: true,
        attendee_named: true,
        kapasitas_known: true,
        verifier_is_applicant: Some(false),
        ..Facts::default()
    };
    check(TransitionId::T19, Some(Status::Verifikasi), &known)
}

#[test]
fn s01_a_clean_company_needs_the_verifikators_eye_on_the_person_and_the_surel_only() {
    let facts = company();
    assert_eq!(open(&facts), []);
    assert_eq!(declare(&facts).unwrap(), Status::Sesuai);
    assert_eq!(row(&facts, RowKey::Npwp).outcome(), Some(Outcome::Setara));
    assert_eq!(row(&facts, RowKey::Lahir).form_value.as_deref(), Some("05-08-1975"));
    let by_hand: Vec<_> =
        rows(&facts, today()).into_iter().filter(|r| r.compulsory && !r.preticked).collect();
    assert_eq!(by_hand.iter().map(|row| row.key).collect::<Vec<_>>(), [RowKey::Orang, RowKey::Surel]);
    assert_eq!(form_gaps(&facts, today()), []);
}

#[test]
fn s02_a_shop_whose_npwp_is_the_owners_nik_agrees_and_online_asks_for_the_call() {
    let mut facts = shop();
    assert_eq!(open(&facts), []);
    facts.channel = Channel::Daring;
    assert_eq!(places(&facts), ["daring:jadwal", "daring:tangkapan", "daring:kode"]);
    facts.session = OnlineSession { scheduled: true, screenshots: 1, code_visible: true };
    assert_eq!(open(&facts), []);
}

#[test]
fn s03_a_shortened_name_with_titles_waits_for_a_person_with_a_reason() {
    let mut facts = company();
    fill(&mut facts, FormField::PenanggungJawabNama, "MOH. ARIFIN");
    read(&mut facts, DocumentKind::Ktp, DocumentField::Nama, "H. MUHAMMAD ARIFIN, S.T.");
    let name = row(&facts, RowKey::PjNama);
    assert_eq!((name.outcome(), name.decision), (Some(Outcome::Mirip), None));
    let labels: Vec<_> = name.ready_reasons.iter().map(|ready| ready.label).collect();
    assert_eq!(labels, ["Disingkat pada formulir", "Gelar saja", "Salah ketik", "Tulis sendiri"]);
    assert_eq!(open(&facts)[0].label, "Putusan nama");
    decide(&mut facts, RowKey::PjNama, Decision::Cocok, "  ", None);
    assert_eq!(open(&facts)[0].label, "Alasan untuk nama", "a blank reason is none");
    decide(
        &mut facts,
        RowKey::PjNama,
        Decision::CocokDenganCatatan,
        "Disingkat pada formulir.",
        Some("disingkat"),
    );
    assert_eq!(open(&facts), []);
}

#[test]
fn s06_another_npwp_can_never_be_decided_away() {
    let mut facts = company();
    fill(&mut facts, FormField::Npwp, "99.700.102.9-513.000");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "99.700.103.7-502.000");
    decide(
        &mut facts,
        RowKey::Npwp,
        Decision::CocokDenganCatatan,
        "Sudah dibaca ulang.",
        Some("dibaca_ulang"),
    );
    let npwp = row(&facts, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.overridable), (Some(Outcome::Beda), false));
    assert_eq!(npwp.repair_codes, [Reason::P05]);
    assert_eq!(declare(&facts).unwrap_err().code, Code::GuardFailed);
    assert_eq!(open(&facts)[0].label, "NPWP berbeda, perlu perbaikan");
}

#[test]
fn nik_and_bentuk_usaha_that_differ_cannot_be_overridden_either() {
    let table: [(FormField, &str, RowKey, Reason); 3] = [
        (FormField::PenanggungJawabNik, "3325114508759003", RowKey::PjNik, Reason::P03),
        (FormField::BentukUsaha, "PT", RowKey::BentukUsaha, Reason::P17),
        (FormField::NamaUsaha, "PT Alas Roban Sejahtera", RowKey::NamaUsaha, Reason::P04),
    ];
    for (field, value, key, code) in table {
        let mut facts = company();
        fill(&mut facts, field, value);
        decide(&mut facts, key, Decision::CocokDenganCatatan, "Sama saja.", Some("tulis_sendiri"));
        let found = row(&facts, key);
        assert_eq!((found.outcome(), found.overridable), (Some(Outcome::Beda), false), "{key:?}");
        assert!(found.repair_codes.contains(&code), "{key:?}");
        assert_eq!(places(&facts), [format!("row:{}", key.as_str())], "{key:?}");
    }
}

#[test]
fn s07_a_wrong_ninth_digit_warns_while_typing_and_is_not_corrected() {
    let facts = company();
    let context = FieldContext::of(&facts, today());
    let (stored, notes) = check_form_field(FormField::Npwp, "99.700.101.2-513.000", &context);
    assert_eq!(stored.as_deref(), Some("997001012513000"));
    assert_eq!((notes[0].severity, notes[0].rule.as_str()), (Severity::Peringatan, "N-12"));
}

#[test]
fn a_warning_on_equal_values_still_asks_for_a_reason() {
    let mut facts = company();
    fill(&mut facts, FormField::Npwp, "99.700.101.2-513.000");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "99.700.101.2-513.000");
    let npwp = row(&facts, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.preticked), (Some(Outcome::Sama), false));
    decide(&mut facts, RowKey::Npwp, Decision::Cocok, "", None);
    assert_eq!(open(&facts)[0].label, "Alasan untuk NPWP");
    decide(&mut facts, RowKey::Npwp, Decision::CocokDenganCatatan, "Dibaca ulang dari kartu.", None);
    assert_eq!(open(&facts), []);
}

#[test]
fn s08_a_branch_npwp_is_similar_and_its_nitku_settles_the_branch() {
    let mut facts = company();
    fill(&mut facts, FormField::Npwp, "99.700.102.9-513.001");
    fill(&mut facts, FormField::PusatCabang, "cabang");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "99.700.102.9-513.000");
    assert_eq!(row(&facts, RowKey::Npwp).outcome(), Some(Outcome::Mirip));
    assert_eq!(row(&facts, RowKey::PusatCabang).outcome(), Some(Outcome::Mirip));
    read(&mut facts, DocumentKind::Npwp, DocumentField::Nitku, "0997001029513000000001");
    let branch = row(&facts, RowKey::PusatCabang);
    assert_eq!((branch.outcome(), branch.preticked), (Some(Outcome::Sama), true));
    assert_eq!(branch.document_value.as_deref(), Some("000001 (cabang)"));
    decide(&mut facts, RowKey::Npwp, Decision::CocokDenganCatatan, "NPWP cabang.", Some("cabang"));
    assert_eq!(open(&facts), []);
}

#[test]
fn s09_a_new_npwp_without_a_zero_is_accepted_and_informs_only() {
    let mut facts = company();
    fill(&mut facts, FormField::Npwp, "1000000012345678");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "1000000012345678");
    let npwp = row(&facts, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.preticked), (Some(Outcome::Sama), true));
    assert!(npwp.notes.iter().all(|note| note.severity == Severity::Info) && !npwp.notes.is_empty());
    assert_eq!(open(&facts), []);
}

#[test]
fn s10_an_old_personal_npwp_against_a_nik_asks_for_a_document_with_both() {
    let mut facts = shop();
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "99.700.104.5-513.000");
    let npwp = row(&facts, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.overridable), (Some(Outcome::Beda), false));
    assert_eq!(npwp.repair_codes[0], Reason::P06);
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "3325110508759001");
    assert_eq!(open(&facts), [], "the new card shows the NIK");
}

#[test]
fn s15_an_unreadable_number_stays_open_and_offers_p01() {
    for unreadable in ["", "33251145087590", "33251145087590??"] {
        let mut facts = company();
        read(&mut facts, DocumentKind::Ktp, DocumentField::Nik, unreadable);
        let nik = row(&facts, RowKey::PjNik);
        assert_eq!((nik.outcome(), nik.decision), (None, None), "{unreadable}");
        assert!(nik.repair_codes.contains(&Reason::P01));
        assert!(places(&facts).contains(&"row:pj_nik".to_owned()), "{unreadable}");
    }
}

#[test]
fn s16_a_digital_ktp_counts_without_a_picture_but_there_is_no_digital_npwp() {
    let mut facts = company();
    see(&mut facts, DocumentKind::Ktp, Sighting::Ikd, WULAN);
    facts.documents.get_mut(&DocumentKind::Ktp).unwrap().state = DocumentState::Diharapkan;
    assert_eq!(open(&facts), []);
    assert_eq!(facts.required_documents()[0].state, DocumentState::Diterima);
    see(&mut facts, DocumentKind::Npwp, Sighting::Ikd, WULAN);
    assert_eq!(places(&facts)[0], "document:npwp");
}

#[test]
fn s23_a_copy_never_counts_and_says_p02() {
    let mut facts = company();
    see(&mut facts, DocumentKind::Ktp, Sighting::Salinan, WULAN);
    let first = &open(&facts)[0];
    assert_eq!((first.guard.as_str(), first.place), ("G-ORI", Place::Document(DocumentKind::Ktp)));
    assert_eq!(first.label, "KTP direktur bukan asli (P02)");
    assert!(!row(&facts, RowKey::PjNama).preticked, "its rows lose the program's tick");
}

#[test]
fn an_original_seen_by_a_predecessor_is_seen_again() {
    let mut facts = company();
    facts.verifier = Some("petugas-dewi".to_owned());
    let documents: Vec<_> = open(&facts).into_iter().filter(|missing| missing.guard == "G-ORI").collect();
    assert_eq!(documents.len(), 2);
    assert_eq!(documents[0].label, "KTP direktur asli belum Anda lihat sendiri");
    facts.verifier = None;
    assert!(!facts.sighting_counts(DocumentKind::Ktp), "nobody holds the case");
}

#[test]
fn s24_a_family_npwp_passes_with_its_reason_and_not_without_a_code() {
    let mut facts = shop();
    for (field, value) in
        [(FormField::Npwp, "99.700.105.2-513.001"), (FormField::PenanggungJawabNama, "Siti Mariyam")]
    {
        fill(&mut facts, field, value);
    }
    fill(&mut facts, FormField::PenanggungJawabNik, "3325117112889003");
    read_ktp(&mut facts, "SITI MARIYAM", "3325117112889003", "31-12-1988");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "99.700.105.2-513.001");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Nama, "JOKO PRAMONO");
    let name = row(&facts, RowKey::PjNpwp);
    assert_eq!((name.outcome(), name.overridable), (Some(Outcome::Beda), true));
    assert!(name.notes.iter().any(|note| note.rule == "N-14" && note.text.contains("NPWP keluarga")));
    assert_eq!(name.ready_reasons[0].code, "npwp_keluarga");
    for code in [None, Some("karangan_sendiri")] {
        decide(&mut facts, RowKey::PjNpwp, Decision::CocokDenganCatatan, "NPWP suami.", code);
        assert_eq!(places(&facts), ["row:pj_npwp"], "{code:?}");
    }
    decide(&mut facts, RowKey::PjNpwp, Decision::CocokDenganCatatan, "NPWP suami.", Some("npwp_keluarga"));
    assert_eq!(open(&facts), []);
}

#[test]
fn s26_a_nik_with_an_old_region_code_informs_and_passes() {
    let mut facts = company();
    fill(&mut facts, FormField::PenanggungJawabNik, "6473010101809001");
    read_ktp(&mut facts, "WULAN PERTIWI", "6473010101809001", "01-01-1980");
    let nik = row(&facts, RowKey::PjNik);
    assert!(nik.notes.iter().any(|note| note.rule == "N-06" && note.severity == Severity::Info));
    assert!(nik.preticked);
    assert_eq!(open(&facts), []);
}

#[test]
fn nothing_is_ticked_before_the_question_asli_is_answered() {
    let mut facts = company();
    for document in facts.documents.values_mut() {
        document.seen = None;
    }
    assert!(rows(&facts, today()).iter().all(|row| !row.preticked));
    assert_eq!(places(&facts)[..2], ["document:ktp", "document:npwp"]);
}

#[test]
fn a_tick_of_the_program_can_be_taken_away() {
    let mut facts = company();
    record(&mut facts, RowKey::Npwp, None, "", None);
    let npwp = row(&facts, RowKey::Npwp);
    assert_eq!((npwp.decision, npwp.preticked), (None, false));
    assert_eq!(open(&facts)[0].label, "Putusan NPWP");
}

#[test]
fn a_decision_falls_when_one_of_its_values_changes() {
    let mut facts = company();
    fill(&mut facts, FormField::PenanggungJawabNama, "W. Pertiwi");
    decide(&mut facts, RowKey::PjNama, Decision::CocokDenganCatatan, "Disingkat.", Some("disingkat"));
    assert_eq!(open(&facts), []);
    fill(&mut facts, FormField::PenanggungJawabNama, "W. Pertiwa");
    assert_eq!(places(&facts), ["row:pj_nama"]);
}

#[test]
fn refusing_any_compulsory_row_keeps_the_case_open() {
    for key in rows(&company(), today()).iter().filter(|row| row.compulsory).map(|row| row.key) {
        let mut facts = company();
        decide(&mut facts, key, Decision::TidakCocok, "Tidak sama.", Some("tulis_sendiri"));
        assert_eq!(places(&facts), [format!("row:{}", key.as_str())]);
    }
}

#[test]
fn another_address_of_a_company_asks_for_a_note_and_of_a_shop_for_nothing() {
    let mut facts = company();
    fill(&mut facts, FormField::Alamat, "Jl. Gajah Mada No. 41");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Alamat, "JL. RE MARTADINATA NO. 7");
    assert_eq!(open(&facts)[0].label, "Catatan alamat");
    decide(&mut facts, RowKey::Alamat, Decision::CocokDenganCatatan, "Alamat lama pada NPWP.", None);
    assert_eq!(open(&facts), []);

    let mut facts = shop();
    fill(&mut facts, FormField::Alamat, "Jl. Gajah Mada No. 41");
    read(&mut facts, DocumentKind::Ktp, DocumentField::Alamat, "DK. KARANGANYAR RT 2/5");
    assert_eq!(open(&facts), []);
    assert!(row(&facts, RowKey::Alamat).notes.iter().any(|note| note.severity == Severity::Info));
}

#[test]
fn without_a_data_sheet_the_director_is_judged_by_eye() {
    let mut facts = company();
    facts.form.remove(&FormField::PenanggungJawabNama);
    let name = row(&facts, RowKey::PjNama);
    assert!(name.by_eye && name.finding.is_none());
    assert_eq!(name.form_hint.as_deref(), Some("tidak ada pada formulir"));
    assert_eq!(open(&facts)[0].label, "Putusan nama");
    decide(&mut facts, RowKey::PjNama, Decision::Cocok, "", None);
    assert_eq!(open(&facts), []);
}

#[test]
fn a_birth_date_that_differs_from_the_nik_warns_and_passes_with_a_reason() {
    let mut facts = company();
    read(&mut facts, DocumentKind::Ktp, DocumentField::TanggalLahir, "06-08-1975");
    let born = row(&facts, RowKey::Lahir);
    assert_eq!(
        born.finding.map(|finding| (finding.outcome, finding.rule)),
        Some((Outcome::Mirip, "N-08".into()))
    );
    decide(&mut facts, RowKey::Lahir, Decision::CocokDenganCatatan, "Beda pencatatan.", None);
    assert_eq!(open(&facts), []);
}

#[test]
fn s18_a_foreigner_needs_a_permit_that_still_runs() {
    let table = [("30-11-2027", Some(Outcome::Sama), true), ("22-11-2026", Some(Outcome::Beda), false)];
    for (until, outcome, preticked) in table {
        let mut facts = company();
        read(&mut facts, DocumentKind::Ktp, DocumentField::Kewarganegaraan, "NIGERIA");
        read(&mut facts, DocumentKind::Ktp, DocumentField::BerlakuHingga, until);
        let valid = row(&facts, RowKey::Berlaku);
        assert_eq!(
            (valid.outcome(), valid.preticked, valid.overridable),
            (outcome, preticked, false),
            "{until}"
        );
        assert_eq!(valid.repair_codes, [Reason::P14]);
        assert_eq!(row(&facts, RowKey::Kewarganegaraan).outcome(), Some(Outcome::Mirip));
    }
}

#[test]
fn a_pkp_number_brings_a_document_and_a_row_and_non_pkp_brings_neither() {
    for (value, expected) in [
        ("Non-PKP", false),
        ("non pkp", false),
        ("-", false),
        ("0", false),
        ("S-12PKP/WPJ.10/KP.0503/2019", true),
        ("Non-PKP S-12PKP/2019", true),
    ] {
        let mut facts = company();
        fill(&mut facts, FormField::Pkp, value);
        assert_eq!(rows(&facts, today()).iter().any(|row| row.key == RowKey::Pkp), expected, "{value}");
        assert_eq!(places(&facts).contains(&"document:sppkp".to_owned()), expected, "{value}");
    }
}

mod judgements;
mod kuasa_and_lists;
mod numbers;
mod proposals;
