//! Menegaskan usulan: a proposed value of a document, confirmed with the original in hand.

use super::{draft_key, keep_as_typed};
use crate::actions::Session;
use crate::actions::assess::case_facts;
use crate::actions::require::require_editable;
use crate::document::DocumentKind;
use crate::error::{Code, Error, Missing, Result};
use crate::form::DocumentField;
use crate::persyaratan;
use crate::place::Place;
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};
use crate::store::read::CaseRecord;
use crate::verifikasi::proposal;

impl Session {
    /// Writes the proposal of a field as what the document says. `shown` is the proposal that the
    /// officer compared with the card.
    ///
    /// # Errors
    /// While the original was not seen by the verifikator who holds the case, and when the proposal
    /// is no longer the one that was shown: nobody confirms what was not on the screen.
    pub fn confirm_document_field(
        &mut self,
        case: &str,
        document: DocumentKind,
        field: DocumentField,
        shown: &str,
    ) -> Result<()> {
        let actor = self.acting(Right::Verify)?;
        let today = self.today();
        let record = self.store.reader().case(case)?;
        require_editable(&record)?;
        self.require_holder(&record)?;
        let facts = case_facts(&record);
        if !facts.sighting_counts(document) {
            return Err(unseen(&record, document));
        }
        if proposal(&facts, document, field, today).as_deref() != Some(shown) {
            return Err(Error::new(Code::InvalidInput, "another proposal was shown")
                .saying("Usulan ini sudah berubah atau sudah terisi.")
                .advising("Baca kartu lagi, lalu tegaskan atau ketik nilainya."));
        }
        let typed = self.check_document_value(&record, document, field, shown);
        let stored = keep_as_typed(&typed, shown);
        self.store.act(&actor, |_| {
            let open = Open::DocumentFieldSet { document, field, confirmed: true };
            Ok(Act::on_case(case, open).sealing(Sealed::Text(stored)))
        })?;
        self.forget_draft(case, &draft_key("doc", Some(document), field)?);
        Ok(())
    }

    fn require_holder(&self, record: &CaseRecord) -> Result<()> {
        if record.verifier.as_deref() == Some(self.officer().id.as_str()) {
            return Ok(());
        }
        let label = "Serah terima permohonan kepada Anda";
        Err(Error::missing(Code::GuardFailed, vec![Missing::new("G-ORI", Place::Holder, label)]))
    }
}

fn unseen(record: &CaseRecord, document: DocumentKind) -> Error {
    let label = persyaratan::requirement(record.layanan, record.profil, document)
        .map_or("Dokumen", |known| known.label);
    let missing =
        Missing::new("G-ORI", Place::Document(document), format!("{label} asli belum Anda lihat sendiri"));
    Error::missing(Code::GuardFailed, vec![missing])
}
