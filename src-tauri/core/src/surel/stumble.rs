//! A reader of somebody else that gives up on a hostile file must not take the desk with it.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the reader answers; nothing where it stumbled.
pub(super) fn catching<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}
