//! Papers of a case, and whether a Fotokopi can be made of its cards.

use loket_core::actions::permohonan::Permohonan;
use loket_core::actions::{PaperRecord, PictureRecord};
use loket_core::numbering::PaperKind;
use loket_core::persyaratan;
use serde::Serialize;
use ts_rs::TS;

#[derive(Serialize, TS)]
pub struct PaperView {
    pub id: String,
    pub kind: PaperKind,
    pub label: String,
    pub number: Option<String>,
    pub issued_at: String,
    pub pages: u32,
    pub prints: u32,
    /// Copies that wait on the list "Cetak nanti"; 0: none.
    pub later: u8,
    /// Number of the paper that took its place.
    pub replaced_by: Option<String>,
    /// Number of the paper whose place it took.
    pub replaces: Option<String>,
    /// This officer gives a reason before it opens.
    pub asks_reason: bool,
}

/// A card that a Fotokopi would leave out, because no corners frame it on its picture.
#[derive(Serialize, TS)]
pub struct LeftOut {
    pub label: String,
    pub picture: String,
}

/// Whether a Fotokopi can be issued from the papers now, and what it would lack.
#[derive(Serialize, TS)]
pub struct FotokopiView {
    pub can_issue: bool,
    pub left_out: Vec<LeftOut>,
    /// The corners of what is left out may still be marked.
    pub can_mark: bool,
}

impl PaperView {
    /// A paper beside the others of its case, so that it can name the one it replaces. It is open to this officer.
    pub fn among(paper: &PaperRecord, papers: &[PaperRecord]) -> Self {
        let number_of = |wanted: &dyn Fn(&PaperRecord) -> bool| {
            papers.iter().find(|other| wanted(other)).and_then(|other| other.number.clone())
        };
        Self {
            id: paper.id.clone(),
            kind: paper.kind,
            label: paper.kind.label().to_owned(),
            number: paper.number.clone(),
            issued_at: paper.issued_at.to_rfc3339(),
            pages: paper.pages,
            prints: paper.prints,
            later: paper.later,
            replaced_by: number_of(&|other| Some(&other.id) == paper.replaced_by.as_ref()),
            replaces: number_of(&|other| other.replaced_by.as_ref() == Some(&paper.id)),
            asks_reason: false,
        }
    }

    pub(super) fn all(permohonan: &Permohonan) -> Vec<Self> {
        let papers = &permohonan.record.papers;
        let view = |paper: &PaperRecord| Self {
            asks_reason: permohonan.papers_behind_reason.contains(&paper.id),
            ..Self::among(paper, papers)
        };
        papers.iter().map(view).collect()
    }
}

impl FotokopiView {
    pub(super) fn of(permohonan: &Permohonan) -> Self {
        let outlook = &permohonan.fotokopi;
        let left_out = |picture: &PictureRecord| LeftOut {
            label: persyaratan::requirement(
                permohonan.record.layanan,
                permohonan.record.profil,
                picture.kind,
            )
            .map_or_else(String::new, |found| found.label.to_owned()),
            picture: picture.id.clone(),
        };
        Self {
            can_issue: outlook.can_issue,
            left_out: outlook.left_out.iter().map(left_out).collect(),
            can_mark: outlook.can_mark,
        }
    }
}
