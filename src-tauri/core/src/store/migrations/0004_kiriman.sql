-- What came by e-mail and waits in the Baki. Each has keys of its own in case_key, under its own id; when they
-- are destroyed, the columns that name somebody are emptied. Part of the fold.
CREATE TABLE kiriman (
    id             TEXT PRIMARY KEY,
    source         TEXT NOT NULL,
    sealed_name    TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    bytes          INTEGER NOT NULL,
    received_ms    INTEGER NOT NULL,
    received_by    TEXT NOT NULL,
    sent_at        TEXT,        -- RFC 3339, as the sender's program wrote it; NULL for a loose file
    until          TEXT NOT NULL,
    file_name      TEXT,
    sender         TEXT,
    sender_name    TEXT,
    subject        TEXT,
    permohonan     TEXT,        -- whose request it is
    ended          TEXT,
    ended_ms       INTEGER
) STRICT;
CREATE INDEX kiriman_open ON kiriman (received_ms) WHERE ended IS NULL;
CREATE TABLE kiriman_page (
    id             TEXT PRIMARY KEY,
    kiriman        TEXT NOT NULL,
    n              INTEGER NOT NULL,
    name           TEXT,
    sheet          INTEGER,
    sealed_name    TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    bytes          INTEGER NOT NULL,
    width          INTEGER NOT NULL,
    height         INTEGER NOT NULL,
    given_to       TEXT,        -- permohonan that it last became a picture of
    document       TEXT
) STRICT;
CREATE INDEX kiriman_page_of ON kiriman_page (kiriman, n);
CREATE TABLE kiriman_refused (
    kiriman TEXT NOT NULL,
    n       INTEGER NOT NULL,
    name    TEXT NOT NULL,
    what    TEXT NOT NULL,
    todo    TEXT NOT NULL,
    PRIMARY KEY (kiriman, n)
) STRICT;
CREATE TABLE mailed_request (
    permohonan     TEXT PRIMARY KEY,
    kiriman        TEXT,
    sealed_name    TEXT,
    content_sha256 TEXT,
    bytes          INTEGER,
    sent_at        TEXT NOT NULL,
    received_ms    INTEGER NOT NULL,  -- when the desk wrote it down
    received_by    TEXT NOT NULL,
    sender         TEXT,
    sender_name    TEXT,
    subject        TEXT,
    erased         INTEGER NOT NULL DEFAULT 0
) STRICT;
