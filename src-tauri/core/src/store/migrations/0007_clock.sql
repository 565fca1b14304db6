-- The minutes of the SOP from a day on, what each attempt to reach a vendor took, and why a row took longer. Part of
-- the fold.
CREATE TABLE mutu_baku (
    since   TEXT PRIMARY KEY,    -- ISO date from which they hold
    minutes TEXT NOT NULL,       -- JSON of the eight rows
    by      TEXT NOT NULL,
    at_ms   INTEGER NOT NULL
) STRICT;
CREATE TABLE overrun (
    permohonan TEXT NOT NULL,
    row        INTEGER NOT NULL, -- of the SOP
    reason     TEXT NOT NULL,
    by         TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (permohonan, row)
) STRICT;
ALTER TABLE contact ADD COLUMN minutes INTEGER;
