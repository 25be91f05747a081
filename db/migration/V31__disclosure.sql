-- Requests to see one's own records (開示請求, Act on the Protection of Personal Information art. 76): who asks in which capacity, by
-- when the office decides, what it gives, and why it keeps back the rest.
create table disclosure_request (
    id            bigint generated always as identity primary key,
    case_number   text not null,
    center        text not null,
    requester     text not null check (requester in ('self', 'representative', 'agent')),
    received_on   date not null,
    due_on        date not null,
    extended      boolean not null default false,
    extended_why  text,
    state         text not null default 'open' check (state in ('open', 'proposed', 'decided', 'dropped')),
    blackout      bytea,
    opened_by     text not null references account,
    opened_at     timestamptz not null,
    proposed_by   text references account,
    proposed_at   timestamptz,
    decided_by    text references account,
    decided_at    timestamptz,
    dropped_why   text,
    package       bytea,
    check (proposed_by is distinct from decided_by or decided_by is null),
    check ((state = 'decided') = (package is not null)),
    foreign key (case_number, center) references case_file (number, center)
);
create index disclosure_request_of_case on disclosure_request (case_number, id desc);
create unique index disclosure_request_open on disclosure_request (case_number) where state in ('open', 'proposed');

-- What was decided on each record, where it differs from what the request begins with.
create table disclosure_part (
    request     bigint not null references disclosure_request,
    part        text not null,
    case_number text not null,
    center      text not null,
    disclosed   boolean not null,
    ground      text,
    primary key (request, part),
    check (disclosed = (ground is null)),
    foreign key (case_number, center) references case_file (number, center)
);

do $$
declare t text;
begin
    foreach t in array array['disclosure_request', 'disclosure_part'] loop
        perform guard_case_table(t);
        execute format('grant select, insert, update on %I to tasuki_app', t);
    end loop;
end
$$;
