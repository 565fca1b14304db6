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

#[tauri::command(async)]
pub fn region_search(window: WebviewWindow, desk: State<'_, Desk>, request: RegionRequest) -> Reply<Vec<Region>> {
    drop(desk.enter(&window)?);
    let found = wilayah::search(&request.text, request.limit.min(50) as usize);
    Ok(found
        .into_iter()
        .map(|region| Region {
            code: region.code.to_string(),
            name: region.name.to_string(),
            province: region.province.to_string(),
        })
        .collect())
}
