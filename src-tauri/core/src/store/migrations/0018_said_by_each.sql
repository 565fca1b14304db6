-- Each line that says why a verification took longer stands by itself; before, a new one took in the older ones.
ALTER TABLE overrun RENAME TO overrun_of_one;
CREATE TABLE overrun (
    permohonan TEXT NOT NULL,
    row        INTEGER NOT NULL, -- of the SOP
    n          INTEGER NOT NULL, -- in the order in which it was said
    reason     TEXT NOT NULL,
    by         TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (permohonan, row, n)
) STRICT;
INSERT INTO overrun SELECT permohonan, row, 1, reason, by, at_ms FROM overrun_of_one;
DROP TABLE overrun_of_one;
-- By how much the clock was set back, until it was seen right again or a person says so.
ALTER TABLE clock ADD COLUMN set_back_ms INTEGER;
