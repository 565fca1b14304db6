-- Under which numbers and addresses other permohonan of the same vendor are found (W-DUP). An index like the
-- words of search: the rules say what stands in it, and it is filled when an office opens (see fold/index.rs).
CREATE TABLE identity_key (
    permohonan TEXT NOT NULL,
    key        TEXT NOT NULL,
    PRIMARY KEY (permohonan, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_key_by_key ON identity_key (key);
DROP INDEX permohonan_by_npwp;
