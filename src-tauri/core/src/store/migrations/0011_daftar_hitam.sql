-- The daftar hitam that the office imported, one at a time, under keys of its own. Part of the fold.
CREATE TABLE daftar_hitam (
    only      INTEGER PRIMARY KEY CHECK (only = 1),
    id        TEXT NOT NULL,      -- under which its keys stand in case_key
    list_date TEXT NOT NULL,      -- ISO
    rows      INTEGER NOT NULL,
    by        TEXT NOT NULL,
    at_ms     INTEGER NOT NULL
) STRICT;
CREATE TABLE daftar_hitam_row (
    n         INTEGER PRIMARY KEY,
    npwp      TEXT NOT NULL,      -- sixteen digits
    taxpayer  TEXT NOT NULL,      -- what all offices of one taxpayer share
    name      TEXT NOT NULL,
    first_day TEXT,
    last_day  TEXT,
    decision  TEXT NOT NULL
) STRICT;
CREATE INDEX daftar_hitam_by_taxpayer ON daftar_hitam_row (taxpayer);
