//! Loket core.
