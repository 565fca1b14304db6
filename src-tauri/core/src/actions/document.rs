//! Dokumen at the desk: brought, promised, original seen.

use crate::document::{DocumentKind, DocumentState, Sighting};
use crate::error::{Code, Error, Result};
use crate::role::Right;
use crate::store::act::{Act, Open};

use super::Session;
use super::require::require_editable;

impl Session {
    /// Whether a document was brought or is promised, and whether its paper copy was handed in.
    pub fn set_document_state(
        &mut self,
        case: &str,
        document: DocumentKind,
        state: DocumentState,
        paper_copy: Option<bool>,
    ) -> Result<()> {
        let actor = self.acting(Right::Completeness)?;
        self.store.act(&actor, |plan| {
            require_editable(&plan.reader().case(case)?)?;
            Ok(Act::on_case(case, Open::DocumentStateSet { document, state, paper_copy }))
        })?;
        Ok(())
    }

    /// The answer to "is this the original in hand?". Asked every time, never preselected (S-23).
    pub fn set_sighting(&mut self, case: &str, document: DocumentKind, sighting: Sighting) -> Result<()> {
        let actor = self.acting(Right::Verify).or_else(|_| self.acting(Right::Completeness))?;
        let is_ktp = matches!(document, DocumentKind::Ktp | DocumentKind::KtpKuasa);
        if sighting == Sighting::Ikd && !is_ktp {
            return Err(Error::new(Code::InvalidInput, "only a KTP can be shown as IKD")
                .saying("IKD hanya berlaku untuk KTP.")
                .advising("Pilih asli atau salinan untuk dokumen ini."));
        }
        self.store.act(&actor, |plan| {
            require_editable(&plan.reader().case(case)?)?;
            Ok(Act::on_case(case, Open::SightingSet { document, sighting }))
        })?;
        Ok(())
    }
}
