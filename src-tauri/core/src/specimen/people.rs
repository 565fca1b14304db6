//! The fictional people and firms of the acceptance scenarios: cards, and what stands on the SPSE form.
//!
//! Every NIK ends in a serial from 9000 and every NPWP of 15 digits begins with 99.7, so that none of
//! them can belong to anyone.

use super::ktp::KtpCard;
use super::npwp::{NpwpCard, NpwpNewCard, NpwpOldCard};
use crate::form::{FormField, Profil};

/// One acceptance scenario as somebody brings it to the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// `S-01`
    pub id: &'static str,
    pub profil: Profil,
    pub ktp: KtpCard,
    pub npwp: NpwpCard,
    /// What the vendor typed on the SPSE form, errors of the scenario included.
    pub form: Vec<(FormField, &'static str)>,
}

impl Scenario {
    /// What the SPSE form of this guest says; nothing where the field is not on it.
    pub fn typed(&self, field: FormField) -> &'static str {
        self.form.iter().find(|(known, _)| *known == field).map_or("", |(_, value)| value)
    }
}

/// The scenario with this id.
pub fn scenario(id: &str) -> Option<Scenario> {
    people().into_iter().find(|scenario| scenario.id == id)
}

/// Every scenario that has cards, in order.
pub fn people() -> Vec<Scenario> {
    use FormField as F;
    let wulan = || woman("WULAN PERTIWI", "3325114508759002", "05-08-1975", "JL. MERPATI NO. 12");
    let bambang = || man("BAMBANG SUTRISNO", "3325112305709012", "23-05-1970", "JL. KENANGA NO. 7");
    let alas_roban =
        || company("99.700.101.1-513.000", "CV ALAS ROBAN SEJAHTERA", "JL. RAYA PLELEN KM 3", "12-03-2012");
    let reban = || company("99.700.102.9-513.000", "PT REBAN KARYA UTAMA", "JL. PEMUDA NO. 45", "08-01-2015");
    let alas_roban_form = |npwp, nama| {
        firm_form("CV", "CV Alas Roban Sejahtera", npwp, "Jl. Raya Plelen KM 3", nama, "3325114508759002")
    };
    let reban_form = |npwp| {
        firm_form(
            "PT",
            "PT Reban Karya Utama",
            npwp,
            "Jl. Pemuda No. 45",
            "Bambang Sutrisno",
            "3325112305709012",
        )
    };
    let firm = |id, ktp, npwp, form| Scenario { id, profil: Profil::BadanUsaha, ktp, npwp, form };
    let owner = |id, ktp, npwp, form| Scenario { id, profil: Profil::UsahaPerorangan, ktp, npwp, form };

    vec![
        firm("S-01", wulan(), alas_roban(), alas_roban_form("0997001011513000", "Wulan Pertiwi")),
        owner(
            "S-02",
            man("SLAMET RIYADI", "3325110508759001", "05-08-1975", "JL. DR. SUTOMO NO. 21"),
            personal("3325110508759001", None, "SLAMET RIYADI", "JL. DR. SUTOMO NO. 21"),
            owner_form(
                "Toko Sumber Rejeki",
                "3325110508759001",
                "Jl. Dr. Sutomo No. 21",
                "Slamet Riyadi",
                "3325110508759001",
            ),
        ),
        firm(
            "S-03",
            man("H. MUHAMMAD ARIFIN, S.T.", "3325111203809011", "12-03-1980", "JL. AHMAD YANI NO. 88"),
            company("99.700.105.2-513.000", "CV BINTANG KARANGASEM", "JL. AHMAD YANI NO. 88", "19-06-2014"),
            firm_form(
                "CV",
                "CV Bintang Karangasem",
                "99.700.105.2-513.000",
                "Jl. Ahmad Yani No. 88",
                "MOH. ARIFIN",
                "3325111203809011",
            ),
        ),
        // The proxy's own KTP; the firm's director is Wulan Pertiwi.
        firm(
            "S-04",
            woman("DEWI LESTARI PUTRI", "3325115506929014", "15-06-1992", "JL. YOS SUDARSO NO. 30"),
            alas_roban(),
            alas_roban_form("99.700.101.1-513.000", "Wulan Pertiwi"),
        ),
        firm(
            "S-06",
            bambang(),
            company("99.700.103.7-502.000", "PT REBAN KARYA UTAMA", "JL. PEMUDA NO. 45", "08-01-2015"),
            reban_form("99.700.102.9-513.000"),
        ),
        firm("S-07", wulan(), alas_roban(), alas_roban_form("99.700.101.2-513.000", "Wulan Pertiwi")),
        firm("S-08", bambang(), reban(), {
            let mut form = reban_form("99.700.102.9-513.001");
            form.retain(|(field, _)| *field != F::PusatCabang);
            form.extend([(F::PusatCabang, "cabang"), (F::Nitku, "0997001029513000000001")]);
            form
        }),
        firm(
            "S-09",
            woman("RATNA KUSUMAWATI", "3325135203909013", "12-03-1990", "JL. RAYA KANDEMAN NO. 5"),
            NpwpCard::New(NpwpNewCard {
                npwp16: "1000000012345678".to_owned(),
                npwp15: None,
                nama: "PT LINTAS KANDEMAN DIGITAL".to_owned(),
                alamat: address("JL. RAYA KANDEMAN NO. 5"),
                kpp: KPP.to_owned(),
                terdaftar: "02-02-2026".to_owned(),
            }),
            firm_form(
                "PT",
                "PT Lintas Kandeman Digital",
                "1000000012345678",
                "Jl. Raya Kandeman No. 5",
                "Ratna Kusumawati",
                "3325135203909013",
            ),
        ),
        firm(
            "S-15",
            KtpCard { scratched_digits: vec![7, 12], ..wulan() },
            alas_roban(),
            alas_roban_form("0997001011513000", "Wulan Pertiwi"),
        ),
        // The director of before; the new one brings the KTP of Dewi Lestari Putri.
        firm("S-17", bambang(), reban(), reban_form("99.700.102.9-513.000")),
        // A good card, of which only a photocopy is brought: see `photocopy`.
        firm("S-23", wulan(), alas_roban(), alas_roban_form("0997001011513000", "Wulan Pertiwi")),
        owner(
            "S-24",
            woman("SITI MARIYAM", "3325117112889003", "31-12-1988", "JL. DIPONEGORO NO. 16"),
            NpwpCard::Old(NpwpOldCard {
                npwp: "99.700.104.5-513.001".to_owned(),
                nama: "AHMAD FAUZI".to_owned(),
                nik: None,
                alamat: address("JL. DIPONEGORO NO. 16"),
                kpp: KPP.to_owned(),
                terdaftar: "14-09-2013".to_owned(),
            }),
            owner_form(
                "Toko Mariyam",
                "99.700.104.5-513.001",
                "Jl. Diponegoro No. 16",
                "Siti Mariyam",
                "3325117112889003",
            ),
        ),
        firm(
            "S-26",
            KtpCard {
                tempat_lahir: "TARAKAN".to_owned(),
                ..man("YUSUF HAMDANI", "6473010101809001", "01-01-1980", "JL. GAJAH MADA NO. 9")
            },
            company("99.700.106.0-513.000", "CV UJUNGNEGORO LESTARI", "JL. GAJAH MADA NO. 9", "27-07-2017"),
            firm_form(
                "CV",
                "CV Ujungnegoro Lestari",
                "99.700.106.0-513.000",
                "Jl. Gajah Mada No. 9",
                "Yusuf Hamdani",
                "6473010101809001",
            ),
        ),
    ]
}

const KPP: &str = "KPP PRATAMA BATANG";

fn woman(nama: &str, nik: &str, born: &str, alamat: &str) -> KtpCard {
    KtpCard { jenis_kelamin: "PEREMPUAN".to_owned(), ..man(nama, nik, born, alamat) }
}

fn man(nama: &str, nik: &str, born: &str, alamat: &str) -> KtpCard {
    let owned = str::to_owned;
    KtpCard {
        provinsi: owned("JAWA TENGAH"),
        kabupaten: owned("KABUPATEN BATANG"),
        nik: owned(nik),
        nama: owned(nama),
        tempat_lahir: owned("BATANG"),
        tanggal_lahir: owned(born),
        jenis_kelamin: owned("LAKI-LAKI"),
        golongan_darah: owned("O"),
        alamat: owned(alamat),
        rt_rw: owned("003/002"),
        kel_desa: owned("PROYONANGGAN TENGAH"),
        kecamatan: owned("BATANG"),
        agama: owned("ISLAM"),
        status_perkawinan: owned("KAWIN"),
        pekerjaan: owned("WIRASWASTA"),
        kewarganegaraan: owned("WNI"),
        berlaku_hingga: owned("SEUMUR HIDUP"),
        tempat_terbit: owned("BATANG"),
        tanggal_terbit: owned("14-02-2018"),
        scratched_digits: Vec::new(),
    }
}

/// Somebody born in the last century, whose sex and day of birth the NIK says (N-02: forty is added for a woman).
pub(super) fn resident(nama: &str, nik: &str, alamat: &str) -> KtpCard {
    let day: u32 = nik[6..8].parse().unwrap_or_default();
    let born = |day: u32| format!("{day:02}-{}-19{}", &nik[8..10], &nik[10..12]);
    match day.checked_sub(40) {
        Some(day) => woman(nama, nik, &born(day), alamat),
        None => man(nama, nik, &born(day), alamat),
    }
}

fn address(street: &str) -> Vec<String> {
    vec![
        format!("{street} RT 003 RW 002"),
        "PROYONANGGAN TENGAH, BATANG".to_owned(),
        "KAB. BATANG 51211".to_owned(),
    ]
}

fn company(npwp: &str, nama: &str, street: &str, terdaftar: &str) -> NpwpCard {
    NpwpCard::Old(NpwpOldCard {
        npwp: npwp.to_owned(),
        nama: nama.to_owned(),
        nik: None,
        alamat: address(street),
        kpp: KPP.to_owned(),
        terdaftar: terdaftar.to_owned(),
    })
}

pub(super) fn personal(npwp16: &str, npwp15: Option<&str>, nama: &str, street: &str) -> NpwpCard {
    NpwpCard::New(NpwpNewCard {
        npwp16: npwp16.to_owned(),
        npwp15: npwp15.map(str::to_owned),
        nama: nama.to_owned(),
        alamat: address(street),
        kpp: KPP.to_owned(),
        terdaftar: "03-07-2024".to_owned(),
    })
}

pub(super) type Form = Vec<(FormField, &'static str)>;

/// Telephone and e-mail of whoever answers for a firm; no two share one, so that only true doubles are asked about.
const CONTACTS: [(&str, &str, &str); 7] = [
    ("Wulan Pertiwi", "081200009001", "kantor@alasroban.example"),
    ("Bambang Sutrisno", "081200009002", "kantor@reban.example"),
    ("Slamet Riyadi", "081200009003", "toko@sumberrejeki.example"),
    ("MOH. ARIFIN", "081200009004", "kantor@bintang.example"),
    ("Ratna Kusumawati", "081200009005", "kantor@kandeman.example"),
    ("Siti Mariyam", "081200009006", "toko@mariyam.example"),
    ("Yusuf Hamdani", "081200009007", "kantor@ujungnegoro.example"),
];

fn firm_form(
    bentuk: &'static str,
    usaha: &'static str,
    npwp: &'static str,
    alamat: &'static str,
    nama: &'static str,
    nik: &'static str,
) -> Form {
    use FormField as F;
    let (_, hp, surel) = CONTACTS.into_iter().find(|(of, ..)| *of == nama).unwrap_or_default();
    vec![
        (F::BentukUsaha, bentuk),
        (F::NamaUsaha, usaha),
        (F::Npwp, npwp),
        (F::Pkp, "Non-PKP"),
        (F::Alamat, alamat),
        (F::KodePos, "51211"),
        (F::Kabupaten, "3325"),
        (F::PusatCabang, "pusat"),
        (F::Hp, hp),
        (F::Surel, surel),
        (F::PenanggungJawabNama, nama),
        (F::PenanggungJawabNik, nik),
    ]
}

pub(super) fn owner_form(
    usaha: &'static str,
    npwp: &'static str,
    alamat: &'static str,
    nama: &'static str,
    nik: &'static str,
) -> Form {
    firm_form("perorangan", usaha, npwp, alamat, nama, nik)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_can_be_reached_and_no_two_by_the_same_number() {
        let mut seen = std::collections::BTreeMap::new();
        for scenario in people() {
            let typed =
                |field| scenario.form.iter().find(|(known, _)| *known == field).map(|(_, value)| *value);
            let [name, hp, surel] = [FormField::PenanggungJawabNama, FormField::Hp, FormField::Surel]
                .map(|field| typed(field).unwrap());
            assert!(!hp.is_empty() && !surel.is_empty(), "{name}");
            for way in [hp, surel] {
                assert_eq!(*seen.entry(way).or_insert(name), name, "{way}");
            }
        }
    }

    #[test]
    fn nobody_here_can_be_a_real_person() {
        for person in people() {
            let serial: u32 = person.ktp.nik[12..].parse().unwrap();
            assert!(serial >= 9000, "{}", person.id);
            let number = person.npwp.number();
            let invented =
                number.starts_with("99.7") || number == person.ktp.nik || number == "1000000012345678";
            assert!(invented, "{}", person.id);
        }
    }

    #[test]
    fn each_nik_agrees_with_the_birth_date_and_the_sex_on_its_card() {
        for Scenario { id, ktp, .. } in people() {
            let day: u32 = ktp.nik[6..8].parse().unwrap();
            let day = if ktp.jenis_kelamin == "PEREMPUAN" { day - 40 } else { day };
            let born = &ktp.tanggal_lahir;
            assert_eq!(
                format!("{day:02}{}", &ktp.nik[8..12]),
                format!("{}{}{}", &born[..2], &born[3..5], &born[8..]),
                "{id}"
            );
        }
    }

    #[test]
    fn the_first_story_is_the_one_the_procedure_tells() {
        let first = scenario("S-01").unwrap();
        assert_eq!(
            (first.ktp.nik.as_str(), first.npwp.number()),
            ("3325114508759002", "99.700.101.1-513.000")
        );
        assert_eq!(first.npwp.holder(), "CV ALAS ROBAN SEJAHTERA");
        assert!(first.form.contains(&(FormField::Npwp, "0997001011513000")));
        assert!(scenario("S-99").is_none());
    }
}
