//! The window drawn as the shipped one is: on the processor, without layers.

use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::steps::{open_case, open_practice, photograph};

#[tokio::test]
async fn cards_are_photographed_in_a_window_drawn_as_shipped() {
    let mut machine = Machine::new("drawing");
    machine.draw_as_shipped();
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    let before = machine.sealed_files();
    open_case(&desk, Eyes::Closed).await;
    photograph(&desk, Eyes::Closed).await;
    assert!(machine.sealed_files() >= before + 2, "both cards are sealed");
    desk.show("kartu-tanpa-lapisan").await;
    desk.close().await;
}
