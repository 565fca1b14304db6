-- Since when a case has its status, since when its form is filled, and when its vendor was reminded last: the home screen
-- asks for all three of every case that waits. Part of the fold.
ALTER TABLE permohonan ADD COLUMN since_ms INTEGER;
ALTER TABLE permohonan ADD COLUMN submitted_ms INTEGER;   -- T-05; before it, when the link to the form came
ALTER TABLE permohonan ADD COLUMN reminded_ms INTEGER;
UPDATE permohonan SET
    since_ms = (SELECT w.since_ms FROM phase w WHERE w.permohonan = permohonan.id AND w.until_ms IS NULL),
    submitted_ms = coalesce(
        (SELECT min(w.since_ms) FROM phase w WHERE w.permohonan = permohonan.id AND w.transition = 'T-05'), link_ms),
    reminded_ms = (SELECT max(at_ms) FROM contact w WHERE w.permohonan = permohonan.id AND purpose = 'pengingat'
        AND (reached = 1 OR method IN ('surel', 'whatsapp')));
CREATE INDEX permohonan_by_wait ON permohonan (status, submitted_ms, opened_ms, reminded_ms, id);
