-- What was looked up before a registration at INAPROC, and how the help ended. Part of the fold.
ALTER TABLE permohonan ADD COLUMN inaproc TEXT;  -- JSON
ALTER TABLE permohonan ADD COLUMN outcome TEXT;
