//! Sole owners who write instead of coming, one for each state in which a request from afar can be.
//!
//! Their NPWP is their NIK, so each needs only a person; every serial is above 9100, which no office gives out.

use super::people::{Scenario, owner_form, personal, resident};
use crate::form::{FormField, Profil};

/// Who owns what, and how they are reached.
struct Owner {
    id: &'static str,
    name: &'static str,
    nik: &'static str,
    shop: &'static str,
    street: &'static str,
    hp: &'static str,
    email: &'static str,
}

#[rustfmt::skip]
const OWNERS: [Owner; 17] = [
    Owner { id: "L-01", name: "Hartono Wijaya", nik: "3325111402689101", shop: "Toko Hartono Jaya", street: "Jl. Veteran No. 4", hp: "081200009101", email: "toko@hartonojaya.example" },
    Owner { id: "L-02", name: "Endah Puspitasari", nik: "3325116209839102", shop: "Batik Endah", street: "Jl. Kartini No. 18", hp: "081200009102", email: "toko@batikendah.example" },
    Owner { id: "L-03", name: "Gunawan Saputro", nik: "3325110312799103", shop: "Bengkel Gunawan", street: "Jl. Gajah Mada No. 61", hp: "081200009103", email: "bengkel@gunawan.example" },
    Owner { id: "L-04", name: "Lilis Suryani", nik: "3325115705919104", shop: "Katering Lilis", street: "Jl. Melati No. 2", hp: "081200009104", email: "dapur@katering-lilis.example" },
    Owner { id: "L-05", name: "Agus Prasetyo", nik: "3325113001869105", shop: "Toko Agus Komputer", street: "Jl. Slamet Riyadi No. 90", hp: "081200009105", email: "toko@agus-komputer.example" },
    Owner { id: "L-06", name: "Nur Hidayah", nik: "3325114808909106", shop: "Konveksi Nur", street: "Jl. Anggrek No. 11", hp: "081200009106", email: "kantor@konveksi-nur.example" },
    Owner { id: "L-07", name: "Teguh Santoso", nik: "3325111911729107", shop: "Mebel Teguh", street: "Jl. Pattimura No. 33", hp: "081200009107", email: "kantor@mebel-teguh.example" },
    Owner { id: "L-08", name: "Retno Wulandari", nik: "3325115104879108", shop: "Percetakan Retno", street: "Jl. Mawar No. 9", hp: "081200009108", email: "cetak@retno.example" },
    Owner { id: "L-09", name: "Joko Susilo", nik: "3325112510819109", shop: "Toko Bangunan Susilo", street: "Jl. Raya Tulis No. 14", hp: "081200009109", email: "toko@susilo.example" },
    Owner { id: "L-10", name: "Maya Anggraini", nik: "3325114203949110", shop: "Apotek Maya", street: "Jl. Dahlia No. 5", hp: "081200009110", email: "apotek@maya.example" },
    Owner { id: "L-11", name: "Eko Purwanto", nik: "3325111607779111", shop: "Listrik Purwanto", street: "Jl. Cendana No. 27", hp: "081200009111", email: "kantor@purwanto.example" },
    Owner { id: "L-12", name: "Yuliana Sari", nik: "3325116806899112", shop: "Toko Buku Yuliana", street: "Jl. Teratai No. 3", hp: "081200009112", email: "toko@yuliana.example" },
    Owner { id: "L-13", name: "Rudi Hermawan", nik: "3325110909849113", shop: "Las Rudi", street: "Jl. Raya Kandeman No. 40", hp: "081200009113", email: "bengkel@lasrudi.example" },
    Owner { id: "L-14", name: "Tri Astuti", nik: "3325116112929114", shop: "Rias Astuti", street: "Jl. Flamboyan No. 8", hp: "081200009114", email: "rias@astuti.example" },
    Owner { id: "L-15", name: "Dedi Kurniawan", nik: "3325110505889115", shop: "Toko Tani Dedi", street: "Jl. Raya Subah No. 77", hp: "081200009115", email: "toko@tanidedi.example" },
    Owner { id: "L-16", name: "Sri Lestari", nik: "3325115301769116", shop: "Warung Lestari", street: "Jl. Kenanga No. 19", hp: "081200009116", email: "warung@lestari.example" },
    Owner { id: "L-17", name: "Bayu Nugroho", nik: "3325112702959117", shop: "Studio Bayu", street: "Jl. Wahidin No. 6", hp: "081200009117", email: "studio@bayu.example" },
];

/// The sole owner with this id, `L-01` to `L-17`.
pub fn from_afar(id: &str) -> Option<Scenario> {
    let owner = OWNERS.iter().find(|owner| owner.id == id)?;
    let Owner { name, nik, shop, street, hp, email, .. } = *owner;
    let (upper, road) = (name.to_uppercase(), street.to_uppercase());
    let mut form = owner_form(shop, nik, street, name, nik);
    for (field, value) in &mut form {
        match field {
            FormField::Hp => *value = hp,
            FormField::Surel => *value = email,
            _ => {}
        }
    }
    Some(Scenario {
        id: owner.id,
        profil: Profil::UsahaPerorangan,
        ktp: resident(&upper, nik, &road),
        npwp: personal(nik, None, &upper, &road),
        form,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everybody() -> Vec<Scenario> {
        OWNERS.iter().map(|owner| from_afar(owner.id).unwrap()).collect()
    }

    #[test]
    fn no_two_share_a_number_an_address_or_a_way_to_reach_them() {
        let mut seen = std::collections::BTreeSet::new();
        for owner in OWNERS.iter() {
            for value in [owner.id, owner.name, owner.nik, owner.shop, owner.street, owner.hp, owner.email] {
                assert!(seen.insert(value), "{value}");
            }
        }
    }

    #[test]
    fn nobody_here_can_be_a_real_person_and_each_card_agrees_with_its_number() {
        for Scenario { id, ktp, npwp, .. } in everybody() {
            assert!(ktp.nik[12..].parse::<u32>().unwrap() >= 9000, "{id}");
            assert_eq!(npwp.number(), ktp.nik);
            let day: u32 = ktp.nik[6..8].parse().unwrap();
            let is_woman = ktp.jenis_kelamin == "PEREMPUAN";
            assert_eq!(is_woman, day > 40, "{id}");
            let day = if is_woman { day - 40 } else { day };
            let born = format!("{day:02}-{}-19{}", &ktp.nik[8..10], &ktp.nik[10..12]);
            assert_eq!(ktp.tanggal_lahir, born, "{id}");
        }
    }

    #[test]
    fn nobody_is_known_who_is_not_listed() {
        assert!(from_afar("L-18").is_none());
    }
}
