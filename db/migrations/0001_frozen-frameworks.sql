-- No table changes: a migration puts the triggers of db/frozen.ts in place anew, and one was added there.
SELECT 1;
