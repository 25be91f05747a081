-- Which deadlines an office's new calendar has left behind is asked every few seconds, and mostly the answer is none: it is found
-- along an index, by whose calendar it is, and not by reading every open deadline of the center.
drop index deadline_by_calendar;
create index deadline_by_office on deadline (center, (coalesce(agency, '')), calendar_version)
    where ended_at is null and not agreed and calendar_version is not null;
create index deadline_provisional on deadline (center, known_through)
    where ended_at is null and not agreed and known_through is not null;

-- What waits at agencies is narrowed to a step or an officer like every other list; few rows are away, so these are small.
create index inbox_away_step on inbox_item (away, step, due_here, task_id) where away is not null;
create index inbox_away_officer on inbox_item (away, officer, due_here, task_id) where away is not null;
