-- The case and the people in it. Every table that holds a case carries its center, so that each policy is one comparison;
-- the foreign keys name both, so that nobody hangs a row of their own center onto another center's case.
create table case_sequence (
    center      text not null references center,
    fiscal_year int not null,
    last        bigint not null,
    primary key (center, fiscal_year)
);
alter table case_sequence enable row level security;
alter table case_sequence force row level security;
create policy own_center on case_sequence using (center = acting_center());
grant select, insert, update on case_sequence to tasuki_app;

create table case_file (
    number      text primary key,
    center      text not null references center,
    status      text not null check (status in ('open', 'closed', 'withdrawn', 'joined')),
    outcome     text,
    urgency     text not null default 'none',
    officer     text references account,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    joined_into text references case_file,
    practice    boolean not null default false,
    unique (number, center)
);
create index case_file_open on case_file (center, opened_at) where status = 'open';

-- One step at a time in a case, until the transaction ends.
create function hold_case(number text) returns void language sql
    return pg_advisory_xact_lock(hashtextextended('case ' || number, 0));

create table hand_over (
    id             text primary key,
    case_number    text not null,
    center         text not null,
    kind           text not null check (kind in ('police', 'support')),
    agency         text references agency,
    purpose        text,
    state          text not null check (state in
                   ('prepared', 'sent', 'accepted', 'declined', 'silent', 'undertaken', 'dropped')),
    prepared_at    timestamptz not null,
    sent_at        timestamptz,
    answered_at    timestamptz,
    closed_at      timestamptz,
    foreign key (case_number, center) references case_file (number, center)
);
create index hand_over_of_case on hand_over (case_number);
create index hand_over_of_agency on hand_over (agency, case_number) where state in ('sent', 'accepted');

-- An agency reads what was handed over to it, and the child it is asked to help; nothing else of the case. What it declined
-- or never answered is no longer in its hands, and what is being written anew is not there yet.
alter table hand_over enable row level security;
alter table hand_over force row level security;
create policy own_center on hand_over using (center = acting_center());
create policy handed_to_my_agency on hand_over for select
    using (agency = acting_agency() and state in ('sent', 'accepted'));
grant select, insert, update on hand_over to tasuki_app;

alter table case_file enable row level security;
alter table case_file force row level security;
create policy own_center on case_file using (center = acting_center());
create policy handed_to_my_agency on case_file for select
    using (exists (select from hand_over h
                   where h.case_number = number and h.agency = acting_agency() and h.state in ('sent', 'accepted')));
grant select, insert, update on case_file to tasuki_app;

create table child (
    case_number text primary key,
    center      text not null,
    name        text,
    kana        text,
    birth_date  date,
    sex         text,
    address     text,
    school      text,
    search      text not null default '',
    foreign key (case_number, center) references case_file (number, center)
);
create index child_search on child using gin (search gin_trgm_ops);
alter table child enable row level security;
alter table child force row level security;
create policy own_center on child using (center = acting_center());
create policy handed_to_my_agency on child for select
    using (exists (select from hand_over h
                   where h.case_number = child.case_number and h.agency = acting_agency() and h.state in ('sent', 'accepted')));
grant select, insert, update on child to tasuki_app;

create table household_member (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    name        text,
    kana        text,
    relation    text,
    birth_date  date,
    occupation  text,
    guardian    boolean not null default false,
    note        text,
    foreign key (case_number, center) references case_file (number, center)
);
create index household_of_case on household_member (case_number);

create table consultation (
    case_number text not null,
    id          bigint generated always as identity primary key,
    center      text not null,
    channel     text,
    route       text,
    abuse_type  text,
    received_at timestamptz not null,
    story       text,
    taken_by    text not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index consultation_of_case on consultation (case_number);

-- The notifier's identity is secret by law (CAPA 7): a table of its own, which no agency's policy ever names.
create table notifier (
    consultation bigint primary key references consultation,
    case_number  text not null,
    center       text not null,
    name         text,
    relation     text,
    contact      text,
    foreign key (case_number, center) references case_file (number, center)
);

create table contact_log (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    at          timestamptz not null,
    kind        text not null,
    with_whom   text,
    note        text not null,
    by_account  text not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index contact_log_of_case on contact_log (case_number, at desc);

create table form_answer (
    id           bigint generated always as identity primary key,
    case_number  text not null,
    center       text not null,
    task_id      text not null unique,
    step         text not null,
    form         text not null,
    form_version text not null,
    hand_over    text references hand_over,
    answers      jsonb not null,
    answered_by  text not null,
    answered_at  timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index form_answer_of_case on form_answer (case_number, answered_at);

-- What happened, for the case's timeline: keys only, no narrative.
create table case_event (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    at          timestamptz not null,
    kind        text not null,
    actor       text not null,
    process     text,
    step        text,
    detail      jsonb not null default '{}',
    foreign key (case_number, center) references case_file (number, center)
);
create index case_event_of_case on case_event (case_number, at desc, id desc);

do $$
declare t text;
begin
    foreach t in array array['household_member', 'consultation', 'notifier', 'contact_log', 'form_answer', 'case_event'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_center on %I using (center = acting_center())', t);
        execute format('grant select, insert, update on %I to tasuki_app', t);
    end loop;
end
$$;

-- Nor what was returned for correction, or written for another agency before: a hand-over is prepared anew each time.
create policy sheet_handed_to_my_agency on form_answer for select
    using (form in ('police-referral', 'support-referral', 'hand-over-answer', 'support-report')
           and exists (select from hand_over h
                       where h.id = form_answer.hand_over and h.agency = acting_agency()
                         and h.state in ('sent', 'accepted') and form_answer.answered_at >= h.prepared_at));

-- What a person typed and has not sent yet: theirs alone.
create table draft (
    task_id     text not null,
    account     text not null references account,
    case_number text not null references case_file,
    answers     jsonb not null,
    saved_at    timestamptz not null,
    primary key (task_id, account)
);
alter table draft enable row level security;
alter table draft force row level security;
create policy own_draft on draft
    using (account = acting_account() and exists (select from case_file c where c.number = case_number));
grant select, insert, update on draft to tasuki_app;
