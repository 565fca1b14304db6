//! Wilayah: the kabupaten picker of the form.

use loket_core::wilayah;
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct RegionRequest {
    pub text: String,
    pub limit: u32,
}

#[derive(Serialize, TS)]
pub struct Region {
    pub code: String,
    pub name: String,
    pub province: String,
}

/// Regions looked at before those that are no kabupaten or kota are left out.
const MOST: usize = 200;
/// Digits of the code of a kabupaten or kota.
const KABUPATEN: usize = 4;

#[tauri::command(async)]
pub fn region_search(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: RegionRequest,
) -> Reply<Vec<Region>> {
    drop(desk.enter(&window)?);
    let text = request.text.trim();
    // A stored code is looked up as it is; words are searched for.
    let found = match wilayah::kabupaten(text) {
        Some(region) => vec![region],
        None => wilayah::search(text, MOST),
    };
    Ok(found
        .into_iter()
        .filter(|region| region.code.len() == KABUPATEN)
        .take(request.limit as usize)
        .map(|region| Region {
            code: region.code.to_owned(),
            name: region.name.to_owned(),
            province: region.province.to_owned(),
        })
        .collect())
}
