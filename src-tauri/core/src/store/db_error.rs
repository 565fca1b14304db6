//! What SQLite's own failures mean to an office.

use rusqlite::ffi::ErrorCode;

use crate::error::{Code, Error};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let code = match &error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DiskFull => Code::DiskFull,
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Code::ReadOnly,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Code::FileLocked,
                ErrorCode::NotADatabase => Code::WrongKey,
                ErrorCode::DatabaseCorrupt => Code::DatabaseDamaged,
                ErrorCode::CannotOpen => Code::OfficeMissing,
                ErrorCode::SystemIoFailure => Code::Io,
                _ => Code::Internal,
            },
            rusqlite::Error::QueryReturnedNoRows => Code::NotFound,
            // A value that does not fit its column was not written by Loket.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => Code::DatabaseDamaged,
            _ => Code::Internal,
        };
        // SQLite's words name tables and columns, never values.
        let detail = match &error {
            rusqlite::Error::SqliteFailure(failure, words) => {
                format!("sqlite {}: {}", failure.extended_code, words.as_deref().unwrap_or_default())
            }
            rusqlite::Error::FromSqlConversionFailure(column, ..) => {
                format!("column {column} is not readable")
            }
            other => format!("{other}"),
        };
        Self::new(code, detail)
    }
}
