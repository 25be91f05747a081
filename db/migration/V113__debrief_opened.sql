-- From when on a class's people may look back at what their own group did, and held against which way; nothing says the case's own.
alter table practice_class
    add column debrief_at  timestamptz,
    add column debrief_way text check (debrief_way is null or (debrief_way ~ '^[a-z0-9-]{1,60}$' and debrief_at is not null));
grant update (debrief_at, debrief_way) on practice_class to tasuki_app;
