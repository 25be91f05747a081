-- What was taken out of the figures, by whom and what for. It holds no figure and no case.
create table figures_taken (
    id          bigint generated always as identity primary key,
    center      text not null references center,
    account     text not null references account,
    at          timestamptz not null,
    fiscal_year int not null,
    audience    text not null check (audience in ('inside', 'outside')),
    format      text not null check (format in ('xlsx', 'csv')),
    reason      text not null check (length(reason) between 1 and 200)
);
create index figures_taken_of_center on figures_taken (center, at desc);
alter table figures_taken enable row level security;
alter table figures_taken force row level security;
-- Read by whoever reaches all of the center's cases, as the figures are.
create policy own_center on figures_taken using (center = current_setting('tasuki.sees', true));
create policy in_own_name on figures_taken as restrictive for insert with check (account = acting_account());
grant select, insert on figures_taken to tasuki_app;
