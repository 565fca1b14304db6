//! The window drawn as the shipped one is: on the processor, without layers.

use fantoccini::key::Key;
use serde_json::json;

use crate::desk::Desk;
use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::steps::{CAMERA_RUNS, open_case, open_practice, photograph};

#[tokio::test]
async fn cards_are_photographed_in_a_window_drawn_as_shipped() {
    let mut machine = Machine::new("drawing");
    machine.draw_as_shipped();
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    let before = machine.sealed_files();
    open_case(&desk, Eyes::Closed).await;
    assert!(has_no_layers(&desk).await, "the desk was asked to draw as shipped");
    photograph(&desk, Eyes::Closed).await;
    assert!(machine.sealed_files() >= before + 2, "both cards are sealed");
    desk.show("kartu-tanpa-lapisan").await;
    desk.close().await;
}

/// WebKit tells of the frames of a camera only where it draws layers.
async fn has_no_layers(desk: &Desk) -> bool {
    desk.click_at(Some("document:ktp"), "button", "Ambil").await;
    desk.until("the camera gives pictures", CAMERA_RUNS, vec![]).await;
    let told = desk.run_to_end(TOLD_OF_A_FRAME, vec![]).await;
    desk.press(&[], char::from(Key::Escape)).await;
    desk.find("heading", "Formulir SPSE").await;
    told == json!(false)
}

/// Thirty times as long as a frame of the drawn camera takes.
const TOLD_OF_A_FRAME: &str = "const done = arguments[arguments.length - 1]; \
                               const late = setTimeout(() => done(false), 3000); \
                               document.querySelector('video').requestVideoFrameCallback(() => { \
                                 clearTimeout(late); done(true); })";
