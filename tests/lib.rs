//! Shared by the stories: an office in a temporary folder, its people and its drawn cards.
