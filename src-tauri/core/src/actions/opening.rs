//! Opening a permohonan: a number, keys of its own, and what it is for, whichever layanan it is.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::form::{FormField, Profil};
use crate::layanan::Layanan;
use crate::layanan::perubahan::Bagian;
use crate::numbering::format_permohonan_number;
use crate::permohonan::{Channel, Facts, TransitionId, check};
use crate::role::Right;
use crate::store::act::{Act, Actor, Open, Sealed};
use crate::store::plan::Plan;

use super::Session;
use super::require::require_notice;

/// What a draft is opened for.
pub(super) struct Opening {
    pub(super) layanan: Layanan,
    pub(super) profil: Profil,
    pub(super) channel: Channel,
    pub(super) changes: Option<Changes>,
}

/// What a change begins from.
pub(super) struct Changes {
    /// Id of the permohonan whose data change; none where they were verified elsewhere or before this desk was used.
    pub(super) of: Option<String>,
    pub(super) parts: Vec<Bagian>,
    pub(super) former: BTreeMap<FormField, String>,
}

impl Session {
    /// T-01: a draft for whoever came, once the privacy notice was shown.
    pub(super) fn open_new(&mut self, notice_version: &str, opening: Opening) -> Result<String> {
        let actor = self.acting(Right::Intake)?;
        require_notice(notice_version)?;
        let facts = Facts { notice_version: notice_version.to_owned(), ..Facts::default() };
        check(TransitionId::T01, None, &facts)?;
        self.open_draft(&actor, notice_version, |_| Ok(opening))
    }

    /// A new number and new keys for a draft. What it is for is decided where nothing can change in between.
    pub(super) fn open_draft(
        &mut self,
        actor: &Actor,
        notice_version: &str,
        decide: impl FnOnce(&Plan<'_>) -> Result<Opening>,
    ) -> Result<String> {
        let zone = self.time_zone();
        let mut id = String::new();
        self.store.act(actor, |plan| {
            let Opening { layanan, profil, channel, changes } = decide(plan)?;
            id = plan.new_id();
            plan.found_keys(&id)?;
            let year = zone.office_year(plan.now());
            let sequence = plan.next_permohonan(year)?;
            let (of, parts, former) = match changes {
                Some(Changes { of, parts, former }) => (of, parts, Some(former)),
                None => (None, Vec::new(), None),
            };
            let act = Act::on_case(
                &id,
                Open::PermohonanOpened {
                    number: format_permohonan_number(year, plan.station(), sequence),
                    year,
                    sequence,
                    profil,
                    channel,
                    notice_version: notice_version.to_owned(),
                    layanan,
                    changes: of,
                    parts,
                },
            );
            Ok(match former {
                Some(former) => act.sealing(Sealed::Former(former)),
                None => act,
            })
        })?;
        Ok(id)
    }
}
