//! HTML in lines and cells, token by token. Without a tree the time is linear however deep tags are nested,
//! and a fragment that begins in the middle of a table reads as well as a whole page.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::line::{Line, tidy_spaces};

pub(super) fn lines(html: &str) -> Vec<Line> {
    let mut emitter = DefaultEmitter::default();
    // Only so does the text of a script not look like text of the page.
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => page.open(&tag),
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(text) => page.write(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.end_line();
    page.lines
}

/// Elements whose text nobody sees.
const UNSEEN: &[&[u8]] = &[b"script", b"style", b"title", b"noscript", b"template", b"iframe", b"svg"];
/// Elements that begin and end a line.
const BLOCKS: &[&[u8]] = &[
    b"address",
    b"article",
    b"br",
    b"div",
    b"dl",
    b"fieldset",
    b"footer",
    b"form",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"header",
    b"hr",
    b"legend",
    b"li",
    b"main",
    b"nav",
    b"ol",
    b"p",
    b"pre",
    b"section",
    b"ul",
];
/// Kinds of an input that hold no value of the form.
const BUTTONS: &[&str] = &["hidden", "password", "submit", "button", "reset", "image", "file", "search"];

/// What has been read so far.
#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    line: Line,
    cell: String,
    /// Inside `td`, `th`, `dt` or `dd`, where blocks part no lines.
    in_cell: bool,
    /// Whether this cell already gave a value, so that its end gives no empty one.
    given: bool,
    /// The unseen element that is open.
    unseen: Option<Vec<u8>>,
    /// Behind a choice that is not taken, until the next one begins or its label ends.
    untaken: bool,
    /// In a select: whether the option at hand is the selected one.
    option: Option<bool>,
    /// A textarea is open: its line breaks are spaces, and what it holds is one value.
    area: bool,
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        if self.unseen.is_some() {
            return;
        }
        let name: &[u8] = &tag.name;
        match name {
            _ if UNSEEN.contains(&name) => {
                self.unseen = (!tag.self_closing).then(|| name.to_vec());
            }
            b"tr" | b"table" | b"dt" => {
                self.end_line();
                self.in_cell = name == b"dt";
            }
            b"td" | b"th" | b"dd" => {
                self.end_cell();
                self.in_cell = true;
            }
            b"input" => self.input(tag),
            b"select" => {
                self.part();
                self.option = Some(false);
            }
            b"option" if self.option.is_some() => {
                self.option = Some(tag.attributes.contains_key(&b"selected"[..]));
            }
            b"textarea" => {
                self.part();
                self.area = true;
            }
            _ if BLOCKS.contains(&name) => self.break_line(),
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some(unseen) = &self.unseen {
            if unseen == name {
                self.unseen = None;
            }
            return;
        }
        match name {
            // The next cell, or the value of a term, follows in the same line.
            b"td" | b"th" | b"dt" => {
                self.end_cell();
                self.in_cell = false;
            }
            b"tr" | b"table" | b"dd" => self.end_line(),
            b"label" => self.untaken = false,
            b"select" if self.option.is_some() => {
                self.option = None;
                self.give();
            }
            b"textarea" if self.area => {
                self.area = false;
                self.give();
            }
            _ if BLOCKS.contains(&name) => self.break_line(),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        let chosen = self.option.unwrap_or(true);
        if self.unseen.is_some() || self.untaken || !chosen {
            return;
        }
        // Line breaks of the source are spaces on the page.
        self.cell.extend(text.chars().map(|each| if each.is_whitespace() { ' ' } else { each }));
    }

    fn input(&mut self, tag: &StartTag<()>) {
        let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value));
        let kind = attribute(b"type").unwrap_or_default().to_ascii_lowercase();
        match kind.as_str() {
            "radio" | "checkbox" => {
                self.part();
                self.untaken = attribute(b"checked").is_none();
            }
            kind if BUTTONS.contains(&kind) => {}
            _ => {
                self.part();
                self.cell.push_str(&attribute(b"value").unwrap_or_default().replace('\n', " "));
                self.give();
            }
        }
    }

    /// What stands before a value is a cell of its own.
    fn part(&mut self) {
        if !self.cell.trim().is_empty() {
            self.give();
        }
    }

    /// Ends the text at hand as a cell, even an empty one.
    fn give(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let kept: Vec<String> = cell.split('\n').map(tidy_spaces).filter(|line| !line.is_empty()).collect();
        self.line.push(kept.join("\n"));
        self.given = true;
        self.untaken = false;
    }

    fn end_cell(&mut self) {
        if !self.cell.trim().is_empty() || (self.in_cell && !self.given) {
            self.give();
        }
        self.cell.clear();
        self.given = false;
        self.untaken = false;
    }

    fn break_line(&mut self) {
        self.untaken = false;
        if self.in_cell {
            self.cell.push('\n');
        } else {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        self.end_cell();
        self.in_cell = false;
        if !self.line.is_empty() {
            self.lines.push(std::mem::take(&mut self.line));
        }
    }
}
