use super::*;
use Profil::{BadanUsaha, UsahaPerorangan};

fn kinds(profil: Profil, by_kuasa: bool, pkp_filled: bool) -> Vec<DocumentKind> {
    required_documents(profil, Circumstances { by_kuasa, pkp_filled })
        .map(|requirement| requirement.kind)
        .collect()
}

#[test]
fn each_profile_asks_for_the_documents_of_the_procedure_and_no_more() {
    use DocumentKind::{Ktp, KtpKuasa, Npwp, Sppkp, SuratKuasa};
    let table: &[(bool, bool, &[DocumentKind])] = &[
        (false, false, &[Ktp, Npwp]),
        (true, false, &[Ktp, Npwp, SuratKuasa, KtpKuasa]),
        (false, true, &[Ktp, Npwp, Sppkp]),
        (true, true, &[Ktp, Npwp, SuratKuasa, KtpKuasa, Sppkp]),
    ];
    for profil in [BadanUsaha, UsahaPerorangan] {
        for (by_kuasa, pkp_filled, expected) in table {
            assert_eq!(
                kinds(profil, *by_kuasa, *pkp_filled),
                *expected,
                "{profil:?} {by_kuasa} {pkp_filled}"
            );
        }
    }
}

#[test]
fn akta_and_nib_are_offered_but_never_required() {
    let all = Circumstances { by_kuasa: true, pkp_filled: true };
    for profil in [BadanUsaha, UsahaPerorangan] {
        for requirement in documents(profil) {
            if matches!(requirement.kind, DocumentKind::Akta | DocumentKind::Nib) {
                assert!(!requirement.is_required(all), "{:?}", requirement.kind);
            }
        }
    }
    assert!(requirement(BadanUsaha, DocumentKind::Akta).is_some());
    assert!(requirement(UsahaPerorangan, DocumentKind::Akta).is_none(), "an owner has no akta to show");
}

#[test]
fn every_document_names_the_ground_on_which_it_is_asked() {
    for requirement in REQUIREMENTS {
        let ground = requirement.ground;
        let asked_by_the_sop =
            ground.contains("SOP 01.09.03./SOP/2020") && ground.contains("SE Deputi II LKPP 2/2020");
        assert_eq!(asked_by_the_sop, requirement.when == When::Always, "{}", requirement.label);
        assert!(asked_by_the_sop || ground.starts_with("Di luar"), "{}", requirement.label);
    }
}

#[test]
fn a_profile_lists_no_document_twice() {
    for profil in [BadanUsaha, UsahaPerorangan] {
        let mut kinds: Vec<_> = documents(profil).map(|requirement| requirement.kind).collect();
        let count = kinds.len();
        kinds.sort();
        kinds.dedup();
        assert_eq!(kinds.len(), count, "{profil:?}");
    }
}

#[test]
fn the_form_always_needs_a_kabupaten_and_a_surel_but_no_director_of_a_badan_usaha() {
    for profil in [BadanUsaha, UsahaPerorangan] {
        assert!(required_form_fields(profil).contains(&FormField::Kabupaten), "{profil:?}");
        assert!(required_form_fields(profil).contains(&FormField::Surel), "{profil:?}");
    }
    assert!(!required_form_fields(BadanUsaha).contains(&FormField::PenanggungJawabNama));
    assert!(required_form_fields(UsahaPerorangan).contains(&FormField::PenanggungJawabNik));
}
