//! Laporan: what the official answers with: how many, how long, which were late and why.
//!
//! A report of a period says what was known when the period ended. What happens to a case afterwards changes no
//! report that was printed before: November stays November. A permohonan that is verified again in December after a
//! repair counts in both months, and once in the year.
//!
//! Source: procedure 2.3 (8) and A-08; SOP 01.09.03./SOP/2020.

mod count;
mod day;
mod facts;
mod figures;
mod period;
mod recap;
mod table;

pub use count::recap;
pub use day::{DayLine, day_lines};
pub use facts::{CaseFacts, Phase};
pub use figures::{Spread, format_minutes};
pub use period::{Period, PeriodKind, ReportFormat};
pub use recap::{
    Deviation, FlowCounts, MonthCounts, OfficerLoad, ReasonCount, Recap, SikapCounts, StepFigures, Verified,
    VerifiedCase,
};
pub use table::{Cell, Heading, NOTES, Table, case_table, figures, summary, tables, tables_on_paper};

#[cfg(test)]
mod tests;
