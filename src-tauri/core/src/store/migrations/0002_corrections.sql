-- What must stay visible on the case and on its Bukti although it was put right: part of the fold.
CREATE TABLE correction (
    permohonan TEXT NOT NULL,
    n          INTEGER NOT NULL,
    field      TEXT NOT NULL,
    cause      TEXT NOT NULL,
    seen_ms    INTEGER,        -- when SPSE was seen to say the new value
    old        TEXT,
    new        TEXT,
    by         TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (permohonan, n)
) STRICT;
CREATE TABLE taken_back (
    permohonan TEXT NOT NULL,
    n          INTEGER NOT NULL,
    what       TEXT NOT NULL,  -- a row of the comparison, or a transition
    codes      TEXT NOT NULL,  -- reason codes of what was taken back, parted by spaces
    reason     TEXT,
    by         TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (permohonan, n)
) STRICT;
CREATE TABLE contact (
    permohonan TEXT NOT NULL,
    n          INTEGER NOT NULL,
    method     TEXT NOT NULL,
    purpose    TEXT NOT NULL,
    reached    INTEGER NOT NULL,
    note       TEXT,
    by         TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (permohonan, n)
) STRICT;
ALTER TABLE permohonan ADD COLUMN redirect TEXT;            -- JSON
ALTER TABLE permohonan ADD COLUMN sikap_confirmation TEXT;
