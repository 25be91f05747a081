-- Running deadlines stay under their version of a rule. Here an office said that those of a rule move on to this version.
create table rule_move (
    center     text not null references center,
    rule       text not null,
    to_version date not null,
    by_account text not null,
    at         timestamptz not null,
    primary key (center, rule, to_version)
);
alter table rule_move enable row level security;
alter table rule_move force row level security;
create policy of_own_center on rule_move for select using (center in (acting_center(), acting_office()));
create policy asked_by_own_office on rule_move for insert with check (center = acting_office());
grant select, insert on rule_move to tasuki_app;
create index deadline_by_rule on deadline (center, rule, rule_version) where ended_at is null;
