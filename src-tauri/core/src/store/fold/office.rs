//! Fold of acts about the office and its officers.

use rusqlite::{Connection, params};

use crate::error::{Code, Error, Result};
use crate::store::act::Open;

pub(super) fn apply(conn: &Connection, open: &Open) -> Result<()> {
    match open {
        Open::OfficeFounded { practice, .. } => {
            conn.execute(
                "INSERT INTO office (only, identity, practice) VALUES (1, '{}', ?1) \
                 ON CONFLICT (only) DO UPDATE SET practice = ?1",
                params![practice],
            )?;
        }
        Open::OfficeDescribed { identity } => {
            conn.execute("UPDATE office SET identity = ?1 WHERE only = 1", params![json(identity)?])?;
        }
        Open::LogoSet { jpeg_or_png } => {
            let logo = (!jpeg_or_png.is_empty()).then_some(jpeg_or_png);
            conn.execute("UPDATE office SET logo = ?1 WHERE only = 1", params![logo])?;
        }
        Open::OfficerAdded { officer, username, name, nip, roles } => {
            conn.execute(
                "INSERT INTO officer (id, username, name, nip, roles, active) VALUES (?1,?2,?3,?4,?5,1)",
                params![officer, username, name, nip, json(roles)?],
            )?;
        }
        Open::OfficerRolesSet { officer, roles } => {
            conn.execute("UPDATE officer SET roles = ?2 WHERE id = ?1", params![officer, json(roles)?])?;
        }
        Open::OfficerLeft { officer } => {
            conn.execute("UPDATE officer SET active = 0 WHERE id = ?1", params![officer])?;
        }
        _ => {}
    }
    Ok(())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::new(Code::Internal, format!("json: {error}")))
}
