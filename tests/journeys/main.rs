//! Journeys: the stories of the office through the core.
