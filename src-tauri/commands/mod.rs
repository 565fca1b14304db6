//! Commands: each parses its request, calls one action, and answers with a DTO. Nothing is decided here.
//!
//! Every command is named once, in [`with_commands!`]: the handler and the TypeScript of the wire
//! both come from that list, and the build script reads the names for the window's permissions.

pub mod case_view;
pub mod closing;
pub mod correction;
pub mod document;
pub mod home;
pub mod paper;
pub mod permohonan;
pub mod picture;
pub mod region;
pub mod session;
pub mod setup;
pub mod step;

#[cfg(test)]
mod bindings;

/// Calls `$use!` with every command: `module::name(Request) -> Response`. `()` asks for nothing,
/// `bytes` is answered raw.
macro_rules! with_commands {
    ($use:ident) => {
        $use! {
            // begin commands
            setup::desk_state() -> setup::DeskState;
            setup::office_choose_folder() -> Option<String>;
            setup::office_open_folder(setup::OpenFolder) -> setup::DeskState;
            setup::office_create(setup::CreateOffice) -> setup::DeskState;
            setup::practice_open() -> setup::DeskState;
            setup::practice_leave() -> setup::DeskState;
            setup::preferences_get() -> crate::app::Preferences;
            setup::preferences_set(crate::app::Preferences) -> ();
            setup::office_get() -> setup::OfficeInput;
            setup::office_set(setup::OfficeInput) -> setup::OfficeInput;
            setup::office_logo() -> bool;
            setup::recovery_print(setup::ChosenPrinter) -> setup::RecoveryCheck;
            setup::recovery_word(setup::WordIndex) -> setup::RecoveryWord;
            setup::recovery_check() -> setup::RecoveryCheck;
            setup::recovery_confirm(setup::ConfirmRecovery) -> setup::DeskState;
            session::session_unlock(session::Unlock) -> setup::DeskState;
            session::session_recover(session::UnlockWithRecovery) -> setup::DeskState;
            session::session_lock(Option<session::Lock>) -> setup::DeskState;
            session::session_change_password(session::ChangePassword) -> ();
            home::home() -> home::Home;
            home::clock_confirm() -> ();
            home::search(home::SearchRequest) -> home::SearchResult;
            permohonan::privacy_notice() -> permohonan::PrivacyNotice;
            permohonan::reason_codes() -> Vec<permohonan::ReasonCode>;
            permohonan::permohonan_open(permohonan::OpenPermohonan) -> case_view::CaseView;
            permohonan::permohonan_get(permohonan::CaseRef) -> case_view::CaseView;
            permohonan::permohonan_timeline(permohonan::CaseRef) -> Vec<permohonan::TimelineEntry>;
            permohonan::form_set(permohonan::SetFormField) -> permohonan::FieldReply;
            correction::form_correct(correction::CorrectForm) -> case_view::CaseView;
            correction::profil_set(correction::SetProfil) -> case_view::CaseView;
            correction::permohonan_withdraw_shortages(step::ReasonedMove) -> case_view::CaseView;
            closing::permohonan_redirect(closing::RedirectMove) -> case_view::CaseView;
            closing::permohonan_lapse(permohonan::CaseRef) -> case_view::CaseView;
            closing::contact_log(closing::LogContact) -> case_view::CaseView;
            closing::sikap_close(closing::CloseSikap) -> case_view::CaseView;
            closing::sikap_give_up(step::ReasonedMove) -> case_view::CaseView;
            permohonan::document_field_set(permohonan::SetDocumentField) -> permohonan::FieldReply;
            permohonan::draft_save(permohonan::SaveDraft) -> ();
            permohonan::attendee_set(permohonan::SetAttendee) -> case_view::CaseView;
            permohonan::surat_kuasa_set(permohonan::SetSuratKuasa) -> case_view::CaseView;
            permohonan::kewenangan_set(permohonan::SetKewenangan) -> case_view::CaseView;
            permohonan::daftar_hitam_set(permohonan::SetDaftarHitam) -> case_view::CaseView;
            document::document_state_set(document::SetDocumentState) -> case_view::CaseView;
            document::document_sighting_set(document::SetSighting) -> case_view::CaseView;
            step::permohonan_submit(step::SubmitPermohonan) -> case_view::CaseView;
            step::permohonan_complete(permohonan::CaseRef) -> case_view::CaseView;
            step::permohonan_return(step::ShortageMove) -> case_view::CaseView;
            step::permohonan_resubmit(permohonan::CaseRef) -> case_view::CaseView;
            step::permohonan_start(permohonan::CaseRef) -> case_view::CaseView;
            step::permohonan_pause(step::ReasonedMove) -> case_view::CaseView;
            step::permohonan_resume(step::ReasonedMove) -> case_view::CaseView;
            step::permohonan_cancel(step::ReasonedMove) -> case_view::CaseView;
            step::permohonan_refuse(step::RefuseMove) -> case_view::CaseView;
            step::row_decide(step::DecideRow) -> case_view::CaseView;
            step::permohonan_declare(permohonan::CaseRef) -> case_view::CaseView;
            step::permohonan_send_back(step::ReasonedMove) -> case_view::CaseView;
            step::permohonan_approve(step::Approve) -> step::Approved;
            step::permohonan_activate(step::Activate) -> case_view::CaseView;
            picture::picture_add(bytes picture::PictureMeta) -> case_view::CaseView;
            picture::picture_pick(picture::PickPicture) -> Option<case_view::CaseView>;
            picture::picture_crop(picture::CropPicture) -> case_view::CaseView;
            picture::picture_bytes(picture::PictureRequest) -> bytes;
            paper::paper_issue_fotokopi(permohonan::CaseRef) -> case_view::CaseView;
            paper::bukti_replace(paper::ReplaceBukti) -> case_view::CaseView;
            paper::paper_page(paper::PaperPage) -> bytes;
            paper::bukti_preview(paper::PreviewBukti) -> bytes;
            paper::paper_save(paper::PaperRef) -> paper::SaveReply;
            paper::paper_print(paper::PrintPaper) -> case_view::PaperView;
            paper::printers() -> Vec<paper::Printer>;
            region::region_search(region::RegionRequest) -> Vec<region::Region>;
            // end commands
        }
    };
}

macro_rules! handler {
    ($($module:ident :: $name:ident ( $($request:tt)* ) -> $response:ty;)*) => {
        /// Answers every command of the window.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($module::$name),*]
        }
    };
}

with_commands!(handler);

#[cfg(test)]
pub(crate) use with_commands;
