-- Each wait's time limit, for the people who read; the engine's timer does the waking.
create table deadline (
    id           bigint generated always as identity primary key,
    case_number  text not null,
    center       text not null,
    wait_id      text not null,
    process      text not null,
    step         text not null,
    rule         text not null,
    rule_version date not null,
    started_at   timestamptz not null,
    due_at       timestamptz not null,
    warn_at      timestamptz[] not null default '{}',
    state        text not null default 'running'
                 check (state in ('running', 'over', 'met', 'met late', 'cancelled')),
    ended_at     timestamptz,
    reason       text,
    foreign key (case_number, center) references case_file (number, center)
);
create unique index deadline_of_wait on deadline (wait_id, rule) where ended_at is null;
create index deadline_open_of_case on deadline (case_number) where ended_at is null;

-- When a thing happened that a rule counts from: acceptance, start of protection, rejection of a warrant …
create table case_fact (
    case_number text not null,
    center      text not null,
    name        text not null,
    at          timestamptz not null,
    noted_at    timestamptz not null,
    primary key (case_number, name),
    foreign key (case_number, center) references case_file (number, center)
);

-- A practice case runs ahead of, or behind, the real time by this much. No row: the system's own time.
create table case_clock (
    case_number text primary key,
    center      text not null,
    ahead       interval not null,
    foreign key (case_number, center) references case_file (number, center)
);

do $$
declare t text;
begin
    foreach t in array array['deadline', 'case_fact', 'case_clock'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_center on %I using (center = acting_center())', t);
        execute format('grant select, insert, update on %I to tasuki_app', t);
    end loop;
end
$$;
create policy handed_to_my_agency on case_clock for select
    using (exists (select from hand_over h
                   where h.case_number = case_clock.case_number and h.agency = acting_agency() and h.state in ('sent', 'accepted')));
grant delete on case_clock to tasuki_app;
