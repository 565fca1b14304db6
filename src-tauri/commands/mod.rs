//! Commands: each parses its request, calls one action, and answers with a DTO. Nothing is decided here.
//!
//! Every command is named once, in [`with_commands!`]: the handler and the TypeScript of the wire
//! both come from that list, and the build script reads the names for the window's permissions.

pub mod clock;
pub mod closing;
pub mod correction;
pub mod daftar_hitam;
pub mod desk_state;
mod device;
pub mod document;
pub mod home;
pub mod hot_folder;
pub mod kiriman;
pub mod mailbox;
pub mod office_hours;
pub mod outbox;
pub mod paper;
pub mod pendampingan;
pub mod permohonan;
pub mod permohonan_view;
pub mod perubahan;
pub mod picture;
mod printer;
pub mod region;
pub mod registration;
pub mod report;
pub mod scan;
pub mod schedule;
pub mod session;
pub mod setup;
pub mod spse;
pub mod step;
pub mod tangkapan;
mod ticket;

#[cfg(test)]
mod bindings;

/// Calls `$use!` with every command: `module::name(Request) -> Response`. `()` asks for nothing,
/// `bytes` is answered raw.
macro_rules! with_commands {
    ($use:ident) => {
        $use! {
            // begin commands
            setup::desk_state() -> desk_state::DeskState;
            setup::office_choose_folder() -> Option<String>;
            setup::office_open_folder(setup::OpenFolder) -> desk_state::DeskState;
            setup::office_create(setup::CreateOffice) -> desk_state::DeskState;
            setup::practice_open() -> desk_state::DeskState;
            setup::practice_leave() -> desk_state::DeskState;
            setup::preferences_get() -> crate::app::Preferences;
            setup::preferences_set(crate::app::Preferences) -> ();
            setup::office_get() -> setup::OfficeInput;
            setup::office_set(setup::OfficeInput) -> setup::OfficeInput;
            setup::office_logo() -> bool;
            setup::recovery_print(setup::ChosenPrinter) -> setup::RecoveryCheck;
            setup::recovery_word(setup::WordIndex) -> setup::RecoveryWord;
            setup::recovery_check() -> setup::RecoveryCheck;
            setup::recovery_confirm(setup::ConfirmRecovery) -> desk_state::DeskState;
            session::session_unlock(session::Unlock) -> desk_state::DeskState;
            session::session_recover(session::UnlockWithRecovery) -> desk_state::DeskState;
            session::session_lock(Option<session::Lock>) -> desk_state::DeskState;
            session::session_change_password(session::ChangePassword) -> ();
            home::home() -> home::Home;
            home::clock_confirm() -> ();
            home::search(home::SearchRequest) -> home::SearchResult;
            permohonan::privacy_notice() -> permohonan::PrivacyNotice;
            permohonan::reason_codes() -> Vec<permohonan::ReasonCode>;
            permohonan::permohonan_open(permohonan::OpenPermohonan) -> permohonan_view::PermohonanView;
            permohonan::permohonan_get(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            permohonan::permohonan_timeline(permohonan::CaseRef) -> Vec<permohonan::TimelineEntry>;
            permohonan::form_set(permohonan::SetFormField) -> permohonan_view::PermohonanView;
            spse::form_paste_preview(spse::PreviewPaste) -> spse::PastePreview;
            spse::form_paste(spse::PasteForm) -> permohonan_view::PermohonanView;
            correction::form_correct(correction::CorrectForm) -> permohonan_view::PermohonanView;
            correction::profil_set(correction::SetProfil) -> permohonan_view::PermohonanView;
            correction::permohonan_withdraw_shortages(step::ReasonedMove) -> permohonan_view::PermohonanView;
            pendampingan::pendampingan_open(pendampingan::OpenPendampingan) -> permohonan_view::PermohonanView;
            pendampingan::inaproc_look_up(pendampingan::SetLookedUp) -> permohonan_view::PermohonanView;
            pendampingan::pendampingan_finish(pendampingan::FinishPendampingan) -> permohonan_view::PermohonanView;
            perubahan::perubahan_open(perubahan::OpenPerubahan) -> permohonan_view::PermohonanView;
            perubahan::perubahan_open_from_spse(perubahan::OpenPerubahanFromSpse) -> permohonan_view::PermohonanView;
            perubahan::former_set(perubahan::SetFormer) -> permohonan_view::PermohonanView;
            perubahan::perubahan_set(perubahan::SetPerubahan) -> permohonan_view::PermohonanView;
            perubahan::surat_permohonan_set(perubahan::SetSuratPermohonan) -> permohonan_view::PermohonanView;
            closing::permohonan_redirect(closing::RedirectMove) -> permohonan_view::PermohonanView;
            closing::permohonan_lapse(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            closing::contact_log(closing::LogContact) -> permohonan_view::PermohonanView;
            closing::sikap_close(closing::CloseSikap) -> permohonan_view::PermohonanView;
            closing::sikap_give_up(step::ReasonedMove) -> permohonan_view::PermohonanView;
            permohonan::document_field_set(permohonan::SetDocumentField) -> permohonan_view::PermohonanView;
            permohonan::document_field_confirm(permohonan::SetDocumentField) -> permohonan_view::PermohonanView;
            permohonan::draft_save(permohonan::SaveDraft) -> ();
            permohonan::attendee_set(permohonan::SetAttendee) -> permohonan_view::PermohonanView;
            permohonan::surat_kuasa_set(permohonan::SetSuratKuasa) -> permohonan_view::PermohonanView;
            permohonan::kewenangan_set(permohonan::SetKewenangan) -> permohonan_view::PermohonanView;
            permohonan::daftar_hitam_set(permohonan::SetDaftarHitam) -> permohonan_view::PermohonanView;
            document::document_state_set(document::SetDocumentState) -> permohonan_view::PermohonanView;
            document::document_sighting_set(document::SetSighting) -> permohonan_view::PermohonanView;
            step::permohonan_submit(step::SubmitPermohonan) -> permohonan_view::PermohonanView;
            step::permohonan_complete(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            step::permohonan_return(step::ShortageMove) -> permohonan_view::PermohonanView;
            step::permohonan_resubmit(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            step::permohonan_start(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            step::permohonan_pause(step::ReasonedMove) -> permohonan_view::PermohonanView;
            step::permohonan_resume(step::ReasonedMove) -> permohonan_view::PermohonanView;
            step::permohonan_cancel(step::ReasonedMove) -> permohonan_view::PermohonanView;
            step::permohonan_refuse(step::RefuseMove) -> permohonan_view::PermohonanView;
            step::row_decide(step::DecideRow) -> permohonan_view::PermohonanView;
            step::permohonan_declare(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            step::permohonan_send_back(step::ReasonedMove) -> permohonan_view::PermohonanView;
            step::permohonan_approve(step::Approve) -> step::Approved;
            step::permohonan_activate(step::Activate) -> permohonan_view::PermohonanView;
            picture::picture_add(bytes picture::PictureMeta) -> permohonan_view::PermohonanView;
            picture::picture_pick(picture::PickPicture) -> Option<permohonan_view::PermohonanView>;
            picture::picture_crop(picture::CropPicture) -> permohonan_view::PermohonanView;
            picture::picture_bytes(picture::PictureRequest) -> bytes;
            scan::scanner_list(scan::FindScanners) -> scan::ScannerList;
            scan::scanner_ability(scan::ScannerRef) -> scan::ScannerAbility;
            scan::scan_begin(scan::BeginScan) -> scan::ScanDone;
            scan::scan_progress() -> Option<scan::ScanProgress>;
            scan::scan_stop() -> ();
            scan::scan_page(scan::ScanPageRef) -> bytes;
            scan::scan_keep(scan::KeepScan) -> permohonan_view::PermohonanView;
            scan::scan_forget(scan::ScanPageRef) -> ();
            paper::paper_issue_fotokopi(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            paper::paper_issue_berita_acara(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            paper::bukti_replace(paper::ReplaceBukti) -> permohonan_view::PermohonanView;
            paper::paper_look(paper::PaperLook) -> permohonan_view::PermohonanView;
            paper::paper_page(paper::PaperPage) -> bytes;
            paper::bukti_preview(paper::PreviewBukti) -> bytes;
            paper::paper_save(paper::PaperRef) -> paper::SaveReply;
            paper::paper_print(paper::PrintPaper) -> permohonan_view::PaperView;
            paper::paper_later(paper::PrintLaterInput) -> permohonan_view::PaperView;
            paper::paper_not_needed(paper::PaperRef) -> ();
            printer::prints() -> Vec<printer::PrintView>;
            printer::print_cancel(paper::PaperRef) -> Vec<printer::PrintView>;
            printer::printers() -> Vec<printer::Printer>;
            printer::printer_choose(printer::ChoosePrinter) -> Vec<printer::Printer>;
            printer::printer_test(printer::TestPrinter) -> ();
            device::device_check(device::CheckDevice) -> device::DeviceFinding;
            device::device_report() -> device::DeviceReport;
            device::device_report_save() -> paper::SaveReply;
            ticket::ticket_print(ticket::PrintTicket) -> ticket::TicketReply;
            ticket::ticket_printer() -> Option<ticket::TicketPrinter>;
            ticket::ticket_printer_choose(Option<ticket::TicketPrinter>) -> Option<ticket::TicketPrinter>;
            schedule::agenda(schedule::AgendaRequest) -> schedule::Agenda;
            schedule::session_judge(schedule::SessionInput) -> schedule::SessionJudged;
            schedule::session_schedule(schedule::SessionInput) -> permohonan_view::PermohonanView;
            schedule::session_reschedule(schedule::SessionInput) -> permohonan_view::PermohonanView;
            schedule::session_no_show(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            schedule::session_ask_again(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            schedule::session_close(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            schedule::notice_text(schedule::NoticeRequest) -> schedule::NoticeView;
            schedule::notice_sent(schedule::NoticeTold) -> permohonan_view::PermohonanView;
            schedule::notice_save(schedule::SaveNotice) -> paper::SaveReply;
            tangkapan::screen_windows() -> Vec<tangkapan::ScreenWindow>;
            tangkapan::screen_look(tangkapan::ScreenChoice) -> bytes;
            tangkapan::tangkapan_screen(tangkapan::CaptureScreen) -> permohonan_view::PermohonanView;
            tangkapan::tangkapan_add(bytes tangkapan::TangkapanMeta) -> permohonan_view::PermohonanView;
            tangkapan::tangkapan_pick(permohonan::CaseRef) -> Option<permohonan_view::PermohonanView>;
            tangkapan::tangkapan_mark(tangkapan::MarkTangkapan) -> permohonan_view::PermohonanView;
            tangkapan::tangkapan_bytes(tangkapan::TangkapanRequest) -> bytes;
            registration::email_registered(registration::SaidAt) -> permohonan_view::PermohonanView;
            registration::link_came(registration::SaidAt) -> permohonan_view::PermohonanView;
            registration::link_lapse(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            registration::sikap_letter(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            clock::standards_get(clock::HoldsOn) -> clock::Standards;
            clock::standards_set(clock::SetStandard) -> clock::Standards;
            clock::limits_get(clock::HoldsOn) -> clock::LimitsView;
            clock::limits_set(clock::SetLimits) -> clock::LimitsView;
            clock::contact_begin(permohonan::CaseRef) -> permohonan_view::PermohonanView;
            clock::overrun_explain(clock::ExplainOverrun) -> permohonan_view::PermohonanView;
            office_hours::service_hours_get(clock::HoldsOn) -> office_hours::OfficeHours;
            office_hours::service_hours_set(office_hours::SetServiceHours) -> office_hours::OfficeHours;
            office_hours::holidays_read(office_hours::HolidayList) -> office_hours::HolidayPreview;
            office_hours::holidays_set(office_hours::HolidayList) -> office_hours::OfficeHours;
            kiriman::baki() -> kiriman::Baki;
            kiriman::kiriman_add(bytes kiriman::KirimanMeta) -> kiriman::KirimanView;
            kiriman::kiriman_pick() -> Vec<kiriman::PickedKiriman>;
            kiriman::kiriman_page(kiriman::PageRequest) -> bytes;
            kiriman::kiriman_open_permohonan(kiriman::OpenFromKiriman) -> permohonan_view::PermohonanView;
            kiriman::kiriman_request(kiriman::TakeRequest) -> permohonan_view::PermohonanView;
            kiriman::request_note(kiriman::NoteRequest) -> permohonan_view::PermohonanView;
            kiriman::page_give(kiriman::GivePage) -> permohonan_view::PermohonanView;
            kiriman::kiriman_end(kiriman::EndKiriman) -> kiriman::Baki;
            hot_folder::hot_folder_get() -> hot_folder::HotFolderView;
            hot_folder::hot_folder_choose() -> Option<hot_folder::HotFolderProposal>;
            hot_folder::hot_folder_set(hot_folder::SetHotFolder) -> hot_folder::HotFolderView;
            hot_folder::hot_folder_off() -> hot_folder::HotFolderView;
            hot_folder::hot_folder_retry() -> hot_folder::HotFolderView;
            daftar_hitam::daftar_hitam_list() -> daftar_hitam::DaftarHitamListView;
            daftar_hitam::daftar_hitam_pick() -> Option<daftar_hitam::DaftarHitamPreview>;
            daftar_hitam::daftar_hitam_import(daftar_hitam::ImportDaftarHitam) -> daftar_hitam::DaftarHitamListView;
            mailbox::mailbox_get() -> mailbox::MailboxView;
            mailbox::mailbox_try(mailbox::MailboxInput) -> mailbox::MailboxTrial;
            mailbox::mailbox_set(mailbox::MailboxInput) -> mailbox::MailboxView;
            mailbox::mailbox_close() -> mailbox::MailboxView;
            mailbox::inbox_list() -> mailbox::InboxView;
            mailbox::inbox_take(loket_core::mailbox::MessageId) -> kiriman::KirimanView;
            mailbox::inbox_set_aside(loket_core::mailbox::MessageId) -> ();
            outbox::letter_queue(schedule::NoticeRequest) -> permohonan_view::PermohonanView;
            outbox::letter_withdraw(outbox::LetterRef) -> outbox::Outbox;
            outbox::outbox() -> outbox::Outbox;
            outbox::outbox_send() -> outbox::Outbox;
            report::report(report::ReportRequest) -> report::Report;
            report::report_save(report::ReportSave) -> paper::SaveReply;
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
