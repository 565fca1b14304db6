//! Who may come instead of the director, and the two questions that no document answers.

use super::*;

/// S-04: a member of staff with a complete letter.
fn by_kuasa() -> CaseFacts {
    let mut facts = company();
    facts.attendee.kapasitas = Some(Kapasitas::Kuasa);
    facts.surat_kuasa = Some(SuratKuasa {
        pemberi: "Wulan Pertiwi".to_owned(),
        penerima: "Dewi Lestari Putri".to_owned(),
        nomor: "-".to_owned(),
        tanggal: "20-11-2026".to_owned(),
        tujuan: "Verifikasi akun SPSE".to_owned(),
        meterai: Some(true),
        tanda_tangan: Some(true),
        cap: Some(true),
    });
    read(&mut facts, DocumentKind::KtpKuasa, DocumentField::Nama, "DEWI LESTARI PUTRI");
    read(&mut facts, DocumentKind::KtpKuasa, DocumentField::Nik, "3325117112889003");
    see(&mut facts, DocumentKind::KtpKuasa, Sighting::Asli, WULAN);
    see(&mut facts, DocumentKind::SuratKuasa, Sighting::Asli, WULAN);
    facts
}

#[test]
fn s04_a_complete_letter_with_both_cards_passes() {
    let facts = by_kuasa();
    assert_eq!(row(&facts, RowKey::Orang).document, Some(DocumentKind::KtpKuasa));
    assert_eq!(open(&facts), []);
}

#[test]
fn s05_every_gap_of_the_letter_is_named_at_its_place() {
    type Spoil = fn(&mut SuratKuasa);
    let table: &[(Spoil, &str)] = &[
        (|letter| letter.pemberi.clear(), "kuasa:pemberi"),
        (|letter| letter.penerima = " ".into(), "kuasa:penerima"),
        (|letter| letter.nomor.clear(), "kuasa:nomor"),
        (|letter| letter.tanggal.clear(), "kuasa:tanggal"),
        (|letter| letter.tanggal = "31-02-2026".into(), "kuasa:tanggal"),
        (|letter| letter.tanggal = "24-11-2026".into(), "kuasa:tanggal"),
        (|letter| letter.tujuan.clear(), "kuasa:tujuan"),
        (|letter| letter.meterai = None, "kuasa:meterai"),
        (|letter| letter.meterai = Some(false), "kuasa:meterai"),
        (|letter| letter.tanda_tangan = Some(false), "kuasa:tanda_tangan"),
        (|letter| letter.cap = Some(false), "kuasa:cap"),
    ];
    for (spoil, place) in table {
        let mut facts = by_kuasa();
        spoil(facts.surat_kuasa.as_mut().unwrap());
        assert_eq!(places(&facts), [*place]);
        assert_eq!(open(&facts)[0].guard, "G-KUASA");
    }
}

#[test]
fn the_date_of_a_letter_is_answered_where_it_is_typed() {
    let today = today();
    let table = [
        ("", None),
        ("  ", None),
        ("20-11-2026", None),
        ("23 November 2026", None),
        ("24-11-2026", Some("Tanggal surat ada di masa depan. Baca ulang dari surat.")),
        ("31-02-2026", Some("Tanggal ini tidak ada di kalender. Baca ulang dari surat.")),
        ("kemarin", Some("Tulis tanggal seperti 05-08-1975.")),
    ];
    for (typed, said) in table {
        let notes = letter_date_notes(typed, today);
        assert_eq!(notes.first().map(|note| note.text.as_str()), said, "{typed}");
    }
}

#[test]
fn a_name_on_the_letter_that_differs_waits_for_a_person_and_passes_only_with_a_reason() {
    type Side = fn(&mut SuratKuasa) -> &mut String;
    let table: &[(Side, &str, RowKey, Outcome)] = &[
        (|letter| &mut letter.pemberi, "W. Pertiwi", RowKey::KuasaPemberi, Outcome::Mirip),
        (|letter| &mut letter.pemberi, "Slamet Riyadi", RowKey::KuasaPemberi, Outcome::Beda),
        (|letter| &mut letter.penerima, "Dewi Lestari", RowKey::KuasaPenerima, Outcome::Mirip),
        (|letter| &mut letter.penerima, "Slamet Riyadi", RowKey::KuasaPenerima, Outcome::Beda),
    ];
    for (side, name, key, outcome) in table {
        let mut facts = by_kuasa();
        *side(facts.surat_kuasa.as_mut().unwrap()) = (*name).to_owned();
        let place = format!("row:{}", key.as_str());
        assert_eq!(row(&facts, *key).outcome(), Some(*outcome), "{name}");
        assert_eq!(places(&facts), [place.as_str()], "{name}");
        for (decision, reason, code) in [
            (Decision::Cocok, "", None),
            (Decision::CocokDenganCatatan, "  ", Some("salah_ketik")),
            (Decision::TidakCocok, "Orang lain.", Some("tulis_sendiri")),
        ] {
            decide(&mut facts, *key, decision, reason, code);
            assert_eq!(places(&facts), [place.as_str()], "{name}: {decision:?} {reason}");
        }
        decide(&mut facts, *key, Decision::CocokDenganCatatan, "Salah ketik di surat.", Some("salah_ketik"));
        assert_eq!(open(&facts), [], "{name}");
    }
}

#[test]
fn a_beda_name_on_the_letter_wants_a_reason_of_the_closed_list() {
    let mut facts = by_kuasa();
    facts.surat_kuasa.as_mut().unwrap().pemberi = "Slamet Riyadi".into();
    for code in [None, Some("npwp_keluarga")] {
        decide(&mut facts, RowKey::KuasaPemberi, Decision::CocokDenganCatatan, "Orangnya sama.", code);
        assert_eq!(places(&facts), ["row:kuasa_pemberi"], "{code:?}");
    }
}

#[test]
fn a_decision_on_the_letter_ends_when_the_letter_or_the_card_is_corrected() {
    let mut facts = by_kuasa();
    facts.surat_kuasa.as_mut().unwrap().penerima = "Dewi Lestari".into();
    let note = "Disingkat di surat.";
    decide(&mut facts, RowKey::KuasaPenerima, Decision::CocokDenganCatatan, note, Some("disingkat"));
    assert_eq!(open(&facts), []);
    facts.surat_kuasa.as_mut().unwrap().penerima = "Slamet Riyadi".into();
    assert_eq!(places(&facts), ["row:kuasa_penerima"]);
}

#[test]
fn the_letter_has_rows_only_where_somebody_comes_with_one() {
    let keys = |facts: &CaseFacts| -> Vec<RowKey> {
        let letter = |row: &Row| matches!(row.key, RowKey::KuasaPemberi | RowKey::KuasaPenerima);
        rows(facts, today()).into_iter().filter(letter).map(|row| row.key).collect()
    };
    let mut facts = by_kuasa();
    assert_eq!(keys(&facts), [RowKey::KuasaPemberi, RowKey::KuasaPenerima]);
    let explanation = row(&facts, RowKey::KuasaPemberi).finding.unwrap().explanation;
    assert!(!explanation.contains("formulir"), "{explanation}");
    facts.attendee.kapasitas = Some(Kapasitas::Direktur);
    assert_eq!(keys(&facts), []);
    let mut facts = by_kuasa();
    facts.surat_kuasa.as_mut().unwrap().pemberi.clear();
    assert_eq!(keys(&facts), [RowKey::KuasaPenerima]);
}

#[test]
fn s05_a_letter_on_a_telephone_is_no_original() {
    let mut facts = by_kuasa();
    see(&mut facts, DocumentKind::SuratKuasa, Sighting::Salinan, WULAN);
    assert_eq!(places(&facts), ["document:surat_kuasa"]);
    facts.surat_kuasa = None;
    assert!(places(&facts).contains(&"kuasa:pemberi".to_owned()));
}

#[test]
fn a_sole_owner_needs_no_stamp_on_the_letter() {
    let mut facts = by_kuasa();
    facts.profil = Profil::UsahaPerorangan;
    facts.surat_kuasa.as_mut().unwrap().cap = Some(false);
    assert!(!places(&facts).contains(&"kuasa:cap".to_owned()));
}

#[test]
fn a_director_brings_no_letter_but_says_on_what_the_authority_rests() {
    let table = [
        (None, "", Some(Place::Kewenangan)),
        (Some(true), " ", Some(Place::KewenanganBasis)),
        (Some(true), "Akta 12 Maret 2019", None),
        (Some(false), "", None),
    ];
    for (checked, basis, expected) in table {
        let mut facts = company();
        facts.kewenangan = Kewenangan { checked, basis: basis.to_owned() };
        let found: Vec<Place> = open(&facts).into_iter().map(|missing| missing.place).collect();
        assert_eq!(found, Vec::from_iter(expected), "{checked:?} {basis}");
    }
}

#[test]
fn a_person_in_no_capacity_cannot_pass() {
    let mut facts = company();
    facts.attendee.kapasitas = None;
    assert_eq!(places(&facts), ["attendee"]);
}

#[test]
fn the_daftar_hitam_question_wants_an_answer_and_the_date_of_its_list() {
    use JawabanDaftarHitam::{Tercantum, TidakDapatDiperiksa, TidakTercantum};
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let table = [
        (None, None, Some(Place::DaftarHitam)),
        (None, day("2026-11-16"), Some(Place::DaftarHitam)),
        (Some(TidakTercantum), None, Some(Place::DaftarHitamDate)),
        (Some(TidakTercantum), day("2026-11-24"), Some(Place::DaftarHitamDate)),
        (Some(TidakTercantum), day("2026-11-23"), None),
        (Some(TidakDapatDiperiksa), None, None),
        (Some(Tercantum), day("2026-11-16"), Some(Place::DaftarHitam)),
    ];
    for (answer, list_date, expected) in table {
        let mut facts = company();
        facts.daftar_hitam = DaftarHitam { answer, list_date };
        let found = open(&facts);
        assert!(found.iter().all(|missing| missing.guard == "G-HITAM"));
        let places: Vec<Place> = found.into_iter().map(|missing| missing.place).collect();
        assert_eq!(places, Vec::from_iter(expected), "{answer:?} {list_date:?}");
    }
}

#[test]
fn an_empty_case_names_every_guard_and_nothing_passes() {
    for profil in [Profil::BadanUsaha, Profil::UsahaPerorangan] {
        let facts = CaseFacts::new(profil, Channel::Daring);
        let mut guards: Vec<_> = open(&facts).into_iter().map(|missing| missing.guard).collect();
        guards.dedup();
        assert_eq!(guards, ["G-ORI", "G-BANDING", "G-KUASA", "G-DARING", "G-HITAM"], "{profil:?}");
        assert!(rows(&facts, today()).iter().all(|row| row.decision.is_none() && !row.label.is_empty()));
        assert!(declare(&facts).is_err());
    }
}

#[test]
fn form_gaps_name_empty_and_faulty_fields_and_leave_warnings_alone() {
    let table = [
        (FormField::Npwp, "", Some("NPWP pada formulir")),
        (FormField::Npwp, "99.700.101.1-513", Some("NPWP belum benar")),
        (FormField::Npwp, "99.700.101.2-513.000", None),
        (FormField::Surel, "kantor@alasroban", Some("Surel belum benar")),
        (FormField::Kabupaten, "", Some("Kabupaten atau kota pada formulir")),
        (FormField::Kabupaten, "Batang", Some("Kabupaten atau kota belum benar")),
        (FormField::Kabupaten, "9999", None),
        (FormField::PusatCabang, "induk", Some("Pusat atau cabang belum benar")),
        (FormField::KodePos, "abc", None),
    ];
    for (field, value, expected) in table {
        let mut facts = company();
        fill(&mut facts, field, value);
        let gaps = form_gaps(&facts, today());
        assert_eq!(gaps.first().map(|missing| missing.label.as_str()), expected, "{field:?} {value}");
        assert!(gaps.len() <= 1);
    }
}

#[test]
fn an_empty_form_lacks_exactly_the_fields_that_are_compulsory_for_who_applies() {
    use crate::persyaratan::required_form_fields;
    for profil in [Profil::BadanUsaha, Profil::UsahaPerorangan] {
        let gaps = form_gaps(&CaseFacts::new(profil, Channel::TatapMuka), today());
        let places: Vec<Place> = gaps.iter().map(|missing| missing.place).collect();
        let required = required_form_fields(crate::layanan::Layanan::AkunBaru, profil, false);
        let starred: Vec<Place> = required.iter().map(|field| Place::Form(*field)).collect();
        assert_eq!(places, starred, "{profil:?}");
    }
}

#[test]
fn typed_values_are_stored_in_one_form() {
    let context = FieldContext::of(&company(), today());
    let form = [
        (FormField::BentukUsaha, "perseroan terbatas", Some("PT")),
        (FormField::Npwp, "99.700.101.1-513.000", Some("997001011513000")),
        (FormField::PusatCabang, " Pusat ", Some("pusat")),
        (FormField::Kabupaten, "33.25", Some("3325")),
        (FormField::Hp, "0812 3456 7890", Some("+6281234567890")),
        (FormField::PenanggungJawabNik, "3325 1145 0875 9002", Some("3325114508759002")),
        (FormField::NamaUsaha, "  CV   Alas  Roban ", Some("CV Alas Roban")),
        (FormField::Pkp, "non pkp", Some("Non-PKP")),
        (FormField::Surel, "", None),
        (FormField::PenanggungJawabNik, "33251145087590O2", None),
    ];
    for (field, value, expected) in form {
        assert_eq!(check_form_field(field, value, &context).0.as_deref(), expected, "{field:?} {value}");
    }
    let card = [
        (DocumentField::TanggalLahir, "5 Agustus 1975", Some("1975-08-05")),
        (DocumentField::TanggalLahir, "31-02-1975", None),
        (DocumentField::TanggalLahir, "24-11-2026", None),
        (DocumentField::BerlakuHingga, " SEUMUR  HIDUP", Some("SEUMUR HIDUP")),
        (DocumentField::Nama, " WULAN  PERTIWI ", Some("WULAN PERTIWI")),
    ];
    for (field, value, expected) in card {
        let (stored, _) = check_document_field(DocumentKind::Ktp, field, value, &context);
        assert_eq!(stored.as_deref(), expected, "{field:?} {value}");
    }
}
