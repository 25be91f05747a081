-- Who is away, and who stands in for them (不在・代理). No reason is kept: that somebody is ill is nobody's business.
create table absence (
    id           bigint generated always as identity primary key,
    center       text not null references center,
    account      text not null references account,
    kind         text not null check (kind in ('leave', 'duty', 'training', 'other')),
    starts_at    timestamptz not null,
    ends_at      timestamptz not null check (ends_at > starts_at),
    entered_by   text not null,
    entered_at   timestamptz not null,
    -- Ended before its time, or taken back before it began.
    cancelled_by text,
    cancelled_at timestamptz
);
create index absence_of_center on absence (center, ends_at) where cancelled_at is null;
create index absence_of_person on absence (account, ends_at) where cancelled_at is null;

create table absence_substitute (
    absence bigint not null references absence,
    center  text not null references center,
    place   int not null,
    account text not null references account,
    primary key (absence, place),
    unique (absence, account)
);
create index absence_substitute_of_person on absence_substitute (account);

do $$
declare t text;
begin
    foreach t in array array['absence', 'absence_substitute'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_center on %I using (center in (acting_center(), acting_office()))', t);
        execute format('grant select, insert on %I to tasuki_app', t);
    end loop;
end
$$;
grant update (cancelled_by, cancelled_at) on absence to tasuki_app;
