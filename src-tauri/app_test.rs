//! The desk that is left alone, and the pictures that are open at once.

use std::sync::atomic::{AtomicUsize, Ordering};

use loket_core::permohonan::Status;
use loket_tests::{Office, RATNA, finish};
use tauri::async_runtime::{block_on, spawn};

use super::*;

fn desk() -> Arc<Desk> {
    let nowhere = PathBuf::from("/dev/null/loket");
    Arc::new(Desk::load(nowhere.clone(), nowhere))
}

#[test]
fn no_more_pictures_are_open_at_once_than_there_is_room_for_and_each_gets_its_turn() {
    static OPEN: AtomicUsize = AtomicUsize::new(0);
    static MOST: AtomicUsize = AtomicUsize::new(0);
    let desk = desk();
    let all: Vec<_> = (0..9)
        .map(|number| {
            let desk = Arc::clone(&desk);
            spawn(async move {
                let work = move || {
                    MOST.fetch_max(OPEN.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(15));
                    OPEN.fetch_sub(1, Ordering::SeqCst);
                    // A refused picture gives its room back like any other.
                    if number % 2 == 0 { Ok(number) } else { Err(Error::new(Code::PictureTruncated, "")) }
                };
                desk.on_pixels(work).await
            })
        })
        .collect();
    let answers: Vec<_> = all.into_iter().map(|one| block_on(one).unwrap()).collect();
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 5);
    assert_eq!(MOST.load(Ordering::SeqCst), OPEN_PICTURES);
}

#[test]
fn commands_are_answered_while_the_pixels_of_more_pictures_than_fit_are_worked_on() {
    let desk = desk();
    let (release, held) = std::sync::mpsc::channel::<()>();
    let held = Arc::new(Mutex::new(held));
    let waiting: Vec<_> = (0..32)
        .map(|_| {
            let (desk, held) = (Arc::clone(&desk), Arc::clone(&held));
            spawn(async move { desk.on_pixels(move || Ok(held.lock().unwrap().recv())).await })
        })
        .collect();
    // What another command needs: a thread of the window's, and the lock.
    let typing = {
        let desk = Arc::clone(&desk);
        spawn(async move { desk.inner.lock().unwrap().session.is_none() })
    };
    let answered = block_on(async { tokio::time::timeout(Duration::from_secs(20), typing).await });
    assert!(answered.expect("nobody waits for pixels").unwrap());
    drop(release);
    for one in waiting {
        assert!(block_on(one).unwrap().unwrap().is_err(), "released, not answered");
    }
}

#[test]
fn pixels_that_make_the_program_stumble_are_an_error_and_leave_their_room() {
    let desk = desk();
    for _ in 0..=OPEN_PICTURES {
        let stumbled: Reply<()> = block_on(desk.on_pixels(|| panic!("a decoder's own mistake")));
        assert_eq!(stumbled.unwrap_err().code, Code::Internal);
    }
}

const SECOND: Duration = Duration::from_secs(1);

/// A desk where Ratna sits and nobody has touched anything for a while.
fn untouched_for(office: &Office, idle: Duration) -> Desk {
    let desk = Desk::load(office.beside("config"), office.beside("data"));
    {
        let mut inner = desk.inner.lock().unwrap();
        inner.session = Some(office.sit_down(RATNA).session);
        inner.touched = Instant::now().checked_sub(idle).unwrap();
        // Its log was just verified, so that only the lock is in question.
        inner.verified = Some(Instant::now());
    }
    desk
}

fn is_open(desk: &Desk) -> bool {
    desk.inner.lock().unwrap().session.is_some()
}

#[test]
fn a_desk_is_locked_once_it_is_idle_and_the_grace_of_its_window_is_over() {
    let limit = IDLE + GRACE;
    for idle in [Duration::ZERO, REST, IDLE, limit] {
        assert_ne!(care(idle, Some(Duration::ZERO)), Care::Lock, "{idle:?}");
    }
    for idle in [limit + SECOND, 10 * limit] {
        for verified in [None, Some(Duration::ZERO), Some(2 * VERIFY_EVERY)] {
            assert_eq!(care(idle, verified), Care::Lock, "{idle:?}, verified {verified:?}");
        }
    }
}

#[test]
fn the_log_is_verified_in_a_quiet_moment_and_once_an_hour() {
    for verified in [None, Some(VERIFY_EVERY + SECOND)] {
        assert_eq!(care(REST, verified), Care::Wait, "somebody may still be typing");
        assert_eq!(care(REST + SECOND, verified), Care::Verify);
    }
    assert_eq!(care(REST + SECOND, Some(VERIFY_EVERY)), Care::Wait);
}

#[test]
fn an_idle_desk_loses_its_session_and_the_log_tells_it_from_a_power_cut() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);
    ratna.leave();
    let desk = untouched_for(&office, IDLE + GRACE + SECOND);
    desk.tend();
    assert!(!is_open(&desk));

    let ratna = office.sit_down(RATNA);
    assert_eq!(ratna.status(&guest), Status::Verifikasi, "only a power cut pauses what was begun");
    ratna.leave();
    finish(office);
}

#[test]
fn a_desk_that_is_not_idle_yet_stays_open() {
    let office = Office::open();
    let desk = untouched_for(&office, IDLE + GRACE - 10 * SECOND);
    desk.tend();
    assert!(is_open(&desk));
    desk.close();
}

#[test]
fn an_act_just_made_keeps_the_desk_open_even_if_it_was_refused() {
    let office = Office::open();
    for refused in [false, true] {
        let desk = untouched_for(&office, IDLE + GRACE + SECOND);
        let act = |session: &mut Session| {
            if refused { session.read_case("none").map(|_| ()) } else { session.home().map(|_| ()) }
        };
        assert_eq!(desk.inner.lock().unwrap().work(act).is_err(), refused);
        desk.tend();
        assert!(is_open(&desk), "refused: {refused}");
        desk.close();
    }
}
