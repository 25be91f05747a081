-- By which somebody chooses a password: the first one, or another for one that is forgotten. An administrator hands the code
-- over and never knows a password. 120 random bits, so that a plain hash will do; good once, and for a day.
create table password_code (
    account    text primary key references account,
    hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
    expires_at timestamptz not null
);
alter table password_code enable row level security;
alter table password_code force row level security;
create policy of_my_people on password_code using (acting_administers(account));
-- Whoever types a code has not signed in: the system looks for it, and uses it up.
create policy typed on password_code for select using (acting_for_no_center());
create policy used_up on password_code for delete using (acting_for_no_center());
grant select, insert, update, delete on password_code to tasuki_app;

-- Of a new installation as well, it is a code now that is typed, not a link that is opened: no address carries a secret.
alter table setup_link rename to setup_code;
alter table setup_code rename column token_hash to hash;

-- An administrator ends sessions, one account's or all of a center.
alter table session.ended drop constraint ended_why_check;
alter table session.ended add constraint ended_why_check check (why in ('changed', 'elsewhere', 'administrator'));
