-- Who has been trained in what (研修記録): how far somebody is in a course, held courses and who came, certificates. No case is in any of
-- it, but it is what people could and could not do: each sees their own, and whoever keeps the record of the office sees the office's.

-- Said by the application in a transaction of somebody who may keep the office's record: it bears who asked, so that nobody else who acts
-- in the same transaction profits.
create function keeps_training() returns boolean language sql stable
    return coalesce(current_setting('tasuki.keeps_training', true) = acting_account(), false);

-- The center whose courses are for the actor: their own, or the one that their agency works with.
create function training_center() returns text language sql stable
    return coalesce(acting_office(), (select center from agency where key = acting_agency()));

-- A unit of a course that somebody has done: when first and last, how often, and the best try.
create table training_done (
    account    text not null references account,
    course     text not null check (length(course) <= 100),
    unit       text not null check (length(unit) <= 100),
    center     text not null references center check (center not like 'practice-%'),
    agency     text references agency,
    first_at   timestamptz not null,
    last_at    timestamptz not null check (last_at >= first_at),
    tries      int not null check (tries > 0),
    best_right int not null check (best_right between 0 and asked),
    asked      int not null,
    primary key (account, course, unit)
);
create index training_done_of_center on training_done (center, course);

-- A course that is held at a time (研修の実施). What it was called stays, whatever becomes of the course's file.
create table training_session (
    id           bigint generated always as identity primary key,
    center       text not null references center check (center not like 'practice-%'),
    course       text not null,
    audience     text not null,
    name_ja      text not null,
    name_en      text not null,
    online       boolean not null,
    place        text check (length(place) between 1 and 100),
    link         text check (link like 'https://%' and length(link) <= 500),
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    capacity     int not null check (capacity between 1 and 500),
    taken        int not null default 0,
    code         text not null check (code ~ '^[A-Z2-9]{6}$'),
    announced_by text not null references account,
    announced_at timestamptz not null,
    cancelled_at timestamptz,
    check (ends_at > starts_at and ends_at <= starts_at + interval '31 days'),
    check (taken between 0 and capacity), -- whatever else fails, no place is given away twice
    check (online or place is not null),
    unique (id, center)
);
create index training_session_of_center on training_session (center, starts_at desc);

-- Whoever takes part; the office is the one of that day. Attendance and its reason are one of a few words, never a text.
create table training_enrolment (
    session      bigint not null,
    account      text not null references account,
    center       text not null,
    agency       text references agency,
    enrolled_at  timestamptz not null,
    withdrawn_at timestamptz,
    attendance   text check (attendance in ('present', 'part', 'absent')),
    reason       text check (reason in ('duty', 'urgent', 'leave', 'connection', 'other')),
    marked_by    text references account,
    marked_at    timestamptz,
    primary key (session, account),
    foreign key (session, center) references training_session (id, center),
    check ((attendance is null) = (marked_at is null) and (marked_at is null) = (marked_by is null)),
    check (reason is null or attendance in ('part', 'absent'))
);
create index training_enrolment_of_account on training_enrolment (account);

-- Who came without an account: how many, and from which office. No names: see docs/decisions/0056.
create table training_guests (
    session    bigint not null,
    center     text not null,
    office     text not null check (length(office) <= 60), -- an agency's key, the center's, or 'elsewhere'
    many       int not null check (many between 1 and 500),
    noted_by   text not null references account,
    noted_at   timestamptz not null,
    primary key (session, office),
    foreign key (session, center) references training_session (id, center)
);

-- A course that somebody has completed (修了). What it was, and where they were then, stays.
create table training_certificate (
    number       text primary key check (number ~ '^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$'),
    account      text not null references account,
    center       text not null references center check (center not like 'practice-%'),
    agency       text references agency,
    course       text not null,
    audience     text not null,
    name_ja      text not null,
    name_en      text not null,
    session      bigint references training_session,
    minutes      int not null check (minutes >= 0),
    completed_at timestamptz not null,
    revoked_at   timestamptz -- attendance was corrected: whoever holds the paper holds nothing
);
create unique index training_certificate_once on training_certificate (account, course) where revoked_at is null;
create index training_certificate_of_center on training_certificate (center, completed_at);

do $$
declare
    t text;
begin
    foreach t in array array['training_done', 'training_session', 'training_enrolment', 'training_guests', 'training_certificate'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
    end loop;
    foreach t in array array['training_done', 'training_enrolment', 'training_certificate'] loop
        execute format('create policy my_own on %I using (account = acting_account())', t);
        -- Whoever has moved to another center goes on with what they began, but begins nothing new at the old one.
        execute format('create policy begun_here on %I as restrictive for insert with check (center = training_center())', t);
        execute format('create policy kept on %I using (keeps_training() and center = acting_office())', t);
    end loop;
end
$$;
create policy of_own_center on training_session using (center = training_center());
-- A place is taken by whoever enrols; announcing and cancelling are the keepers'.
create policy announced_by_keepers on training_session as restrictive for insert with check (keeps_training());
create policy cancelled_by_keepers on training_session as restrictive for update using (true) with check (keeps_training() or cancelled_at is null);
create policy kept on training_guests using (keeps_training() and center = acting_office());

grant select on training_done, training_session, training_enrolment, training_guests, training_certificate to tasuki_app;
grant insert, update (last_at, tries, best_right, asked) on training_done to tasuki_app;
grant insert, update (taken, cancelled_at) on training_session to tasuki_app;
grant insert, update (center, agency, enrolled_at, withdrawn_at, attendance, reason, marked_by, marked_at) on training_enrolment to tasuki_app;
grant insert, update (many, noted_by, noted_at), delete on training_guests to tasuki_app;
grant insert, update (revoked_at) on training_certificate to tasuki_app;
