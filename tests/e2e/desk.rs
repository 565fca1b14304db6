//! What a person does at the desk, in a person's words: find by name, click, type, press, look.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// How long a step may take on a busy machine and a debug build before it counts as stuck.
pub(crate) const PATIENCE: Duration = Duration::from_secs(150);

/// How often a story looks again while it waits.
pub(crate) const POLL: Duration = Duration::from_millis(60);

/// Inner size of the window: the smallest screen that is common at a counter.
const SIZE: (i64, i64) = (1366, 768);

const NAMES: &str = include_str!("names.js");

/// Answers when the window has another size than the given one, or after a second of none.
const RESIZED: &str = "const [[width, height], done] = arguments; \
                       addEventListener('resize', () => done(true), { once: true }); \
                       const same = innerWidth === width && innerHeight === height; \
                       setTimeout(() => done(false), same ? 1000 : 0)";

/// Where a button stands; null while it cannot be pressed, because it still works on the last press or
/// something lies over it.
const WHERE: &str = "const [element] = arguments; \
                     element.scrollIntoView({ block: 'nearest', behavior: 'instant' }); \
                     const { x, y, width, height } = element.getBoundingClientRect(); \
                     const hit = document.elementFromPoint(x + width / 2, y + height / 2); \
                     const own = [element, ...(element.labels ?? [])]; \
                     const free = hit && own.some((each) => each.contains(hit) || hit.contains(each)); \
                     return free && element.getAttribute('aria-busy') !== 'true' ? [x, y] : null";

pub(crate) struct Desk {
    client: Client,
    /// What axe found on the way. A story tells all of it at its end, not only the first.
    violations: Mutex<Vec<String>>,
}

impl Desk {
    pub(crate) async fn new(client: Client) -> Self {
        let desk = Self { client, violations: Mutex::default() };
        desk.resize().await;
        desk
    }

    /// Brings the inner size of the window to [`SIZE`], however much its frame takes away.
    async fn resize(&self) {
        let begun = Instant::now();
        loop {
            let inner = self.run("return [innerWidth, innerHeight]", vec![]).await;
            let missing = [(SIZE.0, &inner[0]), (SIZE.1, &inner[1])]
                .map(|(wanted, inner)| wanted - inner.as_i64().expect("a size is a number"));
            if missing == [0, 0] {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "the window does not take its size: {inner}");
            let outer = self.client.get_window_size().await.expect("the window has a size");
            let grown = |outer: u64, by: i64| u32::try_from(outer.saturating_add_signed(by)).unwrap_or(0);
            let _ = self.client.set_window_size(grown(outer.0, missing[0]), grown(outer.1, missing[1])).await;
            self.run_to_end(RESIZED, vec![json!(inner)]).await;
        }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Runs a script in the page.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.expect("the page runs a script")
    }

    /// Runs a script that answers by its last argument, a function.
    pub(crate) async fn run_to_end(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute_async(script, arguments).await.expect("the page runs a script to its end")
    }

    /// The visible element with this role and accessible name; waits for it.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Element {
        self.find_at(None, role, name).await
    }

    /// The same inside one `data-place`, such as a row, where a name is not unique on the screen.
    pub(crate) async fn find_at(&self, place: Option<&str>, role: &str, name: &str) -> Element {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(element) = self.look_for(place, role, name).await {
                return element;
            }
            tokio::time::sleep(POLL).await;
        }
        let there = self.run(NAMES, vec![json!(role), Value::Null, json!(place)]).await;
        let text = self.text().await;
        self.photograph("failure").await;
        let place = place.unwrap_or("the screen");
        panic!("there is no {role} \"{name}\" at {place}; there are {there}.\nOn screen:\n{text}");
    }

    /// What is there now, without waiting.
    pub(crate) async fn look_for(&self, place: Option<&str>, role: &str, name: &str) -> Option<Element> {
        let found = self.run(NAMES, vec![json!(role), json!(name), json!(place)]).await;
        let id = found.as_object()?.values().next()?.as_str()?;
        Some(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned())))
    }

    pub(crate) async fn click(&self, role: &str, name: &str) {
        self.click_at(None, role, name).await;
    }

    pub(crate) async fn click_at(&self, place: Option<&str>, role: &str, name: &str) {
        let begun = Instant::now();
        loop {
            let element = self.find_at(place, role, name).await;
            match self.press_button(&element).await {
                Ok(true) => return,
                Ok(false) => {}
                // What was found was drawn anew in between, as rows are after every act.
                Err(error) if error.is_stale_element_reference() => {}
                Err(error) => panic!("{role} \"{name}\" cannot be clicked: {error}"),
            }
            assert!(begun.elapsed() < PATIENCE, "{role} \"{name}\" stays busy or covered");
            tokio::time::sleep(POLL).await;
        }
    }

    async fn press_button(&self, element: &Element) -> Result<bool, CmdError> {
        let id = serde_json::to_value(element)?;
        let before = self.client.execute(WHERE, vec![id.clone()]).await?;
        tokio::time::sleep(POLL).await;
        let after = self.client.execute(WHERE, vec![id]).await?;
        // A button that is still being pushed aside by what loads above it would be missed.
        let ready = before == after && after != Value::Null;
        if ready {
            element.click().await?;
        }
        Ok(ready)
    }

    /// Replaces what a field holds, key by key, and leaves the field.
    pub(crate) async fn fill(&self, name: &str, text: &str) {
        let field = self.find("textbox", name).await;
        self.write(&field, text).await;
        self.press(&[], char::from(Key::Tab)).await;
    }

    /// The same without leaving the field.
    pub(crate) async fn write(&self, field: &Element, text: &str) {
        let script = "const [field] = arguments; \
                      field.scrollIntoView({ block: 'nearest', behavior: 'instant' }); \
                      field.focus(); field.select(); return field.value !== ''";
        let id = serde_json::to_value(field).expect("an element has an id");
        if self.run(script, vec![id]).await == json!(true) {
            self.press(&[], char::from(Key::Delete)).await;
        }
        field.send_keys(text).await.unwrap_or_else(|error| panic!("a field takes no keys: {error}"));
    }

    /// Chooses an option of a native list by its words.
    pub(crate) async fn choose(&self, name: &str, option: &str) {
        let element = self.find("combobox", name).await;
        element
            .select_by_label(option)
            .await
            .unwrap_or_else(|error| panic!("\"{name}\" has no \"{option}\": {error}"));
    }

    /// Types into whatever has the focus.
    pub(crate) async fn type_keys(&self, text: &str) {
        for letter in text.chars() {
            self.press(&[], letter).await;
        }
    }

    /// One key with its modifiers held, sent to whatever has the focus.
    pub(crate) async fn press(&self, held: &[Key], key: impl Into<char>) {
        let value = key.into();
        let mut keys = KeyActions::new("keyboard".to_owned());
        for modifier in held {
            keys = keys.then(KeyAction::Down { value: (*modifier).into() });
        }
        keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        for modifier in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: (*modifier).into() });
        }
        self.client.perform_actions(keys).await.expect("keys can be pressed");
    }

    /// Everything a person can read on the screen.
    pub(crate) async fn text(&self) -> String {
        self.run("return document.body.innerText", vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the screen says this.
    pub(crate) async fn reads(&self, words: &str) {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.text().await.contains(words) {
                return;
            }
            tokio::time::sleep(POLL).await;
        }
        self.photograph("failure").await;
        panic!("the screen does not say \"{words}\". It says:\n{}", self.text().await);
    }

    /// Waits until something holds that no words tell, such as a camera that gives pictures.
    pub(crate) async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let begun = Instant::now();
        while self.run(script, arguments.clone()).await != json!(true) {
            if begun.elapsed() > PATIENCE {
                self.photograph("failure").await;
                panic!("waited in vain until {what}; the focus is on {}", self.focus().await);
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// Waits until the focus is on something whose role and name contain this.
    pub(crate) async fn has_focus_on(&self, words: &str) {
        let begun = Instant::now();
        while !self.focus().await.contains(words) {
            assert!(begun.elapsed() < PATIENCE, "the focus is on {}, not on {words}", self.focus().await);
            tokio::time::sleep(POLL).await;
        }
    }

    /// Waits until a field holds this text.
    pub(crate) async fn holds(&self, place: Option<&str>, name: &str, text: &str) {
        let begun = Instant::now();
        loop {
            let field = self.find_at(place, "textbox", name).await;
            // The field may be drawn anew between the finding and the reading.
            let held = field.prop("value").await.ok().flatten().unwrap_or_default();
            if held == text {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{name} holds \"{held}\", not \"{text}\"");
            tokio::time::sleep(POLL).await;
        }
    }

    /// Checks that the screen does not say this now.
    pub(crate) async fn hides(&self, words: &str) {
        let text = self.text().await;
        assert!(!text.contains(words), "the screen says \"{words}\":\n{text}");
    }

    /// Where the focus is: role or tag, and name.
    pub(crate) async fn focus(&self) -> String {
        let script = "const e = document.activeElement; \
                      const label = e.ariaLabel ?? e.labels?.[0]?.innerText ?? e.innerText ?? ''; \
                      return (e.getAttribute('role') ?? e.tagName.toLowerCase()) + ' ' + label.trim()";
        self.run(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    pub(crate) fn note_violation(&self, sentence: String) {
        self.violations.lock().expect("nobody panicked while writing").push(sentence);
    }

    /// Closes the window as a person does; every screen on the way must have been accessible.
    pub(crate) async fn close(self) {
        let violations = self.violations.into_inner().expect("nobody panicked while writing");
        let _ = self.client.close().await;
        assert!(violations.is_empty(), "WCAG 2.2 AA is broken:\n{}", violations.join("\n"));
    }
}
