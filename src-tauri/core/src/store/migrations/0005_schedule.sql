-- Online sessions: when the office holds them, what was promised, and what the vendor was told. Part of the fold.
CREATE TABLE service_hours (
    since TEXT PRIMARY KEY,     -- ISO date from which they hold
    hours TEXT NOT NULL,        -- JSON of ServiceHours
    by    TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE holidays (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    holidays TEXT NOT NULL,     -- JSON of Holidays
    by       TEXT NOT NULL,
    at_ms    INTEGER NOT NULL
) STRICT;
CREATE TABLE video_session (
    permohonan  TEXT NOT NULL,
    n           INTEGER NOT NULL,
    state       TEXT NOT NULL,
    start_ms    INTEGER NOT NULL,  -- as promised; of a session nobody promised, when it began
    minutes     INTEGER NOT NULL,
    verifikator TEXT NOT NULL,
    way         TEXT NOT NULL,
    join_at     TEXT,
    reason      TEXT,              -- why it was moved
    code        TEXT,
    booked_ms   INTEGER NOT NULL,
    booked_by   TEXT NOT NULL,
    began_ms    INTEGER,
    ended_ms    INTEGER,
    PRIMARY KEY (permohonan, n)
) STRICT;
CREATE INDEX video_session_by_start ON video_session (start_ms);
CREATE TABLE notice (
    permohonan TEXT NOT NULL,
    n          INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    method     TEXT NOT NULL,
    session    INTEGER,            -- which session it was about
    words      TEXT,
    by         TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (permohonan, n)
) STRICT;
