-- Changed processes that an office brings in (業務手順の版), and running cases that go on by them. Nothing here names a case: what runs is
-- known by the engine's own id, which goes when the case is erased.
create table process_version (
    id           uuid primary key,
    -- Null where the file is for none of the house's processes.
    process      text,
    file         text not null check (length(file) between 1 and 200),
    size         int not null,
    sha256       text not null,
    -- A refused file is not kept.
    xml          bytea,
    uploader     text not null references account,
    uploaded_at  timestamptz not null,
    state        text not null check (state in ('refused', 'waiting', 'effective', 'withdrawn')),
    effective_on date not null,
    -- The engine's ids of the version that it took the place of, and of itself.
    before       text,
    definition   text,
    effective_at timestamptz,
    check ((state = 'refused') = (xml is null)),
    check (state = 'refused' or process is not null),
    check ((state = 'effective') = (definition is not null and effective_at is not null))
);
create index process_version_waiting on process_version (effective_on, uploaded_at) where state = 'waiting';

-- What must change in a file before it can be used.
create table process_finding (
    version uuid not null references process_version on delete cascade,
    place   int not null,
    element text not null,
    ja      text not null,
    en      text not null,
    primary key (version, place)
);

-- Running cases of a process that are brought under a version.
create table process_move (
    id       uuid primary key,
    version  uuid not null references process_version,
    -- Steps of versions before, and what each is called in this one.
    renamed  text not null default '',
    size     int not null,
    state    text not null default 'running' check (state in ('running', 'paused', 'done')),
    begun_by text not null references account,
    begun_at timestamptz not null,
    ended_at timestamptz,
    check ((state = 'done') = (ended_at is not null))
);
create unique index process_move_open on process_move (version) where state <> 'done';

create table process_move_row (
    run      uuid not null references process_move on delete cascade,
    place    int not null,
    instance text not null,
    state    text not null default 'waiting' check (state in ('waiting', 'moved', 'left')),
    why      text,
    element  text,
    tries    smallint not null default 0,
    at       timestamptz,
    primary key (run, place),
    check ((state = 'left') = (why is not null))
);
create index process_move_row_waiting on process_move_row (run, place) where state = 'waiting';

do $$
declare t text;
begin
    foreach t in array array['process_version', 'process_finding', 'process_move', 'process_move_row'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        -- The house's own; an agency's people have no business with it.
        execute format('create policy of_the_house on %I using (acting_agency() is null and (acting_as_system() or acting_office() is not null))', t);
        execute format('grant select, insert on %I to tasuki_app', t);
    end loop;
end
$$;
grant update (state, xml, before, definition, effective_at) on process_version to tasuki_app;
grant update (state, ended_at) on process_move to tasuki_app;
grant update (state, why, element, tries, at) on process_move_row to tasuki_app;
