//! Just enough reading of source text to tell code from words: comments and strings apart from the rest.

/// How comments and strings look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Rust,
    /// TypeScript and JavaScript.
    Script,
}

/// A source file with its strings and comments taken out.
pub(super) struct Source {
    /// The text with every comment and the inside of every string blanked; lines are kept.
    pub(super) code: String,
    /// The inside of every string with the line it begins on, counted from 1.
    pub(super) strings: Vec<(usize, String)>,
}

pub(super) fn read(text: &str, language: Language) -> Source {
    let chars: Vec<char> = text.chars().collect();
    let mut reader = Reader {
        chars: &chars,
        at: 0,
        line: 1,
        code: String::with_capacity(text.len()),
        strings: Vec::new(),
    };
    while reader.at < chars.len() {
        reader.step(language);
    }
    Source { code: reader.code, strings: reader.strings }
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
    line: usize,
    code: String,
    strings: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    /// Passes one character, as itself or as a blank.
    fn pass(&mut self, keep: bool) {
        let Some(char) = self.peek(0) else { return };
        self.line += usize::from(char == '\n');
        self.code.push(if keep || char == '\n' { char } else { ' ' });
        self.at += 1;
    }

    fn pass_while(&mut self, keep: bool, more: impl Fn(&Self) -> bool) {
        while self.at < self.chars.len() && more(self) {
            self.pass(keep);
        }
    }

    fn step(&mut self, language: Language) {
        let rust = language == Language::Rust;
        match (self.peek(0), self.peek(1)) {
            (Some('/'), Some('/')) => self.pass_while(false, |reader| reader.peek(0) != Some('\n')),
            (Some('/'), Some('*')) => self.block_comment(rust),
            (Some('"'), _) => self.string('"', 0, true),
            (Some(quote @ ('\'' | '`')), _) if !rust => self.string(quote, 0, true),
            (Some('\''), _) => self.char_or_lifetime(),
            (Some('r'), Some('"' | '#')) if rust && self.raw_hashes().is_some() => {
                let hashes = self.raw_hashes().unwrap_or(0);
                (0..=hashes).for_each(|_| self.pass(true));
                self.string('"', hashes, false);
            }
            _ => self.pass(true),
        }
    }

    /// The number of `#` if a raw string begins here, and not an identifier such as `r#type`.
    fn raw_hashes(&self) -> Option<usize> {
        let before = self.at.checked_sub(1).and_then(|at| self.chars.get(at));
        if before.is_some_and(|char| char.is_alphanumeric() && *char != 'b' || *char == '_') {
            return None;
        }
        let hashes = (1..).take_while(|ahead| self.peek(*ahead) == Some('#')).count();
        (self.peek(hashes + 1) == Some('"')).then_some(hashes)
    }

    fn block_comment(&mut self, nests: bool) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) if nests || depth == 0 => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (None, _) => return,
                _ => {
                    self.pass(false);
                    continue;
                }
            }
            self.pass(false);
            self.pass(false);
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self, quote: char, hashes: usize, escapes: bool) {
        let line = self.line;
        self.pass(true);
        let begun = self.at;
        while let Some(char) = self.peek(0) {
            if escapes && char == '\\' {
                self.pass(false);
            } else if char == quote && (1..=hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                break;
            }
            self.pass(false);
        }
        self.strings.push((line, self.chars[begun..self.at].iter().collect()));
        self.pass(true);
    }

    fn char_or_lifetime(&mut self) {
        if self.peek(1) == Some('\\') {
            self.pass(true);
            self.pass(false);
            self.pass(false);
            self.pass_while(false, |reader| reader.peek(0) != Some('\''));
            self.pass(true);
        } else if self.peek(2) == Some('\'') {
            self.pass(true);
            self.pass(false);
            self.pass(true);
        } else {
            self.pass(true);
        }
    }
}

/// Identifiers of code, each with its line.
pub(super) fn identifiers(code: &str) -> impl Iterator<Item = (usize, &str)> {
    code.lines().enumerate().flat_map(|(index, line)| {
        line.split(|char: char| !char.is_alphanumeric() && char != '_')
            .filter(|word| word.starts_with(|char: char| char.is_alphabetic() || char == '_'))
            .map(move |word| (index + 1, word))
    })
}

/// `TandaTerima`, `tanda_terima` and `TANDA_TERIMA` all as `_tanda_terima_`, so that a whole word can be
/// looked for inside a name.
pub(super) fn spread(identifier: &str) -> String {
    let capitals_only = !identifier.chars().any(char::is_lowercase);
    let mut words = String::from("_");
    let mut before_was_small = false;
    for char in identifier.chars() {
        if char.is_uppercase() && before_was_small && !capitals_only {
            words.push('_');
        }
        before_was_small = char.is_lowercase() || char.is_ascii_digit();
        words.extend(char.to_lowercase());
    }
    words.push('_');
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_comments_are_not_code() {
        let cases = [
            ("let a = \"use crate::store\"; // crate::store", "let a = \""),
            ("/* outer /* inner */ crate::store */ fn f() {}", "fn f() {}"),
            ("let q = '\"'; let a = 1; // crate::store", "let a = 1;"),
            ("let q = '\\''; let a = 1; // crate::store", "let a = 1;"),
            ("fn f<'a>(x: &'a str) {} // crate::store", "fn f<'a>(x: &'a str) {}"),
            ("let s = r#\"a \"crate::store\" b\"#; let a = 1;", "let a = 1;"),
            ("let s = \"a \\\" crate::store\"; let a = 1;", "let a = 1;"),
        ];
        for (text, kept) in cases {
            let code = read(text, Language::Rust).code;
            assert!(!code.contains("crate::store"), "{text} -> {code}");
            assert!(code.contains(kept), "{text} -> {code}");
        }
    }

    #[test]
    fn code_after_a_string_is_still_code() {
        let source = read("f(\"one\",\n  r\"two\", 'x');\ncrate::store::open()", Language::Rust);
        assert_eq!(source.strings, [(1, "one".to_owned()), (2, "two".to_owned())]);
        assert!(source.code.contains("crate::store::open()"));
        assert_eq!(source.code.lines().count(), 3);
    }

    #[test]
    fn single_quotes_are_strings_in_scripts_only() {
        let source = read("import x from '@tauri-apps/api'; const a = `b`", Language::Script);
        assert_eq!(source.strings.len(), 2);
    }

    #[test]
    fn a_name_is_spread_into_its_words() {
        for name in ["TandaTerima", "tandaTerima", "tanda_terima", "TANDA_TERIMA"] {
            assert_eq!(spread(name), "_tanda_terima_");
        }
        assert_eq!(spread("Sha256Bytes"), "_sha256_bytes_");
    }
}
