//! What a message brings, and what it may not do.

mod bundles;
mod hostile;
mod letters;
mod locked;
mod made;
mod pdf_files;

use super::{Delivery, read};
use crate::error::Code;

/// `name: code` of everything that was not taken.
fn refusals(delivery: &Delivery) -> Vec<(String, Code)> {
    delivery.refused.iter().map(|refused| (refused.name.clone(), refused.why.code)).collect()
}

#[track_caller]
fn opened(name: &str, bytes: &[u8]) -> Delivery {
    read(name, bytes).expect("the file is a message or an attachment")
}
