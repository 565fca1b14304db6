-- Where the clock should have stood when it went ahead by itself, until a person says that it is right. Part of the fold.
ALTER TABLE clock ADD COLUMN expected_ms INTEGER;
