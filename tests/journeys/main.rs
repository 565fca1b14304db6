//! Journeys: the stories of the office, one file each, told through the actions of the desk.

mod s01_clean_walk_in;
mod s02_online;
mod s02_sole_owner;
mod s03_title_and_abbreviation;
mod s04_surat_kuasa;
mod s06_other_npwp;
mod s07_wrong_digit;
mod s08_branch;
mod s09_new_npwp;
mod s13_no_show;
mod s14_call_breaks_off;
mod s15_damaged_ktp;
mod s22_power_cut;
mod s23_photocopy;
mod s26_old_region_code;
mod s30_clock_went_back;

mod approval;
mod cited;
mod closing;
mod closing_papers;
mod conflict;
mod correction;
mod duplicate;
mod handover;
mod home;
mod kiriman;
mod masks;
mod practice;
mod proposal;
mod recovery_sheet;
mod replacement;
mod roles;
mod sikap;
mod taking_back;
mod tempel;
