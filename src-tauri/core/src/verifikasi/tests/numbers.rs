//! An NPWP that is a slip, and one that belongs to the family.

use super::*;

#[test]
fn a_doubled_digit_is_read_again_and_nobody_is_sent_to_the_tax_office() {
    let mut facts = company();
    fill(&mut facts, FormField::Npwp, "9970010111513000");
    let npwp = row(&facts, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.overridable), (Some(Outcome::Beda), false));
    assert!(npwp.finding.is_some_and(|finding| finding.explanation.starts_with("Tampak salah ketik")));
    assert_eq!(npwp.repair_codes, [Reason::P05]);
    assert_eq!(npwp.notes, [], "nothing calls it a new number any more");
}

#[test]
fn s24_a_wifes_business_under_her_husbands_nik_passes_with_its_reason() {
    let mut facts = shop();
    fill(&mut facts, FormField::PenanggungJawabNama, "Siti Mariyam");
    fill(&mut facts, FormField::PenanggungJawabNik, "3325117112889003");
    read_ktp(&mut facts, "SITI MARIYAM", "3325117112889003", "31-12-1988");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Npwp, "3325110508759001");
    read(&mut facts, DocumentKind::Npwp, DocumentField::Nama, "JOKO PRAMONO");
    let npwp = row(&facts, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.preticked), (Some(Outcome::Sama), false));
    assert!(!npwp.is_faulty() && npwp.needs_reason());
    assert!(npwp.ready_reasons.iter().any(|reason| reason.code == "npwp_keluarga"));
    assert!(row(&facts, RowKey::PjNpwp).notes.iter().any(|note| note.text.contains("NPWP keluarga")));
    for key in [RowKey::Npwp, RowKey::PjNpwp] {
        assert!(places(&facts).contains(&format!("row:{}", key.as_str())), "{key:?}");
        decide(&mut facts, key, Decision::CocokDenganCatatan, "NPWP suami.", Some("npwp_keluarga"));
    }
    assert_eq!(open(&facts), []);
    assert!(!row(&company(), RowKey::Npwp).ready_reasons.iter().any(|reason| reason.code == "npwp_keluarga"));
}
