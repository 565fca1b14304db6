//! A value is typed once; the card has the last word.

use super::*;

/// S-01 with both originals in hand and nothing typed from them.
fn unread() -> CaseFacts {
    let mut facts = company();
    facts.documents.values_mut().for_each(|document| document.values.clear());
    facts
}

fn proposed(facts: &CaseFacts, kind: DocumentKind, field: DocumentField) -> Option<String> {
    proposal(facts, kind, field, today())
}

const KTP: DocumentKind = DocumentKind::Ktp;
const NPWP: DocumentKind = DocumentKind::Npwp;

#[test]
fn what_was_typed_once_is_proposed_as_a_card_prints_it() {
    let facts = unread();
    for (kind, field, text) in [
        (KTP, DocumentField::Nama, "WULAN PERTIWI"),
        (KTP, DocumentField::Nik, "3325114508759002"),
        (KTP, DocumentField::TanggalLahir, "05-08-1975"),
        (KTP, DocumentField::Kewarganegaraan, "WNI"),
        (KTP, DocumentField::BerlakuHingga, "SEUMUR HIDUP"),
        (NPWP, DocumentField::NamaUsaha, "CV ALAS ROBAN SEJAHTERA"),
        (NPWP, DocumentField::Npwp, "0997001011513000"),
    ] {
        assert_eq!(proposed(&facts, kind, field).as_deref(), Some(text), "{field:?}");
    }
}

#[test]
fn a_proposal_is_no_value_and_decides_nothing() {
    let facts = unread();
    for row in rows(&facts, today()).into_iter().filter(|row| row.proposal.is_some()) {
        assert_eq!((row.document_value, row.finding, row.decision), (None, None, None), "{:?}", row.key);
    }
    assert!(places(&facts).contains(&"row:pj_nik".to_owned()), "T-19 still asks for the card");
}

#[test]
fn nothing_is_proposed_while_the_holder_has_not_seen_the_original() {
    type Spoil = fn(&mut CaseFacts);
    let spoilt: [(&str, Spoil); 5] = [
        ("nobody has", |facts| facts.documents.values_mut().for_each(|document| document.seen = None)),
        ("a copy was shown", |facts| see(facts, KTP, Sighting::Salinan, WULAN)),
        ("somebody else has", |facts| see(facts, KTP, Sighting::Asli, "petugas-bagus")),
        ("nobody holds the case", |facts| facts.verifier = None),
        ("another holds the case", |facts| facts.verifier = Some("petugas-bagus".to_owned())),
    ];
    for (why, spoil) in spoilt {
        let mut facts = unread();
        spoil(&mut facts);
        assert_eq!(proposed(&facts, KTP, DocumentField::Nik), None, "{why}");
    }
}

#[test]
fn what_was_read_from_the_card_is_not_proposed_again() {
    let mut facts = unread();
    read(&mut facts, KTP, DocumentField::Nama, "WULAN PRATIWI");
    assert_eq!(proposed(&facts, KTP, DocumentField::Nama), None);
}

#[test]
fn a_number_that_cannot_be_right_is_not_carried_over_to_the_card() {
    for nik in ["", "33251145087590", "3325114508759OO2", "3325119908759002", "tidak ada"] {
        let mut facts = unread();
        fill(&mut facts, FormField::PenanggungJawabNik, nik);
        facts.attendee.nik = nik.to_owned();
        assert_eq!(proposed(&facts, KTP, DocumentField::Nik), None, "{nik:?}");
    }
    for npwp in ["", "99700101151300", "09970010115130000", "NPWP"] {
        let mut facts = unread();
        fill(&mut facts, FormField::Npwp, npwp);
        assert_eq!(proposed(&facts, NPWP, DocumentField::Npwp), None, "{npwp:?}");
    }
}

#[test]
fn the_address_is_never_proposed() {
    let mut facts = unread();
    fill(&mut facts, FormField::Alamat, "Jl. Alas Roban No. 1");
    assert_eq!(proposed(&facts, NPWP, DocumentField::Alamat), None);
    assert_eq!(proposed(&facts, KTP, DocumentField::Alamat), None);
}

#[test]
fn a_director_whom_the_form_does_not_name_is_proposed_from_who_came() {
    let mut facts = unread();
    fill(&mut facts, FormField::PenanggungJawabNama, " ");
    fill(&mut facts, FormField::PenanggungJawabNik, "");
    facts.attendee.nik = "3325114508759002".to_owned();
    assert_eq!(proposed(&facts, KTP, DocumentField::Nama).as_deref(), Some("WULAN PERTIWI"));
    assert_eq!(proposed(&facts, KTP, DocumentField::Nik).as_deref(), Some("3325114508759002"));

    // Who holds a surat kuasa is not the director, and who has no capacity yet is nobody.
    for kapasitas in [Some(Kapasitas::Kuasa), None] {
        facts.attendee.kapasitas = kapasitas;
        assert_eq!(proposed(&facts, KTP, DocumentField::Nama), None, "{kapasitas:?}");
        assert_eq!(proposed(&facts, KTP, DocumentField::Nik), None, "{kapasitas:?}");
    }
}

#[test]
fn the_holder_of_a_surat_kuasa_is_proposed_for_the_second_ktp_only() {
    let mut facts = unread();
    facts.attendee = Attendee {
        name: "Dewi Lestari".to_owned(),
        kapasitas: Some(Kapasitas::Kuasa),
        nik: "3325115508809003".to_owned(),
    };
    see(&mut facts, DocumentKind::KtpKuasa, Sighting::Asli, WULAN);
    assert_eq!(
        proposed(&facts, DocumentKind::KtpKuasa, DocumentField::Nama).as_deref(),
        Some("DEWI LESTARI")
    );
    assert_eq!(proposed(&facts, KTP, DocumentField::Nama).as_deref(), Some("WULAN PERTIWI"));

    facts.attendee.kapasitas = Some(Kapasitas::Direktur);
    assert_eq!(proposed(&facts, DocumentKind::KtpKuasa, DocumentField::Nik), None);
}

#[test]
fn a_foreigner_is_not_proposed_to_be_valid_for_life() {
    let mut facts = unread();
    read(&mut facts, KTP, DocumentField::Kewarganegaraan, "WNA");
    assert_eq!(proposed(&facts, KTP, DocumentField::BerlakuHingga), None);
}

#[test]
fn the_bentuk_usaha_stands_once_before_the_name_of_the_firm() {
    for (bentuk, name, expected) in [
        ("CV", "Alas Roban Sejahtera", Some("CV ALAS ROBAN SEJAHTERA")),
        ("CV", "CV. Alas Roban Sejahtera", Some("CV. ALAS ROBAN SEJAHTERA")),
        ("", "Alas Roban Sejahtera", None),
        ("CV", "", None),
    ] {
        let mut facts = unread();
        fill(&mut facts, FormField::BentukUsaha, bentuk);
        fill(&mut facts, FormField::NamaUsaha, name);
        assert_eq!(proposed(&facts, NPWP, DocumentField::NamaUsaha).as_deref(), expected, "{name}");
    }
}

#[test]
fn a_sole_owner_is_proposed_for_the_name_on_the_npwp() {
    let mut facts = shop();
    facts.documents.values_mut().for_each(|document| document.values.clear());
    assert_eq!(proposed(&facts, NPWP, DocumentField::Nama).as_deref(), Some("SLAMET RIYADI"));
    read(&mut facts, KTP, DocumentField::Nama, "SLAMET RIADI");
    assert_eq!(proposed(&facts, NPWP, DocumentField::Nama).as_deref(), Some("SLAMET RIADI"));
}
