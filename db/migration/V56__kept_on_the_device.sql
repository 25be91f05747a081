-- What was typed while the line was bad. The words stay sealed on the device until they are sent; here is what they are sealed
-- with, and which of them has been heard already.

-- Half of a lock: the office has the key, the device has what it seals. A stolen phone has no key, a stolen database no words.
create table device_key (
    account text primary key references account,
    -- What the device calls the owner: no name, and no account.
    owner   uuid not null unique,
    key     bytea not null check (octet_length(key) = 32),
    made_at timestamptz not null
);
alter table device_key enable row level security;
alter table device_key force row level security;
create policy my_own on device_key using (account = acting_account());
grant select, insert on device_key to tasuki_app;

-- An answer carries a number that its page made up. Sent again (the first reply was lost, a second tab, a restart), it has been
-- heard, and nothing happens twice.
create table kept_entry (
    account     text not null references account,
    entry       uuid not null,
    case_number text not null,
    center      text not null,
    task_id     text not null,
    at          timestamptz not null,
    primary key (account, entry),
    foreign key (case_number, center) references case_file (number, center)
);
create index kept_entry_of_case on kept_entry (case_number);
grant select, insert on kept_entry to tasuki_app;
select guard_case_table('kept_entry');
do $$
begin
    execute format('create policy erasing on kept_entry to %I using (case_number = current_setting(''tasuki.erasing'', true))', current_user);
end
$$;
-- Also an agency's people send again what they have sent.
create policy sent_by_me on kept_entry using (account = acting_account());
create policy in_own_name on kept_entry as restrictive for insert with check (account = acting_account());
