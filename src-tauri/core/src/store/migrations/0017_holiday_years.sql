-- Each year of the holidays keeps the source of its own list; before, all of them had one.
UPDATE holidays SET holidays = json_object(
    'list', json_extract(holidays, '$.list'),
    'years', json((SELECT json_group_object(year, source) FROM
        (SELECT DISTINCT substr(day.key, 1, 4) AS year, coalesce(json_extract(holidays, '$.source'), '') AS source
         FROM json_each(holidays, '$.list') AS day ORDER BY year))))
WHERE json_extract(holidays, '$.years') IS NULL;
