-- Pictures of a video call: evidence that the originals were shown. Part of the fold.
CREATE TABLE tangkapan (
    id             TEXT PRIMARY KEY,
    permohonan     TEXT NOT NULL,
    session        INTEGER NOT NULL,
    source         TEXT NOT NULL,
    sealed_name    TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    bytes          INTEGER NOT NULL,
    width          INTEGER NOT NULL,
    height         INTEGER NOT NULL,
    exif_at        TEXT,          -- RFC 3339, what a phone's camera said
    sealed_ms      INTEGER NOT NULL,
    sealed_by      TEXT NOT NULL,
    shows          TEXT,
    code_visible   INTEGER NOT NULL DEFAULT 0,
    readable       INTEGER NOT NULL DEFAULT 0,
    erased         INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tangkapan_of ON tangkapan (permohonan, sealed_ms);
