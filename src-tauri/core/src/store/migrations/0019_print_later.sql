-- Papers that wait for a printer.
CREATE TABLE print_later (
    paper      TEXT PRIMARY KEY,
    permohonan TEXT NOT NULL,
    copies     INTEGER NOT NULL,
    since_ms   INTEGER NOT NULL
) STRICT;
