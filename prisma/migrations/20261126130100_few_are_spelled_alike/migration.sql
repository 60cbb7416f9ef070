-- Told nothing, PostgreSQL reckons with a thousand names that are spelled alike, and reads whole tables to join them.
ALTER FUNCTION spelled_alike(text[]) ROWS 20;
