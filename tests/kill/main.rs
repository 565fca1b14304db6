//! Power cuts.
fn main() {}
