-- When the e-mail was registered at the SPSE and when its link came, as the vendor says. Part of the fold.
ALTER TABLE permohonan ADD COLUMN registered_ms INTEGER;
ALTER TABLE permohonan ADD COLUMN link_ms INTEGER;
