use std::io;
use std::path::PathBuf;

use serde_json::Value;

use super::*;
use crate::store::write_point::NoPoints;
use crate::world::SystemRandom;

const SITI: Credentials<'_> = Credentials { user_name: "siti", password: "kopi pagi tanpa gula" };
const BUDI: Credentials<'_> = Credentials { user_name: "budi", password: "hujan deras di atap" };
const AYU: Credentials<'_> = Credentials { user_name: "ayu", password: "jendela menghadap timur" };

fn office() -> NewOffice {
    Kunci::create(&SystemRandom, KdfParams::cheap_for_tests(), SITI, true).expect("office")
}

/// Siti opens pictures, Budi is a petugas, Ayu opens pictures.
fn three_officers() -> (NewOffice, String, String) {
    let mut office = office();
    let budi = office.kunci.add_officer(&SystemRandom, &office.keys, BUDI, false).expect("added");
    let ayu = office.kunci.add_officer(&SystemRandom, &office.keys, AYU, true).expect("added");
    (office, budi, ayu)
}

fn same(one: &OfficeKeys, other: &OfficeKeys) -> bool {
    one.office.bytes() == other.office.bytes() && one.picture_recipient == other.picture_recipient
}

fn refused(kunci: &Kunci, who: Credentials<'_>) -> Code {
    kunci.unlock(who).expect_err("refused").code
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("loket-kunci-{}", new_id(&SystemRandom)));
        fs::create_dir(&path).expect("temporary folder");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn every_officer_and_the_sheet_open_the_same_office() {
    let (office, budi, ayu) = three_officers();
    let reread = Kunci::parse(&office.kunci.to_bytes().expect("bytes")).expect("reread");
    for (who, id, pictures) in [(SITI, &office.officer_id, true), (BUDI, &budi, false), (AYU, &ayu, true)] {
        let unlocked = reread.unlock(who).expect("opens");
        assert_eq!(unlocked.officer_id.as_ref(), Some(id));
        assert!(same(&unlocked.keys, &office.keys));
        assert_eq!(unlocked.keys.picture.is_some(), pictures);
        assert!(unlocked.before_rotation.is_none());
    }
    let sheet = reread.unlock_by_words(&office.words.words().join(" ")).expect("opens");
    assert!(same(&sheet.keys, &office.keys) && sheet.keys.picture.is_some() && sheet.officer_id.is_none());
}

#[test]
fn the_user_name_is_read_in_any_case_and_width() {
    let office = office();
    for name in ["SITI", "  siti ", "\u{ff33}iti"] {
        assert!(office.kunci.unlock(Credentials { user_name: name, ..SITI }).is_ok(), "{name}");
    }
}

#[test]
fn wrong_names_and_passwords_open_nothing() {
    let (office, ..) = three_officers();
    for (user_name, password) in [
        ("siti", "hujan deras di atap"),
        ("budi", "kopi pagi tanpa gula"),
        ("siti", "Kopi pagi tanpa gula"),
        ("siti", "kopi pagi tanpa gula "),
        ("siti", ""),
        ("", "kopi pagi tanpa gula"),
        ("orang lain", "kopi pagi tanpa gula"),
    ] {
        assert_eq!(refused(&office.kunci, Credentials { user_name, password }), Code::WrongPassword);
    }
}

#[test]
fn two_officers_may_have_the_same_password() {
    let mut office = office();
    let twin = Credentials { user_name: "budi", ..SITI };
    let id = office.kunci.add_officer(&SystemRandom, &office.keys, twin, false).expect("added");
    assert_eq!(office.kunci.unlock(twin).expect("opens").officer_id, Some(id));
    assert_eq!(office.kunci.unlock(SITI).expect("opens").officer_id, Some(office.officer_id));
}

#[test]
fn the_key_file_names_nobody_and_holds_no_open_secret() {
    // Long words: sealed bytes spell three or four letters by chance.
    const KARTIKASARI: Credentials<'_> =
        Credentials { user_name: "kartikasari", password: "secangkir kopi tubruk" };
    let (mut office, ..) = three_officers();
    office.kunci.add_officer(&SystemRandom, &office.keys, KARTIKASARI, true).expect("added");
    let text = String::from_utf8(office.kunci.to_bytes().expect("bytes")).expect("text").to_lowercase();
    assert!(!text.contains(office.keys.office.hex().as_str()) && !text.contains("age-secret"));
    for word in ["kartikasari", "secangkir", "kopi tubruk", "petugas", "verifikator", "\"siti\"", "\"ayu\""] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn every_changed_field_of_the_key_file_is_noticed() {
    let (office, ..) = three_officers();
    let whole: Value = serde_json::from_slice(&office.kunci.to_bytes().expect("bytes")).expect("json");
    let mut places = Vec::new();
    collect_places(&whole, String::new(), &mut places);
    assert!(places.len() >= 24, "{places:?}");
    for place in places {
        let mut changed = whole.clone();
        change(changed.pointer_mut(&place).expect("place"));
        let answer = Kunci::parse(changed.to_string().as_bytes()).and_then(|kunci| kunci.unlock(SITI));
        let code = answer.err().map(|error| error.code);
        assert!(
            matches!(code, Some(Code::KeysDamaged | Code::WrongPassword | Code::DatabaseNewer)),
            "{place}: {code:?}"
        );
    }
}

fn collect_places(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| collect_places(value, format!("{at}/{key}"), places))
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, value)| collect_places(value, format!("{at}/{i}"), places));
        }
        _ => places.push(at),
    }
}

fn change(value: &mut Value) {
    *value = match value {
        Value::Number(number) => Value::from(number.as_u64().expect("number") + 1),
        Value::String(text) => {
            let mut bytes = std::mem::take(text).into_bytes();
            let last = bytes.len() - 1;
            bytes[last] = if bytes[last] == b'0' { b'1' } else { b'0' };
            Value::from(String::from_utf8(bytes).expect("text"))
        }
        _ => Value::from("00"),
    };
}

#[test]
fn a_truncated_or_foreign_key_file_is_damaged() {
    let office = office();
    let bytes = office.kunci.to_bytes().expect("bytes");
    for length in [0, 1, 10, bytes.len() / 2, bytes.len() - 3] {
        assert_eq!(Kunci::parse(&bytes[..length]).expect_err("refused").code, Code::KeysDamaged);
    }
    for foreign in ["null", "[]", "{}", r#"{"version":1}"#, r#"{"version":"1"}"#, r#"{"version":0}"#] {
        assert_eq!(Kunci::parse(foreign.as_bytes()).expect_err("refused").code, Code::KeysDamaged);
    }
    let mut more: Value = serde_json::from_slice(&bytes).expect("json");
    more["nama"] = Value::from("x");
    assert!(Kunci::parse(more.to_string().as_bytes()).is_err());
}

#[test]
fn a_newer_key_file_is_not_called_damaged() {
    let code = Kunci::parse(br#"{"version":2,"baru":true}"#).expect_err("refused").code;
    assert_eq!(code, Code::DatabaseNewer);
}

#[test]
fn parts_swapped_between_officers_are_noticed() {
    let (office, ..) = three_officers();
    let whole: Value = serde_json::from_slice(&office.kunci.to_bytes().expect("bytes")).expect("json");
    for part in ["id", "recipient", "identity", "office", "picture"] {
        let mut swapped = whole.clone();
        let (one, other) = (whole["officers"][0][part].clone(), whole["officers"][2][part].clone());
        swapped["officers"][0][part] = other;
        swapped["officers"][2][part] = one;
        let kunci = Kunci::parse(swapped.to_string().as_bytes()).expect("still a key file");
        assert!(kunci.unlock(SITI).is_err() && kunci.unlock(AYU).is_err(), "{part}");
    }
    // A petugas who copies the picture part of a colleague gains nothing and is noticed.
    let mut copied = whole.clone();
    copied["officers"][1]["picture"] = whole["officers"][0]["picture"].clone();
    assert_eq!(
        refused(&Kunci::parse(copied.to_string().as_bytes()).expect("parsed"), BUDI),
        Code::KeysDamaged
    );
    let mut reordered = whole.clone();
    reordered["officers"] =
        Value::from(whole["officers"].as_array().expect("list").iter().rev().cloned().collect::<Vec<_>>());
    assert_eq!(
        refused(&Kunci::parse(reordered.to_string().as_bytes()).expect("parsed"), SITI),
        Code::KeysDamaged
    );
}

#[test]
fn an_entry_of_another_office_opens_nothing_here() {
    let (here, there) = (office(), office());
    let mut mixed: Value = serde_json::from_slice(&here.kunci.to_bytes().expect("bytes")).expect("json");
    let other: Value = serde_json::from_slice(&there.kunci.to_bytes().expect("bytes")).expect("json");
    mixed["officers"][0] = other["officers"][0].clone();
    assert_eq!(
        refused(&Kunci::parse(mixed.to_string().as_bytes()).expect("parsed"), SITI),
        Code::WrongPassword
    );
    assert!(here.kunci.unlock_by_words(&there.words.words().join(" ")).is_err());
    let mut kunci = here.kunci.clone();
    assert_eq!(kunci.new_sheet(&SystemRandom, &there.keys).expect_err("refused").code, Code::KeysDamaged);
}

#[test]
fn absurd_argon2_parameters_are_refused_before_any_memory_is_taken() {
    let whole: Value = serde_json::from_slice(&office().kunci.to_bytes().expect("bytes")).expect("json");
    for (field, value) in [
        ("m_kib", u32::MAX),
        ("m_kib", 256 * 1024 + 1),
        ("m_kib", 0),
        ("t", 0),
        ("t", 11),
        ("p", 0),
        ("p", 255),
    ] {
        let mut changed = whole.clone();
        changed["argon2"][field] = Value::from(value);
        let code = Kunci::parse(changed.to_string().as_bytes()).expect_err("refused").code;
        assert_eq!(code, Code::KeysDamaged, "{field}={value}");
    }
}

#[test]
fn a_new_password_replaces_the_old_and_touches_nobody_else() {
    let (mut office, ..) = three_officers();
    let before = office.kunci.to_bytes().expect("bytes");
    let new = Credentials { user_name: "siti.baru", password: "angin sore di teras" };
    assert!(office.kunci.change_password(&SystemRandom, BUDI, Credentials { password: "", ..BUDI }).is_err());
    assert!(
        office.kunci.change_password(&SystemRandom, Credentials { password: "salah", ..SITI }, new).is_err()
    );
    assert_eq!(office.kunci.to_bytes().expect("bytes"), before, "a refused change leaves nothing");

    office.kunci.change_password(&SystemRandom, SITI, new).expect("changed");
    assert_eq!(refused(&office.kunci, SITI), Code::WrongPassword);
    let unlocked = office.kunci.unlock(new).expect("opens");
    assert!(same(&unlocked.keys, &office.keys) && unlocked.keys.picture.is_some());
    assert!(office.kunci.unlock(BUDI).is_ok() && office.kunci.unlock(AYU).is_ok());
}

#[test]
fn the_sheet_gives_an_officer_a_new_password() {
    let (mut office, budi, _) = three_officers();
    let sheet = office.kunci.unlock_by_words(&office.words.words().join(", ")).expect("opens");
    let new = Credentials { user_name: "budi", password: "angin sore di teras" };
    office.kunci.reset_password(&SystemRandom, &sheet.keys, &budi, new).expect("reset");
    assert_eq!(refused(&office.kunci, BUDI), Code::WrongPassword);
    let unlocked = office.kunci.unlock(new).expect("opens");
    assert_eq!(unlocked.officer_id, Some(budi));
    assert!(unlocked.keys.picture.is_none(), "a reset gives no new right");
    assert_eq!(
        office.kunci.reset_password(&SystemRandom, &sheet.keys, "tidak ada", new).expect_err("refused").code,
        Code::NotFound
    );
}

#[test]
fn a_new_sheet_revokes_the_old() {
    let mut office = office();
    let new = office.kunci.new_sheet(&SystemRandom, &office.keys).expect("sheet");
    let old = office.kunci.unlock_by_words(&office.words.words().join(" ")).expect_err("revoked");
    assert_eq!(old.code, Code::WrongRecoveryWords);
    assert!(office.kunci.unlock_by_words(&new.words().join(" ")).is_ok());
    assert!(office.kunci.unlock(SITI).is_ok());
}

#[test]
fn only_a_holder_of_the_picture_identity_passes_it_on() {
    let (mut office, budi, _) = three_officers();
    let petugas = office.kunci.unlock(BUDI).expect("opens").keys;
    let other = Credentials { user_name: "citra", password: "angin sore di teras" };
    let kunci = &mut office.kunci;
    for code in [
        kunci.set_opens_pictures(&SystemRandom, &petugas, &budi, true).err(),
        kunci.add_officer(&SystemRandom, &petugas, other, true).err(),
        kunci.new_sheet(&SystemRandom, &petugas).err(),
        kunci.rotate(&SystemRandom, &petugas).err(),
        kunci.remove_officer(&SystemRandom, &petugas, &budi).err(),
        kunci.reset_password(&SystemRandom, &petugas, &office.officer_id, other).err(),
    ] {
        assert_eq!(code.expect("refused").code, Code::PictureKeyMissing);
    }
    kunci.set_opens_pictures(&SystemRandom, &office.keys, &budi, true).expect("given");
    assert!(kunci.unlock(BUDI).expect("opens").keys.picture.is_some());
    kunci.set_opens_pictures(&SystemRandom, &petugas, &budi, false).expect("taken");
    assert!(kunci.unlock(BUDI).expect("opens").keys.picture.is_none());
}

#[test]
fn a_removed_officer_opens_nothing_and_the_others_keep_their_passwords() {
    let (mut office, budi, ayu) = three_officers();
    let new = office.kunci.remove_officer(&SystemRandom, &office.keys, &ayu).expect("removed");
    assert!(!same(&new, &office.keys));
    assert_eq!(refused(&office.kunci, AYU), Code::WrongPassword);
    for (who, pictures) in [(SITI, true), (BUDI, false)] {
        let unlocked = office.kunci.unlock(who).expect("opens");
        assert!(same(&unlocked.keys, &new));
        assert_eq!(unlocked.keys.picture.is_some(), pictures);
        let before = unlocked.before_rotation.expect("not finished");
        assert!(same(&before, &office.keys));
        assert_eq!(before.picture.is_some(), pictures);
    }
    assert!(office.kunci.unlock_by_words(&office.words.words().join(" ")).is_ok());
    assert_eq!(
        office.kunci.remove_officer(&SystemRandom, &new, &budi).expect_err("refused").code,
        Code::TransitionRefused
    );
    assert_eq!(
        office.kunci.finish_rotation(&SystemRandom, &office.keys).expect_err("old keys").code,
        Code::KeysDamaged
    );
    office.kunci.finish_rotation(&SystemRandom, &new).expect("finished");
    assert!(office.kunci.unlock(SITI).expect("opens").before_rotation.is_none());
}

#[test]
fn a_removed_officer_put_back_from_an_old_file_is_noticed() {
    let (mut office, _, ayu) = three_officers();
    let old: Value = serde_json::from_slice(&office.kunci.to_bytes().expect("bytes")).expect("json");
    office.kunci.remove_officer(&SystemRandom, &office.keys, &ayu).expect("removed");
    let mut mixed: Value = serde_json::from_slice(&office.kunci.to_bytes().expect("bytes")).expect("json");
    mixed["officers"].as_array_mut().expect("list").push(old["officers"][2].clone());
    let kunci = Kunci::parse(mixed.to_string().as_bytes()).expect("parsed");
    assert_eq!(refused(&kunci, AYU), Code::KeysDamaged);
    assert_eq!(refused(&kunci, SITI), Code::KeysDamaged);
}

#[test]
fn the_last_officer_and_an_unknown_one_cannot_leave() {
    let mut office = office();
    let last = office.officer_id.clone();
    let code = |answer: Result<OfficeKeys>| answer.expect_err("refused").code;
    assert_eq!(code(office.kunci.remove_officer(&SystemRandom, &office.keys, &last)), Code::InvalidInput);
    assert_eq!(code(office.kunci.remove_officer(&SystemRandom, &office.keys, "x")), Code::NotFound);
    assert!(office.kunci.unlock(SITI).is_ok());
}

#[test]
fn an_office_cannot_start_with_empty_or_absurd_credentials() {
    let create = |who, kdf| Kunci::create(&SystemRandom, kdf, who, true).err().map(|error| error.code);
    let cheap = KdfParams::cheap_for_tests();
    assert_eq!(create(Credentials { user_name: " ", ..SITI }, cheap), Some(Code::InvalidInput));
    assert_eq!(create(Credentials { password: "", ..SITI }, cheap), Some(Code::WeakPassword));
    let endless = "a".repeat(1025);
    assert_eq!(create(Credentials { password: &endless, ..SITI }, cheap), Some(Code::WeakPassword));
}

#[test]
fn two_words_are_typed_back_before_a_sheet_counts() {
    let office = office();
    let words = office.words.words();
    assert!(office.words.confirms(1, words[0]) && office.words.confirms(12, &words[11].to_uppercase()));
    assert!(office.words.confirms(5, &words[4][..4]));
    let other = crate::store::words::list().find(|word| *word != words[0]).expect("another");
    assert!(!office.words.confirms(1, other) && !office.words.confirms(1, ""));
    assert!(!office.words.confirms(0, words[0]) && !office.words.confirms(13, words[0]));
}

#[test]
fn a_saved_key_file_is_read_back_and_a_failed_save_keeps_the_old_one() {
    struct FailAt(&'static str);
    impl WritePoints for FailAt {
        fn at(&self, point: &'static str) -> io::Result<()> {
            if point == self.0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }
    }
    let folder = Folder::new();
    let mut office = office();
    office.kunci.save(&folder.0, &NoPoints).expect("saved");
    let old = fs::read(folder.0.join(KUNCI_JSON)).expect("read");
    office.kunci.new_sheet(&SystemRandom, &office.keys).expect("sheet");
    for point in &KUNCI_WRITE_POINTS[..4] {
        let error = office.kunci.save(&folder.0, &FailAt(point)).expect_err("full disk");
        assert_eq!(error.code, Code::DiskFull, "{point}");
        assert_eq!(fs::read(folder.0.join(KUNCI_JSON)).expect("read"), old, "{point}");
        assert_eq!(fs::read_dir(&folder.0).expect("list").count(), 1, "{point} leaves nothing behind");
    }
    assert!(Kunci::load(&folder.0).expect("load").unlock(SITI).is_ok());
}

#[test]
fn what_is_missing_is_told_apart() {
    let folder = Folder::new();
    let code = |path: &Path| Kunci::load(path).expect_err("refused").code;
    assert_eq!(code(&folder.0.join("tidak-ada")), Code::OfficeMissing);
    assert_eq!(code(&folder.0), Code::OfficeMissing);
    fs::write(folder.0.join("loket.db"), b"x").expect("database");
    assert_eq!(code(&folder.0), Code::KeysDamaged);
    fs::write(folder.0.join(KUNCI_JSON), vec![b' '; 1 + (1 << 20)]).expect("endless");
    assert_eq!(code(&folder.0), Code::KeysDamaged);
    let gone = office().kunci.save(&folder.0.join("tidak-ada"), &NoPoints).expect_err("refused");
    assert_eq!(gone.code, Code::OfficeMissing);
}
