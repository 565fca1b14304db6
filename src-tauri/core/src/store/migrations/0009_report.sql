-- What reports of a period are counted from: the reason codes of each step, and steps by their time. Part of the fold.
ALTER TABLE phase ADD COLUMN codes TEXT;  -- of the step that led to it, apart by spaces
CREATE INDEX phase_by_since ON phase (since_ms);
CREATE INDEX phase_by_until ON phase (until_ms);
CREATE INDEX contact_by_time ON contact (at_ms);
CREATE INDEX notice_by_time ON notice (at_ms);
