//! The desk at rest does not swell. What is promised of the shipped window is measured by `cargo xtask bench memory`.

use std::time::{Duration, Instant};

use crate::desk::PATIENCE;
use crate::machine::Machine;
use crate::stories::steps::open_practice;

/// Megabytes. Test builds keep their layers and their debugging symbols.
const MOST: f64 = 600.0;

#[tokio::test]
async fn memory_at_rest() {
    let mut machine = Machine::on_a_quiet_morning("memory");
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    let memory = at_rest(&machine).await;
    assert!(memory < MOST, "{memory:.1} MB at rest");
    desk.close().await;
}

/// Megabytes once they have stopped falling: WebKit gives back what the first screen needed, after a while.
async fn at_rest(machine: &Machine) -> f64 {
    let begun = Instant::now();
    let mut least = machine.memory();
    let mut unchanged = 0;
    while unchanged < 3 && begun.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let now = machine.memory();
        unchanged = if now < least * 0.99 { 0 } else { unchanged + 1 };
        least = least.min(now);
    }
    machine.memory()
}
