-- How long the office waits and how often it tries, for permohonan opened from a day on. Part of the fold.
CREATE TABLE limits (
    since  TEXT PRIMARY KEY,    -- ISO date from which they hold
    limits TEXT NOT NULL,       -- JSON
    by     TEXT NOT NULL,
    at_ms  INTEGER NOT NULL
) STRICT;
