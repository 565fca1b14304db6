use super::*;
use FormField::{Alamat, Hp, NamaUsaha, Npwp, Surel};

fn data(values: &[(FormField, &str)]) -> BTreeMap<FormField, String> {
    values.iter().map(|(field, value)| (*field, (*value).to_owned())).collect()
}

fn of(parts: &[Bagian], former: &[(FormField, &str)]) -> Perubahan {
    Perubahan { parts: parts.to_vec(), former: data(former), ..Perubahan::default() }
}

#[test]
fn what_changes_is_what_says_something_else_now() {
    let before = [(Surel, "lama@reban.example"), (NamaUsaha, "PT Reban"), (Alamat, "Jl. Pemuda No. 45")];
    let perubahan = of(&[Bagian::Surel], &before);
    type Case<'a> = (&'a [(FormField, &'a str)], &'a [(FormField, &'a str, &'a str)]);
    let table: &[Case<'_>] = &[
        (&before, &[]),
        (&[(Surel, " lama@reban.example ")], &[]),
        (&[(Surel, "")], &[(Surel, "lama@reban.example", "")]),
        (&[(Surel, "baru@reban.example")], &[(Surel, "lama@reban.example", "baru@reban.example")]),
        (&[(Hp, "+6281200009002")], &[(Hp, "", "+6281200009002")]),
    ];
    for (now, expected) in table {
        let mut form = data(&before);
        form.extend(data(now));
        let changed: Vec<_> = perubahan.changed(&form);
        let told: Vec<_> =
            changed.iter().map(|each| (each.field, each.former.as_str(), each.new.as_str())).collect();
        assert_eq!(told, *expected, "{now:?}");
    }
}

#[test]
fn a_letter_allows_its_own_parts_and_what_no_letter_is_about() {
    let perubahan = of(&[Bagian::Surel], &[]);
    assert!(perubahan.allows(Surel));
    assert!(perubahan.allows(Hp) && perubahan.allows(FormField::Website));
    assert!(!perubahan.allows(Npwp) && !perubahan.allows(Alamat) && !perubahan.allows(FormField::UserId));
}

#[test]
fn no_field_belongs_to_two_parts() {
    let mut fields: Vec<_> = Bagian::ALL.iter().flat_map(|part| part.fields()).collect();
    let count = fields.len();
    fields.sort();
    fields.dedup();
    assert_eq!(fields.len(), count);
}

#[test]
fn an_owner_is_not_replaced() {
    let open = |profil| Bagian::ALL.into_iter().filter(|part| part.is_open_to(profil)).count();
    assert_eq!((open(Profil::BadanUsaha), open(Profil::UsahaPerorangan)), (5, 4));
}

#[test]
fn each_part_is_about_fields_of_its_own() {
    for part in Bagian::ALL {
        assert!(
            part.subject().iter().copied().flatten().all(|field| part.fields().contains(field)),
            "{part:?}"
        );
    }
}
