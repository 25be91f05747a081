-- Why people took a case out of the flow. A table of its own, because an agency may read the case's row: what is said here
-- may name the family or whoever told us.
create table case_ending (
    case_number text primary key,
    center      text not null,
    reason      text not null,
    by_account  text not null,
    at          timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);
alter table case_ending enable row level security;
alter table case_ending force row level security;
create policy own_center on case_ending using (center = acting_center());
grant select, insert, update on case_ending to tasuki_app;
