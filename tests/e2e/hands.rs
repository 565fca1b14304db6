//! A person who never leaves the keyboard, and how much that person had to do.

use std::cell::Cell;

use fantoccini::key::Key;

use crate::desk::Desk;

/// Hands on the keyboard. A field counts once, with the Enter that ends it; its characters count apart.
pub(crate) struct Hands<'a> {
    desk: &'a Desk,
    keys: Cell<usize>,
    fields: Cell<usize>,
    characters: Cell<usize>,
}

impl<'a> Hands<'a> {
    pub(crate) fn on(desk: &'a Desk) -> Self {
        Self { desk, keys: Cell::new(0), fields: Cell::new(0), characters: Cell::new(0) }
    }

    /// One key that is no text, once the focus is where it belongs.
    pub(crate) async fn key(&self, focus: &str, key: impl Into<char>) {
        self.desk.has_focus_on(focus).await;
        self.keys.set(self.keys.get() + 1);
        self.desk.press(&[], key).await;
    }

    /// A key with another one held: one stroke.
    pub(crate) async fn chord(&self, focus: &str, held: Key, key: char) {
        self.desk.has_focus_on(focus).await;
        self.keys.set(self.keys.get() + 1);
        self.desk.press(&[held], key).await;
    }

    /// Ctrl+V, where the story puts into the page what no driver can put into the clipboard.
    pub(crate) fn pastes(&self) {
        self.keys.set(self.keys.get() + 1);
    }

    pub(crate) async fn enter(&self, focus: &str) {
        self.key(focus, char::from(Key::Enter)).await;
    }

    /// Types into the field that has the focus, and ends it with Enter.
    pub(crate) async fn field(&self, focus: &str, text: &str) {
        self.write(focus, text).await;
        self.desk.press(&[], char::from(Key::Enter)).await;
    }

    /// The same where Enter has to wait for something.
    pub(crate) async fn write(&self, focus: &str, text: &str) {
        self.desk.has_focus_on(focus).await;
        self.fields.set(self.fields.get() + 1);
        self.characters.set(self.characters.get() + text.chars().count());
        self.desk.type_keys(text).await;
    }

    /// Keys and fields together.
    pub(crate) fn steps(&self) -> usize {
        self.keys.get() + self.fields.get()
    }

    pub(crate) fn told(&self) -> String {
        format!(
            "{} keys and fields: {} keys, {} fields with {} characters",
            self.steps(),
            self.keys.get(),
            self.fields.get(),
            self.characters.get()
        )
    }
}
