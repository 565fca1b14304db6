//! Journeys: the stories of the office, one file each, told through the actions of the desk.

mod s01_clean_walk_in;

