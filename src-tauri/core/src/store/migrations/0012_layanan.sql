-- What a permohonan is for, and, where it changes the data of another one, which and what. Part of the fold.
ALTER TABLE permohonan ADD COLUMN layanan TEXT NOT NULL DEFAULT 'akun_baru';
ALTER TABLE permohonan ADD COLUMN refers_to TEXT;  -- id of the permohonan whose data change
ALTER TABLE permohonan ADD COLUMN perubahan TEXT;  -- JSON: parts, former data, letter
CREATE INDEX permohonan_by_former ON permohonan (refers_to) WHERE refers_to IS NOT NULL;
