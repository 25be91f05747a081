-- Which case a new-consultation page belongs to. The page makes its token; the first key that reaches the server opens the
-- case, and every later one, a double click included, finds it again.
create table new_consultation (
    token       uuid primary key,
    account     text not null references account,
    case_number text not null references case_file,
    center      text not null references center,
    task_id     text not null
);
alter table new_consultation enable row level security;
alter table new_consultation force row level security;
create policy own_page on new_consultation using (account = acting_account() and center = acting_center());
grant select, insert on new_consultation to tasuki_app;
