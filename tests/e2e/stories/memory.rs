//! The desk at rest, for `cargo xtask bench memory`.

use std::time::Duration;

use crate::machine::Machine;
use crate::stories::steps::open_practice;

/// What is promised for the shipped build. A debug build carries more, and is only watched for leaks.
const MOST: f64 = if cfg!(debug_assertions) { 600.0 } else { 350.0 };

#[tokio::test]
async fn memory_at_rest() {
    let mut machine = Machine::new("memory");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let memory = machine.memory();
    println!("measure\tmemory\t{memory:.1}\tMB");
    assert!(memory < MOST, "{memory:.1} MB at rest");
    desk.close().await;
}
