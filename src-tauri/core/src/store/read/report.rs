//! What reports are counted from: every case to which something happened in a span of time.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::Row;

use super::{Reader, parse_word};
use crate::error::{Code, Error, Result};
use crate::laporan::{CaseFacts, Phase};
use crate::layanan::Layanan;
use crate::permohonan::Status;
use crate::sop::{Followed, Said, Told};
use crate::store::fold::word;
use crate::store::stored::time_of;

/// Ids of those cases. Each list below is one query over all of them, however many there are.
const TOUCHED: &str = "SELECT permohonan FROM phase WHERE since_ms >= ?1 AND since_ms < ?2 \
    UNION SELECT permohonan FROM contact WHERE at_ms >= ?1 AND at_ms < ?2 \
    UNION SELECT permohonan FROM notice WHERE at_ms >= ?1 AND at_ms < ?2";

impl Reader<'_> {
    /// Cases to which something happened from a moment until another, by number.
    pub fn report_facts(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<CaseFacts>> {
        let span = [from.timestamp_millis(), until.timestamp_millis()];
        let mut cases = self.touched(span)?;
        self.each(span, "phase", "status, transition, since_ms, until_ms, actor, codes", "n", |id, row| {
            let Some(case) = cases.get_mut(id) else { return Ok(()) };
            case.phases.push(phase_of(row)?);
            Ok(())
        })?;
        self.each(
            span,
            "video_session s",
            "booked_ms, (SELECT min(at_ms) FROM notice WHERE permohonan = s.permohonan AND session = s.n \
             AND kind <> 'tidak_hadir')",
            "n",
            |id, row| {
                let Some(case) = cases.get_mut(id) else { return Ok(()) };
                let told = row.get::<_, Option<i64>>(2)?.map(time_of);
                case.told.push(Told { booked: time_of(row.get(1)?), told });
                Ok(())
            },
        )?;
        self.each(span, "contact", "purpose = 'sikap', at_ms, minutes", "n", |id, row| {
            let Some(case) = cases.get_mut(id).filter(|_| row.get(1) == Ok(true)) else { return Ok(()) };
            case.followed.push(Followed { at: time_of(row.get(2)?), minutes: row.get(3)? });
            Ok(())
        })?;
        self.each(span, "overrun", "row, reason, at_ms", "row, n", |id, row| {
            let Some(case) = cases.get_mut(id) else { return Ok(()) };
            let said = Said { reason: row.get(2)?, at: time_of(row.get(3)?) };
            case.overruns.entry(row.get(1)?).or_default().push(said);
            Ok(())
        })?;
        let mut found: Vec<_> = cases.into_values().collect();
        found.sort_by(|a, b| a.number.cmp(&b.number));
        Ok(found)
    }

    /// How many cases were not at their end at a moment, without what is counted apart.
    pub fn open_at(&self, moment: DateTime<Utc>) -> Result<usize> {
        let ends: Vec<_> = Status::ALL.into_iter().filter(|status| status.is_final()).collect();
        let ends = ends.iter().map(word).collect::<Result<Vec<_>>>()?.join("','");
        let apart = word(Layanan::PendampinganInaproc)?;
        let sql = format!(
            "SELECT count(*) FROM phase WHERE since_ms < ?1 AND (until_ms IS NULL OR until_ms >= ?1) \
             AND status NOT IN ('{ends}') \
             AND permohonan NOT IN (SELECT id FROM permohonan WHERE layanan = '{apart}')"
        );
        let count: i64 =
            self.conn.prepare_cached(&sql)?.query_row([moment.timestamp_millis()], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    fn touched(&self, span: [i64; 2]) -> Result<BTreeMap<String, CaseFacts>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, number, company, npwp_key, channel, profil, over_time_reason, erased_ms IS NOT NULL, layanan FROM permohonan \
             WHERE id IN ({TOUCHED})"
        ))?;
        let mut rows = statement.query(span)?;
        let mut cases = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let case = CaseFacts {
                id: id.clone(),
                number: row.get(1)?,
                company: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                npwp: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                channel: parse_word(&row.get::<_, String>(4)?)?,
                layanan: parse_word(&row.get::<_, String>(8)?)?,
                profil: parse_word(&row.get::<_, String>(5)?)?,
                phases: Vec::new(),
                told: Vec::new(),
                followed: Vec::new(),
                erased: row.get(7)?,
                overruns: BTreeMap::new(),
                approval_reason: row.get(6)?,
            };
            cases.insert(id, case);
        }
        Ok(cases)
    }

    /// Rows of a table that belong to the cases of a span, in the order of each case. Column 0 is the case.
    fn each(
        &self,
        span: [i64; 2],
        table: &str,
        columns: &str,
        order: &str,
        mut take: impl FnMut(&str, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT permohonan, {columns} FROM {table} WHERE permohonan IN ({TOUCHED}) \
             ORDER BY permohonan, {order}"
        ))?;
        let mut rows = statement.query(span)?;
        while let Some(row) = rows.next()? {
            let id = row.get_ref(0)?;
            let id = id.as_str().map_err(|_| Error::new(Code::DatabaseDamaged, "a case without id"))?;
            take(id, row)?;
        }
        Ok(())
    }
}

fn phase_of(row: &Row<'_>) -> Result<Phase> {
    Ok(Phase {
        status: parse_word(&row.get::<_, String>(1)?)?,
        transition: parse_word(&row.get::<_, String>(2)?)?,
        since: time_of(row.get(3)?),
        until: row.get::<_, Option<i64>>(4)?.map(time_of),
        actor: row.get(5)?,
        codes: row
            .get::<_, Option<String>>(6)?
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
    })
}
