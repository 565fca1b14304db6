//! Just so much XML as a device answers: which texts stand below which names.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

/// Deeper or longer than this is no answer of a scanner.
const DEEPEST: usize = 32;
const MOST_TEXTS: usize = 10_000;

/// The elements of a document in their order: the local names above each and its own, and the text directly in it.
/// Prefixes are as each maker likes them.
#[derive(Debug)]
pub(super) struct Texts(Vec<(Vec<String>, String)>);

impl Texts {
    /// None of what is not well-formed, or declares entities.
    pub(super) fn read(document: &str) -> Option<Self> {
        let mut reader = Reader::from_str(document.trim_start_matches('\u{feff}'));
        let mut texts = Vec::new();
        // Which elements are open, by their places among the texts.
        let mut open: Vec<usize> = Vec::new();
        loop {
            let above = |open: &[usize], texts: &[(Vec<String>, String)]| {
                open.last().map_or_else(Vec::new, |at| texts[*at].0.clone())
            };
            match reader.read_event().ok()? {
                Event::Start(element) => {
                    let mut path = above(&open, &texts);
                    path.push(element.local_name().as_ref().to_owned());
                    open.push(texts.len());
                    texts.push((path, String::new()));
                }
                Event::Empty(element) => {
                    let mut path = above(&open, &texts);
                    path.push(element.local_name().as_ref().to_owned());
                    texts.push((path, String::new()));
                }
                Event::End(_) => drop(open.pop()?),
                Event::Text(text) => said(&mut texts, &open, &text.xml10_content()),
                Event::CData(text) => said(&mut texts, &open, &text.xml10_content()),
                Event::GeneralRef(name) => {
                    let name = format!("&{};", name.xml10_content());
                    said(&mut texts, &open, &unescape(&name).ok()?);
                }
                Event::DocType(_) => return None,
                Event::Eof => return open.is_empty().then_some(Self(texts)),
                _ => {}
            }
            if open.len() > DEEPEST || texts.len() > MOST_TEXTS {
                return None;
            }
        }
    }

    /// Every text whose element has the last of these names, and stands below the others in their order.
    pub(super) fn all<'a>(&'a self, names: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
        let is_meant = move |path: &[String]| {
            let mut above = path.iter();
            path.last().map(String::as_str) == names.last().copied()
                && names.iter().all(|name| above.any(|one| one == name))
        };
        self.0.iter().filter(move |(path, _)| is_meant(path)).map(|(_, text)| text.trim())
    }

    pub(super) fn one(&self, names: &[&str]) -> Option<String> {
        self.all(names).next().map(str::to_owned)
    }

    pub(super) fn number(&self, names: &[&str]) -> Option<u32> {
        self.one(names)?.parse().ok()
    }
}

fn said(texts: &mut [(Vec<String>, String)], open: &[usize], words: &str) {
    if let Some((_, text)) = open.last().and_then(|at| texts.get_mut(*at)) {
        text.push_str(words);
    }
}
