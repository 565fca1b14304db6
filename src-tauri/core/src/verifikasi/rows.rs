//! Pembandingan: the rows of procedure 3.6 for one case, each with what the program found.
//!
//! A usaha perorangan has no row for its business name: no required document shows one. Its NPWP is
//! held against the NIK while it is checked (N-17); the name on its card has a row of its own.

use chrono::NaiveDate;

use super::fields::{FieldContext, check_document_field, check_form_field};
use super::kuasa::kuasa_rows;
use super::proposal::proposal;
use super::ready::npwp_reasons;
use super::row::start;
use super::{CaseFacts, Decision, Row, RowGroup, RowKey};
use crate::address::compare_address;
use crate::contact::{Validity, check_date, check_validity, compare_pkp, show_date, show_phone};
use crate::document::DocumentKind;
use crate::form::{DocumentField, FormField, Profil};
use crate::identity::{
    Nik, Npwp, NpwpKind, check_nik, check_nik_against_card, check_nitku, check_npwp, compare_nik,
    compare_npwp, compare_pusat_cabang, is_denied_by_slip, is_typing_slip,
};
use crate::layanan::perubahan::Bagian;
use crate::naming::{BentukUsaha, compare_bentuk, compare_company, compare_person, split_company};
use crate::outcome::{Finding, Note, Outcome};
use crate::reasons::Reason;

const NOT_ON_FORM: &str = "tidak ada pada formulir";

/// Every row of this case in the order of the screen.
pub fn rows(facts: &CaseFacts, today: NaiveDate) -> Vec<Row> {
    let case = Case { facts, context: FieldContext::of(facts, today), today };
    let mut rows = match facts.profil {
        Profil::BadanUsaha => vec![case.bentuk_usaha(), case.nama_usaha(), case.npwp(), case.pusat_cabang()],
        Profil::UsahaPerorangan => vec![case.npwp(), case.pj_npwp()],
    };
    if facts.pkp_filled() {
        rows.push(case.pkp());
    }
    rows.extend([case.alamat(), case.pj_nama(), case.pj_nik()]);
    if facts.profil == Profil::BadanUsaha && facts.changes(Bagian::PenanggungJawab) {
        rows.push(case.pj_akta());
    }
    rows.extend([case.lahir(), case.berlaku(), case.kewarganegaraan(), case.orang()]);
    rows.extend(kuasa_rows(facts));
    rows.extend([case.surel(), case.telepon()]);
    for row in &mut rows {
        row.former_value = case.former(row);
        if let (None, Some(kind), Some(field)) = (&row.document_value, row.document, row.document_field) {
            row.proposal = proposal(facts, kind, field, today);
        }
        apply_decision(row, facts);
    }
    rows
}

/// One case with what every row needs.
struct Case<'a> {
    facts: &'a CaseFacts,
    context: FieldContext,
    today: NaiveDate,
}

impl Case<'_> {
    /// What was verified last in the field of this row, written as the row writes the new value.
    fn former(&self, row: &Row) -> Option<String> {
        let perubahan = self.facts.perubahan.as_ref()?;
        let mobile = self.facts.form_value(FormField::Hp).is_some();
        let field = match row.key.form_field()? {
            FormField::Hp if !mobile => FormField::Telepon,
            field => field,
        };
        let former = perubahan.former_of(field, &self.facts.form)?;
        Some(match field {
            FormField::Npwp if !former.is_empty() => {
                self.read_npwp(former).map_or_else(|| former.to_owned(), |npwp| npwp.formatted())
            }
            _ if former.is_empty() => perubahan.nothing().to_owned(),
            FormField::Hp | FormField::Telepon => show_phone(former),
            _ => former.to_owned(),
        })
    }

    fn bentuk_usaha(&self) -> Row {
        let mut row = self.compare(
            start(RowKey::BentukUsaha, RowGroup::Usaha, "Bentuk usaha", &[Reason::P17]),
            FormField::BentukUsaha,
            (DocumentKind::Npwp, DocumentField::NamaUsaha),
            compare_bentuk,
        );
        row.overridable = row.outcome() != Some(Outcome::Beda);
        row.document_value = row
            .document_value
            .map(|name| split_company(&name).form.map_or("tidak tertulis", BentukUsaha::label).to_owned());
        row
    }

    fn nama_usaha(&self) -> Row {
        let mut row = self.compare(
            start(RowKey::NamaUsaha, RowGroup::Usaha, "Nama", &[Reason::P04]),
            FormField::NamaUsaha,
            (DocumentKind::Npwp, DocumentField::NamaUsaha),
            compare_company,
        );
        // A name may pass with a reason; two different legal forms in it may not.
        if let (Some(form), Some(document)) = (&row.form_value, &row.document_value)
            && let Some(bentuk) = split_company(form).form
        {
            row.overridable = compare_bentuk(bentuk.label(), document).outcome != Outcome::Beda;
        }
        row
    }

    fn npwp(&self) -> Row {
        let row = start(RowKey::Npwp, RowGroup::Usaha, "NPWP", &[Reason::P05]);
        let mut row = self.compare(
            row,
            FormField::Npwp,
            (DocumentKind::Npwp, DocumentField::Npwp),
            |form, card| match (self.read_npwp(form), self.read_npwp(card)) {
                (Some(form), Some(card)) => compare_npwp(&form, &card),
                _ => Finding::new(Outcome::Beda, "N-19", "NPWP belum dapat dibandingkan."),
            },
        );
        let form = row.form_value.as_deref().and_then(|value| self.read_npwp(value));
        let card = row.document_value.as_deref().and_then(|value| self.read_npwp(value));
        if let (Some(form), Some(card)) = (&form, &card)
            && form.branch_suffix().is_some() != card.branch_suffix().is_some()
        {
            if is_typing_slip(form, card) {
                // The doubled digit made it look new; the note would say what the finding denies.
                row.notes.retain(|note| !is_denied_by_slip(note));
            } else {
                // An old number cannot be computed into a new one: only a document with both helps (S-10).
                row.repair_codes.insert(0, Reason::P06);
            }
        }
        row.form_value = form.map(|npwp| npwp.formatted()).or(row.form_value);
        row.document_value = card.map(|npwp| npwp.formatted()).or(row.document_value);
        row.overridable = row.outcome() != Some(Outcome::Beda);
        row.ready_reasons = npwp_reasons(self.facts.profil).to_vec();
        row
    }

    fn pkp(&self) -> Row {
        let row = start(RowKey::Pkp, RowGroup::Usaha, "PKP", &[Reason::P16]);
        let mut row =
            self.compare(row, FormField::Pkp, (DocumentKind::Sppkp, DocumentField::Pkp), compare_pkp);
        row.overridable = row.outcome() != Some(Outcome::Beda);
        row
    }

    /// The field of the form against the suffix of the card's NPWP, or its NITKU (S-08).
    fn pusat_cabang(&self) -> Row {
        let mut row =
            start(RowKey::PusatCabang, RowGroup::Usaha, "Pusat/cabang", &[Reason::P05, Reason::P12]);
        row.document = Some(DocumentKind::Npwp);
        row.document_field = Some(DocumentField::Npwp);
        row.form_value = self.facts.form_value(FormField::PusatCabang).map(|word| word.to_lowercase());
        row.overridable = true;
        let card = self.facts.document_value(DocumentKind::Npwp, DocumentField::Npwp);
        let Some(npwp) = card.and_then(|value| self.read_npwp(value)) else { return row };
        let nitku = self
            .facts
            .document_value(DocumentKind::Npwp, DocumentField::Nitku)
            .or_else(|| self.facts.form_value(FormField::Nitku))
            .and_then(|value| check_nitku(value).value);
        row.document_value = Some(match (&nitku, npwp.branch_suffix()) {
            (Some(nitku), _) if nitku.is_head_office() => format!("{} (pusat)", nitku.place()),
            (Some(nitku), _) => format!("{} (cabang)", nitku.place()),
            (None, Some("000")) => "000 (pusat)".to_owned(),
            (None, Some(suffix)) => format!("{suffix} (cabang)"),
            (None, None) => "16 angka, tanpa akhiran".to_owned(),
        });
        row.finding = row.form_value.as_deref().map(|word| compare_pusat_cabang(word, &npwp, nitku.as_ref()));
        row
    }

    fn alamat(&self) -> Row {
        let mut row = start(RowKey::Alamat, RowGroup::Usaha, "Alamat", &[Reason::P12]);
        row.compulsory = false;
        if self.facts.profil == Profil::BadanUsaha {
            let side = (DocumentKind::Npwp, DocumentField::Alamat);
            let mut row = self.compare(row, FormField::Alamat, side, compare_address);
            if self.facts.changes(Bagian::Alamat) {
                row.compulsory = true;
            } else {
                row.document_hint = Some("Tidak wajib cocok. Dicatat sebagai peringatan.".to_owned());
            }
            return row;
        }
        // A person need not live where the business is: the finding informs and asks for nothing.
        let side = (DocumentKind::Ktp, DocumentField::Alamat);
        let mut row = self.compare(row, FormField::Alamat, side, compare_address);
        if let Some(finding) = row.finding.take_if(|finding| finding.outcome == Outcome::Beda) {
            row.by_eye = true;
            row.notes
                .push(Note::info(&finding.rule, "Alamat usaha berbeda dengan alamat KTP. Tidak wajib sama."));
        }
        row
    }

    fn pj_nama(&self) -> Row {
        let row = start(RowKey::PjNama, RowGroup::PenanggungJawab, "Nama", &[Reason::P04]);
        let side = (DocumentKind::Ktp, DocumentField::Nama);
        self.or_by_eye(self.compare(row, FormField::PenanggungJawabNama, side, compare_person))
    }

    /// The director whom the form names, beside the last akta: a KTP alone cannot show who directs a company (S-17).
    fn pj_akta(&self) -> Row {
        let row =
            start(RowKey::PjAkta, RowGroup::PenanggungJawab, "Nama pada akta", &[Reason::P07, Reason::P04]);
        let side = (DocumentKind::Akta, DocumentField::Nama);
        let mut row = self.compare(row, FormField::PenanggungJawabNama, side, compare_person);
        row.overridable = row.outcome() != Some(Outcome::Beda);
        row
    }

    fn pj_nik(&self) -> Row {
        let row = start(RowKey::PjNik, RowGroup::PenanggungJawab, "NIK", &[Reason::P03, Reason::P01]);
        let side = (DocumentKind::Ktp, DocumentField::Nik);
        let mut row = self.compare(row, FormField::PenanggungJawabNik, side, |form, card| {
            match (check_nik(form, self.today).value, check_nik(card, self.today).value) {
                (Some(form), Some(card)) => compare_nik(&form, &card),
                _ => Finding::new(Outcome::Beda, "N-01", "NIK belum dapat dibandingkan."),
            }
        });
        row.overridable = row.outcome() != Some(Outcome::Beda);
        self.or_by_eye(row)
    }

    /// The name on the NPWP card beside the name on the KTP: a family may share a number (S-24).
    fn pj_npwp(&self) -> Row {
        let mut row = start(RowKey::PjNpwp, RowGroup::Usaha, "Nama pada NPWP", &[Reason::P04]);
        row.document = Some(DocumentKind::Npwp);
        row.document_field = Some(DocumentField::Nama);
        row.overridable = true;
        row.document_value = self.text(DocumentKind::Npwp, DocumentField::Nama);
        let printed = self.facts.document_value(DocumentKind::Ktp, DocumentField::Nama);
        row.form_hint = Some(if printed.is_some() { "dari KTP" } else { "dari formulir" }.to_owned());
        row.form_value =
            printed.or_else(|| self.facts.form_value(FormField::PenanggungJawabNama)).map(str::to_owned);
        row.finding = both(&row).map(|(owner, card)| compare_person(owner, card));
        if matches!(row.outcome(), Some(Outcome::Mirip | Outcome::Beda)) {
            row.notes.extend(self.family_hint());
        }
        row
    }

    /// What in the number on the card may explain another name there (N-14, N-17).
    fn family_hint(&self) -> Option<Note> {
        let card = self.facts.document_value(DocumentKind::Npwp, DocumentField::Npwp)?;
        let npwp = self.read_npwp(card)?;
        match (npwp.branch_suffix(), &self.context.own_nik) {
            (Some("000"), _) => None,
            (Some(suffix), _) => {
                let text = format!("Akhiran {suffix} dapat berarti NPWP keluarga. Lihat kartu keluarga.");
                Some(Note::info("N-14", text))
            }
            (None, Some(own)) if npwp.kind() == NpwpKind::PersonNik && npwp.digits() != own.as_str() => {
                let text = "NIK orang lain dapat berarti NPWP keluarga. Lihat kartu keluarga.";
                Some(Note::info("N-17", text))
            }
            (None, _) => None,
        }
    }

    /// The date in the NIK against the one the card prints. A mismatch warns and never refuses (N-08).
    fn lahir(&self) -> Row {
        let mut row = start(RowKey::Lahir, RowGroup::PenanggungJawab, "Lahir", &[Reason::P03, Reason::P01]);
        row.document = Some(DocumentKind::Ktp);
        row.document_field = Some(DocumentField::TanggalLahir);
        row.overridable = true;
        let nik = self.context.own_nik.as_ref();
        row.form_value = nik.and_then(|nik| nik.birth_date(self.today)).map(show_date);
        row.form_hint = Some("dari NIK".to_owned());
        let Some(typed) = self.facts.document_value(DocumentKind::Ktp, DocumentField::TanggalLahir) else {
            return row;
        };
        let checked = check_date(typed);
        row.notes = checked.notes;
        let shown = checked.value.map_or_else(|| typed.to_owned(), show_date);
        let place = self.facts.document_value(DocumentKind::Ktp, DocumentField::TempatLahir);
        row.document_value = Some(place.map_or_else(|| shown.clone(), |place| format!("{place}, {shown}")));
        row.finding = nik.zip(checked.value).map(|(nik, date)| self.compare_birth(nik, date));
        row
    }

    fn compare_birth(&self, nik: &Nik, printed: NaiveDate) -> Finding {
        match check_nik_against_card(nik, Some(printed), None, self.today).into_iter().next() {
            None => Finding::new(Outcome::Sama, "N-08", ""),
            Some(note) => Finding::new(Outcome::Mirip, &note.rule, note.text),
        }
    }

    fn berlaku(&self) -> Row {
        let mut row = start(RowKey::Berlaku, RowGroup::PenanggungJawab, "Berlaku", &[Reason::P14]);
        self.document_only(&mut row, DocumentField::BerlakuHingga);
        let Some(value) = row.document_value.as_deref() else { return row };
        let checked = check_validity(value, !self.context.foreign, self.today);
        row.notes = checked.notes;
        row.finding = checked.value.map(|validity| match validity {
            Validity::Until(date) if self.context.foreign && date < self.today => {
                Finding::new(Outcome::Beda, "N-32", "Masa berlaku sudah lewat.")
            }
            Validity::Until(_) | Validity::SeumurHidup => {
                Finding::new(Outcome::Sama, "N-33", "Masih berlaku.")
            }
        });
        row
    }

    fn kewarganegaraan(&self) -> Row {
        let repair = &[Reason::P14];
        let mut row = start(RowKey::Kewarganegaraan, RowGroup::PenanggungJawab, "Kewarganegaraan", repair);
        self.document_only(&mut row, DocumentField::Kewarganegaraan);
        row.overridable = true;
        row.finding = row.document_value.as_ref().map(|_| {
            if self.context.foreign {
                Finding::new(
                    Outcome::Mirip,
                    "N-32",
                    "Warga negara asing. Periksa izin tinggal dan masa berlakunya.",
                )
            } else {
                Finding::new(Outcome::Sama, "N-33", "")
            }
        });
        row
    }

    /// The photo of the KTP of whoever came: the director or owner, or the holder of the kuasa.
    fn orang(&self) -> Row {
        let mut row = start(RowKey::Orang, RowGroup::PenanggungJawab, "Orang yang hadir", &[Reason::P08]);
        row.document = Some(if self.facts.by_kuasa() { DocumentKind::KtpKuasa } else { DocumentKind::Ktp });
        row.document_value = Some("Foto KTP".to_owned());
        row.document_hint = Some("Dibandingkan oleh Anda, bukan oleh Loket".to_owned());
        row.by_eye = true;
        row
    }

    fn surel(&self) -> Row {
        let mut row = start(RowKey::Surel, RowGroup::Kontak, "Surel", &[Reason::P11]);
        self.spoken(&mut row, FormField::Surel);
        if self.facts.changes(Bagian::PenanggungJawab) && !self.facts.changes(Bagian::Surel) {
            // Whoever reads this box holds the account, and that may still be the former director.
            let text = "Direktur berganti, surel tetap. Pastikan surel ini dipegang direktur baru.";
            row.notes.push(Note::warning("G-UBAH", text));
        }
        row
    }

    fn telepon(&self) -> Row {
        let mut row = start(RowKey::Telepon, RowGroup::Kontak, "Telepon", &[Reason::P11]);
        row.compulsory = false;
        let mobile = self.facts.form_value(FormField::Hp).is_some();
        self.spoken(&mut row, if mobile { FormField::Hp } else { FormField::Telepon });
        row.form_value = row.form_value.as_deref().map(show_phone);
        row
    }

    /// A contact is read aloud; the vendor's "yes" is the only document it has.
    fn spoken(&self, row: &mut Row, field: FormField) {
        row.form_value = self.facts.form_value(field).map(str::to_owned);
        row.document_hint = Some("Bacakan ulang, lalu minta yang hadir membenarkan".to_owned());
        row.by_eye = row.form_value.is_some();
        if let Some(value) = &row.form_value {
            row.notes = check_form_field(field, value, &self.context).1;
        }
    }

    /// A row whose value stands on the KTP alone.
    fn document_only(&self, row: &mut Row, field: DocumentField) {
        row.form_hint = Some(NOT_ON_FORM.to_owned());
        row.document = Some(DocumentKind::Ktp);
        row.document_field = Some(field);
        row.document_value = self.text(DocumentKind::Ktp, field);
    }

    /// A form field beside a document field. While either side is empty or faulty there is no finding.
    fn compare(
        &self,
        mut row: Row,
        field: FormField,
        (document, document_field): (DocumentKind, DocumentField),
        compare: impl Fn(&str, &str) -> Finding,
    ) -> Row {
        row.document = Some(document);
        row.document_field = Some(document_field);
        row.overridable = true;
        row.form_value = self.facts.form_value(field).map(str::to_owned);
        row.document_value = self.text(document, document_field);
        if let Some(value) = &row.form_value {
            row.notes = check_form_field(field, value, &self.context).1;
        }
        if let Some(value) = &row.document_value {
            let found = check_document_field(document, document_field, value, &self.context).1;
            row.notes.extend(found.into_iter().filter(|note| !row.notes.contains(note)).collect::<Vec<_>>());
        }
        if !row.is_faulty() {
            row.finding = both(&row).map(|(form, card)| compare(form, card));
        }
        row
    }

    /// SPSE has no field for a director: with an empty data sheet the verifikator reads the card.
    fn or_by_eye(&self, mut row: Row) -> Row {
        if self.facts.profil == Profil::BadanUsaha && row.form_value.is_none() {
            row.form_hint = Some(NOT_ON_FORM.to_owned());
            row.by_eye = row.document_value.is_some();
        }
        row
    }

    fn text(&self, document: DocumentKind, field: DocumentField) -> Option<String> {
        self.facts.document_value(document, field).map(str::to_owned)
    }

    fn read_npwp(&self, value: &str) -> Option<Npwp> {
        check_npwp(value, self.facts.profil, self.today, self.context.own_nik.as_ref()).value
    }
}

fn both(row: &Row) -> Option<(&str, &str)> {
    row.form_value.as_deref().zip(row.document_value.as_deref())
}

/// Puts the person's decision on the row, or the program's own tick where that is allowed.
fn apply_decision(row: &mut Row, facts: &CaseFacts) {
    let said = facts.decisions.get(&row.key);
    // A decision about other values than these is no decision about these.
    let said =
        said.filter(|said| said.form_value == row.form_value && said.document_value == row.document_value);
    if let Some(said) = said {
        row.decision = said.decision;
        row.reason = Some(said.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        row.reason_code.clone_from(&said.reason_code);
        row.decided_by = Some(said.by.clone());
        row.decided_at = Some(said.at);
        return;
    }
    let agrees = matches!(row.outcome(), Some(Outcome::Sama | Outcome::Setara));
    let seen = row.document.is_some_and(|document| facts.sighting_counts(document));
    if agrees && seen && !row.needs_reason() && !row.is_faulty() {
        row.decision = Some(Decision::Cocok);
        row.preticked = true;
    }
}
