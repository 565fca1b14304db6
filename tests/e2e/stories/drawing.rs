//! The window drawn as the shipped one is: on the processor, without layers.

use serde_json::json;

use crate::looks::Eyes;
use crate::machine::Machine;
use crate::stories::steps::{open_camera, open_case, open_practice, photograph_both};

#[tokio::test]
async fn cards_are_photographed_in_a_window_drawn_as_shipped() {
    let mut machine = Machine::on_a_quiet_morning("drawing");
    machine.draw_as_shipped();
    let desk = machine.open_desk().await;
    open_practice(&desk).await;
    let before = machine.sealed_files();
    open_case(&desk, Eyes::Closed).await;
    open_camera(&desk).await;
    let told = desk.run_to_end(TOLD_OF_A_FRAME, vec![]).await;
    assert_eq!(told, json!(false), "the desk draws no layers");
    photograph_both(&desk, Eyes::Closed).await;
    assert!(machine.sealed_files() >= before + 2, "both cards are sealed");
    desk.close().await;
}

/// WebKit tells of the frames of a camera only where it draws layers. The wait is thirty frames long.
const TOLD_OF_A_FRAME: &str = "const done = arguments[arguments.length - 1]; \
                               const late = setTimeout(() => done(false), 3000); \
                               document.querySelector('video').requestVideoFrameCallback(() => { \
                                 clearTimeout(late); done(true); })";
