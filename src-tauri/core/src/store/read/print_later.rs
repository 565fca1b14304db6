//! Papers that wait for a printer.

use super::{Reader, parse_word};
use crate::error::Result;
use crate::numbering::PaperKind;

/// One of them, with the case it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingPrint {
    pub case: String,
    pub case_number: String,
    pub company: String,
    pub paper: String,
    pub kind: PaperKind,
    pub number: Option<String>,
    pub copies: u8,
}

impl Reader<'_> {
    /// All of them, oldest first.
    pub fn prints_that_wait(&self) -> Result<Vec<WaitingPrint>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT l.permohonan, c.number, c.company, l.paper, p.kind, p.number, l.copies FROM print_later l \
             JOIN paper p ON p.id = l.paper JOIN permohonan c ON c.id = l.permohonan ORDER BY l.since_ms, l.paper",
        )?;
        let mut rows = statement.query([])?;
        let mut waiting = Vec::new();
        while let Some(row) = rows.next()? {
            waiting.push(WaitingPrint {
                case: row.get(0)?,
                case_number: row.get(1)?,
                company: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                paper: row.get(3)?,
                kind: parse_word(&row.get::<_, String>(4)?)?,
                number: row.get(5)?,
                copies: row.get(6)?,
            });
        }
        Ok(waiting)
    }
}
