use std::io;
use std::path::PathBuf;
use std::sync::Mutex;

use super::*;
use crate::store::write_point::NoPoints;
use crate::world::{SystemRandom, new_id};

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("loket-percobaan-{}", new_id(&SystemRandom)));
        fs::create_dir(&path).expect("temporary folder");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Hands(Mutex<DateTime<Utc>>);

impl Hands {
    fn new() -> Self {
        Self(Mutex::new("2026-11-23T02:00:00Z".parse().expect("a date")))
    }

    fn turn(&self, seconds: i64) {
        *self.0.lock().expect("lock") += TimeDelta::seconds(seconds);
    }
}

impl Clock for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("lock")
    }
}

fn attempt(folder: &Folder, clock: &Hands, code: Option<Code>) -> Result<(), Refusal> {
    guarded(&folder.0, clock, &NoPoints, || code.map_or(Ok(()), |code| Err(Error::new(code, "test"))))
}

fn wrong(folder: &Folder, clock: &Hands) -> (Code, Option<u32>) {
    let refusal = attempt(folder, clock, Some(Code::WrongPassword)).expect_err("refused");
    (refusal.error.code, refusal.wait_seconds)
}

fn five_wrong(folder: &Folder, clock: &Hands) {
    for _ in 0..4 {
        assert_eq!(wrong(folder, clock), (Code::WrongPassword, None));
    }
    assert_eq!(wrong(folder, clock), (Code::WrongPassword, Some(30)));
}

#[test]
fn five_wrong_tries_close_the_door_for_thirty_seconds() {
    let (folder, clock) = (Folder::new(), Hands::new());
    five_wrong(&folder, &clock);
    assert_eq!(wrong(&folder, &clock), (Code::TooManyTries, Some(30)));
    clock.turn(29);
    assert_eq!(remaining_wait(&folder.0, &clock).expect("read"), Some(1));
    let right = attempt(&folder, &clock, None).expect_err("even the right password waits");
    assert_eq!((right.error.code, right.wait_seconds), (Code::TooManyTries, Some(1)));
    clock.turn(1);
    assert!(attempt(&folder, &clock, None).is_ok());
}

#[test]
fn the_wait_doubles_up_to_a_quarter_of_an_hour() {
    let (folder, clock) = (Folder::new(), Hands::new());
    five_wrong(&folder, &clock);
    let mut last = 30;
    for wait in [60, 120, 240, 480, 900, 900, 900] {
        clock.turn(last);
        assert_eq!(wrong(&folder, &clock), (Code::WrongPassword, Some(wait)));
        last = wait.into();
    }
}

#[test]
fn a_clock_set_back_frees_nobody_and_locks_nobody_out() {
    let (folder, clock) = (Folder::new(), Hands::new());
    five_wrong(&folder, &clock);
    clock.turn(-3_600 * 24 * 365);
    assert_eq!(wrong(&folder, &clock), (Code::TooManyTries, Some(30)));
    clock.turn(10);
    assert_eq!(wrong(&folder, &clock), (Code::TooManyTries, Some(20)));
    clock.turn(-5);
    // Five seconds of waiting are done already; setting the clock back loses some, it gains none.
    let (code, wait) = wrong(&folder, &clock);
    assert_eq!(code, Code::TooManyTries);
    assert!(wait >= Some(20), "{wait:?}");
    clock.turn(30);
    assert!(attempt(&folder, &clock, None).is_ok());
}

#[test]
fn success_forgets_everything() {
    let (folder, clock) = (Folder::new(), Hands::new());
    for _ in 0..4 {
        wrong(&folder, &clock);
    }
    assert!(attempt(&folder, &clock, None).is_ok());
    assert!(!folder.0.join(PERCOBAAN_JSON).exists());
    five_wrong(&folder, &clock);
}

#[test]
fn a_failure_that_is_not_a_wrong_password_does_not_count() {
    let (folder, clock) = (Folder::new(), Hands::new());
    wrong(&folder, &clock);
    for _ in 0..20 {
        let refusal = attempt(&folder, &clock, Some(Code::KeysDamaged)).expect_err("refused");
        assert_eq!((refusal.error.code, refusal.wait_seconds), (Code::KeysDamaged, None));
    }
    for _ in 0..3 {
        assert_eq!(wrong(&folder, &clock), (Code::WrongPassword, None));
    }
    assert_eq!(wrong(&folder, &clock), (Code::WrongPassword, Some(30)));
}

#[test]
fn wrong_recovery_words_count_too() {
    let (folder, clock) = (Folder::new(), Hands::new());
    for _ in 0..5 {
        assert!(attempt(&folder, &clock, Some(Code::WrongRecoveryWords)).is_err());
    }
    assert_eq!(wrong(&folder, &clock).0, Code::TooManyTries);
}

#[test]
fn a_try_is_counted_before_the_password_is_looked_at() {
    let (folder, clock) = (Folder::new(), Hands::new());
    let _ = guarded(&folder.0, &clock, &NoPoints, || {
        let kept = fs::read_to_string(folder.0.join(PERCOBAAN_JSON)).expect("counter");
        assert!(kept.contains("\"wrong\":1"), "{kept}");
        Ok(())
    });
}

#[test]
fn a_try_that_cannot_be_counted_is_not_made() {
    struct Full;
    impl WritePoints for Full {
        fn at(&self, _point: &'static str) -> io::Result<()> {
            Err(io::ErrorKind::StorageFull.into())
        }
    }
    let (folder, clock) = (Folder::new(), Hands::new());
    let mut looked = false;
    let refusal = guarded(&folder.0, &clock, &Full, || {
        looked = true;
        Ok(())
    });
    assert_eq!(refusal.expect_err("refused").error.code, Code::DiskFull);
    assert!(!looked);
}

#[test]
fn a_damaged_counter_neither_frees_nor_locks_for_good() {
    for bytes in [&b""[..], b"{", b"[]", b"{\"wrong\":-1}", &[0xff; 40]] {
        let (folder, clock) = (Folder::new(), Hands::new());
        fs::write(folder.0.join(PERCOBAAN_JSON), bytes).expect("damaged");
        assert_eq!(wrong(&folder, &clock), (Code::WrongPassword, Some(60)));
        clock.turn(60);
        assert!(attempt(&folder, &clock, None).is_ok());
    }
}

#[test]
fn a_far_date_in_the_counter_waits_a_quarter_of_an_hour_at_most() {
    let (folder, clock) = (Folder::new(), Hands::new());
    let far = r#"{"wrong":9,"last_try":"2026-11-23T02:00:00Z","not_before":"2999-01-01T00:00:00Z"}"#;
    fs::write(folder.0.join(PERCOBAAN_JSON), far).expect("written");
    assert_eq!(wrong(&folder, &clock), (Code::TooManyTries, Some(900)));
    clock.turn(900);
    assert!(attempt(&folder, &clock, None).is_ok());
}

#[test]
fn a_missing_office_folder_is_named() {
    let clock = Hands::new();
    let gone = std::env::temp_dir().join(format!("loket-tidak-ada-{}", new_id(&SystemRandom)));
    let refusal = guarded(&gone, &clock, &NoPoints, || Ok(())).expect_err("refused");
    assert_eq!(refusal.error.code, Code::OfficeMissing);
}
