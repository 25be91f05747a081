-- The national report as it was submitted: numbers only, cell by cell. A restatement is another row; neither is changed.
create table report_submission (
    id          bigint generated always as identity primary key,
    center      text not null references center,
    fiscal_year int not null,
    account     text not null references account,
    at          timestamptz not null,
    cells       jsonb not null
);
create index report_submission_of_year on report_submission (center, fiscal_year, id desc);
alter table report_submission enable row level security;
alter table report_submission force row level security;
create policy own_center on report_submission using (center = current_setting('tasuki.sees', true));
create policy in_own_name on report_submission as restrictive for insert with check (account = acting_account());
grant select, insert on report_submission to tasuki_app;
