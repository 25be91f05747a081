-- When each office works (暦・開庁日): of a center, or of an agency around it. Without a row the usual calendar counts. A change is a
-- new version; what was counted by the old one says so, until somebody has counted it anew.
create table work_calendar (
    id                 bigint generated always as identity primary key,
    center             text not null references center,
    agency             text references agency,
    version            int not null check (version > 0),
    closed_on_holidays boolean not null,
    closed_at_new_year boolean not null,
    by_account         text not null,
    at                 timestamptz not null,
    unique nulls not distinct (center, agency, version)
);
create table work_calendar_hours (
    calendar bigint not null references work_calendar,
    center   text not null references center,
    weekday  int not null check (weekday between 1 and 7), -- ISO 8601: Monday is 1
    opens    time not null,
    closes   time not null check (closes > opens),
    primary key (calendar, weekday)
);
-- Days on which the office differs: closed, or open with hours of its own.
create table work_calendar_day (
    calendar bigint not null references work_calendar,
    center   text not null references center,
    day      date not null,
    opens    time,
    closes   time,
    remark   text not null,
    primary key (calendar, day),
    check (num_nonnulls(opens, closes) in (0, 2) and (opens is null or closes > opens))
);
do $$
declare t text;
begin
    foreach t in array array['work_calendar', 'work_calendar_hours', 'work_calendar_day'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_own_center on %I for select using (center in (acting_center(), acting_office()))', t);
        execute format('create policy kept_by_own_office on %I for insert with check (center = acting_office())', t);
        execute format('grant select, insert on %I to tasuki_app', t);
    end loop;
end
$$;
-- No calendar of one center hangs on an agency of another.
create policy for_own_agency on work_calendar as restrictive for insert
    with check (agency is null or exists (select from agency a where a.key = agency and a.center = work_calendar.center));

alter table deadline
    -- For whom it waits; null for the center's own people.
    add column agency           text references agency,
    -- The version of that office's calendar it was counted by; null when its rule asks no calendar.
    add column calendar_version int default 0,
    -- Up to when the holidays were certain, for what was counted beyond: it is provisional (暫定).
    add column known_through    date;
-- What is there already may have been counted by a calendar: version 0 lets it be counted anew once, should one ever change.
alter table deadline alter column calendar_version drop default;
create index deadline_by_calendar on deadline (center, calendar_version) where ended_at is null;

alter table deadline no force row level security;
alter table inbox_item no force row level security;
update deadline d set agency = i.agency from inbox_item i
where i.wait_id = d.wait_id and i.case_number = d.case_number and i.agency is not null and d.ended_at is null;
alter table deadline force row level security;
alter table inbox_item force row level security;
