-- The log: one chain per station. Nothing here is ever updated or deleted.
CREATE TABLE act (
    station    INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    order_ms   INTEGER NOT NULL,  -- hybrid clock: never falls, so order survives a clock set back
    order_tick INTEGER NOT NULL,
    wall_ms    INTEGER NOT NULL,  -- what the station's clock said
    actor      TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    verb       TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    open       BLOB    NOT NULL,  -- CBOR without personal data
    sealed     BLOB,              -- personal payload under the case's key
    prev       BLOB    NOT NULL,
    hash       BLOB    NOT NULL,
    PRIMARY KEY (station, seq)
) STRICT;
CREATE INDEX act_by_subject ON act (subject, order_ms, order_tick);
CREATE INDEX act_by_order ON act (order_ms, order_tick, station, seq);

-- Outside log and fold: facts about this copy, wrapped case keys, typing in progress.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE case_key (
    permohonan        TEXT PRIMARY KEY,
    paper_wrapped     BLOB NOT NULL,   -- the row goes when the case is erased
    picture_recipient TEXT NOT NULL,
    picture_sealed    BLOB             -- NULL once its pictures are erased
) STRICT;
CREATE TABLE draft (
    permohonan TEXT NOT NULL,
    key        TEXT NOT NULL,
    value      TEXT NOT NULL,
    saved_ms   INTEGER NOT NULL,
    PRIMARY KEY (permohonan, key)
) STRICT;

-- The fold: everything below can be rebuilt from the log.
CREATE TABLE clock (
    only    INTEGER PRIMARY KEY CHECK (only = 1),
    high_ms INTEGER NOT NULL   -- highest wall time seen, lowered only by a confirmed clock
) STRICT;
CREATE TABLE office (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    identity TEXT NOT NULL,    -- JSON of OfficeIdentity
    practice INTEGER NOT NULL,
    logo     BLOB
) STRICT;
CREATE TABLE officer (
    id       TEXT PRIMARY KEY,
    username TEXT NOT NULL,
    name     TEXT NOT NULL,
    nip      TEXT NOT NULL,
    roles    TEXT NOT NULL,    -- JSON array
    active   INTEGER NOT NULL
) STRICT;
CREATE TABLE permohonan (
    id               TEXT PRIMARY KEY,
    number           TEXT NOT NULL UNIQUE,
    year             INTEGER NOT NULL,
    station          INTEGER NOT NULL,
    sequence         INTEGER NOT NULL,
    profil           TEXT NOT NULL,
    channel          TEXT NOT NULL,
    status           TEXT NOT NULL,
    notice_version   TEXT NOT NULL,
    opened_ms        INTEGER NOT NULL,
    updated_ms       INTEGER NOT NULL,
    queue            TEXT,
    queue_day        TEXT,
    queue_sequence   INTEGER,
    company          TEXT,
    npwp_key         TEXT,     -- 16 digits, for duplicates
    attendee_name    TEXT,
    attendee_nik     TEXT,
    attendee_phone   TEXT,
    priority         TEXT,
    kapasitas        TEXT,
    kewenangan       INTEGER,
    kewenangan_basis TEXT,
    daftar_hitam     TEXT,
    daftar_hitam_date TEXT,
    surat_kuasa      TEXT,     -- JSON
    verifier         TEXT,
    started_ms       INTEGER,
    due              TEXT,     -- ISO date by which someone must act
    user_id_spse     TEXT,
    activated_ms     INTEGER,
    over_time_reason TEXT,
    erased_ms        INTEGER,
    erased_reason    TEXT
) STRICT;
CREATE INDEX permohonan_by_status ON permohonan (status, updated_ms);
CREATE INDEX permohonan_by_npwp ON permohonan (npwp_key);
CREATE UNIQUE INDEX permohonan_queue ON permohonan (queue_day, station, queue_sequence) WHERE queue_day IS NOT NULL;
CREATE TABLE form_value (
    permohonan TEXT NOT NULL,
    field      TEXT NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (permohonan, field)
) STRICT;
CREATE TABLE document (
    permohonan TEXT NOT NULL,
    kind       TEXT NOT NULL,
    state      TEXT NOT NULL,
    paper_copy INTEGER,
    sighting   TEXT,
    sighted_by TEXT,
    sighted_ms INTEGER,
    PRIMARY KEY (permohonan, kind)
) STRICT;
CREATE TABLE document_value (
    permohonan TEXT NOT NULL,
    kind       TEXT NOT NULL,
    field      TEXT NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (permohonan, kind, field)
) STRICT;
CREATE TABLE picture (
    id             TEXT PRIMARY KEY,
    permohonan     TEXT NOT NULL,
    kind           TEXT NOT NULL,
    sealed_name    TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    bytes          INTEGER NOT NULL,
    width          INTEGER NOT NULL,
    height         INTEGER NOT NULL,
    source         TEXT NOT NULL,
    taken_ms       INTEGER NOT NULL,
    taken_by       TEXT NOT NULL,
    corners        TEXT,        -- JSON, four points in the turned original
    quarter_turns  INTEGER NOT NULL DEFAULT 0,
    current        INTEGER NOT NULL DEFAULT 1,
    cited          INTEGER NOT NULL DEFAULT 0, -- a decision rests on it
    erased         INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX picture_by_case ON picture (permohonan, kind, taken_ms);
CREATE TABLE decision (
    permohonan  TEXT NOT NULL,
    row         TEXT NOT NULL,
    decision    TEXT,          -- NULL: a person took the program's tick away
    outcome     TEXT,
    rule        TEXT NOT NULL,
    reason_code TEXT,
    reason      TEXT,
    form_value  TEXT,          -- the two values it was decided on
    document_value TEXT,
    decided_by  TEXT NOT NULL,
    decided_ms  INTEGER NOT NULL,
    PRIMARY KEY (permohonan, row)
) STRICT;
CREATE TABLE shortage (
    permohonan TEXT NOT NULL,
    code       TEXT NOT NULL,
    note       TEXT,
    answered   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (permohonan, code)
) STRICT;
CREATE TABLE phase (
    permohonan TEXT NOT NULL,
    n          INTEGER NOT NULL,
    status     TEXT NOT NULL,
    transition TEXT NOT NULL,
    since_ms   INTEGER NOT NULL,
    until_ms   INTEGER,
    actor      TEXT NOT NULL,
    PRIMARY KEY (permohonan, n)
) STRICT;
CREATE TABLE paper (
    id             TEXT PRIMARY KEY,
    permohonan     TEXT NOT NULL,
    kind           TEXT NOT NULL,
    number         TEXT UNIQUE,
    year           INTEGER,
    station        INTEGER,
    sequence       INTEGER,
    sealed_name    TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    bytes          INTEGER NOT NULL,
    pages          INTEGER NOT NULL,
    issued_ms      INTEGER NOT NULL,
    issued_by      TEXT NOT NULL,
    prints         INTEGER NOT NULL DEFAULT 0,
    replaced_by    TEXT
) STRICT;
CREATE INDEX paper_by_case ON paper (permohonan, issued_ms);
CREATE UNIQUE INDEX paper_series ON paper (kind, year, station, sequence) WHERE sequence IS NOT NULL;
CREATE VIRTUAL TABLE search USING fts5 (permohonan UNINDEXED, words, tokenize = 'trigram');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
