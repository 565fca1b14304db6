-- The office's mailbox, off until somebody set it: its account, what was set aside in the inbox, and letters that wait
-- to be sent. Part of the fold.
CREATE TABLE mailbox (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    id       TEXT NOT NULL,       -- under which its keys stand in case_key
    inbox    TEXT NOT NULL,       -- under which messages are remembered
    settings TEXT NOT NULL,       -- JSON: servers, and the authority that is trusted beside the computer's own
    user     TEXT NOT NULL,
    password TEXT NOT NULL,
    by       TEXT NOT NULL,
    at_ms    INTEGER NOT NULL
) STRICT;
CREATE TABLE set_aside (
    inbox    TEXT NOT NULL,
    validity INTEGER NOT NULL,
    uid      INTEGER NOT NULL,
    by       TEXT NOT NULL,
    at_ms    INTEGER NOT NULL,
    PRIMARY KEY (inbox, validity, uid)
) STRICT;
CREATE TABLE outbox (
    id         TEXT PRIMARY KEY,
    permohonan TEXT NOT NULL,
    kind       TEXT NOT NULL,     -- of notice
    session    INTEGER NOT NULL,  -- of the permohonan
    recipient  TEXT NOT NULL,
    words      TEXT NOT NULL,
    message    TEXT,              -- RFC 5322; NULL once it has ended
    queued_by  TEXT NOT NULL,
    queued_ms  INTEGER NOT NULL,
    ended      TEXT,
    ended_ms   INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (queued_ms) WHERE ended IS NULL;
CREATE INDEX outbox_of ON outbox (permohonan);
ALTER TABLE kiriman ADD COLUMN inbox TEXT;  -- in which the message lies, with its numbers there
ALTER TABLE kiriman ADD COLUMN mail_validity INTEGER;
ALTER TABLE kiriman ADD COLUMN mail_uid INTEGER;
CREATE INDEX kiriman_of_inbox ON kiriman (inbox) WHERE inbox IS NOT NULL;
-- The next number of a year is asked for at every new case.
CREATE UNIQUE INDEX permohonan_series ON permohonan (year, station, sequence);
