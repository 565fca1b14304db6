//! Lists and search: one light line per case, however many cases there are.

use chrono::{DateTime, Utc};
use rusqlite::{Row, ToSql, params};

use super::{Reader, parse_word, parse_word_opt};
use crate::document::DocumentKind;
use crate::error::Result;
use crate::form::{Kapasitas, Profil};
use crate::layanan::Layanan;
use crate::layanan::perubahan::Bagian;
use crate::naming;
use crate::permohonan::{Channel, Status};
use crate::store::fold::word;
use crate::store::stored::time_of;

/// A case as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseLine {
    pub id: String,
    pub number: String,
    pub layanan: Layanan,
    pub profil: Profil,
    pub channel: Channel,
    pub status: Status,
    pub company: String,
    pub attendee_name: String,
    pub attendee_nik: String,
    pub kapasitas: Option<Kapasitas>,
    pub priority: Option<String>,
    pub queue: Option<String>,
    pub npwp_key: String,
    pub verifier: Option<String>,
    pub due: Option<String>,
    pub opened_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Since when it has its present status.
    pub since: DateTime<Utc>,
    /// When the documents were handed in for the first time (T-05); before it, when the link to the form came.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The mobile number of the form, else that of who attended.
    pub phone: String,
    pub shortages: Vec<String>,
    /// Documents that are here: brought, or a digital KTP that was shown.
    pub documents: Vec<DocumentKind>,
    /// What the form says of PKP; it decides whether an SPPKP is needed.
    pub pkp: String,
    /// Which data a letter asks to change; it decides which documents are needed.
    pub changes: Vec<Bagian>,
}

/// Since when a case waits for its vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    pub case: String,
    pub opened_at: DateTime<Utc>,
    /// As [`CaseLine::submitted_at`].
    pub submitted_at: DateTime<Utc>,
    /// When the vendor was last reminded that the limit runs out.
    pub reminded_at: Option<DateTime<Utc>>,
}

/// What is asked for only of a case that was sent back is looked for only there: each look into another table opens a
/// sealed page of the database.
const COLUMNS: &str = "p.id, p.number, p.profil, p.status, p.company, p.attendee_name, p.attendee_nik, \
    p.kapasitas, p.priority, p.queue, p.npwp_key, p.verifier, p.due, p.updated_ms, p.since_ms, \
    CASE p.status WHEN 'perlu_perbaikan' THEN \
        (SELECT group_concat(code, ' ') FROM (SELECT code FROM shortage WHERE permohonan = p.id ORDER BY code)) END, \
    (SELECT group_concat(kind, ' ') FROM document \
        WHERE permohonan = p.id AND (state = 'diterima' OR sighting = 'ikd')), \
    (SELECT value FROM form_value WHERE permohonan = p.id AND field = 'pkp'), \
    p.submitted_ms, \
    coalesce((SELECT nullif(value, '') FROM form_value WHERE permohonan = p.id AND field = 'hp'), \
        nullif(p.attendee_phone, ''), \
        (SELECT value FROM form_value WHERE permohonan = p.id AND field = 'telepon')), p.channel, \
    p.layanan, (SELECT group_concat(value, ' ') FROM json_each(p.perubahan, '$.parts')), p.opened_ms";

/// Shortest run the trigram index can find.
const TRIGRAM: usize = 3;

impl Reader<'_> {
    /// Cases in one of the given statuses, the longest untouched first.
    pub fn cases_in(&self, statuses: &[Status], limit: u32) -> Result<Vec<CaseLine>> {
        self.of_statuses(statuses, &format!("ORDER BY p.updated_ms LIMIT {limit}"))
    }

    /// Since when cases of the given statuses wait that were handed in until a moment, the oldest first: all of them.
    pub fn waits_since(&self, statuses: &[Status], until: DateTime<Utc>) -> Result<Vec<Wait>> {
        let words = statuses.iter().map(word).collect::<Result<Vec<_>>>()?.join("','");
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, opened_ms, submitted_ms, reminded_ms FROM permohonan \
             WHERE status IN ('{words}') AND submitted_ms <= ?1 ORDER BY submitted_ms"
        ))?;
        let rows = statement.query_map([until.timestamp_millis()], |row| {
            Ok(Wait {
                case: row.get(0)?,
                opened_at: time_of(row.get(1)?),
                submitted_at: time_of(row.get(2)?),
                reminded_at: row.get::<_, Option<i64>>(3)?.map(time_of),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The lines of some cases, in their order.
    pub fn lines_of<'a>(&self, cases: impl Iterator<Item = &'a str>) -> Result<Vec<CaseLine>> {
        let mut statement =
            self.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM permohonan p WHERE p.id = ?1"))?;
        cases.map(|case| statement.query_one([case], |row| Ok(line_of(row)))?).collect()
    }

    /// Cases in one status, whatever is due first at the head.
    pub fn cases_by_due(&self, status: Status, limit: u32) -> Result<Vec<CaseLine>> {
        self.of_statuses(&[status], &format!("ORDER BY p.due IS NULL, p.due, p.updated_ms LIMIT {limit}"))
    }

    fn of_statuses(&self, statuses: &[Status], rest: &str) -> Result<Vec<CaseLine>> {
        let words = statuses.iter().map(word).collect::<Result<Vec<_>>>()?;
        let marks = vec!["?"; words.len()].join(",");
        let sql = format!("SELECT {COLUMNS} FROM permohonan p WHERE p.status IN ({marks}) {rest}");
        let values: Vec<&dyn ToSql> = words.iter().map(|word| word as &dyn ToSql).collect();
        self.lines(&sql, &values)
    }

    /// Open cases whose last letter was refused, while nothing else has told the vendor since.
    pub fn refused_letters(&self) -> Result<Vec<CaseLine>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM permohonan p WHERE p.erased_ms IS NULL AND p.id IN \
             (SELECT o.permohonan FROM outbox o WHERE o.ended = 'ditolak' \
             AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.permohonan = o.permohonan AND b.queued_ms > o.queued_ms \
             AND coalesce(b.ended, '') <> 'dibatalkan') \
             AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.permohonan = o.permohonan AND n.at_ms > o.ended_ms)) \
             ORDER BY p.updated_ms"
        );
        Ok(self.lines(&sql, &[])?.into_iter().filter(|line| !line.status.is_final()).collect())
    }

    /// The newest cases, for an empty search.
    pub fn newest_cases(&self, limit: u32) -> Result<Vec<CaseLine>> {
        let sql = format!("SELECT {COLUMNS} FROM permohonan p ORDER BY p.updated_ms DESC LIMIT {limit}");
        self.lines(&sql, &[])
    }

    /// Finds cases by name, company, NIK, NPWP in any form, or number.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<CaseLine>> {
        let needles = needles(text);
        if needles.is_empty() {
            return self.newest_cases(limit);
        }
        let order = format!("ORDER BY p.updated_ms DESC LIMIT {limit}");
        if needles.iter().all(|needle| needle.chars().count() >= TRIGRAM) {
            let query =
                needles.iter().map(|needle| format!("\"{}\"", needle.replace('"', ""))).collect::<Vec<_>>();
            let sql = format!(
                "SELECT {COLUMNS} FROM search s JOIN permohonan p ON p.id = s.permohonan \
                 WHERE s.words MATCH ?1 {order}"
            );
            return self.lines(&sql, &[&query.join(" AND ")]);
        }
        let likes = vec!["s.words LIKE ? ESCAPE '\\'"; needles.len()].join(" AND ");
        let sql = format!(
            "SELECT {COLUMNS} FROM search s JOIN permohonan p ON p.id = s.permohonan WHERE {likes} {order}"
        );
        let patterns: Vec<String> =
            needles.iter().map(|needle| format!("%{}%", escape_like(needle))).collect();
        let values: Vec<&dyn ToSql> = patterns.iter().map(|pattern| pattern as &dyn ToSql).collect();
        self.lines(&sql, &values)
    }

    /// How many cases there are at all.
    pub fn count_cases(&self) -> Result<usize> {
        let count: i64 =
            self.conn.prepare_cached("SELECT count(*) FROM permohonan")?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Cases approved since a moment, with the minutes that steps 5 and 6 took. Pauses, and the time a
    /// vendor needed for a repair, do not count.
    pub fn approved_since(&self, since: DateTime<Utc>) -> Result<Vec<i64>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT (SELECT coalesce(sum(w.until_ms - w.since_ms), 0) / 60000 FROM phase w \
              WHERE w.permohonan = h.permohonan AND w.n < h.n AND w.status IN ('verifikasi', 'sesuai')) \
             FROM phase h WHERE h.status = 'disetujui' AND h.since_ms >= ?1",
        )?;
        let rows = statement.query_map(params![since.timestamp_millis()], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn lines(&self, sql: &str, values: &[&dyn ToSql]) -> Result<Vec<CaseLine>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.push(line_of(row)?);
        }
        Ok(lines)
    }
}

/// What to look for: runs of digits as one number, words folded as names are.
fn needles(text: &str) -> Vec<String> {
    let is_number =
        |text: &str| text.chars().any(|c| c.is_ascii_digit()) && !text.chars().any(char::is_alphabetic);
    if is_number(text) && !text.contains('/') {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        return vec![digits];
    }
    text.split_whitespace()
        .map(|part| if is_number(part) { part.to_owned() } else { naming::search_key(part) })
        .filter(|part| !part.is_empty())
        .collect()
}

fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

fn line_of(row: &Row<'_>) -> Result<CaseLine> {
    let text = |column: usize| row.get::<_, Option<String>>(column);
    let updated_ms: i64 = row.get(13)?;
    Ok(CaseLine {
        id: row.get(0)?,
        number: row.get(1)?,
        profil: parse_word(&row.get::<_, String>(2)?)?,
        status: parse_word(&row.get::<_, String>(3)?)?,
        company: text(4)?.unwrap_or_default(),
        attendee_name: text(5)?.unwrap_or_default(),
        attendee_nik: text(6)?.unwrap_or_default(),
        kapasitas: parse_word_opt(text(7)?)?,
        priority: text(8)?,
        queue: text(9)?,
        npwp_key: text(10)?.unwrap_or_default(),
        verifier: text(11)?,
        due: text(12)?,
        opened_at: time_of(row.get(23)?),
        updated_at: time_of(updated_ms),
        since: time_of(row.get::<_, Option<i64>>(14)?.unwrap_or(updated_ms)),
        shortages: text(15)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
        documents: text(16)?.unwrap_or_default().split_whitespace().map(parse_word).collect::<Result<_>>()?,
        pkp: text(17)?.unwrap_or_default(),
        submitted_at: row.get::<_, Option<i64>>(18)?.map(time_of),
        phone: text(19)?.unwrap_or_default(),
        channel: parse_word(&row.get::<_, String>(20)?)?,
        layanan: parse_word(&row.get::<_, String>(21)?)?,
        changes: text(22)?.unwrap_or_default().split_whitespace().map(parse_word).collect::<Result<_>>()?,
    })
}
