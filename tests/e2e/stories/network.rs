//! Nothing leaves the desk while no person has turned the mailbox on.

use std::time::Duration;

use fantoccini::key::Key;

use crate::looks::Eyes;
use crate::machine::Machine;
use crate::sockets::{asks_own_spool, deafness, inspector, internet_calls};
use crate::stories::daring::{message, paste_file};
use crate::stories::setup::found_office;

/// Longer than what the desk does every minute takes to come round.
const MORE_THAN_A_MINUTE: Duration = Duration::from_secs(75);

#[tokio::test]
async fn an_office_without_a_mailbox_opens_no_door_and_calls_nobody() {
    if let Some(why) = deafness() {
        eprintln!("Nobody may listen to the desk's calls here, so nothing is told of them: {why}");
        return;
    }
    let mut machine = Machine::new("network");
    machine.hear_sockets();
    let desk = machine.open_desk().await;
    found_office(&desk, Eyes::Closed).await;
    desk.press(&[], char::from(Key::F7)).await;
    desk.reads("Baki kosong").await;
    paste_file(&desk, "permohonan.eml", &message()).await;
    desk.reads("toko@sumberrejeki.example").await;
    tokio::time::sleep(MORE_THAN_A_MINUTE).await;
    desk.close().await;

    let log = machine.heard_sockets();
    let calls = internet_calls(&log);
    // Without the door through which this story is told, nobody listened.
    let own = inspector(&calls).expect("WebDriver's inspector opens a door to this machine");
    let others: Vec<&&str> =
        calls.iter().filter(|call| !call.contains(own) && !asks_own_spool(call)).collect();
    assert!(others.is_empty(), "{others:#?}");
}
